#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// A later placement of a system beside its first one at the same site.
struct Again {
  const Placement* first;
  const Placement* again;
};

/// The statement that places a system brings its guests along, so those are told with it: two statements are one
/// mistake.
using Pairs = Gathered<std::pair<SpanKey, SpanKey>, Again>;

void FindAt(const Model& model, const model::Site& site, Pairs& pairs) {
  std::vector<model::PlacementId> order = site.placements;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return model.at(a).system < model.at(b).system; });
  std::vector<Again> found;
  const Placement* first = nullptr;
  for (model::PlacementId id : order) {
    const Placement& placement = model.at(id);
    if (first != nullptr && first->system == placement.system) {
      found.push_back({first, &placement});
    } else {
      first = &placement;
    }
  }
  // Hosts were declared before their guests, so the statement's own system comes first in its group.
  for (const Again& one : found) {
    pairs.Add({KeyOf(one.first->written.whole), KeyOf(one.again->written.whole)}, one);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  Pairs pairs;
  for (const model::Site& site : model.sites) FindAt(model, site, pairs);
  for (const auto& group : pairs.groups()) {
    std::vector<std::string> names;
    for (const Again& one : group) names.push_back(model.SystemOf(*one.again).name);
    const Again& head = group.front();
    auto& finding = report.Error(
        head.again->written.name, "{} placed twice at `{}`",
        names.size() == 1
            ? fmt::format("`{}` is", names.front())
            : fmt::format("`{}` and {} are", names.front(), CountOf(names.size() - 1, "system of it", "systems of it")),
        model.at(head.again->site).name);
    finding.Here("placed here again").Mark(head.first->written.name, "placed here first");
    ListNames(finding, names);
    finding.Note("two copies of a system have the same addresses and names, and write to copies of the same volumes")
        .Advise("remove one of the two statements");
    AboutAll(finding, names);
  }
}

constexpr std::string_view kExplanation =
    R"(One site places the same system twice. Only one copy of it is restored, so one
of the two partitions or virtual machines that the vendor reserves stays
empty; and should somebody load the same volumes twice, two systems with the
same name, the same addresses and the same data run at once. Both answer the
users.

It happens when a guest is taken out of its z/VM and that z/VM is placed as
well, when a spec is copied from last year's and both ways of placing a z/VM
are left in it, or when a `for` counts too far.

To repair it, remove the statement that isn't meant. Placing a z/VM (`lpar
VMPROD`) places all its guests; a guest that runs elsewhere is taken out with
`guest NAME from VMPROD`. The same system at two different sites of a recovery
is no mistake for this rule.

Source: language rule; that two loaded copies share addresses and identity is
from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 8 GiB }

site home {
  machine CEC {
    lpar PRODA
    lpar SPARE runs PRODA
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 8 GiB }

site home {
  machine CEC { lpar PRODA }
}
)";

}  // namespace

const model::Rule kPlacedTwice = {
    .title = "A system is placed twice at one site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
