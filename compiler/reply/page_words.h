// What the pages of a PDF say, in the order in which it was drawn.
#pragma once

#include <cstddef>
#include <qpdf/QPDF.hh>
#include <string>

#include "compiler/reply/pdf_streams.h"

namespace hotsite::reply {

struct PageWords {
  /// Blanks as they were drawn, and one wherever a text begins elsewhere on the page; so words may be torn, and who
  /// compares must leave blanks out. Without artifacts (running heads and feet, repeated heads of tables).
  std::string words;
  std::size_t pictures = 0;  // drawn on all pages
};

/// Of all pages; reads no more than `streams` lets it. Passes over what isn't well-formed.
PageWords WordsOf(QPDF& pdf, StreamReader& streams);

inline constexpr std::size_t kMaxWords = 16u << 20;  // bytes of `words`; what comes behind is left out

}  // namespace hotsite::reply
