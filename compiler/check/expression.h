// Arithmetic on whole numbers (`20 + n`) and text with `{n}` in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/check/scope.h"
#include "compiler/values/parsed.h"

namespace hotsite::check {

/// Evaluates `+ - * ( )`, whole numbers and names of `scope`. Refuses what isn't one, unknown names, and results beyond
/// 2^53.
Parsed<std::int64_t> Evaluate(std::string_view text, const Scope& scope);

/// Replaces `{expression}` by its value, `{{` and `}}` by braces, `\"` and `\\` by what is escaped.
Parsed<std::string> Interpolate(std::string_view text, const Scope& scope);

/// The first name in an expression, or in the `{…}` of a text, that isn't in `scope`: tells a misspelt name from other
/// mistakes.
std::string UnknownNameIn(std::string_view text, const Scope& scope);

}  // namespace hotsite::check
