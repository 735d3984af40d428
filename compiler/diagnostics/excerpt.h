// Source lines with marks under them, as rows of text without the gutter. Used by the terminal renderer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/style.h"

namespace hotsite {

/// The widest source line that is shown whole; longer ones are clipped around what is marked.
inline constexpr std::size_t kWidestLine = 160;

/// A source line as it is printed: tabs expanded to four columns, dangerous characters shown as U+FFFD, clipped.
class DisplayLine {
 public:
  /// `focus`: a byte of the line that must stay visible.
  DisplayLine(std::string_view line, std::size_t focus);

  const std::string& text() const { return text_; }
  /// The display column of a byte of the line; those that are clipped away fall on the nearest end.
  std::size_t ColumnOf(std::size_t byte) const;

 private:
  std::string text_;
  std::size_t first_byte_ = 0;
  std::vector<std::size_t> columns_;  // of first_byte_, first_byte_ + 1, …, and of the end
};

/// Columns [begin, end) of one line, with what is said about them (may be empty).
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  bool primary = false;
};

/// The rows under a source line: `^^^^` and `----`, the rightmost text beside them, the others below on their own rows.
std::vector<Row> DrawMarks(std::vector<Mark> marks, Style primary);

}  // namespace hotsite
