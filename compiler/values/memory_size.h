// Memory sizes in binary units. The field writes `24G`, documents write `24 GiB`; both are 24 * 2^30 bytes.
// `GB` is refused, because vendors mean 10^9 by it as often as 2^30.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/values/parsed.h"

namespace hotsite {

class MemorySize {
 public:
  MemorySize() = default;
  static MemorySize OfMiB(std::uint64_t mib) { return MemorySize(mib); }
  /// `24 GiB`, `24GiB`, `24G`, `512 MiB`, `512M`, `1 TiB`, `1.5 TiB` (a whole number of MiB), `24 KiB` is
  /// refused (see FrameSize). From 0 to 2^44 bytes * 1024 (16 PiB).
  static Parsed<MemorySize> Parse(std::string_view text);

  std::uint64_t mib() const { return mib_; }
  /// `24 GiB`: the largest unit that gives a whole number.
  std::string ToString() const;
  /// `24G`, `512M`: as directory statements write it.
  std::string ToZvm() const;
  friend auto operator<=>(MemorySize, MemorySize) = default;

 private:
  explicit MemorySize(std::uint64_t mib) : mib_(mib) {}
  std::uint64_t mib_ = 0;
};

/// A HiperSockets maximum frame size: 16, 24, 40 or 64 KiB, nothing else (z/OS Communications Server,
/// IP Configuration Guide: "HiperSockets maximum frame size").
class FrameSize {
 public:
  FrameSize() = default;
  static Parsed<FrameSize> Parse(std::string_view text);  // `24 KiB`, `24K`
  unsigned kib() const { return kib_; }
  /// The largest MTU in bytes: the frame size less 8 KiB (same source).
  unsigned largest_mtu() const { return (kib_ - 8) * 1024; }
  std::string ToString() const;
  friend auto operator<=>(FrameSize, FrameSize) = default;

 private:
  explicit FrameSize(unsigned kib) : kib_(kib) {}
  unsigned kib_ = 16;
};

}  // namespace hotsite
