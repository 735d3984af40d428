// Texts without what a printer changes in them: blanks and line ends, joined letters, marks that nobody sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::reply {

struct FoldedText {
  std::string text;
  std::vector<std::size_t> from;  // of each byte of `text`, where it came from; one more: the end
};

FoldedText Fold(std::string_view text);

/// Some words of `text` around byte `at`, with `…` where they were cut out.
std::string Around(std::string_view text, std::size_t at);

}  // namespace hotsite::reply
