#include "compiler/contract/status.h"

#include <fmt/format.h>

#include "compiler/contract/tell.h"

namespace hotsite::contract {
namespace {

std::string RemarkOn(const Answers& answers, const RowAnswer& row) {
  if (row.with) return "with " + answers.rows[*row.with].id;
  if (row.accepted != nullptr) {
    const std::string& by = row.accepted->by;
    return fmt::format("accepted{}: {}", by.empty() ? "" : " by " + by, row.accepted->reason);
  }
  if (!row.words.empty()) return row.words;
  const bool plain = row.status == Status::kContradicted || row.status == Status::kDeviation;
  return plain || row.row == nullptr ? row.taken : row.problem;
}

std::string SinceOf(const Given& given) {
  if (given.answer == nullptr) return {};
  if (given.answer->date) return given.answer->date->ToString();
  return given.reply->received ? given.reply->received->ToString() : std::string();
}

RowStatus StatusOf(const Answers& answers, const RowAnswer& row) {
  RowStatus status;
  status.row = &row;
  status.answered = AnsweredIn(row);
  if (status.answered.empty()) status.answered = "nothing yet";
  const bool blank = row.counts.answer != nullptr && row.counts.answer->kind == model::AnswerKind::kUnanswered;
  status.since = blank ? "" : SinceOf(row.counts);
  status.remark = RemarkOn(answers, row);
  if (row.row == nullptr) {
    return status;
  }
  status.what = fmt::format("{}: {}", row.row->subject, row.row->attribute);
  status.asked = row.row->value.empty() ? "a value" : AskedOf(*row.row);
  return status;
}

bool IsTold(const RowAnswer& row, Standing standing) {
  if (row.status == Status::kAccepted) return standing == Standing::kAgreed;
  return standing != Standing::kAgreed && StandingOf(row.status) == standing;
}

}  // namespace

std::vector<SectionStatus> BySection(const Answers& answers) {
  std::vector<SectionStatus> sections;
  for (const RowAnswer& row : answers.rows) {
    if (row.row == nullptr || row.status == Status::kInformation) continue;
    if (sections.empty() || sections.back().category != row.row->category)
      sections.push_back({row.row->category, 0, 0, 0});
    SectionStatus& section = sections.back();
    const Standing standing = StandingOf(row.status);
    ++(standing == Standing::kAgreed ? section.agreed : standing == Standing::kOpen ? section.open : section.refused);
  }
  return sections;
}

SectionStatus Total(const std::vector<SectionStatus>& sections) {
  SectionStatus total;
  for (const SectionStatus& one : sections) {
    total.agreed += one.agreed;
    total.open += one.open;
    total.refused += one.refused;
  }
  return total;
}

std::vector<RowStatus> RowsOf(const Answers& answers, Standing standing) {
  std::vector<RowStatus> rows;
  for (const RowAnswer& row : answers.rows) {
    if (row.row != nullptr && IsTold(row, standing)) rows.push_back(StatusOf(answers, row));
  }
  return rows;
}

std::vector<RowStatus> ForeignRows(const Answers& answers) {
  std::vector<RowStatus> rows;
  for (const RowAnswer& row : answers.rows) {
    if (row.row == nullptr) rows.push_back(StatusOf(answers, row));
  }
  return rows;
}

}  // namespace hotsite::contract
