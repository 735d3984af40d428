#include "compiler/values/mac_address.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::size_t kHexDigits = 12;

std::string WithoutSeparators(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ':' && c != '-' && c != '.') digits += c;
  }
  return digits;
}

/// Six pairs with one kind of separator between them.
bool IsWellFormed(std::string_view text) {
  if (text.size() != 17 || (text[2] != ':' && text[2] != '-')) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 3 == 2 ? text[i] != text[2] : !IsHexDigit(text[i])) return false;
  }
  return true;
}

}  // namespace

Parsed<MacAddress> MacAddress::Parse(std::string_view text) {
  const std::string digits = WithoutSeparators(text);
  MacAddress address;
  if (digits.size() != kHexDigits || !std::all_of(digits.begin(), digits.end(), IsHexDigit)) {
    return ValueError{"isn't a MAC address; write it as `02:00:0A:00:00:01`"};
  }
  for (std::size_t i = 0; i < address.bytes_.size(); ++i) {
    address.bytes_[i] = static_cast<std::uint8_t>(HexValue(digits[2 * i]) * 16 + HexValue(digits[2 * i + 1]));
  }
  if (IsWellFormed(text)) return address;
  return ValueError{"isn't how a MAC address is written; write six pairs as in `02:00:0A:00:00:01`",
                    address.ToString()};
}

std::string MacAddress::ToString() const {
  return fmt::format("{:02X}:{:02X}:{:02X}:{:02X}:{:02X}:{:02X}", bytes_[0], bytes_[1], bytes_[2], bytes_[3], bytes_[4],
                     bytes_[5]);
}

}  // namespace hotsite
