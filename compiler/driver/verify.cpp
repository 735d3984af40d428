#include "compiler/driver/verify.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/document/pdf.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/sha256.h"
#include "compiler/support/unified_diff.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kMaxArtifact = 1u << 30;
constexpr std::size_t kMostDiffLines = 12;  // of a file

// Whether the file, by its own word, says what it should. Its mark stands near the beginning.
bool SaysTheSame(std::string_view found, const std::string& content) {
  constexpr std::size_t kHead = 1024;
  return found.substr(0, kHead).find(backends::document::kContentMark + content) != std::string_view::npos;
}

std::uint32_t FirstLine(std::string_view found, std::string_view wanted) {
  const auto differs = std::mismatch(found.begin(), found.end(), wanted.begin(), wanted.end()).first;
  return static_cast<std::uint32_t>(std::count(found.begin(), differs, '\n') + 1);
}

}  // namespace

bool Verifier::Read(const std::string& path, std::string* text) {
  wanted_.insert(path);
  const auto problem = ReadFile(folder_ + "/" + path, kMaxArtifact, text);
  if (!problem) return true;
  stale_.push_back({StaleFile::How::kMissing, path, problem->what, {}, 0, 1});
  return false;
}

void Verifier::Compare(const backends::Artifact& artifact, std::string_view recorded) {
  if (artifact.content.empty()) return CompareText(artifact.path, artifact.text);
  std::string found;
  if (!Read(artifact.path, &found) || found == artifact.text) return;
  const bool ours = SaysTheSame(found, artifact.content);
  if (ours && Sha256Hex(found) == recorded) {
    same_words_.push_back(artifact.path);
    return;
  }
  const char* why = ours ? "it was changed after it was built" : "it says something else than the spec";
  stale_.push_back({StaleFile::How::kDifferent, artifact.path, why, {}, 0, 1});
}

void Verifier::CompareText(const std::string& path, std::string_view text) {
  std::string found;
  if (!Read(path, &found) || found == text) return;
  UnifiedDiff diff = CompareLines(found, text, kMostDiffLines, 1);
  stale_.push_back({StaleFile::How::kDifferent, path, {}, std::move(diff.text), diff.left_out, FirstLine(found, text)});
}

void Verifier::LeftOver(const std::string& path) {
  if (!wanted_.contains(path)) stale_.push_back({StaleFile::How::kLeftOver, path, {}, {}, 0, 1});
}

}  // namespace hotsite::driver
