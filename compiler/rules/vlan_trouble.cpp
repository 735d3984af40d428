#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::NetworkId;
using model::Stated;

/// The native VLAN of DEFINE VSWITCH where nothing else is said, and of most other switches: its frames have no tag.
constexpr std::int64_t kNativeVlan = 1;

/// What carries several networks and tells them apart by VLAN: a vswitch, a bridge or an OSA, with the networks that
/// have members on it.
struct Trunk {
  const model::Lan* lan = nullptr;          // nothing for an OSA
  const model::Carrier* carrier = nullptr;  // nothing for a LAN
  std::string owner;                        // whose LAN it is
  std::set<std::uint32_t> networks;

  const model::Written& written() const { return lan != nullptr ? lan->written : carrier->written; }
  std::string Title() const {
    return lan != nullptr ? fmt::format("{} `{}` of `{}`", lan->KindName(), lan->name, owner)
                          : fmt::format("OSA `{}`", carrier->name);
  }
  bool is_vswitch() const { return lan != nullptr && lan->is_vswitch(); }
};

/// The trunks of a site, and which networks only guest LANs and HiperSockets carry there.
class Carriage {
 public:
  Carriage(const Model& model, const model::Site& site)
      : plain_(model.networks.size()), tagged_(model.networks.size()), model_(model) {
    for (const model::PlacementId id : site.placements) {
      for (const model::PlacedNic& nic : model.at(id).nics) {
        Follow(nic.attachment, nic.network);
        if (IsTaggedBySystem(model.at(id), nic)) tagged_[nic.network.index] = true;
      }
    }
  }
  const std::vector<Trunk>& trunks() const { return trunks_; }
  bool IsPlain(NetworkId network) const { return plain_[network.index] && !tagged_[network.index]; }

 private:
  using Key = std::tuple<bool, std::uint32_t, std::size_t>;

  /// A network with a VLAN of its own over another's NIC: its system tags it, whatever carries it.
  bool IsTaggedBySystem(const model::Placement& placement, const model::PlacedNic& nic) const {
    if (nic.has_device()) return false;
    const auto& vlan = model_.PlanOf(placement.site, nic.network).vlan;
    const auto& below = model_.PlanOf(placement.site, placement.nics[*nic.over].network).vlan;
    return vlan.known() && !(below.known() && *below == *vlan);
  }

  /// From a member outward, until a trunk has the network already.
  void Follow(const Attachment& to, NetworkId network) {
    if (to.kind == Attachment::Kind::kDevices) {
      const model::Carrier& carrier = model_.at(to.carrier);
      if (carrier.is_osa()) {
        Add({false, to.carrier.index, 0}, network, {nullptr, &carrier, "", {}});
      } else {
        plain_[network.index] = true;
      }
    }
    if (to.kind != Attachment::Kind::kLan) return;
    const model::PlacedLan& placed = model_.at(to.host).lans[to.lan];
    if (placed.lan.is_guest_lan()) {
      plain_[network.index] = true;
    } else if (Add({true, to.host.index, to.lan}, network, {&placed.lan, nullptr, NameOf(model_, to.host), {}})) {
      for (const Attachment& uplink : placed.uplinks) Follow(uplink, network);
    }
  }

  bool Add(const Key& key, NetworkId network, Trunk trunk) {
    tagged_[network.index] = true;
    const auto [it, is_new] = index_.try_emplace(key, trunks_.size());
    if (is_new) trunks_.push_back(std::move(trunk));
    return trunks_[it->second].networks.insert(network.index).second;
  }

  std::vector<Trunk> trunks_;
  std::map<Key, std::size_t> index_;
  std::vector<bool> plain_, tagged_;  // by network
  const Model& model_;
};

/// One site with what was told of the ones before it.
struct Look {
  const Model& model;
  const model::Site& site;
  std::set<std::pair<SpanKey, SpanKey>>& told;
  model::RuleReporter& report;

  const Stated<std::int64_t>& VlanOf(std::uint32_t network) const {
    return model.PlanOf(model.IdOf(site), NetworkId{network}).vlan;
  }
  const std::string& Name(std::uint32_t network) const { return model.at(NetworkId{network}).name; }
  bool IsNew(Span a, Span b) { return told.insert({KeyOf(a), KeyOf(b)}).second; }
};

std::vector<std::string> NamesWhere(const Look& look, const Trunk& trunk, bool tagged) {
  std::vector<std::string> names;
  for (const std::uint32_t network : trunk.networks) {
    const auto& vlan = look.VlanOf(network);
    if (tagged ? vlan.known() : vlan.absent()) names.push_back(look.Name(network));
  }
  return names;
}

/// An OSA or bridge may carry frames without a tag beside tagged ones; a port of a vswitch that knows VLANs may not be
/// without one.
void CheckMixed(Look& look, const Trunk& trunk) {
  const auto with = NamesWhere(look, trunk, true);
  const auto without = NamesWhere(look, trunk, false);
  if (!trunk.is_vswitch() || with.empty() || without.empty()) return;
  if (!look.IsNew(trunk.written().name, trunk.written().whole)) return;
  auto& finding =
      look.report.Error(trunk.written().name, "{} carries {} with a VLAN and {} without one at `{}`", trunk.Title(),
                        FewNames(with, "networks"), FewNames(without, "networks"), look.site.name);
  finding.Here("it knows VLANs, so every port needs one");
  for (const std::uint32_t network : trunk.networks) {
    if (look.VlanOf(network).known())
      finding.Mark(look.VlanOf(network).span(), fmt::format("VLAN of `{}`", look.Name(network)));
  }
  finding.Note("a switch that knows VLANs throws away what comes from a port without one, and doesn't say so")
      .Advise(fmt::format("say the VLAN of {} too, or carry {} by a vswitch of {} own", FewNames(without, "the others"),
                          without.size() == 1 ? "it" : "them", without.size() == 1 ? "its" : "their"));
  finding.CausedBy(trunk.owner);
  AboutAll(finding, without);
}

/// Two networks of one family in one VLAN are one LAN. IPv4 and IPv6 side by side are meant so.
void CheckShared(Look& look, const Trunk& trunk) {
  std::map<std::pair<std::int64_t, bool>, std::uint32_t> first;
  for (const std::uint32_t network : trunk.networks) {
    const auto& vlan = look.VlanOf(network);
    const auto& subnet = look.model.PlanOf(look.model.IdOf(look.site), NetworkId{network}).subnet;
    if (!vlan.known() || !subnet.known()) continue;
    const auto [it, is_new] = first.try_emplace({*vlan, subnet->network().is_v4()}, network);
    if (is_new || !look.IsNew(look.VlanOf(it->second).span(), vlan.span())) continue;
    auto& finding = look.report.Warn(vlan.span(), "`{}` and `{}` have the same VLAN {} on {} at `{}`",
                                     look.Name(it->second), look.Name(network), *vlan, trunk.Title(), look.site.name);
    finding.Here(fmt::format("VLAN of `{}`", look.Name(network)))
        .Note(
            "in one VLAN they are one LAN: the members of each see the broadcasts of the other, and nothing between "
            "them is filtered");
    if (KeyOf(look.VlanOf(it->second).span()) != KeyOf(vlan.span()))
      finding.Mark(look.VlanOf(it->second).span(), fmt::format("VLAN of `{}`", look.Name(it->second)));
    finding.Advise("give each its own, or accept it where one LAN is meant")
        .About(look.Name(it->second))
        .About(look.Name(network));
  }
}

void CheckNative(Look& look, const Trunk& trunk) {
  if (!trunk.is_vswitch()) return;
  for (const std::uint32_t network : trunk.networks) {
    const auto& vlan = look.VlanOf(network);
    if (!vlan.known() || *vlan != kNativeVlan || !look.IsNew(vlan.span(), {})) continue;
    auto& finding = look.report.Warn(vlan.span(), "VLAN of `{}` is 1, which switches take for frames without a tag",
                                     look.Name(network));
    finding.Here(fmt::format("in force at `{}`", look.site.name))
        .Mark(trunk.written().name, fmt::format("carried by this {}", trunk.lan->KindName()))
        .Note(
            "1 is the native VLAN of a vswitch and of most switches outside: the one tags, the other doesn't expect "
            "a tag, and which depends on the switch")
        .Advise("use another id, or leave the statement out where the network has no tags")
        .About(look.Name(network));
  }
}

/// Only what was said for this very site: a VLAN of home's wire does no harm where a guest LAN stands in for it.
void CheckUnused(Look& look, const Carriage& carriage) {
  for (const model::Network& network : look.model.networks) {
    const NetworkId id = look.model.IdOf(network);
    const auto& vlan = look.VlanOf(id.index);
    if (!vlan.known() || !carriage.IsPlain(id)) continue;
    if (look.site.recovery && vlan.span() == network.plan.vlan.span()) continue;
    if (!look.IsNew(vlan.span(), {})) continue;
    auto& finding =
        look.report.Warn(vlan.span(), "VLAN {} of `{}` has no effect at `{}`", *vlan, network.name, look.site.name);
    finding.Here("only guest LANs and HiperSockets carry it there")
        .Note(
            "what is written here tags frames on the ports of a vswitch and on an OSA; on a guest LAN or on "
            "HiperSockets each member would have to do it itself")
        .Advise("leave it out, or carry the network by a vswitch")
        .About(network.name);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  std::set<std::pair<SpanKey, SpanKey>> told;
  for (const model::Site& site : model.sites) {
    Look look{model, site, told, report};
    const Carriage carriage(model, site);
    for (const Trunk& trunk : carriage.trunks()) {
      CheckMixed(look, trunk);
      CheckShared(look, trunk);
      CheckNative(look, trunk);
    }
    CheckUnused(look, carriage);
  }
}

constexpr std::string_view kExplanation =
    R"(Something about VLANs that ends in silence: CP reports none of it, the frames
are thrown away.

- A vswitch carries a network with a VLAN and one without. A vswitch is either
  aware of VLANs or not. When it is, a port without a VLAN gets nothing: "all
  untagged frames are discarded". Say the VLAN of both, or give the one
  without tags a vswitch of its own. (An OSA that partitions use directly may
  carry both.)
- Two networks of one trunk have the same VLAN. They are one LAN then. (A
  warning. IPv4 and IPv6 in one VLAN are meant so, and aren't told.)
- A network that a vswitch carries has VLAN 1. (A warning.) That is the native
  VLAN of a vswitch and of most switches outside, whose frames have no tag.
- A VLAN is said for a site where only guest LANs or HiperSockets carry the
  network. (A warning.) Nobody tags its frames there.

At home the network people have set this right once. At the recovery site the
switch is another one, its VLANs have other numbers, and the vendor has set
the port up from what the request says. So say the VLAN of each network for
the site, or ask for it: `network OFFICE { vlan ? }`.

Several networks with a VLAN each on one vswitch are fine: each guest's port
gets its own. Ids are from 1 to 4094.

Source: CP Commands and Utilities Reference, DEFINE VSWITCH, operands VLAN and
NATIVE; IBM Docs, Device Drivers, "Setting the layer2 attribute" ("avoid
defining a VLAN with ID 1"); IBM Docs, z/VM 7.3, "Guest LAN versus Virtual
Switch".)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24; vlan 130 }
network BACKUP { subnet 10.20.40.0/24 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE, BACKUP { transport ethernet }
  linux LNX1 {
    nic 0600 on OFFICE address OFFICE[21]
    nic 0610 on BACKUP address BACKUP[21]
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE, BACKUP { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24; vlan 130 }
network BACKUP { subnet 10.20.40.0/24; vlan 140 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE, BACKUP { transport ethernet }
  linux LNX1 {
    nic 0600 on OFFICE address OFFICE[21]
    nic 0610 on BACKUP address BACKUP[21]
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE, BACKUP { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kVlanTrouble = {
    .title = "A VLAN can't work: without one on a switch that knows them, twice, or where nobody tags.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
