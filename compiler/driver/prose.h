// Explanations as they are written in the tables: paragraphs, lists and indented specimens, told apart by how their
// lines begin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::driver {

struct ProsePart {
  enum class Kind : std::uint8_t { kParagraph, kItem, kSpecimen };
  Kind kind = Kind::kParagraph;
  std::string marker;  // of an item: `-`, `1.`
  std::string text;    // of a paragraph or an item: words with single blanks; of a specimen: its lines as they stand
};

/// An item begins with `- ` or `1. ` and goes on in indented lines; a specimen is indented by four or more; a blank
/// line ends each.
std::vector<ProsePart> ParseProse(std::string_view text);

/// Calls `show` with each part, and `blank` between two: not between the items of a list, which stand close together.
template <class Show, class Blank>
void ForEachPart(std::string_view text, Show show, Blank blank) {
  bool first = true, item = false;
  for (const ProsePart& part : ParseProse(text)) {
    const bool is_item = part.kind == ProsePart::Kind::kItem;
    if (!first && !(item && is_item)) blank();
    show(part);
    first = false;
    item = is_item;
  }
}

}  // namespace hotsite::driver
