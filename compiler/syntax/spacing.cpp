#include "compiler/syntax/spacing.h"

namespace hotsite::syntax {
namespace {

bool Opens(TokenKind kind) { return kind == TokenKind::kLeftBracket || kind == TokenKind::kLeftParen; }
bool Closes(TokenKind kind) { return kind == TokenKind::kRightBracket || kind == TokenKind::kRightParen; }
bool IsOperator(TokenKind kind) {
  return kind == TokenKind::kPlus || kind == TokenKind::kMinus || kind == TokenKind::kStar;
}

}  // namespace

// Inside brackets stand expressions; outside, only the blanks tell `runs -5` from `1 - 5`.
bool Spacing::IsSign(const Token& token) const {
  if (token.kind != TokenKind::kPlus && token.kind != TokenKind::kMinus) return false;
  if (Opens(last_.kind) || last_.kind == TokenKind::kComma || IsOperator(last_.kind)) return true;
  const bool bound =
      token.end < text_.size() && std::string_view(" \t\r\n").find(text_[token.end]) == std::string_view::npos;
  return depth_ == 0 && IsApart(token) && bound;
}

bool Spacing::BlankBefore(const Token& token) {
  const bool is_sign = IsSign(token);
  bool blank = true;
  if (last_.kind == TokenKind::kEnd || last_is_sign_ || Opens(last_.kind)) {
    blank = false;
  } else if (token.kind == TokenKind::kComma || token.kind == TokenKind::kLeftBracket || Closes(token.kind)) {
    blank = false;
  } else if (token.kind == TokenKind::kLeftParen) {
    blank = IsApart(token) || IsOperator(last_.kind) || last_.kind == TokenKind::kComma;
  }
  if (Opens(token.kind)) ++depth_;
  if (Closes(token.kind)) --depth_;
  last_ = token;
  last_is_sign_ = is_sign;
  return blank;
}

}  // namespace hotsite::syntax
