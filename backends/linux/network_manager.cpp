#include "backends/linux/network_manager.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backends/linux/device_files.h"
#include "backends/linux/families.h"
#include "backends/linux/ini_text.h"
#include "backends/linux/name_files.h"
#include "compiler/support/uuid.h"

namespace hotsite::backends::linux_guest {
namespace {

/// The space of this writer's UUIDs: NameUuid of the name hotsite.invalid in the space of DNS names.
constexpr UuidSpace kConnections = {0xdc, 0x5b, 0xa9, 0x1d, 0xef, 0x84, 0x51, 0x96,
                                    0xa3, 0xec, 0xb3, 0x27, 0xf3, 0x4c, 0x44, 0xd1};

/// The bond or bridge that `face` is a port of; null: of none.
const Interface* MasterOf(const HostPlan& plan, const Interface& face) {
  if (!face.is_port()) return nullptr;
  return &plan.interfaces[face.bond ? *face.bond : *face.bridge];
}

/// enc600; of a port of a bond bond0-port-enc900.
std::string ConnectionName(const HostPlan& plan, const Interface& face, const std::string Interface::* name) {
  const Interface* master = MasterOf(plan, face);
  return master ? master->*name + "-port-" + face.*name : face.*name;
}

const char* TypeOf(const Interface& face) {
  switch (face.kind) {
    case Interface::Kind::kVlan:
      return "vlan";
    case Interface::Kind::kBond:
      return "bond";
    case Interface::Kind::kBridge:
      return "bridge";
    case Interface::Kind::kDevice:
      return "ethernet";
  }
  return "";
}

void AddConnection(const HostPlan& plan, const Interface& face, IniText& text) {
  const std::string id = ConnectionName(plan, face, &Interface::name);
  text.Group("connection").Key("id", id);
  text.Key("uuid", NameUuid(kConnections, plan.system + "/" + face.name));
  text.Key("type", TypeOf(face));
  text.Key("autoconnect-priority", 999);  // before a profile for the same interface that was left behind
  text.Key("interface-name", face.name);
  if (const Interface* master = MasterOf(plan, face))
    text.Key("master", master->name).Key("slave-type", TypeOf(*master));
}

/// Of the s390 keys NetworkManager only compares the subchannels (nm-device-ethernet.c). ccw_init finds the device by
/// them, in a line that must be `a;b;c;` to the byte, and takes layer2; other options it doesn't read.
void AddDevice(const Device& device, const Interface& face, IniText& text) {
  text.Group("ethernet");
  if (device.mac) text.Key("cloned-mac-address", device.mac->ToString());
  if (face.mtu && !face.bond) text.Key("mtu", *face.mtu);
  text.Key("s390-nettype", "qeth").Key("s390-subchannels", KeyfileList(device.channels));
  text.Group("ethernet-s390-options").Key("layer2", device.layer2 ? "1" : "0");
}

void AddLink(const HostPlan& plan, const Interface& face, IniText& text) {
  if (face.kind == Interface::Kind::kDevice) return AddDevice(plan.devices[face.device], face, text);
  // NetworkManager gives every kind but a bond this group, even an empty one.
  if (face.kind != Interface::Kind::kBond || face.mtu) text.Group("ethernet");
  if (face.mtu) text.Key("mtu", *face.mtu);
  if (face.kind == Interface::Kind::kVlan) {
    text.Group("vlan").Key("flags", 1).Key("id", face.vlan).Key("parent", plan.interfaces[face.parent].name);
  } else if (face.kind == Interface::Kind::kBridge) {
    text.Group("bridge").Key("stp", "false");
  } else {
    text.Group("bond").Key("fail_over_mac", "active").Key("miimon", 100).Key("mode", "active-backup");
    text.Key("primary", plan.interfaces[face.ports.front()].name);
  }
}

/// One family. The first address has the gateway behind it; a second default route is a route.
void AddFamily(const Families& families, std::size_t index, bool v4, IniText& text) {
  const std::vector<std::string> addresses = AddressesOf(families.at(index), v4);
  text.Group(v4 ? "ipv4" : "ipv6");
  if (addresses.empty()) {
    text.Key("method", "disabled");
    return;
  }
  const HostRoute* gateway = families.DefaultOver(index, v4);
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const std::string via = i == 0 && gateway ? "," + gateway->ViaText() : "";
    text.Key(fmt::format("address{}", i + 1), addresses[i] + via);
  }
  const NameService names = families.NameServiceOf(index, v4);
  if (!names.servers.empty()) text.Key("dns", KeyfileList(names.servers));
  if (!names.search.empty()) text.Key("dns-search", KeyfileList(names.search));
  // Without IPv4 there is no network; a system that only lacks its IPv6 address shall come up.
  if (v4) text.Key("may-fail", "false");
  text.Key("method", "manual");
  if (families.IsDefaultElsewhere(index, v4)) text.Key("never-default", "true");
  std::size_t number = 0;
  for (const RouteText& route : families.FurtherRoutesOver(index, v4)) {
    text.Key(fmt::format("route{}", ++number), route.destination + "," + route.via);
  }
}

/// NetworkManager passes over a keyfile that anybody but root may read.
File WriteConnection(const Families& families, std::size_t index) {
  const HostPlan& plan = families.plan();
  const Interface& face = families.at(index);
  IniText text;
  AddConnection(plan, face, text);
  AddLink(plan, face, text);
  if (face.is_port()) {
    if (face.bridge) text.Group("bridge-port");
  } else {
    AddFamily(families, index, true, text);
    AddFamily(families, index, false, text);
    text.Group("proxy");
  }
  const std::string name = ConnectionName(plan, face, &Interface::file_name);
  return {fmt::format("etc/NetworkManager/system-connections/{}.nmconnection", name), text.text(),
          families.OpenOfAll(index), File::Part::kWhole, 0600};
}

}  // namespace

std::vector<File> WriteNetworkManager(const HostPlan& plan) {
  std::vector<File> files = WriteDevices(plan);
  const Families families(plan);
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) files.push_back(WriteConnection(families, i));
  AddNameFiles(plan, files);
  return files;
}

Commands NetworkManagerCommands(const HostPlan& plan) {
  Commands commands;
  DeviceCommands(plan, commands);
  commands.activate = commands.devices_up;
  if (!plan.interfaces.empty()) commands.activate.emplace_back("nmcli connection reload");
  for (const Interface& face : plan.interfaces) {
    const std::string name = ConnectionName(plan, face, &Interface::name);
    commands.interfaces_up.push_back(fmt::format("nmcli connection up {}", name));
    commands.interfaces_down.push_back(fmt::format("nmcli connection down {}", name));
  }
  std::reverse(commands.interfaces_down.begin(), commands.interfaces_down.end());  // what is carried goes down first
  commands.activate.insert(commands.activate.end(), commands.interfaces_up.begin(), commands.interfaces_up.end());
  return commands;
}

}  // namespace hotsite::backends::linux_guest
