// PDFs of a few objects, written by hand: what strange programs and hostile people make.
#pragma once

#include <string>
#include <vector>

namespace hotsite {

/// A PDF of `objects`, the first of which has the number 1 and is the catalog; with a table of where each begins.
std::string SmallPdf(const std::vector<std::string>& objects);

/// A stream object with `dictionary`'s entries.
std::string Stream(const std::string& entries, const std::string& data);

/// A PDF of one page with these widgets as its form. Each is the entries of its dictionary: `/T (PLC-001_value) /FT /Tx
/// /V (x)`. `content` is drawn on the page, with `/F` a plain font; `catalog` and `form` are further entries.
std::string FormPdf(const std::vector<std::string>& widgets, const std::string& content = {},
                    const std::string& catalog = {}, const std::string& form = {});

}  // namespace hotsite
