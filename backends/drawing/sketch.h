// A picture that isn't drawn: for telling whether two pictures would be the same, in a hundredth of the time.
#pragma once

#include "backends/drawing/drawing.h"
#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::backends::drawing {

/// No shapes; its description holds all that a picture of the site, however folded, is made from. Where two sketches
/// are equal, so are the pictures. `requirements` may be absent.
Drawing Sketch(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements);

}  // namespace hotsite::backends::drawing
