#include "compiler/reply/clean_text.h"

#include <algorithm>

#include "compiler/reply/reply.h"
#include "compiler/support/utf8.h"

namespace hotsite::reply {
namespace {

constexpr std::string_view kNoBreakBlank = "\u00A0";
constexpr std::string_view kReplacement = "\uFFFD";

/// What stands for the character at the beginning of `text`, which is well-formed.
std::string_view Shown(std::string_view character) {
  if (character == kNoBreakBlank) return " ";
  if (character.size() == 1 && (character[0] == '\n' || character[0] == '\r' || character[0] == '\t')) return " ";
  return FindControl(character) ? std::string_view() : character;
}

std::string WellFormed(std::string_view text) {
  std::string result;
  while (const auto bad = FindInvalidUtf8(text)) {
    result.append(text.substr(0, *bad)).append(kReplacement);
    text.remove_prefix(*bad + 1);
  }
  return result.append(text);
}

}  // namespace

std::string CleanText(std::string_view text) {
  if (text.size() > kMaxCell) {
    std::size_t end = kMaxCell;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    text = text.substr(0, end);
  }
  const std::string formed = WellFormed(text);
  std::string result;
  for (std::size_t i = 0; i < formed.size();) {
    const std::size_t length = std::max<std::size_t>(CodePointBytes(formed, i), 1);
    result.append(Shown(std::string_view(formed).substr(i, length)));
    i += length;
  }
  const std::size_t begin = result.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return result.substr(begin, result.find_last_not_of(' ') + 1 - begin);
}

}  // namespace hotsite::reply
