// How an HTML document looks: on a screen, on a phone, on paper without colour.
#pragma once

namespace hotsite::backends::document {

/// Without `<`, `&` and `]]>`, so that it can stand in a style element as it is.
extern const char* const kHtmlStyle;

}  // namespace hotsite::backends::document
