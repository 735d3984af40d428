// Files that travel inside a PDF.
#pragma once

#include <qpdf/QPDF.hh>

#include "backends/document/document.h"

namespace hotsite::backends::document {

/// Attaches the files of `document` as data that belong to it (associated files: ISO 32000-2, 14.13). They have the
/// document's date, or none.
void AddAttachments(QPDF& pdf, const Document& document);

}  // namespace hotsite::backends::document
