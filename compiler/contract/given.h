// Who said what when: the answers of a contract by the row that they are to.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "compiler/contract/answers.h"

namespace hotsite::contract {

/// One line, and at which reply it stands, counted from 0.
struct Said {
  Given given;
  std::size_t reply = 0;
};

/// By identifier; the lines of each in the order in which they came.
using SaidById = std::map<std::string_view, std::vector<Said>>;
SaidById SaidIn(const model::Contract& contract);

/// Which of the lines to one row counts.
struct Choice {
  Given counts;
  std::vector<Given> earlier;              // oldest first
  const model::Answer* altered = nullptr;  // says that the row's text was changed in the reply that counts, or later
  const model::Answer* differs = nullptr;  // another answer in the same reply
};

/// Of several the later one counts; but `unanswered` never takes an answer back, and an answer to another edition of
/// the row doesn't take back one to this.
Choice Choose(const std::vector<Said>& said, std::string_view edition);

}  // namespace hotsite::contract
