#include "compiler/check/cursor.h"

#include <fmt/format.h>

#include "compiler/check/expression.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/suggest.h"
#include "compiler/support/utf8.h"

namespace hotsite::check {

using Kind = syntax::Operand::Kind;

bool Cursor::IsWord(std::string_view word, std::size_t ahead) const {
  const syntax::Operand* operand = peek(ahead);
  return operand != nullptr && operand->kind == Kind::kWord && operand->text == word && !operand->index;
}

bool Cursor::IsKind(Kind kind, std::size_t ahead) const {
  const syntax::Operand* operand = peek(ahead);
  return operand != nullptr && operand->kind == kind;
}

namespace {

// `1..12` of `1 to 12` and `1 .. 12`, which stand in one word where the repair of tokens has told what is wrong.
std::string RangeOfWord(std::string_view text) {
  const std::size_t first = text.find_first_of(" .");
  return fmt::format("{}..{}", text.substr(0, first), text.substr(text.find_last_of(" .") + 1));
}

}  // namespace

std::optional<std::string> Cursor::WordText(std::size_t ahead) const {
  const syntax::Operand* operand = peek(ahead);
  if (operand == nullptr || operand->kind != Kind::kWord || operand->index) return {};
  if (const std::string* value = scope_.Find(operand->text)) return *value;
  if (operand->text.find(' ') != std::string_view::npos) return RangeOfWord(operand->text);
  return std::string(operand->text);
}

Span Cursor::Here() const {
  if (!done()) return operands_[at_].span;
  const std::uint32_t end = operands_.empty() ? statement_.end : operands_.back().span.end;
  return {statement_.file, end, end};
}

Span Cursor::From(std::size_t begin) const {
  if (begin >= operands_.size()) return Here();
  return Join(operands_[begin].span, operands_[std::max(at_, begin + 1) - 1].span);
}

bool Cursor::Wrong(Span span, std::string_view text, const ValueError& error, std::string_view expected) {
  WrongWith(codes::kWrongOperand, span, text, error, expected);
  return false;
}

bool Cursor::WrongExpression(Span span, std::string_view text, const ValueError& error, std::string_view expected) {
  if (UsesBroken(text, scope_)) return false;
  const std::string_view unknown = UnknownNameIn(text, scope_);
  if (!unknown.empty() && scope_.incomplete()) return false;  // it may be in what couldn't be read
  auto& found =
      WrongWith(unknown.empty() ? codes::kWrongOperand : codes::kUnknownVariable, span, text, error, expected);
  if (unknown.empty()) return false;
  const auto near = Nearest(unknown, scope_.Names());
  // The place of the name, where the text is what was written (in quotes: without them).
  const std::size_t written = span.end - span.begin;
  if (!near || (written != text.size() && written != text.size() + 2)) return false;
  const auto begin = static_cast<std::uint32_t>(span.begin + (written - text.size()) / 2 +
                                                static_cast<std::size_t>(unknown.data() - text.data()));
  found.Fix(fmt::format("write `{}`", *near),
            {{{span.file, begin, begin + static_cast<std::uint32_t>(unknown.size())}, *near}});
  return false;
}

Diagnostic& Cursor::WrongWith(Code code, Span span, std::string_view text, const ValueError& error,
                              std::string_view expected) {
  constexpr std::size_t kShown = 60;
  std::size_t end = 0;
  while (end < text.size() && end < kShown) end += CodePointBytes(text, end);
  const std::string shown = fmt::format("{}{}", text.substr(0, end), end < text.size() ? "…" : "");
  auto& found = reporter_.Error(code, span, "`{}` {}", shown, error.what);
  found.Here(fmt::format("expected {}", expected));
  if (error.replacement) found.Fix(fmt::format("write `{}`", *error.replacement), {{span, *error.replacement}});
  return found;
}

}  // namespace hotsite::check
