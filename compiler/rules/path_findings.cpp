#include "compiler/rules/path_findings.h"

#include <algorithm>
#include <set>

#include "compiler/rules/edits.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::PlacementId;
using model::System;
using End = Way::End;

/// What all pairs of one mistake share, from the first of them.
struct Mistake {
  const Model& model;
  const std::vector<BrokenPair>& pairs;
  const BrokenPair& head;
  const Reach& reach;
  const Way& way;
  bool back;  // the answers don't arrive
  Goal to;    // where the broken way should lead
  std::vector<std::string> needers, targets, sites;

  explicit Mistake(const Model& m, const std::vector<BrokenPair>& all)
      : model(m), pairs(all), head(all.front()), reach(head.reach), way(reach.broken()), back(reach.back.has_value()) {
    to = back ? Goal{reach.source, reach.source_network} : reach.goal;
    std::set<std::string> seen;
    const auto add = [&](std::vector<std::string>& names, const char* kind, const std::string& name) {
      if (seen.insert(kind + name).second) names.push_back(name);
    };
    for (const BrokenPair& pair : pairs) {
      add(needers, "n", NameOf(model, pair.from));
      add(targets, "t", model.at(pair.target).name);
      add(sites, "s", model.at(model.at(pair.from).site).name);
    }
  }

  bool at_needer() const { return !back && way.at == head.from; }
  const System& at() const { return model.SystemOf(model.at(way.at)); }
  const std::string& network(const Step& step) const {
    return model.at(model.at(step.from).nics[step.nic].network).name;
  }
  /// Whom the broken way should lead to; nothing for an external system.
  PlacementId Addressee() const {
    if (back) return head.from;
    const model::Placement* target = model.Find(model.at(head.from).site, head.target);
    return target == nullptr ? PlacementId{} : model.IdOf(*target);
  }
  /// kCircle: who sends them round.
  std::vector<std::string> Circle() const {
    std::vector<std::string> names;
    for (const Step& step : way.steps) {
      if (!names.empty() || step.from == way.at) names.push_back(NameOf(model, step.from));
    }
    return names;
  }
  /// "`LNXWAS1` doesn't reach `PRODA`", or the same of answers.
  std::string Outcome() const {
    if (back) return fmt::format("answers don't reach {}", FewNames(needers));
    return fmt::format("{} {} reach {}", FewNames(needers), needers.size() == 1 ? "doesn't" : "don't",
                       FewNames(targets));
  }
};

std::string MessageOf(const Mistake& m) {
  const std::string to = NameOf(m.model, m.to);
  const std::string at = m.at().name;
  switch (m.way.end) {
    case End::kNoRoute:
      if (m.at_needer())
        return fmt::format("{} {} no route to {}", FewNames(m.needers), m.needers.size() == 1 ? "has" : "have",
                           FewNames(m.targets));
      return fmt::format("`{}` has no route {}to `{}`, so {}", at, m.back ? "back " : "", to, m.Outcome());
    case End::kNotForwarded:
      return fmt::format("`{}` doesn't forward to `{}`, so {}", at, m.network(m.way.steps.back()), m.Outcome());
    case End::kApart:
      return fmt::format("`{}` falls into parts, so {}", m.network(m.way.steps.back()), m.Outcome());
    case End::kCircle:
      return fmt::format("packets for `{}` go round between {}, so {}", to, FewNames(m.Circle()), m.Outcome());
    default:
      return fmt::format("`{}` sends {} to `{}` by {}, which is outside", at, m.back ? "its answers" : "what goes", to,
                         m.way.via->ToString());
  }
}

/// The vswitch or bridge without uplinks at which a part of the network ends.
const model::Lan* LocalLan(const Mistake& m, const Paths& paths) {
  const Step& last = m.way.steps.back();
  for (const auto& [host, index] : paths.network().at(paths.network().SegmentOf(last.from, last.nic)).lans) {
    const model::PlacedLan& placed = m.model.at(host).lans[index];
    if (placed.lan.local) return &placed.lan;
  }
  const auto& nics = m.model.at(m.way.apart).nics;
  for (std::size_t i = 0; i < nics.size(); ++i) {
    if (nics[i].network != m.model.at(last.from).nics[last.nic].network) continue;
    for (const auto& [host, index] : paths.network().at(paths.network().SegmentOf(m.way.apart, i)).lans) {
      const model::PlacedLan& placed = m.model.at(host).lans[index];
      if (placed.lan.local) return &placed.lan;
    }
  }
  return nullptr;
}

/// The place to look at: where the statement is missing, or where it is needed.
void MarkPlaces(const Mistake& m, const model::Lan* lan, Diagnostic& finding) {
  const std::string& needer = NameOf(m.model, m.head.from);
  if (m.at_needer() && m.way.end == End::kNoRoute) {
    finding.Here("needed here");
    return;
  }
  if (lan != nullptr)
    finding.Here("`uplinks none`: it ends here");
  else if (m.way.end == End::kNotForwarded)
    finding.Here("no word of that in its `forwards`");
  else if (m.way.end == End::kCircle)
    finding.Here("they come back to it");
  else if (m.way.end == End::kOutside)
    finding.Here(m.way.by_default ? "its default route, since it has no other"
                                  : "its route leads to a router that is none of this spec's");
  else
    finding.Here("no gateway and no route that leads there");
  finding.Mark(m.head.need->span, fmt::format("`{}` needs `{}`", needer, m.model.at(m.head.target).name));
}

void Explain(const Mistake& m, Diagnostic& finding) {
  const std::string& target = m.model.at(m.head.target).name;
  finding.Note(fmt::format("at {}: {}", Names(m.sites), Hops(m.model, m.reach, NameOf(m.model, m.head.from), target)));
  ListNames(finding, m.needers, kFewNames);
  const std::string to = NameOf(m.model, m.to);
  if (m.reach.verdict == Reach::Verdict::kDoubtful)
    finding.Note(
        fmt::format("`{}` lies behind systems of this spec: a router at the vendor's knows it only when told", to));
  else if (m.way.end == End::kOutside)
    finding.Note(
        fmt::format("nothing outside leads to `{}`: no OSA carries it, and no system here forwards to it", to));
  else if (m.back)
    finding.Note("requests arrive and answers don't: connections time out, as if the other system were down");
}

/// Who had the packet on the way there before the one at which the way back is broken, and sent it on by which
/// interface: it knows the network to be reached.
model::Member HadItBefore(const Mistake& m) {
  if (!m.back) return {};
  const auto& steps = m.reach.there.steps;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].from == m.way.at) return {steps[i - 1].from, steps[i - 1].nic};
  }
  return {steps.back().from, steps.back().nic};
}

std::string ForwardsAll(const Mistake& m) {
  std::string list;
  for (model::NetworkId network : m.at().forwards) list += m.model.at(network).name + ", ";
  return fmt::format("`forwards {}{}`", list, m.network(m.way.steps.back()));
}

void OfferRoute(const Mistake& m, const PathRepair& repair, const SourceMap& sources, Diagnostic& finding) {
  const System& at = m.at();
  const auto route = repair.RouteTo(m.way.at, m.to, m.Addressee(), HadItBefore(m));
  if (!route) {
    finding.Advise(fmt::format("give `{}` a route, or one of its networks a `gateway`, that leads to `{}`", at.name,
                               NameOf(m.model, m.to)));
    return;
  }
  const bool one = !m.at_needer() || m.needers.size() == 1;
  const std::string text = fmt::format("let {} say `{}`", one ? fmt::format("`{}`", at.name) : "each", route->text);
  if (m.way.end == End::kOutside && !m.way.by_default)
    finding.Advise(fmt::format("let that route of `{}` name `{}`", at.name, route->via));
  else if (one && Editable(at.written))
    finding.Offer(text, {InsertIntoBlock(sources, at.written, route->text)});
  else
    finding.Advise(text);
  const auto& plan = m.model.PlanOf(m.model.at(m.way.at).site, route->network);
  const bool ungated = !plan.gateway && !plan.gateway_hole.valid();
  if (m.way.end == End::kNoRoute && ungated && route->by != m.Addressee())
    finding.Advise(fmt::format("or give `{}` that gateway: `gateway {}`", m.model.at(route->network).name, route->via));
}

void OfferWayOut(const Mistake& m, const PathRepair& repair, const SourceMap& sources, Diagnostic& finding) {
  if (m.way.end == End::kNotForwarded)
    finding.Advise(fmt::format("say what it routes between: {}", ForwardsAll(m)));
  else if (m.way.end == End::kApart)
    finding.Advise("give it uplinks, or let the two meet on another network");
  else if (m.way.end == End::kCircle)
    finding.Advise(fmt::format("correct the `route` or the default route of one of them: {}", Names(m.Circle())));
  else
    OfferRoute(m, repair, sources, finding);
  if (m.reach.verdict == Reach::Verdict::kDoubtful)
    finding.Advise(
        fmt::format("or have the vendor told what leads to `{}`, and accept this finding with that as the reason",
                    NameOf(m.model, m.to)));
}

std::string WhoIsAt(const Model& model, const BrokenPair& pair) {
  const Way& way = pair.reach.broken();
  const model::Placement& placement = model.at(way.at);
  if (pair.reach.back || way.at != pair.from) return fmt::format("{}", placement.system.index);
  std::string key;  // guests that are alike
  for (const model::PlacedNic& nic : placement.nics) key += fmt::format("on {},", nic.network.index);
  for (const model::Route& route : model.SystemOf(placement).routes)
    key += fmt::format("route {}:{},", static_cast<std::uint32_t>(route.span.file), route.span.begin);
  return key;
}

/// A circle is the same wherever it is entered.
std::string CircleOf(const Model& model, const Way& way) {
  model::SystemId first;
  bool within = false;
  for (const Step& step : way.steps) {
    within = within || step.from == way.at;
    if (within) first = std::min(first, model.at(step.from).system);
  }
  return fmt::format("{}", first.index);
}

}  // namespace

std::string MistakeOf(const Model& model, const BrokenPair& pair) {
  const Reach& reach = pair.reach;
  const Way& way = reach.broken();
  const Goal to = reach.back ? Goal{reach.source, reach.source_network} : reach.goal;
  std::string where = NameOf(model, to);
  std::string who = way.end == End::kCircle ? CircleOf(model, way) : WhoIsAt(model, pair);
  if (way.end == End::kNotForwarded || way.end == End::kApart) {
    const Step& last = way.steps.back();
    where = model.at(model.at(last.from).nics[last.nic].network).name;
    if (way.end == End::kApart) who.clear();
  }
  return fmt::format("{} {} {} {} {}", static_cast<int>(reach.verdict), static_cast<int>(way.end),
                     reach.back.has_value(), where, who);
}

void TellBrokenWay(const Model& model, const std::vector<BrokenPair>& pairs, std::vector<SitePaths>& sites,
                   model::RuleReporter& report) {
  const Mistake m(model, pairs);
  const model::SiteId site = model.at(m.head.from).site;
  SitePaths& here = sites[site.index];
  if (!here.repair) here.repair = std::make_unique<PathRepair>(model, site, *here.paths);
  const model::Lan* lan = m.way.end == End::kApart ? LocalLan(m, *here.paths) : nullptr;
  const bool at_need = m.at_needer() && m.way.end == End::kNoRoute;
  const Span place = at_need ? m.head.need->span : lan != nullptr ? lan->written.name : m.at().written.name;
  const auto severity = m.reach.verdict == Reach::Verdict::kDoubtful ? Severity::kWarning : Severity::kError;
  Diagnostic& finding = report.At(severity, place, "{}", MessageOf(m));
  MarkPlaces(m, lan, finding);
  Explain(m, finding);
  OfferWayOut(m, *here.repair, report.sources(), finding);
  AboutAll(finding, m.needers);
  if (!at_need) finding.CausedBy(m.at().name);
}

}  // namespace hotsite::rules
