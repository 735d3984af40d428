#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/check.h"
#include "compiler/values/ip_address.h"
#include "compiler/values/scan.h"

namespace hotsite {
namespace {

IpAddress OfBytes(const std::array<std::uint8_t, 16>& bytes, bool v4) {
  if (!v4) return IpAddress::V6(bytes);
  return IpAddress::V4(static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
                       static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3]);
}

/// `address` with the bits behind the prefix all zero or all one.
IpAddress FillBehind(const IpAddress& address, unsigned prefix, bool ones) {
  std::array<std::uint8_t, 16> bytes = address.bytes();
  for (unsigned i = 0; i < address.bits() / 8; ++i) {
    const unsigned kept = prefix > 8 * i ? std::min(prefix - 8 * i, 8u) : 0;
    const unsigned behind = 0xFFu >> kept;
    bytes[i] = static_cast<std::uint8_t>(ones ? bytes[i] | behind : bytes[i] & ~behind);
  }
  return OfBytes(bytes, address.is_v4());
}

/// The prefix length that a netmask such as `255.255.255.0` stands for.
std::optional<unsigned> PrefixOfMask(std::string_view text) {
  const Parsed<IpAddress> mask = IpAddress::Parse(text);
  if (!mask || !mask->is_v4()) return std::nullopt;
  const std::uint32_t host_bits = ~mask->v4();
  if ((host_bits & (host_bits + 1)) != 0) return std::nullopt;
  return 32u - static_cast<unsigned>(__builtin_popcount(host_bits));
}

ValueError RefusePrefix(const IpAddress& address, std::string_view prefix_text) {
  if (const auto prefix = PrefixOfMask(prefix_text); prefix && address.is_v4()) {
    const std::string meant = fmt::format("{}/{}", FillBehind(address, *prefix, false).ToString(), *prefix);
    return {fmt::format("has a netmask where a prefix length stands; write `{}`", meant), meant};
  }
  return {fmt::format("has no prefix length from 0 to {} behind the slash; write it as `{}`", address.bits(),
                      address.is_v4() ? "10.20.30.0/24" : "2001:db8::/64")};
}

}  // namespace

Parsed<Subnet> Subnet::Parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const Parsed<IpAddress> address = IpAddress::Parse(text.substr(0, slash));
  if (slash == std::string_view::npos) {
    if (address) return ValueError{"has no prefix length; write a subnet as `10.20.30.0/24`"};
    return ValueError{"isn't a subnet; write it as `10.20.30.0/24` or `2001:db8::/64`"};
  }
  const std::string_view prefix_text = text.substr(slash + 1);
  if (!address) {
    ValueError error = address.error();
    if (error.replacement) *error.replacement += "/" + std::string(prefix_text);
    // The replacement must itself be right; one with a bad prefix would be a fix that fails.
    if (error.replacement && !Parse(*error.replacement)) error.replacement.reset();
    return error;
  }
  const bool plain = IsNumber(prefix_text) && (prefix_text.size() == 1 || prefix_text.front() != '0');
  if (!plain || ReadNumber(prefix_text) > address->bits()) return RefusePrefix(*address, prefix_text);
  Subnet subnet;
  subnet.prefix_ = static_cast<unsigned>(ReadNumber(prefix_text));
  subnet.network_ = FillBehind(*address, subnet.prefix_, false);
  if (subnet.network_ == *address) return subnet;
  return ValueError{fmt::format("isn't a subnet: bits behind the first {} are set; its network is `{}`", subnet.prefix_,
                                subnet.ToString()),
                    subnet.ToString()};
}

std::optional<IpAddress> Subnet::Host(std::uint64_t n) const {
  const std::optional<IpAddress> host = network_.Plus(n);
  if (!host || !Contains(*host)) return std::nullopt;
  return host;
}

std::optional<IpAddress> Subnet::Member(std::int64_t n) const {
  if (n >= 0) return Host(static_cast<std::uint64_t>(n));
  const std::optional<IpAddress> member = last().Minus(~static_cast<std::uint64_t>(n));
  return member && Contains(*member) ? member : std::nullopt;
}

std::optional<Subnet> Subnet::Part(unsigned prefix, std::int64_t index) const {
  if (prefix < prefix_ || prefix > network_.bits() || index < 0) return std::nullopt;
  std::array<std::uint8_t, 16> bytes = network_.bytes();
  for (unsigned bit = 0; bit < 63; ++bit) {
    if ((index >> bit & 1) == 0) continue;
    if (prefix_ + bit >= prefix) return std::nullopt;
    const unsigned at = prefix - 1 - bit;  // from the left
    bytes[at / 8] = static_cast<std::uint8_t>(bytes[at / 8] | 0x80u >> at % 8);
  }
  Subnet part;
  part.prefix_ = prefix;
  part.network_ = OfBytes(bytes, network_.is_v4());
  return part;
}

bool Subnet::Contains(const IpAddress& address) const {
  return address.is_v4() == network_.is_v4() && FillBehind(address, prefix_, false) == network_;
}

bool Subnet::Overlaps(const Subnet& other) const { return Contains(other.network_) || other.Contains(network_); }

IpAddress Subnet::last() const { return FillBehind(network_, prefix_, true); }

bool Subnet::IsReserved(const IpAddress& address) const {
  // Point-to-point links (RFC 3021, RFC 6164) and single hosts use every address they have.
  if (prefix_ + 1 >= network_.bits()) return false;
  return address == network_ || (network_.is_v4() && address == last());
}

std::string Subnet::Netmask() const {
  HOTSITE_CHECK(network_.is_v4(), "only IPv4 subnets have a netmask");
  return FillBehind(IpAddress::V4(0xFFFFFFFF), prefix_, false).ToString();
}

std::string Subnet::ToString() const { return fmt::format("{}/{}", network_.ToString(), prefix_); }

}  // namespace hotsite
