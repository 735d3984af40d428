// What a PDF is that holds no answers: the request without its form, a scan, a portfolio, somebody else's.
#pragma once

#include <qpdf/QPDF.hh>
#include <string_view>

#include "compiler/reply/page_words.h"
#include "compiler/reply/reply.h"

namespace hotsite::reply {

/// Why there are no answers in `pdf`, which has no field of a request's. `fields`: how many others it has.
Problem WithoutAnswers(QPDF& pdf, const PageWords& said, std::size_t fields, StreamReader& streams);

}  // namespace hotsite::reply
