#include "backends/linux/readme.h"

#include <fmt/format.h>

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
  if (!readme.writer && !readme.by_hand)
    return fmt::format("No files for {}: its distribution's network files aren't known.", name);
  if (!readme.differences) return fmt::format("No home to compare with: all files of {} are new.", name);
  if (readme.differences->empty()) return fmt::format("Nothing differs from home: {} keeps its network files.", name);
  if (!readme.writer) return fmt::format("Differs from home: change {}'s network files by hand (values below).", name);
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
  if (!face.subnet) return face.subnet_token.empty() ? "no address" : face.subnet_token;
  std::string text;
  for (const IpAddress& address : face.addresses) {
    text += fmt::format("{}{}/{}", text.empty() ? "" : " ", address.ToString(), face.subnet->prefix());
  }
  return text.empty() ? "no address" : text;
}

std::string LinkText(const Interface& face) {
  using Kind = model::Link::Kind;
  const std::string name = PlainText(face.link.name);
  const char* layer = face.layer2 ? "layer 2" : "layer 3";
  switch (face.link.kind) {
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

void WriteNetwork(const ReadmeInput& readme, TextWriter& out) {
  out.Line();
  out.Line("NETWORK");
  std::size_t widest = 0, network = 0;
  for (const Interface& face : readme.plan.interfaces) {
    widest = std::max(widest, AddressText(face).size());
    network = std::max(network, face.network.size());
  }
  for (const Interface& face : readme.plan.interfaces) {
    out.Line("  {}  {}  {}  {}", face.nic, PadRight(face.network, network), PadRight(AddressText(face), widest),
             LinkText(face));
  }
  for (const model::Hop& hop : readme.plan.routes) {
    out.Line("  {} via {}", hop.destination ? hop.destination->ToString() : "default", hop.via.ToString());
  }
  for (const OpenDefault& one : readme.plan.open_defaults) out.Line("  default via {}", one.token);
  if (readme.plan.interfaces.empty()) out.Line("  none: the spec gives it no network interface");
  if (readme.plan.forwards) out.Line("  forwards between its networks (router)");
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

/// The values of the files that aren't written.
void WriteValuesPart(const ReadmeInput& readme, TextWriter& out) {
  out.Line();
  out.Line("VALUES FOR ITS {} FILES   (Hotsite doesn't write the files)", readme.by_hand->name);
  std::string_view rest = readme.files.front().text;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    out.Line("  {}", rest.substr(0, end));
    rest.remove_prefix(end + 1);
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
        readme.by_hand
            ? std::string("Interface names and commands are from manual pages, not tried on this system.")
            : "Missing: which network files the distribution uses (fact `network_files` of the library). The table "
              "above is what must be configured by hand.");
  }
  const auto& faces = readme.plan.interfaces;
  if (faces.empty()) {
    if (readme.plan.unwritten.empty()) steps.Item("Nothing.");
    return;
  }
  for (const std::string& note : readme.writer->notes) steps.Item(note);
  const auto on_osa = [](const Interface& face) { return face.link.kind == model::Link::Kind::kOsa; };
  if (std::any_of(faces.begin(), faces.end(), on_osa)) {
    steps.Item(
        "An OSA of its own is driven in layer 3, the driver's default of that time (from knowledge); the spec doesn't "
        "say.");
  }
  const auto on_shared = [](const Interface& face) { return face.connector == "primary_router"; };
  if (std::any_of(faces.begin(), faces.end(), on_shared)) {
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
    out.Wrapped(fmt::format("Its {} for home and for this site were written from the same spec and compared byte for "
                            "byte: same device numbers, addresses, routes, layers and MTUs.",
                            readme.writer ? "files" : "values"),
                kWidth);
  }
  WriteNetwork(readme, out);
  if (readme.differences && !readme.differences->empty()) WriteDifferences(*readme.differences, out);
  if (!readme.writer && readme.by_hand) WriteValuesPart(readme, out);
  Steps steps(out);
  if (readme.writer) {
    const Commands commands = readme.writer->commands(readme.plan);
    WriteApply(readme, commands, steps);
    WriteChecks(readme, steps);
    WriteBack(readme, commands, steps);
  } else {
    if (readme.by_hand) WriteApplyByHand(readme, steps);
    WriteChecks(readme, steps);
    if (readme.by_hand) WriteBackByHand(readme, steps);
  }
  WriteWaiting(readme, steps);
  WriteFiles(readme, steps);
  WriteNotes(readme, steps);
  return out.Take();
}

}  // namespace hotsite::backends::linux_guest
