// The properties of what a site has: machines, partitions, what carries networks; of networks and of the contract.
#include "compiler/model/readings.h"

namespace hotsite::model {
namespace {

using enum Kind;
using enum ValueType;

const Machine& MachineOf(const Model& model, Thing thing) { return model.machines[thing.first]; }
Reading MachineName(const Model& model, Thing thing) { return MachineOf(model, thing).name; }
Reading MachineModelName(const Model& model, Thing thing) {
  const Stated<MachineModelId>& id = MachineOf(model, thing).model;
  if (id.open()) return LeftToVendor{};
  return TextReading(id.known() ? model.at(*id).name : "");
}
Reading MachineMemory(const Model& model, Thing thing) { return QuantityReading(MachineOf(model, thing).memory); }
Reading Engines(const Model& model, Thing thing) {
  std::int64_t count = 0;
  for (const EngineCount& engines : MachineOf(model, thing).engines) count += engines.count;
  return count == 0 ? Reading(NotSaid{}) : Reading(count);
}
Reading TapeDriveCount(const Model& model, Thing thing) {
  const auto& tape = MachineOf(model, thing).tape;
  return tape ? QuantityReading(tape->count) : Reading(NotSaid{});
}
Reading Partitions(const Model& model, Thing thing) {
  std::vector<Thing> things;
  for (const PartitionId id : MachineOf(model, thing).partitions) things.push_back({kPartition, id.index, 0});
  return things;
}
template <Carrier::Kind carrier_kind, Kind kind>
Reading Carriers(const Model& model, Thing thing) {
  std::vector<Thing> things;
  for (const CarrierId id : MachineOf(model, thing).carriers) {
    if (model.at(id).kind == carrier_kind) things.push_back({kind, id.index, 0});
  }
  return things;
}

const Partition& PartitionOf(const Model& model, Thing thing) { return model.partitions[thing.first]; }
const Placement* OccupantOf(const Model& model, Thing thing) {
  const PlacementId occupant = PartitionOf(model, thing).occupant;
  return occupant.valid() ? &model.at(occupant) : nullptr;
}
const Resources& ResourcesOf(const Model& model, Thing thing) {
  const Placement* occupant = OccupantOf(model, thing);
  return occupant == nullptr ? PartitionOf(model, thing).said_here : occupant->resources;
}
Reading PartitionName(const Model& model, Thing thing) { return PartitionOf(model, thing).name; }
Reading PartitionSystem(const Model& model, Thing thing) {
  const Placement* occupant = OccupantOf(model, thing);
  return TextReading(occupant == nullptr ? "" : model.SystemOf(*occupant).name);
}
Reading PartitionTier(const Model& model, Thing thing) {
  const Placement* occupant = OccupantOf(model, thing);
  return TextReading(occupant == nullptr ? "" : ToString(TierOf(model, model.SystemOf(*occupant))));
}
Reading PartitionProcessors(const Model& model, Thing thing) {
  return QuantityReading(ResourcesOf(model, thing).processors);
}
Reading PartitionSharing(const Model& model, Thing thing) {
  const Stated<Sharing>& sharing = ResourcesOf(model, thing).sharing;
  return TextReading(sharing.known() ? ToString(*sharing) : "");
}
Reading PartitionMemory(const Model& model, Thing thing) { return QuantityReading(ResourcesOf(model, thing).memory); }
Reading PartitionXstore(const Model& model, Thing thing) { return QuantityReading(ResourcesOf(model, thing).xstore); }

const Carrier& CarrierOf(const Model& model, Thing thing) { return model.carriers[thing.first]; }
Reading CarrierName(const Model& model, Thing thing) { return CarrierOf(model, thing).name; }
Reading CarrierNetworks(const Model& model, Thing thing) {
  return NamesReading(model, CarrierOf(model, thing).networks);
}
Reading Chpids(const Model& model, Thing thing) { return QuantityReading(CarrierOf(model, thing).chpids); }

const NetworkPlan& PlanOf(const Model& model, Thing thing) { return model.PlanOf({thing.second}, {thing.first}); }
Reading NetworkName(const Model& model, Thing thing) { return model.networks[thing.first].name; }
Reading NetworkComment(const Model& model, Thing thing) { return TextReading(model.networks[thing.first].doc); }
Reading SubnetText(const Model& model, Thing thing) {
  const Stated<Subnet>& subnet = PlanOf(model, thing).subnet;
  return TextReading(subnet.known() ? subnet->ToString() : "");
}
std::string AddressText(const Model& model, Thing thing, const Address& address) {
  const auto resolved = model.Resolve({thing.second}, address);
  return resolved ? resolved->ToString() : "";
}
Reading Gateway(const Model& model, Thing thing) {
  const auto& gateway = PlanOf(model, thing).gateway;
  return TextReading(gateway ? AddressText(model, thing, *gateway) : "");
}
Reading NameServers(const Model& model, Thing thing) {
  std::vector<std::string> servers;
  for (const Address& address : PlanOf(model, thing).dns) servers.push_back(AddressText(model, thing, address));
  return servers;
}
Reading Domain(const Model& model, Thing thing) { return TextReading(PlanOf(model, thing).domain.value_or("")); }
Reading Mtu(const Model& model, Thing thing) { return QuantityReading(PlanOf(model, thing).mtu); }
Reading Vlan(const Model& model, Thing thing) { return QuantityReading(PlanOf(model, thing).vlan); }

Reading RecoveryName(const Model& model, Thing) { return model.recovery->name; }
Reading Vendor(const Model& model, Thing) { return TextReading(model.recovery->vendor); }
Reading Contract(const Model& model, Thing) { return TextReading(model.recovery->contract); }
Reading TestLength(const Model& model, Thing) {
  const auto& test = model.recovery->test;
  return test ? Reading(test->from.MinutesUntil(test->to)) : Reading(NotSaid{});
}
Reading Ready(const Model& model, Thing) {
  const auto& ready = model.recovery->ready;
  return ready ? Reading(ready->minutes()) : Reading(NotSaid{});
}
Reading Sessions(const Model& model, Thing) {
  const auto& remote = model.recovery->remote;
  return remote ? Reading(remote->sessions) : Reading(NotSaid{});
}
Reading Contacts(const Model& model, Thing) { return PartsReading(kContact, 0, model.recovery->contacts.size()); }

const Contact& ContactOf(const Model& model, Thing thing) { return model.recovery->contacts[thing.second]; }
Reading ContactRole(const Model& model, Thing thing) { return ContactOf(model, thing).role; }
Reading ContactWho(const Model& model, Thing thing) {
  const Contact& contact = ContactOf(model, thing);
  return contact.who.open() ? Reading(LeftToVendor{}) : TextReading(contact.who.value_or(""));
}
Reading ContactPhone(const Model& model, Thing thing) { return TextReading(ContactOf(model, thing).phone); }
Reading ContactMay(const Model& model, Thing thing) { return ContactOf(model, thing).may; }

constexpr KindSet kCarriers = SetOf(kOsa, kHiperSockets);

constexpr Property kRows[] = {
    {"name", "", SetOf(kMachine), kText, false, "its name", MachineName},
    {"model", "", SetOf(kMachine), kName, false, "its model", MachineModelName, {}, Refers::kMachineModel},
    {"memory", "", SetOf(kMachine), kMemory, false, "its memory", MachineMemory},
    {"engines", "", SetOf(kMachine), kCount, false, "how many processors it has, of all types", Engines},
    {"tape", "", SetOf(kMachine), kCount, false, "how many tape drives it has", TapeDriveCount},
    {"partitions",
     "lpar",
     SetOf(kMachine),
     kList,
     false,
     "its partitions",
     Partitions,
     {},
     Refers::kNothing,
     kPartition},
    {"osa",
     "",
     SetOf(kMachine),
     kList,
     false,
     "its OSAs",
     Carriers<Carrier::Kind::kOsa, kOsa>,
     {},
     Refers::kNothing,
     kOsa},
    {"hipersockets",
     "",
     SetOf(kMachine),
     kList,
     false,
     "its HiperSockets",
     Carriers<Carrier::Kind::kHipersockets, kHiperSockets>,
     {},
     Refers::kNothing,
     kHiperSockets},

    {"name", "", SetOf(kPartition), kText, false, "its name", PartitionName},
    {"system", "", SetOf(kPartition), kName, false, "the system that runs in it", PartitionSystem, {}, Refers::kSystem},
    {"tier", "", SetOf(kPartition), kWord, false, "the tier of the system that runs in it", PartitionTier,
     "production|test|development"},
    {"processors", "", SetOf(kPartition), kCount, false, "its logical processors", PartitionProcessors},
    {"sharing", "", SetOf(kPartition), kWord, false, "whether its processors are its own", PartitionSharing,
     "dedicated|shared"},
    {"memory", "", SetOf(kPartition), kMemory, false, "its central storage", PartitionMemory},
    {"xstore", "", SetOf(kPartition), kMemory, false, "its expanded storage", PartitionXstore},

    {"name", "", kCarriers, kText, false, "its name", CarrierName},
    {"networks",
     "network",
     kCarriers,
     kName,
     true,
     "the networks that it carries",
     CarrierNetworks,
     {},
     Refers::kNetwork},
    {"chpids", "", SetOf(kOsa), kCount, false, "how many channel paths it has", Chpids},

    {"name", "", SetOf(kNetwork), kText, false, "its name", NetworkName},
    {"comment", "", SetOf(kNetwork), kText, false, "the `///` comment above its declaration", NetworkComment},
    {"subnet", "", SetOf(kNetwork), kText, false, "its addresses at the site", SubnetText},
    {"gateway", "", SetOf(kNetwork), kText, false, "the default route of its members at the site", Gateway},
    {"dns", "", SetOf(kNetwork), kText, true, "the name servers of its members", NameServers},
    {"domain", "", SetOf(kNetwork), kText, false, "the DNS domain of its members", Domain},
    {"mtu", "", SetOf(kNetwork), kCount, false, "the largest packet in bytes", Mtu},
    {"vlan", "", SetOf(kNetwork), kCount, false, "the VLAN that its frames are tagged with", Vlan},

    {"name", "", SetOf(kRecovery), kText, false, "its name", RecoveryName},
    {"vendor", "", SetOf(kRecovery), kText, false, "who is asked", Vendor},
    {"contract", "", SetOf(kRecovery), kText, false, "the contract or Schedule", Contract},
    {"test", "", SetOf(kRecovery), kDuration, false, "how long the test is", TestLength},
    {"ready", "", SetOf(kRecovery), kDuration, false, "how long before the test the configuration is complete", Ready},
    {"sessions", "", SetOf(kRecovery), kCount, false, "remote terminal sessions", Sessions},
    {"contacts", "contact", SetOf(kRecovery), kList, false, "its people", Contacts, {}, Refers::kNothing, kContact},
    {"role", "", SetOf(kContact), kText, false, "their role", ContactRole},
    {"who", "", SetOf(kContact), kText, false, "their name", ContactWho},
    {"phone", "", SetOf(kContact), kText, false, "their telephone number", ContactPhone},
    {"may", "", SetOf(kContact), kText, true, "what they may decide", ContactMay},
};

}  // namespace

std::span<const Property> SiteProperties() { return kRows; }

}  // namespace hotsite::model
