#include "compiler/model/grants.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

constexpr unsigned kDevicesOfNic = 3;  // read, write, data

/// Numbers that a system in a partition says are its own, and the `devices` line that gives it others.
struct Beyond {
  std::string what;  // nic, fcp
  DeviceRange own;
  Span span;
  const model::DeviceGrant* line;
  std::string channel;  // OSA `OSA0`
  std::string system;
};

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) {}

  void Look(const Placement& placement) {
    const model::System& system = model_.SystemOf(placement);
    for (const model::PlacedNic& nic : placement.nics) {
      if (nic.of_tcpip || !nic.has_device() || nic.attachment.kind != model::Attachment::Kind::kDevices) continue;
      Compare(placement, model_.at(nic.attachment.carrier), "nic",
              DeviceRange(nic.device, nic.device.Plus(kDevicesOfNic - 1)), system.nics[nic.index].device_span);
    }
    for (const model::PlacedFcp& path : placement.fcp) {
      const model::FcpPath& declared = system.fcp[path.index];
      if (!path.channel.valid()) continue;
      Compare(placement, model_.at(path.channel), "fcp", DeviceRange(declared.device, declared.device),
              declared.written.name);
    }
  }

  const Gathered<std::pair<SpanKey, SpanKey>, Beyond>& found() const { return found_; }

 private:
  template <class Channels>
  void Compare(const Placement& placement, const Channels& channels, const char* what, DeviceRange own, Span span) {
    const model::DeviceGrant* line = model::GrantFor(model_, channels.grants, placement).line;
    if (line == nullptr || !line->range.known()) return;
    if (line->range->Contains(own.first()) && line->range->Contains(own.last())) return;
    found_.Add({KeyOf(span), KeyOf(line->range.span())},
               {what, own, span, line, fmt::format("{} `{}`", channels.KindName(), channels.name),
                model_.SystemOf(placement).name});
  }

  const Model& model_;
  Gathered<std::pair<SpanKey, SpanKey>, Beyond> found_;
};

void Tell(const std::vector<Beyond>& group, model::RuleReporter& report) {
  const Beyond& head = group.front();
  std::vector<std::string> names;
  for (const Beyond& one : group) names.push_back(one.system);
  const DeviceRange range = *head.line->range;
  const bool partly = range.Overlaps(head.own);
  auto& finding = report.Error(head.span, "{} {} of {} lies {} the devices {} of {}", head.what, head.own.ToString(),
                               FewNames(names), partly ? "partly outside" : "outside", range.ToString(), head.channel);
  finding.Here(fmt::format("{} in the partition at home", CountOf(head.own.size(), "real device number")))
      .Mark(head.line->range.span(), "what its carrier has for it")
      .Note("at home the number is the one that the system is configured with; nobody deals it another")
      .Advise("correct the number, or the range");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  Finder finder(model);
  for (const Placement& placement : model.placements) {
    // Numbers of guests and of a z/VM's TCP/IP stack are virtual; at a recovery site those of home don't count.
    const model::System& system = model.SystemOf(placement);
    if (placement.host.valid() || system.is_zvm() || model.at(placement.site).recovery) continue;
    finder.Look(placement);
  }
  for (const auto& group : finder.found().groups()) Tell(group, report);
}

constexpr std::string_view kExplanation =
    R"(A z/OS or Linux that runs in a partition of its own says `nic 0E00`: its real
device number at home, the one in its TRLE or udev rule. The OSA or
HiperSockets that carries the network says which device numbers the partition
has: `devices 0700-070F`. The two can't both be true.

At home nothing comes of it, since the machine runs whatever the spec says.
But everything that is derived from the spec is derived from the wrong one:
which numbers have to be changed at the recovery site, what the generated
change list says "instead of", what the request compares with. Somebody looks
at night for a device 0E00 that never existed.

A `nic` takes three numbers, so the first must lie at least two below the end
of the range. To repair it, correct whichever is wrong; D U,,,0E00 on z/OS
and lsqeth on Linux show what the system really has.

Not meant: guests, whose numbers are virtual; recovery sites, where the
carrier's numbers replace those of home; a `?`.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0600 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kBeyondRange = {
    .title = "At home a device number of a partition lies outside what its carrier has.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
