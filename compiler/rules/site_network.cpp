#include "compiler/rules/site_network.h"

#include <algorithm>
#include <utility>

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::PlacementId;
using model::System;

template <class Visit>
void ForEachNic(const System& system, Visit visit) {
  for (const model::Nic& nic : system.nics) visit(nic);
  if (!system.tcpip) return;
  for (const model::Nic& nic : system.tcpip->nics) visit(nic);
}

}  // namespace

SiteNetwork::SiteNetwork(const Model& model, model::SiteId site) : model_(model), site_(site) {
  IndexSegments();
  IndexAddresses();
  FindFaults();
  IndexMissing();
  SpreadOutside();
}

void SiteNetwork::IndexSegments() {
  first_nic_.resize(model_.placements.size());
  for (PlacementId id : model_.at(site_).placements) {
    first_nic_[id.index] = segment_of_.size();
    segment_of_.resize(segment_of_.size() + model_.at(id).nics.size());
  }
  auto all = model::SegmentsAt(model_, site_);
  for (std::uint32_t network = 0; network < all.size(); ++network) {
    for (model::Segment& segment : all[network]) {
      const auto index = static_cast<SegmentIndex>(segments_.size());
      for (const model::Member& member : segment.members)
        segment_of_[first_nic_[member.placement.index] + member.nic] = index;
      segments_.push_back(std::move(segment));
      network_of_.push_back({network});
    }
  }
}

std::vector<IpAddress> SiteNetwork::VipasOf(PlacementId id) const {
  std::vector<IpAddress> vipas;
  for (const model::Vipa& vipa : model_.SystemOf(model_.at(id)).vipas) {
    if (const auto ip = model_.Resolve(site_, vipa.address)) vipas.push_back(*ip);
  }
  return vipas;
}

void SiteNetwork::IndexAddresses() {
  for (PlacementId id : model_.at(site_).placements) {
    const Placement& placement = model_.at(id);
    const std::vector<IpAddress> vipas = VipasOf(id);
    for (const IpAddress& ip : vipas) virtual_.emplace_back(id, ip);
    for (std::size_t i = 0; i < placement.nics.size(); ++i) {
      const model::PlacedNic& nic = placement.nics[i];
      for (const IpAddress& ip : nic.addresses) held_.push_back({nic.network, ip, SegmentOf(id, i), id, i});
      // z/OS answers for a virtual address that lies in the subnet of one of its interfaces (from knowledge).
      const auto& subnet = model_.PlanOf(site_, nic.network).subnet;
      for (const IpAddress& ip : vipas) {
        if (subnet.known() && subnet->Contains(ip)) held_.push_back({nic.network, ip, SegmentOf(id, i), id, i});
      }
    }
  }
  std::sort(held_.begin(), held_.end());
  std::sort(virtual_.begin(), virtual_.end());
}

bool SiteNetwork::HasVirtual(PlacementId placement, const IpAddress& address) const {
  return std::binary_search(virtual_.begin(), virtual_.end(), std::pair(placement, address));
}

bool SiteNetwork::Has(PlacementId placement, std::size_t nic, const IpAddress& address) const {
  const Held wanted{model_.at(placement).nics[nic].network, address, SegmentOf(placement, nic), placement, 0};
  const auto one = std::lower_bound(held_.begin(), held_.end(), wanted);
  return one != held_.end() && one->network == wanted.network && one->ip == address && one->segment == wanted.segment &&
         one->placement == placement;
}

void SiteNetwork::FindFaults() {
  faulty_.resize(model_.placements.size(), false);
  for (std::size_t i = 0; i < held_.size(); ++i) {
    const Held& one = held_[i];
    const auto& subnet = model_.PlanOf(site_, one.network).subnet;
    if (subnet.known() && (!subnet->Contains(one.ip) || subnet->IsReserved(one.ip)))
      faulty_[one.placement.index] = true;
    if (i == 0 || held_[i - 1].network != one.network || held_[i - 1].ip != one.ip) continue;
    faulty_[one.placement.index] = faulty_[held_[i - 1].placement.index] = true;
  }
  for (PlacementId id : model_.at(site_).placements) {
    for (const model::PlacedNic& nic : model_.at(id).nics) {
      const bool lacks = nic.addresses.size() < model_.NicOf(model_.at(id), nic).addresses.size();
      if (lacks) faulty_[id.index] = true;  // an address that the subnet doesn't have, or that waits for it
    }
  }
}

void SiteNetwork::IndexMissing() {
  for (std::uint32_t i = 0; i < model_.systems.size(); ++i) {
    if (model_.Find(site_, {i}) != nullptr) continue;
    ForEachNic(model_.systems[i], [&](const model::Nic& nic) {
      for (const model::Address& address : nic.addresses) {
        if (const auto ip = model_.Resolve(site_, address)) missing_.emplace_back(nic.network, *ip);
      }
    });
  }
  std::sort(missing_.begin(), missing_.end());
}

Answering SiteNetwork::WhoHas(NetworkId network, SegmentIndex segment, const IpAddress& address) const {
  const auto first_from = [&](SegmentIndex from) {
    const auto one = std::lower_bound(held_.begin(), held_.end(), Held{network, address, from, PlacementId{0}, 0});
    return one != held_.end() && one->network == network && one->ip == address ? &*one : nullptr;
  };
  const Held* here = first_from(segment);
  if (here != nullptr && here->segment == segment) return {Answering::Who::kPlaced, here->placement, here->nic};
  if (const Held* any = first_from(0)) return {Answering::Who::kApart, any->placement, any->nic};
  const bool missing = std::binary_search(missing_.begin(), missing_.end(), std::pair(network, address));
  return {missing ? Answering::Who::kMissing : Answering::Who::kOutside, {}, 0};
}

bool SiteNetwork::TouchesOutside(NetworkId network, const model::Segment& segment) const {
  if (std::any_of(segment.carriers.begin(), segment.carriers.end(),
                  [&](model::CarrierId carrier) { return model_.at(carrier).is_osa(); }))
    return true;
  const model::NetworkPlan& plan = model_.PlanOf(site_, network);
  if (plan.gateway_hole.valid()) return true;
  const auto gateway = plan.gateway ? model_.Resolve(site_, *plan.gateway) : std::nullopt;
  return gateway && WhoHas(network, static_cast<SegmentIndex>(&segment - segments_.data()), *gateway).who ==
                        Answering::Who::kOutside;
}

bool Forwards(const System& system, NetworkId network) {
  const auto& forwards = system.forwards;
  return !system.is_linux() || std::find(forwards.begin(), forwards.end(), network) != forwards.end();
}

/// The segments between which a system may forward.
std::vector<SegmentIndex> SiteNetwork::ForwardedBy(PlacementId id) const {
  const Placement& placement = model_.at(id);
  const System& system = model_.SystemOf(placement);
  std::vector<SegmentIndex> segments;
  if (placement.nics.size() < 2) return segments;
  for (std::size_t i = 0; i < placement.nics.size(); ++i) {
    if (Forwards(system, placement.nics[i].network)) segments.push_back(SegmentOf(id, i));
  }
  return segments;
}

void SiteNetwork::SpreadOutside() {
  outside_.resize(segments_.size(), FromOutside::kNever);
  std::vector<SegmentIndex> open;
  for (SegmentIndex i = 0; i < segments_.size(); ++i) {
    if (!TouchesOutside(network_of_[i], segments_[i])) continue;
    outside_[i] = FromOutside::kDirectly;
    open.push_back(i);
  }
  std::vector<bool> seen(model_.placements.size(), false);
  while (!open.empty()) {
    const SegmentIndex from = open.back();
    open.pop_back();
    for (const model::Member& member : segments_[from].members) {
      if (seen[member.placement.index]) continue;
      const auto between = ForwardedBy(member.placement);
      if (std::find(between.begin(), between.end(), from) == between.end()) continue;
      seen[member.placement.index] = true;
      for (SegmentIndex to : between) {
        if (outside_[to] != FromOutside::kNever) continue;
        outside_[to] = FromOutside::kThroughOurs;
        open.push_back(to);
      }
    }
  }
}

}  // namespace hotsite::rules
