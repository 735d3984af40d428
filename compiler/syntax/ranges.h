// Loops, ranges and parts of subnets as people write them out of habit, read from the tokens of a line, and how they
// are written here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

struct Habit {
  std::size_t first = 0;  // the tokens that it takes up
  std::size_t last = 0;
  std::string_view what;  // what is wrong with them, behind their text: "isn't how a loop begins"
  std::string written;    // `for n in 1..12`
};

/// `do n = 1 to 12`, `for n in 1 to 12`, where `at` begins the line.
std::optional<Habit> LoopOutOfHabit(const std::vector<Token>& tokens, std::size_t at, std::string_view text);

/// `1 .. 3`, where `at` is the first dot.
std::optional<Habit> RangeWithBlanks(const std::vector<Token>& tokens, std::size_t at, std::string_view text);

/// `CORP[1]/24`, where `at` is the slash.
std::optional<Habit> PrefixBehindIndex(const std::vector<Token>& tokens, std::size_t at, std::string_view text);

}  // namespace hotsite::syntax
