// Paints a drawing with cairo, as drawing/svg.h prints it.
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include <string>

#include "backends/drawing/drawing.h"

namespace hotsite::backends::document {

/// What labels are set with. The context has a resolution of 72 dots per inch, so that points are points.
struct LabelType {
  PangoContext* context = nullptr;
  std::string sans, mono;  // names of families
};

/// Paints `drawing` with its upper left corner at `at`, in points of the surface, all its lengths and its type times
/// `scale`. Leaves the state of `surface` as it was. A label that turns out wider than the drawing reckoned with (other
/// scripts, other fonts) is narrowed to that, so that it stays in its box.
void PaintDrawing(const drawing::Drawing& drawing, cairo_t* surface, drawing::Point at, double scale,
                  const LabelType& type);

}  // namespace hotsite::backends::document
