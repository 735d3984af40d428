#include "compiler/driver/verify.h"

#include <fmt/format.h>

#include "backends/document/pdf.h"
#include "compiler/diagnostics/style.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/sha256.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kMaxArtifact = 1u << 30;

// A line of a file on disk, which anybody may have put there.
std::string Shown(std::string_view line) {
  constexpr std::size_t kMost = 200;
  std::size_t end = 0;
  while (end < line.size() && end < kMost) end += CodePointBytes(line, end);
  return Printable(line.substr(0, end)) + (end < line.size() ? "…" : "");
}

// The first line in which two texts differ, for people.
std::string FirstDifference(std::string_view found, std::string_view wanted) {
  std::size_t line = 1;
  while (true) {
    const std::string_view a = found.substr(0, found.find('\n'));
    const std::string_view b = wanted.substr(0, wanted.find('\n'));
    if (a != b || a.size() == found.size() || b.size() == wanted.size()) {
      return fmt::format("    line {}\n    - {}\n    + {}\n", line, Shown(a), Shown(b));
    }
    found.remove_prefix(a.size() + 1);
    wanted.remove_prefix(b.size() + 1);
    ++line;
  }
}

// Whether the file, by its own word, says what it should. Its mark stands near the beginning.
bool SaysTheSame(std::string_view found, const std::string& content) {
  constexpr std::size_t kHead = 1024;
  return found.substr(0, kHead).find(backends::document::kContentMark + content) != std::string_view::npos;
}

}  // namespace

bool Verifier::Read(const std::string& path, std::string* text) {
  wanted_.insert(path);
  const auto problem = ReadFile(folder_ + "/" + path, kMaxArtifact, text);
  if (!problem) return true;
  out_ << fmt::format("  missing    {} ({})\n", path, problem->what);
  ++stale_;
  return false;
}

void Verifier::Compare(const backends::Artifact& artifact, std::string_view recorded) {
  if (artifact.content.empty()) return CompareText(artifact.path, artifact.text);
  std::string found;
  if (!Read(artifact.path, &found) || found == artifact.text) return;
  const bool ours = SaysTheSame(found, artifact.content);
  if (ours && Sha256Hex(found) == recorded) {
    out_ << fmt::format("  same words {} (other bytes: made with other versions of libraries or fonts)\n",
                        artifact.path);
    return;
  }
  out_ << fmt::format("  different  {}\n    it {}\n", artifact.path,
                      ours ? "was changed after it was built" : "says something else than the spec");
  ++stale_;
}

void Verifier::CompareText(const std::string& path, std::string_view text) {
  std::string found;
  if (!Read(path, &found) || found == text) return;
  out_ << fmt::format("  different  {}\n{}", path, FirstDifference(found, text));
  ++stale_;
}

void Verifier::LeftOver(const std::string& path) {
  if (wanted_.contains(path)) return;
  out_ << fmt::format("  left over  {}\n", Shown(path));
  ++stale_;
}

}  // namespace hotsite::driver
