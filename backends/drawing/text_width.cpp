#include "backends/drawing/text_width.h"

#include <array>
#include <cstdint>

#include "compiler/support/utf8.h"

namespace hotsite::backends::drawing {
namespace {

constexpr double kUnits = 1000;  // of an em
constexpr double kMono = 602;    // DejaVu Sans Mono; Noto Sans Mono has 600
constexpr double kNarrow = 800;  // estimate of a letter outside ASCII: most are narrower
constexpr double kWide = 1000;   // of an ideograph
constexpr unsigned char kFirst = 0x20, kLast = 0x7E;

using Widths = std::array<std::uint16_t, kLast - kFirst + 1>;
constexpr Widths kRegular = {260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372,
                             572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434,
                             899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781,
                             605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444,
                             281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
                             615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572};
constexpr Widths kBold = {260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413,
                          572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477,
                          897, 690, 672, 637, 740, 560, 549, 724, 765, 389, 331, 664, 565, 943, 813, 796,
                          628, 796, 660, 551, 579, 756, 650, 967, 667, 624, 579, 331, 413, 331, 572, 411,
                          362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619,
                          633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572};

double WidthOf(std::string_view character, bool bold, bool mono) {
  const std::size_t columns = DisplayWidth(character);
  if (columns != 1) return columns == 0 ? 0 : kWide;
  if (mono) return kMono;
  const auto c = static_cast<unsigned char>(character.front());
  if (character.size() > 1 || c < kFirst || c > kLast) return kNarrow;
  return (bold ? kBold : kRegular).at(c - kFirst);
}

}  // namespace

double TextWidth(std::string_view text, double size, bool bold, bool mono) {
  double units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = CodePointBytes(text, at);
    units += WidthOf(text.substr(at, bytes), bold, mono);
    at += bytes;
  }
  return units * size / kUnits;
}

}  // namespace hotsite::backends::drawing
