// Reads one operand of a type: consumes the words it needs (a time is two) and gives the value, or reports what is
// wrong.
#pragma once

#include <optional>

#include "compiler/check/cursor.h"
#include "compiler/check/entry.h"
#include "compiler/schema/pattern.h"

namespace hotsite::check {

/// Reads the operand that `element` describes. Nothing when it was wrong, which has been reported.
std::optional<Value> ReadOperand(Cursor& cursor, const schema::Element& element);

/// Whether the next operand could begin a value of this element: decides about parts that may be left out.
bool CouldStart(const Cursor& cursor, const schema::Element& element);

}  // namespace hotsite::check
