// Edits of a spec's text for the rules' ways out: take a statement away, put one in, with the indentation of its
// neighbours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/written.h"

namespace hotsite::rules {

/// The blanks in front of the first statement on the line of `place`.
std::string IndentOf(const SourceMap& sources, Span place);

/// The statement's text with its lines moved from its own indentation to `indent` (the first line without indentation).
std::string Reindented(const SourceMap& sources, Span whole, std::string_view indent);

/// The edit that makes a site say `text` for the value at `place`; none where that text stands for more than one
/// placement.
std::vector<Edit> ReplaceValue(const model::Written& placed_by, Span place, std::string_view text);

/// Replaces a statement by `lines` (which may be empty: it is taken away, with its line and the `///` comment above
/// it).
Edit ReplaceStatement(const SourceMap& sources, Span whole, const std::vector<std::string>& lines);

/// Puts `lines` behind a statement, at its indentation.
Edit InsertBehind(const SourceMap& sources, Span whole, const std::vector<std::string>& lines);

/// Puts a statement at the end of a statement's block, which is made when there is none.
Edit InsertIntoBlock(const SourceMap& sources, const model::Written& written, std::string_view statement);

}  // namespace hotsite::rules
