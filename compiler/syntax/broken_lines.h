// Statements that go on over a line's end, where they end for us.
#pragma once

#include <cstddef>
#include <cstdint>
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

/// Reports a sign at `at` that ends a line as in CLISTs (`-`, `+`) or shells (a backslash), and whose statement goes on
/// in the next one: further right than `indent`. False where it is something else. `before`: the
/// last token in front of it.
bool ReportContinuationSign(const std::vector<Token>& tokens, std::size_t at, const Token& before, std::uint32_t indent,
                            TextOf source, Reporter& reporter);

}  // namespace hotsite::syntax
