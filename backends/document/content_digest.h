// What a document says, apart from how it is printed: to tell whether a PDF is still right without comparing bytes that
// depend on versions of libraries and fonts.
#pragma once

#include <string>

#include "backends/document/document.h"

namespace hotsite::backends::document {

/// sha256 over every text, field, shape and attachment of the document, as 64 hexadecimal digits. Two documents have
/// the same digest exactly if they are equal; lengths of drawings count in hundredths of a point.
std::string ContentDigest(const Document& document);

}  // namespace hotsite::backends::document
