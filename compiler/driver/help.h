// What `hotsite --help`, `hotsite help COMMAND` and wrong usage print: the table of commands as text, 80 columns wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/command_table.h"

namespace hotsite::driver {

/// `-o DIR`, `--format human|json`, `--werror`.
std::string Spelled(const OptionRow& option);

/// What it does, and what holds when it isn't given.
std::string DescriptionOf(const OptionRow& option);

/// `hotsite build SPEC [-o DIR] …`, in lines of at most 80 columns.
std::string UsageLines(const CommandRow& command);

/// All commands with a line each, how to begin, the exit codes.
std::string Overview();

/// Everything about one command.
std::string HelpOn(const CommandRow& command);

/// The `??` in "there is no command `chek`??": ` (did you mean `check`?)` or nothing.
std::string DidYouMean(std::string_view written, const std::vector<std::string_view>& known,
                       std::string_view prefix = {});

}  // namespace hotsite::driver
