// A line stays a line where it fits: statements that share one behind `;`, and blocks that are written on one. Anything
// longer is opened: a block first, then the statement behind its commas. Line ends that a person put into a statement
// stay.
#include "compiler/syntax/format.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/support/utf8.h"
#include "compiler/syntax/aligned_lines.h"
#include "compiler/syntax/layout.h"
#include "compiler/syntax/parse.h"
#include "compiler/syntax/spacing.h"
#include "compiler/syntax/wrap.h"

namespace hotsite::syntax {
namespace {

constexpr std::size_t kIndent = 2;
/// Longer than any line that fits, however its characters are encoded.
constexpr std::size_t kMostBytes = 4 * kMostColumns;

using Items = std::span<const Item>;

class Printer {
 public:
  explicit Printer(std::string_view text) : text_(text) {}

  std::string Run(const std::vector<Item>& items) {
    Block(items, 0, false);
    return PrintAligned(lines_);
  }

 private:
  // `split`: statements that shared a line get their own.
  void Block(Items items, std::size_t indent, bool split) {
    while (!items.empty()) {
      std::size_t count = 1;
      while (!split && count < items.size() && items[count].joined) ++count;
      if (items.front().blank_before) lines_.emplace_back();
      const Items rest = std::exchange(items, items.subspan(count));
      const Items group = rest.first(count);
      if (count > 1 && Line(group, indent, "")) continue;
      for (std::size_t i = 0; i < count; ++i) Statement(group[i], indent, rest.subspan(i + 1));
    }
  }

  // Puts items on one line if they fit there.
  bool Line(Items items, std::size_t indent, std::string_view behind) {
    std::string line;
    if (!AppendFlat(items, line)) return false;
    line += behind;
    if (indent + DisplayWidth(line) > kMostColumns) return false;
    lines_.push_back({indent, std::move(line), Text(items.back().comment), false});
    return true;
  }

  // Appends items as they read on one line; false, and something of them, when they can't or are far too long.
  bool AppendFlat(Items items, std::string& line) const {
    for (const Item& item : items) {
      if (&item != &items.front()) line += "; ";
      Spacing spacing(text_);
      for (const Piece& piece : item.pieces) {
        const bool first = &piece == &item.pieces.front();
        if (piece.token.kind == TokenKind::kComment || (piece.starts_line && !first)) return false;
        line.append(spacing.BlankBefore(piece.token) ? " " : "").append(Text(piece.token));
        if (line.size() > kMostBytes) return false;
      }
      if (!item.has_block) continue;
      if (!item.one_line) return false;
      line += item.block.empty() ? " {" : " { ";
      if (!AppendFlat(item.block, line)) return false;
      line += item.block.empty() ? "}" : " }";
    }
    return true;
  }

  // `rest`: what follows in its block.
  void Statement(const Item& item, std::size_t indent, Items rest) {
    if (item.is_comment()) {
      lines_.push_back({indent, std::string(Text(item.pieces.front().token)), {}, false});
      return;
    }
    const std::string_view behind = WouldGoOn(item, rest) ? ";" : "";
    if (Line({&item, 1}, indent, behind)) return;
    const bool opened = !item.block.empty() || item.open_comment.kind == TokenKind::kComment;
    for (CodeLine& line : WrapStatement(item, text_, indent, opened ? " {" : item.has_block ? " {}" : behind))
      lines_.push_back(std::move(line));
    if (!opened) {
      lines_.back().comment = Text(item.comment);
      return;
    }
    lines_.back().comment = Text(item.one_line ? item.comment : item.open_comment);
    lines_.back().brace = true;
    Block(item.block, indent + kIndent, item.one_line);
    lines_.push_back({indent, "}", item.one_line ? std::string_view() : Text(item.comment), true});
  }

  // Behind a comma, the next statement would be part of this one.
  static bool WouldGoOn(const Item& item, Items rest) {
    return item.pieces.back().token.kind == TokenKind::kComma && !item.has_block &&
           std::any_of(rest.begin(), rest.end(), [](const Item& next) { return !next.is_comment(); });
  }

  std::string_view Text(const Token& token) const { return PrintedText(token, text_); }

  std::string_view text_;
  std::vector<CodeLine> lines_;
};

}  // namespace

std::optional<std::string> Format(const SourceMap& sources, FileId file, Reporter& reporter) {
  const std::string_view text = sources.Get(file).text();
  const std::size_t before = reporter.error_count();
  const std::vector<Token> tokens = Lex(sources, file, reporter);
  const std::vector<Token> repaired = RepairTokens(tokens, file, text, reporter);
  if (reporter.error_count() > before) return {};
  return Printer(text).Run(LayoutOf(text, tokens, repaired));
}

}  // namespace hotsite::syntax
