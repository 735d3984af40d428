#include "compiler/rules/condition_value.h"

#include <algorithm>
#include <utility>

namespace hotsite::rules {
namespace {

using model::Part;
using model::Thing;
using model::ValueType;
using Op = Part::Op;

constexpr std::string_view kNotSaid = "isn't said";
constexpr std::string_view kLeftToVendor = "is left to the vendor";
constexpr std::string_view kOneNotSaid = "has a part that isn't said";
constexpr std::string_view kOneLeftToVendor = "has a part that is left to the vendor";
constexpr std::string_view kOfNothing = "is that of an empty list";
constexpr std::string_view kTooLarge = "is too large to be computed";

Truth Not(Truth truth) {
  return truth == Truth::kUnknown ? truth : truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}
Truth TruthOf(bool holds) { return holds ? Truth::kTrue : Truth::kFalse; }

/// What is left of a reading that isn't what was asked for.
std::string_view WhyNone(const model::Reading& reading) {
  return std::holds_alternative<model::LeftToVendor>(reading) ? kLeftToVendor : kNotSaid;
}

}  // namespace

bool Matches(std::string_view text, std::string_view pattern) {
  std::size_t t = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;  // where the text goes on when the last star takes one more character
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

Truth ConditionValue::Judge(std::uint32_t index, Thing thing) {
  ++steps_;
  const Part& part = condition_.at(index);
  switch (part.op) {
    case Op::kAnd: {
      const Truth left = Judge(part.left, thing);
      return left == Truth::kFalse ? left : std::min(left, Judge(part.right, thing));
    }
    case Op::kOr: {
      const Truth left = Judge(part.left, thing);
      return left == Truth::kTrue ? left : std::max(left, Judge(part.right, thing));
    }
    case Op::kNot:
      return Not(Judge(part.left, thing));
    case Op::kCompare:
      return Compare(part, thing);
    case Op::kSaid:
      return Said(part, thing);
    default:
      return Word(part, thing);
  }
}

Truth ConditionValue::Compare(const Part& part, Thing thing) {
  const auto left = Quantity(part.left, thing).value;
  const auto right = Quantity(part.right, thing).value;
  if (!left || !right) return Truth::kUnknown;
  switch (part.comparator) {
    case model::Comparator::kAtLeast:
      return TruthOf(*left >= *right);
    case model::Comparator::kAtMost:
      return TruthOf(*left <= *right);
    case model::Comparator::kExactly:
      return TruthOf(*left == *right);
  }
  return Truth::kUnknown;
}

// `is WORD` and `include WORD`.
Truth ConditionValue::Word(const Part& part, Thing thing) {
  const model::Reading reading = Read(part.left, thing);
  const auto fits = [&](const std::string& text) {
    return part.pattern ? Matches(text, part.text) : text == part.text;
  };
  if (const auto* text = std::get_if<std::string>(&reading)) return TruthOf(fits(*text));
  if (const auto* texts = std::get_if<std::vector<std::string>>(&reading)) {
    steps_ += texts->size();
    return TruthOf(std::any_of(texts->begin(), texts->end(), fits));
  }
  return Truth::kUnknown;
}

Truth ConditionValue::Said(const Part& part, Thing thing) {
  const model::Reading reading = Read(part.left, thing);
  if (const auto* texts = std::get_if<std::vector<std::string>>(&reading)) return TruthOf(!texts->empty());
  if (const auto* things = std::get_if<std::vector<Thing>>(&reading)) return TruthOf(!things->empty());
  if (std::holds_alternative<model::LeftToVendor>(reading)) return Truth::kUnknown;
  return TruthOf(!std::holds_alternative<model::NotSaid>(reading));
}

ConditionValue::Amount ConditionValue::Quantity(std::uint32_t index, Thing thing) {
  ++steps_;
  const Part& part = condition_.at(index);
  switch (part.op) {
    case Op::kLiteral:
      return {Fraction(part.amount), {}};
    case Op::kProperty: {
      const model::Reading reading = Read(index, thing);
      if (const auto* amount = std::get_if<std::int64_t>(&reading)) return {Fraction(*amount), {}};
      return {{}, WhyNone(reading)};
    }
    case Op::kCount:
    case Op::kSum:
    case Op::kLargest:
    case Op::kSmallest:
      return Aggregate(part, thing);
    default:
      return Arithmetic(part, thing);
  }
}

ConditionValue::Amount ConditionValue::Arithmetic(const Part& part, Thing thing) {
  const Amount left = Quantity(part.left, thing);
  if (!left.value) return left;
  const Amount right =
      part.op == Op::kPercent ? Amount{Fraction::Of(part.amount, 100), {}} : Quantity(part.right, thing);
  if (!right.value) return right;
  const std::optional<Fraction> result = part.op == Op::kAdd        ? left.value->Plus(*right.value)
                                         : part.op == Op::kSubtract ? left.value->Minus(*right.value)
                                                                    : left.value->Times(*right.value);
  return {result, result ? std::string_view() : kTooLarge};
}

ConditionValue::Amount ConditionValue::Aggregate(const Part& part, Thing thing) {
  if (part.op == Op::kCount && part.where == Part::kNone) {
    const model::Reading reading = Read(part.left, thing);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&reading))
      return {Fraction(static_cast<std::int64_t>(texts->size())), {}};
    if (!std::holds_alternative<std::vector<Thing>>(reading)) return {{}, WhyNone(reading)};
  }
  const std::vector<Thing> things = Things(part, thing);
  if (part.op == Op::kCount) return {Fraction(static_cast<std::int64_t>(things.size())), {}};
  std::optional<Fraction> result;
  if (part.op == Op::kSum) result = Fraction(0);
  for (const Thing& one : things) {
    const Amount amount = Quantity(part.right, one);
    if (!amount.value) return {{}, amount.why == kLeftToVendor ? kOneLeftToVendor : kOneNotSaid};
    if (part.op == Op::kSum) {
      result = result->Plus(*amount.value);
      if (!result) return {{}, kTooLarge};
    } else if (!result || (part.op == Op::kLargest ? *amount.value > *result : *amount.value < *result)) {
      result = amount.value;
    }
  }
  return {result, result ? std::string_view() : kOfNothing};
}

// The things of the list for which `where` holds; one for which it is unknown isn't said to belong.
std::vector<Thing> ConditionValue::Things(const Part& part, Thing thing) {
  model::Reading reading = Read(part.left, thing);
  auto* things = std::get_if<std::vector<Thing>>(&reading);
  if (things == nullptr) return {};
  steps_ += things->size();
  if (part.where != Part::kNone)
    std::erase_if(*things, [&](const Thing& one) { return Judge(part.where, one) != Truth::kTrue; });
  return std::move(*things);
}

model::Reading ConditionValue::Read(std::uint32_t property, Thing thing) {
  ++steps_;
  return condition_.at(property).property->read(model_, thing);
}

model::ValueType ConditionValue::TypeOf(std::uint32_t index) const {
  const Part& part = condition_.at(index);
  switch (part.op) {
    case Op::kLiteral:
      return part.unit;
    case Op::kProperty:
      return part.property->type;
    case Op::kCount:
      return ValueType::kCount;
    case Op::kSum:
    case Op::kLargest:
    case Op::kSmallest:
      return TypeOf(part.right);
    case Op::kMultiply:
      return TypeOf(part.left) == ValueType::kCount ? TypeOf(part.right) : TypeOf(part.left);
    default:
      return TypeOf(part.left);
  }
}

}  // namespace hotsite::rules
