// A document as a PDF among the files of a build.
#pragma once

#include <string>

#include "backends/backend.h"
#include "backends/document/document.h"

namespace hotsite::backends::document {

/// The PDF, or why it can't be made here, with the digest of what it says. `undrawn`: the digest alone.
Artifact PdfArtifact(std::string path, const Document& document, bool undrawn);

}  // namespace hotsite::backends::document
