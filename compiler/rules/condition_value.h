// Evaluates the conditions of a `require` for one thing, and says what made them fail.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/constraint.h"
#include "compiler/model/model.h"
#include "compiler/model/properties.h"
#include "compiler/values/fraction.h"

namespace hotsite::rules {

/// What isn't said, or is left to the vendor, can't be compared: neither true nor false. `and`, `or` and `not` follow
/// Kleene: `false and unknown` is false, `not unknown` is unknown.
enum class Truth : std::uint8_t { kFalse, kUnknown, kTrue };

/// A part of a condition with its value, as a message shows it.
struct Shown {
  Span span;
  std::string says;  // "is 1", "isn't said"
  std::string more;  // what it is made of: "`PRODB` 24 GiB, `PRODA` 16 GiB and 3 more"; may be empty
};

class ConditionValue {
 public:
  /// `steps` counts what has been looked at.
  ConditionValue(const model::Model& model, const model::Condition& condition, std::uint64_t& steps)
      : model_(model), condition_(condition), steps_(steps) {}

  Truth Of(model::Thing thing) { return Judge(condition_.root, thing); }
  /// The parts that make the condition what it is, `because` being its value for `thing`.
  std::vector<Shown> Explain(model::Thing thing, Truth because);

 private:
  /// A quantity: an amount, or why there is none.
  struct Amount {
    std::optional<Fraction> value;
    std::string_view why;  // "isn't said"
  };

  Truth Judge(std::uint32_t index, model::Thing thing);
  Truth Compare(const model::Part& part, model::Thing thing);
  Truth Word(const model::Part& part, model::Thing thing);
  Truth Said(const model::Part& part, model::Thing thing);
  Amount Quantity(std::uint32_t index, model::Thing thing);
  Amount Arithmetic(const model::Part& part, model::Thing thing);
  Amount Aggregate(const model::Part& part, model::Thing thing);
  std::vector<model::Thing> Things(const model::Part& part, model::Thing thing);
  model::Reading Read(std::uint32_t property, model::Thing thing);
  model::ValueType TypeOf(std::uint32_t index) const;

  void Explain(std::uint32_t index, model::Thing thing, Truth because, std::vector<Shown>& shown);
  void ShowQuantity(std::uint32_t index, model::Thing thing, bool unknown_only, std::vector<Shown>& shown);
  void ShowProperty(std::uint32_t index, model::Thing thing, std::vector<Shown>& shown);
  std::string Contributors(const model::Part& part, model::Thing thing);

  const model::Model& model_;
  const model::Condition& condition_;
  std::uint64_t& steps_;
};

/// Whether `text` is `pattern`, in which `*` stands for any characters or none.
bool Matches(std::string_view text, std::string_view pattern);

/// `51.2 GiB`, `4 h`, `2`.
std::string ToString(const Fraction& amount, model::ValueType unit);

}  // namespace hotsite::rules
