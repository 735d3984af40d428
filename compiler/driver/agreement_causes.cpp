#include "compiler/driver/agreement_causes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hotsite::driver {
namespace {

using contract::RowAnswer;
using contract::Status;

/// Each takes as long as a check of the spec.
constexpr std::size_t kMostTrials = 16;

bool WasRefused(const RowAnswer& row) {
  return contract::StandingOf(row.status) == contract::Standing::kRefused || row.status == Status::kAccepted;
}

/// Refused rows of one thing say the same in several ways, so they are left out together: PLC-003 and PLC-004.
using Groups = std::vector<std::vector<std::size_t>>;

Groups RefusedGroups(const Agreement& agreement) {
  const std::set<std::string_view> changed(agreement.promise.changed.begin(), agreement.promise.changed.end());
  const auto& rows = agreement.answers.rows;
  std::map<std::string, std::size_t> group_of;
  Groups groups;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].row == nullptr || !WasRefused(rows[i]) || !changed.contains(rows[i].row->id)) continue;
    const std::string& key = rows[i].row->key;
    const std::string thing = rows[i].row->site + "\n" + key.substr(0, key.find('/', key.find('/') + 1));
    const auto [group, fresh] = group_of.emplace(thing, groups.size());
    if (fresh) groups.emplace_back();
    groups[group->second].push_back(i);
  }
  return groups;
}

std::vector<Diagnostic> FindingsWithout(const AgreementFiles& files, const Agreement& agreement,
                                        const std::vector<std::size_t>& group) {
  contract::Answers answers = agreement.answers;
  for (const std::size_t row : group) answers.rows[row].status = Status::kUnanswered;
  const contract::Promise promise = contract::PromiseOf(answers, *agreement.requested.model);
  SourceMap sources;
  Reporter reporter;
  auto model =
      ReadPromised(files, sources, reporter, [&](std::vector<model::Contract>, Reporter&) { return &promise; });
  if (!model) return agreement.promised.findings;
  Reporter findings;
  check::Judge(*model, sources, findings);
  return findings.Take();
}

}  // namespace

FindingSet::Key FindingSet::KeyOf(const Diagnostic& finding) {
  const Span& span = finding.primary.span;
  return {finding.code.number, static_cast<std::uint32_t>(span.file), span.begin, finding.message};
}

FindingSet::FindingSet(const std::vector<Diagnostic>& findings) {
  for (const Diagnostic& finding : findings) keys_.insert(KeyOf(finding));
}

CauseFinder::CauseFinder(const AgreementFiles& files, const Agreement& agreement) {
  const Groups groups = RefusedGroups(agreement);
  if (groups.size() > kMostTrials) return;
  for (const auto& group : groups)
    trials_.push_back({group.front(), FindingSet(FindingsWithout(files, agreement, group))});
}

std::vector<std::size_t> CauseFinder::CausesOf(const Diagnostic& finding) const {
  std::vector<std::size_t> rows;
  for (const Trial& trial : trials_) {
    if (!trial.findings.Has(finding)) rows.push_back(trial.row);
  }
  return rows;
}

}  // namespace hotsite::driver
