// The form of a PDF: a widget for each field, as readers fill them in.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

/// Adds the form (ISO 32000-1, 12.7) with a widget per field, in their order; the same order in the result.
///
/// Unfilled fields have empty appearances, no border and no ground: everything that can be seen is on the page. Readers
/// must not draw them anew (NeedAppearances stays away), or values of read-only fields would be printed twice; for the
/// same reason those fields are hidden, as their value stands on the page. Typed text is set in Helvetica, which every
/// reader has and which therefore isn't embedded. A kText field takes as many characters as its box shows (MaxLen).
std::vector<QPDFObjectHandle> AddForm(QPDF& pdf, const std::vector<PlacedField>& fields);

}  // namespace hotsite::backends::document
