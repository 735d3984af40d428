// How large a spec may be: what keeps every check bounded in time and memory. The limits of a file's text are in
// support/source_file.h and syntax/tokens.h; `hotsite manual limits` shows all of them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hotsite::check {

/// Files of one spec.
inline constexpr std::size_t kMaxFiles = 1000;
/// A few lines of nested `for` could ask for more statements than any memory holds; more than this are refused at once.
/// So are more rounds of loops, and more networks and systems at all sites together.
inline constexpr std::size_t kMaxStatements = 3'000'000;
/// Profiles that take one another over: reading them is recursive.
inline constexpr std::size_t kMaxProfileDepth = 100;
/// Characters of a text in quotes and of a computed value: texts end up in tables and comments, and each `let` could
/// double the one before.
inline constexpr std::size_t kMaxText = 500;
/// Statements that can't be read, with every round of a loop counted: a loop whose every round makes a mistake would
/// otherwise take as long as all its rounds.
inline constexpr std::size_t kMaxMistakes = 10'000;
/// Parts of a list that a `let` names: one made of lists could double at each step.
inline constexpr std::size_t kMaxParts = 10'000;
/// Results within a calculation, below and above 0: JSON readers keep whole numbers exactly up to here.
inline constexpr std::int64_t kMaxNumber = std::int64_t{1} << 53;
/// Brackets and signs within one another in a calculation: reading it is recursive.
inline constexpr unsigned kMaxExpressionDepth = 50;
/// Digits that `{n:000}` asks for.
inline constexpr std::size_t kMaxDigits = 10;

}  // namespace hotsite::check
