#include "compiler/diff/condition_text.h"

#include <fmt/format.h>

#include "compiler/values/calendar.h"
#include "compiler/values/memory_size.h"

namespace hotsite::diff {
namespace {

using model::Condition;
using model::Part;
using Op = model::Part::Op;

std::string Text(const Condition& condition, std::uint32_t index);

/// An operand of arithmetic, `and`, `or` and `not`.
std::string Nested(const Condition& condition, std::uint32_t index) {
  const Op op = condition.at(index).op;
  const bool simple = op == Op::kProperty || op == Op::kLiteral;
  return simple ? Text(condition, index) : "(" + Text(condition, index) + ")";
}

std::string Literal(const Part& part) {
  switch (part.unit) {
    case model::ValueType::kMemory:
      return MemorySize::OfMiB(static_cast<std::uint64_t>(part.amount)).ToString();
    case model::ValueType::kDuration:
      return Duration::OfMinutes(part.amount).ToString();
    default:
      return fmt::to_string(part.amount);
  }
}

const char* WordOf(Op op) {
  switch (op) {
    case Op::kAnd:
      return "and";
    case Op::kOr:
      return "or";
    case Op::kIs:
      return "is";
    case Op::kInclude:
      return "include";
    case Op::kCount:
      return "count of";
    case Op::kSum:
      return "sum of";
    case Op::kLargest:
      return "largest";
    case Op::kSmallest:
      return "smallest";
    case Op::kAdd:
      return "+";
    case Op::kSubtract:
      return "-";
    default:
      return "*";
  }
}

/// `sum of memory of partitions where …`, `count of nic`.
std::string OverList(const Condition& condition, const Part& part) {
  std::string text = WordOf(part.op);
  if (part.right != Part::kNone) text += fmt::format(" {} of", Nested(condition, part.right));
  text += " " + Nested(condition, part.left);
  if (part.where != Part::kNone) text += " where " + Nested(condition, part.where);
  return text;
}

std::string Text(const Condition& condition, std::uint32_t index) {
  const Part& part = condition.at(index);
  switch (part.op) {
    case Op::kNot:
      return "not " + Nested(condition, part.left);
    case Op::kSaid:
      return Nested(condition, part.left) + " is said";
    case Op::kIs:
    case Op::kInclude:
      return fmt::format(fmt::runtime(part.pattern ? "{} {} \"{}\"" : "{} {} {}"), Nested(condition, part.left),
                         WordOf(part.op), part.text);
    case Op::kCompare:
      return fmt::format("{} {} {}", Text(condition, part.left), ToString(part.comparator),
                         Text(condition, part.right));
    case Op::kPercent:
      return fmt::format("{} % of {}", part.amount, Nested(condition, part.left));
    case Op::kCount:
    case Op::kSum:
    case Op::kLargest:
    case Op::kSmallest:
      return OverList(condition, part);
    case Op::kProperty:
      return part.text;
    case Op::kLiteral:
      return Literal(part);
    default:
      return fmt::format("{} {} {}", Nested(condition, part.left), WordOf(part.op), Nested(condition, part.right));
  }
}

}  // namespace

std::string TextOf(const Condition& condition) {
  return condition.root == Part::kNone ? std::string() : Text(condition, condition.root);
}

}  // namespace hotsite::diff
