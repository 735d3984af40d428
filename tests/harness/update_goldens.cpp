// Rewrites the expected findings and changes in tests/cases, the built artifacts of the examples, what commands print
// in docs/ and the reference manual to what Hotsite yields now, and what it tells of the pull requests of three years.
// Run by `./dev golden`, and with `docs` by `./dev docs`, for the documents alone, or with `story` for the pull
// requests; the difference is read in review.
#include <fmt/format.h>

#include "compiler/driver/manual.h"
#include "tests/acceptance/documents.h"
#include "tests/acceptance/pull_request_story.h"
#include "tests/harness/cases.h"
#include "tests/harness/contract_cases.h"
#include "tests/harness/diff_cases.h"
#include "tests/harness/files.h"
#include "tests/harness/goldens.h"
#include "tests/readers/matrix.h"

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
      if (text == kNoPdfText) continue;
      const auto old_file = old_files.find(path);
      if (old_file != old_files.end() && old_file->second == text) continue;
      WriteBytes(built.folder / path, text);
      fmt::print("wrote {}\n", RelativeName(built.folder / path));
      ++changed;
    }
  }
  return changed;
}

// Whether it wasn't so already.
bool Update(const std::filesystem::path& path, const std::string& text) {
  if (std::filesystem::exists(path) && ReadBytes(path) == text) return false;
  WriteBytes(path, text);
  fmt::print("wrote {}\n", RelativeName(path));
  return true;
}

std::size_t UpdateDiffCases() {
  std::size_t changed = 0;
  for (const DiffCase& one : RunDiffCases()) changed += Update(one.folder / kToldFile, one.told) ? 1u : 0u;
  return changed;
}

std::size_t UpdateContractCases() {
  std::size_t changed = 0;
  for (const ContractCase& one : RunContractCases()) changed += Update(one.folder / "told.txt", one.told) ? 1u : 0u;
  return changed;
}

std::size_t UpdateDocuments() {
  const std::filesystem::path folder = SourceRoot() / "docs" / "reference";
  std::size_t changed = 0;
  for (const driver::ManualFile& file : driver::ManualFiles())
    changed += Update(folder / file.name, file.text) ? 1u : 0u;
  for (const acceptance::RunDocument& document : acceptance::RunDocuments()) {
    for (const std::string& problem : document.problems) fmt::print(stderr, "{}\n", problem);
    changed += Update(document.path, document.expected) ? 1u : 0u;
  }
  return changed;
}

std::size_t UpdateStory() {
  const auto told = acceptance::TellStory();
  if (told.empty()) fmt::print(stderr, "the story of the pull requests can't be told: is git there?\n");
  std::size_t changed = 0;
  for (const auto& [name, text] : told) changed += Update(acceptance::StoryFolder() / name, text) ? 1u : 0u;
  return changed;
}

/// What the programs that read Linux files say takes half a minute, and they aren't everywhere.
std::size_t UpdateMatrix() {
  if (!readers::AreFetched() || !readers::MayHaveOwnNetwork()) {
    fmt::print("linux-matrix.md stays as it is: tests/readers/fetch gets the programs that it is about\n");
    return 0;
  }
  return Update(SourceRoot() / "docs" / "reference" / "linux-matrix.md", readers::MatrixPage(readers::RunAll())) ? 1
                                                                                                                 : 0;
}

}  // namespace
}  // namespace hotsite::harness

int main(int count, char** words) {
  using namespace hotsite::harness;
  const std::string_view only = count > 1 ? words[1] : "";
  std::size_t changed = 0;
  if (only.empty() || only == "cases") changed += UpdateCases() + UpdateDiffCases() + UpdateContractCases();
  if (only.empty()) changed += UpdateExamples();
  if (only.empty() || only == "story") changed += UpdateStory();
  if (only.empty() || only == "docs") changed += UpdateDocuments();
  if (only == "docs") changed += UpdateMatrix();
  fmt::print("{} files changed\n", changed);
  return 0;
}
