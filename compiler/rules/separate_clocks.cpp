#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::Sysplex;

/// A placed member, and the first one that is on another machine than it; nothing where all are on one.
std::pair<const Placement*, const Placement*> OnTwoMachines(const Model& model, model::SiteId site,
                                                            const Sysplex& sysplex) {
  const Placement* first = nullptr;
  for (const model::Reference& member : sysplex.members) {
    const Placement* placed = model.Find(site, member.system);
    if (placed == nullptr) continue;
    if (first == nullptr) first = placed;
    if (placed->machine != first->machine) return {first, placed};
  }
  return {nullptr, nullptr};
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Site& site : model.sites) {
    for (const Sysplex& sysplex : model.sysplexes) {
      if (sysplex.timer != model::Timer::kUnsaid) continue;
      const auto [one, other] = OnTwoMachines(model, model.IdOf(site), sysplex);
      if (one == nullptr) continue;
      const std::string& name = model.SystemOf(*one).name;
      const std::string& other_name = model.SystemOf(*other).name;
      auto& finding =
          report.Error(sysplex.written.name,
                       "members of sysplex `{}` are on two machines at `{}`, and nothing keeps their clocks "
                       "together",
                       sysplex.name, site.name);
      finding.Here("no `timer` in it")
          .Mark(one->written.name, fmt::format("`{}` on `{}`", name, model.at(one->machine).name))
          .Mark(other->written.name, fmt::format("`{}` on `{}`", other_name, model.at(other->machine).name))
          .Note("a z/OS whose clock isn't synchronized with the others' isn't let into their sysplex")
          .Advise("say `timer stp`: the vendor is then asked for a coordinated timing network of these machines")
          .About(sysplex.name);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(Members of a sysplex run on two machines, and the spec doesn't say what keeps
the clocks of the machines together. Members order their logs and locks by time
stamps. On one machine they all read one clock. On two, Server Time Protocol
(STP) must have made the machines one coordinated timing network, over coupling
links between them; a z/OS that finds no common time source isn't let into the
sysplex (PLEXCFG=MULTISYSTEM demands ETRMODE, STPMODE or SIMETRID in CLOCKxx).

STP is a feature that has to be installed and configured on the vendor's
machines, so it is in the request or it isn't there.

To repair it, say `timer stp` in the sysplex, or place all members on one
machine.

Source: ibm.com, "What is Server Time Protocol?": "required for Parallel Sysplex
implementations that span more than one CEC"; z/OS MVS Setting Up a Sysplex,
"Planning the PLEXCFG system parameter".)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 64 GiB }
zos PRODB { memory 64 GiB }
sysplex PLEX1 { members PRODA, PRODB }

site home {
  machine CEC1 { lpar PRODA }
  machine CEC2 { lpar PRODB }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 64 GiB }
zos PRODB { memory 64 GiB }
sysplex PLEX1 {
  members PRODA, PRODB
  timer stp
}

site home {
  machine CEC1 { lpar PRODA }
  machine CEC2 { lpar PRODB }
}
)";

}  // namespace

const model::Rule kSeparateClocks = {
    .title = "Members of a sysplex are on two machines, and nothing keeps their clocks together.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
