#include "tests/unit/request_story.h"

namespace hotsite::testing {
namespace {

using model::Comparator;

model::HoleId AddHole(HostModel& shop, model::Hole::Kind kind, std::string key, std::string subject) {
  model::Hole hole;
  hole.kind = kind;
  hole.key = std::move(key);
  hole.subject = std::move(subject);
  shop.model.holes.push_back(std::move(hole));
  return {static_cast<std::uint32_t>(shop.model.holes.size() - 1)};
}

void AddOpenGrant(HostModel& shop, model::CarrierId carrier, const std::vector<model::SystemId>& systems) {
  model::DeviceGrant grant;
  grant.systems = systems;
  for (const model::SystemId system : systems) {
    const std::string& name = shop.model.at(system).name;
    grant.holes.push_back(
        AddHole(shop, model::Hole::Kind::kDevices, "devices/" + shop.model.at(carrier).name + "/" + name, name));
    shop.model.holes.back().carrier = carrier;
  }
  grant.range = model::Stated<DeviceRange>::Open(grant.holes.front(), {});
  shop.model.carriers[carrier.index].grants.push_back(std::move(grant));
}

void GiveOpen(HostModel& shop, model::PlacementId placement, std::size_t nic, model::CarrierId carrier,
              std::size_t at) {
  shop.AttachDevices(placement, nic, carrier, 0);
  const model::HoleId hole = shop.model.at(carrier).grants.front().holes[at];
  shop.model.placements[placement.index].nics[nic].attachment.device = model::Stated<DeviceNumber>::Open(hole, {});
}

void AddRecovery(HostModel& shop) {
  shop.model.customer = "An Insurance Company";
  model::Recovery recovery;
  recovery.name = "2009";
  recovery.vendor = "A Large DR Vendor";
  recovery.contract = "DRS-2009-114";
  recovery.test = model::TestWindow{
      *LocalTime::Parse("2009-10-05 08:00"), *LocalTime::Parse("2009-10-08 16:00"), "America/New_York", {}};
  recovery.ready = Duration::OfMinutes(240);
  recovery.remote = model::RemoteAccess{4, Duration::OfMinutes(60), {}};
  model::Contact ours;
  ours.role = "coordinator";
  ours.who = {std::string("DR coordinator"), {}};
  ours.phone = "+1 555 0100";
  ours.may = {"accept deviations", "declare"};
  model::Contact theirs;
  theirs.role = "vendor";
  theirs.may = {"change partitions"};
  theirs.hole = AddHole(shop, model::Hole::Kind::kContact, "contact/vendor", "vendor");
  theirs.who = model::Stated<std::string>::Open(theirs.hole, {});
  recovery.contacts = {ours, theirs};
  shop.model.recovery = std::move(recovery);
}

model::Resources Capacity(std::int64_t processors, EngineChoice engines, model::Sharing sharing,
                          std::uint64_t memory_mib) {
  model::Resources resources;
  resources.processors = {processors, {}, Comparator::kAtLeast};
  resources.engines = {std::move(engines), {}};
  resources.sharing = {sharing, {}};
  resources.memory = {MemorySize::OfMiB(memory_mib), {}, Comparator::kAtLeast};
  return resources;
}

}  // namespace

HostModel OwnPartitions() {
  HostModel shop;
  const auto office = shop.AddNetwork("OFFICE", "10.20.30.0/24", 1);
  const auto database = shop.AddNetwork("DATABASE", "192.168.40.0/24");
  shop.model.networks[database.index].doc = "Between the router and the databases on z/OS.";
  const auto proda = shop.AddSystem(model::SystemKind::kZos, "PRODA");
  shop.AddNic(proda, 0x0E00, database, 10);
  shop.AddNic(proda, 0x0800, office, 10);
  shop.model.disk_models.emplace_back();
  shop.model.disk_models.back().name = "3390_9";
  shop.model.disk_models.back().title = "3390 model 9";
  shop.model.disk_models.back().cylinders.value = {10017, {}};
  shop.model.systems[proda.index].volumes.push_back({model::VolumeUse::kData, {}, 60, model::DiskModelId{0}, {}});
  const auto vmprod = shop.AddSystem(model::SystemKind::kZvm, "VMPROD");
  const auto was = shop.AddSystem(model::SystemKind::kLinux, "LNXWAS1", vmprod);
  shop.AddNic(was, 0x0600, office, 21);
  const auto tsm = shop.AddSystem(model::SystemKind::kExternal, "TSM");
  shop.model.systems[tsm.index].addresses.push_back(AddressIn(office, 200));
  shop.model.systems[tsm.index].needed_by.push_back({vmprod, {}});

  const auto site = shop.AddSite("hotsite", true);
  model::Machine& machine = shop.model.machines.front();
  machine.model = model::Stated<model::MachineModelId>::Open(
      AddHole(shop, model::Hole::Kind::kMachineModel, "model/BIGBOX", "BIGBOX"), {});
  machine.tape = model::TapeDrives{{6, {}, Comparator::kAtLeast}, "3592", {}};
  const auto a = shop.Place(site, proda);
  const auto vm = shop.Place(site, vmprod);
  const auto guest = shop.Place(site, was, vm);
  const auto lan =
      shop.AddLan(vm, model::Lan::Kind::kVswitch, "VSW1", model::LanType::kQdio, model::Transport::kEthernet);
  shop.AttachLan(guest, 0, lan);
  shop.model.placements[a.index].resources = Capacity(2, {{EngineType::kCp}}, model::Sharing::kShared, 16 * 1024);
  model::Resources& resources = shop.model.placements[vm.index].resources;
  resources = Capacity(3, {{EngineType::kCp, EngineType::kIfl}}, model::Sharing::kDedicated, 24 * 1024);
  resources.memory.Because("2007: less than half was given");
  resources.xstore = {MemorySize::OfMiB(4096), {}, Comparator::kAtLeast};

  const auto uplink = shop.AddCarrier(site, model::Carrier::Kind::kOsa, "UPLINK");
  shop.model.carriers[uplink.index].networks = {office};
  shop.model.carriers[uplink.index].chpids = {2, {}, Comparator::kAtLeast};
  const auto hs = shop.AddCarrier(site, model::Carrier::Kind::kHipersockets, "HS", 24);
  shop.model.carriers[hs.index].networks = {database};
  AddOpenGrant(shop, uplink, {vmprod, proda});
  AddOpenGrant(shop, hs, {vmprod, proda});
  GiveOpen(shop, a, 0, hs, 1);
  GiveOpen(shop, a, 1, uplink, 1);
  AddRecovery(shop);
  shop.model.IndexPlacements();
  return shop;
}

HostModel UnderVendor() {
  HostModel shop;
  const auto office = shop.AddNetwork("OFFICE", "10.20.30.0/24", 1);
  const auto database = shop.AddNetwork("DATABASE", "192.168.40.0/24");
  const auto vmprod = shop.AddSystem(model::SystemKind::kZvm, "VMPROD");
  const auto router = shop.AddSystem(model::SystemKind::kLinux, "LNXRTR", vmprod);
  shop.AddNic(router, 0x0800, office, 30);
  shop.AddNic(router, 0x0700, database, 1);
  const auto vendorvm = shop.AddSystem(model::SystemKind::kZvm, "VENDORVM");
  shop.model.systems[vendorvm.index].vendors = true;
  const auto site = shop.AddSite("hotsite", true);
  const auto host = shop.Place(site, vendorvm);
  shop.model.partitions.front().name = "FLOOR";
  const auto guest = shop.Place(site, router, host);
  shop.model.placements[guest.index].resources.memory = {MemorySize::OfMiB(512), {}, Comparator::kAtLeast};
  const auto vswitch =
      shop.AddLan(host, model::Lan::Kind::kVswitch, "DRVSW", model::LanType::kQdio, model::Transport::kEthernet);
  const auto lan =
      shop.AddLan(host, model::Lan::Kind::kGuestLan, "DRHS", model::LanType::kHipers, model::Transport::kIp, 24);
  shop.AttachLan(guest, 0, vswitch);
  shop.AttachLan(guest, 1, lan);
  const auto uplink = shop.AddCarrier(site, model::Carrier::Kind::kOsa, "UPLINK");
  shop.model.carriers[uplink.index].networks = {office};
  model::DeviceGrant grant;
  grant.range = {*DeviceRange::Parse("0C00-0C0F"), {}};
  grant.systems = {vendorvm};
  shop.model.carriers[uplink.index].grants.push_back(std::move(grant));
  model::Attachment at;
  at.kind = model::Attachment::Kind::kDevices;
  at.carrier = uplink;
  at.device = {DeviceNumber(0x0C00), {}};
  shop.model.placements[host.index].lans[vswitch].uplinks.push_back(at);
  AddRecovery(shop);
  shop.model.IndexPlacements();
  return shop;
}

}  // namespace hotsite::testing
