// A part of the whole: `5%`. Exact to a tenth of a percent.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

class Percent {
 public:
  Percent() = default;
  static Percent OfTenths(std::int64_t tenths) { return Percent(tenths); }
  /// `5%`, `2.5 %`; from 0.1 to 100, one decimal at most.
  static Parsed<Percent> Parse(std::string_view text);

  std::int64_t tenths() const { return tenths_; }
  std::string ToString() const;  // `2.5%`
  friend auto operator<=>(Percent, Percent) = default;

 private:
  explicit Percent(std::int64_t tenths) : tenths_(tenths) {}
  std::int64_t tenths_ = 0;
};

}  // namespace hotsite
