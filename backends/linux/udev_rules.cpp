#include "backends/linux/udev_rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backends/linux/open_files.h"
#include "compiler/support/check.h"

namespace hotsite::backends::linux_guest {
namespace {

/// A value between double quotes: of characters that mean nothing to udev, which substitutes `$` and `%` and takes `*`
/// and `[` in a match for patterns. `?` and `+` are in the tokens of files that wait, which udev doesn't read.
std::string Quote(std::string_view value) {
  const auto is_safe = [](char c) {
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return plain || std::string_view(" .,:/_=?+#-").find(c) != std::string_view::npos;
  };
  HOTSITE_CHECK(std::all_of(value.begin(), value.end(), is_safe),
                "a value reached a udev rule without being validated");
  return fmt::format("\"{}\"", value);
}

/// The rules that remember which of the driver and the three subchannels are there.
std::string CollectRules(const Device& device) {
  const std::string& read = device.channels.front();
  const std::string all = fmt::format("{}", fmt::join(device.channels, " "));
  std::string text;
  for (const char* action : {"add", "remove"}) {
    const std::string_view remove = action[0] == 'r' ? "--remove " : "";
    const std::string collect = fmt::format("IMPORT{{program}}=\"collect {}{} %k {} qeth\"\n", remove, read, all);
    text += fmt::format("ACTION==\"{}\", SUBSYSTEM==\"drivers\", KERNEL==\"qeth\", {}", action, collect);
    for (const std::string& channel : device.channels)
      text += fmt::format("ACTION==\"{}\", SUBSYSTEM==\"ccw\", KERNEL=={}, {}", action, Quote(channel), collect);
  }
  return text;
}

std::string Attribute(const std::string& read, std::string_view name, std::string_view value) {
  return fmt::format("ACTION==\"add\", SUBSYSTEM==\"ccwgroup\", KERNEL=={}, ATTR{{{}}}={}\n", Quote(read), name,
                     Quote(value));
}

}  // namespace

File WriteQethRules(const Device& device) {
  const char* kind = device.link.hipersockets ? "hsi" : "qeth";
  const std::string& read = device.channels.front();
  const std::string end = fmt::format("{}-{}-end", kind, read);
  const std::string group = fmt::format("ENV{{COLLECT_{}}}==\"0\", ATTR{{[drivers/ccwgroup:qeth]group}}={}\n", read,
                                        Quote(fmt::format("{}", fmt::join(device.channels, ","))));
  std::string text = fmt::format("# Configure {} device at {}\n", kind, fmt::join(device.channels, "/"));
  text += CollectRules(device);
  text += fmt::format("TEST==\"[ccwgroup/{}]\", GOTO={}\n", read, Quote(end));
  text += "ACTION==\"add\", SUBSYSTEM==\"ccw\", " + group;
  text += "ACTION==\"add\", SUBSYSTEM==\"drivers\", KERNEL==\"qeth\", " + group;
  text += fmt::format("LABEL={}\n", Quote(end));
  text += Attribute(read, "layer2", device.layer2 ? "1" : "0");
  for (const auto& [name, value] : device.options) text += Attribute(read, name, value);
  text += Attribute(read, "online", "1");
  return WaitingFor(device.open, {fmt::format("etc/udev/rules.d/51-{}-{}.rules", kind, device.file_id), text, {}});
}

File WriteNameRules(const HostPlan& plan) {
  std::string text;
  std::vector<OpenPlace> open;
  for (const Interface& face : plan.interfaces) {
    if (face.kind != Interface::Kind::kDevice) continue;
    const Device& device = plan.devices[face.device];
    text += fmt::format(
        "SUBSYSTEM==\"net\", ACTION==\"add\", DRIVERS==\"qeth\", KERNELS=={}, ATTR{{type}}==\"1\", KERNEL==\"{}*\", "
        "NAME={}\n",
        Quote(device.channels.front()), device.link.hipersockets ? "hsi" : "eth", Quote(face.name));
    open.insert(open.end(), device.open.begin(), device.open.end());
  }
  // The system's file may have rules for cards that the spec doesn't know; of two rules for a device the later counts.
  return WaitingFor(open, {"etc/udev/rules.d/70-persistent-net.rules", text, {}, File::Part::kLines});
}

std::vector<std::string> FreeCommands(const HostPlan& plan) {
  std::vector<std::string> commands;
  for (const Device& device : plan.devices)
    commands.push_back(fmt::format("cio_ignore -r {}", fmt::join(device.channels, ",")));
  return commands;
}

std::vector<std::string> OfflineCommands(const HostPlan& plan) {
  std::vector<std::string> commands;
  for (const Device& device : plan.devices)
    commands.push_back(fmt::format("echo 0 > /sys/bus/ccwgroup/devices/{}/online", device.channels.front()));
  return commands;
}

}  // namespace hotsite::backends::linux_guest
