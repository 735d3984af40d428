// Completes a PDF's structure tree with what cairo 1.16 leaves out, so that a screen reader comes to a field where it
// stands in the text, says what a picture shows, where a link leads and which column a value belongs to.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "backends/document/document.h"
#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

/// `widgets` are those of `fields`, one for each.
///
/// Each `Form` element becomes that of a field that isn't kFixed, in order; where there are more or fewer elements than
/// such fields, none does. Each `Figure` element gets the description of a figure of `document` in the same way. The
/// tabulator key visits the fields of a page in the order of the tree, or else in rows.
void CompleteStructure(QPDF& pdf, const std::vector<PlacedField>& fields, const std::vector<QPDFObjectHandle>& widgets,
                       const Document& document);

}  // namespace hotsite::backends::document
