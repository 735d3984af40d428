// Boxes in rows, and the wires that leave them downward. Wires of an upper row go past the rows below it, beside the
// boxes, never through one and never across each other.
#pragma once

#include <cstddef>
#include <vector>

#include "backends/drawing/layout.h"

namespace hotsite::backends::drawing {

/// A wire that leaves a box, or rows of boxes, at the bottom.
struct Exit {
  std::size_t wire = 0;
  double x = 0;
};

/// A corner of a wire.
struct Corner {
  std::size_t wire = 0;
  Point at;
};

struct Cell {
  double width = 0, height = 0;
  std::vector<Exit> exits;  // from its left edge
  bool starts = false;      // its wires begin at its lower edge
  Point at = {};            // set by PlaceRows
};

struct Rows {
  double width = 0, height = 0;
  std::vector<Exit> exits;
  std::vector<Corner> corners;  // in the order in which a wire passes them
};

/// Where wires of upper rows go down.
enum class Channel : std::uint8_t {
  kColumns,  // to the right of their box's column: all boxes are of one size
  kEnd,      // to the right of all boxes
};

Rows PlaceRows(std::vector<std::vector<Cell>>& rows, const Metrics& metrics, Channel channel);

}  // namespace hotsite::backends::drawing
