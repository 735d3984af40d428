// What a PDF says about itself: title, author, date, language, in the two ways in which readers look for it.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

#include "backends/document/document.h"

namespace hotsite::backends::document {

/// Replaces all properties by those of `document`, as the information dictionary and as XMP (ISO 16684-1), which say
/// the same. Without a date of the document there is none in the file. Declares the file tagged and its language; its
/// window shows the title and, where there is one, the outline; its pages are called 1, 2, 3 (cairo 1.16 leaves such
/// labels out).
void SetProperties(QPDF& pdf, const Document& document);

/// `2009-08-20` as PDF writes it: midnight, universal time. Empty: empty.
std::string PdfDate(const std::string& date);

}  // namespace hotsite::backends::document
