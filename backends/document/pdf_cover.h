// The first page: the title, what it is about, and where everything is.
#pragma once

#include "backends/document/pdf_writer.h"

namespace hotsite::backends::document {

void AddTitle(Writer& writer, const Document& document);

/// Sections with their pages.
void AddContents(Writer& writer, const Document& document);

}  // namespace hotsite::backends::document
