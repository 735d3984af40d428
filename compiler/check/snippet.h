// Text that isn't in a file, read as a spec's statements or operands are: what a vendor answers, and what an answer
// makes of a spec. The text is somebody else's, so it can't become more than what it is read as.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/entry.h"
#include "compiler/schema/pattern.h"

namespace hotsite::check {

/// Where what was read is said to stand.
struct SnippetPlace {
  Span whole;  // of statements
  Span value;  // of operands
};

/// Reads statements as in a block of `parent`, at most a few levels deep; nothing where any of them can't be read.
std::optional<std::vector<Entry>> ReadSnippet(const std::string& text, std::string_view parent,
                                              const SnippetPlace& place);

struct ReadOperands {
  std::vector<Value> values;  // at least one, unless there is a problem
  std::string problem;        // why there are none, in words: "`24 GB` …"
};

/// Reads one operand, or with `several` a list with commas. A `?` isn't read.
ReadOperands ReadOperandText(const std::string& text, const schema::Element& element, bool several, Span place);

/// The operand of a row with this role; nothing when it has none.
const schema::Element* FindOperand(const schema::Row& row, std::string_view role);

}  // namespace hotsite::check
