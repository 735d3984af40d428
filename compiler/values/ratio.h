// How many times one thing is another: `1.5`. Exact to a hundredth.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

class Ratio {
 public:
  Ratio() = default;
  static Ratio OfHundredths(std::int64_t hundredths) { return Ratio(hundredths); }
  /// `1.5`, `2`, `1.25`; from 0.01 to 1000, two decimals at most.
  static Parsed<Ratio> Parse(std::string_view text);

  std::int64_t hundredths() const { return hundredths_; }
  std::string ToString() const;  // `1.5`
  friend auto operator<=>(Ratio, Ratio) = default;

 private:
  explicit Ratio(std::int64_t hundredths) : hundredths_(hundredths) {}
  std::int64_t hundredths_ = 100;
};

}  // namespace hotsite
