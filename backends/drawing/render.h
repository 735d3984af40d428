// A scene with its places as a drawing; and what the marks in it mean.
#pragma once

#include <set>
#include <string>

#include "backends/drawing/layout.h"

namespace hotsite::backends::drawing {

/// What a picture can hold that needs explaining.
enum class Mark : std::uint8_t {
  kStack,
  kVswitch,
  kGuestLan,
  kBridge,
  kHipersockets,
  kOutside,
  kPort,
  kOpen,
  kHop,
  kThirdLevel,
  kCause,
  kMissing,
};

/// Without legend and remarks.
Drawing Render(const Scene& scene, const Layout& layout, const Metrics& metrics);

/// The marks that occur in the picture.
std::set<Mark> MarksOf(const Scene& scene, const Drawing& drawing);

/// What a mark means, in a few words.
std::string_view MeaningOf(Mark mark);

/// Adds a legend of these marks and the remarks below the picture, `width` wide.
void AddLegend(Drawing& drawing, const std::set<Mark>& marks, const std::vector<std::string>& remarks, double width);

/// Everything smaller by the same factor, and moved.
void Scale(Drawing& drawing, double factor);
void Move(Drawing& drawing, Point by);

}  // namespace hotsite::backends::drawing
