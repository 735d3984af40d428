// The properties of systems and of what they have: interfaces, disks, switches.
#include <algorithm>
#include <optional>

#include "compiler/model/readings.h"

namespace hotsite::model {
namespace {

using enum Kind;
using enum ValueType;

constexpr KindSet kAnySystem = SetOf(kSystem, kZos, kZvm, kKvm, kLinux, kCoupling, kGuest);
constexpr KindSet kHypervisors = SetOf(kZvm, kKvm);

const Resources& ResourcesOf(const Model& model, Thing thing) { return PlacementOf(model, thing).resources; }

Reading Name(const Model& model, Thing thing) { return SystemOf(model, thing).name; }
Reading Comment(const Model& model, Thing thing) { return TextReading(SystemOf(model, thing).doc); }
Reading TierWord(const Model& model, Thing thing) {
  return TextReading(ToString(TierOf(model, SystemOf(model, thing))));
}
Reading Processors(const Model& model, Thing thing) { return QuantityReading(ResourcesOf(model, thing).processors); }
Reading SharingWord(const Model& model, Thing thing) {
  const Stated<Sharing>& sharing = ResourcesOf(model, thing).sharing;
  return TextReading(sharing.known() ? ToString(*sharing) : "");
}
Reading Memory(const Model& model, Thing thing) { return QuantityReading(ResourcesOf(model, thing).memory); }
Reading MaximumMemory(const Model& model, Thing thing) {
  const Resources& resources = ResourcesOf(model, thing);
  return QuantityReading(resources.max_memory.Over(resources.memory));
}
Reading Xstore(const Model& model, Thing thing) { return QuantityReading(ResourcesOf(model, thing).xstore); }
Reading Level(const Model& model, Thing thing) { return std::int64_t{PlacementOf(model, thing).level}; }
Reading HostName(const Model& model, Thing thing) {
  const PlacementId host = PlacementOf(model, thing).host;
  return TextReading(host.valid() ? model.SystemOf(model.at(host)).name : "");
}
Reading PartitionName(const Model& model, Thing thing) { return model.at(PlacementOf(model, thing).partition).name; }
Reading MachineName(const Model& model, Thing thing) { return model.at(PlacementOf(model, thing).machine).name; }
Reading Runs(const Model& model, Thing thing) { return SystemOf(model, thing).runs; }
Reading Needs(const Model& model, Thing thing) {
  std::vector<std::string> names;
  for (const Reference& need : SystemOf(model, thing).needs) names.push_back(model.at(need.system).name);
  return names;
}
Reading BackupMedia(const Model& model, Thing thing) {
  std::vector<std::string> media;
  for (const Backup& backup : SystemOf(model, thing).backups) {
    media.insert(media.end(), backup.media.begin(), backup.media.end());
  }
  return media;
}
Reading VolumeCount(const Model& model, Thing thing) {
  std::int64_t count = 0;
  for (const Volumes& volumes : SystemOf(model, thing).volumes) count += volumes.count;
  return count == 0 ? Reading(NotSaid{}) : Reading(count);
}
template <std::optional<Duration> Objective::* which>
Reading ObjectiveReading(const Model& model, Thing thing) {
  const std::optional<Objective>& objective = SystemOf(model, thing).objective;
  return objective && (*objective).*which ? Reading(((*objective).*which)->minutes()) : Reading(NotSaid{});
}
Reading Nics(const Model& model, Thing thing) {
  const std::vector<PlacedNic>& nics = PlacementOf(model, thing).nics;
  // Networks over another NIC's device stand behind the NICs; they are no interfaces that can fail or be lacking.
  const auto own = std::count_if(nics.begin(), nics.end(), [](const PlacedNic& nic) { return nic.has_device(); });
  return PartsReading(kNic, thing.first, static_cast<std::size_t>(own));
}
Reading RelativeShare(const Model& model, Thing thing) {
  const Stated<Share>& share = PlacementOf(model, thing).settings.share;
  return share.known() && !share->absolute ? Reading(share->amount) : Reading(NotSaid{});
}
Reading MacPrefix(const Model& model, Thing thing) {
  return TextReading(PlacementOf(model, thing).settings.mac_prefix.value_or(""));
}
Reading NetworkNames(const Model& model, Thing thing) {
  std::vector<std::string> names;
  for (const PlacedNic& nic : PlacementOf(model, thing).nics) names.push_back(model.at(nic.network).name);
  return names;
}
Reading Release(const Model& model, Thing thing) {
  const ReleaseId id = SystemOf(model, thing).release;
  return TextReading(id.valid() ? model.at(id).name : "");
}
Reading DistributionName(const Model& model, Thing thing) {
  const DistributionId id = SystemOf(model, thing).distribution;
  return TextReading(id.valid() ? model.at(id).name : "");
}
Reading Disks(const Model& model, Thing thing) {
  return PartsReading(kDisk, thing.first, SystemOf(model, thing).disks.size());
}
Reading Forwards(const Model& model, Thing thing) { return NamesReading(model, SystemOf(model, thing).forwards); }
Reading Guests(const Model& model, Thing thing) {
  std::vector<Thing> things;
  for (const PlacementId id : PlacementOf(model, thing).guests) things.push_back({kSystem, id.index, 0});
  return things;
}
template <Lan::Kind lan_kind, Kind kind>
Reading Lans(const Model& model, Thing thing) {
  const Placement& placement = PlacementOf(model, thing);
  std::vector<Thing> things;
  for (std::uint32_t i = 0; i < placement.lans.size(); ++i) {
    if (placement.lans[i].lan.kind == lan_kind) things.push_back({kind, thing.first, i});
  }
  return things;
}

const PlacedNic& NicOf(const Model& model, Thing thing) { return PlacementOf(model, thing).nics[thing.second]; }
Reading NicDevice(const Model& model, Thing thing) { return NicOf(model, thing).device.ToString(); }
Reading BondedWith(const Model& model, Thing thing) {
  const std::optional<std::size_t> first = NicOf(model, thing).bonded_with;
  return TextReading(first ? PlacementOf(model, thing).nics[*first].device.ToString() : "");
}
Reading NicNetwork(const Model& model, Thing thing) { return model.at(NicOf(model, thing).network).name; }
Reading NicAddresses(const Model& model, Thing thing) {
  std::vector<std::string> addresses;
  for (const IpAddress& address : NicOf(model, thing).addresses) addresses.push_back(address.ToString());
  return addresses;
}
Reading NicSystem(const Model& model, Thing thing) { return SystemOf(model, thing).name; }

const Disk& DiskOf(const Model& model, Thing thing) { return SystemOf(model, thing).disks[thing.second]; }
Reading DiskDevice(const Model& model, Thing thing) { return DiskOf(model, thing).device.ToString(); }
Reading DiskVolume(const Model& model, Thing thing) { return TextReading(DiskOf(model, thing).volume); }
Reading DiskModelName(const Model& model, Thing thing) {
  const DiskModelId id = DiskOf(model, thing).model;
  return TextReading(id.valid() ? model.at(id).name : "");
}
Reading DiskCylinders(const Model& model, Thing thing) {
  const auto& extent = DiskOf(model, thing).extent;
  return extent ? Reading(extent->size()) : Reading(NotSaid{});
}

const Lan& LanOf(const Model& model, Thing thing) { return PlacementOf(model, thing).lans[thing.second].lan; }
Reading LanName(const Model& model, Thing thing) { return LanOf(model, thing).name; }
Reading LanNetworks(const Model& model, Thing thing) { return NamesReading(model, LanOf(model, thing).networks); }
Reading LanTransport(const Model& model, Thing thing) {
  const Stated<Transport>& transport = LanOf(model, thing).transport;
  return TextReading(transport.known() ? ToString(*transport) : "");
}
Reading LanTypeWord(const Model& model, Thing thing) { return ToString(LanOf(model, thing).type); }
Reading Controllers(const Model& model, Thing thing) {
  const Lan& lan = LanOf(model, thing);
  if (lan.controllers.open()) return LeftToVendor{};
  if (lan.controllers_none) return std::vector<std::string>();
  return lan.controllers.known() ? Reading(*lan.controllers) : Reading(NotSaid{});
}
Reading Uplinks(const Model& model, Thing thing) {
  const Lan& lan = LanOf(model, thing);
  return lan.local ? std::int64_t{0} : lan.uplinks;
}

constexpr std::string_view kTiers = "production|test|development";
constexpr KindSet kLans = SetOf(kVswitch, kGuestLan, kBridge);

// Names are those of the statements that say the property.
constexpr Property kRows[] = {
    {"name", "", kAnySystem, kText, false, "its name", Name},
    {"comment", "", kAnySystem, kText, false, "the `///` comment above its declaration", Comment},
    {"tier", "", kAnySystem, kWord, false, "how much it matters; a guest's own, else that of its hypervisor", TierWord,
     kTiers},
    {"processors", "", kAnySystem, kCount, false, "its logical or virtual processors", Processors},
    {"sharing", "", kAnySystem, kWord, false, "whether its processors are its own", SharingWord, "dedicated|shared"},
    {"memory", "", kAnySystem, kMemory, false, "its central storage", Memory},
    {"maximum", "", kAnySystem, kMemory, false, "the most storage that it may define; not said: its memory",
     MaximumMemory},
    {"xstore", "", kAnySystem, kMemory, false, "its expanded storage", Xstore},
    {"level", "", kAnySystem, kCount, false, "1 in a partition, 2 under a hypervisor in a partition, …", Level},
    {"host",
     "",
     kAnySystem,
     kName,
     false,
     "the hypervisor that it runs under; not said for one in a partition",
     HostName,
     {},
     Refers::kSystem},
    {"partition", "lpar", kAnySystem, kText, false, "the partition that it runs in, directly or not", PartitionName},
    {"machine", "", kAnySystem, kText, false, "the machine that it runs on", MachineName},
    {"runs", "", kAnySystem, kText, true, "what its users know it for", Runs},
    {"needs", "", kAnySystem, kName, true, "the systems that it needs", Needs, {}, Refers::kSystem},
    {"backup", "backups", kAnySystem, kWord, true, "the media that it is backed up to", BackupMedia,
     "tape|flashcopy|tsm|replication"},
    {"volumes", "", kAnySystem, kCount, false, "how many disk volumes it has", VolumeCount},
    {"rto", "", kAnySystem, kDuration, false, "its recovery time objective", ObjectiveReading<&Objective::rto>},
    {"rpo", "", kAnySystem, kDuration, false, "its recovery point objective", ObjectiveReading<&Objective::rpo>},
    {"nic", "nics", kAnySystem, kList, false, "its network interfaces", Nics, {}, Refers::kNothing, kNic},
    {"networks",
     "network",
     kAnySystem,
     kName,
     true,
     "the networks that it has interfaces on",
     NetworkNames,
     {},
     Refers::kNetwork},
    {"share", "", SetOf(kZvm, kLinux), kCount, false,
     "its share of its z/VM's processors, relative to the other guests; not said for an absolute one", RelativeShare},
    {"macprefix", "", SetOf(kZvm), kText, false, "what the MAC addresses begin with that it makes up", MacPrefix},
    {"release", "", SetOf(kZvm), kName, false, "its z/VM release", Release, {}, Refers::kRelease},
    {"guests",
     "guest",
     kHypervisors,
     kList,
     false,
     "the systems that run directly under it",
     Guests,
     {},
     Refers::kNothing,
     kSystem},
    {"vswitch",
     "vswitches",
     SetOf(kZvm),
     kList,
     false,
     "its virtual switches",
     Lans<Lan::Kind::kVswitch, kVswitch>,
     {},
     Refers::kNothing,
     kVswitch},
    {"guestlan",
     "guestlans",
     SetOf(kZvm),
     kList,
     false,
     "its guest LANs",
     Lans<Lan::Kind::kGuestLan, kGuestLan>,
     {},
     Refers::kNothing,
     kGuestLan},
    {"bridge",
     "bridges",
     SetOf(kKvm),
     kList,
     false,
     "what joins its guests to real devices",
     Lans<Lan::Kind::kBridge, kBridge>,
     {},
     Refers::kNothing,
     kBridge},
    {"distribution",
     "",
     SetOf(kLinux, kKvm),
     kName,
     false,
     "its Linux distribution",
     DistributionName,
     {},
     Refers::kDistribution},
    {"disk", "disks", SetOf(kLinux), kList, false, "its disks", Disks, {}, Refers::kNothing, kDisk},
    {"forwards",
     "",
     SetOf(kLinux),
     kName,
     true,
     "the networks between which it is a router",
     Forwards,
     {},
     Refers::kNetwork},

    {"device", "", SetOf(kNic), kText, false, "its first device number, as declared", NicDevice},
    {"network", "", SetOf(kNic), kName, false, "its network", NicNetwork, {}, Refers::kNetwork},
    {"bonded_with", "bonded", SetOf(kNic), kText, false, "the first device number of the NIC that it is bonded with",
     BondedWith},
    {"address", "addresses", SetOf(kNic), kText, true, "its addresses at the site", NicAddresses},
    {"system",
     "",
     SetOf(kNic, kDisk, kVswitch, kGuestLan, kBridge),
     kName,
     false,
     "the system that has it",
     NicSystem,
     {},
     Refers::kSystem},
    {"device", "", SetOf(kDisk), kText, false, "its device number", DiskDevice},
    {"volume", "", SetOf(kDisk), kText, false, "the label of the volume that it lies on", DiskVolume},
    {"model", "", SetOf(kDisk), kName, false, "its disk model", DiskModelName, {}, Refers::kDiskModel},
    {"cylinders", "", SetOf(kDisk), kCount, false, "how many cylinders it has", DiskCylinders},

    {"name", "", kLans, kText, false, "its name", LanName},
    {"networks", "network", kLans, kName, true, "the networks that it carries", LanNetworks, {}, Refers::kNetwork},
    {"transport", "", SetOf(kVswitch, kGuestLan), kWord, false, "layer 3 (`ip`) or layer 2 (`ethernet`)", LanTransport,
     "ip|ethernet"},
    {"controllers", "controller", SetOf(kVswitch), kText, true, "the TCP/IP stacks that drive its uplinks",
     Controllers},
    {"uplinks", "", SetOf(kVswitch), kCount, false, "how many real devices it takes", Uplinks},
    {"type", "", SetOf(kGuestLan), kWord, false, "what it looks like to the guests", LanTypeWord, "qdio|hipers"},
};

}  // namespace

std::span<const Property> SystemProperties() { return kRows; }

}  // namespace hotsite::model
