#include "compiler/rules/paths.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/rules/supply.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::PlacementId;
using model::System;

/// How many systems a packet passes before it is dropped. Source: RFC 1340 (Assigned Numbers), default time to live.
constexpr std::size_t kMostHops = 64;

void AppendAddress(const model::Address& address, std::string& key) {
  key += fmt::format("{}.{}.{},", address.network.index, address.index,
                     address.network.valid() ? "" : address.literal.ToString());
}

/// What a system's table depends on; systems with equal keys have equal tables.
std::string TableKey(const Model& model, PlacementId id) {
  const Placement& placement = model.at(id);
  std::string key;
  for (const model::PlacedNic& nic : placement.nics) {
    key += fmt::format("{},", nic.network.index);
    const auto& gateway = model.PlanOf(placement.site, nic.network).gateway;
    const auto ip = gateway ? model.Resolve(placement.site, *gateway) : std::nullopt;
    // A gateway has no route through itself.
    if (ip && std::find(nic.addresses.begin(), nic.addresses.end(), *ip) != nic.addresses.end())
      return fmt::format("={}", id.index);
  }
  for (const model::Route& route : model.SystemOf(placement).routes) {
    key += fmt::format("|{}/{}:", route.network.index, route.subnet ? route.subnet->ToString() : "");
    AppendAddress(route.via, key);
  }
  return key;
}

}  // namespace

bool ForwardsFrom(const System& system, NetworkId network) {
  return Forwards(system, network) && (!system.is_linux() || system.forwards.size() > 1);
}

Paths::Paths(const Model& model, model::SiteId site)
    : model_(model), network_(model, site), table_of_(model.placements.size(), nullptr) {}

const RouteTable& Paths::TableOf(PlacementId id) const {
  const RouteTable*& table = table_of_[id.index];
  if (table != nullptr) return *table;
  auto& shared = tables_[TableKey(model_, id)];
  if (!shared) shared = std::make_unique<RouteTable>(model_, model_.at(id));
  table = shared.get();
  return *table;
}

/// A part of the network that ends at a vswitch without uplink on purpose is nobody else's finding; all others are.
bool Paths::ApartOnPurpose(SegmentIndex here, SegmentIndex there) const {
  if (IsUncarried(network_.at(here)) || IsUncarried(network_.at(there))) return false;
  const auto ends = [&](SegmentIndex segment) {
    const auto& lans = network_.at(segment).lans;
    return std::any_of(lans.begin(), lans.end(), [&](const auto& lan) {
      const model::PlacedLan& placed = model_.at(lan.first).lans[lan.second];
      return placed.lan.local && EndsAt(placed);
    });
  };
  return ends(here) || ends(there);
}

Way::End Paths::Deliver(Way& way, Place& place, const Exit& exit, const IpAddress& to) const {
  const NetworkId network = model_.at(place.placement).nics[exit.nic].network;
  const SegmentIndex segment = network_.SegmentOf(place.placement, exit.nic);
  if (IsUncarried(network_.at(segment))) return Way::End::kUnknown;  // HS2407
  const Answering next = network_.WhoHas(network, segment, exit.via ? *exit.via : to);
  switch (next.who) {
    case Answering::Who::kPlaced:
      place = {next.placement, next.nic};
      return exit.via ? Way::End::kOnTheWay : Way::End::kArrives;
    case Answering::Who::kApart:
      way.apart = next.placement;
      return ApartOnPurpose(segment, network_.SegmentOf(next.placement, next.nic)) ? Way::End::kApart
                                                                                   : Way::End::kUnknown;
    case Answering::Who::kMissing:
      return exit.via ? Way::End::kUnknown : Way::End::kMissing;  // HS2408
    case Answering::Who::kOutside:
      break;
  }
  way.via = exit.via;
  if (!exit.via) place = {};
  return exit.via ? Way::End::kOutside : Way::End::kArrives;
}

Way::End Paths::Hop(Way& way, Place& place, const IpAddress& to) const {
  const Placement& placement = model_.at(place.placement);
  const System& system = model_.SystemOf(placement);
  if (network_.HasVirtual(place.placement, to)) return Way::End::kArrives;
  const RouteTable::Found found = TableOf(place.placement).Find(to);
  const Exit& exit = found.exit;
  const bool direct = found.answer == RouteTable::Answer::kExit && !exit.via;
  if (direct && network_.Has(place.placement, exit.nic, to)) return Way::End::kArrives;
  const bool passing = place.nic.has_value();
  if (passing && !ForwardsFrom(system, placement.nics[*place.nic].network)) return Way::End::kUnknown;  // HS2408
  if (found.answer == RouteTable::Answer::kUnknown) return Way::End::kUnknown;
  if (found.answer == RouteTable::Answer::kNoRoute) return Way::End::kNoRoute;
  way.steps.push_back({place.placement, exit.nic});
  way.by_default = found.by_default;
  if (passing && !Forwards(system, placement.nics[exit.nic].network)) return Way::End::kNotForwarded;
  return Deliver(way, place, exit, to);
}

Way Paths::Walk(Place place, const IpAddress& to) const {
  Way way;
  way.end = Way::End::kOnTheWay;
  while (way.end == Way::End::kOnTheWay) {
    const bool again =
        std::any_of(way.steps.begin(), way.steps.end(), [&](const Step& step) { return step.from == place.placement; });
    if (again)
      way.end = Way::End::kCircle;
    else
      way.end = way.steps.size() < kMostHops ? Hop(way, place, to) : Way::End::kUnknown;
  }
  way.at = place.placement;
  return way;
}

}  // namespace hotsite::rules
