#include "backends/document/pdf_typed_text.h"

#include <algorithm>
#include <cmath>

namespace hotsite::backends::document {
namespace {

constexpr double kLargestType = 9, kSmallestType = 7, kStep = 0.5;
constexpr double kLineHeight = 1.2;       // in sizes
constexpr double kCharacterWidth = 0.56;  // in sizes: digits of Helvetica; mixed text is narrower
constexpr double kPadding = 2;            // readers leave as much free on each side

}  // namespace

TypedText FitTypedText(const PlacedField& placed) {
  const double width = std::max(1.0, placed.width - 2 * kPadding);
  const double height = std::max(1.0, placed.height - 2 * kPadding);
  const double columns = std::max(1U, placed.field.columns);
  const auto lines = [&](double size) { return std::max(1.0, std::floor(height / (kLineHeight * size))); };
  const auto characters = [&](double size) { return std::max(1.0, std::floor(width / (kCharacterWidth * size))); };
  const bool many = placed.field.kind == Field::Kind::kLines;
  double size = kLargestType;
  while (size > kSmallestType &&
         (kLineHeight * size > placed.height || (!many && lines(size) * characters(size) < columns)))
    size -= kStep;
  const auto room = static_cast<unsigned>(lines(size));
  return {size, room, room * static_cast<unsigned>(characters(size))};
}

}  // namespace hotsite::backends::document
