// Text in colour for the terminal: rows of styled pieces that stand at columns. Used by the terminal renderer's parts,
// and `Printable` by the driver.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"

namespace hotsite {

enum class Style : std::uint8_t {
  kPlain,
  kBold,
  kGutter,
  kError,
  kWarning,
  kNote,
  kSecondary,
  kHelp,
  kRemoved,
  kAdded
};

/// The style of a finding's headline and of the marks under its primary place.
Style StyleOf(Severity severity);

/// `text` between ANSI codes, or as it is without colour.
std::string Paint(std::string_view text, Style style, bool colour);

/// `text` without what could command a terminal or reorder its line (control characters, direction overrides): each is
/// shown as U+FFFD. Source text and names in messages come from a file that nobody has vetted.
std::string Printable(std::string_view text);

/// Text that starts at a display column of its row.
struct Piece {
  std::size_t column = 0;
  std::string text;
  Style style = Style::kPlain;
};
using Row = std::vector<Piece>;

/// One line of text, without the line end.
std::string PaintRow(Row row, bool colour);

}  // namespace hotsite
