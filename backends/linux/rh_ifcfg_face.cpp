#include "backends/linux/rh_ifcfg_face.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backends/linux/bonding.h"
#include "backends/linux/name_files.h"
#include "backends/linux/quote.h"

namespace hotsite::backends::linux_guest {
namespace {

/// `layer2` comes first: it must be set before all else (s390utils, ccw_init, takes it out of the line).
std::string DeviceKeys(const Device& device, bool is_port) {
  std::string options = device.layer2 ? "layer2=1" : "layer2=0";
  for (const auto& [name, value] : device.options) options += fmt::format(" {}={}", name, value);
  std::string text = Assign("NETTYPE", "qeth");
  text += Assign("SUBCHANNELS", fmt::format("{}", fmt::join(device.channels, ",")));
  text += Assign("OPTIONS", options);
  // Never HWADDR, which ties a file to the card at home.
  if (device.mac && !is_port) text += Assign("MACADDR", device.mac->ToString());
  return text;
}

std::string MakingKeys(const HostPlan& plan, const Interface& face, RedHatEra era) {
  switch (face.kind) {
    case Interface::Kind::kDevice:
      return DeviceKeys(plan.devices[face.device], face.bond.has_value());
    case Interface::Kind::kVlan:
      return Assign("VLAN", "yes") + Assign("PHYSDEV", plan.interfaces[face.parent].name) +
             Assign("VLAN_ID", std::to_string(face.vlan));
    case Interface::Kind::kBond:
      return Assign("BONDING_MASTER", "yes") +
             Assign("BONDING_OPTS", era == RedHatEra::kModprobe ? kOldBondOptions : kBondOptions);
    case Interface::Kind::kBridge:
      return Assign("STP", "no") + Assign("DELAY", "0");
  }
  return {};
}

/// An address that waits for the vendor is taken for one of IPv4.
bool HasFamily(const Interface& face, bool v4) {
  if (v4 && !face.subnet_tokens.empty()) return true;
  return std::any_of(face.addresses.begin(), face.addresses.end(),
                     [&](const HostAddress& one) { return one.address.is_v4() == v4; });
}

const char* TypeOf(const Interface& face) {
  switch (face.kind) {
    case Interface::Kind::kDevice:
      return "Ethernet";
    case Interface::Kind::kVlan:
      return "Vlan";
    case Interface::Kind::kBond:
      return "Bond";
    case Interface::Kind::kBridge:
      return "Bridge";
  }
  return "";
}

std::string PortKeys(const HostPlan& plan, const Interface& face) {
  if (face.bond) return Assign("MASTER", plan.interfaces[*face.bond].name) + Assign("SLAVE", "yes");
  return face.bridge ? Assign("BRIDGE", plan.interfaces[*face.bridge].name) : std::string();
}

/// IPADDR and PREFIX, IPADDR1 and PREFIX1, …; the older scripts read NETMASK, and one address in each file.
std::string AddressKeys(const Interface& face, RedHatEra era) {
  std::string text;
  std::size_t count = 0;
  const auto add = [&](const std::string& address, const std::string& prefix, const std::string& mask) {
    const bool old = era == RedHatEra::kModprobe;
    if (old && count > 0) return;
    const std::string end = count == 0 ? std::string() : std::to_string(count);
    text += Assign("IPADDR" + end, address) + (old ? Assign("NETMASK", mask) : Assign("PREFIX" + end, prefix));
    ++count;
  };
  for (const HostAddress& one : face.addresses) {
    if (one.address.is_v4()) add(one.address.ToString(), std::to_string(one.subnet.prefix()), one.subnet.Netmask());
  }
  for (const std::string& token : face.subnet_tokens) add(token, token, token);
  return text;
}

/// Without IPV6_AUTOCONF=no both readers would also take an address and a default route from routers' advertisements
/// (initscripts, ifup-ipv6; NetworkManager, ifcfg-rh).
std::string Ipv6Keys(const Interface& face) {
  std::vector<std::string> addresses;
  for (const HostAddress& one : face.addresses) {
    if (!one.address.is_v4()) addresses.push_back(one.ToString());
  }
  if (addresses.empty()) return {};
  std::string text = Assign("IPV6INIT", "yes") + Assign("IPV6_AUTOCONF", "no") + Assign("IPV6ADDR", addresses.front());
  addresses.erase(addresses.begin());
  if (!addresses.empty()) text += AssignLong("IPV6ADDR_SECONDARIES", fmt::format("{}", fmt::join(addresses, " ")));
  return text;
}

/// One gateway for each family and none on the other interfaces: with several, the last interface that comes up would
/// win (initscripts, ifup-eth).
std::string GatewayKeys(const HostPlan& plan, std::size_t index, bool v4) {
  for (const HostRoute* route : plan.RoutesOver(index)) {
    if (route->destination || route->v4 != v4) continue;
    return IsGatewayKey(plan, *route) ? Assign(v4 ? "GATEWAY" : "IPV6_DEFAULTGW", route->ViaText()) : std::string();
  }
  return HasFamily(plan.interfaces[index], v4) ? Assign(v4 ? "DEFROUTE" : "IPV6_DEFROUTE", "no") : std::string();
}

std::string NameServiceKeys(const HostPlan& plan) {
  std::string text;
  std::size_t count = 0;
  for (const IpAddress& server : UsedServers(plan)) text += Assign(fmt::format("DNS{}", ++count), server.ToString());
  const std::string domains = SearchList(plan);
  return domains.empty() || text.empty() ? text : text + Assign("DOMAIN", domains);
}

}  // namespace

RedHatEra EraOf(const HostPlan& plan) {
  if (plan.names == model::InterfaceNames::kEth) return RedHatEra::kModprobe;
  return plan.names == model::InterfaceNames::kEthByRule ? RedHatEra::kRules : RedHatEra::kSystemd;
}

bool IsGatewayKey(const HostPlan& plan, const HostRoute& route) {
  if (route.destination) return false;
  if (!route.via) return true;
  if (!route.v4) return !model::IsLinkLocal(*route.via);
  const std::vector<HostAddress>& addresses = plan.interfaces[route.interface].addresses;
  const auto first =
      std::find_if(addresses.begin(), addresses.end(), [](const HostAddress& one) { return one.address.is_v4(); });
  return first != addresses.end() && first->subnet.Contains(*route.via);
}

std::size_t NameServiceInterface(const HostPlan& plan) {
  if (!plan.routes.empty() && !plan.routes.front().destination) return plan.routes.front().interface;
  const auto found = std::find_if(plan.interfaces.begin(), plan.interfaces.end(),
                                  [](const Interface& face) { return face.is_addressed(); });
  return static_cast<std::size_t>(found - plan.interfaces.begin());
}

std::string RedHatInterface(const HostPlan& plan, std::size_t index, RedHatEra era) {
  const Interface& face = plan.interfaces[index];
  std::string text = Assign("TYPE", TypeOf(face)) + Assign("DEVICE", face.name);
  if (era != RedHatEra::kModprobe) text += Assign("NAME", face.name);
  text += Assign("ONBOOT", "yes");
  text += Assign("BOOTPROTO", era == RedHatEra::kModprobe && HasFamily(face, true) ? "static" : "none");
  text += MakingKeys(plan, face, era) + PortKeys(plan, face);
  if (face.is_addressed()) {
    text += AddressKeys(face, era) + GatewayKeys(plan, index, true);
    if (era != RedHatEra::kModprobe && index == NameServiceInterface(plan)) text += NameServiceKeys(plan);
    text += Ipv6Keys(face) + GatewayKeys(plan, index, false);
  }
  if (face.mtu) text += Assign("MTU", std::to_string(*face.mtu));
  return text;
}

}  // namespace hotsite::backends::linux_guest
