#include "compiler/driver/agreement_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "compiler/driver/agreement_causes.h"

namespace hotsite::driver {
namespace {

using contract::RowAnswer;
using contract::Status;

/// A finding, and the rows whose answers cause it.
struct Caused {
  Diagnostic finding;
  std::vector<std::size_t> rows;
};

std::string Asked(const requirements::Requirement& row) {
  using requirements::ValueType;
  if (row.value.empty()) return fmt::format("the {}", row.attribute);
  const bool amount =
      row.type == ValueType::kMemory || row.type == ValueType::kCount || row.type == ValueType::kFrame;
  if (!amount || row.comparator == model::Comparator::kExactly) return row.value;
  return fmt::format("{} {}", model::ToString(row.comparator), row.value);
}

std::string Offered(const RowAnswer& row) {
  const model::Answer& answer = *row.counts.answer;
  const std::string& value = row.value && !row.value->text.empty() ? row.value->text : answer.value;
  const std::string note = answer.note.empty() ? std::string() : fmt::format(" (\"{}\")", answer.note);
  if (value.empty()) return "the vendor deviates from it" + note;
  const bool confirmed = answer.kind == model::AnswerKind::kConfirm;
  return fmt::format("the vendor {} {}{}", confirmed ? "confirmed" : "offers", value, note);
}

std::string SayRow(const RowAnswer& row) {
  const requirements::Requirement& asked = *row.row;
  if (asked.kind == requirements::Kind::kQuestion)
    return fmt::format("{}: the vendor answered {}", asked.id, row.counts.answer->value);
  return fmt::format("{}: {} was asked for; {}", asked.id, Asked(asked), Offered(row));
}

bool IsRefused(const RowAnswer& row) { return contract::StandingOf(row.status) == contract::Standing::kRefused; }

class Teller {
 public:
  Teller(const AgreementFiles& files, Agreement& agreement, Reporter& reporter)
      : files_(files), agreement_(agreement), answers_(agreement.answers), reporter_(reporter) {
    for (std::size_t i = 0; i < answers_.rows.size(); ++i) {
      if (answers_.rows[i].with) followers_[*answers_.rows[i].with].push_back(i);
    }
  }

  void Run(bool only_warn) {
    std::vector<Caused> found = FindCauses();
    for (Caused& one : found) Tell(std::move(one));
    TellRows(only_warn);
    TellAcceptedRows();
  }

 private:
  std::vector<Caused> FindCauses() {
    Reporter findings;
    check::Judge(*agreement_.promised.model, agreement_.promised.sources, findings);
    std::vector<Caused> caused;
    std::vector<std::size_t> unexplained;
    const AnswerPlaces places(answers_);
    const FindingSet before(agreement_.requested.findings);
    for (Diagnostic& finding : findings.Take()) {
      std::vector<std::size_t> rows = before.Has(finding) ? std::vector<std::size_t>() : places.RowsOf(finding);
      if (rows.empty() && !before.Has(finding)) unexplained.push_back(caused.size());
      caused.push_back({std::move(finding), std::move(rows)});
    }
    if (unexplained.empty()) return caused;
    const CauseFinder finder(files_, agreement_);
    for (const std::size_t one : unexplained) caused[one].rows = finder.CausesOf(caused[one].finding);
    return caused;
  }

  // Rows that have no sense without this one were told with it.
  std::vector<std::string> WithIt(const std::vector<std::size_t>& rows) const {
    std::vector<std::string> ids;
    for (const std::size_t row : rows) {
      const auto with = followers_.find(row);
      if (with == followers_.end()) continue;
      for (const std::size_t one : with->second) ids.push_back(answers_.rows[one].row->id);
    }
    return ids;
  }

  void Explain(Diagnostic& finding, const std::vector<std::size_t>& rows) const {
    // Its edits are made for what the spec says, and an answer is what it is.
    std::erase_if(finding.helps, [](const Help& help) { return !help.edits.empty(); });
    for (const std::size_t row : rows) finding.Note(SayRow(answers_.rows[row]));
    if (const auto with = WithIt(rows); !with.empty())
      finding.Note(fmt::format("with it: {}", fmt::join(with, ", ")));
    for (const std::size_t row : rows) {
      if (IsRefused(answers_.rows[row])) return finding.Advise(WayOut(answers_.rows[row])), void();
    }
  }

  std::string WayOut(const RowAnswer& row) const {
    const std::string& value = row.counts.answer->value;
    const bool plain = value.find_first_of("\"\\{}") == std::string::npos;
    return fmt::format("ask the vendor again, or take it in `{}`: `accept deviation {}{}{} because \"…\"`",
                       BaseName(files_.contract), row.row->id, row.row->edition.empty() ? "" : " " + row.row->edition,
                       value.empty() || !plain ? "" : " of " + value);
  }

  void Tell(Caused&& one) {
    if (!one.rows.empty()) Explain(one.finding, one.rows);
    const bool accepted = !one.rows.empty() && std::all_of(one.rows.begin(), one.rows.end(), [&](std::size_t row) {
      return answers_.rows[row].status == Status::kAccepted;
    });
    if (accepted) return Accept(std::move(one));
    // A warning alone would let a refusal pass.
    if (one.finding.severity == Severity::kError) told_.insert(one.rows.begin(), one.rows.end());
    reporter_.Add(std::move(one.finding));
  }

  void Accept(Caused&& one) {
    model::Model& model = *agreement_.promised.model;
    model::AcceptedFinding accepted;
    for (const std::size_t row : one.rows) {
      const model::DeviationAccepted& by = *answers_.rows[row].accepted;
      model::Acceptance acceptance;
      acceptance.code = one.finding.code.number;
      acceptance.subject = one.finding.cause.empty() && !one.finding.subjects.empty() ? one.finding.subjects.front()
                                                                                      : one.finding.cause;
      acceptance.reason = by.reason;
      acceptance.until = by.until;
      acceptance.span = by.span;
      accepted.by.push_back(model.acceptances.size());
      model.acceptances.push_back(std::move(acceptance));
      silenced_.insert(row);
    }
    accepted.finding = std::move(one.finding);
    model.accepted.push_back(std::move(accepted));
  }

  bool IsTold(const RowAnswer& row) const {
    const auto index = static_cast<std::size_t>(&row - answers_.rows.data());
    return told_.contains(index) || (row.with && told_.contains(*row.with));
  }

  void TellRows(bool only_warn) {
    contract::Report(answers_, reporter_,
                     [&](const RowAnswer& row) { return IsTold(row) || !IsRefused(row); });
    Reporter open;
    contract::Report(answers_, open, [&](const RowAnswer& row) { return IsTold(row) || IsRefused(row); });
    for (Diagnostic& finding : open.Take()) {
      if (only_warn && finding.severity == Severity::kError) finding.severity = Severity::kWarning;
      reporter_.Add(std::move(finding));
    }
  }

  // What was accepted and breaks no rule is listed all the same.
  void TellAcceptedRows() {
    for (std::size_t i = 0; i < answers_.rows.size(); ++i) {
      RowAnswer row = answers_.rows[i];
      if (row.status != Status::kAccepted || row.with || silenced_.contains(i)) continue;
      row.status = Status::kDeviation;
      if (auto finding = contract::FindingOf(answers_, row)) Accept({std::move(*finding), {i}});
    }
  }

  const AgreementFiles& files_;
  Agreement& agreement_;
  const contract::Answers& answers_;
  Reporter& reporter_;
  std::map<std::size_t, std::vector<std::size_t>> followers_;  // by the row that they go with
  std::set<std::size_t> told_;                                 // rows that an error tells of
  std::set<std::size_t> silenced_;                             // accepted rows that a finding was about
};

}  // namespace

AnswerPlaces::AnswerPlaces(const contract::Answers& answers) {
  if (answers.contract != nullptr) file_ = answers.contract->span.file;
  for (std::size_t i = 0; i < answers.rows.size(); ++i) {
    const RowAnswer& row = answers.rows[i];
    if (row.row == nullptr || row.counts.answer == nullptr) continue;
    places_.push_back({row.counts.answer->span.begin, row.counts.answer->span.end, i});
  }
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
}

std::vector<std::size_t> AnswerPlaces::RowsOf(const Diagnostic& finding) const {
  std::set<std::size_t> rows;
  const auto look = [&](Span span) {
    if (!span.valid() || span.file != file_) return;
    auto place = std::upper_bound(places_.begin(), places_.end(), span.begin,
                                  [](std::uint32_t begin, const Place& one) { return begin < one.begin; });
    if (place == places_.begin()) return;
    --place;
    if (span.end <= place->end) rows.insert(place->row);
  };
  look(finding.primary.span);
  for (const Label& label : finding.labels) look(label.span);
  return {rows.begin(), rows.end()};
}

void TellAll(const AgreementFiles& files, Agreement& agreement, bool only_warn, Reporter& reporter) {
  Teller(files, agreement, reporter).Run(only_warn);
}

}  // namespace hotsite::driver
