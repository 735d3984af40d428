#include "backends/linux/suse_ifcfg.h"
#include "backends/linux/udev_rules.h"
#include "backends/linux/zdev.h"

namespace hotsite::backends::linux_guest {
namespace {

/// Interfaces that are brought up by name: a bond or bridge takes its ports with it.
std::vector<std::string> OwnInterfaces(const HostPlan& plan) {
  std::vector<std::string> names;
  for (const Interface& face : plan.interfaces) {
    if (!face.is_port() && IsUsed(plan, face)) names.push_back(face.name);
  }
  return names;
}

Commands UpAndDown(const HostPlan& plan) {
  Commands commands;
  for (const std::string& name : OwnInterfaces(plan)) {
    commands.interfaces_up.push_back("ifup " + name);
    commands.interfaces_down.insert(commands.interfaces_down.begin(), "ifdown " + name);
  }
  commands.devices_down = OfflineCommands(plan);
  return commands;
}

void Append(const std::vector<std::string>& more, std::vector<std::string>& commands) {
  commands.insert(commands.end(), more.begin(), more.end());
}

}  // namespace

Commands SuseIfcfgCommands(const HostPlan& plan) {
  Commands commands = UpAndDown(plan);
  // The udev of SLES 11 takes `add` for the event if none is named (from knowledge).
  commands.devices_up = {"udevadm control --reload-rules", "udevadm trigger", "udevadm settle"};
  commands.activate = commands.devices_up;
  commands.activate.emplace_back("rcnetwork restart");
  if (!plan.name_servers.empty()) commands.activate.emplace_back("netconfig update -f");
  return commands;
}

Commands IfcfgCommands(const HostPlan& plan) {
  Commands commands = UpAndDown(plan);
  commands.devices_up.emplace_back("udevadm control --reload");
  if (plan.device_files == model::DeviceFiles::kChzdev) {
    Append(ZdevCommands(plan), commands.devices_up);
  } else {
    Append(FreeCommands(plan), commands.devices_up);
    commands.devices_up.emplace_back("udevadm trigger --action=add --subsystem-match=ccw");
  }
  commands.devices_up.emplace_back("udevadm settle");
  commands.activate = commands.devices_up;
  if (plan.forwards) commands.activate.emplace_back("sysctl --system");
  commands.activate.emplace_back("wicked ifreload all");
  if (!plan.name_servers.empty()) commands.activate.emplace_back("netconfig update -f");
  return commands;
}

}  // namespace hotsite::backends::linux_guest
