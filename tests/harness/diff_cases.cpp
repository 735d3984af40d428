#include "tests/harness/diff_cases.h"

#include "backends/changelog/changelog.h"
#include "compiler/driver/compare.h"
#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

check::MemorySources FilesOf(const std::filesystem::path& folder) {
  check::MemorySources sources;
  for (const char* ending : {".dr", ".json"}) {
    for (const auto& path : FilesUnder(folder, ending)) sources.Put(path.filename().string(), ReadBytes(path));
  }
  return sources;
}

DiffCase Run(const std::filesystem::path& folder) {
  check::MemorySources old_files = FilesOf(folder), new_files = old_files;
  DiffCase one{folder, {}, {}};
  // A ledger of its own for the older spec, where the change is one of the ledger.
  std::string problem;
  if (const auto ledger = old_files.Read("old.ledger.json", &problem)) old_files.Put(driver::kLedgerFile, *ledger);
  auto [before, now] = driver::CompileBoth("old.dr", old_files, "new.dr", new_files);
  if (!before.model || !now.model) {
    one.told = "can't be read\n";
    return one;
  }
  const driver::Comparison comparison({std::move(before), "old.dr"}, {std::move(now), "new.dr"});
  one.told = backends::changelog::Human(comparison.log(), {});
  for (const diff::SpecChange& change : comparison.changes().all) one.codes.insert(change.code.ToString());
  return one;
}

}  // namespace

std::vector<DiffCase> RunDiffCases() {
  std::vector<DiffCase> cases;
  for (const auto& path : FilesUnder(SourceRoot() / "tests" / "cases" / "diff", "old.dr"))
    cases.push_back(Run(path.parent_path()));
  return cases;
}

}  // namespace hotsite::harness
