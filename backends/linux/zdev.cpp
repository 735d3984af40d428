#include "backends/linux/zdev.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hotsite::backends::linux_guest {
namespace {

std::string IdOf(const Device& device) { return fmt::format("{}", fmt::join(device.channels, ":")); }

}  // namespace

File WriteZdev(const HostPlan& plan) {
  File file{kZdevPath, fmt::format("# chzdev --import /{} --persistent --no-root-update --yes\n", kZdevPath), {}};
  for (const Device& device : plan.devices) {
    file.text += "\n";
    if (device.is_open()) {
      file.text +=
          fmt::format("{}: put three device numbers into the next line and delete this one\n", device.channels.front());
    }
    file.text += fmt::format("[persistent qeth {}]\nlayer2={}\n", IdOf(device), device.layer2 ? 1 : 0);
    for (const auto& [name, value] : device.options) file.text += fmt::format("{}={}\n", name, value);
    file.text += "online=1\n";
    file.open.insert(file.open.end(), device.open.begin(), device.open.end());
  }
  return file;
}

std::vector<std::string> ZdevCommands(const HostPlan& plan) {
  if (plan.devices.empty()) return {};
  return {fmt::format("chzdev --import /{} --persistent --no-root-update --yes", kZdevPath),
          "chzdev --apply qeth --configured --yes"};
}

}  // namespace hotsite::backends::linux_guest
