// A parsed text as text: two specs with the same say the same, however they are laid out. Used by the formatter's
// tests.
#pragma once

#include <optional>
#include <string>

namespace hotsite::harness {

/// All statements of `text` with their operands, blocks and documentation, without places; nothing when it has a syntax
/// error or isn't text.
std::optional<std::string> AstText(const std::string& text);

/// All comments of `text` in order, a line each, without blanks at their ends.
std::string CommentsOf(const std::string& text);

/// `text` in the one style; nothing as AstText.
std::optional<std::string> Formatted(const std::string& text);

}  // namespace hotsite::harness
