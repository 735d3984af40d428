#include "compiler/requirements/reply_csv.h"

#include <fmt/format.h>

#include <string_view>

namespace hotsite::requirements {
namespace {

constexpr char kHeader[] = "id,kind,answer,value,initials,date,note,subject,requirement,edition\r\n";

/// A cell that no spreadsheet takes for a formula: one that begins with = + - @ (or a tab or line end) gets an
/// apostrophe.
std::string CsvCell(std::string_view text) {
  std::string cell(text);
  if (!cell.empty() && std::string_view("=+-@\t\r\n").find(cell[0]) != std::string_view::npos) cell.insert(0, "'");
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

std::string ReplyCsv(const std::vector<const Requirement*>& rows) {
  std::string text = kHeader;
  for (const Requirement* row : rows) {
    text += fmt::format("{},{},,,,,,{},{},{}\r\n", CsvCell(row->id), ToString(row->kind), CsvCell(row->subject),
                        CsvCell(row->sentence), row->edition);
  }
  return text;
}

}  // namespace hotsite::requirements
