#include "backends/document/pdf_words.h"

#include <algorithm>

#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) {
  return IsUpper(c) || IsDigit(c) || (c >= 'a' && c <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
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

/// `word` without the punctuation around it.
Span Bare(std::string_view text, Span word) {
  while (word.begin < word.end && !IsWordByte(text[word.begin])) ++word.begin;
  while (word.begin < word.end && !IsWordByte(text[word.end - 1])) --word.end;
  return word;
}

std::size_t CountWhile(std::string_view text, std::size_t at, bool (*holds)(char)) {
  std::size_t count = 0;
  while (at + count < text.size() && holds(text[at + count])) ++count;
  return count;
}

/// Bytes of the identifier at `at`, 0 if there is none: three capitals, `-`, two digits or more.
std::size_t IdentifierAt(std::string_view text, std::size_t at) {
  constexpr std::size_t kLetters = 3;
  if (CountWhile(text, at, IsUpper) != kLetters || at + kLetters >= text.size() || text[at + kLetters] != '-') return 0;
  const std::size_t digits = CountWhile(text, at + kLetters + 1, IsDigit);
  const std::size_t end = at + kLetters + 1 + digits;
  return digits < 2 || (end < text.size() && IsWordByte(text[end])) ? 0 : end - at;
}

bool IsPlaceNumber(std::string_view number) {
  return !number.empty() && std::all_of(number.begin(), number.end(), [](char c) {
    return IsUpper(c) || IsDigit(c) || c == '.' || c == '-';
  }) && (IsDigit(number[0]) || number.size() == 1 || !IsWordByte(number[1]));
}

constexpr std::string_view kPlaces[] = {"section", "annex", "table", "figure"};

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

std::vector<Span> Keywords(std::string_view text) {
  std::vector<Span> spans;
  std::size_t shall_ends = std::string_view::npos;
  ForEachWord(text, [&](Span word) {
    const Span bare = Bare(text, word);
    const std::string_view it = Of(text, bare);
    if (it == "NOT" && bare.begin == shall_ends + 1 && !spans.empty()) {
      spans.back().end = bare.end;
    } else if (it == "SHALL" || it == "SHOULD" || it == "MAY") {
      spans.push_back(bare);
    }
    shall_ends = it == "SHALL" ? bare.end : std::string_view::npos - 1;
  });
  return spans;
}

std::vector<Reference> References(std::string_view text) {
  std::vector<Reference> references;
  Span before;
  ForEachWord(text, [&](Span word) {
    const Span bare = Bare(text, word);
    const std::string_view it = Of(text, bare);
    if (const std::size_t size = IdentifierAt(text, bare.begin); size > 0) {
      references.push_back({{bare.begin, bare.begin + size}, std::string(it.substr(0, size))});
    } else if (IsPlaceNumber(it)) {
      const std::string place = ToLower(Of(text, before));
      if (std::find(std::begin(kPlaces), std::end(kPlaces), place) != std::end(kPlaces))
        references.push_back({{before.begin, bare.end}, place + "-" + std::string(it)});
    }
    before = bare;
  });
  return references;
}

bool IsIdentifier(std::string_view text) { return !text.empty() && IdentifierAt(text, 0) == text.size(); }

}  // namespace hotsite::backends::document
