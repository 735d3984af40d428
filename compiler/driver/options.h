// The command line. LLVM's CommandLine stands behind it and registers before main; so only the program links this.
#pragma once

#include <cstdint>
#include <string>

#include "compiler/driver/commands.h"

namespace hotsite::driver {

enum class Command : std::uint8_t { kNone, kCheck, kBuild, kIssue, kExplain, kListBackends, kVersion };

struct Options {
  Command command = Command::kNone;
  BuildOptions build;  // also what check uses
  IssueOptions issue;
  std::string topic;  // explain
};

/// Reads the command line. On wrong usage prints what is wrong to `err` and gives false.
bool ReadOptions(int count, char** arguments, llvm::raw_ostream& err, Options* options);

}  // namespace hotsite::driver
