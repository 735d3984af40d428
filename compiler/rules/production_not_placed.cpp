#include "compiler/model/properties.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::System;

bool IsProduction(const Model& model, const System& system) {
  return model::TierOf(model, system) == model::Tier::kProduction;
}

bool PlacedAtAny(const Model& model, const std::vector<const model::Site*>& sites, model::SystemId system) {
  for (const model::Site* site : sites) {
    if (model.Find(model.IdOf(*site), system) != nullptr) return true;
  }
  return false;
}

/// A z/VM is there for its guests: when each of its production guests has a place elsewhere, nothing is missing.
bool Replaced(const Model& model, const std::vector<const model::Site*>& sites, const System& system) {
  bool any = false;
  for (model::SystemId guest : system.guests) {
    if (!IsProduction(model, model.at(guest))) continue;
    any = true;
    if (!PlacedAtAny(model, sites, guest)) return false;
  }
  return any;
}

void Run(const Model& model, model::RuleReporter& report) {
  const model::Site* home = model.home();
  const auto sites = model.recovery_sites();
  if (home == nullptr || sites.empty()) return;
  std::vector<std::string> missing;
  const System* first = nullptr;
  for (model::PlacementId id : home->placements) {
    const System& system = model.SystemOf(model.at(id));
    if (system.vendors || !IsProduction(model, system) || PlacedAtAny(model, sites, model.at(id).system) ||
        Replaced(model, sites, system)) {
      continue;
    }
    if (first == nullptr) first = &system;
    missing.push_back(system.name);
  }
  if (first == nullptr) return;
  const bool one = missing.size() == 1;
  auto& finding = report.Warn(
      sites.front()->written.name, "{} at `{}` {} not placed at `{}`",
      one ? fmt::format("production system `{}`", missing.front()) : CountOf(missing.size(), "production system"),
      home->name, one ? "is" : "are", sites.front()->name);
  finding.Here("not placed here").Mark(first->written.name, fmt::format("`{}` is `tier production`", first->name));
  ListNames(finding, missing);
  finding.Note("what is not placed is not asked of the vendor, and nobody restores it")
      .Advise(fmt::format("place {} at `{}`, or write down that it is meant: `accept HS2003 because \"…\"`",
                          one ? "it" : "them", sites.front()->name));
  AboutAll(finding, missing);
}

constexpr std::string_view kExplanation =
    R"(A system of tier production runs at home and has no place at the recovery
site. Such a system isn't in the request to the vendor, has no partition, no
devices and no volumes there, and nobody restores it. If it was forgotten, the
test finds out when an application asks for it; if a real disaster comes
first, so does the business.

A test that leaves production systems out on purpose is common (three Linux
guests instead of twenty, because they are cheaper to place). That is a
decision, and belongs into the spec, so that next year's author and whoever
signs the request can see it:

    accept HS2003 because "2008: the test covers one server of each kind"

A guest that says no tier of its own has that of its z/VM: a z/VM of tier
production that isn't placed leaves all its guests at home, except those that
another z/VM takes (`guest LNXWAS1 from VMPROD`) and those that say `tier
test` or `tier development`. One message lists all that is missing.

To repair it, place the system (`lpar NAME`, or `guest NAME from ITS_ZVM` in a
z/VM), or correct its tier.

Source: the lesson is that of the second year in the story this compiler comes
from; no manual is needed for it.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { tier production }
zos PRODB { tier production }

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar PRODA }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { tier production }
zos PRODB { tier production }

site home {
  machine CEC {
    lpar PRODA
    lpar PRODB
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA
      lpar PRODB
    }
  }
}
)";

}  // namespace

const model::Rule kProductionNotPlaced = {
    .title = "A production system has a place at home and none at the recovery site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
