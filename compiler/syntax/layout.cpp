#include "compiler/syntax/layout.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hotsite::syntax {
namespace {

class Builder {
 public:
  Builder(std::string_view text, const std::vector<Token>& repaired) : text_(text), repaired_(repaired) {}

  std::vector<Item> Run(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
      const bool kept = next_ < repaired_.size() && repaired_[next_].begin == token.begin;
      if (kept) ++next_;
      Take(token, kept);
    }
    return std::move(top_);
  }

 private:
  struct Open {
    Item* item;  // stays where it is: nothing is added beside it while its block is open
    std::size_t newlines;
  };

  void Take(const Token& token, bool kept) {
    switch (token.kind) {
      case TokenKind::kNewline:
        if (kept) EndStatement();
        ++newlines_;
        ++blank_;
        line_used_ = false;
        comment_place_ = nullptr;
        return;
      case TokenKind::kSemicolon:
      case TokenKind::kEnd:
        return EndStatement();
      case TokenKind::kComment:
        Comment(token);
        break;
      case TokenKind::kLeftBrace:
        OpenBlock();
        break;
      case TokenKind::kRightBrace:
        CloseBlock();
        break;
      default:
        if (statement_ == nullptr) statement_ = &Add();
        statement_->pieces.push_back({token, !line_used_});
    }
    line_used_ = true;
    blank_ = 0;
  }

  std::vector<Item>& Items() { return open_.empty() ? top_ : open_.back().item->block; }

  Item& Add() {
    std::vector<Item>& items = Items();
    Item item;
    item.blank_before = !items.empty() && (blank_ > 1 || must_part_);
    item.joined = !items.empty() && line_used_ && !items.back().is_comment();
    must_part_ = false;
    comment_place_ = nullptr;
    return items.emplace_back(std::move(item));
  }

  void Comment(const Token& token) {
    if (statement_ != nullptr) {
      statement_->pieces.push_back({token, !line_used_});
    } else if (comment_place_ != nullptr && comment_place_->kind == TokenKind::kEnd) {
      *comment_place_ = token;
    } else {
      AddComment(token, line_used_);
    }
  }

  // A `///` that is moved to a line of its own documented nothing and must not begin to.
  void AddComment(const Token& token, bool moved) {
    Item& item = Add();
    item.joined = false;
    item.pieces.push_back({token, true});
    must_part_ = moved && text_.substr(token.begin).starts_with("///");
  }

  // Comments behind the last word of the open statement don't belong to its pieces; `place` takes the first of them
  // unless it stands on a line of its own.
  std::vector<Token> TakeComments(Token* place) {
    std::vector<Token> comments;
    std::vector<Piece>& pieces = statement_->pieces;
    while (pieces.back().token.kind == TokenKind::kComment) {
      if (pieces.back().starts_line)
        comments.push_back(pieces.back().token);
      else
        *place = pieces.back().token;
      pieces.pop_back();
    }
    std::reverse(comments.begin(), comments.end());
    return comments;
  }

  void EndStatement() {
    if (statement_ == nullptr) return;
    const std::vector<Token> comments = TakeComments(&statement_->comment);
    comment_place_ = &std::exchange(statement_, nullptr)->comment;
    if (comments.empty()) return;
    blank_ = 0;
    for (const Token& comment : comments) AddComment(comment, false);
  }

  void OpenBlock() {
    Item* const owner = statement_;
    const std::vector<Token> comments = TakeComments(&owner->open_comment);
    statement_ = nullptr;
    owner->has_block = true;
    open_.push_back({owner, newlines_});
    blank_ = 0;
    for (const Token& comment : comments) AddComment(comment, true);
    comment_place_ = &owner->open_comment;
  }

  void CloseBlock() {
    EndStatement();
    const auto [owner, newlines] = open_.back();
    open_.pop_back();
    const bool commented =
        owner->open_comment.kind == TokenKind::kComment ||
        std::any_of(owner->block.begin(), owner->block.end(), [](const Item& item) { return item.is_comment(); });
    owner->one_line = newlines == newlines_ && !commented;
    comment_place_ = &owner->comment;
    must_part_ = false;
  }

  std::string_view text_;
  const std::vector<Token>& repaired_;
  std::size_t next_ = 0;  // in repaired_
  std::vector<Item> top_;
  std::vector<Open> open_;
  Item* statement_ = nullptr;       // that is being read
  Token* comment_place_ = nullptr;  // where a comment goes that stands on the line of what was read last
  std::size_t newlines_ = 0;        // in all
  std::size_t blank_ = 0;           // newlines since the last token of another kind
  bool line_used_ = false;
  bool must_part_ = false;
};

}  // namespace

std::vector<Item> LayoutOf(std::string_view text, const std::vector<Token>& tokens,
                           const std::vector<Token>& repaired) {
  return Builder(text, repaired).Run(tokens);
}

}  // namespace hotsite::syntax
