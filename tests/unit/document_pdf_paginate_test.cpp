#include <catch2/catch.hpp>

#include "backends/document/pdf_columns.h"
#include "backends/document/pdf_paginate.h"

using namespace hotsite::backends::document;

namespace {

constexpr double kPage = 100;

SlabSize Of(double height, bool keep = false) { return {0, height, keep}; }

/// `page:y` of each slab, `*` where the head stands above it.
std::string Places(const std::vector<SlabSize>& slabs, const std::vector<double>& heads = {}) {
  std::string places;
  for (const PlacedSlab& placed : Paginate(slabs, heads, kPage)) {
    if (!places.empty()) places += ' ';
    places += std::to_string(placed.page) + ":" + std::to_string(static_cast<int>(placed.y));
    if (placed.repeats_head) places += '*';
  }
  return places;
}

SlabSize Row(double height, bool keep = false) {
  SlabSize row = Of(height, keep);
  row.head = 0;
  return row;
}

SlabSize Head(double height) {
  SlabSize head = Row(height, true);
  head.is_head = true;
  return head;
}

std::vector<int> Widths(const std::vector<ColumnWish>& wishes, double available) {
  std::vector<int> widths;
  for (const double width : ShareWidth(wishes, available)) widths.push_back(static_cast<int>(width + 0.5));
  return widths;
}

}  // namespace

TEST_CASE("pages: slabs follow each other, and distances vanish at the top of a page") {
  CHECK(Places({}).empty());
  CHECK(Places({{10, 40}, {10, 40}, {10, 40}}) == "0:0 0:50 1:0");
  CHECK(Places({{0, 50}, {0, 50}}) == "0:0 0:50");
}

TEST_CASE("pages: what is kept together moves as a whole") {
  CHECK(Places({Of(80), Of(10, true), Of(20)}) == "0:0 1:0 1:10");
  CHECK(Places({Of(60), Of(10, true), Of(10, true), Of(20)}) == "0:0 0:60 0:70 0:80");
  CHECK(Places({Of(70), Of(10, true), Of(10, true), Of(20)}) == "0:0 1:0 1:10 1:20");
}

TEST_CASE("pages: a chain that no page can hold is broken where a page is full, and not moved before") {
  CHECK(Places({Of(50), Of(40, true), Of(40, true), Of(40)}) == "0:0 0:50 1:0 1:40");
}

TEST_CASE("pages: a slab begins a page when it says so, but makes no empty one") {
  CHECK(Places({{0, 10, false, true}, {0, 10, false, true}, {0, 10}}) == "0:0 1:0 1:10");
  CHECK(Places({Of(10, true), {0, 10, false, true}}) == "0:0 1:0");
}

TEST_CASE("pages: a table's head stands on every page of it, with two rows at least") {
  CHECK(Places({Of(20), Head(10), Row(30, true), Row(30), Row(30)}, {15}) == "0:0 0:20 0:30 0:60 1:15*");
  CHECK(Places({Of(50), Head(10), Row(30, true), Row(30)}, {15}) == "0:0 1:0 1:10 1:40");
  CHECK(Places({Head(10), Row(60), Row(60), Of(10)}, {15}) == "0:0 0:10 1:15* 1:75");
}

TEST_CASE("pages: what is taller than a page ends and doesn't loop") {
  CHECK(Places({Of(250), Of(10)}) == "0:0 1:0");
  CHECK(Places({Head(10), Row(250), Row(250)}, {15}) == "0:0 1:15* 2:15*");
}

TEST_CASE("pages: columns are as wide as they wish where there is room, and the rest is spread") {
  CHECK(Widths({{20, 10}, {30, 10}}, 60) == std::vector<int>{25, 35});
  CHECK(Widths({{20, 10}, {30, 10}}, 200) == std::vector<int>{44, 156});
  CHECK(Widths({{20, 10}, {20, 10, true}, {40, 10, true}}, 158) == std::vector<int>{26, 46, 86});
  CHECK(Widths({{20, 10}, {30, 10}, {40, 40, false, true}}, 200) == std::vector<int>{44, 116, 40});
  CHECK(Widths({}, 100).empty());
}

TEST_CASE("pages: where columns don't fit the widest gives way, down to its longest word") {
  CHECK(Widths({{20, 10}, {300, 50}}, 100) == std::vector<int>{20, 80});
  CHECK(Widths({{200, 10}, {300, 80}}, 100) == std::vector<int>{20, 80});
  CHECK(Widths({{20, 20}, {300, 200}, {300, 200}}, 100) == std::vector<int>{20, 40, 40});
}
