#include "backends/document/pdf_words.h"

#include <algorithm>

#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

bool IsWordByte(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

template <class Does>
void ForEachWord(std::string_view text, Does does) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) return;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    does(Span{begin, end});
    at = end;
  }
}

std::string_view Of(std::string_view text, Span span) { return text.substr(span.begin, span.end - span.begin); }

/// Three-byte sequences from U+2E80 on and longer ones: East Asian scripts and what lies beyond.
bool IsEastAsian(char c) { return static_cast<unsigned char>(c) >= 0xE3; }

}  // namespace

std::string Settable(std::string_view text) {
  std::string settable;
  settable.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::max<std::size_t>(CodePointBytes(text, at), 1);
    const std::string_view character = text.substr(at, bytes);
    if (bytes == 1 && static_cast<unsigned char>(text[at]) >= 0x80) {
      settable += "\xEF\xBF\xBD";
    } else if (FindControl(character)) {
      settable += ' ';
    } else {
      settable += character;
    }
    at += bytes;
  }
  return settable;
}

std::vector<Span> BreakableWords(std::string_view text) {
  std::vector<Span> words;
  ForEachWord(text, [&](Span word) {
    const std::string_view characters = Of(text, word);
    if (std::any_of(characters.begin(), characters.end(), IsEastAsian)) return;
    const bool plain = std::all_of(characters.begin(), characters.end() - 1, IsWordByte);
    if (!plain) words.push_back(word);
  });
  return words;
}

}  // namespace hotsite::backends::document
