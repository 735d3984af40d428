// Arithmetic on whole numbers and memory (`20 + n`, `2 * BIG`) and text with `{n}` in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/check/scope.h"
#include "compiler/values/parsed.h"

namespace hotsite::check {

/// What arithmetic works on: a whole number, or an amount of memory in MiB.
struct Quantity {
  std::int64_t number = 0;
  bool memory = false;
};

/// Evaluates `+ - * ( )`, whole numbers, memory sizes and names of `scope`. Memory is added to memory and multiplied by
/// numbers. Refuses what isn't one, unknown names, and results beyond 2^53.
Parsed<Quantity> EvaluateQuantity(std::string_view text, const Scope& scope);

/// The same where only a whole number will do.
Parsed<std::int64_t> Evaluate(std::string_view text, const Scope& scope);

/// The value as text: `42`, `24 GiB`.
Parsed<std::string> EvaluateText(std::string_view text, const Scope& scope);

/// Replaces `{expression}` by its value, `{{` and `}}` by braces, `\"` and `\\` by what is escaped. `{n:000}` gives at
/// least three digits, `{n:xxx}` at least three hexadecimal ones, in capitals as device numbers are written.
Parsed<std::string> Interpolate(std::string_view text, const Scope& scope);

/// The first name in an expression, or in the `{…}` of a text, that isn't in `scope`: tells a misspelt name from other
/// mistakes.
std::string_view UnknownNameIn(std::string_view text, const Scope& scope);
/// Whether such a name is one whose `let` couldn't be read.
bool UsesBroken(std::string_view text, const Scope& scope);

}  // namespace hotsite::check
