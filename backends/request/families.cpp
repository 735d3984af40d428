#include "backends/request/families.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "compiler/support/name_ranges.h"

namespace hotsite::backends::request {
namespace {

using document::Row;

/// Rows that are printed as one: all of its cells, one after the other, for each column that counts up.
struct Family {
  Row row;
  std::vector<std::vector<std::string>> cells;  // of the counting columns
  std::size_t size = 1;
};

bool Continues(const Family& family, const Row& row, const std::vector<std::size_t>& counting) {
  std::size_t at = 0;
  for (std::size_t column = 1; column < row.size(); ++column) {
    if (at < counting.size() && counting[at] == column) {
      const std::string& last = family.cells[++at].back();
      if (row[column].text != last && row[column].text != NextName(last)) return false;
    } else if (row[column].text != family.row[column].text) {
      return false;
    }
  }
  return true;
}

std::vector<std::vector<std::string>> CountingCells(const Row& row, const std::vector<std::size_t>& counting) {
  std::vector<std::vector<std::string>> cells = {{row.front().text}};
  for (const std::size_t column : counting) cells.push_back({row[column].text});
  return cells;
}

void Extend(Family& family, const Row& row, const std::vector<std::size_t>& counting) {
  ++family.size;
  family.cells.front().push_back(row.front().text);
  for (std::size_t i = 0; i < counting.size(); ++i) {
    const std::string& cell = row[counting[i]].text;
    if (cell != family.cells[i + 1].back()) family.cells[i + 1].push_back(cell);
  }
}

}  // namespace

std::string NameRanges(const std::vector<std::string>& names) {
  std::string text;
  for (const NameRange& range : NameRangesOf(names)) {
    text += (text.empty() ? "" : ", ") + range.first + (range.count > 1 ? " to " + range.last : "");
  }
  return text;
}

void MergeFamilies(std::vector<Row>& rows, const std::vector<std::size_t>& counting, std::size_t tally) {
  std::vector<Family> families;
  std::unordered_multimap<std::string, std::size_t> expected;  // the name that would continue a family
  for (Row& row : rows) {
    const auto [begin, end] = expected.equal_range(row.front().text);
    const auto open =
        std::find_if(begin, end, [&](const auto& entry) { return Continues(families[entry.second], row, counting); });
    std::size_t family = families.size();
    if (open != end) {
      family = open->second;
      expected.erase(open);
      Extend(families[family], row, counting);
    } else {
      families.push_back({row, CountingCells(row, counting)});
    }
    expected.emplace(NextName(row.front().text), family);
  }
  rows.clear();
  for (Family& family : families) {
    Row row = std::move(family.row);
    row.front() = NameRanges(family.cells.front());
    for (std::size_t i = 0; i < counting.size(); ++i) row[counting[i]] = NameRanges(family.cells[i + 1]);
    if (tally < row.size()) row[tally] = std::to_string(family.size);
    rows.push_back(std::move(row));
  }
}

}  // namespace hotsite::backends::request
