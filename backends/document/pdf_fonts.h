// The fonts of a PDF: exact files from one folder, in a font configuration of our own, so that nothing of the user's
// or the system's configuration has a say in what a document looks like. Loaded once per process.
#pragma once

#include <pango/pango.h>

#include <string>

#include "backends/document/pdf_characters.h"

namespace hotsite::backends::document {

enum class Face { kSans, kMono };

/// Never freed: it lives as long as the process.
struct Fonts {
  PangoContext* context = nullptr;  // in points, without hinting
  std::string sans, mono;  // lists of families: the face itself, then what stands in where it lacks a character
  std::string problem;     // as Pdf::problem; then there is nothing else
};

/// Fonts that have all of `characters`, from the files below `folder` (Debian's is /usr/share/fonts/truetype).
const Fonts& FontsFor(const Characters& characters, const std::string& folder);

}  // namespace hotsite::backends::document
