// What people put onto a PDF's pages beside its fields: notes, stamps, text struck out, words typed over it.
#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

#include "compiler/reply/pdf_streams.h"
#include "compiler/reply/reply.h"

namespace hotsite::reply {

/// In the order of pages. Marks without words (struck out, drawn, a picture) are told too, with an empty text. At most
/// kMaxComments.
std::vector<Comment> CommentsOf(QPDF& pdf, StreamReader& streams);

inline constexpr std::size_t kMaxComments = 1'000;

}  // namespace hotsite::reply
