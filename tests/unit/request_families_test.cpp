// Families of rows in the annexes: what is merged, what must stay apart.
#include <catch2/catch.hpp>

#include "backends/request/families.h"

namespace {

using hotsite::backends::request::MergeFamilies;
using hotsite::backends::request::NameRanges;
using Rows = std::vector<std::vector<std::string>>;

// Merged, as text.
Rows Merged(const Rows& rows, const std::vector<std::size_t>& counting, std::size_t tally = SIZE_MAX) {
  std::vector<hotsite::backends::document::Row> table;
  for (const auto& row : rows) table.emplace_back(row.begin(), row.end());
  MergeFamilies(table, counting, tally);
  Rows merged;
  for (const hotsite::backends::document::Row& row : table) {
    merged.emplace_back();
    for (const hotsite::backends::document::Cell& cell : row) merged.back().push_back(cell.text);
  }
  return merged;
}

TEST_CASE("families: three names or more become a range") {
  CHECK(NameRanges({"A1", "A2", "A3", "B7", "C1", "C2"}) == "A1 to A3, B7, C1, C2");
  CHECK(NameRanges({"A1", "A3", "A4"}) == "A1, A3, A4");
  CHECK(NameRanges({}).empty());
}

TEST_CASE("families: rows that differ by the number only are one, where the first stood") {
  Rows rows = {{"DB1", "4", "L01", ""}, {"MQ1", "2", "", ""},    {"DB2", "4", "L02", ""}, {"MQ2", "2", "", ""},
               {"DB3", "4", "L03", ""}, {"DB5", "4", "L05", ""}, {"DB6", "8", "L06", ""}, {"DB7", "8", "L09", ""}};
  rows = Merged(rows, {2}, 3);
  CHECK(rows == Rows{{"DB1 to DB3", "4", "L01 to L03", "3"},
                     {"MQ1, MQ2", "2", "", "2"},
                     {"DB5", "4", "L05", "1"},
                     {"DB6", "8", "L06", "1"},
                     {"DB7", "8", "L09", "1"}});
}

TEST_CASE("families: guests with two disks each are two families") {
  Rows rows = {{"DB1", "0100"}, {"DB1", "0101"}, {"DB2", "0100"}, {"DB2", "0101"}};
  rows = Merged(rows, {});
  CHECK(rows == Rows{{"DB1, DB2", "0100"}, {"DB1, DB2", "0101"}});
}

}  // namespace
