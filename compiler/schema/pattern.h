// Patterns of operands, as the table writes them:
//
//   on                 this word
//   <network:network>  an operand with a role and a type; `?` behind the type: the vendor may be asked (`?` in the
//   spec) <dns:ip...>        one or more, separated by commas [address …]        may be left out; neighbouring optional
//   parts may come in any order <use:choice(res|page)>  one of these words A || B             one of two forms, told
//   apart by what fits
//
// Parsed once at first use; the table is small.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/schema/schema.h"

namespace hotsite::schema {

struct Element {
  std::string_view literal;  // a word to be written; empty: a typed operand
  std::string_view role;
  Type type = Type::kWord;
  std::vector<std::string_view> choices;
  bool hole = false;
  bool list = false;
};

/// A run of elements that stand together: mandatory, or in brackets.
struct Part {
  bool optional = false;
  std::vector<Element> elements;
};

using Form = std::vector<Part>;

/// The forms of a row's pattern.
const std::vector<Form>& FormsOf(const Row& row);

/// A type's name in patterns: `memory`.
std::string_view NameOf(Type type);

/// All types, in their order.
std::vector<Type> AllTypes();

/// How the operand is written, for help: `MODEL`, `res|page|spool`, `NETWORKS, …`, `DEVICES|?`.
std::string UsageOf(const Element& element);

/// How the statement is written, for help: `disk DEVICE [MODEL] [cylinders FIRST..LAST] [on VOLUME]`.
std::string UsageOf(const Row& row);
/// One form of it alone.
std::string UsageOf(const Row& row, const Form& form);

}  // namespace hotsite::schema
