#include "compiler/values/fraction.h"

#include <fmt/format.h>

#include <limits>

namespace hotsite {
namespace {

__extension__ using Wide = __int128;  // products of two 64-bit numbers

// Greatest common divisor of numbers that needn't fit 64 bits; not below 1.
Wide CommonDivisor(Wide a, Wide b) {
  if (a < 0) a = -a;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a == 0 ? 1 : a;
}

struct Reduced {
  std::int64_t numerator;
  std::int64_t denominator;
};

std::optional<Reduced> Reduce(Wide numerator, Wide denominator) {
  const Wide divisor = CommonDivisor(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
  if (numerator > kMost || numerator < -kMost || denominator > kMost) return {};
  return Reduced{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

std::optional<Fraction> Made(Wide numerator, Wide denominator) {
  const auto reduced = Reduce(numerator, denominator);
  return reduced ? Fraction::Of(reduced->numerator, reduced->denominator) : std::nullopt;
}

}  // namespace

std::optional<Fraction> Fraction::Of(std::int64_t numerator, std::int64_t denominator) {
  const auto reduced = Reduce(numerator, denominator);
  if (!reduced) return {};
  Fraction fraction;
  fraction.numerator_ = reduced->numerator;
  fraction.denominator_ = reduced->denominator;
  return fraction;
}

std::optional<Fraction> Fraction::Plus(Fraction other) const {
  // Each product stays below 2^126, so the sum fits.
  return Made(Wide{numerator_} * other.denominator_ + Wide{other.numerator_} * denominator_,
              Wide{denominator_} * other.denominator_);
}

std::optional<Fraction> Fraction::Minus(Fraction other) const {
  other.numerator_ = -other.numerator_;
  return Plus(other);
}

std::optional<Fraction> Fraction::Times(Fraction other) const {
  return Made(Wide{numerator_} * other.numerator_, Wide{denominator_} * other.denominator_);
}

std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
  const Wide left = Wide{a.numerator_} * b.denominator_;
  const Wide right = Wide{b.numerator_} * a.denominator_;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

std::string Fraction::ToString() const {
  if (is_whole()) return std::to_string(numerator_);
  constexpr std::int64_t kHundred = 100;
  const Wide scaled = Wide{numerator_} * kHundred;
  const bool exact = scaled % denominator_ == 0;
  Wide hundredths = scaled < 0 ? -scaled : scaled;
  hundredths = (hundredths + (exact ? 0 : denominator_ / 2)) / denominator_;
  std::string digits =
      fmt::format("{}{}{}.{:02}", exact ? "" : "about ", numerator_ < 0 ? "-" : "",
                  static_cast<std::uint64_t>(hundredths / kHundred), static_cast<std::uint64_t>(hundredths % kHundred));
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

}  // namespace hotsite
