#include "compiler/syntax/wrap.h"

#include <string>
#include <utility>

#include "compiler/support/utf8.h"
#include "compiler/syntax/spacing.h"

namespace hotsite::syntax {
namespace {

constexpr std::size_t kContinued = 4;

class Wrapper {
 public:
  Wrapper(std::string_view text, std::size_t indent) : text_(text), indent_(indent) {}

  std::vector<CodeLine> Run(const Item& item, std::string_view behind) {
    Spacing spacing(text_);
    for (const Piece& piece : item.pieces) {
      if (piece.starts_line) StartLine();
      if (piece.token.kind == TokenKind::kComment) {
        Comment(piece);
        continue;
      }
      const bool blank = spacing.BlankBefore(piece.token);
      chunk_.append(blank && !chunk_.empty() ? " " : "").append(PrintedText(piece.token, text_));
      if (piece.token.kind == TokenKind::kComma && spacing.depth() == 0) EndChunk();
    }
    if (chunk_.empty())
      lines_.back().text += behind;
    else
      chunk_ += behind;
    EndChunk();
    return std::move(lines_);
  }

 private:
  void StartLine() {
    EndChunk();
    fresh_ = true;
  }

  void Comment(const Piece& piece) {
    EndChunk();
    const std::string_view comment = PrintedText(piece.token, text_);
    if (piece.starts_line)
      lines_.push_back({indent_ + kContinued, std::string(comment), {}, false});
    else
      lines_.back().comment = comment;
  }

  // A chunk ends at a comma outside of brackets or where the line does; it isn't broken.
  void EndChunk() {
    if (chunk_.empty()) return;
    if (fresh_ || !Fits())
      lines_.push_back({lines_.empty() ? indent_ : indent_ + kContinued, std::move(chunk_), {}, false});
    else
      lines_.back().text.append(" ").append(chunk_);
    chunk_.clear();
    fresh_ = false;
  }

  bool Fits() const {
    const CodeLine& line = lines_.back();
    return line.indent + DisplayWidth(line.text) + 1 + DisplayWidth(chunk_) <= kMostColumns;
  }

  std::string_view text_;
  std::size_t indent_;
  std::vector<CodeLine> lines_;
  std::string chunk_;
  bool fresh_ = true;  // the chunk begins a line
};

}  // namespace

std::vector<CodeLine> WrapStatement(const Item& item, std::string_view text, std::size_t indent,
                                    std::string_view behind) {
  return Wrapper(text, indent).Run(item, behind);
}

std::string_view PrintedText(const Token& token, std::string_view text) {
  text = text.substr(token.begin, token.end - token.begin);
  while (token.kind == TokenKind::kComment && (text.ends_with(' ') || text.ends_with('\t'))) text.remove_suffix(1);
  return text;
}

}  // namespace hotsite::syntax
