#include "backends/linux/rh_ifcfg.h"

#include <fmt/format.h>

#include <string_view>

#include "backends/linux/bonding.h"
#include "backends/linux/name_files.h"
#include "backends/linux/open_files.h"
#include "backends/linux/quote.h"
#include "backends/linux/rh_ifcfg_face.h"
#include "backends/linux/udev_rules.h"

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::string_view kFolder = "etc/sysconfig/network-scripts/";

/// Each line is what `ip route add` gets (initscripts, ifup-routes): nothing but addresses and names.
void WriteRoutes(const HostPlan& plan, std::size_t index, bool v4, std::vector<File>& files) {
  const Interface& face = plan.interfaces[index];
  std::string text;
  for (const HostRoute* route : plan.RoutesOver(index)) {
    if (route->v4 != v4 || IsGatewayKey(plan, *route)) continue;
    text += fmt::format("{} via {} dev {}\n", route->destination ? route->destination->ToString() : "default",
                        route->ViaText(), face.name);
  }
  if (text.empty()) return;
  files.push_back(WaitingFor(OpenOf(plan, face, plan.RoutesOver(index)),
                             {fmt::format("{}{}-{}", kFolder, v4 ? "route" : "route6", face.file_name), text, {}}));
}

/// The second address and those behind it, for scripts that read one from a file: eth0:1, eth0:2.
void WriteAliases(const HostPlan& plan, std::size_t index, std::vector<File>& files) {
  const Interface& face = plan.interfaces[index];
  std::vector<std::pair<std::string, std::string>> others;
  for (const HostAddress& one : face.addresses) {
    if (one.address.is_v4()) others.emplace_back(one.address.ToString(), one.subnet.Netmask());
  }
  for (const std::string& token : face.subnet_tokens) others.emplace_back(token, token);
  for (std::size_t i = 1; i < others.size(); ++i) {
    const std::string name = fmt::format("{}:{}", face.name, i);
    files.push_back(
        WaitingFor(face.open, {fmt::format("{}ifcfg-{}", kFolder, name),
                               Assign("DEVICE", name) + Assign("ONBOOT", "yes") + Assign("BOOTPROTO", "static") +
                                   Assign("IPADDR", others[i].first) + Assign("NETMASK", others[i].second),
                               {}}));
  }
}

/// Which driver makes an interface (RHEL 5 Installation Guide, 22.6.2.2). Bonds have their options here too: the first
/// scripts don't read BONDING_OPTS (kernel, Documentation/networking/bonding.rst, 3.2).
File WriteModprobe(const HostPlan& plan) {
  std::string text;
  for (const Interface& face : plan.interfaces) {
    if (face.kind == Interface::Kind::kDevice) text += fmt::format("alias {} qeth\n", face.name);
    if (face.kind == Interface::Kind::kBond)
      text += fmt::format("alias {0} bonding\noptions {0} {1}\n", face.name, kOldBondOptions);
  }
  return {"etc/modprobe.conf", text, {}, File::Part::kLines};
}

/// Keys of /etc/sysconfig/network. A gateway there would be a second default route, so a home one is emptied. Without
/// IPV6FORWARDING the scripts turn forwarding off again, interface by interface (initscripts, ifup-ipv6).
void WriteGlobal(const HostPlan& plan, RedHatEra era, std::vector<File>& files) {
  std::string text;
  const bool v6 = plan.HasIpv6();
  if (era != RedHatEra::kSystemd) {
    text += Assign("NETWORKING", "yes") + Assign("HOSTNAME", plan.FullName());
    text += Assign("GATEWAY", "") + Assign("GATEWAYDEV", "");
    if (v6) text += Assign("NETWORKING_IPV6", "yes") + Assign("IPV6_DEFAULTGW", "");
  }
  if (v6 && plan.forwards) text += Assign("IPV6FORWARDING", "yes");
  if (!text.empty()) files.push_back({"etc/sysconfig/network", text, {}, File::Part::kKeys});
}

}  // namespace

std::vector<File> WriteRhIfcfg(const HostPlan& plan) {
  const RedHatEra era = EraOf(plan);
  std::vector<File> files;
  if (era == RedHatEra::kModprobe && !plan.devices.empty()) files.push_back(WriteModprobe(plan));
  if (era == RedHatEra::kRules && !plan.devices.empty()) files.push_back(WriteNameRules(plan));
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) {
    files.push_back(WaitingFor(
        OpenOf(plan, plan.interfaces[i], plan.RoutesOver(i)),
        {fmt::format("{}ifcfg-{}", kFolder, plan.interfaces[i].file_name), RedHatInterface(plan, i, era), {}}));
    if (era == RedHatEra::kModprobe) WriteAliases(plan, i, files);
    WriteRoutes(plan, i, true, files);
    WriteRoutes(plan, i, false, files);
  }
  WriteGlobal(plan, era, files);
  if (era == RedHatEra::kSystemd) files.push_back(WriteHostName(plan, "etc/hostname"));
  files.push_back(WriteHosts(plan));
  if (era == RedHatEra::kModprobe && !plan.name_servers.empty())
    files.push_back({"etc/resolv.conf", WriteResolver(plan), {}});
  if (plan.forwards) files.push_back(era == RedHatEra::kSystemd ? WriteSysctl(plan) : WriteSysctlConf(plan));
  return files;
}

}  // namespace hotsite::backends::linux_guest
