#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::Sysplex;

bool HasCoupling(const Model& model, model::SiteId site, const Sysplex& sysplex) {
  return std::any_of(sysplex.couplings.begin(), sysplex.couplings.end(),
                     [&](model::SystemId id) { return model.Find(site, id) != nullptr; });
}

void Tell(const Model& model, const model::Site& site, const Sysplex& sysplex,
          const std::vector<const Placement*>& members, model::RuleReporter& report) {
  const auto names = NamesOf(model, members);
  const std::string& facility = model.at(sysplex.couplings.front()).name;
  const bool one = names.size() == 1;
  auto& finding = report.At(one ? Severity::kWarning : Severity::kError, members.front()->written.name,
                            "{} of sysplex `{}` {} at `{}`, and no coupling facility is", FewNames(names), sysplex.name,
                            one ? "is" : "are", site.name);
  finding.Here("wants its structures")
      .Mark(model.at(sysplex.couplings.front()).written.name, fmt::format("`{}` isn't placed there", facility))
      .Note(
          one ? "it comes up alone only if its parameters let it (PLEXCFG, GRS, and every structure that its work "
                "needs)"
              : "locks, logs and signals of the members are structures in it: without one they don't come up together")
      .Advise(fmt::format("ask for it: `lpar {}`", facility));
  if (one) {
    finding.Advise(
        fmt::format("or IPL it as a monoplex, and write down that it is meant: `accept HS2021 for {} because "
                    "\"…\"`",
                    sysplex.name));
  }
  finding.About(sysplex.name);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Site& site : model.sites) {
    const model::SiteId id = model.IdOf(site);
    for (const Sysplex& sysplex : model.sysplexes) {
      if (sysplex.couplings.empty() || HasCoupling(model, id, sysplex)) continue;
      std::vector<const Placement*> members;
      for (const model::Reference& member : sysplex.members) {
        if (const Placement* placed = model.Find(id, member.system)) members.push_back(placed);
      }
      if (!members.empty()) Tell(model, site, sysplex, members, report);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(Members of a parallel sysplex are placed at a site, and none of its coupling
facilities is. A coupling facility is a partition of its own that runs
licensed code, on ICFs or CPs, with coupling links to each z/OS; the vendor has
to define it, and to have the processors for it. It doesn't come along with
z/OS.

With two or more members this is an error: what they share (locks, logger
structures, XCF signals, Db2 group buffer pools) lives in structures, and they
don't come up as a sysplex. A single member is a warning: it may be IPLed as a
monoplex, if its parameters were prepared for it (PLEXCFG=MONOPLEX or
XCFLOCAL, a COUPLExx and CFRM policy for the site, GRS) and if nothing in its
work insists on a structure. That is a decision, and belongs into the spec:

    accept HS2021 for PLEX1 because "IPLed as a monoplex, IEASYSDR and COUPLEDR"

To repair it, place the coupling facility (`lpar CF01`). The request then asks
for it, for its processors and memory, and for the coupling links.

Source: z/OS MVS Setting Up a Sysplex, "Planning the PLEXCFG system parameter";
z/OS HCD Planning, "Defining coupling facility components in a sysplex"; PR/SM
Planning Guide, "Coupling facility planning considerations".)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 64 GiB }
zos PRODB { memory 64 GiB }
sysplex PLEX1 {
  members PRODA, PRODB
  coupling CF01 { processors 1 ICF; memory 16 GiB }
}

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
    lpar CF01
  }
}

recovery "2024" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA
      lpar PRODB
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 64 GiB }
zos PRODB { memory 64 GiB }
sysplex PLEX1 {
  members PRODA, PRODB
  coupling CF01 { processors 1 ICF; memory 16 GiB }
}

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
    lpar CF01
  }
}

recovery "2024" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA
      lpar PRODB
      lpar CF01
    }
  }
}
)";

}  // namespace

const model::Rule kMissingCouplingFacility = {
    .title = "Members of a sysplex are placed at a site, and none of its coupling facilities is.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
