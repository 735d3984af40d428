// Where a blank stands between two tokens of a statement.
#pragma once

#include <string_view>

#include "compiler/syntax/tokens.h"

namespace hotsite::syntax {

/// Asked for the tokens of one statement in order, comments left out.
class Spacing {
 public:
  explicit Spacing(std::string_view text) : text_(text) {}

  /// Whether a blank stands before `token`; never before the first. A sign that the source binds to what follows (`-5`)
  /// stays bound, and `(` stays directly behind the word that it is written behind.
  bool BlankBefore(const Token& token);

  /// Brackets that are open behind the token asked for last.
  unsigned depth() const { return depth_; }

 private:
  bool IsSign(const Token& token) const;
  bool IsApart(const Token& token) const { return token.begin > last_.end; }

  std::string_view text_;
  Token last_;  // kEnd before the first
  bool last_is_sign_ = false;
  unsigned depth_ = 0;
};

}  // namespace hotsite::syntax
