// What libqpdf adds to drawn pages: the form, what is missing in the structure tree, attachments, properties.
#pragma once

#include <string>

#include "backends/document/document.h"
#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

/// The finished PDF. Same arguments, same bytes: no clock, no random numbers; the file has a date only if the document
/// has one. `drawn.problem` must be empty. Time and memory are linear in pages and fields.
///
/// Of `drawn` it expects, for each field that isn't kFixed and in their order, one empty structure element:
/// `cairo_tag_begin(cr, "Form", nullptr); cairo_tag_end(cr, "Form");` where a screen reader should come to the field,
/// with the frame of the field outside of it. Where the numbers differ, the fields aren't part of the structure tree.
/// Everything that is drawn outside of every element is beside the text (running heads, rules, frames).
std::string FinishPdf(const DrawnPages& drawn, const Document& document);

}  // namespace hotsite::backends::document
