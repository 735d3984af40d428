// Where a wire passes a bar or another wire without touching it: there it makes a small arc.
#pragma once

#include <vector>

#include "backends/drawing/layout.h"

namespace hotsite::backends::drawing {

/// By wire: the points at which a vertical stretch of it crosses something horizontal, in the order in which the wire
/// passes them.
std::vector<std::vector<Point>> CrossingsOf(const Layout& layout);

struct Piece {
  std::vector<Point> points;
};

/// A path with gaps of this radius around its crossings.
std::vector<Piece> PiecesOf(const std::vector<Point>& path, const std::vector<Point>& crossings, double radius);

}  // namespace hotsite::backends::drawing
