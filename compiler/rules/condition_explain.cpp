// What made a condition fail: every part with its value, as an assertion shows them that tells more than "false".
#include <fmt/format.h>

#include <algorithm>

#include "compiler/rules/condition_value.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/calendar.h"
#include "compiler/values/memory_size.h"

namespace hotsite::rules {
namespace {

using model::Part;
using model::Thing;
using model::ValueType;
using Op = Part::Op;

/// So many of what a sum is made of, or of the words of a property, are shown.
constexpr std::size_t kMostShown = 3;

Truth Not(Truth truth) {
  return truth == Truth::kUnknown ? truth : truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}

std::string Quoted(std::string text) {
  std::replace(text.begin(), text.end(), '`', '\'');
  return fmt::format("`{}`", text);
}

std::string Join(std::vector<std::string> words) {
  const std::size_t all = words.size();
  if (all > kMostShown) {
    words.resize(kMostShown);
    words.push_back(fmt::format("{} more", all - kMostShown));
  }
  return JoinWords(words);
}

std::string TextOf(const model::Reading& reading, ValueType type) {
  if (std::holds_alternative<model::LeftToVendor>(reading)) return "is left to the vendor";
  if (const auto* amount = std::get_if<std::int64_t>(&reading)) return "is " + ToString(Fraction(*amount), type);
  if (const auto* text = std::get_if<std::string>(&reading)) return "is " + Quoted(*text);
  if (const auto* texts = std::get_if<std::vector<std::string>>(&reading); texts != nullptr && !texts->empty()) {
    std::vector<std::string> quoted;
    for (const std::string& text : *texts) quoted.push_back(Quoted(text));
    return "is " + Join(quoted);
  }
  if (const auto* things = std::get_if<std::vector<Thing>>(&reading); things != nullptr && !things->empty())
    return fmt::format("has {}", things->size());
  return "isn't said";
}

}  // namespace

std::string ToString(const Fraction& amount, ValueType unit) {
  constexpr std::int64_t kMiBPerGiB = 1024;
  const bool negative = amount.numerator() < 0;
  const std::string sign = negative ? "-" : "";
  const auto whole = static_cast<std::uint64_t>(negative ? -amount.numerator() : amount.numerator());
  if (unit == ValueType::kMemory) {
    if (amount.is_whole()) return sign + MemorySize::OfMiB(whole).ToString();
    const auto gib = Fraction::Of(1, kMiBPerGiB)->Times(amount);
    return gib && whole / static_cast<std::uint64_t>(amount.denominator()) >= kMiBPerGiB ? gib->ToString() + " GiB"
                                                                                         : amount.ToString() + " MiB";
  }
  if (unit == ValueType::kDuration) {
    return amount.is_whole() ? sign + Duration::OfMinutes(static_cast<std::int64_t>(whole)).ToString()
                             : amount.ToString() + " min";
  }
  return amount.ToString();
}

std::vector<Shown> ConditionValue::Explain(Thing thing, Truth because) {
  std::vector<Shown> shown;
  Explain(condition_.root, thing, because, shown);
  return shown;
}

// Of `and` and `or` only the sides that make it what it is.
void ConditionValue::Explain(std::uint32_t index, Thing thing, Truth because, std::vector<Shown>& shown) {
  const Part& part = condition_.at(index);
  switch (part.op) {
    case Op::kAnd:
    case Op::kOr:
      for (const std::uint32_t side : {part.left, part.right}) {
        if (Judge(side, thing) == because) Explain(side, thing, because, shown);
      }
      return;
    case Op::kNot:
      return Explain(part.left, thing, Not(because), shown);
    case Op::kCompare:
      ShowQuantity(part.left, thing, because == Truth::kUnknown, shown);
      ShowQuantity(part.right, thing, because == Truth::kUnknown, shown);
      return;
    default:
      return ShowProperty(part.left, thing, shown);
  }
}

void ConditionValue::ShowQuantity(std::uint32_t index, Thing thing, bool unknown_only, std::vector<Shown>& shown) {
  const Part& part = condition_.at(index);
  if (part.op == Op::kLiteral) return;
  const Amount amount = Quantity(index, thing);
  if (unknown_only && amount.value) return;
  const std::size_t before = shown.size();
  if (part.op == Op::kPercent || part.op == Op::kAdd || part.op == Op::kSubtract || part.op == Op::kMultiply) {
    ShowQuantity(part.left, thing, unknown_only, shown);
    if (part.op != Op::kPercent) ShowQuantity(part.right, thing, unknown_only, shown);
    if (unknown_only && shown.size() > before) return;  // the operand says why
  }
  Shown one{part.span, std::string(amount.why), {}};
  if (amount.value) {
    one.says = "is " + ToString(*amount.value, TypeOf(index));
    one.more = Contributors(part, thing);
  }
  shown.push_back(std::move(one));
}

void ConditionValue::ShowProperty(std::uint32_t index, Thing thing, std::vector<Shown>& shown) {
  const Part& part = condition_.at(index);
  shown.push_back({part.span, TextOf(Read(index, thing), part.property->type), {}});
}

// What a sum is made of, the largest first; which one is the largest or smallest.
std::string ConditionValue::Contributors(const Part& part, Thing thing) {
  if (part.op != Op::kSum && part.op != Op::kLargest && part.op != Op::kSmallest) return {};
  std::vector<std::pair<Fraction, Thing>> amounts;
  for (const Thing& one : Things(part, thing)) {
    if (const auto amount = Quantity(part.right, one).value) amounts.emplace_back(*amount, one);
  }
  const bool smallest = part.op == Op::kSmallest;
  std::stable_sort(amounts.begin(), amounts.end(),
                   [&](const auto& a, const auto& b) { return smallest ? a.first < b.first : b.first < a.first; });
  if (part.op != Op::kSum && amounts.size() > 1) amounts.resize(1);
  std::vector<std::string> words;
  for (const auto& [amount, one] : amounts) {
    const std::string title = model::TitleOf(model_, one);
    words.push_back(part.op == Op::kSum ? fmt::format("{} {}", title, ToString(amount, TypeOf(part.right))) : title);
  }
  return Join(std::move(words));
}

}  // namespace hotsite::rules
