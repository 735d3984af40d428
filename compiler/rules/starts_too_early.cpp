#include <algorithm>
#include <set>

#include "compiler/rules/rules.h"
#include "compiler/rules/start_order.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Reference;
using model::System;
using model::SystemId;

/// How many needs of one circle are followed: a circle of very many is told by its first.
constexpr std::size_t kMostNeedsTried = 100;

/// Places that a finding was about.
using Told = std::set<SpanKey>;

void TellLater(const Model& model, model::SiteId site, const System& system, const Reference& need,
               const std::vector<SystemId>& way, model::RuleReporter& report) {
  const System& needed = model.at(need.system);
  std::string chain;
  for (std::size_t i = 0; i < way.size() && i <= kMostNames; ++i) {
    chain += fmt::format("{}`{}`", i == 0 ? "" : i == 1 ? " starts after " : ", that after ", model.at(way[i]).name);
  }
  auto& finding = report.Error(need.span, "`{}` needs `{}`, which starts later", system.name, needed.name);
  finding.Here("needed when it comes up");
  for (const Reference& reference : model.StartAt(site, need.system).after) {
    if (reference.system == way[1]) finding.Mark(reference.span, fmt::format("`{}` waits here", needed.name));
  }
  finding.Note(chain)
      .Advise(fmt::format("turn it round: let `{}` `start after {}`, and take that of `{}` out", system.name,
                          needed.name, needed.name))
      .About(system.name)
      .About(needed.name);
}

/// Circles of `start after` and `needs` that `start after` alone doesn't close (those are HS2601's).
void CheckCircles(const Model& model, model::SiteId site, Told& told_at, model::RuleReporter& report) {
  const WaitGraph starts = StartAfterGraph(model, site);
  std::vector<bool> in_start_circle(model.systems.size(), false);
  for (const auto& circle : Circles(starts)) {
    for (SystemId id : circle) in_start_circle[id.index] = true;
  }
  for (const auto& circle : Circles(StartAndNeedsGraph(model, site))) {
    std::size_t tried = 0;
    bool told = std::any_of(circle.begin(), circle.end(), [&](SystemId id) { return in_start_circle[id.index]; });
    for (SystemId id : circle) {
      const System& system = model.at(id);
      for (const Reference& need : system.needs) {
        if (told || tried >= kMostNeedsTried || model.at(need.system).parent != system.parent) continue;
        ++tried;
        const auto way = WayWithin(starts, circle, need.system, id);
        if (way.empty()) continue;
        if (told_at.insert(KeyOf(need.span)).second) TellLater(model, site, system, need, way, report);
        told = true;
      }
    }
  }
}

/// What a guest that starts first waits for must start first as well.
void CheckFirst(const Model& model, model::SiteId site, Told& told_at, model::RuleReporter& report) {
  Gathered<SpanKey, std::pair<const System*, const Reference*>> found;
  for (const System& system : model.systems) {
    const model::StartOrder& start = model.StartAt(site, model.IdOf(system));
    if (!start.first || !system.parent.valid()) continue;
    for (const auto* references : {&system.needs, &start.after}) {
      for (const Reference& reference : *references) {
        const bool sibling = model.at(reference.system).parent == system.parent;
        if (sibling && !model.StartAt(site, reference.system).first && !told_at.contains(KeyOf(reference.span)))
          found.Add(KeyOf(reference.span), {&system, &reference});
      }
    }
  }
  for (const auto& group : found.groups()) {
    const System& system = *group.front().first;
    const Reference& reference = *group.front().second;
    told_at.insert(KeyOf(reference.span));
    const System& target = model.at(reference.system);
    std::vector<std::string> names;
    for (const auto& one : group) names.push_back(one.first->name);
    auto& finding = report.Error(reference.span, "{} would start first, and before `{}`, which {} wait{} for",
                                 OneOrCount(names, "guests"), target.name, names.size() == 1 ? "it" : "they",
                                 names.size() == 1 ? "s" : "");
    finding.Here("waits for it").Mark(target.written.name, "starts with the others");
    finding.Note("`start first` is after the switches' controllers and before every other guest")
        .Advise(fmt::format("let `{}` `start first` too, or `{}` not", target.name, system.name));
    ListNames(finding, names);
    AboutAll(finding, names);
    finding.About(target.name);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  Told told_at;  // what is wrong at one site needn't be told of the next
  for (const model::SiteId site : OrderedPlaces(model)) {
    CheckCircles(model, site, told_at, report);
    CheckFirst(model, site, told_at, report);
  }
}

constexpr std::string_view kExplanation =
    R"(A guest is started before another guest of its z/VM that it needs. Either the
needed one waits for it (`start after`), or it says `start first` and the
needed one doesn't.

The start procedure that is generated from the spec keeps the order that is
written. So the guest comes up, tries to mount, connect or register, fails,
and has to be restarted by hand once the other is up; on the morning of a test
nobody knows in which order, and somebody restarts everything once more.

`needs` says what must be up before a system is of use. Between guests of one
z/VM that must agree with the order of starting. For a system in another
partition it becomes a wait or a prompt to the operator, since its start isn't
in this z/VM's hands.

To repair it, turn the order round (`start after LNXDB` at the guest that
needs it), or take out a `needs` that isn't true. What everybody depends on,
such as a router, says `start first`.

Source: language rule; the router that had not been started in the 2007 test
of the story.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  linux LNXDB { start after LNXAPP }
  linux LNXAPP { needs LNXDB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  linux LNXDB { start first }
  linux LNXAPP {
    needs LNXDB
    start after LNXDB
  }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kStartsTooEarly = {
    .title = "A guest is started before another guest that it needs.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
