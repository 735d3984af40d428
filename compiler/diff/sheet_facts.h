// Makes facts of what the model holds.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet.h"
#include "compiler/model/model.h"
#include "compiler/model/stated.h"
#include "compiler/values/memory_size.h"

namespace hotsite::diff {

/// A word, a name, a number that isn't an amount. Empty text says nothing and makes no fact.
void AddWord(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// The same of what the shop does itself.
void AddOwn(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// A list for people, whose parts are separated by ", " in a fixed order.
void AddNames(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// Alternatives, with " or " between them, in a fixed order.
void AddChoice(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// What the thing itself is called in its own spec.
void AddName(Sheet& sheet, Code code, std::string name, Span span);
/// Words for people.
void AddEditorial(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// An amount with its text. `comparator` is told in front of it where it isn't `exactly`.
void AddAmount(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text, Span span,
               model::Comparator comparator = model::Comparator::kExactly);
/// The same of a capacity: `at least` is what the language means where nothing is said, and isn't told.
void AddCapacity(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text, Span span,
                 model::Comparator comparator);
/// The same of a limit: `at most` is meant and isn't told.
void AddAmountAtMost(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text,
                     Span span);
void AddOpen(Sheet& sheet, Code code, std::string_view attribute, Span span);

/// A stated value: absent makes no fact, `?` an open one; `print` makes the text of a known one.
template <class T, class Print>
void AddStated(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<T>& value, Print print) {
  if (value.open()) AddOpen(sheet, code, attribute, value.span());
  if (value.known()) AddWord(sheet, code, attribute, print(*value), value.span());
}

/// Why a value is as it is; of one that is left to the vendor why it is asked.
template <class T>
std::string_view ReasonOf(const model::Model& model, const model::Stated<T>& value) {
  return value.open() && value.hole().valid() ? model.at(value.hole()).reason : value.reason();
}

/// Why a value is as it is, where the spec says so; also of one that is left to the vendor. `attribute` names it:
/// reason for the memory.
template <class T>
void AddReason(Sheet& sheet, const model::Model& model, std::string_view attribute, const model::Stated<T>& value) {
  AddEditorial(sheet, codes::kWords, attribute, std::string(ReasonOf(model, value)), value.span());
}

/// Names of which the order says nothing, as one text for AddNames: `PRODA, PRODB`.
std::string InOrder(std::vector<std::string> names);

/// The same of an amount: `amount_of` makes a number of it. Capacity: see AddCapacity.
enum class Meant : std::uint8_t { kExactly, kCapacity };
template <class T, class Amount, class Print>
void AddStatedAmount(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<T>& value, Meant meant,
                     Amount amount_of, Print print) {
  if (value.open()) AddOpen(sheet, code, attribute, value.span());
  if (!value.known()) return;
  const auto add = meant == Meant::kCapacity ? AddCapacity : AddAmount;
  add(sheet, code, attribute, amount_of(*value), print(*value), value.span(), value.comparator());
}
void AddStatedCount(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<std::int64_t>& value,
                    Meant meant);
void AddStatedMemory(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<MemorySize>& value);

/// Reasons of values that stand in one fact: no change in meaning.
void AddReasons(Sheet& sheet, std::initializer_list<std::string_view> reasons, Span span);

}  // namespace hotsite::diff
