#include <tuple>

#include "compiler/model/host_network.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::PlacedNic;
using model::Placement;

enum class Trouble : std::uint8_t { kNone, kLayerThree, kSameSwitch, kSamePort };

/// Two devices of one system that are one interface.
struct Bond {
  const Placement* placement = nullptr;
  const PlacedNic* nic = nullptr;      // says `bonded with`
  const PlacedNic* first = nullptr;    // has the addresses
  const PlacedNic* culprit = nullptr;  // kLayerThree
  Trouble trouble = Trouble::kNone;
};

/// Certain only of what says its layer: an OSA of one's own is driven at layer 2 for the bond.
bool IsLayerThree(const Model& model, const PlacedNic& nic) {
  const model::Link link = model::LinkOf(model, nic);
  return link.transport && *link.transport == model::Transport::kIp;
}

const model::Carrier* OneOsa(const Model& model, const Bond& bond) {
  const Attachment& a = bond.first->attachment;
  const Attachment& b = bond.nic->attachment;
  if (a.kind != Attachment::Kind::kDevices || b.kind != a.kind || a.carrier != b.carrier) return nullptr;
  const model::Carrier& carrier = model.at(a.carrier);
  return carrier.is_osa() && !carrier.chpids.open() && carrier.chpids.value_or(1) == 1 ? &carrier : nullptr;
}

void Judge(const Model& model, Bond& bond) {
  const Attachment& a = bond.first->attachment;
  const Attachment& b = bond.nic->attachment;
  if (a.kind == Attachment::Kind::kNone || b.kind == Attachment::Kind::kNone) return;  // HS2407
  for (const PlacedNic* nic : {bond.first, bond.nic}) {
    if (bond.culprit == nullptr && IsLayerThree(model, *nic)) bond.culprit = nic;
  }
  if (bond.culprit != nullptr) {
    bond.trouble = Trouble::kLayerThree;
  } else if (a.kind == Attachment::Kind::kLan && b.kind == a.kind && a.host == b.host && a.lan == b.lan) {
    bond.trouble = Trouble::kSameSwitch;
  } else if (OneOsa(model, bond) != nullptr) {
    bond.trouble = Trouble::kSamePort;
  }
}

const model::Written& WrittenOf(const Model& model, const Attachment& to) {
  return to.kind == Attachment::Kind::kLan ? model.at(to.host).lans[to.lan].lan.written : model.at(to.carrier).written;
}

std::string TitleOf(const Model& model, const Attachment& to) {
  if (to.kind == Attachment::Kind::kLan) {
    const model::Lan& lan = model.at(to.host).lans[to.lan].lan;
    return fmt::format("{} `{}`", lan.KindName(), lan.name);
  }
  return fmt::format("{} `{}`", model.at(to.carrier).KindName(), model.at(to.carrier).name);
}

std::string Subject(const Bond& bond, const std::vector<std::string>& names) {
  return fmt::format("NICs {} and {} of {}", bond.first->device.ToString(), bond.nic->device.ToString(),
                     FewNames(names));
}

Diagnostic& TellLayerThree(const Model& model, const Bond& bond, const std::string& subject,
                           model::RuleReporter& report) {
  const Attachment& to = bond.culprit->attachment;
  auto& finding =
      report.Error(model.NicOf(*bond.placement, *bond.nic).written.name, "{} can't be bonded at `{}`: {} is layer 3",
                   subject, model.at(bond.placement->site).name, TitleOf(model, to));
  finding.Here("bonded here")
      .Mark(WrittenOf(model, to).name, "carries IP packets, not Ethernet frames")
      .Note("a bond moves a MAC address from one device to the other; a device at layer 3 has none to move")
      .Advise(to.kind == Attachment::Kind::kLan ? "make it layer 2: `transport ethernet`"
                                                : "leave the bond out: HiperSockets have no port that could fail");
  return finding;
}

Diagnostic& TellSameSwitch(const Model& model, const Bond& bond, const std::string& subject,
                           model::RuleReporter& report) {
  const Attachment& to = bond.nic->attachment;
  const model::Lan& lan = model.at(to.host).lans[to.lan].lan;
  auto& finding = report.Warn(model.NicOf(*bond.placement, *bond.nic).written.name,
                              "the bond of {} gains nothing at `{}`: both are on {}", subject,
                              model.at(bond.placement->site).name, TitleOf(model, to));
  finding.Here("bonded here").Mark(lan.written.name, "neither of its ports can fail alone");
  if (lan.is_vswitch()) {
    finding.Note("when an OSA or its port fails, the vswitch itself goes on with its next uplink, for all its guests")
        .Advise("take the second NIC away, and give the vswitch `uplinks 2`");
  } else {
    finding.Advise("take the second NIC away");
  }
  return finding;
}

Diagnostic& TellSamePort(const Model& model, const Bond& bond, const std::string& subject,
                         model::RuleReporter& report) {
  const model::Carrier& osa = *OneOsa(model, bond);
  auto& finding = report.Warn(model.NicOf(*bond.placement, *bond.nic).written.name,
                              "{} are bonded on one port at `{}`: OSA `{}` has one channel path", subject,
                              model.at(bond.placement->site).name, osa.name);
  finding.Here("bonded here")
      .Mark(osa.chpids.known() ? osa.chpids.span() : osa.written.name, "one port carries both")
      .Note("when the port, its cable or the switch behind it fails, both devices are gone")
      .Advise("ask for `chpids 2`, or bond with a NIC on another OSA");
  return finding;
}

void Tell(const Model& model, const std::vector<Bond>& group, model::RuleReporter& report) {
  const Bond& first = group.front();
  std::vector<std::string> names;
  for (const Bond& one : group) names.push_back(model.SystemOf(*one.placement).name);
  const std::string subject = Subject(first, names);
  Diagnostic& finding = first.trouble == Trouble::kLayerThree   ? TellLayerThree(model, first, subject, report)
                        : first.trouble == Trouble::kSameSwitch ? TellSameSwitch(model, first, subject, report)
                                                                : TellSamePort(model, first, subject, report);
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  Gathered<std::tuple<SpanKey, SpanKey, Trouble>, Bond> found;
  for (const Placement& placement : model.placements) {
    for (const PlacedNic& nic : placement.nics) {
      if (!nic.bonded_with) continue;
      Bond bond{&placement, &nic, &placement.nics[*nic.bonded_with], nullptr, Trouble::kNone};
      Judge(model, bond);
      if (bond.trouble == Trouble::kNone) continue;
      const Attachment& to = (bond.culprit != nullptr ? bond.culprit : bond.nic)->attachment;
      const std::tuple key(KeyOf(model.NicOf(placement, nic).written.name), KeyOf(WrittenOf(model, to).name),
                           bond.trouble);
      found.Add(key, bond);
    }
  }
  for (const auto& group : found.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(Two devices of a Linux are bonded, so that one takes over when the other
fails, and at some site that can't work or protects from nothing:

- One of them is at layer 3: on HiperSockets, on a vswitch or guest LAN with
  `transport ip`. (An error.) A bond moves a MAC address between its devices;
  at layer 3 there is none, and the bonding driver refuses the device or the
  bond stays silent.
- Both hang on one vswitch, guest LAN or bridge. (A warning.) A vswitch has up
  to three uplinks and changes over by itself, for all guests at once; a bond
  above it protects from nothing that can happen.
- Both are on an OSA with one channel path. (A warning.) They share the port,
  the cable and the switch behind it, which is what fails.

To repair it: two OSAs, or `chpids 2` on one, for a Linux in a partition or one
with devices of its own; `uplinks 2` for guests of a vswitch.

Source: IBM Docs, "Linux on Z channel bonding" (the OSA interfaces should
always be in layer 2 mode; connected to different switches); the health check
net_bond_qeth_ineffective of lnxhc (interfaces with one CHPID provide no
redundancy); CP Commands and Utilities Reference, DEFINE VSWITCH, RDEV.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

linux LNXDB1 {
  nic 0600 on OFFICE address OFFICE[21]
  nic 0700 on OFFICE bonded with 0600
}

site home {
  machine CEC {
    lpar LNXDB1
    osa OSA0 carries OFFICE { chpids 1; devices 0600-07FF }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

linux LNXDB1 {
  nic 0600 on OFFICE address OFFICE[21]
  nic 0700 on OFFICE bonded with 0600
}

site home {
  machine CEC {
    lpar LNXDB1
    osa OSA0 carries OFFICE { chpids 2; devices 0600-07FF }
  }
}
)";

}  // namespace

const model::Rule kUselessBond = {
    .title = "Bonded devices can't take over from one another.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
