#include "compiler/rules/reach.h"

#include <algorithm>

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::PlacementId;
using Verdict = Reach::Verdict;

/// How many addresses of one system are tried, so that judging stays linear.
constexpr std::size_t kMostGoals = 32;

/// Whether packets from outside come to an address of ours.
FromOutside OutsideTo(const Model& model, const SiteNetwork& network, PlacementId id, const Goal& goal) {
  FromOutside most = FromOutside::kNever;
  const Placement& placement = model.at(id);
  for (std::size_t i = 0; i < placement.nics.size(); ++i) {
    if (goal.network.valid() && placement.nics[i].network != goal.network) continue;
    most = std::max(most, network.OutsideOf(network.SegmentOf(id, i)));
  }
  return most;
}

/// Whether the router outside, at which a way ends, is one that the vendor would have to tell of our networks. At home,
/// and where the network is connected to home, it is the company's own.
bool IsVendorsRouter(const Model& model, const Way& way) {
  const Placement& last = model.at(way.steps.back().from);
  const auto& plan = model.PlanOf(last.site, last.nics[way.steps.back().nic].network);
  return model.at(last.site).recovery && !plan.connected_home.value_or(false);
}

/// What a way says of the address that it should lead to. Which routes a router outside has isn't said: at home it
/// works as it does, and nobody asks the vendor for a route to a network that only a router of ours leads to.
Verdict VerdictOf(const Model& model, const Paths& paths, const Way& way, PlacementId target, const Goal& goal) {
  if (way.end == Way::End::kArrives) return Verdict::kReached;
  if (way.end == Way::End::kUnknown || way.end == Way::End::kMissing) return Verdict::kUnknown;
  if (way.end != Way::End::kOutside) return Verdict::kBroken;
  if (!target.valid()) return Verdict::kUnknown;
  switch (OutsideTo(model, paths.network(), target, goal)) {
    case FromOutside::kDirectly:
      return Verdict::kUnknown;
    case FromOutside::kThroughOurs:
      return IsVendorsRouter(model, way) ? Verdict::kDoubtful : Verdict::kUnknown;
    case FromOutside::kNever:
      break;
  }
  return Verdict::kBroken;
}

/// Whether the way leads over a system that has been told of a wrong address: that may be all that is wrong.
bool PassesFaulty(const Paths& paths, const Way& way) {
  const auto faulty = [&](PlacementId id) { return id.valid() && paths.network().HasFaultyAddress(id); };
  return faulty(way.at) ||
         std::any_of(way.steps.begin(), way.steps.end(), [&](const Step& step) { return faulty(step.from); });
}

Verdict JudgeBack(const Model& model, const Paths& paths, PlacementId from, const Target& target, Reach& reach) {
  const Step& first = reach.there.steps.front();
  const model::PlacedNic& nic = model.at(from).nics[first.nic];
  const auto source = std::find_if(nic.addresses.begin(), nic.addresses.end(),
                                   [&](const IpAddress& address) { return address.is_v4() == reach.goal.ip.is_v4(); });
  if (source == nic.addresses.end()) return Verdict::kUnknown;
  reach.source = *source;
  reach.source_network = nic.network;
  reach.back = paths.Trace(target.placement, *source);
  const Verdict verdict = VerdictOf(model, paths, *reach.back, from, {*source, nic.network});
  // With SOURCEVIPA a z/OS sends from a virtual address, and answers go there.
  const bool may_differ = !model.SystemOf(model.at(from)).vipas.empty();
  return verdict != Verdict::kReached && may_differ ? Verdict::kUnknown : verdict;
}

Reach Judge(const Model& model, const Paths& paths, PlacementId from, const Target& target, const Goal& goal) {
  Reach reach;
  reach.goal = goal;
  reach.there = paths.Trace(from, goal.ip);
  reach.verdict = VerdictOf(model, paths, reach.there, target.placement, goal);
  if (reach.verdict == Verdict::kReached && target.placement.valid() && !reach.there.steps.empty())
    reach.verdict = JudgeBack(model, paths, from, target, reach);
  if (reach.verdict != Verdict::kReached &&
      (PassesFaulty(paths, reach.there) || (reach.back && PassesFaulty(paths, *reach.back))))
    reach.verdict = Verdict::kUnknown;
  return reach;
}

bool CameFurther(const Reach& a, const Reach& b) {
  if (a.back.has_value() != b.back.has_value()) return a.back.has_value();
  return a.broken().steps.size() > b.broken().steps.size();
}

}  // namespace

Target TargetOf(const Model& model, PlacementId id) {
  const Placement& placement = model.at(id);
  Target target{id, {}, false};
  for (const model::PlacedNic& nic : placement.nics) {
    const auto& subnet = model.PlanOf(placement.site, nic.network).subnet;
    if (nic.addresses.empty() || !subnet.known()) target.unknown = true;
    for (const IpAddress& ip : nic.addresses) {
      const bool usable = subnet.known() && subnet->Contains(ip) && !subnet->IsReserved(ip);  // else HS2402
      if (usable)
        target.goals.push_back({ip, nic.network});
      else
        target.unknown = true;
    }
  }
  for (const model::Vipa& vipa : model.SystemOf(placement).vipas) {
    if (const auto ip = model.Resolve(placement.site, vipa.address))
      target.goals.push_back({*ip, {}});
    else
      target.unknown = true;
  }
  return target;
}

Target TargetOf(const Model& model, model::SiteId site, const model::System& external) {
  Target target;
  for (const model::Address& address : external.addresses) {
    if (const auto ip = model.Resolve(site, address))
      target.goals.push_back({*ip, address.network});
    else
      target.unknown = true;
  }
  return target;
}

Reach ReachOf(const Model& model, const Paths& paths, PlacementId from, const Target& target) {
  std::optional<Reach> worst;
  bool unknown = target.unknown || target.goals.empty() || target.goals.size() > kMostGoals;
  for (std::size_t i = 0; i < std::min(target.goals.size(), kMostGoals); ++i) {
    Reach reach = Judge(model, paths, from, target, target.goals[i]);
    if (reach.verdict == Verdict::kReached) return reach;
    if (reach.verdict == Verdict::kUnknown) {
      unknown = true;
      continue;
    }
    // One that may yet be reached says more than those that can't.
    if (!worst || reach.verdict < worst->verdict || (reach.verdict == worst->verdict && CameFurther(reach, *worst)))
      worst = std::move(reach);
  }
  if (unknown || !worst) return {};
  return std::move(*worst);
}

}  // namespace hotsite::rules
