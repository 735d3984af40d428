// The kinds of things: their words, how all of a site are found, how messages call one of them.
#include <fmt/format.h>

#include "compiler/model/readings.h"

namespace hotsite::model {
namespace {

using enum Kind;

/// Systems that are ours: what the vendor keeps in its own systems isn't judged by a company's rules.
template <class Wanted>
std::vector<Thing> SystemsAt(const Model& model, SiteId site, Kind kind, Wanted wanted) {
  std::vector<Thing> things;
  for (const PlacementId id : model.at(site).placements) {
    const Placement& placement = model.at(id);
    const System& system = model.SystemOf(placement);
    if (!system.vendors && wanted(placement, system)) things.push_back({kind, id.index, 0});
  }
  return things;
}

std::vector<Thing> Systems(const Model& model, SiteId site) {
  return SystemsAt(model, site, kSystem, [](const Placement&, const System&) { return true; });
}
std::vector<Thing> Zos(const Model& model, SiteId site) {
  return SystemsAt(model, site, kZos, [](const Placement&, const System& system) { return system.is_zos(); });
}
std::vector<Thing> Zvm(const Model& model, SiteId site) {
  return SystemsAt(model, site, kZvm, [](const Placement&, const System& system) { return system.is_zvm(); });
}
std::vector<Thing> Kvm(const Model& model, SiteId site) {
  return SystemsAt(model, site, kKvm, [](const Placement&, const System& system) { return system.is_kvm(); });
}
std::vector<Thing> CouplingFacilities(const Model& model, SiteId site) {
  return SystemsAt(model, site, kCoupling, [](const Placement&, const System& system) { return system.is_coupling(); });
}
std::vector<Thing> Linux(const Model& model, SiteId site) {
  return SystemsAt(model, site, kLinux, [](const Placement&, const System& system) { return system.is_linux(); });
}
std::vector<Thing> Guests(const Model& model, SiteId site) {
  return SystemsAt(model, site, kGuest,
                   [](const Placement& placement, const System&) { return placement.host.valid(); });
}

/// What all systems of a site have in the property called `name`, for those whose kind has it.
std::vector<Thing> OfSystems(const Model& model, SiteId site, Kind owner, std::string_view name) {
  const Property* property = FindProperty(owner, name);
  std::vector<Thing> things;
  for (const Thing& system : InfoOf(owner).all(model, site)) {
    const Reading reading = property->read(model, system);
    const auto& parts = std::get<std::vector<Thing>>(reading);
    things.insert(things.end(), parts.begin(), parts.end());
  }
  return things;
}
std::vector<Thing> Nics(const Model& model, SiteId site) { return OfSystems(model, site, kSystem, "nic"); }
std::vector<Thing> Disks(const Model& model, SiteId site) { return OfSystems(model, site, kLinux, "disk"); }
std::vector<Thing> Vswitches(const Model& model, SiteId site) { return OfSystems(model, site, kZvm, "vswitch"); }
std::vector<Thing> GuestLans(const Model& model, SiteId site) { return OfSystems(model, site, kZvm, "guestlan"); }
std::vector<Thing> Bridges(const Model& model, SiteId site) { return OfSystems(model, site, kKvm, "bridge"); }

std::vector<Thing> Machines(const Model& model, SiteId site) {
  std::vector<Thing> things;
  for (const MachineId id : model.at(site).machines) things.push_back({kMachine, id.index, 0});
  return things;
}
std::vector<Thing> Partitions(const Model& model, SiteId site) {
  return OfSystems(model, site, kMachine, "partitions");
}
std::vector<Thing> Osas(const Model& model, SiteId site) { return OfSystems(model, site, kMachine, "osa"); }
std::vector<Thing> HiperSockets(const Model& model, SiteId site) {
  return OfSystems(model, site, kMachine, "hipersockets");
}

/// Those that a system of the site is on.
std::vector<Thing> Networks(const Model& model, SiteId site) {
  std::vector<bool> used(model.networks.size(), false);
  for (const PlacementId id : model.at(site).placements) {
    for (const PlacedNic& nic : model.at(id).nics) used[nic.network.index] = true;
  }
  std::vector<Thing> things;
  for (std::uint32_t i = 0; i < used.size(); ++i) {
    if (used[i]) things.push_back({kNetwork, i, site.index});
  }
  return things;
}

/// The contract is one, however many sites it has: it belongs to the first.
bool IsFirstOfRecovery(const Model& model, SiteId site) {
  const auto sites = model.recovery_sites();
  return model.recovery && !sites.empty() && model.IdOf(*sites.front()) == site;
}
std::vector<Thing> Recoveries(const Model& model, SiteId site) {
  return IsFirstOfRecovery(model, site) ? std::vector<Thing>{{kRecovery, 0, 0}} : std::vector<Thing>();
}
std::vector<Thing> Contacts(const Model& model, SiteId site) { return OfSystems(model, site, kRecovery, "contacts"); }

// In the order of enum Kind.
constexpr KindInfo kKinds[] = {
    {kSystem, "system", "systems", "system", "systems", Systems},
    {kZos, "zos", "", "z/OS system", "z/OS systems", Zos},
    {kZvm, "zvm", "", "z/VM system", "z/VM systems", Zvm},
    {kKvm, "kvm", "", "KVM host", "KVM hosts", Kvm},
    {kLinux, "linux", "", "Linux system", "Linux systems", Linux},
    {kCoupling, "coupling", "", "coupling facility", "coupling facilities", CouplingFacilities},
    {kGuest, "guest", "guests", "guest", "guests", Guests},
    {kMachine, "machine", "machines", "machine", "machines", Machines},
    {kPartition, "partition", "lpar", "partition", "partitions", Partitions},
    {kNetwork, "network", "networks", "network", "networks", Networks},
    {kNic, "nic", "nics", "network interface", "network interfaces", Nics},
    {kDisk, "disk", "disks", "disk", "disks", Disks},
    {kVswitch, "vswitch", "vswitches", "vswitch", "vswitches", Vswitches},
    {kGuestLan, "guestlan", "guestlans", "guest LAN", "guest LANs", GuestLans},
    {kBridge, "bridge", "bridges", "bridge", "bridges", Bridges},
    {kOsa, "osa", "", "OSA", "OSAs", Osas},
    {kHiperSockets, "hipersockets", "", "HiperSockets channel", "HiperSockets channels", HiperSockets},
    {kRecovery, "recovery", "", "recovery", "recoveries", Recoveries},
    {kContact, "contact", "contacts", "contact", "contacts", Contacts},
};

constexpr bool InOrder() {
  std::size_t index = 0;
  for (const KindInfo& info : kKinds) {
    if (static_cast<std::size_t>(info.kind) != index++) return false;
  }
  return true;
}
static_assert(InOrder(), "kKinds stands in the order of enum Kind");

}  // namespace

std::span<const KindInfo> AllKinds() { return kKinds; }

const KindInfo& InfoOf(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

const KindInfo* FindKind(std::string_view word) {
  for (const KindInfo& info : kKinds) {
    if (info.word == word || (!word.empty() && info.other == word)) return &info;
  }
  return nullptr;
}

std::string TitleOf(const Model& model, Thing thing) {
  switch (thing.kind) {
    case kNic:
      return fmt::format("nic `{}` of `{}`", PlacementOf(model, thing).nics[thing.second].device.ToString(),
                         SystemOf(model, thing).name);
    case kDisk:
      return fmt::format("disk `{}` of `{}`", SystemOf(model, thing).disks[thing.second].device.ToString(),
                         SystemOf(model, thing).name);
    case kVswitch:
    case kGuestLan:
    case kBridge:
      return fmt::format("`{}` of `{}`", PlacementOf(model, thing).lans[thing.second].lan.name,
                         SystemOf(model, thing).name);
    default:
      return fmt::format("`{}`", SubjectOf(model, thing));
  }
}

std::string SubjectOf(const Model& model, Thing thing) {
  switch (thing.kind) {
    case kMachine:
      return model.machines[thing.first].name;
    case kPartition:
      return model.partitions[thing.first].name;
    case kNetwork:
      return model.networks[thing.first].name;
    case kOsa:
    case kHiperSockets:
      return model.carriers[thing.first].name;
    case kRecovery:
      return model.recovery->name;
    case kContact:
      return model.recovery->contacts[thing.second].role;
    default:
      return SystemOf(model, thing).name;
  }
}

Span PlaceOf(const Model& model, Thing thing) {
  switch (thing.kind) {
    case kMachine:
      return model.machines[thing.first].written.name;
    case kPartition:
      return model.partitions[thing.first].written.name;
    case kNetwork:
      return model.networks[thing.first].written.name;
    case kOsa:
    case kHiperSockets:
      return model.carriers[thing.first].written.name;
    case kRecovery:
      return model.recovery->written.name;
    case kContact:
      return model.recovery->contacts[thing.second].span;
    case kNic:
      return model.NicOf(PlacementOf(model, thing), PlacementOf(model, thing).nics[thing.second]).written.name;
    case kDisk:
      return SystemOf(model, thing).disks[thing.second].written.name;
    case kVswitch:
    case kGuestLan:
    case kBridge:
      return PlacementOf(model, thing).lans[thing.second].lan.written.name;
    default:
      return SystemOf(model, thing).written.name;
  }
}

}  // namespace hotsite::model
