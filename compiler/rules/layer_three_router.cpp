#include <algorithm>
#include <optional>
#include <set>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/site_network.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::PlacementId;
using model::System;

struct Found {
  PlacementId router;
  const model::Lan* lan;
  const model::Carrier* osa;
  model::NetworkId outside;  // that the vswitch carries
  model::NetworkId behind;   // that only the router leads to
};

/// The OSA behind a vswitch that says `transport ip` and isn't the primary router; nothing for all others. What a
/// vswitch doesn't say is judged elsewhere.
const model::Carrier* PlainLayerThree(const Model& model, const model::PlacedLan& placed) {
  const model::Lan& lan = placed.lan;
  const bool layer3 = lan.is_vswitch() && lan.transport.known() && *lan.transport == model::Transport::kIp;
  if (!layer3 || lan.primary_router) return nullptr;
  for (const model::Attachment& uplink : placed.uplinks) {
    if (uplink.kind == model::Attachment::Kind::kDevices && model.at(uplink.carrier).is_osa())
      return &model.at(uplink.carrier);
  }
  return nullptr;
}

bool SaysForwards(const System& system, model::NetworkId network) {
  return std::find(system.forwards.begin(), system.forwards.end(), network) != system.forwards.end();
}

/// A network that the router forwards to and that the outside reaches through systems of ours alone.
std::optional<model::NetworkId> NetworkBehind(const Model& model, const SiteNetwork& network, PlacementId id) {
  const Placement& placement = model.at(id);
  for (std::size_t i = 0; i < placement.nics.size(); ++i) {
    const model::NetworkId one = placement.nics[i].network;
    if (!SaysForwards(model.SystemOf(placement), one)) continue;
    if (network.OutsideOf(network.SegmentOf(id, i)) == FromOutside::kThroughOurs) return one;
  }
  return std::nullopt;
}

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) {}

  void LookAt(const model::Site& site) {
    std::optional<SiteNetwork> network;  // few sites have such a router
    for (PlacementId id : site.placements) {
      const Placement& placement = model_.at(id);
      const System& system = model_.SystemOf(placement);
      if (system.forwards.size() < 2) continue;
      for (const model::PlacedNic& nic : placement.nics) {
        if (!SaysForwards(system, nic.network) || nic.attachment.kind != model::Attachment::Kind::kLan) continue;
        const model::PlacedLan& placed = model_.at(nic.attachment.host).lans[nic.attachment.lan];
        const model::Carrier* osa = PlainLayerThree(model_, placed);
        if (osa == nullptr) continue;
        if (!network) network.emplace(model_, model_.IdOf(site));
        const auto behind = NetworkBehind(model_, *network, id);
        if (behind) found_.Add(KeyOf(placed.lan.written.name), {id, &placed.lan, osa, nic.network, *behind});
      }
    }
  }

  const std::vector<std::vector<Found>>& groups() const { return found_.groups(); }

 private:
  const Model& model_;
  Gathered<SpanKey, Found> found_;
};

void Tell(const Model& model, const std::vector<Found>& group, model::RuleReporter& report) {
  std::vector<std::string> routers, sites;
  std::set<std::string> seen;
  for (const Found& one : group) {
    if (seen.insert("r" + NameOf(model, one.router)).second) routers.push_back(NameOf(model, one.router));
    const std::string& site = model.at(model.at(one.router).site).name;
    if (seen.insert("s" + site).second) sites.push_back(site);
  }
  const Found& found = group.front();
  const model::Lan& lan = *found.lan;
  const std::string& behind = model.at(found.behind).name;
  auto& finding = report.Warn(lan.written.name, "packets from outside for `{}` don't get through vswitch `{}` to {}",
                              behind, lan.name, FewNames(routers));
  finding.Here("`transport ip` without `router primary`")
      .Mark(model.SystemOf(model.at(found.router)).written.name,
            fmt::format("leads from `{}` to `{}`", model.at(found.outside).name, behind))
      .Note(fmt::format("at {}: on layer 3 OSA `{}` hands on only what is for an address that was registered with it, "
                        "and drops the rest",
                        Names(sites), found.osa->name));
  const char* text =
      "make it the primary router; one user of an OSA port can be that, so ask the vendor if it is shared";
  if (Editable(lan.written))
    finding.Offer(text, {InsertIntoBlock(report.sources(), lan.written, "router primary")});
  else
    finding.Advise(fmt::format("{}: `router primary`", text));
  finding.Advise("or take layer 2, `transport ethernet`, for the vswitch and in the network files of its guests");
  AboutAll(finding, routers);
}

void Run(const Model& model, model::RuleReporter& report) {
  Finder finder(model);
  for (const model::Site& site : model.sites) finder.LookAt(site);
  for (const auto& group : finder.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A Linux guest routes between a vswitch of layer 3 and networks behind it, and
the vswitch isn't the primary router of its OSA.

On layer 3 an OSA delivers by IP address: each guest's address is registered
with it, and what comes in for another address is dropped in the card, before
CP or Linux see anything. The router's own address is registered, those of the
systems behind it aren't. So the router can be pinged from outside, the
systems behind it can ping out as far as anything leaves, and no answer ever
comes back to them. Forwarding, routes and firewall are all found to be right.

`router primary` (PRIROUTER of DEFINE VSWITCH) makes the OSA hand on unknown
addresses to the vswitch. An OSA port has one primary router at most: where the
vendor shares the port among customers, ask first. On layer 2 (`transport
ethernet`) frames go by MAC address, and nothing of this is needed.

Silent are layer 2, a vswitch without an OSA behind it, one that doesn't say
its transport, and a router behind which there is nothing that the outside
reaches only through it.

Source: CP Commands and Utilities Reference, DEFINE VSWITCH, operands NONROUTER
and PRIROUTER; Device Drivers, Features, and Commands (Linux on Z), qeth,
attribute route4.)";

constexpr std::string_view kBad = R"(hotsite 1

network INSIDE {
  subnet 192.168.30.0/24
  gateway INSIDE[1]
}
network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  guestlan GLAN1 carries INSIDE { type qdio }
  vswitch VSW1 carries OFFICE { transport ip }
  linux LNXRTR {
    start first
    nic 0600 on INSIDE address INSIDE[1]
    nic 0700 on OFFICE address OFFICE[30]
    forwards INSIDE, OFFICE
  }
  linux LNXWAS1 {
    nic 0600 on INSIDE address INSIDE[21]
    start after LNXRTR
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network INSIDE {
  subnet 192.168.30.0/24
  gateway INSIDE[1]
}
network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  guestlan GLAN1 carries INSIDE { type qdio }
  vswitch VSW1 carries OFFICE {
    transport ip
    router primary
  }
  linux LNXRTR {
    start first
    nic 0600 on INSIDE address INSIDE[1]
    nic 0700 on OFFICE address OFFICE[30]
    forwards INSIDE, OFFICE
  }
  linux LNXWAS1 {
    nic 0600 on INSIDE address INSIDE[21]
    start after LNXRTR
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kLayerThreeRouter = {
    .title = "A router guest stands behind a vswitch of layer 3 whose OSA drops what is for others.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
