#include <set>

#include "compiler/contract/accept.h"
#include "compiler/contract/answers.h"
#include "compiler/contract/follow.h"
#include "compiler/contract/given.h"
#include "compiler/contract/judge.h"

namespace hotsite::contract {
namespace {

std::optional<Date> TestDay(const requirements::Requirements& requirements) {
  const requirements::Requirement* begin = requirements.Find("schedule/begin");
  if (begin == nullptr) return {};
  const auto time = LocalTime::Parse(begin->value);
  return time ? std::optional(time->date()) : std::nullopt;
}

}  // namespace

Answers Compare(const requirements::Requirements& requirements, const model::Contract& contract) {
  const SaidById said = SaidIn(contract);
  Answers answers;
  answers.contract = &contract;
  answers.rows.reserve(requirements.all.size());
  std::set<std::string_view> known;
  for (const requirements::Requirement& row : requirements.all) {
    known.insert(row.id);
    const auto lines = said.find(row.id);
    answers.rows.push_back(JudgeRow(&row, lines == said.end() ? Choice{} : Choose(lines->second, row.edition)));
  }
  for (const auto& [id, lines] : said) {
    if (!known.contains(id)) answers.rows.push_back(JudgeRow(nullptr, Choose(lines, "")));
  }
  answers.Index();
  TakeAcceptances(contract, TestDay(requirements), answers);
  FollowRefusals(answers);
  return answers;
}

}  // namespace hotsite::contract
