#include <algorithm>
#include <optional>

#include "compiler/model/segments.h"
#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::Segment;

struct Found {
  const model::Site* site;
  NetworkId network;
  const Placement* host;
  const model::PlacedLan* placed;
  std::vector<std::string> members;
  bool outside;  // the network's gateway is outside; else other members are
};

/// The way out: devices of the machine for this z/VM.
void Offer(const Model& model, const Found& found, const SourceMap& sources, Diagnostic& finding) {
  const std::string& name = model.SystemOf(*found.host).name;
  const std::string text =
      fmt::format("give `{}` an uplink: devices of an OSA that carries `{}`", name, model.at(found.network).name);
  const auto supply = SupplyDevices(model, sources, found.host->machine, found.network, {found.host->system});
  const bool ask = found.site->recovery && found.host->level == 1;  // `?` asks the vendor: there is none at home
  if (ask && supply && supply->into_carrier) {
    finding.Offer(text, {*supply->into_carrier});
  } else if (const auto* last = LastStatementOf(model, found.host->machine);
             ask && supply && last != nullptr && !supply->new_statement.empty()) {
    finding.Offer(text, {InsertBehind(sources, last->whole, {supply->new_statement})});
  } else {
    finding.Advise(text);
  }
  finding.Advise("or say that it is meant to reach nothing outside: `uplinks none`");
}

void Tell(const Model& model, const Found& found, model::RuleReporter& report) {
  const model::Lan& lan = found.placed->lan;
  const std::string& network = model.at(found.network).name;
  // A vswitch of the system's own is written elsewhere: the place to look at is where the site places that system.
  const bool here = IsWithin(lan.written.whole, found.host->written.whole);
  auto& finding = report.Error(here ? lan.written.name : found.host->written.name,
                               "{} `{}` of `{}` has no uplink at `{}`, and {} on `{}` need{} {}", lan.KindName(),
                               lan.name, model.SystemOf(*found.host).name, found.site->name,
                               OneOrCount(found.members, "systems"), network, found.members.size() == 1 ? "s" : "",
                               found.outside     ? "the outside"
                               : lan.is_bridge() ? "members outside its KVM"
                                                 : "members outside its z/VM");
  finding.Here(here ? "nothing outside carries its network" : "no OSA gives it devices here");
  if (!here) finding.Mark(lan.written.name, fmt::format("this {}", lan.KindName()));
  const auto& gateway = model.PlanOf(model.IdOf(*found.site), found.network).gateway;
  if (found.outside && gateway) finding.Mark(gateway->span, "the gateway is no system of this spec, so it is outside");
  ListNames(finding, found.members);
  finding.Note(lan.is_bridge()
                   ? "a bridge without a device of its host comes up without an error, and ends at that host"
                   : "a vswitch without a real device is defined without an error, and is a LAN inside its z/VM");
  Offer(model, found, report.sources(), finding);
  AboutAll(finding, found.members);
  finding.CausedBy(model.SystemOf(*found.host).name);
}

/// The vswitches without uplink among the LANs of one network's segments.
void LookAt(const Model& model, const model::Site& site, NetworkId network, const std::vector<Segment>& segments,
            model::RuleReporter& report) {
  if (std::any_of(segments.begin(), segments.end(), IsUncarried))
    return;                     // HS2407 tells of the switches along with the others
  std::optional<bool> outside;  // asked once, as it looks at every system
  for (const Segment& segment : segments) {
    for (const auto& [host, index] : segment.lans) {
      const model::PlacedLan& placed = model.at(host).lans[index];
      if (!EndsAt(placed) || placed.lan.local) continue;
      if (!outside) outside = HasOutside(model, model.IdOf(site), network);
      if (!*outside && segments.size() < 2) continue;
      std::vector<std::string> members;
      for (const model::Member& member : segment.members) {
        const std::string& name = NameOf(model, member.placement);
        if (members.empty() || members.back() != name) members.push_back(name);
      }
      Tell(model, {&site, network, &model.at(host), &placed, members, *outside}, report);
    }
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Site& site : model.sites) {
    const auto all = model::SegmentsAt(model, model.IdOf(site));
    for (const model::Network& network : model.networks) {
      const NetworkId id = model.IdOf(network);
      LookAt(model, site, id, all[id.index], report);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A vswitch has members that need the outside, and no uplink at this site.
DEFINE VSWITCH without a real device isn't an error: the vswitch comes up,
guests couple to it, they reach each other, and it is simply a LAN inside that
z/VM. "The network works, but nobody gets in" is how it is noticed, after the
restore.

A vswitch finds its uplink in devices of a machine's OSA that carries the same
network and is given to its z/VM; for a z/VM under another z/VM in a vswitch
or guest LAN of the outer one. A network goes on outside when its gateway is
no system of this spec, or when other members of it at the site are elsewhere.

To repair it, ask for devices: `osa UPLINK carries OFFICE { chpids 2; devices
? for VENDORVM }`. Two channel paths keep it up when one fails. A test may
want a vswitch that reaches nothing outside, so that the restored systems
can't talk to the production ones; then say so, and the request will carry it:
`uplinks none`.

Source: CP Commands and Utilities Reference, DEFINE VSWITCH, usage note 3;
z/VM Connectivity on virtual switches without uplink (from knowledge).)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kMissingUplink = {
    .title = "A vswitch has members that need the outside and no uplink.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
