// The diagonal strokes of a hatched box: drawn as lines by every printer, since patterns need names that clash where
// several pictures stand in one document.
#pragma once

#include <vector>

#include "backends/drawing/drawing.h"

namespace hotsite::backends::drawing {

/// Weight of a stroke, in points.
inline constexpr double kHatchLine = 0.5;

/// Strokes from lower left to upper right, cut off at the frame.
std::vector<Line> HatchOf(const Box& box);

}  // namespace hotsite::backends::drawing
