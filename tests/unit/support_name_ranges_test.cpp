// Names that count up: the next one, and which make a range.
#include <catch2/catch.hpp>

#include "compiler/support/name_ranges.h"

namespace {

using hotsite::NameRangesOf;
using hotsite::NextName;

TEST_CASE("names: the next name counts the number at the end, as wide as it was") {
  CHECK(NextName("LNXWEB1") == "LNXWEB2");
  CHECK(NextName("LNXWEB9") == "LNXWEB10");
  CHECK(NextName("LNXWEB09") == "LNXWEB10");
  CHECK(NextName("LX0099") == "LX0100");
  CHECK(NextName("999999999") == "1000000000");
  CHECK(NextName("LNXRTR").empty());
  CHECK(NextName("").empty());
  CHECK(NextName("X1234567890").empty());
}

TEST_CASE("names: three in a row are a range, two are not") {
  const auto ranges = NameRangesOf({"A1", "A2", "A3", "B7", "C1", "C2", "C2", "D09", "D10", "D11"});
  REQUIRE(ranges.size() == 6);
  CHECK((ranges[0].first == "A1" && ranges[0].last == "A3" && ranges[0].count == 3));
  CHECK((ranges[2].first == "C1" && ranges[2].last == "C1" && ranges[2].count == 1));
  CHECK((ranges[5].first == "D09" && ranges[5].last == "D11"));
  CHECK(NameRangesOf({}).empty());
}

}  // namespace
