// Names of the storage network: a world wide port name and a logical unit number, both 16 hex digits, printed in upper
// case.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

/// World wide port name of a storage port: `5005076300C20B8E`.
class Wwpn {
 public:
  Wwpn() = default;
  explicit Wwpn(std::uint64_t value) : value_(value) {}
  /// 16 hex digits; `0x` in front and colons between the bytes are refused with the plain spelling.
  static Parsed<Wwpn> Parse(std::string_view text);
  std::string ToString() const;  // 16 digits, upper case
  friend auto operator<=>(Wwpn, Wwpn) = default;

 private:
  std::uint64_t value_ = 0;
};

/// Logical unit number at a storage port: `4010400000000000`.
class FcpLun {
 public:
  FcpLun() = default;
  explicit FcpLun(std::uint64_t value) : value_(value) {}
  static Parsed<FcpLun> Parse(std::string_view text);
  std::string ToString() const;
  friend auto operator<=>(FcpLun, FcpLun) = default;

 private:
  std::uint64_t value_ = 0;
};

}  // namespace hotsite
