#include <algorithm>
#include <tuple>

#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::PlacedNic;
using model::Placement;

/// What carries the NIC and not the network over it.
struct Found {
  const Placement* placement = nullptr;
  const PlacedNic* nic = nullptr;
  const model::Written* carrier = nullptr;
  std::string title;  // "vswitch `VSW1` of `VMPROD`", "OSA `OSA0`"
};

Found WhatCarries(const Model& model, const Placement& placement, const PlacedNic& nic) {
  const Attachment& to = placement.nics[*nic.over].attachment;
  if (to.kind == Attachment::Kind::kLan) {
    const model::Lan& lan = model.at(to.host).lans[to.lan].lan;
    return {&placement, &nic, &lan.written,
            fmt::format("{} `{}` of `{}`", lan.KindName(), lan.name, NameOf(model, to.host))};
  }
  const model::Carrier& carrier = model.at(to.carrier);
  return {&placement, &nic, &carrier.written, fmt::format("{} `{}`", carrier.KindName(), carrier.name)};
}

/// The place behind the word `carries` of the statement.
std::optional<Edit> CarryToo(const SourceMap& sources, const model::Written& carrier, const std::string& network) {
  constexpr std::string_view kWord = " carries ";
  if (!Editable(carrier)) return std::nullopt;
  const std::size_t at = sources.Text(carrier.whole).find(kWord);
  if (at == std::string_view::npos) return std::nullopt;
  const std::uint32_t place = carrier.whole.begin + static_cast<std::uint32_t>(at + kWord.size());
  return Edit{{carrier.whole.file, place, place}, network + ", "};
}

void Tell(const Model& model, const std::vector<Found>& group, model::RuleReporter& report) {
  const Found& first = group.front();
  const model::Nic& nic = model.NicOf(*first.placement, *first.nic);
  const PlacedNic& below = first.placement->nics[*first.nic->over];
  const std::string& network = model.at(first.nic->network).name;
  std::vector<std::string> names;
  for (const Found& one : group) names.push_back(model.SystemOf(*one.placement).name);
  auto& finding =
      report.Error(nic.written.name, "`{}` over NIC {} of {} goes nowhere at `{}`: {} doesn't carry it", network,
                   below.device.ToString(), FewNames(names), model.at(first.placement->site).name, first.title);
  finding.Here(fmt::format("its frames go where those of `{}` go", model.at(below.network).name))
      .Mark(first.carrier->name, "this is where they go")
      .Note("a network over another's device has no way of its own: what carries the device must carry both");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
  finding.About(network);
  const std::string text = fmt::format("let {} carry `{}` too", first.title, network);
  if (const auto edit = CarryToo(report.sources(), *first.carrier, network)) {
    finding.Offer(text, {*edit});
  } else {
    finding.Advise(text);
  }
  finding.Advise(fmt::format("or give `{}` a `nic` of its own", network));
}

void Run(const Model& model, model::RuleReporter& report) {
  Gathered<std::tuple<std::uint32_t, SpanKey, SpanKey>, Found> found;
  for (const Placement& placement : model.placements) {
    for (const PlacedNic& nic : placement.nics) {
      if (nic.has_device() || nic.attachment.kind != Attachment::Kind::kNone) continue;
      if (placement.nics[*nic.over].attachment.kind == Attachment::Kind::kNone) continue;  // HS2407 tells of that one
      Found one = WhatCarries(model, placement, nic);
      const std::tuple key(placement.site.index, KeyOf(one.carrier->name),
                           KeyOf(model.NicOf(placement, nic).written.name));
      found.Add(key, std::move(one));
    }
  }
  for (const auto& group : found.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(`network BACKUP over 0600` puts one more network on the device of a NIC: in a
VLAN that the system tags itself, or in the same frames, as IPv6 stands beside
IPv4. Its frames leave by the device's port, so whatever the device is
attached to at a site (a vswitch, a guest LAN, a bridge, an OSA, HiperSockets)
must carry that network too. Here it doesn't: the interface comes up, has its
address, and nothing answers.

It is easily forgotten at the recovery site, where a vswitch of the vendor's
carries what was asked for, and no more.

To repair it, add the network to `carries`, or give it a NIC of its own.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }
network OFFICE6 { subnet 2001:db8:30::/64 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 {
    nic 0600 on OFFICE address OFFICE[21]
    network OFFICE6 over 0600 address OFFICE6[21]
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE, OFFICE6 { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }
network OFFICE6 { subnet 2001:db8:30::/64 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE, OFFICE6 { transport ethernet }
  linux LNX1 {
    nic 0600 on OFFICE address OFFICE[21]
    network OFFICE6 over 0600 address OFFICE6[21]
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE, OFFICE6 { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kOverNotCarried = {
    .title = "A network lies over a NIC whose switch or OSA doesn't carry it.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
