// A statement up to its block, on as many lines as it needs. Used by the formatter.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "compiler/syntax/aligned_lines.h"
#include "compiler/syntax/layout.h"

namespace hotsite::syntax {

/// Columns of a line of code, if it has a comma or a block to break it at. Comments behind it don't count.
inline constexpr std::size_t kMostColumns = 100;

/// The lines of `item`'s pieces: it goes on in a new line where a person made one, and behind a comma where what comes
/// up to the next comma doesn't fit. `behind` (a brace) belongs to the last word.
std::vector<CodeLine> WrapStatement(const Item& item, std::string_view text, std::size_t indent,
                                    std::string_view behind);

/// A token as it is printed: comments lose their trailing blanks.
std::string_view PrintedText(const Token& token, std::string_view text);

}  // namespace hotsite::syntax
