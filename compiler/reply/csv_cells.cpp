#include "compiler/reply/csv_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hotsite::reply {
namespace {

constexpr std::string_view kSaysSeparator = "sep=";

/// How often each separator stands in the first line that has any.
char MostFrequent(std::string_view text) {
  constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    const auto found = std::find(kSeparators.begin(), kSeparators.end(), c);
    if (found != kSeparators.end()) ++counts[static_cast<std::size_t>(found - kSeparators.begin())];
    const bool any = std::any_of(counts.begin(), counts.end(), [](std::size_t count) { return count > 0; });
    if ((c == '\n' || c == '\r') && any) break;
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

}  // namespace

char SeparatorOf(std::string_view text) {
  if (text.starts_with(kSaysSeparator) && text.size() > kSaysSeparator.size()) return text[kSaysSeparator.size()];
  return MostFrequent(text);
}

bool CsvCells::TakeLineEnd() {
  if (AtEnd()) return true;
  if (text_[at_] != '\r' && text_[at_] != '\n') return false;
  at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
  return true;
}

std::string CsvCells::QuotedCell() {
  const std::size_t begin = at_++;
  std::string cell;
  while (!AtEnd()) {
    const char c = text_[at_++];
    if (c != '"') {
      cell += c;
    } else if (!AtEnd() && text_[at_] == '"') {
      cell += '"';
      ++at_;
    } else {
      return cell;
    }
  }
  const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
  problem_ = fmt::format("breaks off: the quotation mark that opens a cell in line {} is never closed", line);
  return {};
}

std::string CsvCells::Cell() {
  std::string cell;
  if (!AtEnd() && text_[at_] == '"') cell = QuotedCell();
  const std::size_t begin = at_;
  while (!AtEnd() && text_[at_] != separator_ && text_[at_] != '\r' && text_[at_] != '\n') ++at_;
  return cell.append(text_.substr(begin, at_ - begin));
}

bool CsvCells::Next(TableRow& row) {
  row.number = ++row_;
  row.cells.clear();
  if (AtEnd() || !problem_.empty()) return false;
  while (true) {
    if (row.cells.size() >= kMaxColumns) {
      problem_ = fmt::format("has more than {} columns in row {}", kMaxColumns, row_);
      return false;
    }
    row.cells.push_back(Cell());
    if (!problem_.empty()) return false;
    if (TakeLineEnd()) return true;
    ++at_;  // the separator
  }
}

}  // namespace hotsite::reply
