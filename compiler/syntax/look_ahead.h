// What the repair of tokens (tokens.h) asks about those that come next. Pure functions over a file's tokens, which end
// in kEnd; `at` is the token that is being looked at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

/// Whether the innermost of `open` brackets is closed before the statement must have ended. Bounded, so that many lines
/// with a forgotten bracket stay linear.
bool ClosesLater(const std::vector<Token>& tokens, std::size_t at, std::size_t open);

/// Whether behind the newline at `at` a block begins, perhaps some lines further down.
bool BlockFollows(const std::vector<Token>& tokens, std::size_t at);

/// Whether every line behind a `{` at a line's end is indented more than the line with the `{`: only then does
/// indentation tell where a brace was forgotten.
bool IsIndented(const std::vector<Token>& tokens);

/// The edits that replace the typographic character at `at` and all further ones of its kind on the line.
std::vector<Edit> Straightened(const std::vector<Token>& tokens, std::size_t at, FileId file, std::string_view text);

/// Takes `sign` away so that one blank stays: `memory=24 GiB` must not become `memory24 GiB`.
Edit WithoutSign(Span sign, std::string_view text);

/// `LNXWAS{n}` without quotes, which would be read as a block. `at` is the brace.
bool IsPlaceInName(const std::vector<Token>& tokens, std::size_t at, const Token& before);

/// How a message shows a character: in quotes, or by its code where that would say nothing.
std::string ShownCharacter(std::string_view character);

/// Whether no statement begins with this: an address `OFFICE[21]`, a `?`.
bool BeginsOperand(const std::vector<Token>& tokens, std::size_t at);

/// The line's text from `first` up to the token, for messages; `{` where there is none.
std::string_view LineHead(std::string_view text, std::size_t first, const Token& token);

/// Whether the token begins one of the three lines that git leaves where a merge has to be decided.
bool IsConflictMarker(std::string_view text, const Token& token);

}  // namespace hotsite::syntax
