#include "compiler/diagnostics/excerpt.h"

#include <algorithm>
#include <set>

#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

constexpr std::size_t kTab = 4;
constexpr std::size_t kTextWidth = 120;       // texts beside and below marks are wrapped here,
constexpr std::size_t kLeastText = 40;        // but never narrower than this
constexpr std::size_t kBytesLookedAt = 4096;  // of a long line; enough for 160 columns on both sides
constexpr std::size_t kBeforeFocus = 60;      // columns kept to the left when a line is clipped
constexpr std::string_view kClipped = "...";

struct Cell {
  std::size_t byte = 0;
  std::size_t column = 0;
  std::string text;
};

/// Where to begin in a long line: at a code point some way before the focus.
std::size_t WindowStart(std::string_view line, std::size_t focus) {
  if (line.size() <= kBytesLookedAt || focus < kBytesLookedAt / 2) return 0;
  std::size_t at = std::min(focus, line.size()) - kBytesLookedAt / 2;
  while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::vector<Cell> CellsOf(std::string_view line, std::size_t first) {
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::size_t at = first; at < line.size() && at < first + kBytesLookedAt;) {
    const std::size_t bytes = CodePointBytes(line, at);
    const bool tab = line[at] == '\t';
    Cell cell{at, column, tab ? std::string(kTab - column % kTab, ' ') : Printable(line.substr(at, bytes))};
    column += DisplayWidth(cell.text);
    cells.push_back(std::move(cell));
    at += bytes;
  }
  cells.push_back(
      {std::min(line.size(), cells.empty() ? first : cells.back().byte + CodePointBytes(line, cells.back().byte)),
       column, ""});
  return cells;
}

/// First column that is shown, so that the focus is on screen and the right end isn't wasted.
std::size_t FirstColumn(const std::vector<Cell>& cells, std::size_t focus) {
  const std::size_t total = cells.back().column;
  const auto cell = std::lower_bound(cells.begin(), cells.end(), focus,
                                     [](const Cell& c, std::size_t byte) { return c.byte < byte; });
  const std::size_t column = cell == cells.end() ? total : cell->column;
  const std::size_t wanted = column > kBeforeFocus ? column - kBeforeFocus : 0;
  return std::min(wanted, total > kWidestLine ? total - kWidestLine : 0);
}

/// Marks of one line from left to right; of those that begin together the longer one first.
void SortMarks(std::vector<Mark>& marks) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return std::pair(a.begin, b.end) < std::pair(b.begin, a.end); });
}

Row Underline(const std::vector<Mark>& marks, Style primary) {
  std::string signs;
  for (const bool first_layer : {true, false}) {
    for (const Mark& mark : marks) {
      if (mark.primary == first_layer) continue;  // the primary's carets go over the others' dashes
      signs.resize(std::max(signs.size(), mark.end), ' ');
      std::fill(signs.begin() + static_cast<std::ptrdiff_t>(mark.begin),
                signs.begin() + static_cast<std::ptrdiff_t>(mark.end), mark.primary ? '^' : '-');
    }
  }
  Row row;
  for (std::size_t at = signs.find_first_not_of(' '); at < signs.size(); at = signs.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(signs.find_first_not_of(signs[at], at), signs.size());
    row.push_back({at, signs.substr(at, end - at), signs[at] == '^' ? primary : Style::kSecondary});
    at = end;
  }
  return row;
}

/// Bars that lead from marks further left down to their texts.
Row Bars(const std::vector<Mark>& waiting, std::size_t before, Style primary) {
  Row row;
  std::set<std::size_t> drawn;
  for (const Mark& mark : waiting) {
    if (mark.begin >= before || !drawn.insert(mark.begin).second) continue;
    row.push_back({mark.begin, "|", mark.primary ? primary : Style::kSecondary});
  }
  return row;
}

/// `text` in lines that start at `column`.
std::vector<std::string> TextLines(std::string_view text, std::size_t column) {
  const std::size_t room = kTextWidth > column ? kTextWidth - column : 0;
  return WrapWords(text, std::max(room, kLeastText));
}

/// Whether the text of the last mark can stand beside it: nothing is marked further right, and there is room.
bool FitsBeside(const std::vector<Mark>& marks) {
  const Mark& last = marks.back();
  const bool room = last.end + 1 + DisplayWidth(last.text) <= kWidestLine || last.begin > kTextWidth - kLeastText;
  return !last.text.empty() && room &&
         std::all_of(marks.begin(), marks.end() - 1, [&](const Mark& m) { return m.end <= last.end; });
}

}  // namespace

DisplayLine::DisplayLine(std::string_view line, std::size_t focus) : first_byte_(WindowStart(line, focus)) {
  const std::vector<Cell> cells = CellsOf(line, first_byte_);
  const bool more_before = first_byte_ > 0;
  const bool more_behind = cells.back().byte < line.size();
  const bool clip = cells.back().column > kWidestLine || more_before || more_behind;
  const std::size_t first = clip ? FirstColumn(cells, focus) : 0;
  const std::size_t end = clip ? first + kWidestLine : cells.back().column;
  if (first > 0 || more_before) text_ = kClipped;
  const std::size_t shift = text_.size();
  std::size_t width = shift;
  columns_.assign(cells.back().byte - first_byte_ + 1, 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    const std::size_t next = i + 1 < cells.size() ? cells[i + 1].byte : cell.byte + 1;
    const bool shown = cell.column >= first && cell.column + DisplayWidth(cell.text) <= end;
    if (shown) text_.append(cell.text);
    const std::size_t column = cell.column < first ? 0 : std::min(cell.column, end) - first + shift;
    for (std::size_t byte = cell.byte; byte < next; ++byte) columns_[byte - first_byte_] = column;
    if (shown) width = column + DisplayWidth(cell.text);
  }
  if (clip && (cells.back().column > end || more_behind))
    text_.resize(text_.find_last_not_of(' ') + 1), text_.append(kClipped);
  for (std::size_t& column : columns_) column = std::min(column, width);
}

std::size_t DisplayLine::ColumnOf(std::size_t byte) const {
  if (byte < first_byte_) return 0;
  return columns_[std::min(byte - first_byte_, columns_.size() - 1)];
}

std::vector<Row> DrawMarks(std::vector<Mark> marks, Style primary) {
  if (marks.empty()) return {};
  for (Mark& mark : marks) mark.end = std::max(mark.end, mark.begin + 1);
  SortMarks(marks);
  std::vector<Row> rows{Underline(marks, primary)};
  const auto style = [&](const Mark& mark) { return mark.primary ? primary : Style::kSecondary; };
  const bool beside = FitsBeside(marks);
  const Mark last = marks.back();
  if (beside) marks.pop_back();
  std::erase_if(marks, [](const Mark& mark) { return mark.text.empty(); });
  if (beside) {
    const std::size_t column = last.end + 1;
    const std::vector<std::string> lines = TextLines(last.text, column);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) rows.push_back(Bars(marks, column, primary));
      rows.back().push_back({column, Printable(lines[i]), style(last)});
    }
  }
  if (!marks.empty()) rows.push_back(Bars(marks, std::string::npos, primary));
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    for (const std::string& line : TextLines(mark->text, mark->begin)) {
      rows.push_back(Bars(marks, mark->begin, primary));
      rows.back().push_back({mark->begin, Printable(line), style(*mark)});
    }
  }
  return rows;
}

}  // namespace hotsite
