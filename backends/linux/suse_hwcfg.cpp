#include "backends/linux/suse_hwcfg.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "backends/linux/name_files.h"
#include "backends/linux/quote.h"

namespace hotsite::backends::linux_guest {
namespace {

/// Device type and bus: `qeth` also for HiperSockets.
std::string ConfigName(const Interface& face) { return "qeth-bus-ccw-" + face.file_id; }

// The script names must be those of the skeleton: a wrong one "might result in an unbootable system" (README.s390).
File WriteHardware(const Interface& face) {
  std::string text;
  text += Assign("STARTMODE", "auto");
  text += Assign("MODULE", "qeth");
  text += Assign("MODULE_OPTIONS", "");
  text += Assign("MODULE_UNLOAD", "yes");
  text += Assign("SCRIPTUP", "hwup-ccw");
  text += Assign("SCRIPTUP_ccw", "hwup-ccw");
  text += Assign("SCRIPTUP_ccwgroup", "hwup-qeth");
  text += Assign("SCRIPTDOWN", "hwdown-ccw");
  text += Assign("CCW_CHAN_IDS", face.channels);
  text += Assign("CCW_CHAN_NUM", "3");
  text += Assign("QETH_LAYER2_SUPPORT", face.layer2 ? "1" : "0");
  if (!face.connector.empty()) text += Assign("QETH_OPTIONS", "route4=" + face.connector);
  std::vector<OpenPlace> open;
  if (!face.open.empty() && face.file_id.starts_with("OPEN-")) open.push_back(face.open.front());
  return {"etc/sysconfig/hardware/hwcfg-" + ConfigName(face), text, open};
}

/// One address with its mask; `suffix` is empty for the first, `_1`, `_2` … for the others.
std::string AddressKeys(const IpAddress& address, const Subnet& subnet, std::string_view suffix) {
  const auto key = [&](std::string_view name) { return fmt::format("{}{}", name, suffix); };
  std::string text = Assign(key("IPADDR"), address.ToString());
  if (!address.is_v4()) return text + Assign(key("PREFIXLEN"), std::to_string(subnet.prefix()));
  text += Assign(key("NETMASK"), subnet.Netmask());
  text += Assign(key("NETWORK"), subnet.network().ToString());
  return text + Assign(key("BROADCAST"), subnet.last().ToString());
}

std::string AllAddressKeys(const Interface& face) {
  if (!face.subnet) return Assign("IPADDR", face.subnet_token) + Assign("NETMASK", face.subnet_token);
  std::string text;
  for (std::size_t i = 0; i < face.addresses.size(); ++i) {
    text += AddressKeys(face.addresses[i], *face.subnet, i == 0 ? "" : fmt::format("_{}", i));
  }
  return text;
}

File WriteInterface(const Interface& face) {
  std::string text;
  text += Assign("BOOTPROTO", "static");
  text += Assign("STARTMODE", "onboot");
  text += AllAddressKeys(face);
  // An empty MTU leaves the driver's default, as YaST writes it (from knowledge).
  text += Assign("MTU", face.mtu ? std::to_string(*face.mtu) : "");
  if (face.mac) text += Assign("LLADDR", face.mac->ToString());
  text += Assign("REMOTE_IPADDR", "");
  text += Assign("UNIQUE", "");
  text += Assign("USERCONTROL", "no");
  text += Assign("_nm_name", ConfigName(face));
  return {"etc/sysconfig/network/ifcfg-" + ConfigName(face), text, face.open};
}

std::string Column(std::string_view text, std::size_t width) {
  std::string column(text);
  column.resize(std::max(width, text.size() + 1), ' ');
  return column;
}

/// Destination, gateway, netmask, interface; `-` is empty, `default` must not be written as 0.0.0.0 (routes.5). The
/// interface is left to the system, whose kernel numbers eth0 and hsi0.
File WriteRoutes(const HostPlan& plan) {
  std::string text;
  for (const model::Hop& hop : plan.routes) {
    std::string destination = "default";
    std::string mask = "-";
    if (hop.destination && hop.via.is_v4()) {
      destination = hop.destination->network().ToString();
      mask = hop.destination->Netmask();
    } else if (hop.destination) {
      destination = hop.destination->ToString();
    }
    text += Column(destination, 12) + Column(hop.via.ToString(), 13) + Column(mask, 14) + "-\n";
  }
  std::string defaults;
  std::vector<OpenPlace> open;
  for (const OpenDefault& one : plan.open_defaults) {
    defaults += Column("default", 12) + Column(one.token, 13) + Column("-", 14) + "-\n";
    open.push_back({one.token.substr(2), one.what});
  }
  return {"etc/sysconfig/network/routes", defaults + text, std::move(open)};
}

File WriteForwarding(const HostPlan& plan) {
  std::string text = Assign("IP_FORWARD", "yes");
  if (plan.HasIpv6()) text += Assign("IPV6_FORWARD", "yes");
  return {"etc/sysconfig/sysctl", text, {}};
}

}  // namespace

std::vector<File> WriteSuseHwcfg(const HostPlan& plan) {
  std::vector<File> files;
  for (const Interface& face : plan.interfaces) {
    files.push_back(WriteHardware(face));
    const bool addressed = face.subnet ? !face.addresses.empty() : !face.subnet_token.empty();
    if (addressed) files.push_back(WriteInterface(face));
  }
  if (!plan.routes.empty() || !plan.open_defaults.empty()) files.push_back(WriteRoutes(plan));
  files.push_back({"etc/HOSTNAME", plan.FullName() + "\n", {}});
  files.push_back({"etc/hosts", WriteHosts(plan), {}});
  // Without servers it would take away the resolver that the system has.
  if (!plan.name_servers.empty()) files.push_back({"etc/resolv.conf", WriteResolver(plan), {}});
  if (plan.forwards) files.push_back(WriteForwarding(plan));
  return files;
}

Commands SuseHwcfgCommands(const HostPlan& plan) {
  Commands commands;
  for (const Interface& face : plan.interfaces) {
    commands.devices_up.push_back("hwup " + ConfigName(face));
    commands.interfaces_up.push_back("ifup " + ConfigName(face));
    commands.interfaces_down.push_back("ifdown " + ConfigName(face));
    commands.devices_down.push_back("hwdown " + ConfigName(face));
  }
  commands.restart = "rcnetwork restart";
  return commands;
}

}  // namespace hotsite::backends::linux_guest
