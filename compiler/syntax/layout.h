// What of a file's text a person decided about its layout: which statements share a line, where blank lines and
// comments stand, where a statement goes on in the next line. Made from the tokens for the formatter, which decides the
// rest.
#pragma once

#include <string_view>
#include <vector>

#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

/// A token of a statement up to its block, or a comment between such tokens.
struct Piece {
  Token token;
  bool starts_line = false;  // it is the first on its line
};

/// A statement, or a comment on a line of its own. Tokens of kind kEnd stand for comments that aren't there.
struct Item {
  std::vector<Piece> pieces;  // never empty
  bool blank_before = false;  // a blank line stands before it, and something before that
  bool joined = false;        // it begins on the line on which the item before it ends, behind a `;`
  bool has_block = false;
  bool one_line = false;  // the block's braces stand on one line and there are no comments in it
  std::vector<Item> block;
  Token open_comment;  // behind the block's `{`
  Token comment;       // behind the whole

  bool is_comment() const { return pieces.front().token.kind == TokenKind::kComment; }
};

/// The items of a file without syntax errors. `tokens` are the lexer's, `repaired` what RepairTokens made of them:
/// which newlines end a statement is decided there. Every token but newlines and `;` is in exactly one place of the
/// result, in the order of the text.
std::vector<Item> LayoutOf(std::string_view text, const std::vector<Token>& tokens, const std::vector<Token>& repaired);

}  // namespace hotsite::syntax
