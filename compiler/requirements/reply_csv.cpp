#include "compiler/requirements/reply_csv.h"

#include <fmt/format.h>

#include <string_view>

namespace hotsite::requirements {
namespace {

constexpr char kHeader[] = "id,kind,answer,value,initials,date,note,subject,requirement,edition,request\r\n";

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

std::string RequestName(std::string_view recovery, unsigned revision, std::string_view digest) {
  return fmt::format("{} {} {}", recovery, revision == 0 ? "draft" : fmt::format("revision {}", revision),
                     digest.substr(0, 12));
}

std::string ReplyCsv(std::string_view request, const std::vector<const Requirement*>& rows) {
  const std::string name = CsvCell(request);
  std::string text = kHeader;
  for (const Requirement* row : rows) {
    text += fmt::format("{},{},,,,,,{},{},{},{}\r\n", CsvCell(row->id), ToString(row->kind), CsvCell(row->subject),
                        CsvCell(row->sentence), row->edition, name);
  }
  return text;
}

}  // namespace hotsite::requirements
