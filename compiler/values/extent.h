// Extents on a disk volume, in cylinders (CKD) or blocks (FBA): `1..10016`, both ends included.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

/// A range of whole numbers, `1..4`; first <= last, last at most 2^31 - 1.
struct CountRange {
  std::int64_t first = 0;
  std::int64_t last = 0;
  static Parsed<CountRange> Parse(std::string_view text);
  std::int64_t size() const { return last - first + 1; }
  bool Overlaps(const CountRange& other) const { return first <= other.last && other.first <= last; }
  std::string ToString() const;
  friend auto operator<=>(const CountRange&, const CountRange&) = default;
};

/// A whole number without sign, at most 2^31 - 1.
Parsed<std::int64_t> ParseCount(std::string_view text);

}  // namespace hotsite
