#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

void Run(const Model& model, model::RuleReporter& report) {
  PlacementsByPlace useless;
  std::map<std::uint32_t, SpanKey> told;  // a statement at home is in force elsewhere too: once per system and place
  for (const Placement& placement : model.placements) {
    const model::System& system = model.SystemOf(placement);
    const auto& xstore = placement.resources.xstore;
    if (!system.is_zvm() || !system.release.valid() || !xstore.known() || xstore->mib() == 0) continue;
    const auto& fact = model.at(system.release).expanded_storage;
    if (!fact.known() || *fact) continue;
    const auto [it, is_new] = told.try_emplace(placement.system.index, KeyOf(xstore.span()));
    if (is_new || it->second != KeyOf(xstore.span())) useless.Add(KeyOf(xstore.span()), &placement);
  }
  for (const auto& group : useless.groups()) {
    const Placement& first = *group.front();
    const auto names = NamesOf(model, group);
    const model::ZvmRelease& release = model.at(model.SystemOf(first).release);
    const auto& xstore = first.resources.xstore;
    auto& finding = report.Warn(xstore.span(), "{} would have {} of expanded storage, and {} doesn't use it",
                                OneOrCount(names, "z/VM systems"), xstore->ToString(), release.title);
    finding.Here("of no use").Mark(model.SystemOf(first).written.name, fmt::format("runs {}", release.title));
    if (release.expanded_storage.sourced()) finding.Note(fmt::format("source: {}", release.expanded_storage.source));
    finding.Advise("take the line out, and ask for that much more central storage if the figure was reckoned with it");
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

constexpr std::string_view kExplanation =
    R"(The spec asks for expanded storage for a z/VM whose release has no use for it.
From 6.4 on z/VM doesn't page to expanded storage; what the partition gets of
it lies idle, and it is taken from the memory that the machine could have
given as central storage. At the recovery site that is a demand which costs
money, which a newer machine can't even meet, and which somebody has to
answer.

It is mostly a left-over: the statement was right for the release that ran
before the last upgrade. The memory was often planned with it ("24 GiB and 4
GiB expanded"), so what has to be asked for now is the sum.

To repair it, remove the `xstore` statement, and raise `memory` by that much
where it was part of the plan.

Whether a release uses expanded storage is a fact of the library entry
(`zvm_release … { expanded_storage no }`).

Source: z/VM 6.4 DirMaint Commands Reference, SC24-6188-07: XSTORE has no
function any more.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm_release zvm_late "z/VM 6.4" { expanded_storage no }

zvm VMPROD : zvm_late {
  memory 24 GiB
  xstore 4 GiB
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm_release zvm_late "z/VM 6.4" { expanded_storage no }

zvm VMPROD : zvm_late { memory 28 GiB }

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kUselessExpandedStorage = {
    .title = "Expanded storage is asked for on a z/VM release that doesn't use it.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
