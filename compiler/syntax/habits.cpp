#include "compiler/syntax/habits.h"

namespace hotsite::syntax {

std::optional<ComparisonWords> WordsFor(std::string_view sign, bool before_number) {
  if (sign == "=" || sign == "==")
    return before_number ? ComparisonWords{"`exactly`", "exactly"} : ComparisonWords{"`is`", "is"};
  if (sign == "!=" || sign == "<>") {
    if (before_number) return ComparisonWords{"`not` before the quantity, and `exactly` here", ""};
    return ComparisonWords{"`is not`", "is not"};
  }
  if (sign == "||") return ComparisonWords{"`or`", "or"};
  if (sign == "!") return ComparisonWords{"`not`", "not "};
  return {};
}

}  // namespace hotsite::syntax
