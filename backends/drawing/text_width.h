// How wide text will be, without asking a font library: so layouts are the same everywhere. Advance widths of Noto Sans
// (Regular and Bold, version 2.007 of Debian 12's fonts-noto-core) for ASCII, estimates for the rest.
#pragma once

#include <string_view>

namespace hotsite::backends::drawing {

/// In points, for type of `size` points; monospaced type where `mono`. An upper estimate outside ASCII.
double TextWidth(std::string_view text, double size, bool bold = false, bool mono = false);

}  // namespace hotsite::backends::drawing
