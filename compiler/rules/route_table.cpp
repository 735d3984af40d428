#include "compiler/rules/route_table.h"

#include <algorithm>

#include "compiler/model/host_network.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// Gateways that could become the default route of one family. More than one is undecided (HS2403).
struct Gateways {
  std::set<IpAddress> v4, v6;
  bool open = false;      // one is asked for, or can't be resolved
  bool unusable = false;  // one lies outside its network (HS2403)
};

bool Has(const model::PlacedNic& nic, const IpAddress& address) {
  return std::find(nic.addresses.begin(), nic.addresses.end(), address) != nic.addresses.end();
}

Gateways GatewaysOf(const Model& model, const Placement& placement) {
  Gateways gateways;
  for (const model::PlacedNic& nic : placement.nics) {
    const model::NetworkPlan& plan = model.PlanOf(placement.site, nic.network);
    if (plan.gateway_hole.valid()) gateways.open = true;
    if (!plan.gateway) continue;
    const std::optional<IpAddress> ip = model.Resolve(placement.site, *plan.gateway);
    if (!ip || !plan.subnet.known()) {
      gateways.open = true;
    } else if (!plan.subnet->Contains(*ip) && !model::IsLinkLocal(*ip)) {
      gateways.unusable = true;
    } else if (!Has(nic, *ip)) {
      (ip->is_v4() ? gateways.v4 : gateways.v6).insert(*ip);
    }
  }
  return gateways;
}

}  // namespace

RouteTable::RouteTable(const Model& model, const Placement& placement) {
  AddNetworks(model, placement);
  AddRoutes(model, placement);
}

void RouteTable::AddNetworks(const Model& model, const Placement& placement) {
  std::set<model::NetworkId> seen;  // of two interfaces on one network either will do
  for (std::size_t i = 0; i < placement.nics.size(); ++i) {
    const model::NetworkId network = placement.nics[i].network;
    const auto& subnet = model.PlanOf(placement.site, network).subnet;
    if (!subnet.known())
      incomplete_ = true;
    else if (seen.insert(network).second)
      Add(*subnet, {i, std::nullopt});
  }
}

void RouteTable::AddRoutes(const Model& model, const Placement& placement) {
  const model::HostRoutes routes = model::RoutesOf(model, placement);
  if (!routes.unwritten.empty()) incomplete_ = true;
  std::size_t written_v4 = 0, written_v6 = 0;
  for (const model::Route& route : model.SystemOf(placement).routes) {
    if (route.network.valid() || route.subnet) continue;
    const auto via = model.Resolve(placement.site, route.via);
    if (via) ++(via->is_v4() ? written_v4 : written_v6);
  }
  for (const model::Hop& hop : routes.hops) {
    auto& everything = hop.via.is_v4() ? default_v4_ : default_v6_;
    if (hop.destination)
      Add(*hop.destination, {hop.nic, hop.via});
    else if (!everything)
      everything = Exit{hop.nic, hop.via};
  }
  const Gateways gateways = GatewaysOf(model, placement);
  const auto undecided = [&](std::size_t written, std::size_t candidates) {
    return written > 1 || (written == 0 && (gateways.open || gateways.unusable || candidates > 1));
  };
  unknown_v4_ = undecided(written_v4, gateways.v4.size());
  unknown_v6_ = undecided(written_v6, gateways.v6.size());
}

void RouteTable::Add(const Subnet& subnet, Exit exit) {
  Entry& entry = levels_[-static_cast<int>(subnet.prefix())][subnet.network()];
  entry.subnet = subnet;
  // The kernel's own route to a connected network goes before one that is written for it: HS2422 tells.
  if (!entry.exits.empty() && exit.via && !entry.exits.begin()->via) return;
  entry.exits.insert(std::move(exit));
}

const RouteTable::Entry* RouteTable::LongestMatch(const IpAddress& to) const {
  for (const auto& [prefix, level] : levels_) {
    auto behind = level.upper_bound(to);
    if (behind == level.begin()) continue;
    const Entry& entry = (--behind)->second;
    if (entry.subnet.Contains(to)) return &entry;
  }
  return nullptr;
}

RouteTable::Found RouteTable::Find(const IpAddress& to) const {
  if (const Entry* entry = LongestMatch(to)) {
    if (entry->exits.size() > 1) return {};
    return {Answer::kExit, *entry->exits.begin(), false};
  }
  if (incomplete_ || (to.is_v4() ? unknown_v4_ : unknown_v6_)) return {};
  const auto& everything = to.is_v4() ? default_v4_ : default_v6_;
  if (!everything) return {Answer::kNoRoute, {}, false};
  return {Answer::kExit, *everything, true};
}

}  // namespace hotsite::rules
