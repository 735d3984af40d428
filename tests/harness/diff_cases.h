// Cases of `hotsite diff`: tests/cases/diff/NAME holds old.dr and new.dr, further files that they use, perhaps a
// ledger, and told.txt, what is told of them. Compared by diff_cases_test, rewritten by update_goldens, and read in
// review.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace hotsite::harness {

struct DiffCase {
  std::filesystem::path folder;
  std::string told;             // as on a terminal, without the files that a build would write otherwise
  std::set<std::string> codes;  // of all changes
};

/// Where expected texts stand in a case's folder.
inline constexpr const char* kToldFile = "told.txt";

/// All cases, sorted by folder.
std::vector<DiffCase> RunDiffCases();

}  // namespace hotsite::harness
