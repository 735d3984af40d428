#include "backends/ansible/host.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"
#include "compiler/model/host_network.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::ansible {
namespace {

using model::Model;
using model::Placement;

const char* KindWord(model::SystemKind kind) {
  return kind == model::SystemKind::kZos ? "zos" : kind == model::SystemKind::kKvm ? "kvm" : "linux";
}

/// A group's name: a letter first, then letters, digits and underscores.
std::string Group(const char* prefix, std::string_view name) {
  std::string group = std::string(prefix) + "_";
  for (const char c : name) {
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    group += plain ? c : '_';
  }
  return group;
}

std::string DeviceText(const BuildInput& input, const Placement& placement, const model::PlacedNic& nic) {
  const model::Stated<DeviceNumber> device = model::DeviceOf(placement, nic);
  if (!device.open()) return device->ToString();
  return DeviceToken(input.requirements, device.hole(), model::DeviceGroupOf(placement, nic));
}

std::string CarriedBy(const Model& model, const model::PlacedNic& nic) {
  const model::Link link = model::LinkOf(model, nic);
  return link.kind == model::Link::Kind::kNone ? std::string() : link.name;
}

/// The interfaces, and what in them is open. A NIC in an open subnet has the token where its address will stand.
std::vector<YamlWriter::Mapping> Interfaces(const BuildInput& input, const Placement& placement, Host& host) {
  std::vector<YamlWriter::Mapping> interfaces;
  for (const model::PlacedNic& nic : placement.nics) {
    const std::string& network = input.model.at(nic.network).name;
    const auto& subnet = input.model.PlanOf(placement.site, nic.network).subnet;
    std::vector<std::string> addresses;
    for (const IpAddress& address : nic.addresses) addresses.push_back(address.ToString());
    if (subnet.open() && addresses.empty() && !nic.bonded_with) {
      addresses.push_back(OpenToken(input.requirements, subnet.hole()));
      host.open.push_back({addresses.back().substr(2), fmt::format("address of {} in {}", host.name, network)});
    }
    const std::string device = DeviceText(input, placement, nic);
    if (device.starts_with("??")) {
      const auto hole = model::DeviceOf(placement, nic).hole();
      host.open.push_back({OpenToken(input.requirements, hole).substr(2),
                           fmt::format("device numbers of {} on {}", host.name, network)});
    }
    if (addresses.empty()) addresses.emplace_back();
    for (const std::string& address : addresses) {
      interfaces.push_back({{"network", network},
                            {"device", device},
                            {"address", address},
                            {"subnet", subnet.known() ? subnet->ToString() : ""},
                            {"carrier", CarriedBy(input.model, nic)}});
    }
  }
  return interfaces;
}

/// Where Ansible logs on: the first address on the network of the default route, else the first; an IPv6 one only where
/// there is no other.
std::string LoginAddress(const Model& model, const Placement& placement) {
  const model::HostRoutes routes = model::RoutesOf(model, placement);
  for (const bool v4 : {true, false}) {
    for (const model::Hop& hop : routes.hops) {
      if (hop.destination) continue;
      for (const IpAddress& address : placement.nics[hop.nic].addresses) {
        if (address.is_v4() == v4) return address.ToString();
      }
    }
    for (const model::PlacedNic& nic : placement.nics) {
      for (const IpAddress& address : nic.addresses) {
        if (address.is_v4() == v4) return address.ToString();
      }
    }
  }
  return {};
}

bool SameAddresses(const Placement& one, const Placement& other) {
  return std::equal(one.nics.begin(), one.nics.end(), other.nics.begin(), other.nics.end(),
                    [](const auto& a, const auto& b) { return a.network == b.network && a.addresses == b.addresses; });
}

bool SameDevices(const BuildInput& input, const Placement& one, const Placement& other) {
  return std::equal(
      one.nics.begin(), one.nics.end(), other.nics.begin(), other.nics.end(),
      [&](const auto& a, const auto& b) { return DeviceText(input, one, a) == DeviceText(input, other, b); });
}

std::string HostOf(const Model& model, const Placement& placement) {
  return placement.host.valid() ? model.SystemOf(model.at(placement.host)).name : std::string();
}

/// What isn't as at home, in a word each; nothing at home, or where the system has no place there.
std::vector<std::string> Differences(const BuildInput& input, const Placement& placement) {
  const Model& model = input.model;
  const model::Site* home = model.home();
  const Placement* before = home == nullptr ? nullptr : model.Find(model.IdOf(*home), placement.system);
  if (before == nullptr || before->site == placement.site) return {};
  std::vector<std::string> differences;
  if (!SameAddresses(*before, placement)) differences.emplace_back("addresses");
  if (!SameDevices(input, *before, placement)) differences.emplace_back("devices");
  if (HostOf(model, *before) != HostOf(model, placement)) differences.emplace_back("hypervisor");
  if (before->level != placement.level) differences.emplace_back("level");
  if (model.at(before->partition).name != model.at(placement.partition).name) differences.emplace_back("partition");
  const auto memory = [](const Placement& one) { return one.resources.memory; };
  if (memory(*before).known() && memory(placement).known() && *memory(*before) != *memory(placement))
    differences.emplace_back("memory");
  return differences;
}

std::vector<std::string> NamesOf(const Model& model, const std::vector<model::NetworkId>& networks) {
  std::vector<std::string> names;
  for (const model::NetworkId id : networks) names.push_back(model.at(id).name);
  return names;
}

}  // namespace

bool IsHost(const model::System& system) {
  return system.is_zos() || system.kind == model::SystemKind::kLinux || system.kind == model::SystemKind::kKvm;
}

void WriteVariables(const BuildInput& input, const Placement& placement, Host& host, YamlWriter& out) {
  const Model& model = input.model;
  const model::System& system = model.SystemOf(placement);
  out.Text("ansible_host", LoginAddress(model, placement));
  out.Text("hotsite_system", system.name);
  out.Text("hotsite_kind", KindWord(system.kind));
  out.Number("hotsite_level", placement.level);
  out.Text("hotsite_machine", model.at(placement.machine).name);
  out.Text("hotsite_partition", model.at(placement.partition).name);
  out.Text("hotsite_hypervisor", HostOf(model, placement));
  if (system.distribution.valid()) out.Text("hotsite_distribution", model.at(system.distribution).name);
  if (system.zos_release.valid()) out.Text("hotsite_release", model.at(system.zos_release).name);
  out.Text("hotsite_tier", model::ToString(system.tier));
  out.Texts("hotsite_runs", system.runs);
  out.Mappings("hotsite_interfaces", Interfaces(input, placement, host));
  out.Texts("hotsite_forwards", NamesOf(model, system.forwards));
  out.Texts("hotsite_differs_from_home", Differences(input, placement));
  std::vector<std::string> waits;
  for (const OpenPlace& place : host.open) {
    if (std::find(waits.begin(), waits.end(), place.requirement) == waits.end()) waits.push_back(place.requirement);
  }
  out.Texts("hotsite_waits_for", waits);
}

std::vector<std::string> GroupsOf(const Model& model, const Placement& placement) {
  const model::System& system = model.SystemOf(placement);
  std::vector<std::string> groups{Group("kind", KindWord(system.kind)),
                                  Group("machine", model.at(placement.machine).name),
                                  Group("partition", model.at(placement.partition).name)};
  for (model::PlacementId host = placement.host; host.valid(); host = model.at(host).host)
    groups.push_back(Group("hypervisor", model.SystemOf(model.at(host)).name));
  if (system.distribution.valid()) groups.push_back(Group("distribution", model.at(system.distribution).name));
  if (system.zos_release.valid()) groups.push_back(Group("release", model.at(system.zos_release).name));
  if (system.tier != model::Tier::kUnsaid) groups.push_back(Group("tier", model::ToString(system.tier)));
  if (!system.forwards.empty()) groups.emplace_back("role_router");
  for (const model::PlacedNic& nic : placement.nics) groups.push_back(Group("network", model.at(nic.network).name));
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

}  // namespace hotsite::backends::ansible
