#include "backends/linux/host_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "backends/linux/host_bridges.h"
#include "backends/linux/interface_names.h"
#include "backends/naming.h"
#include "compiler/values/names.h"

namespace hotsite::backends::linux_guest {
namespace {

using model::Link;

/// What of the distribution decides how its network looks.
struct Habits {
  model::InterfaceNames names = model::InterfaceNames::kEnc;
  bool dotted = true;  // VLAN interfaces are called enc600.120
  /// An OSA of one's own does both layers; where the spec doesn't say, the driver's default is meant: layer 2 today
  /// (IBM docs, "Setting the layer2 attribute"), layer 3 in the years of hwcfg files (from knowledge).
  bool osa_layer2 = true;
  std::optional<model::DeviceFiles> device_files;
};

Habits HabitsOf(const model::Model& model, const model::System& system) {
  Habits habits;
  if (!system.distribution.valid()) return habits;
  const model::Distribution& distribution = model.at(system.distribution);
  if (distribution.interface_names.known()) habits.names = *distribution.interface_names;
  if (distribution.device_files.known()) habits.device_files = *distribution.device_files;
  if (!distribution.network_files.known()) return habits;
  const model::NetworkFiles files = *distribution.network_files;
  // What SUSE's own scripts know is vlan120 (openSUSE/sysconfig, doc/ifcfg-vlan.5).
  habits.dotted = files != model::NetworkFiles::kSuseHwcfg && files != model::NetworkFiles::kSuseIfcfg;
  habits.osa_layer2 = files != model::NetworkFiles::kSuseHwcfg;
  return habits;
}

/// A bond takes only devices of layer 2 (YaST, changes, bnc#719881), so those of its own OSA are that in all years.
bool IsBonded(const model::Placement& placement, std::size_t index) {
  return placement.nics[index].bonded_with ||
         std::any_of(placement.nics.begin(), placement.nics.end(),
                     [&](const model::PlacedNic& nic) { return nic.bonded_with == index; });
}

/// Builds the plan of one placement NIC by NIC.
class Planner {
 public:
  Planner(const BuildInput& input, const model::Placement& placement)
      : input_(input),
        model_(input.model),
        placement_(placement),
        habits_(HabitsOf(input.model, input.model.SystemOf(placement))) {}

  HostPlan Make();

 private:
  void AddDevice(std::size_t nic);
  void AddBonds();
  void AddNetwork(std::size_t nic);
  void FitVlans();
  std::size_t InterfaceFor(std::size_t nic);
  void AddAddresses(const model::PlacedNic& nic, Interface& face);
  void AddOptions(std::size_t nic, Device& device);
  void AddRoutes();
  void AddNameService(model::NetworkId network);
  void AddWaiting();

  std::int64_t TagOf(const model::PlacedNic& nic) const;

  const BuildInput& input_;
  const model::Model& model_;
  const model::Placement& placement_;
  const Habits habits_;
  HostPlan plan_;
  std::vector<std::size_t> face_of_nic_;                                      // interface with the NIC's addresses
  std::map<std::pair<std::size_t, std::int64_t>, std::size_t> vlan_of_face_;  // by parent and VLAN
};

/// A router on a layer-3 device must tell it so, or the device drops what isn't addressed to the router itself
/// (s390-tools, chzdev --help-attribute route4, route6). Inside a QDIO guest LAN senders name the next hop, which is
/// registered: nothing is needed (from knowledge).
const char* ConnectorOf(const Device& device) {
  if (device.layer2) return nullptr;
  if (device.link.hipersockets) return "primary_connector";
  return device.link.reaches_osa ? "primary_router" : nullptr;
}

void Planner::AddDevice(std::size_t index) {
  const model::PlacedNic& nic = placement_.nics[index];
  Device device;
  device.nic = nic.device.ToString();
  device.link = model::LinkOf(model_, nic);
  const std::string network = PlainText(model_.at(nic.network).name);
  const model::Stated<DeviceNumber> number = model::DeviceOf(placement_, nic);
  SetChannels(input_, number, model::DeviceGroupOf(placement_, nic), fmt::format("{} (NIC {})", network, device.nic),
              device);
  const bool own_osa = device.link.kind == Link::Kind::kOsa;
  device.layer2 = own_osa ? habits_.osa_layer2 || IsBonded(placement_, index)
                          : device.link.transport == model::Transport::kEthernet;
  AddOptions(index, device);
  if (device.layer2) device.mac = model_.NicOf(placement_, nic).mac;

  Interface face;
  face.device = plan_.devices.size();
  plan_.devices.push_back(std::move(device));
  face_of_nic_[index] = plan_.interfaces.size();
  plan_.interfaces.push_back(std::move(face));
}

void Planner::AddOptions(std::size_t index, Device& device) {
  const auto& forwards = model_.SystemOf(placement_).forwards;
  const char* connector = ConnectorOf(device);
  if (connector == nullptr || forwards.empty()) return;
  bool v4 = false, v6 = false;
  for (std::size_t i = 0; i < placement_.nics.size(); ++i) {
    const model::PlacedNic& nic = placement_.nics[i];
    if (i != index && nic.over != index) continue;
    if (std::find(forwards.begin(), forwards.end(), nic.network) == forwards.end()) continue;
    const model::Stated<Subnet>& subnet = model_.PlanOf(placement_.site, nic.network).subnet;
    (subnet.known() && !subnet->network().is_v4() ? v6 : v4) = true;
  }
  if (v4) device.options.emplace_back("route4", connector);
  if (v6) device.options.emplace_back("route6", connector);
}

void Planner::AddBonds() {
  for (std::size_t i = 0; i < placement_.nics.size(); ++i) {
    const std::optional<std::size_t> first = placement_.nics[i].bonded_with;
    if (!first) continue;
    const std::size_t port = face_of_nic_[*first];
    std::size_t bond = port;
    if (plan_.interfaces[port].kind != Interface::Kind::kBond) {
      bond = plan_.interfaces.size();
      Interface& added = plan_.interfaces.emplace_back();
      added.kind = Interface::Kind::kBond;
      added.ports = {port};
      plan_.interfaces[port].bond = bond;
      face_of_nic_[*first] = bond;
    }
    plan_.interfaces[bond].ports.push_back(face_of_nic_[i]);
    plan_.interfaces[face_of_nic_[i]].bond = bond;
  }
}

/// The VLAN in which the system itself tags the frames of `nic`; 0: none. Behind a vswitch or bridge the NIC's own
/// network is tagged for it, unless a vswitch has several VLANs on the port, which is a trunk then: its untagged frames
/// are of the native VLAN (CP Commands and Utilities Reference, DEFINE VSWITCH). On an OSA of its own nobody else tags.
std::int64_t Planner::TagOf(const model::PlacedNic& nic) const {
  const model::Stated<std::int64_t>& vlan = model_.PlanOf(placement_.site, nic.network).vlan;
  if (!vlan.known()) return 0;
  if (nic.attachment.kind == model::Attachment::Kind::kDevices) return nic.attachment.device.absent() ? 0 : *vlan;
  const bool vswitch = model::LinkOf(model_, nic).kind == Link::Kind::kVswitch;
  const auto port = [&] { return model::NetworksOfPort(placement_, nic); };
  if (vswitch && model::VlansOf(model_, placement_.site, port()).size() > 1) return *vlan;
  if (!nic.over) return 0;
  const model::NetworkId untagged = placement_.nics[*nic.over].network;
  const model::Stated<std::int64_t>& own = model_.PlanOf(placement_.site, untagged).vlan;
  return own.known() && *own == *vlan ? 0 : *vlan;
}

/// The interface that has the addresses of a NIC: that of its device, of its bond, or a VLAN on one of those.
std::size_t Planner::InterfaceFor(std::size_t index) {
  const model::PlacedNic& nic = placement_.nics[index];
  const std::size_t below = face_of_nic_[nic.over.value_or(index)];
  const std::size_t parent =
      plan_.interfaces[below].kind == Interface::Kind::kVlan ? plan_.interfaces[below].parent : below;
  const std::int64_t tag = TagOf(nic);
  if (tag == 0) return parent;
  const auto [found, fresh] = vlan_of_face_.emplace(std::make_pair(parent, tag), plan_.interfaces.size());
  if (fresh) {
    Interface& added = plan_.interfaces.emplace_back();
    added.kind = Interface::Kind::kVlan;
    added.parent = parent;
    added.vlan = tag;
  }
  return found->second;
}

void Planner::AddAddresses(const model::PlacedNic& nic, Interface& face) {
  const model::NetworkPlan& here = model_.PlanOf(placement_.site, nic.network);
  const std::string network = PlainText(model_.at(nic.network).name);
  if (here.subnet.known()) {
    for (const IpAddress& address : nic.addresses) face.addresses.push_back({address, *here.subnet});
  } else if (here.subnet.open()) {
    face.subnet_tokens.push_back(OpenToken(input_.requirements, here.subnet.hole()));
    face.open.push_back({face.subnet_tokens.back().substr(2),
                         fmt::format("subnet of {} (address of NIC {})", network, nic.device.ToString())});
  } else {
    plan_.unwritten.push_back(
        fmt::format("NIC {}: network {} has no subnet at this site", nic.device.ToString(), network));
  }
}

void Planner::AddNetwork(std::size_t index) {
  const model::PlacedNic& nic = placement_.nics[index];
  if (nic.bonded_with) return;
  const std::size_t at = InterfaceFor(index);
  face_of_nic_[index] = at;
  Interface& face = plan_.interfaces[at];
  face.networks.push_back(PlainText(model_.at(nic.network).name));
  AddAddresses(nic, face);
  if (!face.mtu) face.mtu = model::MtuOf(model_, placement_, nic);
  AddNameService(nic.network);
}

/// Linux refuses a VLAN packets that are larger than those of the interface below it, which then needs its MTU even
/// without an address. Where the one below has a network of its own, that network's MTU is right for both.
void Planner::FitVlans() {
  for (Interface& face : plan_.interfaces) {
    if (face.kind != Interface::Kind::kVlan || !face.mtu) continue;
    Interface& below = plan_.interfaces[face.parent];
    if (!below.is_addressed()) below.mtu = std::max(below.mtu.value_or(0), *face.mtu);
    if (!below.mtu || *below.mtu >= *face.mtu) continue;
    plan_.unwritten.push_back(
        fmt::format("VLAN {}: its MTU of {} is larger than that of the interface below it, {}, which it gets too",
                    face.vlan, *face.mtu, *below.mtu));
    face.mtu = below.mtu;
  }
}

template <class T>
void AddOnce(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

void Planner::AddNameService(model::NetworkId network) {
  const model::NetworkPlan& here = model_.PlanOf(placement_.site, network);
  for (const model::Address& dns : here.dns) {
    if (const auto address = model_.Resolve(placement_.site, dns)) AddOnce(plan_.name_servers, *address);
  }
  if (!here.domain.known()) return;
  if (WhyNotDomain(*here.domain)) {
    plan_.unwritten.push_back(
        fmt::format("the domain of network {} is no DNS name", PlainText(model_.at(network).name)));
  } else {
    AddOnce(plan_.search, *here.domain);
  }
}

void Planner::AddRoutes() {
  model::HostRoutes routes = model::RoutesOf(model_, placement_);
  for (std::string& sentence : routes.unwritten) plan_.unwritten.push_back(std::move(sentence));
  // The network of the default route comes first: its domain is the system's.
  if (!routes.hops.empty() && !routes.hops.front().destination)
    AddNameService(placement_.nics[routes.hops.front().nic].network);
  for (const model::OpenDefault& waits : model::OpenDefaultsOf(model_, placement_)) {
    const std::string token = OpenToken(input_.requirements, waits.hole);
    const char* what = waits.v4 ? "next hop of the default route" : "next hop of the IPv6 default route";
    plan_.routes.push_back({std::nullopt, waits.v4, std::nullopt, token, waits.nic, {{token.substr(2), what}}});
  }
  for (const model::Hop& hop : routes.hops)
    plan_.routes.push_back({hop.destination, hop.via.is_v4(), hop.via, {}, hop.nic, {}});
  std::stable_partition(plan_.routes.begin(), plan_.routes.end(), [](const HostRoute& r) { return !r.destination; });
}

/// What waits for the vendor beside addresses and devices.
void Planner::AddWaiting() {
  for (const model::Waiting& waiting : model::WaitingOf(model_, placement_)) {
    plan_.unwritten.push_back(PlainText(waiting.what) + ": see the answer to " +
                              OpenToken(input_.requirements, waiting.hole).substr(2));
  }
}

/// Debian's config-ccw files know layer2 and no other option (s390-netdevice; s390-sysconfig-writer). The driver takes
/// a route attribute of a device that is online too (Device Drivers, Features, and Commands, "qeth device driver").
void TellLostOptions(HostPlan& plan) {
  if (plan.device_files != model::DeviceFiles::kCcwConfig) return;
  for (const Device& device : plan.devices) {
    for (const auto& [name, value] : device.options)
      plan.unwritten.push_back(fmt::format(
          "{0}={1} of NIC {2}: the config-ccw files of this distribution know no option but layer2. Way out: "
          "`pre-up echo {1} > /sys/bus/ccwgroup/drivers/qeth/{3}/{0}` in the stanza of its interface",
          name, value, device.nic, device.channels.front()));
  }
}

HostPlan Planner::Make() {
  const model::System& system = model_.SystemOf(placement_);
  plan_.system = PathPart(system.name);
  plan_.host_name = HostName(system.name);
  face_of_nic_.resize(placement_.nics.size());
  AddRoutes();
  for (std::size_t i = 0; i < placement_.nics.size(); ++i) {
    if (!placement_.nics[i].over) AddDevice(i);
  }
  AddBonds();
  for (std::size_t i = 0; i < placement_.nics.size(); ++i) AddNetwork(i);
  FitVlans();
  for (HostRoute& route : plan_.routes) route.interface = face_of_nic_[route.interface];
  if (system.is_kvm()) AddBridges(input_, placement_, plan_);
  NameInterfaces(plan_, habits_.names, habits_.dotted);
  AddWaiting();
  if (!plan_.search.empty()) plan_.domain = plan_.search.front();
  plan_.forwards = !system.forwards.empty();
  plan_.device_files = habits_.device_files;
  plan_.names = habits_.names;
  TellLostOptions(plan_);
  return std::move(plan_);
}

}  // namespace

std::string HostAddress::ToString() const { return fmt::format("{}/{}", address.ToString(), subnet.prefix()); }

std::string HostPlan::FullName() const { return domain.empty() ? host_name : host_name + "." + domain; }

bool HostPlan::HasIpv6() const {
  return std::any_of(interfaces.begin(), interfaces.end(), [](const Interface& face) {
    return std::any_of(face.addresses.begin(), face.addresses.end(),
                       [](const HostAddress& one) { return !one.address.is_v4(); });
  });
}

std::vector<const HostRoute*> HostPlan::RoutesOver(std::size_t interface) const {
  std::vector<const HostRoute*> over;
  for (const HostRoute& route : routes) {
    if (route.interface == interface) over.push_back(&route);
  }
  return over;
}

void SetChannels(const BuildInput& input, const model::Stated<DeviceNumber>& first, std::size_t group,
                 const std::string& what, Device& device) {
  if (!first.open()) {
    for (unsigned plus = 0; plus < 3; ++plus) device.channels.push_back(first->Plus(plus).ToBusId());
    device.file_id = device.channels.front();
    return;
  }
  const std::string id = OpenToken(input.requirements, first.hole()).substr(2);
  for (unsigned plus = 0; plus < 3; ++plus)
    device.channels.push_back(DeviceToken(input.requirements, first.hole(), group, plus));
  device.file_id = fmt::format("OPEN-{}-{}", id, device.nic);
  device.open.push_back({id, "first of three device numbers of " + what});
}

HostPlan PlanHost(const BuildInput& input, const model::Placement& placement) {
  return Planner(input, placement).Make();
}

bool IsUsed(const HostPlan& plan, const Interface& face) {
  if (face.kind != Interface::Kind::kDevice || face.is_addressed() || face.is_port()) return true;
  return std::any_of(plan.interfaces.begin(), plan.interfaces.end(), [&](const Interface& other) {
    return other.kind == Interface::Kind::kVlan && &plan.interfaces[other.parent] == &face;
  });
}

std::vector<OpenPlace> OpenOf(const HostPlan& plan, const Interface& face) {
  std::vector<OpenPlace> all;
  const auto add = [&](const std::vector<OpenPlace>& places) { all.insert(all.end(), places.begin(), places.end()); };
  switch (face.kind) {
    case Interface::Kind::kDevice:
      add(plan.devices[face.device].open);
      break;
    case Interface::Kind::kVlan:
      add(OpenOf(plan, plan.interfaces[face.parent]));
      break;
    case Interface::Kind::kBond:
    case Interface::Kind::kBridge:
      for (const std::size_t port : face.ports) add(OpenOf(plan, plan.interfaces[port]));
      break;
  }
  add(face.open);
  return all;
}

}  // namespace hotsite::backends::linux_guest
