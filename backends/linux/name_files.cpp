#include "backends/linux/name_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "backends/linux/quote.h"

namespace hotsite::backends::linux_guest {
namespace {

std::string SysctlLines(const HostPlan& plan) {
  std::string text = "net.ipv4.ip_forward = 1\n";
  if (plan.HasIpv6()) text += "net.ipv6.conf.all.forwarding = 1\n";
  return text;
}

}  // namespace

std::vector<IpAddress> OwnAddresses(const HostPlan& plan) {
  std::vector<IpAddress> addresses;
  const bool routed = !plan.routes.empty() && !plan.routes.front().destination;
  const std::size_t first = routed ? plan.routes.front().interface : 0;
  const auto add = [&](const Interface& face) {
    for (const HostAddress& one : face.addresses) addresses.push_back(one.address);
  };
  if (first < plan.interfaces.size()) add(plan.interfaces[first]);
  for (std::size_t i = 0; i < plan.interfaces.size(); ++i) {
    if (i != first) add(plan.interfaces[i]);
  }
  return addresses;
}

File WriteHosts(const HostPlan& plan) {
  std::string text = "127.0.0.1 localhost\n::1 localhost\n";
  const std::string names = plan.domain.empty() ? plan.host_name : plan.FullName() + " " + plan.host_name;
  for (const IpAddress& address : OwnAddresses(plan)) text += fmt::format("{} {}\n", address.ToString(), names);
  return {"etc/hosts", text, {}, File::Part::kLines};
}

std::vector<IpAddress> UsedServers(const HostPlan& plan) {
  const std::size_t count = std::min<std::size_t>(plan.name_servers.size(), 3);
  return {plan.name_servers.begin(), plan.name_servers.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::string SearchList(const HostPlan& plan) {
  std::string domains;
  for (std::size_t i = 0; i < plan.search.size() && i < 6; ++i) {
    if (domains.size() + plan.search[i].size() < 250) domains += (domains.empty() ? "" : " ") + plan.search[i];
  }
  return domains;
}

std::string WriteResolver(const HostPlan& plan) {
  std::string text;
  if (const std::string domains = SearchList(plan); !domains.empty()) text += "search " + domains + "\n";
  for (const IpAddress& server : UsedServers(plan)) text += fmt::format("nameserver {}\n", server.ToString());
  return text;
}

File WriteHostName(const HostPlan& plan, std::string path) { return {std::move(path), plan.FullName() + "\n", {}}; }

File WriteSysctl(const HostPlan& plan) { return {"etc/sysctl.d/90-dr-router.conf", SysctlLines(plan), {}}; }

File WriteSysctlConf(const HostPlan& plan) { return {"etc/sysctl.conf", SysctlLines(plan), {}, File::Part::kKeys}; }

File WriteSuseForwarding(const HostPlan& plan) {
  std::string text = Assign("IP_FORWARD", "yes");
  if (plan.HasIpv6()) text += Assign("IPV6_FORWARD", "yes");
  return {"etc/sysconfig/sysctl", text, {}, File::Part::kKeys};
}

void AddNameFiles(const HostPlan& plan, std::vector<File>& files) {
  files.push_back(WriteHostName(plan, "etc/hostname"));
  files.push_back(WriteHosts(plan));
  if (plan.forwards) files.push_back(WriteSysctl(plan));
}

}  // namespace hotsite::backends::linux_guest
