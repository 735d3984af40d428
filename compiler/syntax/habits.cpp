#include "compiler/syntax/habits.h"

namespace hotsite::syntax {
namespace {

bool IsNothing(std::string_view word) {
  return word == "none" || word == "null" || word == "nothing" || word == "empty" || word == "\"\"";
}

}  // namespace

std::optional<ComparisonWords> WordsFor(std::string_view sign, std::string_view next) {
  const bool before_number = !next.empty() && next.front() >= '0' && next.front() <= '9';
  const bool equal = sign == "=" || sign == "==";
  const bool unequal = sign == "!=" || sign == "<>";
  if (unequal && IsNothing(next)) return ComparisonWords{"`is said`", "is said", true};
  if (equal && IsNothing(next)) return ComparisonWords{"`is not said`", "is not said", true};
  if (equal) return before_number ? ComparisonWords{"`exactly`", "exactly"} : ComparisonWords{"`is`", "is"};
  if (unequal) {
    if (before_number) return ComparisonWords{"`not` before the quantity, and `exactly` here", ""};
    return ComparisonWords{"`is not`", "is not"};
  }
  if (sign == "||") return ComparisonWords{"`or`", "or"};
  if (sign == "!") return ComparisonWords{"`not`", "not "};
  return {};
}

}  // namespace hotsite::syntax
