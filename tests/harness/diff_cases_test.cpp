// Every case of tests/cases/diff tells exactly what it shall, and together they show every code of a change.
#include "tests/harness/diff_cases.h"

#include <catch2/catch.hpp>
#include <map>

#include "compiler/diff/change_codes.h"
#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

/// Codes that no case can show, and why. One that is shown nevertheless must leave this list.
const std::map<std::string, std::string>& Exempt() {
  static const std::map<std::string, std::string> exempt = {};
  return exempt;
}

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

TEST_CASE("every code of a change is shown by a case, or says why it can't be") {
  std::set<std::string> shown;
  for (const DiffCase& one : RunDiffCases()) shown.insert(one.codes.begin(), one.codes.end());
  for (const CodeInfo& info : diff::AllChangeCodes()) {
    INFO(info.code.ToString() << " " << info.name);
    CHECK(shown.contains(info.code.ToString()) != Exempt().contains(info.code.ToString()));
  }
}

}  // namespace
}  // namespace hotsite::harness
