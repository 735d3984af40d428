// Fractions are exact: compared without rounding, and nothing where they don't fit.
#include <catch2/catch.hpp>
#include <limits>

#include "compiler/values/fraction.h"

namespace {

using hotsite::Fraction;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

TEST_CASE("percent are exact") {
  const Fraction percent = *Fraction::Of(80, 100);
  CHECK(*percent.Times(Fraction(5)) == Fraction(4));
  CHECK(*percent.Times(Fraction(4)) > Fraction(3));
  CHECK(*percent.Times(Fraction(4)) < *Fraction::Of(321, 100));
  CHECK(*percent.Times(Fraction(4)) == *Fraction::Of(16, 5));
  // A third three times is one, which no binary fraction is.
  const Fraction third = *Fraction::Of(1, 3);
  CHECK(*third.Plus(*third.Plus(third)) == Fraction(1));
}

TEST_CASE("sums, differences, signs") {
  CHECK(*Fraction(1).Minus(Fraction(3)) == Fraction(-2));
  CHECK(*Fraction::Of(-1, 2) < Fraction(0));
  CHECK(*Fraction::Of(-1, 2)->Times(*Fraction::Of(-1, 2)) == *Fraction::Of(1, 4));
  CHECK(Fraction::Of(6, 4)->numerator() == 3);
  CHECK(Fraction::Of(0, 7)->denominator() == 1);
}

TEST_CASE("what doesn't fit 64 bits is nothing") {
  CHECK_FALSE(Fraction(kMost).Plus(Fraction(1)));
  CHECK_FALSE(Fraction(kMost).Times(Fraction(2)));
  CHECK_FALSE(Fraction::Of(1, kMost)->Times(*Fraction::Of(1, 2)));
  CHECK(*Fraction(kMost).Times(*Fraction::Of(1, kMost)) == Fraction(1));
  CHECK(Fraction(kMost) > *Fraction::Of(kMost, 2));
}

TEST_CASE("fractions are printed with at most two decimals, and say when that isn't all") {
  CHECK(Fraction(-3).ToString() == "-3");
  CHECK(Fraction::Of(256, 5)->ToString() == "51.2");
  CHECK(Fraction::Of(1, 4)->ToString() == "0.25");
  CHECK(Fraction::Of(-1, 4)->ToString() == "-0.25");
  CHECK(Fraction::Of(1, 3)->ToString() == "about 0.33");
  CHECK(Fraction::Of(2, 3)->ToString() == "about 0.67");
  CHECK(Fraction::Of(1999, 1000)->ToString() == "about 2");
}

}  // namespace
