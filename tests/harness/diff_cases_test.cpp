// Every case of tests/cases/diff tells exactly what it shall, and together they show every code of a change.
#include "tests/harness/diff_cases.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/change_examples.h"
#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

TEST_CASE("cases of diff tell the whole change (./dev golden rewrites them)") {
  const std::vector<DiffCase> cases = RunDiffCases();
  CHECK(cases.size() > 10);
  for (const DiffCase& one : cases) {
    INFO(RelativeName(one.folder));
    const auto golden = one.folder / kToldFile;
    const std::string expected = std::filesystem::exists(golden) ? ReadBytes(golden) : "";
    INFO(FirstDifference(expected, one.told));
    CHECK(expected == one.told);
  }
}

TEST_CASE("every code of a change is shown by a case") {
  std::set<std::string> shown;
  for (const DiffCase& one : RunDiffCases()) shown.insert(one.codes.begin(), one.codes.end());
  for (const CodeInfo& info : diff::AllChangeCodes()) {
    INFO(info.code.ToString() << " " << info.name);
    CHECK(shown.contains(info.code.ToString()));
  }
}

/// Whether the file has all these lines, wherever they stand.
bool Has(const std::filesystem::path& file, std::string_view lines) {
  const std::string text = ReadBytes(file);
  for (const std::string& line : SplitLines(lines)) {
    if (text.find(line) == std::string::npos) return false;
  }
  return true;
}

TEST_CASE("every code of a change says what to look at, and its example is one of a case that shows it") {
  const std::vector<DiffCase> cases = RunDiffCases();
  REQUIRE(diff::AllChangeExamples().size() == diff::AllChangeCodes().size());
  for (const CodeInfo& info : diff::AllChangeCodes()) {
    INFO(info.code.ToString() << " " << info.name);
    const diff::ChangeExample& example = diff::ExampleOf(info.code);
    CHECK(!info.title.empty());
    CHECK(info.explanation.size() > 10);
    CHECK((example.look.size() > 20 && (example.look.ends_with('.') || example.look.ends_with('?'))));
    CHECK(std::any_of(cases.begin(), cases.end(), [&](const DiffCase& one) {
      return one.codes.contains(info.code.ToString()) && Has(one.folder / "old.dr", example.before) &&
             Has(one.folder / "new.dr", example.after);
    }));
  }
}

}  // namespace
}  // namespace hotsite::harness
