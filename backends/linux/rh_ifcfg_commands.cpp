#include <fmt/format.h>
#include <fmt/ranges.h>

#include "backends/linux/rh_ifcfg.h"
#include "backends/linux/rh_ifcfg_face.h"
#include "backends/linux/udev_rules.h"

namespace hotsite::backends::linux_guest {
namespace {

/// RHEL 5's steps for a new device: group, layer, options, online.
void GroupByHand(const Device& device, std::vector<std::string>& commands) {
  const std::string group = "/sys/bus/ccwgroup/devices/" + device.channels.front();
  commands.push_back(fmt::format("[ -e {} ] || echo {} > /sys/bus/ccwgroup/drivers/qeth/group", group,
                                 fmt::join(device.channels, ",")));
  commands.push_back(fmt::format("echo {} > {}/layer2", device.layer2 ? 1 : 0, group));
  for (const auto& [name, value] : device.options)
    commands.push_back(fmt::format("echo {} > {}/{}", value, group, name));
  commands.push_back(fmt::format("echo 1 > {}/online", group));
}

std::vector<std::string> DeviceCommands(const HostPlan& plan, RedHatEra era) {
  if (era == RedHatEra::kModprobe) {
    std::vector<std::string> commands{"modprobe qeth"};
    for (const Device& device : plan.devices) GroupByHand(device, commands);
    return commands;
  }
  std::vector<std::string> commands;
  if (era == RedHatEra::kRules) commands.emplace_back("udevadm control --reload-rules");
  const std::vector<std::string> free = FreeCommands(plan);
  commands.insert(commands.end(), free.begin(), free.end());
  // ccw_init groups a device when its subchannel is announced (from knowledge).
  for (const Device& device : plan.devices)
    commands.push_back(fmt::format("echo add > /sys/bus/ccw/devices/{}/uevent", device.channels.front()));
  commands.emplace_back("udevadm settle");
  return commands;
}

}  // namespace

Commands RhIfcfgCommands(const HostPlan& plan) {
  const RedHatEra era = EraOf(plan);
  const bool nm = era == RedHatEra::kSystemd;
  Commands commands;
  commands.devices_up = DeviceCommands(plan, era);
  for (const Interface& face : plan.interfaces) {
    if (face.is_port()) continue;
    commands.interfaces_up.push_back((nm ? "nmcli connection up " : "ifup ") + face.name);
    commands.interfaces_down.insert(commands.interfaces_down.begin(),
                                    (nm ? "nmcli connection down " : "ifdown ") + face.name);
  }
  commands.devices_down = OfflineCommands(plan);
  commands.activate = commands.devices_up;
  if (!nm) {
    commands.activate.emplace_back("service network restart");
    return commands;
  }
  if (plan.forwards) commands.activate.emplace_back("sysctl --system");
  commands.activate.emplace_back("nmcli connection reload");
  commands.activate.insert(commands.activate.end(), commands.interfaces_up.begin(), commands.interfaces_up.end());
  return commands;
}

}  // namespace hotsite::backends::linux_guest
