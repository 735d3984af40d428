// Prints a Document as one self-contained HTML page that is also well-formed XML: no script, nothing fetched, every
// identifier an anchor. For reading on screen and phone, and for printing; what is to be filled in is a box to write
// on, because a reply comes back as PDF, CSV or JSON.
#pragma once

#include <string>

#include "backends/document/document.h"

namespace hotsite::backends::document {

std::string RenderHtml(const Document& document);

}  // namespace hotsite::backends::document
