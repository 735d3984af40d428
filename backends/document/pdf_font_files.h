// The one table of font files.
#pragma once

#include <span>
#include <string_view>

namespace hotsite::backends::document {

struct FontFile {
  std::string_view path;     // below the folder of fonts
  std::string_view family;   // as the file itself says
  std::string_view package;  // of Debian
  /// The characters for which it is looked at: a script. From 0 on: any.
  char32_t first = 0, last = 0x10FFFF;
};

/// Always needed: text, code, and both in bold.
std::span<const FontFile> BaseFonts();

/// For characters that those lack, best first.
std::span<const FontFile> FurtherFonts();

}  // namespace hotsite::backends::document
