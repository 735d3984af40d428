// Every cell of the matrix is accepted, and the page about it says so.
#include "tests/readers/matrix.h"

#include <catch2/catch.hpp>

#include "tests/harness/files.h"
#include "tests/readers/needs.h"

namespace hotsite::readers {
namespace {

TEST_CASE("each distribution's readers accept and understand what is written for it") {
  if (!Fetched() || !OwnNetwork()) return;
  const std::vector<std::vector<Cell>> rows = RunAll();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < Features().size(); ++column) {
      const Cell& cell = rows[row][column];
      INFO(Distributions()[row].title << ", " << Features()[column].title);
      CHECK(cell.problems == "");
      CHECK(cell.understood == cell.expected);
      CHECK_FALSE(cell.readers.empty());
      // What files can't say the README says, with the way out, and nothing else is left out.
      CHECK(cell.unwritten.empty() == cell.lacking.empty());
      if (!cell.lacking.empty()) {
        CHECK(cell.unwritten.find(cell.lacking.substr(cell.lacking.rfind(' ') + 1)) != std::string::npos);
        CHECK(cell.unwritten.find("Way out: ") != std::string::npos);
      }
    }
  }
  const auto page = harness::SourceRoot() / "docs" / "reference" / "linux-matrix.md";
  CHECK(harness::FirstDifference(std::filesystem::exists(page) ? harness::ReadBytes(page) : "", MatrixPage(rows)) ==
        "");
}

}  // namespace
}  // namespace hotsite::readers
