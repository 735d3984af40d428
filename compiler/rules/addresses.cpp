#include "compiler/rules/addresses.h"

#include <fmt/format.h>

namespace hotsite::rules {

using model::Address;
using model::Model;

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

std::string ToString(const Model& model, const Address& address) {
  if (!address.network.valid()) return address.literal.ToString();
  return fmt::format("{}[{}]", model.at(address.network).name, address.index);
}

}  // namespace hotsite::rules
