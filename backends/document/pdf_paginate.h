// Deals slabs out to pages: pure arithmetic on heights. A slab is what is never split: a line of a paragraph, a row of
// a table, a picture. All lengths are points.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hotsite::backends::document {

struct SlabSize {
  double before = 0;  // distance from what stands above it; none at the top of a page
  double height = 0;
  bool keep = false;      // stands on the page of the next one
  bool new_page = false;  // begins a page
  int head = -1;          // the table head that is repeated above it where it begins a page; -1: none
  bool is_head = false;   // it is that head: not repeated above itself
};

struct PlacedSlab {
  std::size_t page = 0;
  double y = 0;               // of its upper edge, from the top of the page's content
  bool repeats_head = false;  // its head stands above it, at the top of the page
};

/// Slabs stay in order; a chain of slabs that are kept together moves to the next page as a whole, and is broken where
/// a page is full if it is taller than a page. `head_heights` are those of repeated heads. Linear.
std::vector<PlacedSlab> Paginate(std::span<const SlabSize> slabs, std::span<const double> head_heights,
                                 double page_height);

}  // namespace hotsite::backends::document
