#include "backends/document/pdf.h"

#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

Pdf RenderPdf(const Document& document) {
  DrawnPages drawn = DrawPages(document);
  return {std::move(drawn.bytes), std::move(drawn.problem)};
}

}  // namespace hotsite::backends::document
