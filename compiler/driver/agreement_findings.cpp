#include "compiler/driver/agreement_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "compiler/contract/tell.h"
#include "compiler/diagnostics/codes.h"
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

std::string SayRow(const RowAnswer& row) {
  if (StandingOf(row.status) != contract::Standing::kAgreed) return contract::Tell(row);
  return fmt::format("{} ({}, {}): the vendor answered {}", row.id, row.row->subject, row.row->attribute,
                     contract::AnsweredIn(row));
}

bool IsRefused(const RowAnswer& row) { return contract::StandingOf(row.status) == contract::Standing::kRefused; }

class Teller {
 public:
  Teller(const AgreementFiles& files, Agreement& agreement, Reporter& reporter)
      : files_(files), agreement_(agreement), answers_(agreement.answers), reporter_(reporter) {}

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
      // What the spec accepts is still of use where the vendor keeps what was asked.
      if (finding.code == codes::kUnusedAccept && !before.Has(finding)) continue;
      std::vector<std::size_t> rows = before.Has(finding) ? std::vector<std::size_t>() : places.RowsOf(finding);
      if (rows.empty() && !before.Has(finding)) unexplained.push_back(caused.size());
      caused.push_back({std::move(finding), std::move(rows)});
    }
    if (unexplained.empty()) return caused;
    const CauseFinder finder(files_, agreement_);
    for (const std::size_t one : unexplained) caused[one].rows = finder.CausesOf(caused[one].finding);
    return caused;
  }

  void Explain(Diagnostic& finding, const std::vector<std::size_t>& rows) const {
    // Its ways out are those of a spec that can be changed, and an answer is what it is.
    finding.helps.clear();
    const RowAnswer* refused = nullptr;
    for (const std::size_t index : rows) {
      const RowAnswer& row = answers_.rows[index];
      const std::string source = contract::SourceOf(row.counts);
      finding.Note(SayRow(row)).Note(fmt::format("{} was answered in {}", row.id, source));
      if (const std::string with = contract::FollowersOf(answers_, row); !with.empty())
        finding.Note(fmt::format("with {}: {}", row.id, with));
      if (refused == nullptr && IsRefused(row)) refused = &row;
    }
    if (refused == nullptr) return;
    finding.Advise(fmt::format("ask the vendor again; or, if that will do, write into `{}`: `{}`",
                               BaseName(files_.contract), contract::AcceptLine(*refused)));
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
      acceptance.subject =
          one.finding.cause.empty() && !one.finding.subjects.empty() ? one.finding.subjects.front() : one.finding.cause;
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
    contract::Report(answers_, reporter_, [&](const RowAnswer& row) { return IsTold(row) || !IsRefused(row); });
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
  std::set<std::size_t> told_;      // rows that an error tells of
  std::set<std::size_t> silenced_;  // accepted rows that a finding was about
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
