#include "backends/linux/netplan.h"

#include <fmt/format.h>

#include <string_view>

#include "backends/linux/device_files.h"
#include "backends/linux/families.h"
#include "backends/linux/ini_text.h"
#include "backends/linux/name_files.h"
#include "compiler/support/check.h"

namespace hotsite::backends::linux_guest {
namespace {

/// A string of YAML: quoted, or `1:2:3`, `no` and `0010` would be numbers and truth values.
std::string Quoted(std::string_view value) {
  HOTSITE_CHECK(IsPlainValue(value), "a value reached a YAML file without having been validated");
  return fmt::format("\"{}\"", value);
}

std::string List(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ", ") + Quoted(value);
  return "[" + list + "]";
}

/// Lines of one interface, six blanks deep.
class Block {
 public:
  void Line(std::string_view key, std::string_view value) { text_ += fmt::format("      {}: {}\n", key, value); }
  void Head(std::string_view key) { text_ += fmt::format("      {}:\n", key); }
  void Deeper(std::string_view key, std::string_view value) { text_ += fmt::format("        {}: {}\n", key, value); }
  void Item(std::string_view text) { text_ += fmt::format("        - {}\n", text); }
  void Route(const RouteText& route) {
    text_ += fmt::format("        - to: {}\n          via: {}\n", Quoted(route.destination), Quoted(route.via));
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void AddNameServers(const Families& families, std::size_t index, Block& block) {
  NameService names = families.NameServiceOf(index, true);
  const NameService v6 = families.NameServiceOf(index, false);
  names.servers.insert(names.servers.end(), v6.servers.begin(), v6.servers.end());
  names.search.insert(names.search.end(), v6.search.begin(), v6.search.end());
  if (names.servers.empty() && names.search.empty()) return;
  block.Head("nameservers");
  if (!names.servers.empty()) block.Deeper("addresses", List(names.servers));
  if (!names.search.empty()) block.Deeper("search", List(names.search));
}

void AddRoutes(const Families& families, std::size_t index, Block& block) {
  std::vector<RouteText> routes;
  for (const bool v4 : {true, false}) {
    if (const HostRoute* route = families.DefaultOver(index, v4)) routes.push_back({Everything(v4), route->ViaText()});
  }
  for (const bool v4 : {true, false}) {
    for (RouteText& route : families.FurtherRoutesOver(index, v4)) routes.push_back(std::move(route));
  }
  if (!routes.empty()) block.Head("routes");
  for (const RouteText& route : routes) block.Route(route);
}

/// What all kinds of interfaces have.
void AddNetwork(const Families& families, std::size_t index, Block& block) {
  const Interface& face = families.at(index);
  for (const char* key : {"dhcp4", "dhcp6", "accept-ra"}) block.Line(key, "false");
  if (face.mtu && !face.bond) block.Line("mtu", std::to_string(*face.mtu));
  std::vector<std::string> addresses = AddressesOf(face, true);
  for (std::string& address : AddressesOf(face, false)) addresses.push_back(std::move(address));
  if (!addresses.empty()) block.Head("addresses");
  for (const std::string& address : addresses) block.Item(Quoted(address));
  AddNameServers(families, index, block);
  AddRoutes(families, index, block);
}

void AddBond(const std::vector<std::string>& ports, Block& block) {
  block.Line("interfaces", List(ports));
  block.Head("parameters");
  block.Deeper("mode", Quoted("active-backup"));
  block.Deeper("primary", Quoted(ports.front()));
  block.Deeper("mii-monitor-interval", "100");
  block.Deeper("fail-over-mac-policy", Quoted("active"));
}

void AddBridge(const std::vector<std::string>& ports, Block& block) {
  block.Line("interfaces", List(ports));
  block.Head("parameters");
  block.Deeper("stp", "false");
  block.Deeper("forward-delay", "0");
}

void AddKind(const HostPlan& plan, const Interface& face, Block& block) {
  switch (face.kind) {
    case Interface::Kind::kDevice:
      if (const auto& mac = plan.devices[face.device].mac) block.Line("macaddress", Quoted(mac->ToString()));
      break;
    case Interface::Kind::kVlan:
      block.Line("id", std::to_string(face.vlan));
      block.Line("link", Quoted(plan.interfaces[face.parent].name));
      break;
    case Interface::Kind::kBond:
      AddBond(PortNames(plan, face), block);
      break;
    case Interface::Kind::kBridge:
      AddBridge(PortNames(plan, face), block);
      break;
  }
}

/// A bridge has the name that the spec gives it, which YAML might take for a number or a truth value.
std::string KeyOf(const Interface& face) {
  const std::string quoted = Quoted(face.name);
  return face.kind == Interface::Kind::kBridge ? quoted : face.name;
}

std::string KindText(const Families& families, Interface::Kind kind, std::string_view name) {
  const HostPlan& plan = families.plan();
  std::string text;
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) {
    const Interface& face = plan.interfaces[i];
    if (face.kind != kind) continue;
    Block block;
    AddKind(plan, face, block);
    AddNetwork(families, i, block);
    text += fmt::format("    {}:\n{}", KeyOf(face), block.text());
  }
  return text.empty() ? text : fmt::format("  {}:\n{}", name, text);
}

/// netplan warns of a file that others may read.
File WriteFile(const HostPlan& plan) {
  const Families families(plan);
  std::string text = "network:\n  version: 2\n  renderer: networkd\n";
  text += KindText(families, Interface::Kind::kDevice, "ethernets");
  text += KindText(families, Interface::Kind::kBond, "bonds");
  text += KindText(families, Interface::Kind::kVlan, "vlans");
  text += KindText(families, Interface::Kind::kBridge, "bridges");
  File file{"etc/netplan/90-hotsite.yaml", text, {}, File::Part::kWhole, 0600};
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) {
    for (const OpenPlace& place : families.OpenOfAll(i)) file.open.push_back(place);
  }
  return file;
}

}  // namespace

std::vector<File> WriteNetplan(const HostPlan& plan) {
  std::vector<File> files = WriteDevices(plan);
  files.push_back(WriteFile(plan));
  // Or cloud-init writes the network that it was told of at the installation once more (from knowledge).
  files.push_back({"etc/cloud/cloud.cfg.d/99-disable-network-config.cfg", "network: {config: disabled}\n", {}});
  AddNameFiles(plan, files);
  return files;
}

Commands NetplanCommands(const HostPlan& plan) {
  Commands commands;
  DeviceCommands(plan, commands);
  commands.activate = commands.devices_up;
  if (plan.interfaces.empty()) return commands;
  commands.interfaces_up = {"netplan generate", "netplan apply"};
  for (std::size_t i = plan.interfaces.size(); i-- > 0;) {
    commands.interfaces_down.push_back(fmt::format("ip link set {} down", plan.interfaces[i].name));
  }
  commands.activate.insert(commands.activate.end(), commands.interfaces_up.begin(), commands.interfaces_up.end());
  return commands;
}

}  // namespace hotsite::backends::linux_guest
