#include "backends/linux/readme_commands.h"

#include <fmt/format.h>

#include "backends/linux/waiting.h"

namespace hotsite::backends::linux_guest {
namespace {

/// What CP gives the guest: seen from its console, so also without a network.
void WriteCpChecks(const ReadmeInput& readme, Steps& steps) {
  bool lan = false, dedicated = false;
  for (const Device& device : readme.plan.devices) {
    const bool real =
        device.link.kind == model::Link::Kind::kOsa || device.link.kind == model::Link::Kind::kHiperSockets;
    dedicated = dedicated || real;
    lan = lan || !real;
  }
  if (!lan && !dedicated) return;
  steps.Step("From its console: does CP give it the devices of the table above?");
  if (lan) steps.Command("#CP QUERY VIRTUAL NIC");
  if (dedicated) steps.Command("#CP QUERY VIRTUAL OSA");
}

void AddCommands(const std::vector<std::string>& commands, Steps& steps) {
  for (const std::string& command : commands) steps.Command(command);
}

void WriteCopying(const ReadmeInput& readme, Steps& steps) {
  if (!OpenInFiles(readme.plan).empty()) {
    steps.Step("Fill in the open places (see the end) and name the files after the devices.");
  }
  if (readme.scripts.plan) {
    steps.Step("As root on this system, in this folder (refuses to run on any other system, keeps the home files):");
    return steps.Command("bash apply.sh");
  }
  steps.Step(
      "Keep copies of the files that will be replaced. Copy the files that differ (all, if the system is new) to their "
      "places "
      "under /, owner root, mode 0644; move those that only home has out of /etc/sysconfig.");
}

}  // namespace

void WriteApply(const ReadmeInput& readme, const Commands& commands, Steps& steps) {
  steps.Part("TO APPLY");
  const bool same = readme.differences && readme.differences->empty();
  const bool faces = !readme.plan.interfaces.empty();
  if (same && !faces) return steps.Say("Nothing to apply.");
  if (same) {
    steps.Say("Nothing to apply. Only if the network did not come up by itself:");
  } else {
    WriteCopying(readme, steps);
  }
  if (!faces) return;
  if (!same) {
    steps.Step("Make them count: devices first (an online one stays as it is), then the network:");
    return AddCommands(commands.activate, steps);
  }
  steps.Step("Bring the devices up:");
  AddCommands(commands.devices_up, steps);
  steps.Step("Bring the interfaces up:");
  AddCommands(commands.interfaces_up, steps);
}

void WriteChecks(const ReadmeInput& readme, Steps& steps) {
  steps.Part("TO CHECK");
  if (readme.placement.host.valid()) {
    steps.Step(fmt::format("Is this {0}, and at level {1}? VM00 Name is {0}, and there is no VM{2:02} line:",
                           readme.plan.system, readme.placement.level, readme.placement.level - 1));
  } else {
    steps.Step("Does it run in a partition of its own? No VMnn line, and the right LPAR Name:");
  }
  steps.Command("grep -e '^LPAR Name' -e '^VM' /proc/sysinfo");
  if (readme.placement.host.valid() && !readme.virtio) WriteCpChecks(readme, steps);
  if (readme.plan.interfaces.empty()) return;
  steps.Step(readme.virtio ? "Are the devices there?" : "Are the devices online, of the right card type and layer?");
  steps.Command(readme.virtio ? "lscss --vpath; ip link" : "lsqeth");
  steps.Step("Addresses, MTU and routes:");
  steps.Command("ip addr");
  steps.Command("ip route");
  if (readme.probes.empty()) return;
  steps.Step("Hop by hop; the first that doesn't answer is where to look:");
  for (const Probe& probe : readme.probes) {
    const std::string ping = fmt::format("ping{} -c 3 {}", probe.address.is_v4() ? "" : "6", probe.address.ToString());
    steps.Command(fmt::format("{}   # {}", PadRight(ping, 28), probe.what));
  }
  for (const Probe& probe : readme.probes) {
    if (probe.payload <= 0) continue;
    steps.Step("The largest frames (fails where the vendor's HiperSockets have a smaller frame size):");
    steps.Command(fmt::format("ping -c 3 -M do -s {} {}", probe.payload, probe.address.ToString()));
    break;
  }
}

void WriteBack(const ReadmeInput& readme, const Commands& commands, Steps& steps) {
  steps.Part("TO GO BACK");
  if (readme.differences && readme.differences->empty()) return steps.Say("Nothing to take back.");
  if (readme.scripts.plan) {
    steps.Step("From the console: take the network down and bring the home files back. The next IPL uses them:");
    AddCommands(commands.interfaces_down, steps);
    AddCommands(commands.devices_down, steps);
    steps.Command("bash revert.sh");
  } else {
    steps.Step(
        "Put the kept copies of the home files back, take the files that only this site has away, and IPL at home.");
  }
}

}  // namespace hotsite::backends::linux_guest
