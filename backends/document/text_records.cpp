// Rows of a wide table as blocks of lines: what is filled in stands together on the last lines.
#include <algorithm>

#include "backends/document/fields.h"
#include "backends/document/text.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

constexpr std::size_t kIndent = 4, kGap = 2;

/// The titles stand in a column of their own.
std::size_t TitleWidth(const Table& table) {
  std::size_t width = 0;
  for (std::size_t c = table.record_head; c < table.columns.size(); ++c)
    width = std::max(width, DisplayWidth(table.columns[c].title));
  return width;
}

/// On one line, without control characters.
std::string OneLine(std::string_view text) { return WrapCell(text, text.size() + 1).front(); }

class Block {
 public:
  Block(std::vector<std::string>& lines, std::size_t width) : lines_(lines), width_(width) {}

  void Wrapped(std::string_view text, const std::string& first, std::size_t indent) {
    const std::size_t room = width_ > indent + 10 ? width_ - indent : 10;
    bool start = true;
    for (const std::string& line : WrapCell(text, room)) {
      lines_.push_back((start ? PadRight(first, indent) : std::string(indent, ' ')) + line);
      start = false;
    }
  }

  /// Pieces with a gap between them, as many to a line as fit; the first line begins at `indent`, others at kIndent.
  void Pieces(const std::vector<std::string>& pieces, std::size_t indent) {
    std::string line;
    for (const std::string& piece : pieces) {
      if (!line.empty() && indent + DisplayWidth(line) + kGap + DisplayWidth(piece) > width_) {
        Flush(line, indent);
        indent = kIndent;
      }
      line += (line.empty() ? "" : std::string(kGap, ' ')) + piece;
    }
    if (!line.empty()) Flush(line, indent);
  }

 private:
  void Flush(std::string& line, std::size_t indent) {
    if (indent + DisplayWidth(line) <= width_) {
      lines_.push_back(std::string(indent, ' ') + line);
    } else {
      Wrapped(line, "", indent);
    }
    line.clear();
  }

  std::vector<std::string>& lines_;
  std::size_t width_;
};

void AddRow(const Table& table, const Row& row, std::size_t titles, std::size_t width,
            std::vector<std::string>& lines) {
  Block block(lines, width);
  std::vector<std::string> head;
  for (std::size_t c = 0; c < table.record_head && c < row.size(); ++c) {
    const std::string text = Plain(row[c]);
    if (!text.empty()) head.push_back(OneLine(text));
  }
  block.Pieces(head, 0);
  std::vector<std::string> blanks;
  for (std::size_t c = table.record_head; c < row.size() && c < table.columns.size(); ++c) {
    const std::string& title = table.columns[c].title;
    const std::string text = Plain(row[c]);
    if (text.empty()) continue;
    if (row[c].text.empty()) {
      blanks.push_back(OneLine(title.empty() ? text : title + " " + text));
    } else {
      block.Wrapped(text, std::string(kIndent, ' ') + title, kIndent + titles + kGap);
    }
  }
  block.Pieces(blanks, kIndent);
}

}  // namespace

std::vector<std::string> LayOutRecords(const Table& table, std::size_t width) {
  std::vector<std::string> lines;
  const std::size_t titles = TitleWidth(table);
  for (const Row& row : table.rows) {
    if (!lines.empty()) lines.emplace_back();
    AddRow(table, row, titles, width, lines);
  }
  return lines;
}

}  // namespace hotsite::backends::document
