// The cells of a CSV file (RFC 4180), as spreadsheets of all countries write it: parted by commas, semicolons or tabs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "compiler/reply/table.h"

namespace hotsite::reply {

/// What parts the cells: the one of `,` `;` and tab that is most frequent in the first line that holds any, outside of
/// quotes; or what Excel's `sep=` line says.
char SeparatorOf(std::string_view text);

/// Gives one row after the other. Lenient where only one reading is left: a quote within a cell that doesn't begin with
/// one stands for itself, and so does what follows a closing quote.
class CsvCells {
 public:
  CsvCells(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The next row into `row`; false at the end, and when `problem()` says what is wrong.
  bool Next(TableRow& row);
  const std::string& problem() const { return problem_; }

 private:
  bool AtEnd() const { return at_ >= text_.size(); }
  std::string Cell();
  std::string QuotedCell();
  bool TakeLineEnd();

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
  std::string problem_;
};

}  // namespace hotsite::reply
