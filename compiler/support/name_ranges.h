// Names that count up, as those that a `for` makes, said as a range: LNXWEB1 to LNXWEB8. For findings and documents
// that list many systems.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite {

/// LNXWEB2 for LNXWEB1, LNXWEB10 for LNXWEB09, LX0100 for LX0099; empty where the name doesn't end in a number of at
/// most nine digits.
std::string NextName(std::string_view name);

/// One or at least three names in a row.
struct NameRange {
  std::string first, last;
  std::size_t count = 1;
};

/// The names in their order; two in a row stay two, since `to` would save nothing.
std::vector<NameRange> NameRangesOf(const std::vector<std::string>& names);

}  // namespace hotsite
