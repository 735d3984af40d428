#include "backends/drawing/hatch.h"

#include <algorithm>

namespace hotsite::backends::drawing {
namespace {

constexpr double kPitch = 5;  // between strokes, along the edges

}  // namespace

std::vector<Line> HatchOf(const Box& box) {
  std::vector<Line> lines;
  const double left = box.at.x, top = box.at.y;
  // A stroke is where x - left + y - top = sum.
  for (double sum = kPitch; sum < box.width + box.height; sum += kPitch) {
    const double low = std::min(sum, box.height), high = std::min(sum, box.width);
    lines.push_back({{{left + sum - low, top + low}, {left + high, top + sum - high}}, kHatchLine, Stroke::kSolid});
  }
  return lines;
}

}  // namespace hotsite::backends::drawing
