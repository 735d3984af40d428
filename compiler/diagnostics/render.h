// Prints findings. The terminal form follows rustc's layout (place, lines with carets and labels, notes, help as an
// edit); the JSON form carries the same facts for tools. Both are pure functions of the findings and the sources.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/support/json.h"
#include "compiler/support/source_file.h"

namespace hotsite {

struct RenderOptions {
  bool colour = false;
  std::size_t most = 100;  // how many findings are printed; the rest are counted
};

/// Text of all findings, each followed by an empty line, then the summary line ("2 errors, 1 warning").
std::string RenderTerminal(const std::vector<Diagnostic>& findings, const SourceMap& sources,
                           const RenderOptions& options);

/// One finding, without the summary.
std::string RenderOne(const Diagnostic& finding, const SourceMap& sources, bool colour);

/// A JSON document: {"diagnostics":[{code, severity, message, file, start{line,column}, end{…}, label, labels, notes,
/// helps[{text, safe, edits[{file,start,end,text}]}], cause, subjects}], "errors":n, "warnings":n}. Columns count code
/// points from 1. `contract`: how far a request is agreed, a member of that name; null: there is none.
std::string RenderJson(const std::vector<Diagnostic>& findings, const SourceMap& sources, Json contract = {});

/// `2 errors, 1 warning`, `no errors, 1 warning`, `no errors`.
std::string Summary(const std::vector<Diagnostic>& findings);

/// The text of a file after the edits that lie in it; overlapping edits are a bug of the caller.
std::string ApplyEdits(std::string_view text, FileId file, const std::vector<Edit>& edits);

}  // namespace hotsite
