// A hand-made model of a small shop for the tests of the backends that write systems' network files: built entity by
// entity, without a spec, so that a test says exactly what its system has.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "backends/backend.h"
#include "compiler/values/ip_address.h"

namespace hotsite::testing {

class HostModel {
 public:
  model::Model model;
  requirements::Requirements requirements;

  /// A network, in force at all sites that exist and will exist; `gateway` 0: none.
  model::NetworkId AddNetwork(std::string name, std::string_view subnet, std::int64_t gateway = 0);
  model::SystemId AddSystem(model::SystemKind kind, std::string name, model::SystemId parent = {});
  void AddNic(model::SystemId system, std::uint16_t device, model::NetworkId network, std::int64_t index);
  /// A site with one machine.
  model::SiteId AddSite(std::string name, bool recovery);
  void Readdress(model::SiteId site, model::NetworkId network, std::string_view subnet);
  model::CarrierId AddCarrier(model::SiteId site, model::Carrier::Kind kind, std::string name, unsigned frame = 0);
  /// Places a system in a partition of its own, or under `host`, with its NICs attached to nothing.
  model::PlacementId Place(model::SiteId site, model::SystemId system, model::PlacementId host = {});
  std::size_t AddLan(model::PlacementId host, model::Lan::Kind kind, std::string name, model::LanType type,
                     model::Transport transport, unsigned frame = 0);
  void AttachLan(model::PlacementId placement, std::size_t nic, std::size_t lan);
  void AttachDevices(model::PlacementId placement, std::size_t nic, model::CarrierId carrier, std::uint16_t first);
  /// The same with a device that the vendor says; the question is `id`.
  void AttachOpen(model::PlacementId placement, std::size_t nic, model::CarrierId carrier, std::string id);
  /// SLES 10 SP2 for all Linux systems.
  void UseSuse();

  backends::BuildInput Input();
  /// All artifacts of a backend by path.
  std::map<std::string, backends::Artifact> Run(const backends::BackendInfo& backend);
};

/// The shop of the story, cut down: PRODA, and VMPROD with its router and one guest, at home and at the hot site.
struct SmallShop : HostModel {
  model::NetworkId office, inside, database;
  model::SystemId proda, vmprod, router, guest;
  model::SiteId home, hotsite;
  model::PlacementId proda_there, vmprod_there, router_there, guest_there;
  SmallShop();

 private:
  void PlaceAll(model::SiteId site);
};

model::Address AddressIn(model::NetworkId network, std::int64_t index);

}  // namespace hotsite::testing
