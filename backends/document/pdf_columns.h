// How the columns of a table share the width of the page. Lengths are points.
#pragma once

#include <span>
#include <vector>

namespace hotsite::backends::document {

struct ColumnWish {
  double natural = 0;  // of the longest cell, on one line
  double least = 0;    // of the longest word
  bool grows = false;  // takes what is left: room to write in
  bool fixed = false;  // takes nothing of it: initials
};

/// Widths whose sum is at most `available`: as wished where all fits, and the rest to those that grow, in proportion,
/// else spread a little and then left to the last one; where it doesn't fit the widest give way, down to their longest
/// word as long as another can still give.
std::vector<double> ShareWidth(std::span<const ColumnWish> wishes, double available);

}  // namespace hotsite::backends::document
