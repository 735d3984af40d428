#include "backends/linux/suse_ifcfg.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "backends/linux/bonding.h"
#include "backends/linux/families.h"
#include "backends/linux/name_files.h"
#include "backends/linux/open_files.h"
#include "backends/linux/quote.h"
#include "backends/linux/udev_rules.h"
#include "backends/linux/zdev.h"

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::string_view kFolder = "etc/sysconfig/network/";

/// What makes an interface of others.
std::string MakingKeys(const HostPlan& plan, const Interface& face) {
  std::string text;
  switch (face.kind) {
    case Interface::Kind::kDevice:
      break;
    case Interface::Kind::kVlan:
      text += Assign("ETHERDEVICE", plan.interfaces[face.parent].name);
      text += Assign("VLAN_ID", std::to_string(face.vlan));
      break;
    case Interface::Kind::kBond:
      text += Assign("BONDING_MASTER", "yes") + Assign("BONDING_MODULE_OPTS", kBondOptions);
      for (std::size_t i = 0; i < face.ports.size(); ++i)
        text += Assign(fmt::format("BONDING_SLAVE_{}", i), plan.interfaces[face.ports[i]].name);
      break;
    case Interface::Kind::kBridge:
      text +=
          Assign("BRIDGE", "yes") + Assign("BRIDGE_PORTS", fmt::format("{}", fmt::join(PortNames(plan, face), " ")));
      text += Assign("BRIDGE_STP", "off") + Assign("BRIDGE_FORWARDDELAY", "0");
      break;
  }
  return text;
}

/// IPADDR, IPADDR_1, … with their prefixes, of both families.
std::string AddressKeys(const Interface& face) {
  std::string text;
  std::size_t count = 0;
  const auto add = [&](const std::string& address) {
    text += Assign(count == 0 ? std::string("IPADDR") : fmt::format("IPADDR_{}", count), address);
    ++count;
  };
  for (const HostAddress& one : face.addresses) add(one.ToString());
  for (const std::string& token : face.subnet_tokens) add(token);
  return text;
}

File WriteInterface(const HostPlan& plan, const Interface& face) {
  std::string text = Assign("STARTMODE", face.bond ? "hotplug" : "auto");
  text += Assign("BOOTPROTO", face.is_addressed() ? "static" : "none");
  text += MakingKeys(plan, face) + AddressKeys(face);
  if (face.mtu) text += Assign("MTU", std::to_string(*face.mtu));
  // A bond gives its ports their addresses itself (ifcfg-bonding.5).
  if (face.kind == Interface::Kind::kDevice && plan.devices[face.device].mac && !face.bond)
    text += Assign("LLADDR", plan.devices[face.device].mac->ToString());
  return WaitingFor(OpenOf(plan, face), {fmt::format("{}ifcfg-{}", kFolder, face.file_name), text, {}});
}

/// Destination, gateway, netmask, interface: named in each line, or the first interface whose subnet holds the gateway
/// would be taken (wicked, ifroute.5). Both families stand in one file.
File WriteRoutes(const HostPlan& plan, const Interface& face, const std::vector<const HostRoute*>& routes) {
  std::string text;
  for (const HostRoute* route : routes) {
    text += fmt::format("{} {} - {}\n", route->destination ? route->destination->ToString() : "default",
                        route->ViaText(), face.name);
  }
  std::vector<OpenPlace> open = OpenOf(routes);
  const std::vector<OpenPlace> of_name = OpenOf(plan, face);
  open.insert(open.end(), of_name.begin(), of_name.end());
  return WaitingFor(open, {fmt::format("{}ifroute-{}", kFolder, face.file_name), text, {}});
}

/// Three of a hundred keys of a file that netconfig sources.
File WriteNameService(const HostPlan& plan) {
  std::string servers;
  for (const IpAddress& server : UsedServers(plan)) servers += (servers.empty() ? "" : " ") + server.ToString();
  std::string text = Assign("NETCONFIG_DNS_POLICY", "auto");
  if (const std::string domains = SearchList(plan); !domains.empty())
    text += Assign("NETCONFIG_DNS_STATIC_SEARCHLIST", domains);
  text += Assign("NETCONFIG_DNS_STATIC_SERVERS", servers);
  return {std::string(kFolder) + "config", text, {}, File::Part::kKeys};
}

/// Read at boot, if the kernel was told to ignore devices: each line is a `cio_ignore -r` (SUSE/s390-tools,
/// setup_cio_ignore.sh). Without its line a device isn't there, whatever rule names it.
File WriteActiveDevices(const HostPlan& plan) {
  std::string text;
  std::vector<OpenPlace> open;
  for (const Device& device : plan.devices) {
    text += fmt::format("{}\n", fmt::join(device.channels, ","));
    open.insert(open.end(), device.open.begin(), device.open.end());
  }
  return WaitingFor(open, {"boot/zipl/active_devices.txt", text, {}, File::Part::kLines});
}

/// Where the library doesn't know of rules they do no harm, and without them eth0 would be any device.
bool IsEth(model::InterfaceNames names) {
  return names == model::InterfaceNames::kEth || names == model::InterfaceNames::kEthByRule;
}

void AddDevices(const HostPlan& plan, std::vector<File>& files) {
  if (plan.devices.empty()) return;
  if (plan.device_files == model::DeviceFiles::kChzdev) {
    files.push_back(WriteZdev(plan));
  } else {
    for (const Device& device : plan.devices) files.push_back(WriteQethRules(device));
  }
  if (IsEth(plan.names)) files.push_back(WriteNameRules(plan));
}

void AddNetwork(const HostPlan& plan, std::vector<File>& files) {
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) {
    if (!IsUsed(plan, plan.interfaces[i])) continue;
    files.push_back(WriteInterface(plan, plan.interfaces[i]));
    const std::vector<const HostRoute*> routes = plan.RoutesOver(i);
    if (!routes.empty()) files.push_back(WriteRoutes(plan, plan.interfaces[i], routes));
  }
  // Without servers it would take away the resolver that the system has.
  if (!plan.name_servers.empty()) files.push_back(WriteNameService(plan));
}

}  // namespace

std::vector<File> WriteSuseIfcfg(const HostPlan& plan) {
  std::vector<File> files;
  AddDevices(plan, files);
  AddNetwork(plan, files);
  files.push_back(WriteHostName(plan, "etc/HOSTNAME"));
  files.push_back(WriteHosts(plan));
  if (plan.forwards) files.push_back(WriteSuseForwarding(plan));
  return files;
}

std::vector<File> WriteIfcfg(const HostPlan& plan) {
  std::vector<File> files;
  AddDevices(plan, files);
  if (!plan.devices.empty()) files.push_back(WriteActiveDevices(plan));
  AddNetwork(plan, files);
  files.push_back(WriteHostName(plan, "etc/hostname"));
  files.push_back(WriteHosts(plan));
  if (plan.forwards) files.push_back(WriteSysctl(plan));
  return files;
}

}  // namespace hotsite::backends::linux_guest
