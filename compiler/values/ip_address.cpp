#include "compiler/values/ip_address.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/support/check.h"
#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::size_t kV6Groups = 8;
constexpr std::size_t kLongestText = 64;  // the longest IPv6 spelling has 45 characters
constexpr std::string_view kNotAnAddress = "isn't an IP address; write it as `10.20.30.1` or `2001:db8::1`";

Parsed<IpAddress> ParseV4(std::string_view text) {
  const std::vector<std::string_view> parts = Split(text, '.');
  if (!std::all_of(parts.begin(), parts.end(), IsNumber)) return ValueError{std::string(kNotAnAddress)};
  if (parts.size() != 4) {
    return ValueError{fmt::format("isn't an IPv4 address: it has {} part{} instead of 4, as in `10.20.30.1`",
                                  parts.size(), parts.size() == 1 ? "" : "s")};
  }
  std::uint32_t value = 0;
  std::string_view leading_zero;
  for (const std::string_view part : parts) {
    const std::uint64_t number = ReadNumber(part);
    if (number > 255) return ValueError{fmt::format("isn't an IPv4 address: `{}` is above 255", part)};
    if (part.size() > 1 && part.front() == '0' && leading_zero.empty()) leading_zero = part;
    value = value << 8 | static_cast<std::uint32_t>(number);
  }
  const IpAddress address = IpAddress::V4(value);
  if (leading_zero.empty()) return address;
  return ValueError{fmt::format("has a leading zero in `{}`, which some programs read as octal", leading_zero),
                    address.ToString()};
}

Parsed<IpAddress> ParseV6(std::string_view text) {
  std::array<std::uint8_t, 16> bytes{};
  const bool alphabet =
      std::all_of(text.begin(), text.end(), [](char c) { return IsHexDigit(c) || c == ':' || c == '.'; });
  // The alphabet is checked first because a NUL byte would end the C string early.
  if (!alphabet || inet_pton(AF_INET6, std::string(text).c_str(), bytes.data()) != 1) {
    return ValueError{"isn't an IPv6 address; write it as `2001:db8::1`"};
  }
  return IpAddress::V6(bytes);
}

/// The longest run of two or more zero groups, the first of equals: what RFC 5952 shortens to `::`.
std::pair<std::size_t, std::size_t> LongestZeroRun(const std::array<unsigned, kV6Groups>& groups) {
  std::pair<std::size_t, std::size_t> best{kV6Groups, 0};
  for (std::size_t begin = 0; begin < kV6Groups; ++begin) {
    std::size_t length = 0;
    while (begin + length < kV6Groups && groups[begin + length] == 0) ++length;
    if (length >= 2 && length > best.second) best = {begin, length};
  }
  return best;
}

std::string PrintV6(const std::array<std::uint8_t, 16>& bytes) {
  std::array<unsigned, kV6Groups> groups{};
  for (std::size_t i = 0; i < kV6Groups; ++i) groups[i] = bytes[2 * i] * 256u + bytes[2 * i + 1];
  const auto [run, length] = LongestZeroRun(groups);
  std::string text;
  for (std::size_t i = 0; i < kV6Groups;) {
    if (i == run) {
      text += "::";
      i += length;
      continue;
    }
    if (!text.empty() && !text.ends_with(':')) text += ':';
    text += fmt::format("{:x}", groups[i++]);
  }
  return text;
}

std::optional<std::string> WhyNotHostV4(std::uint32_t value) {
  const std::uint32_t first = value >> 24;
  if (first == 0) return "is in 0.0.0.0/8, which means \"this network\"";
  if (first == 127) return "is a loopback address";
  if (value >> 16 == 0xA9FE) return "is a link-local address";
  if (first >= 224 && first < 240) return "is a multicast address";
  if (value == 0xFFFFFFFF) return "is the broadcast address";
  if (first >= 240) return "is in 240.0.0.0/4, which is reserved";
  return std::nullopt;
}

std::optional<std::string> WhyNotHostV6(const std::array<std::uint8_t, 16>& bytes) {
  const auto zeros_until = [&bytes](int end) {
    return std::all_of(bytes.begin(), bytes.begin() + end, [](auto b) { return b == 0; });
  };
  if (zeros_until(16)) return "is the unspecified address";
  if (zeros_until(15) && bytes[15] == 1) return "is the loopback address";
  if (zeros_until(10) && bytes[10] == 0xFF && bytes[11] == 0xFF) {
    return "is an IPv4-mapped address; write the IPv4 address itself";
  }
  if (zeros_until(12)) return "is in ::/96, which is reserved";
  if (bytes[0] == 0xFF) return "is a multicast address";
  if (bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80) return "is a link-local address";
  return std::nullopt;
}

}  // namespace

IpAddress IpAddress::V4(std::uint32_t value) {
  IpAddress address;
  for (std::size_t i = 0; i < 4; ++i) address.bytes_[i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
  return address;
}

IpAddress IpAddress::V6(const std::array<std::uint8_t, 16>& bytes) {
  IpAddress address;
  address.v4_ = false;
  address.bytes_ = bytes;
  return address;
}

Parsed<IpAddress> IpAddress::Parse(std::string_view text) {
  if (text.size() > kLongestText) return ValueError{std::string(kNotAnAddress)};
  // A prefix or a zone behind a good address: say what is too much rather than that it is no address.
  for (const auto& [mark, what] : {std::pair('/', "has a prefix length"), std::pair('%', "has a zone")}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const Parsed<IpAddress> address = Parse(text.substr(0, at));
    if (address) return ValueError{fmt::format("{}; here an address stands alone", what), address->ToString()};
  }
  if (text.find(':') != std::string_view::npos) return ParseV6(text);
  return ParseV4(text);
}

std::uint32_t IpAddress::v4() const {
  HOTSITE_CHECK(v4_, "v4() is asked of IPv4 addresses only");
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | bytes_[i];
  return value;
}

std::optional<IpAddress> IpAddress::Plus(std::uint64_t n) const {
  IpAddress sum = *this;
  std::uint64_t carry = n;
  for (std::size_t i = bits() / 8; i-- > 0;) {
    // Adding only the low byte keeps a carry of 2^64 - 1 from wrapping.
    const std::uint64_t low = sum.bytes_[i] + (carry & 0xFF);
    sum.bytes_[i] = static_cast<std::uint8_t>(low);
    carry = (carry >> 8) + (low >> 8);
  }
  if (carry != 0) return std::nullopt;
  return sum;
}

// a - n is ~(~a + n).
std::optional<IpAddress> IpAddress::Minus(std::uint64_t n) const {
  const auto inverted = [](IpAddress address) {
    for (std::size_t i = 0; i < address.bits() / 8; ++i)
      address.bytes_[i] = static_cast<std::uint8_t>(~address.bytes_[i]);
    return address;
  };
  const std::optional<IpAddress> sum = inverted(*this).Plus(n);
  return sum ? std::optional(inverted(*sum)) : std::nullopt;
}

std::optional<std::string> IpAddress::WhyNotHost() const { return v4_ ? WhyNotHostV4(v4()) : WhyNotHostV6(bytes_); }

std::string IpAddress::ToString() const {
  if (!v4_) return PrintV6(bytes_);
  return fmt::format("{}.{}.{}.{}", bytes_[0], bytes_[1], bytes_[2], bytes_[3]);
}

}  // namespace hotsite
