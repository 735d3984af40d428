// Lines of code with the comments behind them, lined up. Used by the formatter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::syntax {

struct CodeLine {
  std::size_t indent = 0;    // columns
  std::string text;          // empty: a blank line
  std::string_view comment;  // behind it; empty where there is none
  bool brace = false;        // opens or closes a block: its comment isn't lined up with those inside
};

/// The text of `lines`, each ended by a newline. Comments stand two blanks behind the code; those of consecutive lines
/// stand in one column.
std::string PrintAligned(const std::vector<CodeLine>& lines);

}  // namespace hotsite::syntax
