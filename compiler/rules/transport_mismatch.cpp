#include <algorithm>
#include <set>
#include <tuple>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Lan;
using model::Model;
using model::PlacedLan;
using model::Placement;
using model::Transport;

const char* Layer(Transport transport) { return transport == Transport::kEthernet ? "layer 2" : "layer 3"; }

/// A vswitch or guest LAN of a z/VM with the members that are attached to it.
struct UsedLan {
  const Placement* host;
  const PlacedLan* placed;
  std::vector<const Placement*> members;
  model::NetworkId network;  // of the first member
};

/// The transport of a LAN where it is certain: a guest LAN is ip unless it says otherwise, a vswitch must say it.
std::optional<Transport> CertainTransport(const Lan& lan) {
  if (lan.is_bridge() || (lan.is_vswitch() && !lan.transport.known())) return std::nullopt;
  return lan.effective_transport();
}

/// By host and LAN, in order of their first member.
std::vector<UsedLan> UsedLans(const Model& model, const model::Site& site) {
  Gathered<std::pair<std::uint32_t, std::size_t>, std::pair<const Placement*, const model::PlacedNic*>> used;
  for (const model::PlacementId id : site.placements) {
    for (const model::PlacedNic& nic : model.at(id).nics) {
      if (nic.attachment.kind != Attachment::Kind::kLan) continue;
      used.Add({nic.attachment.host.index, nic.attachment.lan}, {&model.at(id), &nic});
    }
  }
  std::vector<UsedLan> lans;
  for (const auto& group : used.groups()) {
    const Attachment& to = group.front().second->attachment;
    UsedLan lan{&model.at(to.host), &model.at(to.host).lans[to.lan], {}, group.front().second->network};
    for (const auto& [placement, nic] : group) {
      if (lan.members.empty() || lan.members.back() != placement) lan.members.push_back(placement);
    }
    lans.push_back(std::move(lan));
  }
  return lans;
}

void OfferRealDevices(const Model& model, const UsedLan& lan, const std::vector<model::SystemId>& systems,
                      const SourceMap& sources, Diagnostic& finding) {
  const std::string text = "give z/OS real devices of its own, by its name: they are dedicated to it";
  const auto supply = SupplyDevices(model, sources, lan.host->machine, lan.network, systems);
  const auto* last = LastStatementOf(model, lan.host->machine);
  if (!model.at(lan.host->site).recovery || !supply) {
    finding.Advise(text);
  } else if (supply->into_carrier) {
    finding.Offer(text, {*supply->into_carrier});
  } else if (last != nullptr && !supply->new_statement.empty() && lan.placed->lan.is_vswitch()) {
    finding.Offer(text, {InsertBehind(sources, last->whole, {supply->new_statement})});
  } else {
    finding.Advise(text);
  }
}

/// z/OS drives OSA-Express devices, real or simulated, in layer 3 alone (from knowledge; the Network Express feature of
/// the z17, which it drives in layer 2, isn't simulated by a LAN of type QDIO).
void CheckZos(const Model& model, const UsedLan& lan, model::RuleReporter& report) {
  const Lan& one = lan.placed->lan;
  if (one.type == model::LanType::kHipers || CertainTransport(one) != Transport::kEthernet) return;
  std::vector<const Placement*> zos;
  std::copy_if(lan.members.begin(), lan.members.end(), std::back_inserter(zos),
               [&](const Placement* member) { return model.SystemOf(*member).is_zos(); });
  if (zos.empty()) return;
  const auto names = NamesOf(model, zos);
  const bool here = IsWithin(one.written.whole, model.at(lan.host->site).written.whole);
  auto& finding = report.Error(here ? one.transport.span() : zos.front()->written.name,
                               "z/OS {} can't join {} `{}` of `{}`, which is layer 2", FewNames(names), one.KindName(),
                               one.name, model.SystemOf(*lan.host).name);
  finding.Here(here ? "layer 2" : "z/OS drives an OSA in layer 3")
      .Mark(here ? zos.front()->written.name : one.transport.span(), here ? "z/OS drives an OSA in layer 3" : "layer 2")
      .Note(
          "the NIC is there and coupled, and z/OS can't start its device: a real OSA converts between the layers, CP "
          "doesn't");
  std::vector<model::SystemId> systems;
  for (const Placement* member : zos) systems.push_back(member->system);
  OfferRealDevices(model, lan, systems, report.sources(), finding);
  finding.Advise("or make the LAN `transport ip`; Linux guests on it then change to layer 3 as well");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

/// At home the switch is what it is; at a recovery site it is defined from the spec, and with the default.
void CheckUnsaid(const Model& model, const UsedLan& lan, std::set<SpanKey>& told, model::RuleReporter& report) {
  const Lan& one = lan.placed->lan;
  if (!one.is_vswitch() || !one.transport.absent() || !model.at(lan.host->site).recovery) return;
  if (!told.insert(KeyOf(one.written.name)).second) return;
  const auto names = NamesOf(model, lan.members);
  auto& finding = report.Warn(one.written.name, "vswitch `{}` of `{}` doesn't say whether it is layer 2 or layer 3",
                              one.name, model.SystemOf(*lan.host).name);
  finding.Here(fmt::format("at `{}` it would be made with the default, layer 3 (`ip`)", model.at(lan.host->site).name))
      .Note(
          "a guest that is set up for the other layer is coupled and reaches nobody; the transport of a switch can't "
          "be changed, only the switch be defined again");
  const std::string text = "say what it is at home: `transport ethernet` (layer 2)";
  if (Editable(one.written)) {
    finding.Offer(text, {InsertIntoBlock(report.sources(), one.written, "transport ethernet")})
        .Offer("or `transport ip` (layer 3)", {InsertIntoBlock(report.sources(), one.written, "transport ip")});
  } else {
    finding.Advise(text + ", or `transport ip` (layer 3)");
  }
  finding.CausedBy(model.SystemOf(*lan.host).name);
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

/// DEFINE LAN knows IP and ETHERNET for type QDIO; HiperSockets are simulated in layer 3.
void CheckHipers(const Model& model, const PlacedLan& placed, const Placement& host, std::set<SpanKey>& told,
                 model::RuleReporter& report) {
  const Lan& lan = placed.lan;
  if (!lan.is_guest_lan() || lan.type != model::LanType::kHipers) return;
  if (!lan.transport.known() || *lan.transport != Transport::kEthernet) return;
  if (!told.insert(KeyOf(lan.transport.span())).second) return;
  auto& finding =
      report.Error(lan.transport.span(), "guest LAN `{}` is of type HIPERS, which can't be layer 2", lan.name);
  finding.Here("only a LAN of type QDIO can").Mark(lan.written.name, "this guest LAN");
  finding.Note("DEFINE LAN refuses ETHERNET for it, so the LAN isn't there when its members are logged on");
  if (Editable(lan.written)) {
    finding.Fix("make it layer 3", {{lan.transport.span(), "ip"}});
  } else {
    finding.Advise("make it `transport ip`");
  }
  finding.CausedBy(model.SystemOf(host).name);
}

/// A simulated OSA has the transport of the LAN that it is coupled to, and so must the switch that it is the uplink of
/// (from knowledge).
void CheckUplink(const Model& model, const PlacedLan& placed, const Placement& host, std::set<SpanKey>& told,
                 model::RuleReporter& report) {
  for (const Attachment& uplink : placed.uplinks) {
    if (uplink.kind != Attachment::Kind::kLan || !placed.lan.is_vswitch()) continue;
    const Lan& outer = model.at(uplink.host).lans[uplink.lan].lan;
    const auto own = CertainTransport(placed.lan);
    const auto outside = CertainTransport(outer);
    if (!own || !outside || *own == *outside || outer.type == model::LanType::kHipers) continue;
    if (!told.insert(KeyOf(outer.written.name)).second) continue;
    auto& finding = report.Warn(
        outer.written.name, "vswitch `{}` of `{}` is {}, and its uplink is on {} `{}`, which is {}", placed.lan.name,
        model.SystemOf(host).name, Layer(*own), outer.KindName(), outer.name, Layer(*outside));
    finding.Here(Layer(*outside))
        .Mark(placed.lan.transport.span(), Layer(*own))
        .Note("an OSA that CP simulates doesn't convert between the layers, so the uplink doesn't come up")
        .Advise(fmt::format("make both `transport {}`", model::ToString(*own)))
        .CausedBy(model.SystemOf(host).name);
    return;
  }
}

/// A Linux guest whose NIC is on a LAN of another layer than at home, though nothing else of it changes.
struct Changed {
  const Placement* placement;
  const model::PlacedNic* nic;
  const Lan *home, *here;
};

void FindChanged(const Model& model, const Placement& here, const Placement& home,
                 Gathered<std::pair<SpanKey, SpanKey>, Changed>& found) {
  if (!model.SystemOf(here).is_linux()) return;
  for (std::size_t i = 0; i < here.nics.size() && i < home.nics.size(); ++i) {
    const Attachment& at_home = home.nics[i].attachment;
    const Attachment& at_site = here.nics[i].attachment;
    if (at_home.kind != Attachment::Kind::kLan || at_site.kind != Attachment::Kind::kLan) continue;
    const Lan& old_lan = model.at(at_home.host).lans[at_home.lan].lan;
    const Lan& new_lan = model.at(at_site.host).lans[at_site.lan].lan;
    const auto before = CertainTransport(old_lan);
    const auto after = CertainTransport(new_lan);
    if (!before || !after || *before == *after) continue;
    found.Add({KeyOf(old_lan.written.name), KeyOf(new_lan.written.name)}, {&here, &here.nics[i], &old_lan, &new_lan});
  }
}

void CheckChanged(const Model& model, model::RuleReporter& report) {
  Gathered<std::pair<SpanKey, SpanKey>, Changed> found;
  ForEachBesideHome(model,
                    [&](const Placement& here, const Placement& home) { FindChanged(model, here, home, found); });
  for (const auto& group : found.groups()) {
    const Changed& head = group.front();
    std::vector<std::string> names;
    for (const Changed& one : group) {
      const std::string& name = model.SystemOf(*one.placement).name;
      if (names.empty() || names.back() != name) names.push_back(name);
    }
    const Transport before = *CertainTransport(*head.home);
    const Transport after = *CertainTransport(*head.here);
    const Span place = head.here->transport.known() ? head.here->transport.span() : head.here->written.name;
    auto& finding =
        report.Warn(place, "{} on `{}` would change from {} at home to {} at `{}`", OneOrCount(names, "Linux guests"),
                    model.at(head.nic->network).name, Layer(before), Layer(after), model.at(head.placement->site).name);
    finding.Here(Layer(after))
        .Mark(head.home->transport.known() ? head.home->transport.span() : head.home->written.name,
              fmt::format("{} at home", Layer(before)))
        .Note("the restored guest still has home's files, and where those say `layer2` its interface doesn't come up");
    const std::string text = fmt::format("say `transport {}`, as at home", model::ToString(before));
    if (head.here->transport.known() && Editable(head.here->written) && head.here->type == model::LanType::kQdio) {
      finding.Offer(text, {{head.here->transport.span(), model::ToString(before)}});
    } else {
      finding.Advise(text);
    }
    finding.Advise("or put the network files that are written for this site into each guest before it is started");
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  std::set<SpanKey> told;
  for (const model::Site& site : model.sites) {
    for (const UsedLan& lan : UsedLans(model, site)) {
      CheckZos(model, lan, report);
      CheckUnsaid(model, lan, told, report);
    }
    for (const model::PlacementId id : site.placements) {
      for (const PlacedLan& placed : model.at(id).lans) {
        CheckHipers(model, placed, model.at(id), told, report);
        CheckUplink(model, placed, model.at(id), told, report);
      }
    }
  }
  CheckChanged(model, report);
}

constexpr std::string_view kExplanation =
    R"(A vswitch or guest LAN carries either Ethernet frames (layer 2, `transport
ethernet`) or IP packets (layer 3, `transport ip`), and who is on it must do
the same. A real OSA converts between the two. CP doesn't, HiperSockets don't.
The NIC is there, it is coupled, `QUERY VIRTUAL NIC` looks well, and not one
packet passes.

What is found:

- z/OS on a LAN of layer 2. z/OS drives OSA-Express in layer 3 only, so under
  a z/VM it needs a LAN of layer 3, or real devices that are given to it by
  name: `devices 0C10-0C1F for PRODA`.
- A vswitch at a recovery site that doesn't say what it is. DEFINE VSWITCH
  makes it layer 3 then, and Linux is mostly set up for layer 2. It can't be
  changed afterwards, only be defined again. (A warning. At home it is what it
  is, and isn't judged; a guest LAN that says nothing is layer 3.)
- A guest LAN of type HIPERS that is to be layer 2: DEFINE LAN has no such
  thing.
- A vswitch of a z/VM under another z/VM whose uplink is on a LAN of the other
  layer. (A warning.)
- A Linux guest whose LAN has one layer at home and the other at the recovery
  site. (A warning: the files that are written for the site fit, those that
  come back from the tape don't.)

A guest whose NIC is real devices at home and a LAN at the site isn't judged:
it changes anyway.

Source: CP Commands and Utilities Reference, DEFINE VSWITCH and DEFINE LAN
("the default is IP"); IBM Docs, z/VM 7.3, "Virtual Switch"; IBM Docs, Device
Drivers, "Setting the layer2 attribute". That z/OS has layer 3 only, and the
uplink on a LAN of an outer z/VM, are from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }
zvm VMPROD { vswitch VSW1 carries OFFICE { transport ethernet } }

site home {
  machine CEC {
    lpar VMPROD { guest PRODA }
    osa OSA0 carries OFFICE { devices 0800-080F for VMPROD }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }
zvm VMPROD { vswitch VSW1 carries OFFICE { transport ethernet } }

site home {
  machine CEC {
    lpar VMPROD { guest PRODA }
    osa OSA0 carries OFFICE { devices 0800-080F for VMPROD, PRODA }
  }
}
)";

}  // namespace

const model::Rule kTransportMismatch = {
    .title = "A vswitch or guest LAN has another layer than who is on it.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
