// What the spec says of findings: those that it accepts, and what it requires of itself.
#include <fmt/format.h>

#include "compiler/diagnostics/codes.h"
#include "compiler/diff/change_codes.h"
#include "compiler/diff/condition_text.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"
#include "compiler/model/properties.h"

namespace hotsite::diff {
namespace {

/// Acceptance::subject is the name of a system, machine, network …, or nothing: wherever it is found.
void AddAcceptance(const View& view, const model::Acceptance& acceptance, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  sheet.subject = acceptance.subject.empty() ? "the spec" : std::string(view.NewNameOf(acceptance.subject));
  sheet.part = "accept " + (acceptance.constraint.empty() ? Code{acceptance.code}.ToString() : acceptance.constraint);
  sheet.key = fmt::format("{}/{}", sheet.part, sheet.subject);
  sheet.is_new = codes::kNewAcceptance;
  sheet.is_gone = codes::kAcceptanceGone;
  sheet.description = acceptance.reason;
  if (acceptance.until) sheet.description += fmt::format(", until {}", acceptance.until->ToString());
  sheet.span = acceptance.span;
  AddWord(sheet, codes::kAcceptanceUntil, "until", acceptance.until ? acceptance.until->ToString() : "no end is said",
          acceptance.span);
  AddReasons(sheet, {acceptance.reason}, acceptance.span);
}

/// `every Linux system at home`.
std::string ScopeOf(const View& view, const model::Constraint& constraint) {
  std::string text = fmt::format("every {}", model::InfoOf(constraint.kind).singular);
  if (constraint.site.valid()) return fmt::format("{} at {}", text, view.Name(constraint.site));
  if (constraint.home && constraint.recovery) return text;
  return text + (constraint.home ? " at home" : " at recovery");
}

void AddConstraint(const View& view, const model::Constraint& constraint, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  const Span span = sheet.span = constraint.written.name;
  sheet.subject = constraint.name;
  sheet.key = "require/" + constraint.name;
  sheet.is_new = codes::kNewConstraint;
  sheet.is_gone = codes::kConstraintGone;
  sheet.description = fmt::format("for {}: {}", ScopeOf(view, constraint), constraint.message);
  AddWord(sheet, codes::kConstraintChanged, "for", ScopeOf(view, constraint), span);
  if (constraint.where) AddWord(sheet, codes::kConstraintChanged, "where", TextOf(*constraint.where), span);
  std::string that;
  for (const model::Condition& condition : constraint.that) that += (that.empty() ? "" : "; ") + TextOf(condition);
  AddWord(sheet, codes::kConstraintChanged, "condition", std::move(that), span);
  AddWord(sheet, codes::kConstraintSeverity, "severity", ToString(constraint.severity), span);
  AddEditorial(sheet, codes::kWords, "message", constraint.message, span);
  AddReasons(sheet, {constraint.reason}, span);
}

}  // namespace

void AddJudgements(const View& view, std::vector<Sheet>& sheets) {
  for (const model::Acceptance& acceptance : view.model().acceptances) AddAcceptance(view, acceptance, sheets);
  for (const model::Constraint& constraint : view.model().constraints) AddConstraint(view, constraint, sheets);
}

}  // namespace hotsite::diff
