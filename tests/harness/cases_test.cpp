// Every case file says exactly what Hotsite finds in it.
#include "tests/harness/cases.h"

#include <catch2/catch.hpp>

#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

TEST_CASE("case files hold the whole set of findings (./dev golden rewrites them)") {
  const std::vector<Case> cases = RunAllCases();
  CHECK(!cases.empty());
  for (const Case& one : cases) {
    INFO(RelativeName(one.path));
    INFO(FirstDifference(one.text, WithChecks(one)));
    CHECK(one.text == WithChecks(one));
  }
}

TEST_CASE("a case file is named fail_ if and only if it has errors") {
  for (const Case& one : RunAllCases()) {
    INFO(RelativeName(one.path));
    CHECK(one.path.filename().string().starts_with("fail_") == HasErrors(one.result.findings));
  }
}

}  // namespace
}  // namespace hotsite::harness
