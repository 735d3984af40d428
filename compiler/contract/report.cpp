// HS41xx: what isn't agreed, told to people.
#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

#include "compiler/contract/answers.h"
#include "compiler/contract/tell.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/text_writer.h"

namespace hotsite::contract {
namespace {

using requirements::Kind;

/// Places and rows of this many are named; the rest are counted.
constexpr std::size_t kMostNamed = 4;

struct StatusCode {
  Status status;
  Code code;
};

constexpr std::array kCodes{
    StatusCode{Status::kAltered, codes::kAlteredRow},        StatusCode{Status::kForeign, codes::kForeignRow},
    StatusCode{Status::kStale, codes::kStaleAnswer},         StatusCode{Status::kAmbiguous, codes::kUnclearAnswer},
    StatusCode{Status::kMalformed, codes::kMalformedAnswer}, StatusCode{Status::kContradicted, codes::kContradictedRow},
    StatusCode{Status::kDeviation, codes::kDeviation},       StatusCode{Status::kUnanswered, codes::kUnanswered},
};

Code CodeOf(const RowAnswer& row) {
  if (row.damaged) return codes::kDamagedNumber;
  for (const StatusCode& one : kCodes) {
    if (one.status == row.status) return one.code;
  }
  return codes::kUnanswered;
}

/// `MEM-003 (`VMPROD`, central storage)`.
std::string NameOf(const RowAnswer& row) {
  return fmt::format("{} (`{}`, {})", row.id, row.row->subject, row.row->attribute);
}

Span PlaceOf(const Answers& answers, const RowAnswer& row) {
  if (row.counts.answer == nullptr) return answers.contract->name_span;
  const model::Answer& answer = *row.counts.answer;
  const bool about_value = row.status != Status::kStale && row.status != Status::kForeign;
  return about_value && answer.value_span.valid() ? answer.value_span : answer.id_span;
}

std::string MessageOf(const RowAnswer& row) {
  switch (row.status) {
    case Status::kForeign:
      return fmt::format("`{}` is no row of this request", row.id);
    case Status::kAmbiguous:
      return fmt::format("{} has no clear answer: {}", NameOf(row), row.problem);
    case Status::kAltered:
      return fmt::format("{}: the text that was answered isn't the one that was sent", NameOf(row));
    default:
      return fmt::format("{}: {}", NameOf(row), ReasonOf(row));
  }
}

std::string HereOf(const RowAnswer& row) {
  switch (row.status) {
    case Status::kMalformed:
      return fmt::format("expected {}", row.expected);
    case Status::kStale:
      return "an answer to what was asked before";
    default:
      return "what was answered";
  }
}

void TellHistory(const RowAnswer& row, Diagnostic& finding) {
  if (const std::string source = SourceOf(row.counts); !source.empty()) finding.Note("from " + source);
  if (row.counts.answer != nullptr && !row.counts.answer->note.empty() && row.status != Status::kAmbiguous)
    finding.Note((row.status == Status::kAltered ? "the reply reads: " : "the vendor writes: ") +
                 row.counts.answer->note);
  if (row.earlier.empty()) return;
  const Given& before = row.earlier.back();
  const std::string value = before.answer->value.empty() ? "" : " " + before.answer->value;
  finding.Note(fmt::format("before it: {}{}, in {}", ToString(before.answer->kind), value, SourceOf(before)));
}

void Advise(const RowAnswer& row, Diagnostic& finding) {
  switch (row.status) {
    case Status::kContradicted:
    case Status::kDeviation:
      if (row.row->kind == Kind::kQuestion) {
        finding.Advise("ask the vendor for a value; nothing that depends on it can be made without");
        return;
      }
      finding.Advise("ask the vendor for what was asked for, as long as there is time; a further `reply` settles it");
      finding.Advise(fmt::format("or take it: `{}` in the contract", AcceptLine(row)));
      return;
    case Status::kAltered:
      finding.Advise(
          "ask the vendor to answer the row as it was sent, or take over the new text as a deviation of theirs");
      return;
    case Status::kStale:
      finding.Advise("ask the vendor to answer the row as it reads now");
      return;
    case Status::kMalformed:
      if (!row.damaged) break;
      finding.Advise("ask the vendor which number it was; in a table, `X'0600'` is safe from spreadsheets");
      return;
    case Status::kForeign:
      finding.Advise("compare the identifier with the request; an answer to another year's request is none to this");
      return;
    default:
      break;
  }
  finding.Advise("ask the vendor, and add the answer as a further `reply` to the contract; the later one counts");
}

/// `OSA-001 to OSA-004, OSA-006`; many are counted.
std::string RowsOf(const std::vector<const RowAnswer*>& rows) {
  std::vector<std::string> ids;
  for (const RowAnswer* row : rows) ids.push_back(row->id);
  return NamedIds(std::move(ids));
}

/// The unanswered rows of one section: whoever leaves a section blank leaves forty rows blank.
void ReportUnanswered(const Answers& answers, const std::vector<const RowAnswer*>& rows, const std::string& due,
                      Reporter& reporter) {
  const bool several = rows.size() > 1;
  const RowAnswer& first = *rows.front();
  auto& finding = reporter.Error(codes::kUnanswered, PlaceOf(answers, first), "{} has no answer{}",
                                 several ? fmt::format("{} of section {} ({})", CountOf(rows.size(), "row"),
                                                       CodeOf(first.row->category), TitleOf(first.row->category))
                                         : NameOf(first),
                                 several ? fmt::format(": {}", RowsOf(rows)) : "");
  if (several) finding.message.replace(finding.message.find(" has "), 5, " have ");
  finding.Here(first.counts.answer == nullptr ? "the contract has no line about it"
               : first.problem.empty()        ? "left blank"
                                              : "no answer yet");
  std::size_t told = 0;
  for (const RowAnswer* row : rows) {
    if (told++ == kMostNamed) break;
    finding.Mark(row->row->span, fmt::format("{} asks for it", row->id));
    if (!row->problem.empty()) finding.Note(fmt::format("{}: {}", row->id, row->problem));
    finding.About(row->row->subject);
  }
  finding.Note("a row without an answer confirms nothing" + (due.empty() ? "" : "; answers are due by " + due));
  finding.Advise("ask the vendor; what comes goes into the contract as a further `reply`");
}

/// `confirmed`, and "from Tuesday on": a confirmation that may be none.
void ReportWords(const Answers& answers, const RowAnswer& row, Reporter& reporter) {
  auto& finding = reporter.Warn(codes::kConfirmedWithWords, PlaceOf(answers, row),
                                "{} is confirmed, with words beside it: \"{}\"", NameOf(row), row.words);
  finding.Here("only a person can tell whether they take something back")
      .Mark(row.row->span, "asked for here")
      .Note("the row: " + row.row->sentence);
  if (const std::string source = SourceOf(row.counts); !source.empty()) finding.Note("from " + source);
  finding.Advise("ask the vendor where they do, and note what was said as a further `reply`: `confirm` or `deviate`");
  finding.CausedBy(row.row->subject);
}

void ReportIdle(const IdleAcceptance& idle, Reporter& reporter) {
  reporter.Warn(codes::kIdleDeviation, idle.acceptance->span, "this accepts nothing: {}", idle.why)
      .Here("the deviation that is accepted here")
      .Advise("remove the line, or say what is accepted now");
}

}  // namespace

std::optional<Diagnostic> FindingOf(const Answers& answers, const RowAnswer& row) {
  if (StandingOf(row.status) == Standing::kAgreed || row.with || row.status == Status::kUnanswered) return {};
  Diagnostic finding;
  finding.code = CodeOf(row);
  finding.message = MessageOf(row);
  finding.primary.span = PlaceOf(answers, row);
  finding.Here(HereOf(row));
  if (row.row != nullptr) {
    finding.Mark(row.row->span, "asked for here").Note("the row: " + row.row->sentence);
    if (!row.row->reason.empty()) finding.Note("why: " + row.row->reason);
    finding.CausedBy(row.row->subject);
  }
  TellHistory(row, finding);
  if (const std::string with = FollowersOf(answers, row); !with.empty()) finding.Note(fmt::format("with it: {}", with));
  Advise(row, finding);
  return finding;
}

void Report(const Answers& answers, Reporter& reporter, const std::function<bool(const RowAnswer&)>& told) {
  std::map<requirements::Category, std::vector<const RowAnswer*>> unanswered;
  for (const RowAnswer& row : answers.rows) {
    if (told && told(row)) continue;
    if (row.status == Status::kUnanswered && !row.with) unanswered[row.row->category].push_back(&row);
    if (auto finding = FindingOf(answers, row)) reporter.Add(std::move(*finding));
    if (!row.words.empty()) ReportWords(answers, row, reporter);
  }
  const std::string due = DueOf(answers);
  for (const auto& [category, rows] : unanswered) ReportUnanswered(answers, rows, due, reporter);
  for (const IdleAcceptance& idle : answers.idle) ReportIdle(idle, reporter);
}

}  // namespace hotsite::contract
