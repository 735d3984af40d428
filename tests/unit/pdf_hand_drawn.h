// Pages with nothing but frames of fields, for tests of what is done with drawn pages.
#pragma once

#include <cstddef>
#include <vector>

#include "backends/document/pdf_pages.h"

namespace hotsite {

/// A page of Letter for every ten fields, each 90 by 20 points; the first `tagged` of those that aren't kFixed have an
/// element in the structure.
backends::document::DrawnPages HandDrawn(const std::vector<backends::document::Field>& fields, std::size_t tagged);

}  // namespace hotsite
