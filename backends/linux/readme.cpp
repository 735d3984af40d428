#include "backends/linux/readme.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backends/linux/readme_commands.h"
#include "backends/linux/waiting.h"
#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::size_t kWidth = Steps::kWidth;

std::string FirstLine(const ReadmeInput& readme) {
  const std::string& name = readme.plan.system;
  if (readme.virtio)
    return fmt::format("No files for {}: its interfaces are virtio devices, with their addresses as at home.", name);
  if (!readme.writer) return fmt::format("No files for {}: its distribution's network files aren't known.", name);
  if (!readme.differences) return fmt::format("No home to compare with: all files of {} are new.", name);
  if (readme.differences->empty()) return fmt::format("Nothing differs from home: {} keeps its network files.", name);
  return fmt::format("Differs from home: {} of {} (listed below).", CountOf(readme.differences->size(), "file"), name);
}

std::string WhereItRuns(const ReadmeInput& readme) {
  const model::Model& model = readme.input.model;
  const model::Placement& placement = readme.placement;
  const model::System& system = model.SystemOf(placement);
  const std::string site = PlainText(model.at(placement.site).name);
  std::string where = placement.host.valid()
                          ? fmt::format("a guest of {}", PlainText(model.SystemOf(model.at(placement.host)).name))
                          : fmt::format("in partition {}", PlainText(model.at(placement.partition).name));
  std::string what = system.distribution.valid() ? PlainText(model.at(system.distribution).title) : "Linux";
  return fmt::format("{} at {}: {}, {}, virtualization level {}.", readme.plan.system, site, what, where,
                     placement.level);
}

std::string AddressText(const Interface& face) {
  std::string text;
  const auto add = [&](const std::string& word) { text += (text.empty() ? "" : " ") + word; };
  for (const HostAddress& one : face.addresses) add(one.ToString());
  for (const std::string& token : face.subnet_tokens) add(token);
  if (face.is_port()) return face.bond ? "in a bond" : "in a bridge";
  return text.empty() ? "no address" : text;
}

std::string LinkText(const Device& device) {
  using Kind = model::Link::Kind;
  const std::string name = PlainText(device.link.name);
  const char* layer = device.layer2 ? "layer 2" : "layer 3";
  switch (device.link.kind) {
    case Kind::kVswitch:
      return fmt::format("vswitch {}, {}", name, layer);
    case Kind::kBridge:
      return fmt::format("bridge {} of the KVM host", name);
    case Kind::kGuestLan:
      return fmt::format("guest LAN {}, {}", name, layer);
    case Kind::kOsa:
      return fmt::format("OSA {}, {}", name, layer);
    case Kind::kHiperSockets:
      return fmt::format("HiperSockets {}, {}", name, layer);
    case Kind::kNone:
      break;
  }
  return "NOTHING CARRIES IT HERE";
}

/// What an interface is to the reader: the device 0600, a VLAN on it, a bond.
std::string FaceText(const HostPlan& plan, const Interface& face) {
  if (face.kind == Interface::Kind::kDevice) return plan.devices[face.device].nic;
  return face.name;
}

std::string CarriedText(const HostPlan& plan, const Interface& face) {
  if (face.kind == Interface::Kind::kDevice) return LinkText(plan.devices[face.device]);
  if (face.kind == Interface::Kind::kVlan)
    return fmt::format("VLAN {} on {}", face.vlan, FaceText(plan, plan.interfaces[face.parent]));
  std::string ports;
  for (const std::size_t port : face.ports)
    ports += (ports.empty() ? "" : " and ") + FaceText(plan, plan.interfaces[port]);
  if (face.kind == Interface::Kind::kBond) return "bond of " + ports;
  return ports.empty() ? "bridge without an uplink" : "bridge, its uplink is " + ports;
}

void WriteNetwork(const ReadmeInput& readme, TextWriter& out) {
  out.Line();
  out.Line("NETWORK");
  const HostPlan& plan = readme.plan;
  std::size_t widest = 0, network = 0, name = 0;
  const auto networks = [](const Interface& face) { return fmt::format("{}", fmt::join(face.networks, ", ")); };
  for (const Interface& face : plan.interfaces) {
    widest = std::max(widest, AddressText(face).size());
    network = std::max(network, networks(face).size());
    name = std::max(name, FaceText(plan, face).size());
  }
  for (const Interface& face : plan.interfaces) {
    out.Line("  {}  {}  {}  {}", PadRight(FaceText(plan, face), name), PadRight(networks(face), network),
             PadRight(AddressText(face), widest), CarriedText(plan, face));
  }
  for (const HostRoute& route : plan.routes) {
    out.Line("  {} via {}", route.destination ? route.destination->ToString() : "default", route.ViaText());
  }
  if (plan.interfaces.empty()) out.Line("  none: the spec gives it no network interface");
  if (plan.forwards) out.Line("  forwards between its networks (router)");
}

void WriteDifferences(const std::vector<Difference>& differences, TextWriter& out) {
  out.Line();
  out.Line("WHAT DIFFERS FROM HOME   (- at home, + here)");
  for (const Difference& difference : differences) {
    if (!difference.path.empty())
      out.Line("  /{}{}", difference.path,
               difference.kind == Difference::Kind::kOnlyHere     ? "   only here"
               : difference.kind == Difference::Kind::kOnlyAtHome ? "   only at home: take it away"
                                                                  : "");
    for (const std::string& line : difference.lines) out.Line("      {}", line);
  }
}

void WriteFiles(const ReadmeInput& readme, Steps& steps) {
  if (!readme.writer) return;
  steps.Part("FILES HERE");
  steps.Say(
      "The complete network files of this system for this site, as if under /. Those that aren't listed as different "
      "are for "
      "checking, and for building the system anew.");
  for (const File& file : readme.files) steps.Item(file.path + (file.open.empty() ? "" : "   (has open places)"));
  const bool sysctl = std::any_of(readme.files.begin(), readme.files.end(),
                                  [](const File& file) { return file.path == "etc/sysconfig/sysctl"; });
  steps.Say(fmt::format("etc/hosts holds this system's own names only{}: merge {} into the system's.",
                        sysctl ? ", etc/sysconfig/sysctl only the forwarding" : "", sysctl ? "them" : "it"));
}

void WriteWaiting(const ReadmeInput& readme, Steps& steps) {
  steps.Part("WAITING FOR THE VENDOR");
  const std::vector<OpenPlace> own = OpenInFiles(readme.plan);
  const std::vector<OpenPlace> host = OpenInHost(readme.input, readme.placement);
  if (own.empty()) steps.Say(readme.writer ? "These files wait for nothing." : "These values wait for nothing.");
  for (const OpenPlace& place : own) steps.Item(fmt::format("{}: {}", place.requirement, place.what));
  if (host.empty()) return;
  steps.Say(fmt::format("But {} waits for these; before, the networks named aren't there:",
                        PlainText(readme.input.model.SystemOf(readme.input.model.at(readme.placement.host)).name)));
  for (const OpenPlace& place : host) steps.Item(fmt::format("{}: {}", place.requirement, place.what));
}

void WriteNotes(const ReadmeInput& readme, Steps& steps) {
  steps.Part("NOTES");
  for (const std::string& unwritten : readme.plan.unwritten) steps.Item("NOT WRITTEN: " + unwritten + ".");
  if (readme.virtio) {
    steps.Item(
        "The number of an interface is its device number on the virtual channel subsystem: devno in its address "
        "element of the libvirt domain. Kept, the guest finds its interfaces under the names it knows.");
    return;
  }
  if (!readme.writer) {
    return steps.Item(
        "Missing: which network files the distribution uses (fact `network_files` of the library). The table "
        "above is what must be configured by hand.");
  }
  const auto& faces = readme.plan.interfaces;
  if (faces.empty()) {
    if (readme.plan.unwritten.empty()) steps.Item("Nothing.");
    return;
  }
  for (const std::string& note : readme.writer->notes) steps.Item(note);
  const auto on_osa = [](const Device& device) { return device.link.kind == model::Link::Kind::kOsa; };
  const auto osa = std::find_if(readme.plan.devices.begin(), readme.plan.devices.end(), on_osa);
  if (osa != readme.plan.devices.end()) {
    steps.Item(
        fmt::format("An OSA of its own is driven in layer {}, the driver's default of that time{}; the spec "
                    "doesn't say.",
                    osa->layer2 ? 2 : 3, osa->layer2 ? "" : " (from knowledge)"));
  }
  const auto on_shared = [](const Device& device) {
    return std::any_of(device.options.begin(), device.options.end(),
                       [](const auto& option) { return option.second == "primary_router"; });
  };
  if (std::any_of(readme.plan.devices.begin(), readme.plan.devices.end(), on_shared)) {
    steps.Item("Only one system may be primary_router of an OSA port: where the vendor's OSA is shared, ask first.");
  }
  steps.Item(
      "From knowledge, not from a source: the forms of hwup, ifup and rcnetwork, and what QUERY VIRTUAL shows. Try "
      "them at home before the "
      "test.");
}

}  // namespace

std::string WriteReadme(const ReadmeInput& readme) {
  TextWriter out;
  out.Line(FirstLine(readme));
  out.Line();
  out.Wrapped(WhereItRuns(readme), kWidth);
  if (readme.differences && readme.differences->empty()) {
    out.Wrapped(
        fmt::format("Its files for home and for this site were written from the same spec and compared byte for "
                    "byte: same device numbers, addresses, routes, layers and MTUs."),
        kWidth);
  }
  WriteNetwork(readme, out);
  if (readme.differences && !readme.differences->empty()) WriteDifferences(*readme.differences, out);
  Steps steps(out);
  if (readme.writer) {
    const Commands commands = readme.writer->commands(readme.plan);
    WriteApply(readme, commands, steps);
    WriteChecks(readme, steps);
    WriteBack(readme, commands, steps);
  } else {
    WriteChecks(readme, steps);
  }
  WriteWaiting(readme, steps);
  WriteFiles(readme, steps);
  WriteNotes(readme, steps);
  return out.Take();
}

}  // namespace hotsite::backends::linux_guest
