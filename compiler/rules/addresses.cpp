#include "compiler/rules/addresses.h"

#include <fmt/format.h>

#include <iterator>
#include <map>

namespace hotsite::rules {

using model::Address;
using model::Model;

namespace {

/// The networks of a site by their subnets.
class Subnets {
 public:
  Subnets(const Model& model, model::SiteId site) {
    for (const model::Network& network : model.networks) {
      const auto& subnet = model.PlanOf(site, model.IdOf(network)).subnet;
      if (!subnet.known()) continue;
      auto& level = levels_[-static_cast<int>(subnet->prefix())];
      const auto [it, is_new] = level.try_emplace(subnet->network(), *subnet, model.IdOf(network));
      if (!is_new) it->second.second = {};  // two networks with one subnet
    }
  }

  model::NetworkId Holding(const IpAddress& ip) const {
    for (const auto& [prefix, level] : levels_) {
      const auto behind = level.upper_bound(ip);
      if (behind == level.begin()) continue;
      const auto& [subnet, network] = std::prev(behind)->second;
      if (subnet.Contains(ip)) return network;
    }
    return {};
  }

 private:
  using Level = std::map<IpAddress, std::pair<Subnet, model::NetworkId>>;
  std::map<int, Level> levels_;  // by prefix length, longest first (negated)
};

model::NetworkId NetworkOf(const Subnets& subnets, const Address& address, const std::optional<IpAddress>& ip) {
  if (address.network.valid() || !ip) return address.network;
  return subnets.Holding(*ip);
}

}  // namespace

std::vector<HeldAddress> AddressesAt(const Model& model, model::SiteId site) {
  std::vector<HeldAddress> all;
  for (model::PlacementId id : model.at(site).placements) {
    const model::Placement& placement = model.at(id);
    if (model.Find(site, placement.system) != &placement) continue;  // placed twice: HS2004
    for (const model::PlacedNic& placed : placement.nics) {
      for (const Address& address : model.NicOf(placement, placed).addresses) {
        all.push_back({placed.network, model.Resolve(site, address), &address, &model.SystemOf(placement)});
      }
    }
  }
  for (const model::System& system : model.systems) {
    if (system.kind != model::SystemKind::kExternal) continue;
    for (const Address& address : system.addresses) {
      if (address.network.valid()) all.push_back({address.network, model.Resolve(site, address), &address, &system});
    }
  }
  return all;
}

std::vector<HeldAddress> VirtualAddressesAt(const Model& model, model::SiteId site) {
  std::vector<HeldAddress> all;
  const Subnets subnets(model, site);
  for (model::PlacementId id : model.at(site).placements) {
    const model::System& system = model.SystemOf(model.at(id));
    if (model.Find(site, model.at(id).system) != &model.at(id)) continue;  // placed twice: HS2004
    for (const model::Vipa& vipa : system.vipas) {
      const auto ip = model.Resolve(site, vipa.address);
      all.push_back({NetworkOf(subnets, vipa.address, ip), ip, &vipa.address, &system, true});
    }
  }
  return all;
}

std::vector<HeldAddress> NumbersOfExternals(const Model& model, model::SiteId site) {
  std::vector<HeldAddress> all;
  const Subnets subnets(model, site);
  for (const model::System& system : model.systems) {
    if (system.kind != model::SystemKind::kExternal) continue;
    for (const Address& address : system.addresses) {
      if (!address.network.valid())
        all.push_back({NetworkOf(subnets, address, address.literal), address.literal, &address, &system});
    }
  }
  return all;
}

std::string ToString(const Model& model, const Address& address) {
  if (!address.network.valid()) return address.literal.ToString();
  return fmt::format("{}[{}]", model.at(address.network).name, address.index);
}

}  // namespace hotsite::rules
