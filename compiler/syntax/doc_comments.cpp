#include "compiler/syntax/doc_comments.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace hotsite::syntax {
namespace {

std::string_view WithoutMark(std::string_view comment) {
  comment.remove_prefix(3);
  while (comment.starts_with(' ')) comment.remove_prefix(1);
  while (comment.ends_with(' ') || comment.ends_with('\t')) comment.remove_suffix(1);
  return comment;
}

int DepthChange(TokenKind kind) { return kind == TokenKind::kLeftBrace ? 1 : kind == TokenKind::kRightBrace ? -1 : 0; }

}  // namespace

DocComments::DocComments(std::string_view text, const std::vector<Token>& tokens) {
  std::optional<std::string> block;
  bool first = true;
  int depth = 0;
  unsigned newlines = 1;  // since the last token of another kind
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kNewline) {
      ++newlines;
      continue;
    }
    if (token.kind == TokenKind::kSemicolon) continue;  // an empty statement is nothing
    const bool at_end = token.kind == TokenKind::kEnd;
    if (block && (newlines > 1 || at_end) && std::exchange(first, false) && depth == 0) of_file_ = *block;
    if (newlines > 1 || at_end) block.reset();
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    if (token.kind == TokenKind::kComment && word.starts_with("///") && newlines > 0) {
      block = block ? fmt::format("{} {}", *block, WithoutMark(word)) : std::string(WithoutMark(word));
    } else if (block) {
      first = false;
      if (token.kind == TokenKind::kWord) blocks_.push_back({token.begin, std::move(*block)});
      block.reset();
    }
    depth += DepthChange(token.kind);
    newlines = 0;
  }
}

std::string DocComments::Above(std::uint32_t offset) {
  while (next_ < blocks_.size() && blocks_[next_].begin < offset) ++next_;
  if (next_ == blocks_.size() || blocks_[next_].begin != offset) return {};
  return std::move(blocks_[next_++].text);
}

}  // namespace hotsite::syntax
