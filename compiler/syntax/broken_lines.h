// Statements that go on over a line's end, where they end for us.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/reporter.h"
#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

/// A file's text and what it is called in places.
struct TextOf {
  FileId file;
  std::string_view text;
};

/// `token` begins a line and can only be an operand of the statement that ends in `before`.
void ReportBrokenLine(const Token& before, const Token& token, TextOf source, Reporter& reporter);

/// Reports a sign at `at` that stands between a comma and the end of a line, as in CLISTs (`-`, `+`) or shells (a
/// backslash); left out, the statement goes on. False where it is something else. `before`: the token in front of it.
bool ReportContinuationSign(const std::vector<Token>& tokens, std::size_t at, const Token& before, TextOf source,
                            Reporter& reporter);

}  // namespace hotsite::syntax
