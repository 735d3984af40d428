#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// Whether expanded storage does anything for this system: z/VM before 6.4, by the library's entry of its release.
bool UsesExpandedStorage(const Model& model, const Placement& placement) {
  const model::System& system = model.SystemOf(placement);
  if (!system.is_zvm()) return false;
  if (!system.release.valid()) return true;
  const auto& fact = model.at(system.release).expanded_storage;
  return !fact.known() || *fact;
}

void Tell(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const Placement& here = *group.front();
  const auto names = NamesOf(model, group);
  const auto& given = here.resources.xstore;
  const auto& home = AtHome(model, here)->resources.xstore;
  const auto& site = model.at(here.site).name;
  const bool none = given->mib() == 0;
  auto& finding = none ? report.Error(given.span(), "{} would have no expanded storage at `{}`, and has {} at home",
                                      OneOrCount(names, "z/VM systems"), site, home->ToString())
                       : report.Warn(given.span(), "{} would have {} of expanded storage at `{}`, and has {} at home",
                                     OneOrCount(names, "z/VM systems"), given->ToString(), site, home->ToString());
  finding.Here(none ? "none here" : fmt::format("{} here", given->ToString()))
      .Mark(home.span(), fmt::format("{} at home", home->ToString()))
      .Note("z/VM pages to expanded storage first; without it every page goes to disk")
      .Offer(fmt::format("ask for {}, or leave the line out: what is not said is as at home", home->ToString()),
             ReplaceValue(here.written, given.span(), home->ToString()));
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  PlacementsByPlace weak;
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) {
    const auto& given = here.resources.xstore;
    const auto& had = home.resources.xstore;
    if (given.known() && had.known() && *given < *had && UsesExpandedStorage(model, here))
      weak.Add(KeyOf(given.span()), &here);
  });
  for (const auto& group : weak.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(At home the z/VM has expanded storage, and at the recovery site it has none
(an error) or less (a warning). Up to release 6.3 z/VM uses expanded storage
as its fast paging device: pages that don't fit into central storage go there
first and come back in microseconds. A system that is tuned for it and doesn't
find it pages to disk from the first busy minute on. In the story this
compiler comes from the partition had neither all of its memory nor any
expanded storage.

Expanded storage is a setting of the partition, made when it is defined and
activated. The vendor's technician has to know of it, and in a virtual machine
(a z/VM under the vendor's z/VM) it takes an XSTORE statement in the directory
entry.

To repair it, ask for as much as home has, or leave the statement out at the
recovery site: what isn't said there is as at home. If the machine there can't
give expanded storage, ask for that much more central storage, and accept the
finding with that reason.

Not reported for releases where expanded storage has no function (6.4 and
later).

Source: the 2007 test of the story; z/VM 6.4 DirMaint Commands Reference
(XSTORE has no function any more); paging order from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  memory 24 GiB
  xstore 4 GiB
}

site home {
  machine CEC { lpar VMPROD }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { xstore none }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  memory 24 GiB
  xstore 4 GiB
}

site home {
  machine CEC { lpar VMPROD }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { xstore 4 GiB }
    }
  }
}
)";

}  // namespace

const model::Rule kLessExpandedStorage = {
    .title = "A z/VM has expanded storage at home and none, or less, at the recovery site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
