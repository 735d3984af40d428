#include "backends/linux/readme_network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "backends/naming.h"

namespace hotsite::backends::linux_guest {
namespace {

char AsciiUpper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string AddressText(const Interface& face) {
  if (face.is_port()) return face.bond ? "in a bond" : "in a bridge";
  std::vector<std::string> words;
  for (const HostAddress& one : face.addresses) words.push_back(one.ToString());
  words.insert(words.end(), face.subnet_tokens.begin(), face.subnet_tokens.end());
  return words.empty() ? "no address" : fmt::format("{}", fmt::join(words, " "));
}

std::string LinkText(const Device& device) {
  using Kind = model::Link::Kind;
  const std::string name = PlainText(device.link.name);
  const char* layer = device.layer2 ? "layer 2" : "layer 3";
  switch (device.link.kind) {
    case Kind::kVswitch:
      return fmt::format("vswitch {}, {}", name, layer);
    case Kind::kBridge:
      return fmt::format("bridge {} of the KVM host", name);
    case Kind::kGuestLan:
      return fmt::format("guest LAN {}, {}", name, layer);
    case Kind::kOsa:
      return fmt::format("OSA {}, {}", name, layer);
    case Kind::kHiperSockets:
      return fmt::format("HiperSockets {}, {}", name, layer);
    case Kind::kNone:
      break;
  }
  return "NOTHING CARRIES IT HERE";
}

/// What an interface is to the reader: the device 0600, real ones with the number here; a VLAN on it, a bond, a bridge.
std::string FaceText(const HostPlan& plan, const Interface& face) {
  if (face.kind != Interface::Kind::kDevice) return face.name;
  const Device& device = plan.devices[face.device];
  std::string number = device.channels.front();
  if (!device.is_open()) number.erase(0, number.rfind('.') + 1);
  if (!device.is_open()) std::transform(number.begin(), number.end(), number.begin(), AsciiUpper);
  return number == device.nic ? number : fmt::format("{} as {}", device.nic, number);
}

std::string CarriedText(const HostPlan& plan, const Interface& face) {
  if (face.kind == Interface::Kind::kDevice) return LinkText(plan.devices[face.device]);
  if (face.kind == Interface::Kind::kVlan)
    return fmt::format("VLAN {} on {}", face.vlan, FaceText(plan, plan.interfaces[face.parent]));
  std::vector<std::string> ports;
  for (const std::size_t port : face.ports) ports.push_back(FaceText(plan, plan.interfaces[port]));
  if (face.kind == Interface::Kind::kBond) return fmt::format("bond of {}", fmt::join(ports, " and "));
  return ports.empty() ? "bridge without an uplink" : "bridge, its uplink is " + ports.front();
}

/// What an interface is, without its name: its kind, the NIC of the spec below it, its VLAN.
using FaceKey = std::tuple<Interface::Kind, std::string, std::int64_t>;

FaceKey KeyOf(const HostPlan& plan, const Interface& face) {
  switch (face.kind) {
    case Interface::Kind::kDevice:
      return {face.kind, plan.devices[face.device].nic, 0};
    case Interface::Kind::kVlan:
      return {face.kind, fmt::format("{}", fmt::join(face.networks, " ")), face.vlan};
    case Interface::Kind::kBond:
      return {face.kind, std::get<1>(KeyOf(plan, plan.interfaces[face.ports.front()])), 0};
    case Interface::Kind::kBridge:
      break;
  }
  return {face.kind, face.name, 0};
}

}  // namespace

void WriteNetworkTable(const HostPlan& plan, TextWriter& out) {
  std::size_t widest = 0, network = 0, name = 0;
  const auto networks = [](const Interface& face) { return fmt::format("{}", fmt::join(face.networks, ", ")); };
  for (const Interface& face : plan.interfaces) {
    widest = std::max(widest, AddressText(face).size());
    network = std::max(network, networks(face).size());
    name = std::max(name, FaceText(plan, face).size());
  }
  for (const Interface& face : plan.interfaces) {
    out.Line("  {}  {}  {}  {}", PadRight(FaceText(plan, face), name), PadRight(networks(face), network),
             PadRight(AddressText(face), widest), CarriedText(plan, face));
  }
  for (const HostRoute& route : plan.routes)
    out.Line("  {} via {}", route.destination ? route.destination->ToString() : "default", route.ViaText());
  if (plan.interfaces.empty()) out.Line("  none: the spec gives it no network interface");
  if (plan.forwards) out.Line("  forwards between its networks (router)");
}

std::string NetworkValues(const HostPlan& plan) {
  TextWriter out;
  for (const Device& device : plan.devices) out.Line("device {}: {}", device.nic, device.channels.front());
  for (const Interface& face : plan.interfaces) {
    for (const HostAddress& one : face.addresses) out.Line("{}: {}", FaceText(plan, face), one.ToString());
    for (const std::string& token : face.subnet_tokens) out.Line("{}: {}", FaceText(plan, face), token);
    if (face.mtu) out.Line("{}: MTU {}", FaceText(plan, face), *face.mtu);
  }
  for (const HostRoute& route : plan.routes)
    out.Line("{} via {}", route.destination ? route.destination->ToString() : "default", route.ViaText());
  for (const IpAddress& server : plan.name_servers) out.Line("name server {}", server.ToString());
  for (const std::string& domain : plan.search) out.Line("domain {}", PlainText(domain));
  return out.Take();
}

std::vector<std::pair<std::string, std::string>> RenamedInterfaces(const HostPlan& home, const HostPlan& here) {
  std::map<FaceKey, std::string> names;
  for (const Interface& face : home.interfaces) names.emplace(KeyOf(home, face), face.name);
  std::vector<std::pair<std::string, std::string>> renamed;
  for (const Interface& face : here.interfaces) {
    const auto before = names.find(KeyOf(here, face));
    if (before != names.end() && before->second != face.name) renamed.emplace_back(before->second, face.name);
  }
  return renamed;
}

}  // namespace hotsite::backends::linux_guest
