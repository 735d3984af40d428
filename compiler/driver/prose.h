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

}  // namespace hotsite::driver
