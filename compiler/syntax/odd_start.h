// Lines that don't begin with a word: what people begin lines with in other languages, and what is meant by it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/reporter.h"
#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

/// The token with which a statement would begin, among all of its file.
struct Start {
  const std::vector<Token>& tokens;
  std::size_t at;
  FileId file;
  std::string_view text;  // of the file
  bool first_on_line;
};

/// Reports a start that isn't a word. Whether the line is lost by it; else the statement begins behind the token.
bool ReportOddStart(const Start& start, Reporter& reporter);

/// Reports `/*`, with which a comment of another language begins at the token. Where that comment ends, or 0 where it
/// doesn't.
std::size_t ReportBlockComment(const Start& start, Reporter& reporter);

}  // namespace hotsite::syntax
