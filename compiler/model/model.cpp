#include "compiler/model/model.h"

#include <algorithm>

#include "compiler/support/check.h"

namespace hotsite::model {
namespace {

/// The id of an entity from its place in the vector that holds it.
template <class IdType, class T>
IdType IdIn(const std::vector<T>& all, const T& one) {
  const auto offset = &one - all.data();
  HOTSITE_CHECK(offset >= 0 && static_cast<std::size_t>(offset) < all.size(),
                "an id was asked for a copy of an entity");
  return {static_cast<std::uint32_t>(offset)};
}

}  // namespace

const Nic& Model::NicOf(const Placement& placement, const PlacedNic& nic) const {
  const System& system = SystemOf(placement);
  return nic.of_tcpip ? system.tcpip->nics[nic.index] : system.nics[nic.index];
}

const Site* Model::home() const {
  const auto found = std::find_if(sites.begin(), sites.end(), [](const Site& site) { return !site.recovery; });
  return found == sites.end() ? nullptr : &*found;
}

std::vector<const Site*> Model::recovery_sites() const {
  std::vector<const Site*> result;
  for (const Site& site : sites) {
    if (site.recovery) result.push_back(&site);
  }
  return result;
}

const Placement* Model::Find(SiteId site, SystemId system) const {
  if (!site.valid() || site.index >= placed_.size()) return nullptr;
  const auto& placed = placed_[site.index];
  const auto found = std::lower_bound(placed.begin(), placed.end(), std::pair{system.index, std::uint32_t{0}});
  if (found == placed.end() || found->first != system.index) return nullptr;
  return &placements[found->second];
}

const StartOrder& Model::StartAt(SiteId site, SystemId system) const {
  const Placement* placement = Find(site, system);
  return placement == nullptr ? at(system).start : StartOf(*placement);
}

const System* Model::FindSystem(std::string_view name) const {
  const auto found = std::find_if(systems.begin(), systems.end(), [&](const System& s) { return s.name == name; });
  return found == systems.end() ? nullptr : &*found;
}

SystemId Model::IdOf(const System& system) const { return IdIn<SystemId>(systems, system); }
SiteId Model::IdOf(const Site& site) const { return IdIn<SiteId>(sites, site); }
PlacementId Model::IdOf(const Placement& placement) const { return IdIn<PlacementId>(placements, placement); }
NetworkId Model::IdOf(const Network& network) const { return IdIn<NetworkId>(networks, network); }

const NetworkPlan& Model::PlanOf(SiteId site, NetworkId network) const {
  const Site& where = at(site);
  // A site that was built before its plans were filled speaks as the declaration does.
  return network.index < where.plans.size() ? where.plans[network.index] : at(network).plan;
}

std::optional<IpAddress> Model::Resolve(SiteId site, const Address& address) const {
  if (!address.network.valid()) return address.literal;
  const NetworkPlan& plan = PlanOf(site, address.network);
  return plan.subnet.known() ? plan.subnet->Member(address.index) : std::nullopt;
}

void Model::IndexPlacements() {
  placed_.assign(sites.size(), {});
  for (std::uint32_t i = 0; i < placements.size(); ++i) {
    const Placement& placement = placements[i];
    placed_[placement.site.index].emplace_back(placement.system.index, i);
  }
  for (auto& placed : placed_) std::sort(placed.begin(), placed.end());
}

}  // namespace hotsite::model
