// A MAC address, `02:00:0A:00:00:01` (also with dashes), printed upper-case with colons.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

class MacAddress {
 public:
  MacAddress() = default;
  static Parsed<MacAddress> Parse(std::string_view text);
  const std::array<std::uint8_t, 6>& bytes() const { return bytes_; }
  bool is_multicast() const { return (bytes_[0] & 1) != 0; }
  std::string ToString() const;
  friend auto operator<=>(const MacAddress&, const MacAddress&) = default;

 private:
  std::array<std::uint8_t, 6> bytes_{};
};

}  // namespace hotsite
