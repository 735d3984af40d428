// Prints a Document as a fillable, tagged PDF: Pango and cairo set and draw it, libqpdf adds the form, the attachments
// and the properties. Same input, same bytes, with the same versions of those libraries and fonts.
#pragma once

#include <string>

#include "backends/document/document.h"

namespace hotsite::backends::document {

struct Pdf {
  std::string bytes;
  /// Not empty: why there is no PDF, in words for whoever runs the program (a font isn't installed, a character is in
  /// none of them), with the way out.
  std::string problem;
};

Pdf RenderPdf(const Document& document);

/// Stands near the beginning of every PDF that RenderPdf makes, then 64 hexadecimal digits: sha256 of what the document
/// says, which doesn't depend on versions of libraries as its bytes do.
inline constexpr const char* kContentMark = "% Hotsite content sha256 ";

}  // namespace hotsite::backends::document
