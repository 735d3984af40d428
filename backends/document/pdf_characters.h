// Every character that a document prints.
#pragma once

#include "backends/document/document.h"
#include "backends/document/pdf_fonts.h"

namespace hotsite::backends::document {

Characters CharactersOf(const Document& document);

}  // namespace hotsite::backends::document
