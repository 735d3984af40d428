// What must hold of every picture, whatever is in it.
#pragma once

#include <string>
#include <vector>

#include "backends/drawing/layout.h"
#include "backends/drawing/render.h"

namespace hotsite::backends::drawing {

/// Each fault in words: text over text, text outside its box, a wire through a box or a label, a wire that misses its
/// bar or lies on another one, two wires that end at one point.
std::vector<std::string> FaultsOf(const Scene& scene, const Layout& layout, const Drawing& drawing,
                                  const Metrics& metrics);

}  // namespace hotsite::backends::drawing
