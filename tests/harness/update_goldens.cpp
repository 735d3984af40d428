// Rewrites the expected findings in tests/cases and the built artifacts of the examples to what Hotsite yields now. Run
// by
// `./dev golden`; the difference is read in review.
#include <fmt/format.h>

#include "tests/harness/cases.h"
#include "tests/harness/files.h"
#include "tests/harness/goldens.h"

namespace hotsite::harness {
namespace {

std::size_t UpdateCases() {
  std::size_t changed = 0;
  for (const Case& one : RunAllCases()) {
    const std::string text = WithChecks(one);
    if (text == one.text) continue;
    WriteBytes(one.path, text);
    fmt::print("rewrote {}\n", RelativeName(one.path));
    ++changed;
  }
  return changed;
}

std::size_t UpdateExamples() {
  std::size_t changed = 0;
  for (const BuiltSpec& built : BuildExamples()) {
    const auto old_files = CheckedIn(built.folder);
    for (const auto& [path, text] : old_files) {
      if (built.files.contains(path)) continue;
      std::filesystem::remove(built.folder / path);
      fmt::print("removed {}\n", RelativeName(built.folder / path));
      ++changed;
    }
    for (const auto& [path, text] : built.files) {
      const auto old_file = old_files.find(path);
      if (old_file != old_files.end() && old_file->second == text) continue;
      WriteBytes(built.folder / path, text);
      fmt::print("wrote {}\n", RelativeName(built.folder / path));
      ++changed;
    }
  }
  return changed;
}

}  // namespace
}  // namespace hotsite::harness

int main() {
  const std::size_t changed = hotsite::harness::UpdateCases() + hotsite::harness::UpdateExamples();
  fmt::print("{} files changed\n", changed);
  return 0;
}
