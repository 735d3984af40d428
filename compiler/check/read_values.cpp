// Ranges, lists and the values of `let`.
#include <fmt/format.h>

#include "compiler/check/expression.h"
#include "compiler/check/limits.h"
#include "compiler/check/lists.h"
#include "compiler/check/reader_parts.h"
#include "compiler/support/utf8.h"

namespace hotsite::check {

using Kind = syntax::Operand::Kind;
using schema::Element;
using Result = ReadResult;

// `1..n`: both ends may be arithmetic on values in force.
Result ReadExtent(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  const auto text = NextWord(cursor, element);
  if (!text) return {};
  std::string resolved = *text;
  if (const std::size_t dots = text->find(".."); dots != std::string::npos) {
    const auto first = Evaluate(std::string_view(*text).substr(0, dots), cursor.scope());
    const auto last = Evaluate(std::string_view(*text).substr(dots + 2), cursor.scope());
    if (first.ok() && last.ok()) resolved = fmt::format("{}..{}", *first, *last);
  }
  const Parsed<CountRange> range = CountRange::Parse(resolved);
  if (range.ok()) return Data(*range);
  cursor.Wrong(cursor.From(begin), *text, range.error(), Expected(element));
  return {};
}

// `1..4` for `1-4`.
static std::optional<std::string> WithDots(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || !IsNumber(text.substr(0, dash)) || !IsNumber(text.substr(dash + 1))) return {};
  return fmt::format("{}..{}", text.substr(0, dash), text.substr(dash + 1));
}

// `1..4`, or a list of names, or a value that is one.
Result ReadRange(Cursor& cursor, const Element& element) {
  if (const std::vector<std::string>* list = ListValueAt(cursor)) {
    cursor.Advance();
    return Data(*list);
  }
  if (const auto text = cursor.WordText(); text && text->find("..") != std::string::npos)
    return ReadExtent(cursor, element);
  std::vector<std::string> names;
  do {
    const std::size_t begin = cursor.position();
    const Result name = ReadName(cursor, element);
    if (!name) return {};
    if (const auto range = WithDots(std::get<std::string>(*name)); range && names.empty()) {
      cursor.Wrong(cursor.From(begin), std::get<std::string>(*name), {"isn't how a range is written", range},
                   Expected(element));
      return {};
    }
    names.push_back(std::get<std::string>(*name));
    if (!cursor.IsKind(Kind::kComma)) return Data(names);
    cursor.Advance();
  } while (true);
}

// One operand of a value, as text; an index is evaluated where it stands. Nothing after reporting that it can't be.
static std::optional<std::string> TextOfOperand(Cursor& cursor, const Element& element) {
  const syntax::Operand& operand = *cursor.peek();
  if (operand.kind == Kind::kString) return NextInterpolated(cursor, element);
  if (!HasIndex(cursor)) {
    const auto word = cursor.WordText();
    cursor.Advance();
    return word ? *word : std::string(operand.text);
  }
  const auto index = ReadIndex(cursor);
  if (!index) return {};
  return fmt::format("{}[{}]", operand.text, *index);
}

// Everything up to the next comma, as text.
static std::optional<std::string> ReadOneExpression(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  std::string text;
  bool arithmetic = false;
  while (!cursor.done() && !cursor.IsKind(Kind::kComma)) {
    const Kind kind = cursor.peek()->kind;
    arithmetic = arithmetic || kind == Kind::kPlus || kind == Kind::kMinus || kind == Kind::kStar;
    const auto operand = TextOfOperand(cursor, element);
    if (!operand) return {};
    text += (text.empty() ? "" : " ") + *operand;
  }
  if (CountCodePoints(text) > kMaxText) {  // each `let` could double the one before
    cursor.Wrong(cursor.From(begin), text, {fmt::format("is longer than {} characters", kMaxText), {}},
                 Expected(element));
    return {};
  }
  if (!arithmetic) return text;
  const Parsed<std::string> value = EvaluateText(text, cursor.scope());
  if (value.ok()) return *value;
  cursor.WrongExpression(cursor.From(begin), text, value.error(), Expected(element));
  return {};
}

static Result TooManyParts(Cursor& cursor, const Element& element) {
  const auto& operand = *cursor.peek();
  cursor.Wrong(operand.span, operand.text, {fmt::format("makes a list of more than {} parts", kMaxParts), {}},
               Expected(element));
  return {};
}

// A value, or several with commas between them.
Result ReadExpression(Cursor& cursor, const Element& element) {
  std::vector<std::string> parts;
  do {
    if (cursor.done()) return ReadName(cursor, element);  // says what is missing
    if (const std::vector<std::string>* list = ListValueAt(cursor)) {
      if (parts.size() + list->size() > kMaxParts) return TooManyParts(cursor, element);
      parts.insert(parts.end(), list->begin(), list->end());
      cursor.Advance();
      continue;
    }
    auto text = ReadOneExpression(cursor, element);
    if (!text) return {};
    parts.push_back(std::move(*text));
    if (parts.size() > kMaxParts) {
      cursor.Wrong(cursor.Here(), "the list", {fmt::format("has more than {} parts", kMaxParts), {}},
                   Expected(element));
      return {};
    }
  } while (cursor.IsKind(Kind::kComma) && (cursor.Advance(), true));
  return parts.size() == 1 ? Data(parts.front()) : Data(std::move(parts));
}

}  // namespace hotsite::check
