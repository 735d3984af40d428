#include "compiler/values/fibre_channel.h"

#include <fmt/format.h>

#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::size_t kDigits = 16;

Parsed<std::uint64_t> ParseHex(std::string_view text, std::string_view what) {
  std::string digits;
  std::string_view rest = text;
  if (rest.starts_with("0x") || rest.starts_with("0X")) rest.remove_prefix(2);
  for (const char c : rest) {
    if (c == ':') continue;
    if (!IsHexDigit(c)) return ValueError{fmt::format("isn't a {}: `{}` is no hex digit", what, c)};
    digits += c;
    if (digits.size() > kDigits) break;
  }
  if (digits.size() != kDigits) {
    if (digits.size() > kDigits) return ValueError{fmt::format("isn't a {}: it has more than 16 hex digits", what)};
    return ValueError{fmt::format("isn't a {}: it has {} of 16 hex digits", what, digits.size())};
  }
  if (digits.size() != text.size()) return ValueError{"isn't written as its 16 hex digits alone", digits};
  std::uint64_t value = 0;
  for (const char c : digits) value = value * 16 + HexValue(c);
  return value;
}

}  // namespace

Parsed<Wwpn> Wwpn::Parse(std::string_view text) {
  const auto value = ParseHex(text, "WWPN");
  if (!value.ok()) return value.error();
  return Wwpn(*value);
}

std::string Wwpn::ToString() const { return fmt::format("{:016X}", value_); }

Parsed<FcpLun> FcpLun::Parse(std::string_view text) {
  const auto value = ParseHex(text, "LUN");
  if (!value.ok()) return value.error();
  return FcpLun(*value);
}

std::string FcpLun::ToString() const { return fmt::format("{:016X}", value_); }

}  // namespace hotsite
