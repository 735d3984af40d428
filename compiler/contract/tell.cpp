#include "compiler/contract/tell.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/name_ranges.h"

namespace hotsite::contract {
namespace {

using model::AnswerKind;

/// Ranges of identifiers that are named; of more only how many rows they are.
constexpr std::size_t kMostRanges = 8;

bool IsConfirmed(const RowAnswer& row) { return row.counts.answer->kind == AnswerKind::kConfirm; }

/// A noun that takes an article in a sentence.
std::string WithArticle(const std::string& value) {
  return value == "logical partition" || value.starts_with("guest") ? "a " + value : value;
}

/// `; the vendor confirmed 10 GiB`.
std::string Offered(const RowAnswer& row) {
  const model::Answer& answer = *row.counts.answer;
  if (row.value && row.value->nothing) return "the vendor has none";
  const std::string value = row.value ? row.value->text : answer.value;
  if (value.empty()) return "the vendor deviates, and doesn't say what will be instead";
  return fmt::format("the vendor {} {}", IsConfirmed(row) ? "confirmed" : "offers", WithArticle(value));
}

/// `at least 24 GiB was asked for`, `PRODA, VMPROD were asked for`.
std::string AskedFor(const requirements::Requirement& row) {
  using requirements::ValueType;
  const bool several = (row.type == ValueType::kNames && row.value.find(',') != std::string::npos) ||
                       (row.type == ValueType::kCount && row.value != "1") || row.type == ValueType::kDevices;
  return fmt::format("{} {} asked for", WithArticle(AskedOf(row)), several ? "were" : "was");
}

/// `at least`; of times `not before` and `by`.
std::string Comparing(const requirements::Requirement& row) {
  if (row.type != requirements::ValueType::kTime) return ToString(row.comparator);
  return row.comparator == model::Comparator::kAtMost ? "by" : "not before";
}

bool IsPlainWord(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view(" ,.-/").find(c) != std::string_view::npos;
}

void Append(std::string& text, std::string_view separator, const std::string& part) {
  if (part.empty()) return;
  text += (text.empty() ? std::string_view() : separator);
  text += part;
}

}  // namespace

std::string AskedOf(const requirements::Requirement& row) {
  if (row.value.empty()) return {};
  const bool compared = row.comparator != model::Comparator::kExactly && row.type != requirements::ValueType::kText &&
                        row.type != requirements::ValueType::kNames;
  return compared ? fmt::format("{} {}", Comparing(row), row.value) : row.value;
}

std::string AnsweredIn(const RowAnswer& row) {
  const model::Answer* answer = row.counts.answer;
  if (answer == nullptr) return {};
  if (row.value && !row.value->as_asked) return row.value->text;
  if (!answer->value.empty()) return answer->value;
  switch (answer->kind) {
    case AnswerKind::kConfirm:
      return "confirmed";
    case AnswerKind::kDeviate:
      return "a deviation";
    case AnswerKind::kUnclear:
      return "unclear";
    case AnswerKind::kAltered:
      return "altered";
    default:
      return {};
  }
}

std::string ReasonOf(const RowAnswer& row) {
  switch (row.status) {
    case Status::kContradicted:
    case Status::kDeviation:
    case Status::kAccepted: {
      if (row.counts.answer == nullptr) return {};
      return fmt::format("{}; {}", row.row->value.empty() ? "a value was asked for" : AskedFor(*row.row), Offered(row));
    }
    case Status::kUnanswered:
      return row.problem.empty() ? "no answer" : row.problem;
    case Status::kForeign:
      return "no row of this request";
    case Status::kAltered:
      return "its text isn't the one that was sent";
    default:
      return row.problem;
  }
}

std::string Tell(const RowAnswer& row) {
  if (row.row == nullptr) return fmt::format("{} is no row of this request", row.id);
  return fmt::format("{} ({}, {}): {}", row.id, row.row->subject, row.row->attribute, ReasonOf(row));
}

std::string SourceOf(const Given& given) {
  if (given.answer == nullptr) return {};
  const model::Answer& answer = *given.answer;
  const model::Reply& reply = *given.reply;
  std::string source = reply.what;
  if (reply.received) Append(source, ", ", "received " + reply.received->ToString());
  if (answer.page > 0) Append(source, ", ", fmt::format("page {}", answer.page));
  if (answer.line > 0) Append(source, ", ", fmt::format("line {}", answer.line));
  if (!answer.field.empty()) Append(source, ", ", "field " + answer.field);
  std::string who = answer.initials.empty() ? reply.by : answer.initials;
  if (answer.date) Append(who, ", ", answer.date->ToString());
  Append(source, "; ", who);
  return source;
}

std::string FollowersOf(const Answers& answers, const RowAnswer& row) {
  std::vector<std::string> ids;
  for (const std::size_t one : row.followers) ids.push_back(answers.rows[one].id);
  return NamedIds(std::move(ids));
}

std::string NamedIds(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  std::string text;
  std::size_t told = 0;
  for (const NameRange& range : NameRangesOf(ids)) {
    if (++told > kMostRanges) return fmt::format("{} and others, {} in all", text, ids.size());
    Append(text, ", ", range.count == 1 ? range.first : fmt::format("{} to {}", range.first, range.last));
  }
  return text;
}

std::string AcceptLine(const RowAnswer& row) {
  const std::string id = row.row->edition.empty() ? row.id : row.id + " " + row.row->edition;
  const std::string value = row.value ? row.value->text : std::string();
  const bool plain = !value.empty() && value.size() <= 60 && std::all_of(value.begin(), value.end(), IsPlainWord);
  return fmt::format("accept deviation {}{} because \"…\"", id, plain ? " of " + value : "");
}

std::string DueOf(const Answers& answers) {
  std::string due;
  int best = 3;
  for (const RowAnswer& row : answers.rows) {
    if (row.row == nullptr) continue;
    const std::string_view key = row.row->key;
    const int rank = key == "schedule/answers" ? 0 : key == "schedule/ready" ? 1 : key == "schedule/begin" ? 2 : 3;
    if (rank >= best) continue;
    best = rank;
    due = row.row->value;
  }
  return due;
}

}  // namespace hotsite::contract
