// What people type out of habit where a spec has words, and what is meant by it.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace hotsite::syntax {

struct CharacterAdvice {
  std::string_view character;
  std::string_view advice;
  std::string_view replacement;  // for a fix; empty where there is none
};

// The curly quotes come from word processors and mail programs.
inline constexpr std::array<CharacterAdvice, 8> kAdvice{{
    {"\u201C", "a straight quote `\"`", "\""},
    {"\u201D", "a straight quote `\"`", "\""},
    {"\u201E", "a straight quote `\"`", "\""},
    {"\u2018", "a straight quote `\"`", "\""},
    {"\u2019", "a straight quote `\"`", "\""},
    {"'", "text in double quotes: `\"…\"`", "\""},
    {"\u2013", "a plain `-`", "-"},
    {"\u2026", "two dots `..` for a range", ".."},
}};

struct ComparisonWords {
  std::string_view expected;     // "`at least`"
  std::string_view replacement;  // where only one can be meant
  bool with_next = false;        // stands for the next word too
};

/// What a sign of other languages is in a condition, by the word behind it: `==` is `exactly` before a number, else
/// `is`, and `!= none` is `is said`. Nothing for a sign that isn't a comparison.
std::optional<ComparisonWords> WordsFor(std::string_view sign, std::string_view next);

}  // namespace hotsite::syntax
