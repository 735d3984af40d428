#include <algorithm>
#include <map>

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

/// A z/VM is there for its guests: when some of its production guests have a place elsewhere, only the others are
/// missing.
bool Replaced(const Model& model, const std::vector<const model::Site*>& sites, const System& system) {
  return std::any_of(system.guests.begin(), system.guests.end(), [&](model::SystemId guest) {
    return IsProduction(model, model.at(guest)) && PlacedAtAny(model, sites, guest);
  });
}

/// The production systems that home has and no recovery site, in placement order.
std::vector<const System*> MissingAt(const Model& model, const model::Site& home,
                                     const std::vector<const model::Site*>& sites) {
  std::vector<const System*> missing;
  for (const model::PlacementId id : home.placements) {
    const System& system = model.SystemOf(model.at(id));
    if (system.vendors || !IsProduction(model, system) || PlacedAtAny(model, sites, model.at(id).system) ||
        Replaced(model, sites, system)) {
      continue;
    }
    missing.push_back(&system);
  }
  return missing;
}

/// "`PRODB`, `VMPROD` with 9 guests": what is missing as a whole is told as a whole.
std::vector<std::string> Words(const Model& model, const std::vector<const System*>& missing) {
  std::map<const System*, std::size_t> guests;  // of each hypervisor that is missing itself
  for (const System* system : missing) {
    if (system->is_hypervisor()) guests[system] = 0;
  }
  std::vector<std::string> alone, whole;
  for (const System* system : missing) {
    const auto host = system->parent.valid() ? guests.find(&model.at(system->parent)) : guests.end();
    if (host != guests.end()) {
      ++host->second;
    } else if (!system->is_hypervisor()) {
      alone.push_back(system->name);
    }
  }
  for (const System* system : missing) {
    if (!system->is_hypervisor()) continue;
    const std::size_t count = guests[system];
    whole.push_back(fmt::format("`{}`{}", system->name, count == 0 ? "" : " with " + CountOf(count, "guest")));
  }
  if (!alone.empty()) whole.push_back(Names(alone));
  return whole;
}

void Run(const Model& model, model::RuleReporter& report) {
  const model::Site* home = model.home();
  const auto sites = model.recovery_sites();
  if (home == nullptr || sites.empty()) return;
  const std::vector<const System*> missing = MissingAt(model, *home, sites);
  if (missing.empty()) return;
  const System& first = *missing.front();
  const std::vector<std::string> words = Words(model, missing);
  const bool one = missing.size() == 1 || (words.size() == 1 && first.is_hypervisor());
  auto& finding = report.Warn(sites.front()->written.name, "{} at `{}` {} not placed at `{}`",
                              one ? "production system " + words.front() : CountOf(missing.size(), "production system"),
                              home->name, one ? "is" : "are", sites.front()->name);
  finding.Here("not placed here")
      .Mark(first.written.name, fmt::format("`{}` is `tier production`{}", first.name,
                                            first.tier == model::Tier::kUnsaid ? ", as its hypervisor is" : ""));
  if (!one) finding.Note(JoinWords(words));
  finding.Note("what is not placed is not asked of the vendor, and nobody restores it")
      .Advise(fmt::format("place {} at `{}`, or write down that it is meant: `accept HS2003{} because \"…\"`",
                          one ? "it" : "them", sites.front()->name, one ? " for " + first.name : ""));
  if (one) finding.cause = first.name;
  for (const System* system : missing) finding.About(system->name);
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
test` or `tier development`. Where another z/VM takes some of them, only the
others are missed, and not the z/VM itself. One message lists all that is
missing.

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
