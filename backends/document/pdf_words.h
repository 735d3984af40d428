// What has to be known of a text before it is set on a page. Offsets are bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::backends::document {

struct Span {
  std::size_t begin = 0, end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// `text` as it can be set: control characters, line ends and characters that reorder a line are blanks, bytes that
/// aren't UTF-8 are U+FFFD.
std::string Settable(std::string_view text);

/// Words that hold something beside letters and digits, so that Unicode's rules would break them: z/VM, 0600-060F,
/// PLC-001. East Asian text has no blanks and is left to those rules.
std::vector<Span> BreakableWords(std::string_view text);

}  // namespace hotsite::backends::document
