#include "tests/unit/host_model.h"

#include <stdexcept>
#include <utility>

namespace hotsite::testing {
namespace {

template <class IdType, class T>
IdType Append(std::vector<T>& all, T one) {
  all.push_back(std::move(one));
  return {static_cast<std::uint32_t>(all.size() - 1)};
}

/// Appends to a vector of something derived from or wider than a plain aggregate.
template <class IdType, class T>
IdType Grow(std::vector<T>& all) {
  all.emplace_back();
  return {static_cast<std::uint32_t>(all.size() - 1)};
}

model::Stated<FrameSize> Frame(unsigned kib) {
  if (kib == 0) return {};
  return {*FrameSize::Parse(std::to_string(kib) + " KiB"), {}};
}

}  // namespace

model::Address AddressIn(model::NetworkId network, std::int64_t index) {
  model::Address address;
  address.network = network;
  address.index = index;
  return address;
}

model::NetworkId HostModel::AddNetwork(std::string name, std::string_view subnet, std::int64_t gateway) {
  const auto id = Grow<model::NetworkId>(model.networks);
  model::Network& network = model.networks.back();
  network.name = std::move(name);
  network.plan.subnet = {*Subnet::Parse(subnet), {}};
  if (gateway > 0) network.plan.gateway = AddressIn(id, gateway);
  for (model::Site& site : model.sites) site.plans.push_back(network.plan);
  return id;
}

model::SystemId HostModel::AddSystem(model::SystemKind kind, std::string name, model::SystemId parent) {
  const auto id = Grow<model::SystemId>(model.systems);
  model::System& system = model.systems.back();
  system.kind = kind;
  system.name = std::move(name);
  system.parent = parent;
  if (parent.valid()) model.systems[parent.index].guests.push_back(id);
  return id;
}

void HostModel::AddNic(model::SystemId system, std::uint16_t device, model::NetworkId network, std::int64_t index) {
  model::Nic nic;
  nic.device = DeviceNumber(device);
  nic.network = network;
  nic.addresses.push_back(AddressIn(network, index));
  model.systems[system.index].nics.push_back(std::move(nic));
}

model::SiteId HostModel::AddSite(std::string name, bool recovery) {
  const auto id = Grow<model::SiteId>(model.sites);
  model::Site& site = model.sites.back();
  site.name = std::move(name);
  site.recovery = recovery;
  for (const model::Network& network : model.networks) site.plans.push_back(network.plan);
  site.machines.push_back(Grow<model::MachineId>(model.machines));
  model.machines.back().name = recovery ? "BIGBOX" : "CEC";
  model.machines.back().site = id;
  return id;
}

void HostModel::Readdress(model::SiteId site, model::NetworkId network, std::string_view subnet) {
  model::Site& where = model.sites[site.index];
  where.plans[network.index].subnet = {*Subnet::Parse(subnet), {}};
  where.readdressed.resize(where.plans.size());
  where.readdressed[network.index] = true;
  for (const model::PlacementId id : where.placements) {
    model::Placement& placement = model.placements[id.index];
    for (model::PlacedNic& nic : placement.nics) {
      if (nic.network != network) continue;
      nic.addresses = {*model.Resolve(site, model.NicOf(placement, nic).addresses.front())};
    }
  }
}

model::CarrierId HostModel::AddCarrier(model::SiteId site, model::Carrier::Kind kind, std::string name,
                                       unsigned frame) {
  const auto id = Grow<model::CarrierId>(model.carriers);
  model::Carrier& carrier = model.carriers.back();
  carrier.kind = kind;
  carrier.name = std::move(name);
  carrier.machine = model.at(site).machines.front();
  carrier.frame = Frame(frame);
  model.machines[carrier.machine.index].carriers.push_back(id);
  return id;
}

model::PlacementId HostModel::Place(model::SiteId site, model::SystemId system, model::PlacementId host) {
  const auto id = Grow<model::PlacementId>(model.placements);
  model::Placement& placement = model.placements.back();
  placement.system = system;
  placement.site = site;
  placement.machine = model.at(site).machines.front();
  placement.host = host;
  if (host.valid()) {
    placement.partition = model.at(host).partition;
    placement.level = model.at(host).level + 1;
    model.placements[host.index].guests.push_back(id);
  } else {
    placement.partition = Grow<model::PartitionId>(model.partitions);
    model.partitions.back().name = model.at(system).name;
    model.partitions.back().site = site;
    model.partitions.back().machine = placement.machine;
    model.partitions.back().occupant = id;
    model.machines[placement.machine.index].partitions.push_back(placement.partition);
  }
  for (const model::Nic& nic : model.at(system).nics) {
    model::PlacedNic placed;
    placed.index = placement.nics.size();
    placed.network = nic.network;
    placed.device = nic.device;
    for (const model::Address& address : nic.addresses) {
      if (const auto resolved = model.Resolve(site, address)) placed.addresses.push_back(*resolved);
    }
    placement.nics.push_back(std::move(placed));
  }
  model.sites[site.index].placements.push_back(id);
  return id;
}

std::size_t HostModel::AddLan(model::PlacementId host, model::Lan::Kind kind, std::string name, model::LanType type,
                              model::Transport transport, unsigned frame) {
  model::PlacedLan placed;
  placed.lan.kind = kind;
  placed.lan.name = std::move(name);
  placed.lan.type = type;
  placed.lan.transport = {transport, {}};
  placed.lan.frame = Frame(frame);
  model.placements[host.index].lans.push_back(std::move(placed));
  return model.at(host).lans.size() - 1;
}

void HostModel::AttachLan(model::PlacementId placement, std::size_t nic, std::size_t lan) {
  model::Attachment& at = model.placements[placement.index].nics[nic].attachment;
  at.kind = model::Attachment::Kind::kLan;
  at.host = model.at(placement).host;
  at.lan = lan;
}

void HostModel::AttachDevices(model::PlacementId placement, std::size_t nic, model::CarrierId carrier,
                              std::uint16_t first) {
  model::Attachment& at = model.placements[placement.index].nics[nic].attachment;
  at.kind = model::Attachment::Kind::kDevices;
  at.carrier = carrier;
  at.device = {DeviceNumber(first), {}};
}

void HostModel::AttachOpen(model::PlacementId placement, std::size_t nic, model::CarrierId carrier, std::string id) {
  model::Hole hole;
  hole.kind = model::Hole::Kind::kDevices;
  hole.key = "devices/" + id;
  hole.attribute = "device numbers";
  hole.carrier = carrier;
  const auto hole_id = Append<model::HoleId>(model.holes, std::move(hole));
  requirements::Requirement question;
  question.id = std::move(id);
  question.key = model.at(hole_id).key;
  question.kind = requirements::Kind::kQuestion;
  question.hole = hole_id;
  requirements.all.push_back(std::move(question));
  requirements.Index();
  AttachDevices(placement, nic, carrier, 0);
  model.placements[placement.index].nics[nic].attachment.device = model::Stated<DeviceNumber>::Open(hole_id, {});
}

void HostModel::UseSuse() {
  const auto id = Grow<model::DistributionId>(model.distributions);
  model.distributions.back().name = "sles_10_sp2";
  model.distributions.back().network_files.value = {model::NetworkFiles::kSuseHwcfg, {}};
  for (model::System& system : model.systems) {
    if (system.is_linux()) system.distribution = id;
  }
}

backends::BuildInput HostModel::Input() {
  model.IndexPlacements();
  return {model, requirements, "test.dr", "0", 0};
}

std::map<std::string, backends::Artifact> HostModel::Run(const backends::BackendInfo& backend) {
  std::map<std::string, backends::Artifact> artifacts;
  backend.generate(Input(), [&](backends::Artifact artifact) {
    const std::string path = artifact.path;
    if (!artifacts.emplace(path, std::move(artifact)).second) throw std::runtime_error("written twice: " + path);
  });
  return artifacts;
}

SmallShop::SmallShop() {
  office = AddNetwork("OFFICE", "10.20.30.0/24", 1);
  inside = AddNetwork("INSIDE", "192.168.30.0/24", 1);
  database = AddNetwork("DATABASE", "192.168.40.0/24");
  model.networks[office.index].plan.dns = {AddressIn(office, 5)};
  model.networks[office.index].plan.domain = {"example.com", {}};
  proda = AddSystem(model::SystemKind::kZos, "PRODA");
  AddNic(proda, 0x0E00, database, 10);
  AddNic(proda, 0x0800, office, 10);
  model.systems[proda.index].routes.push_back({inside, {}, AddressIn(database, 1), {}});
  vmprod = AddSystem(model::SystemKind::kZvm, "VMPROD");
  router = AddSystem(model::SystemKind::kLinux, "LNXRTR", vmprod);
  AddNic(router, 0x0600, inside, 1);
  AddNic(router, 0x0700, database, 1);
  AddNic(router, 0x0800, office, 30);
  model.systems[router.index].forwards = {inside, database, office};
  guest = AddSystem(model::SystemKind::kLinux, "LNXWAS1", vmprod);
  AddNic(guest, 0x0600, inside, 21);
  model.systems[guest.index].needs.push_back({proda, {}});
  UseSuse();
  home = AddSite("home", false);
  PlaceAll(home);
  hotsite = AddSite("hotsite", true);
  PlaceAll(hotsite);
}

void SmallShop::PlaceAll(model::SiteId site) {
  const bool recovery = model.at(site).recovery;
  const auto osa = AddCarrier(site, model::Carrier::Kind::kOsa, recovery ? "UPLINK" : "OSA0");
  const auto hipersockets = AddCarrier(site, model::Carrier::Kind::kHipersockets, recovery ? "HS" : "HS0", 24);
  proda_there = Place(site, proda);
  vmprod_there = Place(site, vmprod);
  const auto vswitch =
      AddLan(vmprod_there, model::Lan::Kind::kVswitch, "VSW1", model::LanType::kQdio, model::Transport::kEthernet);
  const auto lan =
      AddLan(vmprod_there, model::Lan::Kind::kGuestLan, "GLAN1", model::LanType::kQdio, model::Transport::kIp);
  router_there = Place(site, router, vmprod_there);
  guest_there = Place(site, guest, vmprod_there);
  AttachLan(router_there, 0, lan);
  AttachLan(router_there, 2, vswitch);
  AttachLan(guest_there, 0, lan);
  if (recovery) {
    AttachOpen(proda_there, 0, hipersockets, "HSK-001");
    AttachOpen(proda_there, 1, osa, "OSA-002");
    AttachOpen(router_there, 1, hipersockets, "HSK-003");
  } else {
    AttachDevices(proda_there, 0, hipersockets, 0x0E00);
    AttachDevices(proda_there, 1, osa, 0x0600);
    AttachDevices(router_there, 1, hipersockets, 0x0E00);
  }
}

}  // namespace hotsite::testing
