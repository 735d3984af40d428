#include "backends/linux/networkd.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backends/linux/device_files.h"
#include "backends/linux/families.h"
#include "backends/linux/ini_text.h"
#include "backends/linux/name_files.h"

namespace hotsite::backends::linux_guest {
namespace {

std::string PathOf(const Interface& face, const char* type) {
  return fmt::format("etc/systemd/network/10-{}.{}", face.file_name, type);
}

/// What makes an interface that isn't a device's.
File WriteNetdev(const HostPlan& plan, const Interface& face) {
  IniText text;
  text.Group("NetDev").Key("Name", face.name);
  if (face.kind == Interface::Kind::kVlan) {
    text.Key("Kind", "vlan").Group("VLAN").Key("Id", face.vlan);
  } else if (face.kind == Interface::Kind::kBond) {
    text.Key("Kind", "bond").Group("Bond").Key("Mode", "active-backup");
    text.Key("MIIMonitorSec", "100ms").Key("FailOverMACPolicy", "active");
  } else {
    text.Key("Kind", "bridge").Group("Bridge").Key("STP", "no").Key("ForwardDelaySec", 0);
  }
  return {PathOf(face, "netdev"), text.text(), OpenOf(plan, face)};
}

void AddLink(const HostPlan& plan, const Interface& face, IniText& text) {
  const bool device = face.kind == Interface::Kind::kDevice;
  const std::optional<MacAddress> mac = device ? plan.devices[face.device].mac : std::nullopt;
  const bool mtu = face.mtu && !face.bond;
  if (mac || mtu) text.Group("Link");
  if (mac) text.Key("MACAddress", mac->ToString());
  if (mtu) text.Key("MTUBytes", *face.mtu);
}

/// The names of the VLANs on each interface.
using Vlans = std::vector<std::vector<std::string>>;

Vlans VlansOf(const HostPlan& plan) {
  Vlans vlans(plan.interfaces.size());
  for (const Interface& face : plan.interfaces) {
    if (face.kind == Interface::Kind::kVlan) vlans[face.parent].push_back(face.name);
  }
  return vlans;
}

/// What an interface is part of.
void AddMembership(const HostPlan& plan, std::size_t index, IniText& text) {
  const Interface& face = plan.interfaces[index];
  if (face.bond) {
    const Interface& bond = plan.interfaces[*face.bond];
    text.Key("Bond", bond.name);
    if (bond.ports.front() == index) text.Key("PrimarySlave", "yes");
  }
  if (face.bridge) text.Key("Bridge", plan.interfaces[*face.bridge].name);
}

void AddNetwork(const Families& families, std::size_t index, const Vlans& vlans, IniText& text) {
  text.Group("Network");
  if (families.at(index).is_port()) text.Key("LinkLocalAddressing", "no");
  for (const bool v4 : {true, false}) {
    for (const std::string& address : AddressesOf(families.at(index), v4)) text.Key("Address", address);
  }
  for (const bool v4 : {true, false}) {
    const NameService names = families.NameServiceOf(index, v4);
    for (const std::string& server : names.servers) text.Key("DNS", server);
    if (!names.search.empty()) text.Key("Domains", fmt::format("{}", fmt::join(names.search, " ")));
  }
  text.Key("IPv6AcceptRA", "no");
  AddMembership(families.plan(), index, text);
  for (const std::string& name : vlans[index]) text.Key("VLAN", name);
}

void AddRoutes(const Families& families, std::size_t index, IniText& text) {
  for (const bool v4 : {true, false}) {
    if (const HostRoute* route = families.DefaultOver(index, v4)) text.Group("Route").Key("Gateway", route->ViaText());
    for (const RouteText& route : families.FurtherRoutesOver(index, v4)) {
      text.Group("Route").Key("Destination", route.destination).Key("Gateway", route.via);
    }
  }
}

File WriteNetwork(const Families& families, std::size_t index, const Vlans& vlans) {
  IniText text;
  text.Group("Match").Key("Name", families.at(index).name);
  AddLink(families.plan(), families.at(index), text);
  AddNetwork(families, index, vlans, text);
  AddRoutes(families, index, text);
  return {PathOf(families.at(index), "network"), text.text(), families.OpenOfAll(index)};
}

}  // namespace

std::vector<File> WriteNetworkd(const HostPlan& plan) {
  std::vector<File> files = WriteDevices(plan);
  const Vlans vlans = VlansOf(plan);
  const Families families(plan);
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) {
    if (plan.interfaces[i].kind != Interface::Kind::kDevice) files.push_back(WriteNetdev(plan, plan.interfaces[i]));
    files.push_back(WriteNetwork(families, i, vlans));
  }
  AddNameFiles(plan, files);
  return files;
}

Commands NetworkdCommands(const HostPlan& plan) {
  Commands commands;
  DeviceCommands(plan, commands);
  commands.activate = commands.devices_up;
  if (plan.interfaces.empty()) return commands;
  commands.activate.emplace_back("systemctl restart systemd-networkd");
  for (const Interface& face : plan.interfaces) {
    commands.interfaces_up.push_back("networkctl up " + face.name);
    commands.interfaces_down.push_back("networkctl down " + face.name);
  }
  std::reverse(commands.interfaces_down.begin(), commands.interfaces_down.end());  // what is carried goes down first
  return commands;
}

}  // namespace hotsite::backends::linux_guest
