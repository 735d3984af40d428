#include <fmt/format.h>

#include "backends/day/parts.h"
#include "backends/naming.h"

namespace hotsite::backends::day {

using contract::RowAnswer;
using requirements::Kind;
using requirements::Requirement;

const RowAnswer* AnswerTo(const Day& day, const Requirement& row) {
  if (day.input.agreement == nullptr) return nullptr;
  const RowAnswer* answer = day.input.agreement->answers.Find(row.id);
  const bool settled = answer != nullptr && contract::StandingOf(answer->status) == contract::Standing::kAgreed;
  return settled && answer->status != contract::Status::kInformation ? answer : nullptr;
}

Requirement AsPromised(const Day& day, const Requirement& row) {
  const RowAnswer* answer = AnswerTo(day, row);
  if (answer == nullptr || !answer->value || answer->value->text.empty()) return row;
  Requirement promised = row;
  promised.value = answer->value->text;
  if (promised.kind == Kind::kQuestion) promised.kind = Kind::kDemand;
  return promised;
}

std::string RemarkOn(const Day& day, const Requirement& row) {
  if (day.input.agreement == nullptr || row.kind == Kind::kInformation) return {};
  const RowAnswer* answer = AnswerTo(day, row);
  if (answer == nullptr) return row.kind == Kind::kQuestion ? "" : "not agreed with the vendor";
  const Requirement promised = AsPromised(day, row);
  const bool other = !row.value.empty() && promised.value != row.value;
  std::string remark = other ? "asked: " + requirements::WantedValue(row) : "";
  if (answer->accepted != nullptr)
    remark += fmt::format("{}accepted as a deviation: {}", remark.empty() ? "" : "; ", Free(answer->accepted->reason));
  return remark;
}

std::string AnswerOrToken(const Day& day, const Requirement& row) {
  const RowAnswer* answer = AnswerTo(day, row);
  if (answer != nullptr && answer->value && !answer->value->text.empty()) return Free(answer->value->text);
  return "??" + PathPart(row.id);
}

}  // namespace hotsite::backends::day
