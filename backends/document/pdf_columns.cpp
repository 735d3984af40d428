#include "backends/document/pdf_columns.h"

#include <algorithm>

namespace hotsite::backends::document {
namespace {

template <class Width>
double Sum(std::span<const ColumnWish> wishes, Width width) {
  double sum = 0;
  for (const ColumnWish& wish : wishes) sum += width(wish);
  return sum;
}

/// The largest cap at which `width(wish, cap)` of all columns fits.
template <class Width>
double LargestCap(std::span<const ColumnWish> wishes, double available, Width width) {
  double low = 0, high = available;
  constexpr int kSteps = 32;  // to far below a point
  for (int step = 0; step < kSteps; ++step) {
    const double cap = (low + high) / 2;
    const double sum = Sum(wishes, [&](const ColumnWish& wish) { return width(wish, cap); });
    (sum <= available ? low : high) = cap;
  }
  return low;
}

/// What each column gets of what is left over.
std::vector<double> Spread(std::span<const ColumnWish> wishes, double left) {
  constexpr double kMost = 24;  // more would tear the cells of a row apart
  constexpr double kBesideGrowing = 6;
  const auto weight = [](const ColumnWish& wish) { return wish.grows ? std::max(wish.natural, 1.0) : 0.0; };
  const double growing = Sum(wishes, weight);
  const double open = Sum(wishes, [](const ColumnWish& wish) { return wish.fixed ? 0.0 : 1.0; });
  const double each = std::min(growing > 0 ? kBesideGrowing : kMost, left / std::max(open, 1.0));
  left -= each * open;
  std::vector<double> shares;
  double* last = nullptr;
  shares.reserve(wishes.size());
  for (const ColumnWish& wish : wishes) {
    shares.push_back((wish.fixed ? 0 : each) + (growing > 0 ? left * weight(wish) / growing : 0));
    if (!wish.fixed) last = &shares.back();
  }
  if (growing == 0 && last != nullptr) *last += left;
  return shares;
}

}  // namespace

std::vector<double> ShareWidth(std::span<const ColumnWish> wishes, double available) {
  const auto natural = [](const ColumnWish& wish) { return std::max(wish.natural, wish.least); };
  const auto capped = [&](const ColumnWish& wish, double cap) {
    return std::min(natural(wish), std::max(cap, wish.least));
  };
  const auto squeezed = [](const ColumnWish& wish, double cap) { return std::min(wish.least, cap); };
  std::vector<double> widths;
  const double wanted = Sum(wishes, natural);
  if (wanted <= available) {
    widths = Spread(wishes, available - wanted);
    for (std::size_t c = 0; c < wishes.size(); ++c) widths[c] += natural(wishes[c]);
  } else if (Sum(wishes, [](const ColumnWish& wish) { return wish.least; }) <= available) {
    const double cap = LargestCap(wishes, available, capped);
    for (const ColumnWish& wish : wishes) widths.push_back(capped(wish, cap));
  } else {
    const double cap = LargestCap(wishes, available, squeezed);
    for (const ColumnWish& wish : wishes) widths.push_back(squeezed(wish, cap));
  }
  return widths;
}

}  // namespace hotsite::backends::document
