#include "compiler/contract/given.h"

namespace hotsite::contract {
namespace {

using model::Answer;
using model::AnswerKind;

/// How much a line weighs against those before it: an answer to the row as it is, an answer to another edition, none.
int WeightOf(const Answer& answer, std::string_view edition) {
  if (answer.kind == AnswerKind::kUnanswered || answer.kind == AnswerKind::kAltered) return 0;
  return answer.edition == edition ? 2 : 1;
}

bool SaysTheSame(const Answer& one, const Answer& other) {
  return one.kind == other.kind && one.value == other.value && one.edition == other.edition;
}

}  // namespace

SaidById SaidIn(const model::Contract& contract) {
  SaidById said;
  for (std::size_t i = 0; i < contract.replies.size(); ++i) {
    for (const Answer& answer : contract.replies[i].answers) {
      said[answer.id].push_back({{&answer, &contract.replies[i]}, i});
    }
  }
  return said;
}

Choice Choose(const std::vector<Said>& said, std::string_view edition) {
  Choice choice;
  const Said* counts = nullptr;
  for (const Said& one : said) {
    if (one.given.answer->kind == AnswerKind::kAltered) continue;
    if (counts != nullptr && WeightOf(*one.given.answer, edition) < WeightOf(*counts->given.answer, edition)) {
      choice.earlier.push_back(one.given);
      continue;
    }
    if (counts != nullptr) choice.earlier.push_back(counts->given);
    const bool beside = counts != nullptr && counts->reply == one.reply &&
                        WeightOf(*one.given.answer, edition) == WeightOf(*counts->given.answer, edition) &&
                        WeightOf(*one.given.answer, edition) > 0;
    const bool again = beside && SaysTheSame(*counts->given.answer, *one.given.answer);
    if (!again) choice.differs = beside ? counts->given.answer : nullptr;
    counts = &one;
  }
  if (counts != nullptr) choice.counts = counts->given;
  for (const Said& one : said) {
    if (one.given.answer->kind != AnswerKind::kAltered) continue;
    const bool settled = counts != nullptr && counts->reply > one.reply && WeightOf(*counts->given.answer, edition) > 0;
    if (settled) continue;
    choice.altered = one.given.answer;
    if (counts != nullptr && counts->given.answer->kind != AnswerKind::kAltered)
      choice.earlier.push_back(counts->given);
    choice.counts = one.given;
    counts = &one;
  }
  return choice;
}

}  // namespace hotsite::contract
