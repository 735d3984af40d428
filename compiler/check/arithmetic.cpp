#include "compiler/check/arithmetic.h"

#include <fmt/format.h>

#include <cctype>

#include "compiler/check/expression.h"

namespace hotsite::check {
namespace {

using Kind = syntax::Operand::Kind;

constexpr std::int64_t kMostCount = 2'147'483'647;         // as ParseCount
constexpr std::int64_t kMostMiB = std::int64_t{16} << 30;  // 16 PiB, as MemorySize::Parse

bool IsOperator(const Cursor& cursor, std::size_t ahead) {
  return cursor.IsKind(Kind::kPlus, ahead) || cursor.IsKind(Kind::kMinus, ahead) || cursor.IsKind(Kind::kStar, ahead);
}

bool IsUnit(const Cursor& cursor, std::size_t ahead) {
  const syntax::Operand* operand = cursor.peek(ahead);
  if (operand == nullptr || operand->kind != Kind::kWord || operand->index) return false;
  const std::string_view text = operand->text;
  return text == "M" || text == "G" || text == "T" || text.ends_with("iB") || text.ends_with("B");
}

bool StartsWithDigit(const Cursor& cursor) {
  const auto text = cursor.WordText();
  return text && !text->empty() && std::isdigit(static_cast<unsigned char>(text->front())) != 0;
}

// `n-1` is one word.
bool IsDifference(const Cursor& cursor) {
  const syntax::Operand* operand = cursor.peek();
  if (operand == nullptr || operand->kind != Kind::kWord || operand->index) return false;
  const std::size_t dash = operand->text.find('-');
  return dash != std::string_view::npos && cursor.scope().Find(operand->text.substr(0, dash)) != nullptr;
}

// How many operands the term that is next takes: a number and its unit, a name, a parenthesis.
std::size_t TermLength(const Cursor& cursor) { return StartsWithDigit(cursor) && IsUnit(cursor, 1) ? 2 : 1; }

std::string Take(Cursor& cursor, std::size_t count) {
  std::string text;
  for (; count > 0 && !cursor.done(); --count, cursor.Advance()) {
    const syntax::Operand& operand = *cursor.peek();
    text += fmt::format("{}{}", text.empty() ? "" : " ", operand.text);
    if (operand.index) text += fmt::format("[{}]", *operand.index);
  }
  return text;
}

// The text up to where no operator follows.
std::string TakeExpression(Cursor& cursor) {
  std::string text;
  while (!cursor.done()) {
    while (IsOperator(cursor, 0)) text += " " + Take(cursor, 1);
    text += " " + Take(cursor, TermLength(cursor));
    if (!IsOperator(cursor, 0)) break;
  }
  return text.empty() ? text : text.substr(1);
}

std::optional<Quantity> ReadQuantity(Cursor& cursor, const std::string& expected, bool memory) {
  const std::size_t begin = cursor.position();
  const std::string text = TakeExpression(cursor);
  const Parsed<Quantity> value = EvaluateQuantity(text, cursor.scope());
  if (!value.ok()) {
    cursor.WrongExpression(cursor.From(begin), text, value.error(), expected);
    return {};
  }
  std::string problem;
  if (value->memory != memory) problem = memory ? "is a plain number, not memory" : "is memory, not a whole number";
  if (problem.empty() && value->number < 0) problem = fmt::format("is {}, less than nothing", value->number);
  if (problem.empty() && value->number > (memory ? kMostMiB : kMostCount)) problem = "is too large";
  if (problem.empty()) return *value;
  cursor.Wrong(cursor.From(begin), text, {problem, {}}, expected);
  return {};
}

}  // namespace

bool AtArithmetic(const Cursor& cursor) {
  if (cursor.done()) return false;
  if (cursor.IsKind(Kind::kGroup) || cursor.IsKind(Kind::kMinus) || IsDifference(cursor)) return true;
  return cursor.IsKind(Kind::kWord) && IsOperator(cursor, TermLength(cursor));
}

std::optional<std::int64_t> ReadArithmeticCount(Cursor& cursor, const std::string& expected) {
  const std::optional<Quantity> value = ReadQuantity(cursor, expected, false);
  return value ? std::optional(value->number) : std::nullopt;
}

std::optional<MemorySize> ReadArithmeticMemory(Cursor& cursor, const std::string& expected) {
  const std::optional<Quantity> value = ReadQuantity(cursor, expected, true);
  if (!value) return {};
  return MemorySize::OfMiB(static_cast<std::uint64_t>(value->number));
}

std::optional<std::int64_t> ReadOffset(Cursor& cursor, const std::string& expected) {
  if (!cursor.IsKind(Kind::kPlus) && !cursor.IsKind(Kind::kMinus)) return 0;
  const std::size_t begin = cursor.position();
  const std::string text = "0 " + TakeExpression(cursor);
  const Parsed<std::int64_t> value = Evaluate(text, cursor.scope());
  if (value.ok()) return *value;
  cursor.WrongExpression(cursor.From(begin), text.substr(2), value.error(), expected);
  return {};
}

}  // namespace hotsite::check
