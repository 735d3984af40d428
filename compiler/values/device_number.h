// Device numbers: 1 to 4 hex digits as z/Architecture, z/VM and IOCP write them; printed as four upper-case
// digits. A DeviceRange is `0600-060F`, both ends included.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

class DeviceNumber {
 public:
  DeviceNumber() = default;
  explicit DeviceNumber(std::uint16_t value) : value_(value) {}
  static Parsed<DeviceNumber> Parse(std::string_view text);

  std::uint16_t value() const { return value_; }
  /// This number plus `n`; the caller makes sure that it stays below 0x10000.
  DeviceNumber Plus(unsigned n) const { return DeviceNumber(static_cast<std::uint16_t>(value_ + n)); }
  std::string ToString() const;  // `0600`
  std::string ToBusId() const;   // `0.0.0600`, lower case as Linux wants it
  friend auto operator<=>(DeviceNumber, DeviceNumber) = default;

 private:
  std::uint16_t value_ = 0;
};

class DeviceRange {
 public:
  DeviceRange() = default;
  DeviceRange(DeviceNumber first, DeviceNumber last) : first_(first), last_(last) {}
  /// `0600-060F` or a single number; the first must not be above the last.
  static Parsed<DeviceRange> Parse(std::string_view text);

  DeviceNumber first() const { return first_; }
  DeviceNumber last() const { return last_; }
  unsigned size() const { return last_.value() - first_.value() + 1u; }
  bool Contains(DeviceNumber device) const { return first_ <= device && device <= last_; }
  bool Overlaps(DeviceRange other) const { return first_ <= other.last_ && other.first_ <= last_; }
  std::string ToString() const;  // `0600-060F`, `0600` when it is one device
  friend auto operator<=>(const DeviceRange&, const DeviceRange&) = default;

 private:
  DeviceNumber first_, last_;
};

}  // namespace hotsite
