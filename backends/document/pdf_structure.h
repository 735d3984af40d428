// Puts what libqpdf adds and what cairo 1.16 leaves out into a PDF's structure tree, so that a screen reader comes to a
// field where it stands in the text.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

/// Makes each `Form` element of the tree that of a widget: the widgets of fields that aren't kFixed, in order. Does
/// nothing to the tree where there are more or fewer elements than such fields. Sets the order in which the tabulator
/// key visits the fields of a page: the tree's, else that of rows.
void TagForm(QPDF& pdf, const std::vector<PlacedField>& fields, const std::vector<QPDFObjectHandle>& widgets);

}  // namespace hotsite::backends::document
