// Runs a command in a shell of its own and catches what it writes, as a user would see it. Used by the acceptance
// tests.
#pragma once

#include <string>

#include "tests/unit/scratch.h"

namespace hotsite::acceptance {

struct RunResult {
  int exit_code = 0;  // 128 + signal when it was killed; 124 when its time was up
  std::string out;
  std::string err;
};

/// `command` is shell text; `hotsite` in it is the program under test ($HOTSITE, for what starts it itself). At most
/// `seconds` of processor time (whatever else the machine does; one that waits is stopped later), and where sanitizers
/// allow it at most `mebibytes` of address space.
RunResult Run(const Scratch& scratch, const std::string& command, int seconds = 60, int mebibytes = 2048);

/// `text` between single quotes, for `command`.
std::string Quoted(const std::string& text);

/// Shell text that fixes git's authors, times and configuration for what follows it.
std::string FixedGit();

}  // namespace hotsite::acceptance
