#include "compiler/model/host_network.h"

#include <fmt/format.h>

#include <algorithm>

namespace hotsite::model {
namespace {

Link LinkToLan(const Lan& lan) {
  Link link;
  link.kind = lan.is_bridge() ? Link::Kind::kBridge : lan.is_vswitch() ? Link::Kind::kVswitch : Link::Kind::kGuestLan;
  link.name = lan.name;
  link.hipersockets = lan.type == LanType::kHipers;
  link.reaches_osa = lan.takes_uplinks() && !lan.local;
  link.transport = lan.effective_transport();
  if (link.hipersockets) link.frame = lan.frame.value_or(FrameSize());
  return link;
}

Link LinkToCarrier(const Carrier& carrier) {
  Link link;
  link.kind = carrier.is_osa() ? Link::Kind::kOsa : Link::Kind::kHiperSockets;
  link.name = carrier.name;
  link.hipersockets = !carrier.is_osa();
  link.reaches_osa = carrier.is_osa();
  // z/OS speaks layer 3 on HiperSockets, so all members must (IBM docs, "Layer 2 and layer 3"; the z/OS part from
  // knowledge).
  if (link.hipersockets) link.transport = Transport::kIp;
  if (link.hipersockets) link.frame = carrier.frame.value_or(FrameSize());
  return link;
}

bool Owns(const Placement& placement, const IpAddress& address) {
  return std::any_of(placement.nics.begin(), placement.nics.end(), [&](const PlacedNic& nic) {
    return std::find(nic.addresses.begin(), nic.addresses.end(), address) != nic.addresses.end();
  });
}

/// The NIC whose subnet holds `address`.
std::optional<std::size_t> NicToward(const Model& model, const Placement& placement, const IpAddress& address) {
  for (std::size_t i = 0; i < placement.nics.size(); ++i) {
    const NetworkPlan& plan = model.PlanOf(placement.site, placement.nics[i].network);
    if (plan.subnet.known() && plan.subnet->Contains(address)) return i;
  }
  return std::nullopt;
}

bool HasDefault(const std::vector<Hop>& hops, bool v4) {
  return std::any_of(hops.begin(), hops.end(),
                     [&](const Hop& hop) { return !hop.destination && hop.via.is_v4() == v4; });
}

constexpr const char* kNamesInterface = ": its next hop is link-local, so the interface must be named with it";

/// A gateway that is link-local can't be told from the address alone.
void NoteLinkLocal(const Model& model, const Placement& placement, NetworkId network, HostRoutes& routes) {
  const std::optional<Address>& gateway = model.PlanOf(placement.site, network).gateway;
  const std::optional<IpAddress> via = gateway ? model.Resolve(placement.site, *gateway) : std::nullopt;
  if (!via || !IsLinkLocal(*via) || HasDefault(routes.hops, false)) return;
  routes.unwritten.push_back(fmt::format("the default route by {}{}", via->ToString(), kNamesInterface));
}

void AddDeclared(const Model& model, const Placement& placement, const Route& route, HostRoutes& routes) {
  Hop hop;
  const bool everything = !route.network.valid() && !route.subnet;
  const std::string name = everything              ? "the default route"
                           : route.network.valid() ? fmt::format("the route to {}", model.at(route.network).name)
                                                   : fmt::format("the route to {}", route.subnet->ToString());
  if (route.network.valid()) {
    const NetworkPlan& plan = model.PlanOf(placement.site, route.network);
    if (!plan.subnet.known()) {
      routes.unwritten.push_back(name + ": the subnet of that network isn't known at this site");
      return;
    }
    hop.destination = *plan.subnet;
  } else {
    hop.destination = route.subnet;
  }
  const std::optional<IpAddress> via = model.Resolve(placement.site, route.via);
  if (via && IsLinkLocal(*via)) {
    routes.unwritten.push_back(name + kNamesInterface);
    return;
  }
  const std::optional<std::size_t> nic = via ? NicToward(model, placement, *via) : std::nullopt;
  if (!nic) {
    routes.unwritten.push_back(name + ": none of the system's networks holds its next hop");
    return;
  }
  hop.via = *via;
  hop.nic = *nic;
  routes.hops.push_back(hop);
}

void AddGateway(const Model& model, const Placement& placement, std::size_t nic, std::vector<Hop>& hops) {
  const NetworkPlan& plan = model.PlanOf(placement.site, placement.nics[nic].network);
  if (!plan.gateway || !plan.subnet.known()) return;
  const std::optional<IpAddress> via = model.Resolve(placement.site, *plan.gateway);
  if (!via || !plan.subnet->Contains(*via) || Owns(placement, *via) || HasDefault(hops, via->is_v4())) return;
  hops.push_back({std::nullopt, *via, nic});
}

/// What must be answered before the gateway of a NIC's network is known, where that would be the default route.
HoleId OpenNextHop(const Model& model, const Placement& placement, const PlacedNic& nic) {
  const NetworkPlan& plan = model.PlanOf(placement.site, nic.network);
  if (plan.gateway_hole.valid()) return plan.gateway_hole;
  if (!plan.gateway || !plan.subnet.open()) return {};
  const std::vector<Address>& own = model.NicOf(placement, nic).addresses;
  const bool itself = std::find(own.begin(), own.end(), *plan.gateway) != own.end();
  return itself ? HoleId{} : plan.subnet.hole();
}

bool IsV4(const Model& model, SiteId site, NetworkId network) {
  const Stated<Subnet>& here = model.PlanOf(site, network).subnet;
  const Stated<Subnet>& at_home = model.at(network).plan.subnet;
  const Stated<Subnet>& subnet = here.known() ? here : at_home;
  return !subnet.known() || subnet->network().is_v4();
}

}  // namespace

bool IsLinkLocal(const IpAddress& address) {
  return !address.is_v4() && address.bytes()[0] == 0xFE && (address.bytes()[1] & 0xC0) == 0x80;
}

Stated<DeviceNumber> DeviceOf(const Placement& placement, const PlacedNic& nic) {
  const bool real = !placement.host.valid() && nic.attachment.kind == Attachment::Kind::kDevices;
  if (real && !nic.attachment.device.absent()) return nic.attachment.device;
  return {nic.device, {}};
}

std::size_t DeviceGroupOf(const Placement& placement, const PlacedNic& nic) {
  const Stated<DeviceNumber>& device = nic.attachment.device;
  if (!device.open()) return 0;
  std::size_t group = 0;
  const PlacedNic* owner = nic.over ? &placement.nics[*nic.over] : &nic;
  for (const PlacedNic& other : placement.nics) {
    if (&other == owner) break;
    if (other.over) continue;
    if (other.attachment.device.open() && other.attachment.device.hole() == device.hole()) ++group;
  }
  return group;
}

std::vector<NetworkId> NetworksOfPort(const Placement& placement, const PlacedNic& nic) {
  const PlacedNic& owner = nic.over ? placement.nics[*nic.over] : nic;
  std::vector<NetworkId> networks{owner.network};
  for (const PlacedNic& other : placement.nics) {
    if (other.over && &placement.nics[*other.over] == &owner) networks.push_back(other.network);
  }
  return networks;
}

std::vector<Stated<std::int64_t>> VlansOf(const Model& model, SiteId site, const std::vector<NetworkId>& networks) {
  std::vector<Stated<std::int64_t>> vlans;
  for (const NetworkId network : networks) {
    const Stated<std::int64_t>& vlan = model.PlanOf(site, network).vlan;
    const auto same = [&](const Stated<std::int64_t>& one) {
      return one.known() ? vlan.known() && *one == *vlan : vlan.open() && one.hole() == vlan.hole();
    };
    if (!vlan.absent() && std::none_of(vlans.begin(), vlans.end(), same)) vlans.push_back(vlan);
  }
  return vlans;
}

Link LinkOf(const Model& model, const PlacedNic& nic) {
  const Attachment& at = nic.attachment;
  if (at.kind == Attachment::Kind::kLan) return LinkToLan(model.at(at.host).lans[at.lan].lan);
  if (at.kind == Attachment::Kind::kDevices) return LinkToCarrier(model.at(at.carrier));
  return {};
}

std::optional<std::int64_t> MtuOf(const Model& model, const Placement& placement, const PlacedNic& nic) {
  const NetworkPlan& plan = model.PlanOf(placement.site, nic.network);
  if (plan.mtu.known()) return *plan.mtu;
  const Link link = LinkOf(model, nic);
  if (link.frame) return link.frame->largest_mtu();
  return std::nullopt;
}

HostRoutes RoutesOf(const Model& model, const Placement& placement) {
  HostRoutes routes;
  for (const Route& route : model.SystemOf(placement).routes) AddDeclared(model, placement, route, routes);
  std::stable_partition(routes.hops.begin(), routes.hops.end(), [](const Hop& hop) { return !hop.destination; });
  std::vector<Hop> defaults;
  for (const Hop& hop : routes.hops) {
    if (!hop.destination) defaults.push_back(hop);
  }
  const std::size_t declared = defaults.size();
  for (std::size_t i = 0; i < placement.nics.size(); ++i) {
    AddGateway(model, placement, i, defaults);
    NoteLinkLocal(model, placement, placement.nics[i].network, routes);
  }
  routes.hops.insert(routes.hops.begin(), defaults.begin() + static_cast<std::ptrdiff_t>(declared), defaults.end());
  return routes;
}

std::vector<OpenDefault> OpenDefaultsOf(const Model& model, const Placement& placement) {
  const HostRoutes known = RoutesOf(model, placement);
  std::vector<OpenDefault> defaults;
  for (const bool v4 : {true, false}) {
    if (HasDefault(known.hops, v4)) continue;
    for (std::size_t i = 0; i < placement.nics.size(); ++i) {
      const HoleId hole = OpenNextHop(model, placement, placement.nics[i]);
      if (!hole.valid() || IsV4(model, placement.site, placement.nics[i].network) != v4) continue;
      defaults.push_back({hole, i, v4});
      break;
    }
  }
  return defaults;
}

std::vector<Waiting> WaitingOf(const Model& model, const Placement& placement) {
  std::vector<Waiting> waiting;
  const auto add = [&](HoleId hole, const char* what, NetworkId network) {
    const auto same = [&](const Waiting& one) { return one.hole == hole; };
    if (!hole.valid() || std::any_of(waiting.begin(), waiting.end(), same)) return;
    waiting.push_back({hole, fmt::format("the {} of {}", what, model.at(network).name)});
  };
  for (const PlacedNic& nic : placement.nics) {
    const NetworkPlan& plan = model.PlanOf(placement.site, nic.network);
    add(plan.dns_hole, "name servers", nic.network);
    if (plan.domain.open()) add(plan.domain.hole(), "domain", nic.network);
    if (plan.mtu.open()) add(plan.mtu.hole(), "MTU", nic.network);
    const bool on_osa = LinkOf(model, nic).kind == Link::Kind::kOsa;
    if (plan.vlan.open() && on_osa) add(plan.vlan.hole(), "VLAN", nic.network);
  }
  return waiting;
}

}  // namespace hotsite::model
