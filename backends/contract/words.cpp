#include <fmt/format.h>

#include "backends/contract/parts.h"
#include "compiler/requirements/checks.h"
#include "compiler/requirements/collector.h"
#include "compiler/support/name_ranges.h"

namespace hotsite::backends::contract_papers {
namespace {

using contract::Given;
using contract::RowAnswer;
using contract::Status;
using model::AnswerKind;
using requirements::PlainText;

/// What stands behind an answer's word; a question's answer is its value alone.
std::string_view WordOf(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::kConfirm:
      return "confirmed";
    case AnswerKind::kDeviate:
      return "deviation";
    case AnswerKind::kAnswer:
      return "";
    case AnswerKind::kUnanswered:
      return "no answer";
    case AnswerKind::kUnclear:
      return "unclear";
    case AnswerKind::kAltered:
      return "text altered";
  }
  return "";
}

/// Where a status says all that is to be said.
std::string_view Otherwise(Status status) {
  switch (status) {
    case Status::kUnanswered:
      return "no answer yet";
    case Status::kDeviation:
      return "it won't be as asked";
    case Status::kContradicted:
      return "confirmed, but the value is another";
    case Status::kMalformed:
      return "the value can't be read";
    case Status::kAmbiguous:
      return "it can't be read as one answer";
    case Status::kStale:
      return "an earlier edition of the row was answered";
    case Status::kForeign:
      return "the request has no such row";
    case Status::kAltered:
      return "the row's text isn't the one that was sent";
    default:
      return "";
  }
}

}  // namespace

std::string Numbered(const RowAnswer& row) {
  const std::string& edition = row.row != nullptr ? row.row->edition : row.counts.answer->edition;
  return PlainText(edition.empty() ? row.id : row.id + " " + edition);
}

std::string About(const RowAnswer& row) {
  if (row.row == nullptr) return "no row of this request";
  const std::string at = row.row->site.empty() ? "" : " at " + row.row->site;
  return fmt::format("{}{}: {}", row.row->subject, at, row.row->attribute);
}

std::string Asked(const RowAnswer& row) {
  if (row.row == nullptr) return {};
  const std::string wanted = requirements::WantedValue(*row.row);
  return wanted.empty() ? row.row->sentence : wanted;
}

std::string Answered(const Given& given) {
  if (given.answer == nullptr) return "no answer";
  std::string text(WordOf(given.answer->kind));
  if (!given.answer->value.empty()) text += (text.empty() ? "" : ": ") + PlainText(given.answer->value);
  if (!given.answer->note.empty()) text += fmt::format(" ({})", PlainText(given.answer->note));
  return text;
}

std::string Who(const Given& given) {
  if (given.answer == nullptr) return {};
  const std::string by = PlainText(given.answer->initials.empty() ? given.reply->by : given.answer->initials);
  const std::optional<Date>& on = given.answer->date ? given.answer->date : given.reply->received;
  if (!on) return by;
  return by.empty() ? on->ToString() : by + ", " + on->ToString();
}

std::string Where(const Given& given) {
  if (given.answer == nullptr) return {};
  std::string text = PlainText(given.reply->what);
  if (given.answer->page > 0) text += fmt::format(", page {}", given.answer->page);
  if (given.answer->line > 0) text += fmt::format(", line {}", given.answer->line);
  if (!given.answer->field.empty()) text += ", field " + PlainText(given.answer->field);
  return text;
}

std::string Why(const Papers& papers, const RowAnswer& row) {
  if (row.with) return "with " + Numbered(papers.answers().rows[*row.with]);
  return row.problem.empty() ? std::string(Otherwise(row.status)) : PlainText(row.problem);
}

std::string With(const Papers& papers, const RowAnswer& row) {
  std::vector<std::string> ids;
  for (const std::size_t follower : row.followers) ids.push_back(Numbered(papers.answers().rows[follower]));
  std::string text;
  for (const NameRange& range : NameRangesOf(ids))
    text += (text.empty() ? "" : ", ") + range.first + (range.count > 1 ? " to " + range.last : "");
  return text;
}

std::vector<const RowAnswer*> Of(const contract::Answers& answers, contract::Standing standing) {
  std::vector<const RowAnswer*> rows;
  for (const RowAnswer& row : answers.rows) {
    if (row.status != Status::kInformation && contract::StandingOf(row.status) == standing) rows.push_back(&row);
  }
  return rows;
}

}  // namespace hotsite::backends::contract_papers
