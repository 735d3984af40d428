#include <algorithm>

#include "compiler/rules/edits.h"
#include "compiler/rules/network_parts.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::Segment;

/// The z/VM that all members run under; nothing when there isn't one.
const Placement* CommonHost(const Model& model, const std::vector<Segment>& segments) {
  model::PlacementId host;
  for (const Segment& segment : segments) {
    for (const model::Member& member : segment.members) {
      const model::PlacementId above = model.at(member.placement).host;
      if (!above.valid() || (host.valid() && above != host)) return nullptr;
      host = above;
    }
  }
  return host.valid() ? &model.at(host) : nullptr;
}

/// What stands in the partitions that the members run in, directly or through z/VM systems; nothing when they are on
/// several machines.
std::vector<model::SystemId> Grantees(const Model& model, const std::vector<Segment>& segments) {
  std::vector<model::SystemId> grantees;
  model::MachineId machine;
  for (const Segment& segment : segments) {
    for (const model::Member& member : segment.members) {
      const Placement& placement = model.at(member.placement);
      if (machine.valid() && placement.machine != machine) return {};
      machine = placement.machine;
      const model::SystemId system = model.at(model.at(placement.partition).occupant).system;
      if (std::find(grantees.begin(), grantees.end(), system) == grantees.end()) grantees.push_back(system);
    }
  }
  return grantees;
}

/// The carrier at the machine of those without one that has the network and gives them nothing: its `for` names others.
const model::Carrier* CarrierForOthers(const Model& model, const Separation& split) {
  if (split.uncarried.empty()) return nullptr;
  const Placement& first = model.at(split.uncarried.front().placement);
  const model::Carrier* carrier = CarrierOf(model, first.machine, split.network);
  if (carrier == nullptr || LacksDevices(model, *carrier, split.uncarried).empty()) return nullptr;
  return carrier;
}

void OfferGrant(const Model& model, const Separation& split, const model::Carrier& carrier, const SourceMap& sources,
                Diagnostic& finding) {
  const auto without = LacksDevices(model, carrier, split.uncarried);
  std::vector<std::string> names;
  for (const model::SystemId system : without) names.push_back(model.at(system).name);
  const std::string text = fmt::format("give {} devices of `{}` too, by its `for`", FewNames(names), carrier.name);
  const auto supply = SupplyDevices(model, sources, carrier.machine, split.network, without, carrier.kind);
  if (split.site->recovery && supply && supply->into_carrier) {
    finding.Offer(text, {*supply->into_carrier});
  } else {
    finding.Advise(text);
  }
}

/// Devices of the machine, as home has them. An edit asks the vendor for them (`?`), so there is none for home.
void OfferDevices(const Model& model, const Separation& split, const std::vector<Segment>& segments,
                  const SourceMap& sources, Diagnostic& finding) {
  const auto grantees = Grantees(model, segments);
  const model::Carrier* home = CarrierAtHome(model, split.network);
  const auto kind = home != nullptr ? home->kind : model::Carrier::Kind::kOsa;
  const Placement& first = model.at(segments.front().members.front().placement);
  const auto supply = SupplyDevices(model, sources, first.machine, split.network, grantees, kind);
  const std::string text = fmt::format(
      "ask for {} that carries `{}`{}", kind == model::Carrier::Kind::kOsa ? "an OSA" : "a HiperSockets channel",
      model.at(split.network).name, home != nullptr && split.site->recovery ? ", as at home" : "");
  if (!split.site->recovery || grantees.empty() || !supply || !split.parts.empty()) {
    finding.Advise(text);
  } else if (supply->into_carrier) {
    finding.Offer(text, {*supply->into_carrier});
  } else if (const auto* last = LastStatementOf(model, first.machine);
             last != nullptr && !supply->new_statement.empty()) {
    finding.Offer(text, {InsertBehind(sources, last->whole, {supply->new_statement})});
  } else {
    finding.Advise(text);
  }
}

/// The KVM host whose guests are the only ones without a carrier, though its machine has one: it lacks a bridge.
const Placement* LacksBridge(const Model& model, const Separation& split) {
  model::PlacementId host;
  for (const model::Member& member : split.uncarried) {
    const model::PlacementId above = model.at(member.placement).host;
    if (!above.valid() || (host.valid() && above != host)) return nullptr;
    host = above;
  }
  if (!host.valid() || !model.SystemOf(model.at(host)).is_kvm()) return nullptr;
  return CarrierOf(model, model.at(host).machine, split.network) != nullptr ? &model.at(host) : nullptr;
}

void OfferBridge(const Model& model, const Placement& host, NetworkId network, const SourceMap& sources,
                 Diagnostic& finding) {
  const std::string text =
      fmt::format("give `{}` a bridge: its guests reach the devices of the machine through nothing else",
                  model.SystemOf(host).name);
  const std::string bridge = StandInLan(model, host, network, true);
  if (Editable(host.written) && host.stated) {
    finding.Offer(text, {InsertIntoBlock(sources, host.written, bridge)});
  } else {
    finding.Advise(fmt::format("{}: `{}`", text, bridge));
  }
}

void AddHelps(const Model& model, const Separation& split, const std::vector<Segment>& segments,
              const SourceMap& sources, Diagnostic& finding) {
  if (const Placement* kvm = LacksBridge(model, split))
    return OfferBridge(model, *kvm, split.network, sources, finding);
  if (const model::Carrier* carrier = CarrierForOthers(model, split))
    return OfferGrant(model, split, *carrier, sources, finding);
  OfferDevices(model, split, segments, sources, finding);
  const Placement* host = CommonHost(model, segments);
  if (host == nullptr || !split.parts.empty()) return;
  const std::string text =
      fmt::format("or let a LAN of `{}` stand in for it, since all its members are there", model.SystemOf(*host).name);
  const std::string lan = StandInLan(model, *host, split.network);
  if (Editable(host->written) && host->stated) {
    finding.Offer(text, {InsertIntoBlock(sources, host->written, lan)});
  } else {
    finding.Advise(fmt::format("{}: `{}`", text, lan));
  }
}

std::string MessageFor(const Model& model, const Separation& split) {
  const std::string& network = model.at(split.network).name;
  if (split.uncarried.empty()) {
    return fmt::format("`{}` falls into {} parts at `{}` that don't reach each other", network, split.parts.size(),
                       split.site->name);
  }
  const auto names = NamesIn(model, split.uncarried);
  return fmt::format("nothing carries `{}` {} {} at `{}`", network,
                     split.parts.empty() && names.size() > 1 ? "between" : "to", FewNames(names), split.site->name);
}

bool UnderKvm(const Model& model, const std::vector<model::Member>& members) {
  return std::any_of(members.begin(), members.end(), [&](const model::Member& member) {
    const model::PlacementId host = model.at(member.placement).host;
    return host.valid() && model.SystemOf(model.at(host)).is_kvm();
  });
}

/// Switches that lack their uplink for the same reason.
void MarkSwitches(const Model& model, const std::vector<Segment>& segments, Diagnostic& finding) {
  for (const Segment& segment : segments) {
    for (const auto& [host, index] : segment.lans) {
      const model::PlacedLan& placed = model.at(host).lans[index];
      if (!EndsAt(placed) || placed.lan.local) continue;
      finding.Mark(placed.lan.written.name, fmt::format("{} of `{}`, without an uplink for the same reason",
                                                        placed.lan.KindName(), NameOf(model, host)));
      AboutAll(finding, NamesIn(model, segment.members));
    }
  }
}

std::string LacksWhat(const Model& model, const Separation& split, const model::Carrier* others) {
  const std::string& network = model.at(split.network).name;
  if (split.uncarried.empty()) return "nothing joins the parts here";
  if (others != nullptr) return fmt::format("`{}` is for others here", others->name);
  return fmt::format("no vswitch, guestlan, {}osa or hipersockets for `{}` here",
                     UnderKvm(model, split.uncarried) ? "bridge, " : "", network);
}

void Tell(const Model& model, const Separation& split, const std::vector<Segment>& segments,
          model::RuleReporter& report) {
  const std::string& network = model.at(split.network).name;
  auto& finding = report.Error(split.site->written.name, "{}", MessageFor(model, split));
  const model::Carrier* others = CarrierForOthers(model, split);
  finding.Here(LacksWhat(model, split, others));
  const model::Member& first = split.uncarried.empty() ? segments.front().members.front() : split.uncarried.front();
  const Placement& placement = model.at(first.placement);
  finding.Mark(model.NicOf(placement, placement.nics[first.nic]).written.name,
               fmt::format("`{}` is on `{}`", model.SystemOf(placement).name, network));
  if (others != nullptr) {
    finding.Mark(others->written.name,
                 fmt::format("{} `{}` carries `{}`, but not for all", others->KindName(), others->name, network));
  } else if (const model::Carrier* home = CarrierAtHome(model, split.network);
             home != nullptr && split.site->recovery) {
    finding.Mark(home->written.name, fmt::format("home has {} `{}` for it", home->KindName(), home->name));
  }
  if (split.uncarried.empty()) {
    for (const auto& part : split.parts) finding.Note(fmt::format("one part: {}", Names(NamesIn(model, part))));
    for (const auto& part : split.parts) AboutAll(finding, NamesIn(model, part));
  } else {
    const auto names = NamesIn(model, split.uncarried);
    ListNames(finding, names, kFewNames);
    AboutAll(finding, names);
    MarkSwitches(model, segments, finding);
  }
  finding.Note(
      "what isn't in the request isn't there on the day: a missing channel takes a new I/O definition, not a command");
  AddHelps(model, split, segments, report.sources(), finding);
}

// Members on several machines are HS2005's finding, those that a guest LAN shuts in HS2414's.
void Run(const Model& model, model::RuleReporter& report) {
  ForEachSeparation(
      model, Separation::Cause::kNoCarrier,
      [&](const Separation& split, const std::vector<Segment>& segments) { Tell(model, split, segments, report); });
}

constexpr std::string_view kExplanation =
    R"(A network has members at a site, and nothing there carries it between them.
This is "the missing HiperSockets": in the first year of the story this
compiler comes from the Linux guests couldn't reach the databases on z/OS,
because nobody had told the vendor that there was a HiperSockets channel at
home. A channel isn't added with a command on the morning of the test: it
takes a new I/O definition, and partitions that are in use by then.

What carries a network to a system is looked for from the inside out: a
vswitch or guest LAN of the z/VM that the system runs under; else devices of
an OSA or of HiperSockets of the machine that are given to it. A guest of a
z/VM isn't reached by a machine's carrier unless that z/VM has a vswitch or
guest LAN for the network, or the devices are given to that guest.

The rule also finds networks that fall into parts, some members on an OSA and
others on HiperSockets, say. OSAs of the same network count as joined, since
they meet in the LAN outside. Two cases have a rule of their own: HiperSockets
with members on several machines (HS2005), and a guest LAN with members
outside its z/VM (HS2414).

To repair it, add what home has (`hipersockets HS carries DATABASE { frame 24
KiB; devices ? for … }`); the vendor is then asked for the device numbers.
Where all members run under one z/VM, `guestlan NAME carries DATABASE { type
hipers }` there will do. Members that aren't needed at this site can be left
out.

Source: the 2007 test of the story; HiperSockets simulated by a guest LAN:
DEFINE LAN in CP Commands and Utilities Reference.)";

constexpr std::string_view kBad = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
zos PRODB { nic 0E00 on DATABASE address DATABASE[11] }

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
zos PRODB { nic 0E00 on DATABASE address DATABASE[11] }

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
    hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

}  // namespace

const model::Rule kMissingCarrier = {
    .title = "A network has members at a site and nothing carries it between them.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
