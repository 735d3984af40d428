#include <set>

#include "compiler/model/grants.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Nic;
using model::System;

struct Odd {
  const Nic* nic;
  const System* system;
};

/// What systems say themselves.
void FindDeclared(const Model& model, model::RuleReporter& report) {
  Gathered<SpanKey, Odd> odd;
  for (const System& system : model.systems) {
    if (system.parent.valid() && model.at(system.parent).is_kvm()) continue;  // one device number, not three
    const auto look = [&](const std::vector<Nic>& nics) {
      for (const Nic& nic : nics) {
        if (nic.has_device() && nic.device.value() % 2 != 0) odd.Add(KeyOf(nic.device_span), {&nic, &system});
      }
    };
    look(system.nics);
    if (system.tcpip) look(system.tcpip->nics);
  }
  for (const auto& group : odd.groups()) {
    std::vector<std::string> names;
    for (const Odd& one : group) names.push_back(one.system->name);
    const Nic& nic = *group.front().nic;
    const std::string device = nic.device.ToString();
    const bool zos = group.front().system->is_zos();
    auto& finding =
        zos ? report.Error(nic.device_span, "network interface {} of z/OS {} starts at an odd device number", device,
                           OneOrCount(names, "systems"))
            : report.Warn(nic.device_span, "network interface {} of {} starts at an odd device number", device,
                          OneOrCount(names, "guests"));
    finding.Here("read device")
        .Note(zos ? "the READ address of a TRLE must be even, and WRITE the next one"
                  : "z/VM and Linux take it; z/OS on the same numbers wouldn't");
    finding.Advise(fmt::format("start at an even number, such as `{}`",
                               DeviceNumber(static_cast<std::uint16_t>(nic.device.value() - 1)).ToString()));
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

struct Dealt {
  model::Stated<DeviceNumber> device;
  std::string system;
};

/// The ranges that run out: HS2303 speaks of those.
std::set<SpanKey> TooSmall(const Model& model) {
  std::set<SpanKey> small;
  for (const model::Placement& placement : model.placements) {
    const auto look = [&](const model::Attachment& to) {
      if (to.kind != model::Attachment::Kind::kDevices || !to.device.absent()) return;
      const model::DeviceGrant* line = model::GrantFor(model, model.at(to.carrier).grants, placement).line;
      if (line != nullptr) small.insert(KeyOf(line->range.span()));
    };
    for (const model::PlacedNic& nic : placement.nics) look(nic.attachment);
    for (const model::PlacedLan& lan : placement.lans) {
      for (const model::Attachment& uplink : lan.uplinks) look(uplink);
    }
  }
  return small;
}

/// What was dealt from a range that has no triplet left that begins at an even number. z/OS gets none of those.
void FindDealt(const Model& model, model::RuleReporter& report) {
  const std::set<SpanKey> small = TooSmall(model);
  Gathered<SpanKey, Dealt> odd;
  for (const model::Placement& placement : model.placements) {
    const auto look = [&](const model::Attachment& to, std::optional<DeviceNumber> own) {
      if (to.kind != model::Attachment::Kind::kDevices || !to.device.known() || to.device->value() % 2 == 0) return;
      if (own == *to.device || small.contains(KeyOf(to.device.span()))) return;  // told above, or by HS2303
      odd.Add(KeyOf(to.device.span()), {to.device, model.SystemOf(placement).name});
    };
    for (const model::PlacedNic& nic : placement.nics) {
      if (nic.has_device()) look(nic.attachment, nic.device);
    }
    for (const model::PlacedLan& lan : placement.lans) {
      for (const model::Attachment& uplink : lan.uplinks) look(uplink, std::nullopt);
    }
  }
  for (const auto& group : odd.groups()) {
    std::vector<std::string> names;
    for (const Dealt& dealt : group) {
      if (names.empty() || names.back() != dealt.system) names.push_back(dealt.system);
    }
    const model::Stated<DeviceNumber>& device = group.front().device;
    auto& finding = report.Warn(device.span(), "{} get{} three real devices that start at an odd number: {}",
                                FewNames(names), names.size() == 1 ? "s" : "", device->ToString());
    finding.Here("nothing that starts at an even number is left in this range")
        .Note("z/VM and Linux take it; z/OS on the same numbers wouldn't")
        .Advise("start the range at an even number, with room for three behind each");
    ListNames(finding, names, kFewNames);
    AboutAll(finding, names);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  FindDeclared(model, report);
  FindDealt(model, report);
}

constexpr std::string_view kExplanation =
    R"(A network interface of an OSA or of HiperSockets is three devices: read, write
and data. The spec names the first. If that is odd:

- z/OS refuses it: VTAM demands that the READ address of a TRLE is even and
  WRITE the next one. The TRLE isn't activated, the OSA or HiperSockets link
  stays down, and TCP/IP comes up without it. This is an error.
- Linux and z/VM take an odd first number. Triplets that start at even numbers
  are what everybody expects, they fit z/OS as well, and ranges divide evenly;
  so it is a warning.

The same holds for the real numbers that are dealt from a `devices` line, where
nothing that begins at an even number is left in it.

To repair it, start at an even number. For a guest the number is virtual and
can be chosen freely; for a partition it must be one that the I/O definition
has for that channel.

Source: z/OS VTAM Resource Definition Reference, TRLE, READ operand; Linux
device drivers book, "qeth group devices" ("read: no specific rules; write:
must be the device bus-ID of the read subchannel plus one").)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0801 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

}  // namespace

const model::Rule kOddFirstDevice = {
    .title = "A network interface starts at an odd device number.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
