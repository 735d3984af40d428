// Cases of contracts: tests/cases/contract/NAME holds spec.dr and contract.dr, perhaps a ledger, and told.txt, what is
// told of the answers and the status table behind it. Compared by contract_cases_test, rewritten by update_goldens, and
// read in review.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace hotsite::harness {

struct ContractCase {
  std::filesystem::path folder;
  std::string told;             // as on a terminal
  std::set<std::string> codes;  // of all findings
  bool errors = false;
};

/// All cases, sorted by folder.
std::vector<ContractCase> RunContractCases();

}  // namespace hotsite::harness
