#include <algorithm>

#include "compiler/model/saved.h"
#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;

/// A system that comes from tape, and where that is said.
struct FromTape {
  std::string system;
  Span span;
};

void Tell(const Model& model, const model::Site& site, const std::vector<FromTape>& systems,
          model::RuleReporter& report) {
  std::vector<std::string> names;
  for (const FromTape& one : systems) names.push_back(one.system);
  auto& finding = report.Warn(site.written.name, "no tape drives are asked for at `{}`, and {} come{} from tape",
                              site.name, FewNames(names), names.size() == 1 ? "s" : "");
  finding.Here("no machine here says `tape drives`")
      .Mark(systems.front().span, "written to tape at home")
      .Note("what isn't in the request isn't there on the day; drives are shared with the vendor's other customers");
  const model::Written& machine = model.at(site.machines.front()).written;
  const std::string text = "ask for them, and say how many you need: the restore waits for them";
  if (Editable(machine)) {
    finding.Offer(text, {InsertIntoBlock(report.sources(), machine, "tape drives ?")});
  } else {
    finding.Advise(text + ": `tape drives at least 6 reading 3592`");
  }
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  const model::Savings savings(model);
  for (const model::Site& site : model.sites) {
    const bool has = std::any_of(site.machines.begin(), site.machines.end(),
                                 [&](model::MachineId id) { return model.at(id).tape.has_value(); });
    if (!site.recovery || site.machines.empty() || has) continue;
    std::vector<FromTape> systems;
    for (const model::PlacementId id : site.placements) {
      if (const auto said = model::FromTapeOf(model, savings, model.at(id)))
        systems.push_back({NameOf(model, id), *said});
    }
    if (!systems.empty()) Tell(model, site, systems, report);
  }
}

constexpr std::string_view kExplanation =
    R"(Systems that run at the recovery site are backed up to tape, and the spec asks
for no tape drives there.

A restore needs drives before it needs anything else. A hot site has them, but
for all of its customers, and of several generations: who hasn't asked for
some in writing gets what is left, on a day when others have declared as well.
The cartridges then lie on a desk.

To repair it, say how many and what they must read: `tape drives at least 6
reading 3592` in a machine of the site, or `tape drives ?` to ask. The drives
of one machine count for the whole site.

Not meant: systems that are mirrored (`replication`), and systems of which the
spec doesn't say that they are on tape.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA {
  memory 8 GiB
  backup weekly full to tape
}

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar PRODA }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA {
  memory 8 GiB
  backup weekly full to tape
}

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      tape drives at least 6 reading 3592
      lpar PRODA
    }
  }
}
)";

}  // namespace

const model::Rule kNoTapeDrives = {
    .title = "Systems are restored from tape, and no tape drives are asked for.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
