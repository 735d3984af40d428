#include "compiler/model/segments.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace hotsite::model {
namespace {

/// Sets that are joined two at a time.
class DisjointSets {
 public:
  std::size_t Add() {
    parents_.push_back(parents_.size());
    return parents_.size() - 1;
  }
  std::size_t Find(std::size_t node) {
    while (parents_[node] != node) node = parents_[node] = parents_[parents_[node]];
    return node;
  }
  void Join(std::size_t a, std::size_t b) { parents_[Find(a)] = Find(b); }

 private:
  std::vector<std::size_t> parents_;
};

/// Builds the segments of every network that `only` selects (an invalid id: of all) in one pass over a site.
class Builder {
 public:
  Builder(const Model& model, SiteId site, NetworkId only) : model_(model), site_(site), only_(only) {}

  std::vector<std::vector<Segment>> Build() {
    for (PlacementId id : model_.at(site_).placements) AddLans(id);
    for (PlacementId id : model_.at(site_).placements) AddMembers(id);
    std::vector<std::vector<Segment>> result(model_.networks.size());
    for (int carried = 1; carried >= 0; --carried) {  // members that nothing carries come last
      for (const Entry& entry : members_) {
        if (entry.carried == (carried == 1)) Place(entry, result);
      }
    }
    for (const auto& [key, node] : lans_) {
      if (Segment* s = SegmentOf(node, result)) s->lans.emplace_back(PlacementId{std::get<1>(key)}, std::get<2>(key));
    }
    for (const auto& [key, node] : carriers_) {
      if (Segment* s = SegmentOf(node, result)) s->carriers.push_back(CarrierId{key.second});
    }
    return result;
  }

 private:
  struct Entry {
    Member member;
    NetworkId network;
    std::size_t node;
    bool carried;
  };
  using LanKey = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;  // network, host, lan
  using CarrierKey = std::pair<std::uint32_t, std::uint32_t>;            // network, carrier

  bool Wanted(NetworkId network) const { return !only_.valid() || only_ == network; }

  std::size_t LanNode(NetworkId network, PlacementId host, std::size_t lan) {
    const auto [it, is_new] = lans_.try_emplace(LanKey{network.index, host.index, lan}, 0);
    if (is_new) it->second = sets_.Add();
    return it->second;
  }

  std::size_t CarrierNode(NetworkId network, CarrierId carrier) {
    const auto [it, is_new] = carriers_.try_emplace(CarrierKey{network.index, carrier.index}, 0);
    if (!is_new) return it->second;
    it->second = sets_.Add();
    if (model_.at(carrier).is_osa()) {  // the LAN outside joins the network's OSAs
      const auto [outside, first] = outside_.try_emplace(network.index, it->second);
      if (!first) sets_.Join(it->second, outside->second);
    }
    return it->second;
  }

  void Attach(std::size_t node, NetworkId network, const Attachment& attachment) {
    if (attachment.kind == Attachment::Kind::kLan) sets_.Join(node, LanNode(network, attachment.host, attachment.lan));
    if (attachment.kind == Attachment::Kind::kDevices) sets_.Join(node, CarrierNode(network, attachment.carrier));
  }

  void AddLans(PlacementId id) {
    const Placement& placement = model_.at(id);
    for (std::size_t i = 0; i < placement.lans.size(); ++i) {
      for (NetworkId network : placement.lans[i].lan.networks) {
        if (!Wanted(network)) continue;
        const std::size_t node = LanNode(network, id, i);
        for (const Attachment& uplink : placement.lans[i].uplinks) Attach(node, network, uplink);
      }
    }
  }

  void AddMembers(PlacementId id) {
    const Placement& placement = model_.at(id);
    for (std::size_t i = 0; i < placement.nics.size(); ++i) {
      const PlacedNic& nic = placement.nics[i];
      if (!nic.network.valid() || !Wanted(nic.network)) continue;
      const std::size_t node = sets_.Add();
      Attach(node, nic.network, nic.attachment);
      members_.push_back({{id, i}, nic.network, node, nic.attachment.kind != Attachment::Kind::kNone});
    }
  }

  void Place(const Entry& entry, std::vector<std::vector<Segment>>& result) {
    std::vector<Segment>& segments = result[entry.network.index];
    const auto [it, is_new] = segment_of_.try_emplace(sets_.Find(entry.node), entry.network, segments.size());
    if (is_new) segments.emplace_back();
    segments[it->second.second].members.push_back(entry.member);
  }

  /// The segment that holds `node`; nothing when it has no members.
  Segment* SegmentOf(std::size_t node, std::vector<std::vector<Segment>>& result) {
    const auto found = segment_of_.find(sets_.Find(node));
    return found == segment_of_.end() ? nullptr : &result[found->second.first.index][found->second.second];
  }

  const Model& model_;
  SiteId site_;
  NetworkId only_;
  DisjointSets sets_;
  std::vector<Entry> members_;
  std::map<LanKey, std::size_t> lans_;
  std::map<CarrierKey, std::size_t> carriers_;
  std::map<std::uint32_t, std::size_t> outside_;
  std::map<std::size_t, std::pair<NetworkId, std::size_t>> segment_of_;
};

/// Whether some system of the spec has `address` on `network`, placed or not.
bool IsOurs(const Model& model, NetworkId network, const Address& address) {
  const auto has = [&](const Nic& nic) {
    return nic.network == network &&
           std::find(nic.addresses.begin(), nic.addresses.end(), address) != nic.addresses.end();
  };
  return std::any_of(model.systems.begin(), model.systems.end(), [&](const System& system) {
    return std::any_of(system.nics.begin(), system.nics.end(), has) ||
           (system.tcpip && std::any_of(system.tcpip->nics.begin(), system.tcpip->nics.end(), has));
  });
}

}  // namespace

std::vector<Segment> SegmentsOf(const Model& model, SiteId site, NetworkId network) {
  return std::move(Builder(model, site, network).Build()[network.index]);
}

std::vector<std::vector<Segment>> SegmentsAt(const Model& model, SiteId site) {
  return Builder(model, site, NetworkId{}).Build();
}

bool HasOutside(const Model& model, SiteId site, NetworkId network) {
  const std::optional<Address>& gateway = model.PlanOf(site, network).gateway;
  if (!gateway || IsOurs(model, network, *gateway)) return false;
  const std::optional<IpAddress> address = model.Resolve(site, *gateway);
  return !address || OwnerOf(model, site, network, *address) == nullptr;
}

const Placement* OwnerOf(const Model& model, SiteId site, NetworkId network, const IpAddress& address) {
  for (PlacementId id : model.at(site).placements) {
    const Placement& placement = model.at(id);
    for (const PlacedNic& nic : placement.nics) {
      if (nic.network != network) continue;
      if (std::find(nic.addresses.begin(), nic.addresses.end(), address) != nic.addresses.end()) return &placement;
    }
  }
  return nullptr;
}

}  // namespace hotsite::model
