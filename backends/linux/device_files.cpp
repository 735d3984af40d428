#include "backends/linux/device_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backends/linux/quote.h"
#include "backends/linux/zdev.h"
#include "compiler/support/check.h"

namespace hotsite::backends::linux_guest {
namespace {

/// What brings the devices up where the plan knows; else chzdev, which every distribution of today has.
model::DeviceFiles KindOf(const HostPlan& plan) { return plan.device_files.value_or(model::DeviceFiles::kChzdev); }

bool HasOptions(const HostPlan& plan) {
  return std::any_of(plan.devices.begin(), plan.devices.end(),
                     [](const Device& device) { return !device.options.empty(); });
}

bool NeedsZdev(const HostPlan& plan) {
  if (plan.devices.empty() || KindOf(plan) == model::DeviceFiles::kCcwConfig) return false;
  return KindOf(plan) != model::DeviceFiles::kCcwInit || HasOptions(plan);
}

/// Arrays of the shell, as the installer wrote them (Debian, s390-netdevice). It knows no other option than layer2.
File WriteCcwConfig(const Device& device) {
  const std::string channels = fmt::format("{}", fmt::join(device.channels, " "));
  HOTSITE_CHECK(IsSafeValue(channels), "a device number reached a shell file without having been validated");
  std::string text =
      device.is_open() ? Assign("CCWGROUP_CHANS", channels) : fmt::format("CCWGROUP_CHANS=({})\n", channels);
  if (device.layer2) text += "QETH_OPTIONS=(layer2)\n";
  return {"etc/sysconfig/hardware/config-ccw-" + device.file_id, text, device.open};
}

}  // namespace

std::vector<File> WriteDevices(const HostPlan& plan) {
  if (NeedsZdev(plan)) return {WriteZdev(plan)};
  std::vector<File> files;
  if (KindOf(plan) != model::DeviceFiles::kCcwConfig) return files;
  for (const Device& device : plan.devices) files.push_back(WriteCcwConfig(device));
  return files;
}

void DeviceCommands(const HostPlan& plan, Commands& commands) {
  const model::DeviceFiles kind = KindOf(plan);
  const bool zdev = NeedsZdev(plan);
  if (zdev) commands.devices_up = ZdevCommands(plan);
  for (const Device& device : plan.devices) {
    const std::string& id = device.channels.front();
    const int layer2 = device.layer2 ? 1 : 0;
    if (kind == model::DeviceFiles::kCcwConfig) {
      // Feilong brings devices up so, where it writes these files (zvmsdk/dist.py).
      commands.devices_up.push_back(fmt::format("cio_ignore -r {}", fmt::join(device.channels, ",")));
      commands.devices_up.push_back(fmt::format("znetconf -a {} -o layer2={}", id, layer2));
      commands.devices_down.push_back(fmt::format("znetconf -n -r {}", id));
      continue;
    }
    if (!zdev) {
      commands.devices_up.push_back(
          fmt::format("chzdev --enable --active qeth {} layer2={} --yes", fmt::join(device.channels, ":"), layer2));
    }
    // Only what is active: the persistent rules are files, which revert.sh brings back.
    commands.devices_down.push_back(fmt::format("chzdev --disable --active qeth {} --yes", id));
  }
}

}  // namespace hotsite::backends::linux_guest
