#include <algorithm>
#include <set>

#include "compiler/rules/routers.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/start_order.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Reference;
using model::Site;
using model::System;
using model::SystemId;

/// How many steps of a circle are spelt out and marked.
constexpr std::size_t kMostSteps = 4;

Span PlaceOf(const Model& model, model::SiteId site, SystemId system, SystemId waits_for) {
  for (const Reference& reference : model.StartAt(site, system).after) {
    if (reference.system == waits_for) return reference.span;
  }
  return model.at(system).written.name;
}

void TellCircle(const Model& model, model::SiteId site, const WaitGraph& graph, const std::vector<SystemId>& circle,
                std::set<SpanKey>& told_at, model::RuleReporter& report) {
  const auto way = WayWithin(graph, circle, circle.front(), circle.front());
  std::string told;
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (i == kMostSteps && way.size() > kMostSteps + 1) {
      told += fmt::format(", … which waits for `{}`", model.at(way.back()).name);
      break;
    }
    told += fmt::format("{}`{}`", i == 0 ? "" : i == 1 ? " waits for " : ", which waits for ", model.at(way[i]).name);
  }
  const System& first = model.at(way[0]);
  const Span place = PlaceOf(model, site, way[0], way[1]);
  if (!told_at.insert(KeyOf(place)).second) return;  // at another site
  auto& finding = report.Error(place, "the start order has a circle: {}", told);
  finding.Here(fmt::format("`{}` waits for `{}`", first.name, model.at(way[1]).name));
  for (std::size_t i = 1; i + 1 < way.size() && i < kMostSteps; ++i) {
    finding.Mark(PlaceOf(model, site, way[i], way[i + 1]),
                 fmt::format("`{}` waits for `{}`", model.at(way[i]).name, model.at(way[i + 1]).name));
  }
  finding.Advise("take one of the `start after` away");
  for (SystemId system : circle) finding.About(model.at(system).name);
}

/// A system that others at a site wait for or need, and that isn't placed there.
struct Absent {
  const Site* site;
  SystemId target;
  const System* who;
  const Reference* reference;
  bool need;
};
using AllAbsent = Gathered<std::pair<std::uint32_t, SystemId>, Absent>;

void FindAbsent(const Model& model, const Site& site, AllAbsent& absent) {
  const model::SiteId site_id = model.IdOf(site);
  // Who depends on a router that isn't placed hears of it from HS2408, with all others who do.
  std::map<SystemId, std::vector<model::PlacementId>> told;
  for (Router& router : RoutersAt(model, site_id)) {
    if (model.Find(site_id, router.system) == nullptr) told[router.system] = std::move(router.dependents);
  }
  for (model::PlacementId id : site.placements) {
    const System& system = model.SystemOf(model.at(id));
    const auto look = [&](const Reference& reference, bool need) {
      const System& target = model.at(reference.system);
      if (target.kind == model::SystemKind::kExternal || model.Find(site_id, reference.system) != nullptr) return;
      const auto router = told.find(reference.system);
      if (router != told.end() && std::binary_search(router->second.begin(), router->second.end(), id)) return;
      absent.Add({site_id.index, reference.system}, {&site, reference.system, &system, &reference, need});
    };
    for (const Reference& reference : system.needs) look(reference, true);
    for (const Reference& reference : model.StartOf(model.at(id)).after) look(reference, false);
  }
}

void TellAbsent(const Model& model, const std::vector<Absent>& group, model::RuleReporter& report) {
  std::vector<std::string> names;
  bool need = false;
  for (const Absent& one : group) {
    need = need || one.need;
    if (names.empty() || names.back() != one.who->name) names.push_back(one.who->name);
  }
  const Absent& head = group.front();
  const System& target = model.at(head.target);
  const bool one = names.size() == 1;
  auto& finding = report.Error(head.site->written.name, "{} {} `{}`, which isn't placed at `{}`", FewNames(names),
                               need ? (one ? "needs" : "need") : (one ? "starts after" : "start after"), target.name,
                               head.site->name);
  finding.Here(fmt::format("no `{}` here", target.name))
      .Mark(head.reference->span, fmt::format("`{}` {} it", head.who->name, head.need ? "needs" : "starts after"))
      .Mark(target.written.name, fmt::format("`{}`", target.name));
  ListNames(finding, names, kFewNames);
  finding.Advise(target.parent.valid()
                     ? fmt::format("place it too: `guest {} from {}`", target.name, model.at(target.parent).name)
                     : fmt::format("place it too: `lpar {}`, or `guest {}` in a z/VM", target.name, target.name));
  AboutAll(finding, names);
  finding.CausedBy(target.name);
}

void Run(const Model& model, model::RuleReporter& report) {
  std::set<SpanKey> told_at;
  for (const model::SiteId site : OrderedPlaces(model)) {
    const WaitGraph graph = StartAfterGraph(model, site);
    for (const auto& circle : Circles(graph)) TellCircle(model, site, graph, circle, told_at, report);
  }
  AllAbsent absent;
  for (const Site* site : model.recovery_sites()) FindAbsent(model, *site, absent);
  for (const auto& group : absent.groups()) TellAbsent(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(The order in which systems are to be started can't be kept:

- Systems wait for one another in a circle (`A` starts after `B`, `B` after
  `C`, `C` after `A`). The generated start procedure would have no first one,
  and the bring-up plan no first line.
- A system that is placed at a recovery site waits for, or needs, one that
  isn't placed there. Its start procedure waits for something that never comes
  up; or it comes up and every use of it fails.

A circle is mostly made over years: each `start after` was right when it was
written. The message shows the whole of it; the remedy is to take out the wait
that is least true. What a system only uses later, when users come, is better
written as `needs`.

A system that isn't placed is mostly one that was forgotten when only part of
the guests was taken to the recovery site. To repair it, place it too. If the
test does without it on purpose, accept the finding with the reason. External
systems (`external TSM`) aren't restored by us and needn't be placed.

Source: language rule; the router that had not been started in the 2007 test
of the story.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  linux LNXDB { start after LNXAPP }
  linux LNXAPP { start after LNXDB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  linux LNXDB { start first }
  linux LNXAPP { start after LNXDB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kImpossibleStartOrder = {
    .title = "The start order has a circle, or names a system that isn't placed.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
