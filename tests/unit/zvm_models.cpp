#include "tests/unit/zvm_models.h"

#include <catch2/catch.hpp>

#include "backends/zvm/zvm.h"

namespace hotsite::zvm_test {
namespace {

using model::Address;
using model::Attachment;
using model::Model;
using model::NetworkId;
using model::Nic;
using model::PlacedNic;
using model::Placement;
using model::PlacementId;
using model::System;
using model::SystemId;
using model::SystemKind;

constexpr NetworkId kOffice{0};
constexpr NetworkId kInside{1};
constexpr NetworkId kDatabase{2};

template <class T>
model::Stated<T> Said(T value) {
  return model::Stated<T>(std::move(value), Span{});
}

Address At(NetworkId network, std::int64_t index) {
  Address address;
  address.network = network;
  address.index = index;
  return address;
}

void AddNetwork(Model& m, const std::string& name, std::string_view subnet, bool gateway) {
  model::Network network;
  network.name = name;
  network.plan.subnet = Said(*Subnet::Parse(subnet));
  if (gateway) network.plan.gateway = At(NetworkId{static_cast<std::uint32_t>(m.networks.size())}, 1);
  m.networks.push_back(network);
}

Nic MakeNic(std::uint16_t device, NetworkId network, std::int64_t index) {
  Nic nic;
  nic.device = DeviceNumber(device);
  nic.network = network;
  nic.addresses = {At(network, index)};
  return nic;
}

SystemId AddSystem(Model& m, const std::string& name, SystemKind kind, std::uint64_t mib) {
  System system;
  system.name = name;
  system.kind = kind;
  system.resources.memory = Said(MemorySize::OfMiB(mib));
  system.resources.processors = Said<std::int64_t>(1);
  m.systems.push_back(system);
  return SystemId{static_cast<std::uint32_t>(m.systems.size() - 1)};
}

SystemId AddLinux(Model& m, SystemId parent, const std::string& name, const std::string& volume) {
  const SystemId id = AddSystem(m, name, SystemKind::kLinux, 1024);
  System& system = m.systems[id.index];
  system.parent = parent;
  m.systems[parent.index].guests.push_back(id);
  model::Disk disk;
  disk.device = DeviceNumber(0x0201);
  disk.extent = CountRange{1, 10016};
  disk.volume = volume;
  system.disks.push_back(disk);
  return id;
}

/// A NIC as placed: addresses resolved, attached as said.
PlacedNic Placed(const Model& m, model::SiteId site, const Nic& nic, std::size_t index, Attachment to,
                 bool stack = false) {
  PlacedNic placed;
  placed.of_tcpip = stack;
  placed.index = index;
  placed.network = nic.network;
  placed.device = nic.device;
  for (const Address& address : nic.addresses) {
    if (const auto resolved = m.Resolve(site, address)) placed.addresses.push_back(*resolved);
  }
  placed.attachment = std::move(to);
  return placed;
}

Attachment OnLan(PlacementId host, std::size_t lan) {
  Attachment to;
  to.kind = Attachment::Kind::kLan;
  to.host = host;
  to.lan = lan;
  return to;
}

Attachment OnDevices(model::CarrierId carrier, model::Stated<DeviceNumber> device) {
  Attachment to;
  to.kind = Attachment::Kind::kDevices;
  to.carrier = carrier;
  to.device = std::move(device);
  return to;
}

model::HoleId AddHole(Model& m, const std::string& key, model::CarrierId carrier, SystemId system) {
  model::Hole hole;
  hole.kind = carrier.valid() ? model::Hole::Kind::kDevices : model::Hole::Kind::kControllers;
  hole.key = key;
  hole.subject = m.at(system).name;
  hole.attribute = carrier.valid() ? "device numbers" : "controllers";
  hole.carrier = carrier;
  hole.system = system;
  m.holes.push_back(hole);
  return model::HoleId{static_cast<std::uint32_t>(m.holes.size() - 1)};
}

model::SiteId AddSite(Model& m, const std::string& name, bool recovery) {
  model::Site site;
  site.name = name;
  site.recovery = recovery;
  for (const model::Network& network : m.networks) site.plans.push_back(network.plan);
  site.readdressed.resize(m.networks.size());
  const model::SiteId id{static_cast<std::uint32_t>(m.sites.size())};
  model::Machine machine;
  machine.name = "CEC" + std::to_string(id.index);
  machine.site = id;
  site.machines.push_back(model::MachineId{static_cast<std::uint32_t>(m.machines.size())});
  m.machines.push_back(machine);
  m.sites.push_back(site);
  return id;
}

model::PartitionId AddPartition(Model& m, model::SiteId site, const std::string& name) {
  model::Partition partition;
  partition.name = name;
  partition.site = site;
  partition.machine = m.at(site).machines.front();
  m.partitions.push_back(partition);
  const model::PartitionId id{static_cast<std::uint32_t>(m.partitions.size() - 1)};
  m.machines[partition.machine.index].partitions.push_back(id);
  return id;
}

model::CarrierId AddCarrier(Model& m, model::SiteId site, model::Carrier::Kind kind, const std::string& name,
                            NetworkId network) {
  model::Carrier carrier;
  carrier.kind = kind;
  carrier.name = name;
  carrier.machine = m.at(site).machines.front();
  carrier.networks = {network};
  m.carriers.push_back(carrier);
  const model::CarrierId id{static_cast<std::uint32_t>(m.carriers.size() - 1)};
  m.machines[carrier.machine.index].carriers.push_back(id);
  return id;
}

PlacementId AddPlacement(Model& m, model::SiteId site, SystemId system, model::PartitionId partition,
                         PlacementId host) {
  Placement placement;
  placement.system = system;
  placement.site = site;
  placement.machine = m.at(site).machines.front();
  placement.partition = partition;
  placement.host = host;
  placement.level = host.valid() ? 2 : 1;
  placement.resources = m.at(system).resources;
  const PlacementId id{static_cast<std::uint32_t>(m.placements.size())};
  m.placements.push_back(placement);
  m.sites[site.index].placements.push_back(id);
  if (host.valid()) {
    m.placements[host.index].guests.push_back(id);
  } else {
    m.partitions[partition.index].occupant = id;
  }
  return id;
}

model::Lan MakeLan(const std::string& name, model::Lan::Kind kind, NetworkId network, model::LanType type) {
  model::Lan lan;
  lan.name = name;
  lan.kind = kind;
  lan.networks = {network};
  lan.type = type;
  return lan;
}

void AddRelease(Model& m, bool grants) {
  model::ZvmRelease release;
  release.name = "zvm_5_4";
  release.title = "z/VM 5.4";
  release.nicdef_grants.value = Said(grants);
  release.expanded_storage.value = Said(true);
  m.releases.push_back(release);
}

void AddNetworks(Model& m) {
  AddNetwork(m, "OFFICE", "10.20.30.0/24", true);
  AddNetwork(m, "INSIDE", "192.168.30.0/24", true);
  AddNetwork(m, "DATABASE", "192.168.40.0/24", false);
}

SystemId AddRouter(Model& m, SystemId parent) {
  const SystemId id = AddLinux(m, parent, "LNXRTR", "LX0100");
  System& router = m.systems[id.index];
  router.doc = "The only way to z/OS: up before anything */ that needs a 'database'.";
  router.nics = {MakeNic(0x0600, kInside, 1), MakeNic(0x0700, kDatabase, 1), MakeNic(0x0800, kOffice, 30)};
  router.forwards = {kInside, kDatabase, kOffice};
  router.start.first = true;
  return id;
}

SystemId AddServer(Model& m, SystemId parent, const std::string& name, std::int64_t address, SystemId router,
                   SystemId needed) {
  const SystemId id = AddLinux(m, parent, name, "LX01" + std::to_string(address));
  System& server = m.systems[id.index];
  server.nics = {MakeNic(0x0600, kInside, address)};
  server.start.after = {{router, Span{}}};
  server.needs = {{needed, Span{}}};
  return id;
}

/// One site of OwnHost. `device` gives the first real device of a use: 0 the vswitch, 1 the stack, 2 the router.
struct SiteDevices {
  model::Stated<DeviceNumber> uplink, stack, router;
};

void PlaceRouter(Model& m, model::SiteId site, PlacementId router, PlacementId host, const Attachment& database) {
  const System& system = m.SystemOf(m.at(router));
  std::vector<PlacedNic> nics = {Placed(m, site, system.nics[0], 0, OnLan(host, 1)),
                                 Placed(m, site, system.nics[1], 1, database),
                                 Placed(m, site, system.nics[2], 2, OnLan(host, 0))};
  m.placements[router.index].nics = std::move(nics);
}

void PlaceOwn(Model& m, model::SiteId site, const SiteDevices& devices, model::CarrierId osa, model::CarrierId hipers,
              bool carried) {
  const model::PartitionId partition = AddPartition(m, site, "VMPROD");
  AddPlacement(m, site, SystemId{0}, AddPartition(m, site, "PRODA"), {});
  const PlacementId host = AddPlacement(m, site, SystemId{1}, partition, {});
  const System& zvm = m.at(SystemId{1});
  for (const model::Lan& lan : zvm.lans) {
    m.placements[host.index].lans.push_back({lan, {}});
    if (lan.is_vswitch()) m.placements[host.index].lans.back().uplinks.push_back(OnDevices(osa, devices.uplink));
  }
  m.placements[host.index].nics = {Placed(m, site, zvm.tcpip->nics[0], 0, OnDevices(osa, devices.stack), true)};
  for (const SystemId id : zvm.guests) {
    const PlacementId guest = AddPlacement(m, site, id, partition, host);
    if (m.at(id).forwards.empty()) {
      m.placements[guest.index].nics = {Placed(m, site, m.at(id).nics[0], 0, OnLan(host, 1))};
    } else {
      PlaceRouter(m, site, guest, host, carried ? OnDevices(hipers, devices.router) : Attachment{});
    }
  }
}

void DeclareOwn(Model& m) {
  const SystemId zos = AddSystem(m, "PRODA", SystemKind::kZos, 16384);
  const SystemId zvm = AddSystem(m, "VMPROD", SystemKind::kZvm, 24576);
  m.systems[zvm.index].release = model::ReleaseId{0};
  m.systems[zvm.index].tcpip = model::TcpipStack{"TCPIP", {MakeNic(0x0900, kOffice, 20)}, {}};
  model::Lan vswitch = MakeLan("VSW1", model::Lan::Kind::kVswitch, kOffice, model::LanType::kQdio);
  vswitch.transport = Said(model::Transport::kEthernet);
  m.systems[zvm.index].lans = {vswitch, MakeLan("GLAN1", model::Lan::Kind::kGuestLan, kInside, model::LanType::kQdio)};
  const SystemId router = AddRouter(m, zvm);
  AddServer(m, zvm, "LNXWAS1", 21, router, zos);
  AddServer(m, zvm, "LNXWAS2", 22, router, zos);
  AddServer(m, zvm, "LNXBLZ1", 41, SystemId{router.index + 1}, SystemId{router.index + 2});
}

SiteDevices OpenDevices(Model& m, model::CarrierId osa, model::CarrierId hipers) {
  using Open = model::Stated<DeviceNumber>;
  const model::HoleId uplink = AddHole(m, "devices/UPLINK/VMPROD", osa, SystemId{1});
  const model::HoleId router = AddHole(m, "devices/HS/VMPROD", hipers, SystemId{1});
  return {Open::Open(uplink, {}), Open::Open(uplink, {}), Open::Open(router, {})};
}

}  // namespace

Model OwnHost(const Choices& choices) {
  Model m;
  m.customer = "An Insurance Company";
  m.recovery = model::Recovery{};
  m.recovery->name = "2009";
  AddRelease(m, choices.nicdef_grants);
  AddNetworks(m);
  if (choices.vlan) m.networks[0].plan.vlan = Said<std::int64_t>(71);
  DeclareOwn(m);
  const model::SiteId home = AddSite(m, "home", false);
  const model::SiteId there = AddSite(m, "hotsite", true);
  using Kind = model::Carrier::Kind;
  const SiteDevices at_home{Said(DeviceNumber(0x0600)), Said(DeviceNumber(0x0604)), Said(DeviceNumber(0x0E00))};
  PlaceOwn(m, home, at_home, AddCarrier(m, home, Kind::kOsa, "OSA0", kOffice),
           AddCarrier(m, home, Kind::kHipersockets, "HS0", kDatabase), true);
  const model::CarrierId osa = AddCarrier(m, there, Kind::kOsa, "UPLINK", kOffice);
  const model::CarrierId hipers = AddCarrier(m, there, Kind::kHipersockets, "HS", kDatabase);
  const SiteDevices known{Said(DeviceNumber(0x0C00)), Said(DeviceNumber(0x0C04)), Said(DeviceNumber(0x0F00))};
  const SiteDevices devices = choices.open ? OpenDevices(m, osa, hipers) : known;
  PlaceOwn(m, there, devices, osa, hipers, choices.carried);
  m.IndexPlacements();
  return m;
}

Model VendorHost() {
  Model m;
  m.recovery = model::Recovery{};
  m.recovery->name = "2008";
  AddRelease(m, false);
  AddNetworks(m);
  const SystemId zos = AddSystem(m, "PRODA", SystemKind::kZos, 16384);
  const SystemId home_zvm = AddSystem(m, "VMPROD", SystemKind::kZvm, 24576);
  const SystemId router = AddRouter(m, home_zvm);
  const SystemId server = AddServer(m, home_zvm, "LNXWAS1", 21, router, zos);
  const SystemId vendor = AddSystem(m, "VENDORVM", SystemKind::kZvm, 65536);
  m.systems[vendor.index].vendors = true;
  m.systems[vendor.index].release = model::ReleaseId{0};
  const model::SiteId site = AddSite(m, "hotsite", true);
  const model::CarrierId osa = AddCarrier(m, site, model::Carrier::Kind::kOsa, "UPLINK", kOffice);
  const model::PartitionId floor = AddPartition(m, site, "FLOOR");
  const PlacementId host = AddPlacement(m, site, vendor, floor, {});
  model::Lan vswitch = MakeLan("DRVSW", model::Lan::Kind::kVswitch, kOffice, model::LanType::kQdio);
  vswitch.transport = Said(model::Transport::kIp);
  vswitch.controllers = model::Stated<std::vector<std::string>>::Open(AddHole(m, "controllers/DRVSW", {}, vendor), {});
  model::Lan hipers = MakeLan("DRHS", model::Lan::Kind::kGuestLan, kDatabase, model::LanType::kHipers);
  hipers.frame = Said(*FrameSize::Parse("24 KiB"));
  m.placements[host.index].lans = {{vswitch, {OnDevices(osa, Said(DeviceNumber(0x0C00)))}},
                                   {MakeLan("DRLAN", model::Lan::Kind::kGuestLan, kInside, model::LanType::kQdio), {}},
                                   {hipers, {}}};
  AddPlacement(m, site, zos, floor, host);
  PlaceRouter(m, site, AddPlacement(m, site, router, floor, host), host, OnLan(host, 2));
  const PlacementId placed = AddPlacement(m, site, server, floor, host);
  m.placements[placed.index].nics = {Placed(m, site, m.at(server).nics[0], 0, OnLan(host, 1))};
  m.IndexPlacements();
  return m;
}

const backends::Artifact& Built::Get(const std::string& path) const {
  for (const backends::Artifact& artifact : artifacts) {
    if (artifact.path == path) return artifact;
  }
  FAIL("no file " << path);
  return artifacts.front();
}

bool Built::Has(const std::string& path) const {
  for (const backends::Artifact& artifact : artifacts) {
    if (artifact.path == path) return true;
  }
  return false;
}

Built Build(const Model& model) {
  Built built;
  const requirements::Requirements requirements = requirements::Derive(model, {});
  const backends::BuildInput input{model, requirements, "2009.dr", "0", 0};
  backends::zvm::Generate(input, [&](backends::Artifact artifact) { built.artifacts.push_back(std::move(artifact)); });
  return built;
}

}  // namespace hotsite::zvm_test
