// Files as they stand, and pictures.
#pragma once

#include "backends/document/pdf_writer.h"

namespace hotsite::backends::document {

void AddVerbatim(Writer& writer, const Verbatim& verbatim);

void AddFigure(Writer& writer, const Figure& figure);

}  // namespace hotsite::backends::document
