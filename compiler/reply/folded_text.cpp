#include "compiler/reply/folded_text.h"

#include <algorithm>
#include <array>

#include "compiler/support/utf8.h"

namespace hotsite::reply {
namespace {

/// What fonts draw as one sign: U+FB00 to U+FB06.
constexpr std::array<std::string_view, 7> kJoined = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

/// The code point of three bytes of UTF-8; 0: `character` has another length.
unsigned CodeOfThree(std::string_view character) {
  if (character.size() != 3) return 0;
  const auto bits = [&](std::size_t at) { return static_cast<unsigned char>(character[at]) & 0x3Fu; };
  return (static_cast<unsigned char>(character[0]) & 0x0Fu) << 12 | bits(1) << 6 | bits(2);
}

bool IsBlank(std::string_view character) {
  if (character.size() == 1) return static_cast<unsigned char>(character[0]) <= ' ';
  if (character == "\u00A0" || character == "\u00AD") return true;
  const unsigned code = CodeOfThree(character);
  return (code >= 0x2000 && code <= 0x200F) || (code >= 0x2028 && code <= 0x202F) ||
         (code >= 0x205F && code <= 0x206F) || code == 0x3000 || code == 0xFEFF;
}

std::string_view Letters(std::string_view character) {
  const unsigned code = CodeOfThree(character);
  return code >= 0xFB00 && code < 0xFB00 + kJoined.size() ? kJoined[code - 0xFB00] : character;
}

}  // namespace

FoldedText Fold(std::string_view text) {
  FoldedText folded;
  folded.text.reserve(text.size());
  folded.from.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = text.substr(at, std::max<std::size_t>(CodePointBytes(text, at), 1));
    if (!IsBlank(character)) {
      const std::string_view letters = Letters(character);
      folded.text += letters;
      folded.from.insert(folded.from.end(), letters.size(), at);
    }
    at += character.size();
  }
  folded.from.push_back(text.size());
  return folded;
}

std::string Around(std::string_view text, std::size_t at) {
  constexpr std::size_t kBefore = 40, kBehind = 60;
  std::size_t begin = at > kBefore ? at - kBefore : 0, end = std::min(text.size(), at + kBehind);
  // Whole words; where there are none near, whole characters.
  const auto inside = [&](std::size_t place) { return (static_cast<unsigned char>(text[place]) & 0xC0u) == 0x80u; };
  if (begin > 0) {
    const std::size_t blank = text.substr(0, at).find(' ', begin);
    if (blank != std::string_view::npos) begin = blank + 1;
    while (begin < at && inside(begin)) ++begin;
  }
  if (end < text.size()) {
    const std::size_t blank = text.substr(0, end).rfind(' ');
    if (blank != std::string_view::npos && blank > at) end = blank;
    while (end > at && inside(end)) --end;
  }
  return (begin > 0 ? "… " : "") + std::string(text.substr(begin, end - begin)) + (end < text.size() ? " …" : "");
}

}  // namespace hotsite::reply
