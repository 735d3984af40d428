#include "backends/document/pdf.h"

#include "backends/document/pdf_finish.h"
#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

Pdf RenderPdf(const Document& document) {
  DrawnPages drawn = DrawPages(document);
  if (!drawn.problem.empty()) return {"", std::move(drawn.problem)};
  return {FinishPdf(drawn, document), ""};
}

}  // namespace hotsite::backends::document
