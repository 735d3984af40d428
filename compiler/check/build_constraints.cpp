// `require`: the constraints of the user's own.
#include "compiler/check/build_context.h"
#include "compiler/check/condition_types.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/model/properties.h"
#include "compiler/values/names.h"

namespace hotsite::check {
namespace {

/// Where a `require` stands.
struct Place {
  bool in_recovery = false;
  bool in_home = false;
  const Entry* site = nullptr;
};

model::SiteId SiteNamed(const BuildContext& context, std::string_view name, bool recovery) {
  for (const model::Site& site : context.model.sites) {
    if (site.name == name && site.recovery == recovery) return context.model.IdOf(site);
  }
  return {};
}

template <class Visit>
void ForEachConstraint(const BuildContext& context, Visit visit) {
  const auto in_block = [&](const Entry& block, const Place& place) {
    ForEach(block, "require", [&](const Entry& entry) { visit(entry, place); });
  };
  ForEachTop(context, "require", [&](const Entry& entry) { visit(entry, Place()); });
  ForEachTop(context, "site", [&](const Entry& site) { in_block(site, {false, true, &site}); });
  ForEachTop(context, "recovery", [&](const Entry& recovery) {
    in_block(recovery, {true, false, nullptr});
    ForEach(recovery, "site", [&](const Entry& site) { in_block(site, {true, false, &site}); });
  });
}

// `at home`, or where the block says.
void ReadPlace(BuildContext& context, const Entry& entry, const Place& place, model::Constraint& constraint) {
  const std::string_view at = entry.Text("site");
  if (place.site != nullptr) constraint.site = SiteNamed(context, place.site->Text("name"), place.in_recovery);
  constraint.home = !place.in_recovery && at != "recovery";
  constraint.recovery = !place.in_home && at != "home";
  if (at.empty() || (!place.in_recovery && !place.in_home)) return;
  context.reporter
      .Error(codes::kUnexpectedOperand, entry.SpanOf("site"), "`at {}` isn't expected in a `{}`", at,
             place.site != nullptr ? "site" : "recovery")
      .Here("a `require` in a block is judged there only")
      .Advise("leave it out, or write the `require` at the top of a file");
}

bool ReadConditions(BuildContext& context, const Entry& entry, model::Constraint& constraint) {
  bool good = true;
  if (const Value* where = entry.Get("where")) {
    constraint.where = where->As<model::Condition>();
    good = CheckTypes(context, *constraint.where, constraint.kind);
  }
  ForEach(entry, "that", [&](const Entry& that) {
    model::Condition condition = that.Get("condition")->As<model::Condition>();
    good = CheckTypes(context, condition, constraint.kind) && good;
    constraint.that.push_back(std::move(condition));
  });
  return good;
}

bool HasUsableName(BuildContext& context, const Entry& entry) {
  const std::string name(entry.Text("name"));
  const auto problem = WhyNotSpecName(name);
  if (!problem) return true;
  context.reporter.Error(codes::kWrongOperand, entry.SpanOf("name"), "`{}` {}", name, *problem)
      .Here("expected a name such as `two_nics`, by which the constraint can be accepted");
  return false;
}

// Within one block that has been told already; the same words at the same place count once.
bool IsFirst(BuildContext& context, const Entry& entry) {
  const auto [first, added] = context.constraints.emplace(std::string(entry.Text("name")), entry.SpanOf("name"));
  if (added || first->second == entry.SpanOf("name")) return added;
  context.reporter
      .Error(codes::kDuplicateName, entry.SpanOf("name"), "a second `require` is called `{}`", entry.Text("name"))
      .Here("this one")
      .Mark(first->second, "the first is here");
  return false;
}

void ReadConstraint(BuildContext& context, const Entry& entry, const Place& place) {
  if (!HasUsableName(context, entry)) return;
  Require(context, entry, "that", "a constraint says what must hold, line by line");
  if (entry.Child("that") == nullptr) return;
  Require(context, entry, "message", "whoever breaks the constraint has to be told what is asked, in your words");
  if (entry.Child("message") == nullptr) return;
  model::Constraint constraint;
  constraint.name = entry.Text("name");
  constraint.message = entry.Child("message")->Text("text");
  constraint.reason = entry.why();
  if (const Entry* severity = entry.Child("severity")) {
    if (severity->Text("severity") == "warning") constraint.severity = Severity::kWarning;
  }
  constraint.kind = model::FindKind(entry.Text("kind"))->kind;
  constraint.written = WrittenOf(entry);
  ReadPlace(context, entry, place, constraint);
  if (ReadConditions(context, entry, constraint)) context.model.constraints.push_back(std::move(constraint));
}

// `accept HS2204` means the rule, so nothing else may be called so.
void RefuseCode(BuildContext& context, const Entry& entry) {
  const std::string_view name = entry.Text("name");
  const bool code = name.size() == 6 && name.starts_with("HS") && name.find_first_not_of("0123456789", 2) == name.npos;
  if (!code) return;
  context.reporter.Error(codes::kWrongOperand, entry.SpanOf("name"), "`{}` is how a code is called", name)
      .Here("expected a name of its own, such as `two_nics`")
      .Note("`accept` tells codes and constraints apart by their names");
}

}  // namespace

void DeclareConstraints(BuildContext& context) {
  ForEachConstraint(context, [&](const Entry& entry, const Place&) {
    (void)IsFirst(context, entry);
    RefuseCode(context, entry);
  });
}

void BuildConstraints(BuildContext& context) {
  ForEachConstraint(context, [&](const Entry& entry, const Place& place) { ReadConstraint(context, entry, place); });
}

}  // namespace hotsite::check
