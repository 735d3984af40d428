// Makes facts of what the model holds.
#pragma once

#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/diff/sheet.h"
#include "compiler/model/stated.h"

namespace hotsite::diff {

/// A word, a name, a number that isn't an amount. Empty text says nothing and makes no fact.
void AddWord(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// A list for people, whose parts are separated by ", " in a fixed order.
void AddNames(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// Words for people.
void AddEditorial(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span);
/// An amount with its text. `comparator` is told in front of it where it isn't `exactly`.
void AddAmount(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text, Span span,
               model::Comparator comparator = model::Comparator::kExactly);
/// What the thing itself is called; its change has no attribute.
void AddName(Sheet& sheet, Code code, std::string name, Span span);
void AddOpen(Sheet& sheet, Code code, std::string_view attribute, Span span);

/// A stated value: absent makes no fact, `?` an open one; `print` makes the text of a known one.
template <class T, class Print>
void AddStated(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<T>& value, Print print) {
  if (value.open()) AddOpen(sheet, code, attribute, value.span());
  if (value.known()) AddWord(sheet, code, attribute, print(*value), value.span());
}

/// The same of an amount: `amount_of` makes a number of it.
template <class T, class Amount, class Print>
void AddStatedAmount(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<T>& value,
                     Amount amount_of, Print print) {
  if (value.open()) AddOpen(sheet, code, attribute, value.span());
  if (value.known())
    AddAmount(sheet, code, attribute, amount_of(*value), print(*value), value.span(), value.comparator());
}
inline void AddStatedCount(Sheet& sheet, Code code, std::string_view attribute,
                           const model::Stated<std::int64_t>& value) {
  AddStatedAmount(
      sheet, code, attribute, value, [](std::int64_t n) { return n; },
      [](std::int64_t n) { return fmt::to_string(n); });
}

/// Reasons of values, which stand in one fact: no change in meaning.
void AddReasons(Sheet& sheet, Code code, std::initializer_list<std::string_view> reasons, Span span);

}  // namespace hotsite::diff
