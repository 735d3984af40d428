#include "backends/linux/ifupdown.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "backends/linux/device_files.h"
#include "backends/linux/families.h"
#include "backends/linux/ini_text.h"
#include "backends/linux/name_files.h"
#include "compiler/support/check.h"

namespace hotsite::backends::linux_guest {
namespace {

/// Stanzas of one interface. There is no quoting: a value ends with its line.
class Stanzas {
 public:
  explicit Stanzas(std::string_view name) : name_(name) { Line(fmt::format("auto {}", name)); }
  void Begin(std::string_view family, std::string_view method) {
    Line(fmt::format("iface {} {} {}", name_, family, method));
  }
  void Option(std::string_view key, std::string_view value) {
    HOTSITE_CHECK(IsPlainValue(value), "a value reached an interfaces file without having been validated");
    Line(fmt::format("    {} {}", key, value));
  }
  void Up(std::string_view command) { Line(fmt::format("    up {}", command)); }
  const std::string& text() const { return text_; }

 private:
  void Line(std::string_view line) { text_ += fmt::format("{}\n", line); }

  std::string name_;
  std::string text_;
};

/// What makes the interface: said once, in its first stanza.
void AddKind(const HostPlan& plan, const Interface& face, Stanzas& stanzas) {
  const std::string ports = fmt::format("{}", fmt::join(PortNames(plan, face), " "));
  switch (face.kind) {
    case Interface::Kind::kDevice:
      if (const auto& mac = plan.devices[face.device].mac) stanzas.Option("hwaddress", mac->ToString());
      break;
    case Interface::Kind::kVlan:
      stanzas.Option("vlan-raw-device", plan.interfaces[face.parent].name);
      break;
    case Interface::Kind::kBond:
      stanzas.Option("bond-slaves", ports);
      stanzas.Option("bond-mode", "active-backup");
      stanzas.Option("bond-primary", plan.interfaces[face.ports.front()].name);
      stanzas.Option("bond-miimon", "100");
      stanzas.Option("bond-fail-over-mac", "active");
      break;
    case Interface::Kind::kBridge:
      stanzas.Option("bridge_ports", ports.empty() ? "none" : ports);
      stanzas.Option("bridge_stp", "off");
      stanzas.Option("bridge_fd", "0");
      break;
  }
  if (face.mtu) stanzas.Option("mtu", std::to_string(*face.mtu));
}

void AddNameServers(const Families& families, std::size_t index, bool v4, Stanzas& stanzas) {
  const NameService names = families.NameServiceOf(index, v4);
  if (!names.servers.empty()) stanzas.Option("dns-nameservers", fmt::format("{}", fmt::join(names.servers, " ")));
  if (!names.search.empty()) stanzas.Option("dns-search", fmt::format("{}", fmt::join(names.search, " ")));
}

/// One family: a stanza for its first address with all else, then one for each further address.
void AddFamily(const Families& families, std::size_t index, bool v4, bool makes, Stanzas& stanzas) {
  const std::vector<std::string> addresses = AddressesOf(families.at(index), v4);
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    stanzas.Begin(v4 ? "inet" : "inet6", "static");
    stanzas.Option("address", addresses[i]);
    if (!v4) stanzas.Option("accept_ra", "0");
    if (i > 0) continue;
    if (const HostRoute* route = families.DefaultOver(index, v4)) stanzas.Option("gateway", route->ViaText());
    if (makes) AddKind(families.plan(), families.at(index), stanzas);
    AddNameServers(families, index, v4, stanzas);
    for (const RouteText& route : families.FurtherRoutesOver(index, v4)) {
      HOTSITE_CHECK(IsPlainValue(route.destination + route.via),
                    "a route reached a command without having been validated");
      // `replace`, so that a second ifup doesn't fail on a route that is there.
      stanzas.Up(fmt::format("ip {}route replace {} via {} dev $IFACE", v4 ? "" : "-6 ", route.destination, route.via));
    }
  }
}

/// ifenslave brings the ports of a bond up itself.
bool HasStanza(const Interface& face) { return !face.bond; }

File WriteInterface(const Families& families, std::size_t index) {
  const Interface& face = families.at(index);
  Stanzas stanzas(face.name);
  const bool v4 = !AddressesOf(face, true).empty();
  if (!face.is_addressed()) {
    stanzas.Begin("inet", "manual");
    AddKind(families.plan(), face, stanzas);
  }
  AddFamily(families, index, true, true, stanzas);
  AddFamily(families, index, false, !v4, stanzas);
  return {"etc/network/interfaces.d/" + face.file_name, stanzas.text(), families.OpenOfAll(index)};
}

}  // namespace

std::vector<File> WriteIfupdown(const HostPlan& plan) {
  std::vector<File> files = WriteDevices(plan);
  const Families families(plan);
  files.push_back(
      {"etc/network/interfaces", "source /etc/network/interfaces.d/*\n\nauto lo\niface lo inet loopback\n", {}});
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) {
    if (HasStanza(plan.interfaces[i])) files.push_back(WriteInterface(families, i));
  }
  // Ubuntu 16.04 has the package resolvconf, which makes this file of the dns- lines (from knowledge).
  const bool made = plan.device_files == model::DeviceFiles::kCcwConfig;
  if (!plan.name_servers.empty() && !made) files.push_back({"etc/resolv.conf", WriteResolver(plan), {}});
  AddNameFiles(plan, files);
  return files;
}

Commands IfupdownCommands(const HostPlan& plan) {
  Commands commands;
  DeviceCommands(plan, commands);
  commands.activate = commands.devices_up;
  if (plan.interfaces.empty()) return commands;
  commands.activate.emplace_back("systemctl restart networking");
  for (const Interface& face : plan.interfaces) {
    if (!HasStanza(face)) continue;
    commands.interfaces_up.push_back("ifup " + face.name);
    commands.interfaces_down.push_back("ifdown " + face.name);
  }
  std::reverse(commands.interfaces_down.begin(), commands.interfaces_down.end());  // what is carried goes down first
  return commands;
}

}  // namespace hotsite::backends::linux_guest
