// What is left of a generated file when everything is taken out that its reader takes for comment or text: what it
// does. Each format's rules are written down here anew, from its documentation, so that a mistake of a writer isn't
// repeated.
#pragma once

#include <string>
#include <string_view>

namespace hotsite::acceptance {

/// The skeleton of the file, by its path; blanks as one. Files that only people read (README.txt, requests as text)
/// have none: they are empty.
std::string Skeleton(std::string_view path, const std::string& text);

/// Whether the file is well formed as far as its skeleton needs it: comments, quotes, brackets and tags are closed.
/// What is wrong, or nothing.
std::string Unclosed(std::string_view path, const std::string& text);

}  // namespace hotsite::acceptance
