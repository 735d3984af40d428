// IPv4 and IPv6 addresses and subnets. Always printed from the binary form (RFC 5952 for IPv6), never from
// the text that was read, so nothing but digits, dots, colons and a slash can reach a generated file.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

class IpAddress {
 public:
  IpAddress() = default;  // 0.0.0.0
  static IpAddress V4(std::uint32_t value);
  static IpAddress V6(const std::array<std::uint8_t, 16>& bytes);
  /// Dotted IPv4 (no leading zeros, four parts) or IPv6 without a zone.
  static Parsed<IpAddress> Parse(std::string_view text);

  bool is_v4() const { return v4_; }
  unsigned bits() const { return v4_ ? 32 : 128; }
  /// Network byte order; an IPv4 address uses the first four.
  const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }
  std::uint32_t v4() const;
  /// This address plus `n`; nothing when it would leave the address space.
  std::optional<IpAddress> Plus(std::uint64_t n) const;
  std::optional<IpAddress> Minus(std::uint64_t n) const;
  /// Why this can't be the address of a host (multicast, loopback, 0/8, 240/4, link-local, IPv4-mapped …).
  std::optional<std::string> WhyNotHost() const;
  std::string ToString() const;
  friend auto operator<=>(const IpAddress&, const IpAddress&) = default;

 private:
  bool v4_ = true;
  std::array<std::uint8_t, 16> bytes_{};
};

class Subnet {
 public:
  Subnet() = default;  // 0.0.0.0/0
  /// `10.20.30.0/24`; bits behind the prefix must be zero (the error's replacement has them cleared).
  static Parsed<Subnet> Parse(std::string_view text);

  const IpAddress& network() const { return network_; }
  unsigned prefix() const { return prefix_; }
  /// Network address plus `n`: `OFFICE[n]`. Nothing when that lies outside the subnet.
  std::optional<IpAddress> Host(std::uint64_t n) const;
  /// The same, and from the end where `n` is below 0: `OFFICE[-1]` is the last address, so `OFFICE[-2]` the last that a
  /// host of an IPv4 network may have, whatever the prefix.
  std::optional<IpAddress> Member(std::int64_t n) const;
  /// The part with number `index`, counted from 0, of this subnet cut into parts with `prefix`: `BANK/26[3]`. Nothing
  /// when there is no such part.
  std::optional<Subnet> Part(unsigned prefix, std::int64_t index) const;
  bool Contains(const IpAddress& address) const;
  bool Overlaps(const Subnet& other) const;
  /// The last address: the broadcast address for IPv4.
  IpAddress last() const;
  /// Whether a host may not have `address` because it names the network or (IPv4) is its broadcast
  /// address; never for /31, /32, /127 and /128.
  bool IsReserved(const IpAddress& address) const;
  /// `255.255.255.0`; IPv4 only.
  std::string Netmask() const;
  std::string ToString() const;
  friend auto operator<=>(const Subnet&, const Subnet&) = default;

 private:
  IpAddress network_;
  unsigned prefix_ = 0;
};

}  // namespace hotsite
