// Values that are lists: `let SERVERS WEB, APP`, taken apart where a list may stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/cursor.h"
#include "compiler/schema/pattern.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

/// The parts of the value whose name is next, if it is a list; else nothing.
const std::vector<std::string>* ListValueAt(const Cursor& cursor);

/// A part as the operands that would have been written in place of the name at `where`.
std::vector<syntax::Operand> OperandsOf(std::string_view part, const schema::Element& element, Span where);

}  // namespace hotsite::check
