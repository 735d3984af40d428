// Reads a condition of a `require`: `count of nic at least 2 and backup is said`.
//
//   condition  = both {or both}                          both     = one {and one}
//   one        = not one | sum [comparison]
//   comparison = at least|at most|exactly sum | is [not] said|WORD|"PATTERN" | include WORD|"PATTERN"
//   sum        = product {+|- product}                   product  = atom {* atom}
//   atom       = 24 GiB | 80 % of atom | count of list | sum|largest|smallest of PROPERTY of list
//              | PROPERTY | ( condition )
//   list       = PROPERTY [where condition] | ( list )
//
// One grammar for conditions and quantities, so that a parenthesis may hold either and nothing is read twice; that they
// stand where they belong is judged with the types (condition_types.h), when it is known what properties there are.
#pragma once

#include <optional>

#include "compiler/check/cursor.h"
#include "compiler/model/constraint.h"

namespace hotsite::check {

/// More parts than this are refused: a condition that nobody can read.
inline constexpr std::size_t kMaxConditionParts = 200;
/// So deep may `not`, `where`, `% of` and parentheses nest: reading and judging are recursive.
inline constexpr unsigned kMaxConditionDepth = 50;

/// Reads as far as the condition goes. Nothing when it is wrong, which has been reported once.
std::optional<model::Condition> ReadCondition(Cursor& cursor);

}  // namespace hotsite::check
