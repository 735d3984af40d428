#include "compiler/rules/routers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace hotsite::rules {
namespace {

using model::Address;
using model::Model;
using model::NetworkId;
using model::PlacementId;
using model::SiteId;
using model::SystemId;

using NetworkAddress = std::pair<NetworkId, IpAddress>;
using Owners = std::map<NetworkAddress, SystemId>;

/// The gateways at this site, and the next hops of routes on each network that they may be on: few, however many
/// systems there are.
std::set<NetworkAddress> NextHopsAt(const Model& model, SiteId site) {
  std::set<NetworkAddress> hops;
  const auto add = [&](NetworkId network, const Address& address) {
    if (const auto ip = model.Resolve(site, address)) hops.emplace(network, *ip);
  };
  for (std::uint32_t i = 0; i < model.networks.size(); ++i) {
    if (const auto& gateway = model.PlanOf(site, NetworkId{i}).gateway) add(NetworkId{i}, *gateway);
  }
  for (PlacementId id : model.at(site).placements) {
    const model::Placement& placement = model.at(id);
    for (const model::Route& route : model.SystemOf(placement).routes) {
      for (const model::PlacedNic& nic : placement.nics) add(nic.network, route.via);
    }
  }
  return hops;
}

/// Who has which of the next hops, of all systems of ours, placed here or not, as addresses are at this site.
Owners OwnersAt(const Model& model, SiteId site) {
  const std::set<NetworkAddress> hops = NextHopsAt(model, site);
  Owners owners;
  for (const model::System& system : model.systems) {
    const auto add = [&](const std::vector<model::Nic>& nics) {
      for (const model::Nic& nic : nics) {
        for (const Address& address : nic.addresses) {
          const auto ip = model.Resolve(site, address);
          if (ip && hops.contains({nic.network, *ip})) owners.try_emplace({nic.network, *ip}, model.IdOf(system));
        }
      }
    };
    add(system.nics);
    if (system.tcpip) add(system.tcpip->nics);
  }
  return owners;
}

class Collector {
 public:
  Collector(const Model& model, SiteId site) : model_(model), site_(site), owners_(OwnersAt(model, site)) {
    for (std::size_t i = 0; i < model.networks.size(); ++i) {
      const NetworkId network{static_cast<std::uint32_t>(i)};
      const auto& gateway = model.PlanOf(site, network).gateway;
      gateways_.push_back(gateway ? OwnerOf(network, *gateway) : SystemId{});
    }
    populated_.resize(model.networks.size(), false);
  }

  std::vector<Router> Collect() {
    const auto& placements = model_.at(site_).placements;
    for (PlacementId id : placements) {
      for (const model::PlacedNic& nic : model_.at(id).nics) populated_[nic.network.index] = true;
    }
    for (PlacementId id : placements) Look(id);
    return std::move(routers_);
  }

 private:
  SystemId OwnerOf(NetworkId network, const Address& address) const {
    const auto ip = model_.Resolve(site_, address);
    if (!ip) return {};
    const auto found = owners_.find({network, *ip});
    return found == owners_.end() ? SystemId{} : found->second;
  }

  void Look(PlacementId id) {
    const model::Placement& placement = model_.at(id);
    for (const model::PlacedNic& nic : placement.nics) Add(gateways_[nic.network.index], nic.network, id);
    for (const model::Route& route : model_.SystemOf(placement).routes) {
      if (route.network.valid() && !populated_[route.network.index]) continue;
      for (const model::PlacedNic& nic : placement.nics) Add(OwnerOf(nic.network, route.via), nic.network, id);
    }
  }

  void Add(SystemId router, NetworkId network, PlacementId dependent) {
    if (!router.valid() || model_.at(dependent).system == router) return;
    const auto [it, is_new] = index_.try_emplace(router, routers_.size());
    if (is_new) routers_.push_back({router, {}, {}});
    Router& found = routers_[it->second];
    if (std::find(found.networks.begin(), found.networks.end(), network) == found.networks.end())
      found.networks.push_back(network);
    if (found.dependents.empty() || found.dependents.back() != dependent) found.dependents.push_back(dependent);
  }

  const Model& model_;
  SiteId site_;
  Owners owners_;
  std::vector<SystemId> gateways_;  // by network
  std::vector<bool> populated_;     // by network: it has members here
  std::map<SystemId, std::size_t> index_;
  std::vector<Router> routers_;
};

}  // namespace

std::optional<NetworkId> DeafOn(const Model& model, const Router& router) {
  const model::System& system = model.at(router.system);
  if (!system.is_linux()) return std::nullopt;
  const auto& forwards = system.forwards;
  const auto deaf = std::find_if(router.networks.begin(), router.networks.end(), [&](NetworkId network) {
    return forwards.size() < 2 || std::find(forwards.begin(), forwards.end(), network) == forwards.end();
  });
  return deaf == router.networks.end() ? std::nullopt : std::optional(*deaf);
}

std::set<SystemId> DeafRoutersAt(const Model& model, SiteId site) {
  std::set<SystemId> deaf;
  for (const Router& router : RoutersAt(model, site)) {
    if (DeafOn(model, router)) deaf.insert(router.system);
  }
  return deaf;
}

std::vector<Router> RoutersAt(const Model& model, SiteId site) { return Collector(model, site).Collect(); }

}  // namespace hotsite::rules
