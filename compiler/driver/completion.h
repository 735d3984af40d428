// Completion scripts for shells, made from the table of commands, so that they know every command, option and choice,
// what `explain` explains and which backends there are. One file per shell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/command_table.h"

namespace hotsite::driver {

std::string BashCompletion();
std::string ZshCompletion();
std::string FishCompletion();

/// The words that a value can be, in order; empty when it is text, a number, a file or a folder.
std::vector<std::string> WordsOf(Value value, std::string_view choices);

/// `a b c`; the words hold no blanks.
std::string Joined(const std::vector<std::string>& words);

}  // namespace hotsite::driver
