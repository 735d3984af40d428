// Case files: small specs under tests/cases that hold the findings expected of them as `// CHECK:` lines behind the
// line concerned. Compared whole by cases_test, rewritten by update_goldens, and read in review.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::harness {

struct Case {
  std::filesystem::path path;
  std::string text;  // as checked in
  std::string bare;  // without CHECK lines: what is compiled
  driver::Compilation result;
};

/// All case files with their results, sorted by path. Those of tests/cases/diff and tests/cases/contract are of other
/// kinds.
std::vector<Case> RunAllCases();

/// The case files of one folder, which may `use` each other, without CHECK lines.
check::MemorySources SourcesOf(const std::filesystem::path& folder);

/// The text that the case file should have: `bare` with a CHECK line for each part of each finding. Places are given
/// as they are in that text, CHECK lines included.
std::string WithChecks(const Case& the_case);

bool HasErrors(const std::vector<Diagnostic>& findings);

}  // namespace hotsite::harness
