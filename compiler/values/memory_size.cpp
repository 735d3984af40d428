#include "compiler/values/memory_size.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "compiler/support/text_writer.h"
#include "compiler/values/scan.h"

namespace hotsite {
namespace {

constexpr std::string_view kNotAMemorySize = "isn't a memory size; write it as `24 GiB` or `512 MiB`";
constexpr std::size_t kLongestNumber = 32;                      // more digits than any size needs; messages repeat them
constexpr std::uint64_t kLargestMiB = std::uint64_t{16} << 30;  // 16 PiB, the reach of a 54-bit address

struct Unit {
  char letter;
  std::uint64_t mib;
};

constexpr std::array<Unit, 4> kUnits{{{'P', 1u << 30}, {'T', 1u << 20}, {'G', 1u << 10}, {'M', 1}}};

/// The unit's letter (`G` of `GiB`, `gib`, `G` and `GB`), whatever kind of unit it is.
char UnitLetter(std::string_view unit) { return unit.empty() ? '\0' : ToUpper(unit.substr(0, 1))[0]; }

bool IsBinary(std::string_view unit) { return unit.size() == 1 || ToUpper(unit.substr(1)) == "IB"; }

bool IsDecimal(std::string_view unit) {
  return unit.size() == 2 && ToUpper(unit.substr(1)) == "B" &&
         std::string_view("KMGTP").find(UnitLetter(unit)) != std::string_view::npos;
}

/// `T` is the type that was expected: what isn't one in binary units either is refused for that.
template <class T>
ValueError RefuseDecimal(const NumberAndUnit& text) {
  const char letter = UnitLetter(text.unit);
  const unsigned power = static_cast<unsigned>(std::string_view("KMGTP").find(letter)) + 1;
  const std::string meant = fmt::format("{} {}iB", text.number, letter);
  if (const Parsed<T> binary = T::Parse(meant); !binary) return binary.error();
  return {fmt::format("is ambiguous: some mean 10^{} by {}B, others 2^{}; for 2^{} write `{}`", power * 3, letter,
                      power * 10, power * 10, meant),
          meant};
}

/// `1.5` of a unit in MiB, exactly; nothing when that isn't a whole number of MiB.
std::optional<std::uint64_t> WholeMiB(std::string_view number, std::uint64_t unit_mib) {
  const std::size_t point = std::min(number.find('.'), number.size());
  const std::uint64_t whole = ReadNumber(number.substr(0, point));
  // Above the limit whatever the fraction; also keeps the products below from wrapping.
  if (whole > kLargestMiB / unit_mib) return kLargestMiB + 1;
  std::uint64_t numerator = 0;
  std::uint64_t denominator = 1;
  if (point < number.size()) {
    std::string_view fraction = number.substr(point + 1);
    while (fraction.ends_with('0')) fraction.remove_suffix(1);
    // Ten binary digits between a unit and the next give ten decimal places at most, and 10^9 * 2^30 fits.
    if (fraction.size() > 9) return std::nullopt;
    numerator = ReadNumber(fraction);
    for (std::size_t i = 0; i < fraction.size(); ++i) denominator *= 10;
  }
  if (numerator * unit_mib % denominator != 0) return std::nullopt;
  return whole * unit_mib + numerator * unit_mib / denominator;
}

/// `1.024 GiB`: no whole number of MiB. Where the point may separate thousands, as in much of Europe, that is named
/// too.
ValueError RefuseFraction(std::string_view number, char letter) {
  const std::size_t point = number.find('.');
  const std::string_view whole = number.substr(0, point);
  const std::string_view fraction = number.substr(point + 1);
  const std::string thousands =
      fraction.size() == 3 && whole.size() <= 3 && whole != "0"
          ? fmt::format("; if the point separates thousands, write `{}{} {}iB`", whole, fraction, letter)
          : "";
  return {fmt::format("isn't a whole number of MiB{}",
                      thousands.empty() ? "; write it in MiB, such as `1536 MiB`" : thousands)};
}

bool IsDecimalNumber(std::string_view number) {
  if (number.size() > kLongestNumber) return false;
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos) return IsNumber(number);
  return IsNumber(number.substr(0, point)) && IsNumber(number.substr(point + 1));
}

}  // namespace

Parsed<MemorySize> MemorySize::Parse(std::string_view text) {
  const NumberAndUnit split = SplitUnit(text);
  if (!IsDecimalNumber(split.number)) return ValueError{std::string(kNotAMemorySize)};
  if (split.unit.empty()) {
    // 0800 is a device number in the wrong place.
    if (split.number.front() == '0') return ValueError{"has no unit; write it as `24 GiB` or `512 MiB`"};
    return ValueError{fmt::format("has no unit; write `{0} GiB` or `{0} MiB`", split.number)};
  }
  if (IsDecimal(split.unit)) return RefuseDecimal<MemorySize>(split);
  if (!IsBinary(split.unit)) return ValueError{std::string(kNotAMemorySize)};
  const char letter = UnitLetter(split.unit);
  if (letter == 'K') return ValueError{"is in KiB; memory comes in whole MiB, such as `512 MiB`"};
  for (const Unit& unit : kUnits) {
    if (unit.letter != letter) continue;
    const std::optional<std::uint64_t> mib = WholeMiB(split.number, unit.mib);
    if (!mib) return RefuseFraction(split.number, letter);
    if (*mib > kLargestMiB) return ValueError{"is more than 16 PiB, the most that can be addressed"};
    return MemorySize(*mib);
  }
  return ValueError{std::string(kNotAMemorySize)};
}

std::string MemorySize::ToString() const {
  for (const Unit& unit : kUnits) {
    if (mib_ != 0 && mib_ % unit.mib == 0) return fmt::format("{} {}iB", mib_ / unit.mib, unit.letter);
  }
  return "0 MiB";
}

std::string MemorySize::ToZvm() const {
  // G is the largest letter that real directories show; whether every release takes T and P isn't sourced.
  if (mib_ != 0 && mib_ % 1024 == 0) return fmt::format("{}G", mib_ / 1024);
  return fmt::format("{}M", mib_);
}

Parsed<FrameSize> FrameSize::Parse(std::string_view text) {
  const NumberAndUnit split = SplitUnit(text);
  if (IsNumber(split.number) && IsDecimal(split.unit)) return RefuseDecimal<FrameSize>(split);
  const bool kib = !split.unit.empty() && IsBinary(split.unit) && UnitLetter(split.unit) == 'K';
  if (!IsNumber(split.number) || !kib) return ValueError{"isn't a frame size; write it as `24 KiB`"};
  const std::uint64_t number = ReadNumber(split.number);
  if (number != 16 && number != 24 && number != 40 && number != 64) {
    return ValueError{"isn't a HiperSockets frame size; there are 16, 24, 40 and 64 KiB"};
  }
  return FrameSize(static_cast<unsigned>(number));
}

std::string FrameSize::ToString() const { return fmt::format("{} KiB", kib_); }

}  // namespace hotsite
