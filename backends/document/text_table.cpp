// How text wraps in cells and how columns share 72 columns: widths follow the content; where it doesn't fit, the widest
// give.
#include <algorithm>

#include "backends/document/fields.h"
#include "backends/document/text.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

constexpr std::size_t kGap = 2;

/// `word` in pieces of at most `width` columns.
std::vector<std::string> Pieces(std::string_view word, std::size_t width) {
  std::vector<std::string> pieces(1);
  std::size_t columns = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t bytes = CodePointBytes(word, at);
    const std::string_view character = word.substr(at, bytes);
    const std::size_t wide = DisplayWidth(character);
    if (columns > 0 && columns + wide > width) {
      pieces.emplace_back();
      columns = 0;
    }
    pieces.back() += character;
    columns += wide;
    at += bytes;
  }
  return pieces;
}

std::string Blanked(std::string_view text) {
  std::string blanked(text);
  std::replace_if(
      blanked.begin(), blanked.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
  return blanked;
}

std::size_t LongestWord(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    longest = std::max(longest, DisplayWidth(text.substr(at, end - at)));
    at = end + 1;
  }
  return longest;
}

struct Width {
  std::size_t natural = 1;  // of the longest cell
  std::size_t least = 1;    // of the longest word
};

using Rows = std::vector<std::vector<std::string>>;

Rows PlainRows(const Table& table) {
  Rows rows;
  for (const Row& row : table.rows) {
    rows.emplace_back();
    for (const Cell& cell : row) rows.back().push_back(Plain(cell));
  }
  return rows;
}

std::vector<Width> Measure(const Table& table, const Rows& rows) {
  std::vector<Width> widths(table.columns.size());
  const auto measure = [&](std::size_t column, std::string_view cell) {
    widths[column].natural = std::max(widths[column].natural, DisplayWidth(cell));
    widths[column].least = std::max(widths[column].least, LongestWord(cell));
  };
  for (std::size_t c = 0; c < widths.size(); ++c) measure(c, table.columns[c].title);
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < widths.size() && c < row.size(); ++c) measure(c, row[c]);
  }
  constexpr std::size_t kBox = 3;  // `[ ]`: never in two pieces
  for (const Row& row : table.rows) {
    for (std::size_t c = 0; c < widths.size() && c < row.size(); ++c) {
      if (!row[c].fields.empty() && row[c].fields.front().kind == Field::Kind::kTick)
        widths[c].least = std::max(widths[c].least, kBox);
    }
  }
  return widths;
}

std::size_t Sum(const std::vector<std::size_t>& widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) sum += width;
  return sum;
}

/// Takes columns away from the widest until all fit, never below the longest word while another can give.
std::vector<std::size_t> Share(const std::vector<Width>& wanted, std::size_t available) {
  std::vector<std::size_t> widths;
  for (const Width& width : wanted) widths.push_back(std::min(width.natural, available));
  while (Sum(widths) > available) {
    std::size_t widest = widths.size(), any = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
      if (widths[c] > widths[any]) any = c;
      if (widths[c] > wanted[c].least && (widest == widths.size() || widths[c] > widths[widest])) widest = c;
    }
    std::size_t& gives = widths[widest == widths.size() ? any : widest];
    if (gives == 1) break;
    --gives;
  }
  return widths;
}

void AddRow(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
            std::vector<std::string>& lines) {
  std::vector<std::vector<std::string>> wrapped;
  std::size_t height = 1;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    wrapped.push_back(WrapCell(c < cells.size() ? cells[c] : "", widths[c]));
    height = std::max(height, wrapped.back().size());
  }
  for (std::size_t at = 0; at < height; ++at) {
    std::string line;
    for (std::size_t c = 0; c < widths.size(); ++c) {
      if (c > 0) line += std::string(kGap, ' ');
      line += PadRight(at < wrapped[c].size() ? wrapped[c][at] : "", widths[c]);
    }
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::vector<std::string> WrapCell(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string& line : WrapWords(Blanked(text), width)) {
    if (DisplayWidth(line) <= width) {
      lines.push_back(line);
    } else {
      for (std::string& piece : Pieces(line, width)) lines.push_back(std::move(piece));
    }
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::vector<std::string> LayOutTable(const Table& table, std::size_t width) {
  std::vector<std::string> lines;
  if (table.columns.empty()) return lines;
  const Rows rows = PlainRows(table);
  const std::vector<std::size_t> widths = Share(Measure(table, rows), width - kGap * (table.columns.size() - 1));
  std::vector<std::string> titles;
  std::string rule;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    titles.push_back(table.columns[c].title);
    rule += (c > 0 ? std::string(kGap, ' ') : "") + std::string(widths[c], '-');
  }
  AddRow(titles, widths, lines);
  lines.push_back(rule);
  for (const auto& row : rows) AddRow(row, widths, lines);
  return lines;
}

}  // namespace hotsite::backends::document
