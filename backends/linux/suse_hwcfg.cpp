#include "backends/linux/suse_hwcfg.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "backends/linux/bonding.h"
#include "backends/linux/name_files.h"
#include "backends/linux/quote.h"

namespace hotsite::backends::linux_guest {
namespace {

/// Device type and bus: `qeth` also for HiperSockets.
std::string ConfigName(const Device& device) { return "qeth-bus-ccw-" + device.file_id; }

/// What the files of an interface are named after: its device, or its own name (bond0, vlan120).
std::string ConfigName(const HostPlan& plan, const Interface& face) {
  return face.kind == Interface::Kind::kDevice ? ConfigName(plan.devices[face.device]) : face.file_name;
}

// The script names must be those of the skeleton: a wrong one "might result in an unbootable system" (README.s390).
File WriteHardware(const Device& device) {
  std::string options;
  for (const auto& [name, value] : device.options) options += (options.empty() ? "" : " ") + name + "=" + value;
  std::string text;
  text += Assign("STARTMODE", "auto");
  text += Assign("MODULE", "qeth");
  text += Assign("MODULE_OPTIONS", "");
  text += Assign("MODULE_UNLOAD", "yes");
  text += Assign("SCRIPTUP", "hwup-ccw");
  text += Assign("SCRIPTUP_ccw", "hwup-ccw");
  text += Assign("SCRIPTUP_ccwgroup", "hwup-qeth");
  text += Assign("SCRIPTDOWN", "hwdown-ccw");
  text += Assign("CCW_CHAN_IDS", fmt::format("{}", fmt::join(device.channels, " ")));
  text += Assign("CCW_CHAN_NUM", "3");
  text += Assign("QETH_LAYER2_SUPPORT", device.layer2 ? "1" : "0");
  if (!options.empty()) text += Assign("QETH_OPTIONS", options);
  return {"etc/sysconfig/hardware/hwcfg-" + ConfigName(device), text, device.open};
}

/// A device as other files name it: the numbers of eth0 and hsi0 are the kernel's (ifcfg-vlan.5: preferably a hardware
/// description).
std::string Described(const HostPlan& plan, const Interface& face) {
  return face.kind == Interface::Kind::kDevice ? "bus-ccw-" + plan.devices[face.device].channels.front() : face.name;
}

/// One address with its mask; `suffix` is empty for the first, `_1`, `_2` … for the others.
std::string AddressKeys(const HostAddress& one, std::string_view suffix) {
  const auto key = [&](std::string_view name) { return fmt::format("{}{}", name, suffix); };
  std::string text = Assign(key("IPADDR"), one.address.ToString());
  if (!one.address.is_v4()) return text + Assign(key("PREFIXLEN"), std::to_string(one.subnet.prefix()));
  text += Assign(key("NETMASK"), one.subnet.Netmask());
  text += Assign(key("NETWORK"), one.subnet.network().ToString());
  // Two addresses have no third one for all (RFC 3021).
  return one.subnet.prefix() >= 31 ? text : text + Assign(key("BROADCAST"), one.subnet.last().ToString());
}

std::string AllAddressKeys(const Interface& face) {
  std::string text;
  std::size_t count = 0;
  const auto suffix = [&] { return count++ == 0 ? std::string() : fmt::format("_{}", count - 1); };
  for (const HostAddress& one : face.addresses) text += AddressKeys(one, suffix());
  for (const std::string& token : face.subnet_tokens) {
    const std::string end = suffix();
    text += Assign("IPADDR" + end, token) + Assign("NETMASK" + end, token);
  }
  return text;
}

/// What makes an interface of others.
std::string MakingKeys(const HostPlan& plan, const Interface& face) {
  if (face.kind == Interface::Kind::kVlan) return Assign("ETHERDEVICE", Described(plan, plan.interfaces[face.parent]));
  if (face.kind != Interface::Kind::kBond) return {};
  std::string text = Assign("BONDING_MASTER", "yes") + Assign("BONDING_MODULE_OPTS", kOldBondOptions);
  for (std::size_t i = 0; i < face.ports.size(); ++i)
    text += Assign(fmt::format("BONDING_SLAVE{}", i), Described(plan, plan.interfaces[face.ports[i]]));
  return text;
}

/// A port of a bond: the bond starts it (kernel, Documentation/networking/bonding.rst, 3.1).
File WritePort(const HostPlan& plan, const Interface& face) {
  const std::string name = ConfigName(plan, face);
  const std::string text = Assign("BOOTPROTO", "none") + Assign("STARTMODE", "off") + Assign("_nm_name", name);
  return {"etc/sysconfig/network/ifcfg-" + name, text, OpenOf(plan, face)};
}

File WriteInterface(const HostPlan& plan, const Interface& face) {
  const std::string name = ConfigName(plan, face);
  std::string text;
  text += Assign("BOOTPROTO", face.is_addressed() ? "static" : "none");
  text += Assign("STARTMODE", "onboot");
  text += MakingKeys(plan, face) + AllAddressKeys(face);
  // An empty MTU leaves the driver's default, as YaST writes it (from knowledge).
  text += Assign("MTU", face.mtu ? std::to_string(*face.mtu) : "");
  if (face.kind == Interface::Kind::kDevice && plan.devices[face.device].mac)
    text += Assign("LLADDR", plan.devices[face.device].mac->ToString());
  text += Assign("REMOTE_IPADDR", "");
  text += Assign("UNIQUE", "");
  text += Assign("USERCONTROL", "no");
  text += Assign("_nm_name", name);
  return {"etc/sysconfig/network/ifcfg-" + name, text, OpenOf(plan, face), File::Part::kWhole, 0644, "UNIQUE"};
}

std::string Column(std::string_view text, std::size_t width) {
  std::string column(text);
  column.resize(std::max(width, text.size() + 1), ' ');
  return column;
}

std::string RouteInterface(const HostPlan& plan, const HostRoute& route) {
  const Interface& face = plan.interfaces[route.interface];
  return face.kind == Interface::Kind::kDevice ? "-" : face.name;
}

/// Destination, gateway, netmask, interface; `-` is empty, `default` must not be written as 0.0.0.0 (routes.5).
/// eth0 and hsi0 are left to the system, whose kernel numbers them; bonds and VLANs have their own names.
File WriteRoutes(const HostPlan& plan) {
  std::string text;
  std::vector<OpenPlace> open;
  for (const HostRoute& route : plan.routes) {
    std::string destination = "default";
    std::string mask = "-";
    if (route.destination && route.v4) {
      destination = route.destination->network().ToString();
      mask = route.destination->Netmask();
    } else if (route.destination) {
      destination = route.destination->ToString();
    }
    text +=
        Column(destination, 12) + Column(route.ViaText(), 13) + Column(mask, 14) + RouteInterface(plan, route) + "\n";
    open.insert(open.end(), route.open.begin(), route.open.end());
  }
  return {"etc/sysconfig/network/routes", text, std::move(open)};
}

}  // namespace

std::vector<File> WriteSuseHwcfg(const HostPlan& plan) {
  std::vector<File> files;
  for (const Interface& face : plan.interfaces) {
    if (face.kind == Interface::Kind::kDevice) files.push_back(WriteHardware(plan.devices[face.device]));
    if (face.is_port()) {
      files.push_back(WritePort(plan, face));
    } else if (IsUsed(plan, face)) {
      files.push_back(WriteInterface(plan, face));
    }
  }
  if (!plan.routes.empty()) files.push_back(WriteRoutes(plan));
  files.push_back(WriteHostName(plan, "etc/HOSTNAME"));
  files.push_back(WriteHosts(plan));
  // Without servers it would take away the resolver that the system has.
  if (!plan.name_servers.empty()) files.push_back({"etc/resolv.conf", WriteResolver(plan), {}});
  if (plan.forwards) files.push_back(WriteSuseForwarding(plan));
  return files;
}

Commands SuseHwcfgCommands(const HostPlan& plan) {
  Commands commands;
  for (const Interface& face : plan.interfaces) {
    if (face.kind == Interface::Kind::kDevice) {
      commands.devices_up.push_back("hwup " + ConfigName(plan.devices[face.device]));
      commands.devices_down.push_back("hwdown " + ConfigName(plan.devices[face.device]));
    }
    if (face.is_port() || !IsUsed(plan, face)) continue;
    commands.interfaces_up.push_back("ifup " + ConfigName(plan, face));
    commands.interfaces_down.push_back("ifdown " + ConfigName(plan, face));
  }
  commands.activate = commands.devices_up;
  commands.activate.emplace_back("rcnetwork restart");
  return commands;
}

}  // namespace hotsite::backends::linux_guest
