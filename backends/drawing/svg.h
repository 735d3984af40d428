// A drawing as SVG 1.1: self-contained, without scripts, style sheets or names, so that several can stand in one page.
#pragma once

#include <string>

#include "backends/drawing/drawing.h"

namespace hotsite::backends::drawing {

/// The `<svg>` element, to stand in an HTML page. What a spec says is text in it, never markup.
std::string SvgText(const Drawing& drawing);

/// The same as a file of its own.
std::string SvgFile(const Drawing& drawing);

}  // namespace hotsite::backends::drawing
