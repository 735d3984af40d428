// Texts of a spec inside GitHub's and GitLab's Markdown. What either would take for markup, a mention, a reference, a
// link or an emoji stands in a code span, where nothing is taken for anything.
#pragma once

#include <string>
#include <string_view>

namespace hotsite::backends::changelog {

/// A code span, on one line; nothing for an empty text. At most `most` code points of the text.
std::string Code(std::string_view text, std::size_t most = 160);

/// Prose of ours with names and values of a spec in it: each word that isn't plain letters, digits and punctuation
/// becomes a code span.
std::string Words(std::string_view text, std::size_t most = 400);

/// Markdown of the two above, fit for a table: that ends a cell at each pipe that no backslash stands before, also
/// inside a code span. Elsewhere a code span shows such a backslash.
std::string Cell(std::string_view markdown);

/// `text` as it stands, in a fence that is longer than any in it. `language`: `text`, `diff`.
std::string Fence(std::string_view text, std::string_view language);

}  // namespace hotsite::backends::changelog
