#include "compiler/check/accept.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "compiler/diagnostics/codes.h"
#include "compiler/support/suggest.h"

namespace hotsite::check {
namespace {

// Dates are compared with the test's, never with today's; without a test nothing has ended.
bool Ended(const model::Model& model, const model::Acceptance& acceptance) {
  if (!acceptance.until || !model.recovery || !model.recovery->test) return false;
  return *acceptance.until < model.recovery->test->from.date();
}

// Whether the acceptance speaks of the finding: of all of it, or of one system that it is about.
bool Concerns(const model::Acceptance& acceptance, const Diagnostic& finding) {
  if (finding.code.number != acceptance.code) return false;
  if (!acceptance.constraint.empty() && finding.constraint != acceptance.constraint) return false;
  if (acceptance.subject.empty() || acceptance.subject == finding.cause) return true;
  return std::find(finding.subjects.begin(), finding.subjects.end(), acceptance.subject) != finding.subjects.end();
}

// A finding about several systems goes only when each of them, or what causes it, is accepted: accepting it for one
// must not hide the others.
bool Silenced(const model::Model& model, const std::vector<std::size_t>& in_force, const Diagnostic& finding) {
  const auto accepted = [&](const std::string& name) {
    return std::any_of(in_force.begin(), in_force.end(),
                       [&](std::size_t one) { return model.acceptances[one].subject == name; });
  };
  if (in_force.empty()) return false;
  if (accepted("") || (!finding.cause.empty() && accepted(finding.cause))) return true;
  return std::all_of(finding.subjects.begin(), finding.subjects.end(), accepted);
}

void ReportEnded(const model::Model& model, const model::Acceptance& acceptance, Reporter& out) {
  out.Error(codes::kExpiredAccept, acceptance.span, "this acceptance ended on {}, before the test begins on {}",
            acceptance.until->ToString(), model.recovery->test->from.date().ToString())
      .Here("no longer in force")
      .Mark(model.recovery->test->span, "the test")
      .Advise("decide again: repair the finding, or accept it with a later end");
}

void ReportUnused(const model::Model& model, const model::Acceptance& acceptance, Reporter& out) {
  std::vector<std::string_view> names;
  if (out.MayCompare(model.systems.size() + model.networks.size())) {
    for (const model::System& system : model.systems) names.push_back(system.name);
    for (const model::Network& network : model.networks) names.push_back(network.name);
  }
  const bool known = std::find(names.begin(), names.end(), acceptance.subject) != names.end();
  const auto near = known ? std::nullopt : Nearest(acceptance.subject, names);
  auto& found = out.Warn(codes::kUnusedAccept, acceptance.span, "nothing here is found that this would accept");
  if (near) {
    found.Here(fmt::format("nothing is called `{}`; did you mean `{}`?", acceptance.subject, *near));
  } else {
    found.Here("no longer needed").Advise("remove it, so that it can't hide a finding of next year");
  }
}

}  // namespace

void ApplyAcceptances(model::Model& model, Reporter& findings, Reporter& out) {
  std::vector<bool> used(model.acceptances.size(), false);
  for (Diagnostic& finding : findings.Take()) {
    std::vector<std::size_t> in_force;
    for (std::size_t i = 0; i < model.acceptances.size(); ++i) {
      if (!Concerns(model.acceptances[i], finding)) continue;
      used[i] = true;
      if (!Ended(model, model.acceptances[i])) in_force.push_back(i);
    }
    if (Silenced(model, in_force, finding)) {
      model.accepted.push_back({std::move(finding), std::move(in_force)});
    } else {
      out.Add(std::move(finding));
    }
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    const model::Acceptance& acceptance = model.acceptances[i];
    if (Ended(model, acceptance)) {
      ReportEnded(model, acceptance, out);
    } else if (!used[i]) {
      ReportUnused(model, acceptance, out);
    }
  }
}

}  // namespace hotsite::check
