// Every case of tests/cases/contract tells exactly what it shall of a vendor's answers.
#include "tests/harness/contract_cases.h"

#include <catch2/catch.hpp>

#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

TEST_CASE("cases of contracts tell the whole of what isn't agreed (./dev golden rewrites them)") {
  const std::vector<ContractCase> cases = RunContractCases();
  CHECK(cases.size() > 4);
  for (const ContractCase& one : cases) {
    INFO(RelativeName(one.folder));
    const auto golden = one.folder / "told.txt";
    const std::string expected = std::filesystem::exists(golden) ? ReadBytes(golden) : "";
    INFO(FirstDifference(expected, one.told));
    CHECK(expected == one.told);
  }
}

TEST_CASE("a case of a contract is named fail_ if and only if something isn't agreed") {
  for (const ContractCase& one : RunContractCases()) {
    INFO(RelativeName(one.folder));
    CHECK(one.folder.filename().string().starts_with("fail_") == one.errors);
  }
}

}  // namespace
}  // namespace hotsite::harness
