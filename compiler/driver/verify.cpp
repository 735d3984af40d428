#include "compiler/driver/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

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
  std::error_code ignored;
  const bool there = std::filesystem::exists(std::filesystem::symlink_status(folder_ + "/" + path, ignored));
  StaleFile missing{.how = StaleFile::How::kMissing, .path = path};
  if (there) missing.why = "it " + problem->what;
  stale_.push_back(std::move(missing));
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
  stale_.push_back({.path = artifact.path, .why = why});
}

void Verifier::CompareText(const std::string& path, std::string_view text) {
  std::string found;
  if (!Read(path, &found) || found == text) return;
  UnifiedDiff diff = CompareLines(found, text, kMostDiffLines, 1);
  stale_.push_back(
      {.path = path, .diff = std::move(diff.text), .left_out = diff.left_out, .line = FirstLine(found, text)});
}

void Verifier::LeftOver(const std::string& path) {
  if (!wanted_.contains(path)) stale_.push_back({.how = StaleFile::How::kLeftOver, .path = path});
}

std::vector<StaleFile> Verifier::Stale() const {
  std::map<std::string, std::size_t> wanted, missing;  // by folder, how many below it
  const auto count = [](const std::string& path, std::map<std::string, std::size_t>& counts) {
    for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1))
      ++counts[path.substr(0, at + 1)];
  };
  const auto gone = [](const StaleFile& file) { return file.how == StaleFile::How::kMissing && file.why.empty(); };
  for (const std::string& path : wanted_) count(path, wanted);
  for (const StaleFile& file : stale_) {
    if (gone(file)) count(file.path, missing);
  }
  std::vector<StaleFile> all;
  std::set<std::string> told;
  for (const StaleFile& file : stale_) {
    StaleFile one = file;
    for (std::size_t at = file.path.find('/'); gone(file) && at != std::string::npos;
         at = file.path.find('/', at + 1)) {
      const std::string folder = file.path.substr(0, at + 1);
      if (missing[folder] < 2 || missing[folder] != wanted[folder]) continue;
      one.path = folder;
      one.files = missing[folder];
      break;
    }
    if (one.files == 1 || told.insert(one.path).second) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace hotsite::driver
