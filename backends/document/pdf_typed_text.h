// How what is typed into a field of a PDF is set: readers do that, with the size that the field says.
#pragma once

#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

struct TypedText {
  double size = 0;      // of the type, in points
  unsigned lines = 1;   // that the box has room for; one line stands in its middle, several begin at its upper edge
  unsigned length = 0;  // how many characters there is room for
};

/// The largest type, 9 down to 7 points, with which the box has room for as many characters as the field wants.
TypedText FitTypedText(const PlacedField& placed);

}  // namespace hotsite::backends::document
