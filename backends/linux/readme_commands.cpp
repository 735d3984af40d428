#include "backends/linux/readme_commands.h"

#include <fmt/format.h>

#include "backends/linux/waiting.h"
#include "backends/naming.h"

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

/// Files that readers refuse when others may read them.
std::string ModesText(const ReadmeInput& readme) {
  std::string text = "owner root, mode 0644";
  for (const File& file : readme.files) {
    if (file.mode != 0644) text += fmt::format(", {} {:04o}", file.path, file.mode);
  }
  return text;
}

void WriteCopying(const ReadmeInput& readme, Steps& steps) {
  if (!readme.scripts.plan && !readme.scripts.why_not.empty())
    steps.Say(fmt::format("There is no apply.sh: {}.", readme.scripts.why_not));
  if (!OpenInFiles(readme.plan).empty())
    steps.Step("Fill in the open places (see the end) and name the files after the devices.");
  if (readme.scripts.plan) {
    steps.Step(
        "At the hot site only (the script can't tell it from home), as root on this system, in this folder. It refuses "
        "to run on any other system. All files that configure the network go, also those that the spec doesn't know; "
        "it says which, keeps them, and revert.sh brings them back:");
    return steps.Command("bash apply.sh");
  }
  steps.Step(fmt::format(
      "Keep copies of the files that will be replaced. Copy the files that differ (all, if the system is new) to their "
      "places under /, {}; of files that hold keys or lines only those (see FILES HERE). Move those that only home has "
      "out of their folders.",
      ModesText(readme)));
}

/// Whether the commands of s390-tools that came with SLES 11 and RHEL 6 are missing.
bool IsOld(const ReadmeInput& readme) { return readme.plan.device_files == model::DeviceFiles::kHwcfg; }

bool HasChzdev(const ReadmeInput& readme) { return readme.plan.device_files == model::DeviceFiles::kChzdev; }

/// A device is seen, before it can be grouped: the first thing that fails at a site with other device numbers.
void WriteVisible(const ReadmeInput& readme, Steps& steps) {
  std::vector<const Device*> known;
  for (const Device& device : readme.plan.devices) {
    if (!device.is_open()) known.push_back(&device);
  }
  if (known.empty()) return;
  std::string numbers;
  for (const Device* device : known) numbers += " -e " + device->channels.front();
  steps.Step(
      "Does Linux see the devices? One that CP or the partition has and this doesn't show is ignored by the kernel "
      "(cio_ignore); the commands behind it free it until the next IPL:");
  steps.Command("lscss | grep" + numbers);
  for (const Device* device : known) {
    const std::string range = device->channels.front() + "-" + device->channels.back();
    steps.Command(IsOld(readme) ? fmt::format("echo free {} > /proc/cio_ignore", range) : "cio_ignore -r " + range);
  }
}

void WriteDeviceChecks(const ReadmeInput& readme, Steps& steps) {
  if (readme.virtio) {
    steps.Step("Are the devices there?");
    steps.Command("lscss");
    return steps.Command("ip link");
  }
  WriteVisible(readme, steps);
  steps.Step("Are the devices online, of the right card type and layer?");
  if (HasChzdev(readme)) steps.Command("lszdev qeth");
  steps.Command("lsqeth");
  for (const Device& device : readme.plan.devices) {
    if (device.link.kind != model::Link::Kind::kHiperSockets || device.is_open()) continue;
    const std::string frame = device.link.frame ? device.link.frame->ToString() : "";
    steps.Step(fmt::format("The frame size of {}{}; a smaller one can't carry the MTU of these files:",
                           PlainText(device.link.name), frame.empty() ? "" : ", " + frame + " is meant"));
    steps.Command(fmt::format("cat /sys/bus/ccwgroup/devices/{}/inbuf_size", device.channels.front()));
  }
}

void WriteProbes(const ReadmeInput& readme, Steps& steps) {
  if (readme.probes.empty()) return;
  steps.Step("Hop by hop; the first that doesn't answer is where to look:");
  for (const Probe& probe : readme.probes) {
    const std::string ping = fmt::format("ping{} -c 3 {}", probe.address.is_v4() ? "" : "6", probe.address.ToString());
    steps.Command(fmt::format("{}   # {}", PadRight(ping, 28), probe.what));
  }
  for (const Probe& probe : readme.probes) {
    if (probe.payload <= 0) continue;
    steps.Step("The largest frames (fails where the vendor's HiperSockets have a smaller frame size):");
    return steps.Command(fmt::format("ping -c 3 -M do -s {} {}", probe.payload, probe.address.ToString()));
  }
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
    if (readme.boot) steps.Step("Look whether the kernel parameter line names home's network: see BOOT.txt.");
  }
  if (!faces) return;
  if (!same) {
    steps.Step("Make them count: devices first (an online one stays as it is), then the network:");
    return AddCommands(commands.activate, steps);
  }
  if (!commands.devices_up.empty()) {
    steps.Step("Bring the devices up:");
    AddCommands(commands.devices_up, steps);
  }
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
  WriteDeviceChecks(readme, steps);
  steps.Step("Addresses, MTU and routes:");
  steps.Command("ip addr");
  steps.Command("ip route");
  if (readme.plan.HasIpv6()) steps.Command("ip -6 route");
  for (const Interface& face : readme.plan.interfaces) {
    if (face.kind != Interface::Kind::kBond) continue;
    steps.Step("The bond: all ports up, and which one is active:");
    steps.Command("cat /proc/net/bonding/" + face.name);
  }
  WriteProbes(readme, steps);
}

void WriteBack(const ReadmeInput& readme, const Commands& commands, Steps& steps) {
  steps.Part("TO GO BACK");
  if (readme.differences && readme.differences->empty()) return steps.Say("Nothing to take back.");
  if (readme.scripts.plan) {
    steps.Step("From the console: take the network down and bring the home files back. The next IPL uses them:");
    AddCommands(commands.interfaces_down, steps);
    AddCommands(commands.devices_down, steps);
    steps.Command("bash revert.sh");
    if (readme.boot) steps.Step("Take back what BOOT.txt made you change, and run its commands again.");
  } else {
    steps.Step(
        "Put the kept copies of the home files back, take the files that only this site has away, and IPL at home.");
  }
}

}  // namespace hotsite::backends::linux_guest
