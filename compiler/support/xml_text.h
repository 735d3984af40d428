// Text inside XML, HTML and SVG, for everything that comes from a spec.
#pragma once

#include <string>
#include <string_view>

namespace hotsite {

/// `text` between tags or between double quotes: `<`, `>`, `&` and `"` as entities. Characters that XML doesn't allow,
/// control others or reorder text (FindControl) become blanks, except newlines; bytes that aren't UTF-8 become U+FFFD.
std::string XmlText(std::string_view text);

}  // namespace hotsite
