// The pages of a document as Pango and cairo set and draw them, before libqpdf adds what makes them a form
// (pdf_finish.h). Everything that is seen on paper is drawn here: frames of fields, tick boxes, fixed values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "backends/document/document.h"

namespace hotsite::backends::document {

/// Where a field lies: inside the frame that is drawn for it, so that a reader that draws a filled field anew doesn't
/// touch the frame. Points; the origin is the upper left corner of the page, y goes down.
struct PlacedField {
  Field field;
  std::size_t page = 0;  // the first is 0
  double x = 0, y = 0, width = 0, height = 0;
};

struct DrawnPages {
  std::string bytes;                // a PDF without form, attachments and most properties
  std::vector<PlacedField> fields;  // in reading order
  std::size_t pages = 0;
  std::string problem;  // as Pdf::problem; then there is nothing else
};

DrawnPages DrawPages(const Document& document);

}  // namespace hotsite::backends::document
