// What the readers of operands are made of. Only the files of check/ that read operands include this.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/check/cursor.h"
#include "compiler/check/entry.h"
#include "compiler/schema/pattern.h"

namespace hotsite::check {

/// A value; nothing after reporting what is wrong.
using ReadResult = std::optional<Data>;

/// What stands at this place, with an example: "a memory size such as `24 GiB`".
std::string Expected(const schema::Element& element);

bool IsNumber(std::string_view text);  // digits and dots
bool IsLetters(std::string_view text);

/// The next word, or a message that says what was expected in its place.
std::optional<std::string> NextWord(Cursor& cursor, const schema::Element& element);
/// The text of the string that is next, with its `{…}` replaced.
std::optional<std::string> NextInterpolated(Cursor& cursor, const schema::Element& element);
/// Why a text can't be shown in a document; nothing when it can.
std::optional<std::string> WhyNotShown(std::string_view text, std::size_t longest);
/// A name: a word, or a quoted one with `{n}` in it.
ReadResult ReadName(Cursor& cursor, const schema::Element& element);

// A literal of one word, or of two where a number is followed by its unit (`24 GiB`, `4 h`).
template <class T>
ReadResult ReadParsed(Cursor& cursor, const schema::Element& element, bool with_unit = false) {
  const std::size_t begin = cursor.position();
  auto text = NextWord(cursor, element);
  if (!text) return {};
  if (with_unit && IsNumber(*text)) {
    if (const auto unit = cursor.WordText(); unit && IsLetters(*unit)) {
      *text += ' ' + *unit;
      cursor.Advance();
    }
  }
  const Parsed<T> parsed = T::Parse(*text);
  if (parsed.ok()) return Data(*parsed);
  cursor.Wrong(cursor.From(begin), *text, parsed.error(), Expected(element));
  return {};
}

// Readers with a file of their own (read_addresses.cpp, read_values.cpp).
ReadResult ReadAddress(Cursor& cursor, const schema::Element& element);
ReadResult ReadSubnet(Cursor& cursor, const schema::Element& element);
ReadResult ReadExtent(Cursor& cursor, const schema::Element& element);
ReadResult ReadRange(Cursor& cursor, const schema::Element& element);
ReadResult ReadExpression(Cursor& cursor, const schema::Element& element);
// read_answers.cpp: `MEM-001`, `MEM-001 b`; and what is answered to it.
ReadResult ReadRequirement(Cursor& cursor, const schema::Element& element);
ReadResult ReadAnswer(Cursor& cursor, const schema::Element& element);
/// Whether the next operand has an index, as `OFFICE[21]` has; and that index.
bool HasIndex(const Cursor& cursor);
std::optional<std::int64_t> ReadIndex(Cursor& cursor);

}  // namespace hotsite::check
