// Text of a reply as it is kept.
#pragma once

#include <string>
#include <string_view>

namespace hotsite::reply {

/// `text` on one line: line ends, tabs and no-break blanks become blanks, the blanks at its ends are cut, characters
/// that command a terminal or reorder a line are left out, and bytes that aren't UTF-8 become U+FFFD. At most kMaxCell
/// bytes of it.
std::string CleanText(std::string_view text);

}  // namespace hotsite::reply
