#include <set>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::LanType;
using model::Model;
using model::Placement;

/// What a NIC is attached to, as far as its type goes.
struct Other {
  LanType type = LanType::kQdio;
  std::string title;  // "guest LAN `GLAN1` of `VMPROD`", "OSA `UPLINK`"
  Span place;
  bool real = false;
};

/// Nothing for guests of a KVM: they have virtio devices, of no type.
std::optional<Other> OtherEndOf(const Model& model, const Attachment& to) {
  if (to.kind == Attachment::Kind::kDevices) {
    const model::Carrier& carrier = model.at(to.carrier);
    return Other{carrier.is_osa() ? LanType::kQdio : LanType::kHipers,
                 fmt::format("{} `{}`", carrier.KindName(), carrier.name), carrier.written.name, true};
  }
  if (to.kind != Attachment::Kind::kLan) return std::nullopt;
  const model::Lan& lan = model.at(to.host).lans[to.lan].lan;
  if (lan.is_bridge()) return std::nullopt;
  return Other{lan.type, fmt::format("{} `{}` of `{}`", lan.KindName(), lan.name, NameOf(model, to.host)),
               lan.written.name, false};
}

struct Mismatch {
  const Placement* placement;
  const model::Nic* nic;
  Other other;
};

void Tell(const Model& model, const std::vector<Mismatch>& group, model::RuleReporter& report) {
  const Mismatch& head = group.front();
  std::vector<std::string> names;
  for (const Mismatch& one : group) {
    const std::string& name = model.SystemOf(*one.placement).name;
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  const char* own = ToString(*head.nic->type);
  const char* needed = ToString(head.other.type);
  auto& finding = report.Error(head.nic->written.name, "nic {} of {} is of type {}, and would be on {} at `{}`",
                               head.nic->device.ToString(), OneOrCount(names, "systems"), own, head.other.title,
                               model.at(head.placement->site).name);
  finding.Here(fmt::format("type {}", own)).Mark(head.other.place, fmt::format("takes type {}", needed));
  finding.Note(head.other.real ? "a system that is set up for the one kind of device doesn't start the other"
                               : "CP refuses to couple it (HCP6024E): the guest comes up with a NIC that is on no LAN");
  finding
      .Advise(fmt::format("carry the network by what it is at home, or say `type {}` and have the files of the systems "
                          "changed",
                          needed))
      .Advise("or leave the type out: it is then what the network is carried by");
  ListNames(finding, names);
  AboutAll(finding, names);
}

void CheckNics(const Model& model, model::RuleReporter& report) {
  Gathered<std::pair<SpanKey, SpanKey>, Mismatch> found;
  for (const Placement& placement : model.placements) {
    for (const model::PlacedNic& placed : placement.nics) {
      const model::Nic& nic = model.NicOf(placement, placed);
      if (!nic.type) continue;
      const auto other = OtherEndOf(model, placed.attachment);
      if (!other || other->type == *nic.type) continue;
      found.Add({KeyOf(nic.written.name), KeyOf(other->place)}, {&placement, &nic, *other});
    }
  }
  for (const auto& group : found.groups()) Tell(model, group, report);
}

/// An uplink is an OSA: DEFINE VSWITCH takes HiperSockets as a bridge port alone, beside an OSA.
void CheckUplinks(const Model& model, model::RuleReporter& report) {
  std::set<std::pair<SpanKey, SpanKey>> told;
  for (const Placement& host : model.placements) {
    for (const model::PlacedLan& placed : host.lans) {
      if (!placed.lan.is_vswitch()) continue;
      for (const Attachment& uplink : placed.uplinks) {
        const auto other = OtherEndOf(model, uplink);
        if (!other || other->type == LanType::kQdio) continue;
        if (!told.insert({KeyOf(placed.lan.written.name), KeyOf(other->place)}).second) continue;
        auto& finding =
            report.Error(placed.lan.written.name, "uplink of vswitch `{}` of `{}` would be on {} at `{}`",
                         placed.lan.name, model.SystemOf(host).name, other->title, model.at(host.site).name);
        finding.Here("an uplink is an OSA")
            .Mark(other->place, "carries its network here")
            .Note("RDEV takes an OSA only; HiperSockets can be a bridge port of a vswitch that has one")
            .Advise("carry the network by an OSA, or give the guests that need it HiperSockets devices by their names")
            .CausedBy(model.SystemOf(host).name);
      }
    }
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  CheckNics(model, report);
  CheckUplinks(model, report);
}

constexpr std::string_view kExplanation =
    R"(A virtual NIC is of type QDIO, which looks like an OSA, or of type HIPERS,
which looks like HiperSockets. A LAN of a z/VM takes NICs of its own type only:
a NIC of type HIPERS can't be coupled to a vswitch or to a guest LAN of type
QDIO, nor the other way round. CP answers HCP6024E at logon, in a console log
that nobody reads on that day, and the guest comes up with a NIC that is on no
LAN.

The same is found of real devices: a system whose NIC is said to be HIPERS has
its files made for HiperSockets (z/OS an IPAQIDIO interface, an old Linux
`hsi0`), and an OSA is another kind of device. And of a vswitch whose network
HiperSockets carry: its uplink is an OSA, always.

At home type and LAN agree. At the recovery site the network is carried by
something else: a guest LAN of type QDIO instead of HiperSockets, because that
is what somebody typed first.

To repair it, make the guest LAN `type hipers`, or ask for the same kind of
channel as at home. A NIC that doesn't say its type is what its network is
carried by, at each site; nothing is said about it.

Source: CP Commands and Utilities Reference, COUPLE and DEFINE NIC (HCP6024E),
DEFINE LAN ("a QDIO LAN can only accept connections from a simulated QDIO
adapter") and DEFINE VSWITCH, operands RDEV and BRIDGEPORT.)";

constexpr std::string_view kBad = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zvm VMPROD {
  guestlan GLAN1 carries DATABASE { type qdio }
  linux LNX1 { nic 0700 on DATABASE address DATABASE[21] type hipers }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zvm VMPROD {
  guestlan GLAN1 carries DATABASE { type hipers }
  linux LNX1 { nic 0700 on DATABASE address DATABASE[21] type hipers }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kNicTypeMismatch = {
    .title = "A NIC and what it is attached to are of different types.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
