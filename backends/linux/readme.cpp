#include "backends/linux/readme.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/linux/open_files.h"
#include "backends/linux/readme_commands.h"
#include "backends/linux/readme_network.h"
#include "backends/linux/waiting.h"
#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::size_t kWidth = Steps::kWidth;

std::string FirstLine(const ReadmeInput& readme) {
  const std::string& name = readme.plan.system;
  if (!readme.differences)
    return readme.writer ? fmt::format("No home to compare with: all files of {} are new.", name)
                         : fmt::format("No home to compare with: the network of {} is new (see below).", name);
  if (readme.differences->empty()) return fmt::format("Nothing differs from home: {} keeps its network files.", name);
  if (!readme.writer) return fmt::format("Differs from home: the network of {}, to be changed by hand.", name);
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

void WriteRenamed(const ReadmeInput& readme, TextWriter& out) {
  if (!readme.home) return;
  const auto renamed = RenamedInterfaces(*readme.home, readme.plan);
  if (renamed.empty()) return;
  out.Line();
  out.Line("INTERFACES THAT HAVE ANOTHER NAME HERE   (at home, here)");
  std::size_t width = 0;
  for (const auto& [before, after] : renamed) width = std::max(width, before.size());
  for (const auto& [before, after] : renamed) out.Line("  {}  {}", PadRight(before, width), after);
  out.Wrapped(
      "The files here have the new names. What else names an interface has the old one: zones of a firewall, keys of "
      "sysctl, filters, cluster and monitoring software, applications. To find them:",
      kWidth, "  ", "  ");
  for (const auto& [before, after] : renamed) out.Line("       grep -rIlwF -e {} /etc", before);
}

void WriteDifferences(const std::vector<Difference>& differences, TextWriter& out) {
  out.Line();
  out.Line("WHAT DIFFERS FROM HOME   (- at home, + here)");
  for (const Difference& difference : differences) {
    if (difference.path != kValuesPath)
      out.Line("  /{}{}", difference.path,
               difference.kind == Difference::Kind::kOnlyHere     ? "   only here"
               : difference.kind == Difference::Kind::kOnlyAtHome ? "   only at home: take it away"
                                                                  : "");
    for (const std::string& line : difference.lines) out.Line("      {}", line);
  }
}

const char* PartText(File::Part part) {
  switch (part) {
    case File::Part::kWhole:
      return "";
    case File::Part::kKeys:
      return "   (these keys; the system's file has others)";
    case File::Part::kLines:
      return "   (these lines; the system's file has others)";
  }
  return "";
}

/// Whose name says that it waits, gets its own with the answers.
std::string Waits(const File& file) {
  const std::string path = ClosedPath(file.path);
  return path == file.path ? "   (has open places)" : fmt::format("   (has open places; then /{})", path);
}

void WriteFiles(const ReadmeInput& readme, Steps& steps) {
  if (!readme.writer) return;
  steps.Part("FILES HERE");
  steps.Say(
      "The complete network files of this system for this site, as if under /. Those that aren't listed as different "
      "are for checking, and for building the system anew.");
  for (const File& file : readme.files) {
    steps.Item(file.path + (file.mode == 0644 ? "" : fmt::format("   (mode {:04o})", file.mode)) + PartText(file.part) +
               (file.open.empty() ? "" : Waits(file)));
  }
  if (!readme.boot) return;
  steps.Item("BOOT.txt: what may have to change on its kernel parameter line");
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

bool HasDevice(const HostPlan& plan, bool (*is)(const Device&)) {
  return std::any_of(plan.devices.begin(), plan.devices.end(), is);
}

void WriteDeviceNotes(const HostPlan& plan, Steps& steps) {
  const auto on_osa = [](const Device& device) { return device.link.kind == model::Link::Kind::kOsa; };
  const auto osa = std::find_if(plan.devices.begin(), plan.devices.end(), on_osa);
  if (osa != plan.devices.end()) {
    steps.Item(fmt::format("An OSA of its own is driven in layer {}, the driver's default{}; the spec doesn't say.",
                           osa->layer2 ? 2 : 3, osa->layer2 ? "" : " of that time (from knowledge)"));
  }
  const auto is_router = [](const Device& device) {
    return std::any_of(device.options.begin(), device.options.end(),
                       [](const auto& option) { return option.second == "primary_router"; });
  };
  if (HasDevice(plan, is_router))
    steps.Item("Only one system may be primary_router of an OSA port: where the vendor's OSA is shared, ask first.");
}

void WriteNotes(const ReadmeInput& readme, Steps& steps) {
  steps.Part("NOTES");
  for (const std::string& unwritten : readme.plan.unwritten) steps.Item("NOT WRITTEN: " + unwritten + ".");
  if (readme.virtio) {
    steps.Item(
        "Its interfaces are virtio devices, which need no device configuration. The number of an interface is its "
        "device number on the virtual channel subsystem: devno in its address element of the libvirt domain. Kept, the "
        "guest finds its interfaces under the names it knows.");
    return;
  }
  if (!readme.writer) {
    return steps.Item(
        "Missing: which network files the distribution uses (fact `network_files` of the library). The table "
        "above is what must be configured by hand.");
  }
  if (!readme.plan.interfaces.empty()) {
    for (const std::string& note : readme.writer->notes) steps.Item(note);
    WriteDeviceNotes(readme.plan, steps);
  }
  if (readme.placement.host.valid())
    steps.Item(
        "From knowledge, not from a source: what QUERY VIRTUAL shows. Try the commands at home before the test.");
}

/// What is to be done where no files are written.
void WriteByHand(const ReadmeInput& readme, Steps& steps) {
  if (readme.differences && readme.differences->empty()) return;
  steps.Part("TO APPLY");
  steps.Step("Give the system the values above, by its own means; note those of home first.");
  if (readme.boot) steps.Step("Look whether the kernel parameter line names home's network: see BOOT.txt.");
}

}  // namespace

std::string WriteReadme(const ReadmeInput& readme) {
  TextWriter out;
  out.Line(FirstLine(readme));
  out.Line();
  out.Wrapped(WhereItRuns(readme), kWidth);
  if (readme.differences && readme.differences->empty()) {
    out.Wrapped(readme.writer
                    ? "Its files for home and for this site were written from the same spec and compared byte for "
                      "byte: same device numbers, addresses, routes, layers and MTUs."
                    : "Device numbers, addresses, routes and MTUs were compared, as the spec has them for home and for "
                      "this site.",
                kWidth);
  }
  out.Line();
  out.Line("NETWORK");
  WriteNetworkTable(readme.plan, out);
  if (readme.differences && !readme.differences->empty()) WriteDifferences(*readme.differences, out);
  WriteRenamed(readme, out);
  Steps steps(out);
  if (readme.writer) {
    const Commands commands = readme.writer->commands(readme.plan);
    WriteApply(readme, commands, steps);
    WriteChecks(readme, steps);
    WriteBack(readme, commands, steps);
  } else {
    WriteByHand(readme, steps);
    WriteChecks(readme, steps);
  }
  WriteWaiting(readme, steps);
  WriteFiles(readme, steps);
  WriteNotes(readme, steps);
  return out.Take();
}

}  // namespace hotsite::backends::linux_guest
