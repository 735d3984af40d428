#include "backends/document/pdf_artifact.h"

#include <utility>

#include "backends/document/content_digest.h"
#include "backends/document/pdf.h"

namespace hotsite::backends::document {

Artifact PdfArtifact(std::string path, const Document& document, bool undrawn) {
  if (undrawn) return {std::move(path), {}, false, {}, ContentDigest(document)};
  Pdf pdf = RenderPdf(document);
  Artifact artifact{std::move(path), std::move(pdf.bytes), false, {}};
  artifact.content = ContentDigest(document);
  artifact.problem = std::move(pdf.problem);
  return artifact;
}

}  // namespace hotsite::backends::document
