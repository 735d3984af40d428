// Rows of a table that differ only by a number counted up, as those of guests made by one `for`, printed as one row.
// For readers of the annexes: 120 guests are a dozen families.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "backends/document/document.h"

namespace hotsite::backends::request {

/// `LX0101 to LX0114` where three or more names count up, else `VMPG01, VMPG02`.
std::string NameRanges(const std::vector<std::string>& names);

/// Merges rows whose first cell counts up while the others are the same; the columns in `counting` may count up along.
/// A family stands where its first row stood. `tally`, if it is a column, gets the number of rows.
void MergeFamilies(std::vector<document::Row>& rows, const std::vector<std::size_t>& counting,
                   std::size_t tally = SIZE_MAX);

}  // namespace hotsite::backends::request
