#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::NetworkId;
using model::Placement;

/// How many further places are marked.
constexpr std::size_t kMostLabels = 4;
/// How many bytes of a guest's address its z/VM gives to all: NICDEF has the rest.
constexpr std::size_t kPrefixBytes = 3;

/// A NIC with an address of its own, at one site.
struct Holder {
  const Placement* placement = nullptr;
  const model::PlacedNic* nic = nullptr;
  const model::Nic* declared = nullptr;
};
using Holders = std::vector<Holder>;

Holders HoldersAt(const Model& model, const model::Site& site) {
  Holders holders;
  for (const model::PlacementId id : site.placements) {
    const Placement& placement = model.at(id);
    for (const model::PlacedNic& nic : placement.nics) {
      const model::Nic& declared = model.NicOf(placement, nic);
      if (!declared.mac || model.Find(model.IdOf(site), placement.system) != &placement) continue;  // twice: HS2004
      holders.push_back({&placement, &nic, &declared});
    }
  }
  return holders;
}

/// The z/VM that defines the NIC, so that NICDEF makes its address; nothing for real devices and guests of a KVM.
model::PlacementId DefinedBy(const Model& model, const Holder& holder) {
  const Attachment& to = holder.nic->attachment;
  if (to.kind != Attachment::Kind::kLan || model.at(to.host).lans[to.lan].lan.is_bridge()) return {};
  return to.host;
}

bool ReachesOsa(const Model& model, const Attachment& to) {
  if (to.kind == Attachment::Kind::kDevices) return model.at(to.carrier).is_osa();
  if (to.kind == Attachment::Kind::kNone) return false;
  const auto& uplinks = model.at(to.host).lans[to.lan].uplinks;
  return std::any_of(uplinks.begin(), uplinks.end(), [&](const Attachment& up) { return ReachesOsa(model, up); });
}

std::vector<std::string> NamesOf(const Model& model, const Holders& holders) {
  std::vector<std::string> names;
  for (const Holder& holder : holders) {
    const std::string& name = model.SystemOf(*holder.placement).name;
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  return names;
}

void MarkAll(const Model& model, const Holders& holders, Diagnostic& finding) {
  std::set<SpanKey> marked{KeyOf(holders.back().declared->written.name)};
  for (const Holder& holder : holders) {
    if (marked.size() > kMostLabels || !marked.insert(KeyOf(holder.declared->written.name)).second) continue;
    finding.Mark(holder.declared->written.name, fmt::format("`{}`", model.SystemOf(*holder.placement).name));
  }
  const auto names = NamesOf(model, holders);
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void TellSame(const Model& model, const model::Site& site, const Holders& holders, bool one_network,
              model::RuleReporter& report) {
  const auto names = NamesOf(model, holders);
  const std::string who = names.size() == 1 ? fmt::format("twice by {}", Names(names)) : "by " + FewNames(names);
  const std::string where = one_network ? fmt::format("on `{}`", model.at(holders.front().nic->network).name)
                                        : "on networks that meet in one switch";
  auto& finding = report.At(one_network ? Severity::kError : Severity::kWarning, holders.back().declared->written.name,
                            "MAC address {} is used {} {} at `{}`", holders.front().declared->mac->ToString(), who,
                            where, site.name);
  finding.Here(fmt::format("`{}`", names.back()))
      .Note("a switch sends to the port that it heard the address from last, so now one is reached, now the other")
      .Advise("give each its own, or leave it out: CP, or the device driver, then makes one");
  MarkAll(model, holders, finding);
}

void TellSameEnd(const Model& model, const Holders& holders, model::PlacementId host, model::RuleReporter& report) {
  const auto names = NamesOf(model, holders);
  auto& finding = report.Error(holders.back().declared->written.name,
                               "MAC addresses of {} end alike, so under `{}` they would be the same",
                               names.size() == 1 ? "NICs of " + Names(names) : FewNames(names), NameOf(model, host));
  finding.Here(holders.back().declared->mac->ToString())
      .Note(
          "under a z/VM only the last three bytes are the guest's (NICDEF MACID); the first three are the same for "
          "all (VMLAN MACPREFIX or USERPREFIX)")
      .Advise("let the last three bytes differ");
  MarkAll(model, holders, finding);
}

using Told = std::set<std::vector<SpanKey>>;

/// The same NICs at the next site are the same mistake.
bool IsNew(const Holders& holders, Told& told) {
  std::vector<SpanKey> places;
  for (const Holder& holder : holders) places.push_back(KeyOf(holder.declared->written.name));
  return told.insert(std::move(places)).second;
}

/// On one network an error; on several, where they meet outside or in one LAN, a warning.
void CheckSame(const Model& model, const model::Site& site, const Holders& holders, Told& told,
               model::RuleReporter& report) {
  std::map<std::uint32_t, Holders> by_network;
  for (const Holder& holder : holders) by_network[holder.nic->network.index].push_back(holder);
  bool found = false;
  for (const auto& [network, same] : by_network) {
    if (same.size() < 2) continue;
    found = true;
    if (IsNew(same, told)) TellSame(model, site, same, true, report);
  }
  if (found) return;
  Gathered<std::pair<std::uint32_t, std::size_t>, Holder> meeting;  // by LAN; all that reach an OSA are one
  for (const Holder& holder : holders) {
    const Attachment& to = holder.nic->attachment;
    if (ReachesOsa(model, to)) {
      meeting.Add({~0u, 0}, holder);
    } else if (to.kind == Attachment::Kind::kLan) {
      meeting.Add({to.host.index, to.lan}, holder);
    }
  }
  for (const Holders& group : meeting.groups()) {
    if (group.size() > 1 && IsNew(group, told)) TellSame(model, site, group, false, report);
  }
}

void CheckEnds(const Model& model, const Holders& holders, Told& told, model::RuleReporter& report) {
  using End = std::array<std::uint8_t, 6 - kPrefixBytes>;
  Gathered<std::pair<std::uint32_t, End>, Holder> alike;
  for (const Holder& holder : holders) {
    const model::PlacementId host = DefinedBy(model, holder);
    if (!host.valid()) continue;
    End end{};
    std::copy_n(holder.declared->mac->bytes().begin() + kPrefixBytes, end.size(), end.begin());
    alike.Add({host.index, end}, holder);
  }
  for (const Holders& group : alike.groups()) {
    const bool differ = std::any_of(group.begin(), group.end(), [&](const Holder& one) {
      return *one.declared->mac != *group.front().declared->mac;
    });
    if (differ && IsNew(group, told)) TellSameEnd(model, group, DefinedBy(model, group.front()), report);
  }
}

/// A system keeps a fixed address wherever it runs: where the network at the recovery site reaches home, it meets
/// itself.
void CheckHome(const Model& model, const model::Site& site, const Holders& holders, model::RuleReporter& report) {
  Gathered<std::uint32_t, Holder> both;
  for (const Holder& holder : holders) {
    const auto& connected = model.PlanOf(model.IdOf(site), holder.nic->network).connected_home;
    if (!connected.known() || !*connected || AtHome(model, *holder.placement) == nullptr) continue;
    both.Add(holder.nic->network.index, holder);
  }
  for (const Holders& group : both.groups()) {
    const NetworkId network = group.front().nic->network;
    const auto names = NamesOf(model, group);
    auto& finding = report.Warn(model.PlanOf(model.IdOf(site), network).connected_home.span(),
                                "{} would have the MAC address of home on `{}`, which reaches home from `{}`",
                                OneOrCount(names, "systems"), model.at(network).name, site.name);
    finding.Here("connected to home")
        .Note(
            "where the two sites share a LAN, the switches send production's frames to the recovery site, or the "
            "other way round")
        .Advise("leave `mac` out, and let VMLAN MACPREFIX differ from home's")
        .Advise(fmt::format("or keep the test apart: `network {} {{ connected to nothing }}`", model.at(network).name));
    MarkAll(model, group, finding);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  Told told;
  for (const model::Site& site : model.sites) {
    const Holders holders = HoldersAt(model, site);
    Gathered<std::string, Holder> same;
    for (const Holder& holder : holders) same.Add(holder.declared->mac->ToString(), holder);
    for (const Holders& group : same.groups()) {
      if (group.size() > 1) CheckSame(model, site, group, told, report);
    }
    CheckEnds(model, holders, told, report);
    if (site.recovery) CheckHome(model, site, holders, report);
  }
}

constexpr std::string_view kExplanation =
    R"(Two interfaces have the same MAC address. A switch sends a frame to the port
that it heard the address from last, so packets reach now the one, now the
other; connections break in a way that looks like a bad cable.

It happens when a block of guests is copied, or a `for` writes one address for
all. On one network it is an error. On several networks that meet in one LAN
of a z/VM, or outside an OSA, it is a warning: VLANs may keep them apart.

Under a z/VM only the last three bytes of an address are the guest's own:
NICDEF has MACID xxxxxx, and the first three come from VMLAN MACPREFIX or
USERPREFIX. Two addresses that differ in the first three bytes only would be
the same there.

And it happens when home and the recovery site share a LAN, a stretched VLAN
between the two data centres, while production runs on: a system that is
restored keeps a fixed address and meets itself. That is a warning, for
networks that say `connected to home`. The z/VM of the recovery site should
then also have a VMLAN MACPREFIX of its own, because CP makes the addresses
that aren't fixed from it, with the same numbers.

To repair it, give each its own, or leave `mac` out: CP makes addresses that
differ within a z/VM.

Source: IEEE 802.1D (learning); DirMaint Commands Reference, NICDEF, operand
MACID; CP Planning and Administration, VMLAN statement.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21] mac 02:00:0A:00:00:21 }
  linux LNX2 { nic 0600 on OFFICE address OFFICE[22] mac 02:00:0A:00:00:21 }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21] mac 02:00:0A:00:00:21 }
  linux LNX2 { nic 0600 on OFFICE address OFFICE[22] mac 02:00:0A:00:00:22 }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kDuplicateMac = {
    .title = "Two interfaces that can meet have the same MAC address.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
