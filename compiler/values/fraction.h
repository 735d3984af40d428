// Exact fractions, for conditions such as `at most 80 % of memory`: nothing is rounded before it is compared.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace hotsite {

/// A fraction in lowest terms. Results that don't fit 64 bits are nothing.
class Fraction {
 public:
  Fraction() = default;
  Fraction(std::int64_t whole) : numerator_(whole) {}
  static std::optional<Fraction> Of(std::int64_t numerator, std::int64_t denominator);  // denominator > 0

  std::optional<Fraction> Plus(Fraction other) const;
  std::optional<Fraction> Minus(Fraction other) const;
  std::optional<Fraction> Times(Fraction other) const;

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }
  bool is_whole() const { return denominator_ == 1; }
  /// `51.2`, `-3`; `about 0.33` where two decimals don't show it exactly.
  std::string ToString() const;

  friend bool operator==(const Fraction&, const Fraction&) = default;
  friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b);

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace hotsite
