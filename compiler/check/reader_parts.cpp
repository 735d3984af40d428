#include "compiler/check/reader_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "compiler/check/expression.h"
#include "compiler/check/limits.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::check {

using Kind = syntax::Operand::Kind;
using schema::Element;
using schema::Type;
using Result = ReadResult;

std::string Expected(const Element& element) {
  const std::string_view example = schema::ExampleOf(element.type);
  if (element.type == Type::kComparator) return "`at least`, `at most` or `exactly`";
  if (!element.choices.empty()) {
    std::vector<std::string> words;
    for (const std::string_view choice : element.choices) words.push_back(fmt::format("`{}`", choice));
    return JoinWords(words, "or");
  }
  if (example.empty()) return std::string(schema::DescriptionOf(element.type));
  return fmt::format("{} such as `{}`", schema::DescriptionOf(element.type), example);
}

bool IsNumber(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0 || c == '.'; });
}
bool IsLetters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

// A literal may be written in quotes when it holds a value: `nic "06{n}0" on OFFICE`.
static bool IsInterpolated(const Cursor& cursor) {
  const syntax::Operand* operand = cursor.peek();
  return operand != nullptr && operand->kind == Kind::kString && !operand->index &&
         operand->text.find('{') != std::string_view::npos;
}

std::optional<std::string> NextInterpolated(Cursor& cursor, const Element& element) {
  const syntax::Operand& operand = *cursor.peek();
  const Parsed<std::string> text = Interpolate(operand.text, cursor.scope());
  cursor.Advance();
  if (text.ok()) return *text;
  cursor.WrongExpression(operand.span, operand.text, text.error(), Expected(element));
  return {};
}

// The next word, or a message that says what was expected in its place.
std::optional<std::string> NextWord(Cursor& cursor, const Element& element) {
  if (auto text = cursor.WordText()) {
    cursor.Advance();
    return text;
  }
  if (IsInterpolated(cursor)) return NextInterpolated(cursor, element);
  if (cursor.done()) {
    cursor.reporter()
        .Error(codes::kMissingOperand, cursor.Here(), "{} is missing here", schema::DescriptionOf(element.type))
        .Here(fmt::format("expected {}", Expected(element)));
    return {};
  }
  if (cursor.IsKind(Kind::kString)) {
    const syntax::Operand& operand = *cursor.peek();
    cursor.Wrong(
        operand.span, fmt::format("\"{}\"", operand.text),
        {fmt::format("is in quotes, and {} isn't", schema::DescriptionOf(element.type)), std::string(operand.text)},
        Expected(element));
    return {};
  }
  cursor.reporter()
      .Error(codes::kWrongOperand, cursor.Here(), "`{}` stands where {} is expected", cursor.peek()->text,
             schema::DescriptionOf(element.type))
      .Here(fmt::format("expected {}", Expected(element)));
  return {};
}

// Quotes let anything in, and what is read ends up in files, on paper and on terminals.
std::optional<std::string> WhyNotShown(std::string_view text, std::size_t longest) {
  if (CountCodePoints(text) > longest) return fmt::format("is longer than {} characters", longest);
  const std::optional<std::size_t> control = FindControl(text);
  if (!control) return {};
  if (text[*control] == '\t') return "holds a tab, which no document can show";
  return fmt::format("holds {}, which no document can show", NameCharacter(text, *control));
}

// A name: a word, or a quoted one with `{n}` in it.
Result ReadName(Cursor& cursor, const Element& element) {
  const syntax::Operand* operand = cursor.peek();
  if (operand != nullptr && operand->kind == Kind::kString && !operand->index) {
    const Parsed<std::string> text = Interpolate(operand->text, cursor.scope());
    cursor.Advance();
    if (!text.ok()) {
      cursor.WrongExpression(operand->span, operand->text, text.error(), Expected(element));
      return {};
    }
    const std::optional<std::string> problem = WhyNotShown(*text, kMaxText);
    if (!problem) return Data(*text);
    cursor.Wrong(operand->span, operand->text, {*problem, {}}, Expected(element));
    return {};
  }
  auto text = NextWord(cursor, element);
  if (!text) return {};
  return Data(std::move(*text));
}

}  // namespace hotsite::check
