#include <algorithm>

#include "compiler/rules/edits.h"
#include "compiler/rules/network_parts.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// How many systems the way out names, each with devices of its own.
constexpr std::size_t kMostGrantees = 8;

/// The members that the guest LAN doesn't join.
std::vector<model::Member> Outside(const Separation& split) {
  std::vector<model::Member> outside;
  for (std::size_t i = 0; i < split.parts.size(); ++i) {
    if (i != split.part) outside.insert(outside.end(), split.parts[i].begin(), split.parts[i].end());
  }
  outside.insert(outside.end(), split.uncarried.begin(), split.uncarried.end());
  return outside;
}

std::string WhereIs(const Model& model, const Placement& placement) {
  if (!placement.host.valid()) return "in a partition of its own";
  return fmt::format("under `{}`", model.SystemOf(model.at(placement.host)).name);
}

/// All of one machine, each once; nothing where there are too many to name, or on several machines.
std::vector<model::SystemId> Grantees(const Model& model, const std::vector<model::Segment>& segments) {
  std::vector<model::SystemId> systems;
  model::MachineId machine;
  for (const model::Segment& segment : segments) {
    for (const model::Member& member : segment.members) {
      const Placement& placement = model.at(member.placement);
      if (machine.valid() && placement.machine != machine) return {};
      machine = placement.machine;
      if (std::find(systems.begin(), systems.end(), placement.system) != systems.end()) continue;
      if (systems.size() == kMostGrantees) return {};
      systems.push_back(placement.system);
    }
  }
  return systems;
}

/// Real HiperSockets (or an OSA, as home has it) with devices for each member by its name, instead of the guest LAN.
void OfferChannel(const Model& model, const Separation& split, const std::vector<model::Segment>& segments,
                  const SourceMap& sources, Diagnostic& finding) {
  const model::Lan& lan = model.at(split.host).lans[split.lan].lan;
  const std::string& network = model.at(split.network).name;
  const bool hipers = lan.type == model::LanType::kHipers;
  const std::string text =
      fmt::format("ask for {} that carries `{}` instead, with devices for each of its members by name",
                  hipers ? "a HiperSockets channel" : "an OSA", network);
  const Placement& host = model.at(split.host);
  const auto systems = Grantees(model, segments);
  const auto kind = hipers ? model::Carrier::Kind::kHipersockets : model::Carrier::Kind::kOsa;
  const auto* last = LastStatementOf(model, host.machine);
  if (split.site->recovery && !systems.empty() && last != nullptr && Editable(lan.written) &&
      IsWithin(lan.written.whole, split.site->written.whole)) {
    const auto supply = SupplyDevices(model, sources, host.machine, split.network, systems, kind);
    if (supply && !supply->new_statement.empty()) {
      finding.Offer(text, {ReplaceStatement(sources, lan.written.whole, {}),
                           InsertBehind(sources, last->whole, {supply->new_statement})});
      return;
    }
  }
  finding.Advise(text);
}

void Tell(const Model& model, const Separation& split, const std::vector<model::Segment>& segments,
          model::RuleReporter& report) {
  const Placement& host = model.at(split.host);
  const model::Lan& lan = host.lans[split.lan].lan;
  const std::string& name = model.SystemOf(host).name;
  const std::vector<model::Member> outside = Outside(split);
  const auto names = NamesIn(model, outside);
  const bool here = IsWithin(lan.written.whole, split.site->written.whole);
  auto& finding = report.Error(here ? lan.written.name : host.written.name,
                               "guest LAN `{}` of `{}` doesn't join {} to `{}` at `{}`", lan.name, name,
                               FewNames(names), model.at(split.network).name, split.site->name);
  finding.Here(here ? fmt::format("a guest LAN ends at its z/VM, here `{}`", name)
                    : "its guest LAN ends here, whoever else is on the network");
  if (!here) finding.Mark(lan.written.name, "this guest LAN");
  const Placement& first = model.at(outside.front().placement);
  finding.Mark(first.written.name, fmt::format("`{}` is {}", names.front(), WhereIs(model, first)));
  ListNames(finding, names, kFewNames);
  finding.Note(
      "the guests on it reach one another and all looks well inside; whoever is in another partition or under another "
      "z/VM isn't on that LAN");
  OfferChannel(model, split, segments, report.sources(), finding);
  finding.Advise(fmt::format("or place {} under `{}` too", names.size() == 1 ? Names(names) : "them", name));
  AboutAll(finding, names);
  finding.CausedBy(name);
}

void Run(const Model& model, model::RuleReporter& report) {
  ForEachSeparation(model, Separation::Cause::kGuestLan,
                    [&](const Separation& split, const std::vector<model::Segment>& segments) {
                      Tell(model, split, segments, report);
                    });
}

constexpr std::string_view kExplanation =
    R"(A guest LAN carries a network, and some of the network's members aren't guests
of that z/VM. A guest LAN of type HIPERS is the usual stand-in when the
recovery site has no HiperSockets: DEFINE LAN costs nothing, needs no I/O
definition, and the guests don't see the difference. But it ends at its z/VM.
z/OS in a partition of its own, or a guest of another z/VM, isn't on it.

This shows late. Every guest comes up, its interface is ready, the guests of
that z/VM reach one another; only what goes to z/OS times out, and the search
begins with firewalls and routes.

To repair it, ask for real HiperSockets (or an OSA) and give each member
devices by its name: `hipersockets HS carries DATABASE { frame 24 KiB; devices
? for PRODA, LNXRTR }`. A guest that is named gets them dedicated, before any
LAN of its z/VM. Or place the others under that z/VM too, or join the guest
LAN to a network that reaches them by a router guest with a leg on each; then
these are two networks, with two names.

A network whose members are all under one z/VM is well served by a guest LAN,
and nothing is said about it.

Source: z/VM Connectivity, "Guest LAN versus Virtual Switch" (IBM Docs): a
guest LAN is an isolated LAN segment, other networks are reached through a
router virtual machine.)";

constexpr std::string_view kBad = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
zvm VMPROD {
  linux LNX1 { nic 0700 on DATABASE address DATABASE[21] }
  guestlan GLAN1 carries DATABASE { type hipers }
}

site home {
  machine CEC {
    lpar PRODA
    lpar VMPROD
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
zvm VMPROD {
  linux LNX1 { nic 0700 on DATABASE address DATABASE[21] }
}

site home {
  machine CEC {
    lpar PRODA
    lpar VMPROD
    hipersockets HS0 carries DATABASE { devices 0E00-0E0F }
  }
}
)";

}  // namespace

const model::Rule kLanTooShort = {
    .title = "A guest LAN doesn't reach members of its network outside its z/VM.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
