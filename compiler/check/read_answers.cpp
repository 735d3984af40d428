// `MEM-001 b` and what is answered to it: operands of a `contract`.
#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/check/limits.h"
#include "compiler/check/reader_parts.h"
#include "compiler/support/utf8.h"

namespace hotsite::check {

using Kind = syntax::Operand::Kind;
using schema::Element;
using Result = ReadResult;

namespace {

/// The words that go on behind an answer; an answer that is one of them stands in quotes.
constexpr std::array<std::string_view, 7> kBehindAnswer{"note", "by", "on", "field", "page", "line", "because"};

bool EndsAnswer(const Cursor& cursor) {
  return cursor.done() || std::any_of(kBehindAnswer.begin(), kBehindAnswer.end(),
                                      [&](std::string_view word) { return cursor.IsWord(word); });
}

bool IsCategory(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// PLC-001: three capitals, a dash, three digits or more.
bool IsRow(std::string_view text) {
  const std::size_t dash = text.find('-');
  return dash != std::string_view::npos && IsCategory(text.substr(0, dash)) && text.size() >= dash + 4 &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dash) + 1, text.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// b, c, …: the letter behind an identifier. No answer is one letter in lower case.
bool IsLetter(std::string_view text) { return text.size() == 1 && text[0] >= 'b' && text[0] <= 'z'; }

}  // namespace

Result ReadRequirement(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  if (cursor.IsKind(Kind::kString)) {  // `"MEM-001 aa"`, after 26 changes
    const auto text = NextInterpolated(cursor, element);
    if (!text) return {};
    if (IsRow(std::string_view(*text).substr(0, text->find(' ')))) return Data(*text);
    cursor.Wrong(cursor.From(begin), *text, {"doesn't name a row of the request", {}}, Expected(element));
    return {};
  }
  auto text = NextWord(cursor, element);
  if (!text) return {};
  if (!IsRow(*text)) {
    cursor.Wrong(cursor.From(begin), *text, {"doesn't name a row of the request", {}}, Expected(element));
    return {};
  }
  if (const auto edition = cursor.WordText(); edition && IsLetter(*edition)) {
    *text += ' ' + *edition;
    cursor.Advance();
  }
  return Data(*text);
}

Result ReadAnswer(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  if (cursor.IsKind(Kind::kString)) {
    const auto text = NextInterpolated(cursor, element);
    if (!text) return {};
    const auto problem = WhyNotShown(*text, kMaxText);
    if (!problem) return Data(*text);
    cursor.Wrong(cursor.From(begin), *text, {*problem, {}}, Expected(element));
    return {};
  }
  std::string text;
  while (!EndsAnswer(cursor)) {
    if (cursor.IsKind(Kind::kComma)) {
      text += ',';
      cursor.Advance();
      continue;
    }
    const auto word = NextWord(cursor, element);
    if (!word) return {};
    text += (text.empty() ? "" : " ") + *word;
  }
  if (text.empty()) return NextWord(cursor, element) ? Result() : Result();  // says what is missing
  if (CountCodePoints(text) <= kMaxText) return Data(text);
  cursor.Wrong(cursor.From(begin), text.substr(0, 20), {"begins an answer that is too long", {}}, Expected(element));
  return {};
}

}  // namespace hotsite::check
