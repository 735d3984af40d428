#include "backends/zos/readme.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"
#include "backends/steps.h"
#include "backends/zos/config_member.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zos {
namespace {

constexpr std::size_t kWidth = Steps::kWidth;

bool OnHiperSockets(const StackLink& link) { return link.link.hipersockets; }
bool LacksChpid(const StackLink& link) { return link.link.hipersockets && link.chpid == "??"; }
bool HasHiperSockets(const StackPlan& plan) {
  return std::any_of(plan.links.begin(), plan.links.end(), OnHiperSockets);
}

bool HasVipa(const StackPlan& plan) { return !plan.vipas.empty() || !plan.vipas6.empty(); }

bool HasOpen(const StackPlan& plan) {
  return std::any_of(plan.links.begin(), plan.links.end(), [](const StackLink& link) { return !link.open.empty(); });
}

std::string FirstLine(const ReadmeInput& readme) {
  const std::string& name = readme.plan.system;
  if (!readme.differences) return fmt::format("No home to compare with: all definitions of {} are new.", name);
  if (readme.differences->empty() && HasHiperSockets(readme.plan)) {
    return fmt::format("Nothing differs from home for {}, except perhaps the CHPID.", name);
  }
  if (readme.differences->empty()) return fmt::format("Nothing differs from home: {} keeps its definitions.", name);
  return fmt::format("Differs from home: network definitions of {}{}.", name,
                     HasOpen(readme.plan) ? "; some open" : "");
}

void WriteWhere(const ReadmeInput& readme, TextWriter& out) {
  const model::Model& model = readme.input.model;
  const model::Placement& at = readme.placement;
  const std::string where =
      readme.plan.guest
          ? fmt::format("a guest of {}; its device numbers are virtual, given by that z/VM",
                        PlainText(model.SystemOf(model.at(at.host)).name))
          : fmt::format("in partition {}; its device numbers are real", PlainText(model.at(at.partition).name));
  out.Line();
  out.Wrapped(fmt::format("{} at {}: z/OS, {}. Virtualization level {}.", readme.plan.system,
                          PlainText(model.at(at.site).name), where, at.level),
              kWidth);
}

void WriteDifferences(const std::vector<std::string>& differences, TextWriter& out) {
  out.Line();
  out.Line("WHAT DIFFERS FROM HOME   (- at home, + here)");
  out.Wrapped("Names of devices and links are ours at both sites: where your profile has others, keep yours.", kWidth,
              "  ", "  ");
  for (const std::string& line : differences) {
    out.Line("  {}{}", line.substr(0, 2), line.substr(std::min(line.find_first_not_of(' ', 2), line.size())));
  }
}

void WriteApply(const ReadmeInput& readme, Steps& steps) {
  steps.Part("TO APPLY   (before TCPIP is started)");
  if (readme.differences && readme.differences->empty())
    steps.Say("Nothing to apply, except where the CHPID or the spec's holes say so.");
  if (HasOpen(readme.plan)) steps.Step("Fill in what begins with ?? as soon as the vendor has answered (see the end).");
  steps.Step("Keep the home members under other names, so that they can be put back.");
  if (readme.trle) {
    steps.Step(
        "TRLE.VTAMLST: a member of the VTAMLST concatenation, say OSATRL, in place of the home one (take its node out "
        "of "
        "ATCCONxx or replace it there). Active VTAM:");
    steps.Command("V NET,ACT,ID=OSATRL,UPDATE=ALL");
  }
  steps.Step(
      "TCPIP.PROFILE: in the data set of the PROFILE DD of the TCPIP procedure, in place of its INTERFACE, DEVICE, "
      "LINK, "
      "HOME, BEGINROUTES and START statements. HOME and BEGINROUTES name everything: add what the spec doesn't know "
      "(VIPAs, other links). A stack of the same release finds wrong statements before, also at home (from z/OS 2.1):");
  steps.Command("V TCPIP,,SYNTAXCHECK,dsname");
  steps.Step(
      fmt::format("CONFIG{0}.PARMLIB: as member CONFIG{0} of a PARMLIB data set. It changes nothing; the check "
                  "below reads it.",
                  kConfigSuffix));
  steps.Step("Start the stack; it must come up without messages about these statements:");
  steps.Command("S TCPIP");
}

std::string ReadOf(const StackPlan& plan, bool hipersockets) {
  const auto found = std::find_if(plan.links.begin(), plan.links.end(),
                                  [&](const StackLink& link) { return link.link.hipersockets == hipersockets; });
  if (found == plan.links.end()) return {};
  return found->read.starts_with("??") ? "dddd" : found->read;
}

void WriteChecks(const ReadmeInput& readme, Steps& steps) {
  steps.Part("TO CHECK");
  steps.Step(
      "Right after the IPL: processors, storage and devices against what was asked for. What IEE097I lists as desired "
      "and actual is missing or more than promised; INVALID means that a statement isn't understood:");
  steps.Command(fmt::format("D M=CONFIG({})", kConfigSuffix));
  for (const bool hipersockets : {false, true}) {
    const std::string read = ReadOf(readme.plan, hipersockets);
    if (read.empty()) continue;
    steps.Step(hipersockets ? "HiperSockets: is the device there, and which CHPID has it?"
                            : "OSA: is the device there, which CHPID has it?");
    steps.Command(fmt::format("D M=DEV({})", read));
  }
  if (readme.trle) {
    steps.Step("VTAM knows the OSA devices:");
    steps.Command("D NET,TRL");
  }
  steps.Step("Devices ready, addresses and routes as in TCPIP.PROFILE:");
  for (const char* report : {"DEVLINKS", "HOME", "ROUTE"}) steps.Command(fmt::format("D TCPIP,,NETSTAT,{}", report));
  if (readme.plan.routes.empty()) return;
  steps.Step("Hop by hop, from TSO:");
  std::vector<std::string> done;
  for (const auto& [hop, link] : readme.plan.routes) {
    std::string command = fmt::format("PING {}", hop.via.ToString());
    if (std::find(done.begin(), done.end(), command) != done.end()) continue;
    steps.Command(fmt::format("{}   next hop to {}", PadRight(command, 20),
                              hop.destination ? hop.destination->ToString() : "everything"));
    done.push_back(std::move(command));
  }
}

/// The CHPID isn't in the model: it is asked for with the device numbers, and a guest's is CP's to choose.
void SayChpid(const StackPlan& plan, Steps& steps) {
  const auto asked = std::find_if(plan.links.begin(), plan.links.end(), [](const StackLink& link) {
    return LacksChpid(link) && link.read.starts_with("??");
  });
  const bool by_interface = std::any_of(plan.links.begin(), plan.links.end(), [](const StackLink& link) {
    return LacksChpid(link) && (link.by_interface || !link.has_v4());
  });
  std::string where =
      "it stands in the vendor's answer on its devices, if one was asked for; else look on site (D M=DEV)";
  if (plan.guest) where = "CP chooses it for a guest: look on site (D M=DEV), or have CHPID put into the NICDEF";
  if (asked != plan.links.end()) where = fmt::format("the answer to {} has it", asked->read.substr(2));
  steps.Say(
      fmt::format("{} needs the CHPID of the HiperSockets; {}. The statement is refused as it stands; the OSA "
                  "works without it.",
                  by_interface ? "CHPID ??" : "IUTIQD??", where));
}

void WriteWaiting(const ReadmeInput& readme, Steps& steps) {
  steps.Part("WAITING FOR THE VENDOR");
  std::size_t count = 0;
  for (const StackLink& link : readme.plan.links) {
    for (const OpenPlace& place : link.open) {
      steps.Item(fmt::format("{}: {}", place.requirement, place.what));
      ++count;
    }
  }
  if (count == 0) steps.Say("Nothing that the spec asks the vendor for.");
  if (std::any_of(readme.plan.links.begin(), readme.plan.links.end(), LacksChpid)) SayChpid(readme.plan, steps);
}

void WriteNotes(const ReadmeInput& readme, Steps& steps) {
  steps.Part("NOTES");
  for (const std::string& unwritten : readme.plan.unwritten) steps.Item("NOT WRITTEN: " + unwritten + ".");
  for (const StackLink& link : readme.plan.links) {
    if (link.link.transport == model::Transport::kEthernet) {
      steps.Item(
          fmt::format("WARNING: {} is layer 2 (transport ethernet); z/OS of these years speaks layer 3 on an OSA (from "
                      "knowledge). {} must come from a switch with transport ip, or from devices of its own.",
                      PlainText(link.link.name), link.network));
    }
    if (link.odd_read && !link.link.hipersockets) {
      steps.Item(fmt::format("WARNING: READ {} is odd; VTAM wants an even number, WRITE one above it.", link.read));
    }
    if (link.link.kind == model::Link::Kind::kNone)
      steps.Item(fmt::format("WARNING: nothing carries {} at this site.", link.network));
  }
  if (HasVipa(readme.plan)) {
    steps.Item(
        "A VIPA is the source address of what this system begins only where its IPCONFIG (IPv6: IPCONFIG6) says "
        "SOURCEVIPA; that statement isn't touched.");
  }
  steps.Item(
      "PORTNAME must be the same in all systems that share an OSA port, so it is named after the network in each.");
  steps.Item(
      "From knowledge, not from a source: UPDATE=ALL, what D M=DEV shows, VLANID on LINK, the operands in the CONFIGxx "
      "member. Try them at home before the test.");
}

}  // namespace

std::string WriteReadme(const ReadmeInput& readme) {
  TextWriter out;
  out.Line(FirstLine(readme));
  WriteWhere(readme, out);
  if (readme.differences && !readme.differences->empty()) WriteDifferences(*readme.differences, out);
  Steps steps(out);
  WriteApply(readme, steps);
  WriteChecks(readme, steps);
  steps.Part("TO GO BACK");
  steps.Say(
      "Put the kept home members back in their places; the next IPL at home uses them. Nothing else was changed.");
  WriteWaiting(readme, steps);
  WriteNotes(readme, steps);
  return out.Take();
}

}  // namespace hotsite::backends::zos
