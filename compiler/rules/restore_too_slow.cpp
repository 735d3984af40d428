#include <algorithm>
#include <map>
#include <optional>

#include "compiler/model/restore_estimate.h"
#include "compiler/model/saved.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

/// What has to be restored until one time.
struct Due {
  const model::Objective* objective = nullptr;  // the first that names the time
  std::vector<const System*> systems;
};

using ByTime = std::map<std::int64_t, Due>;  // minutes

ByTime DueAt(const Model& model, const model::Site& site) {
  const model::Savings savings(model);
  ByTime due;
  for (const model::PlacementId id : site.placements) {
    const Placement& placement = model.at(id);
    const System& system = model.SystemOf(placement);
    const model::Objective* objective = model::ObjectiveOf(model, system);
    if (objective == nullptr || !model::FromTapeOf(model, savings, placement)) continue;
    Due& at = due[objective->rto->minutes()];
    if (at.objective == nullptr) at.objective = objective;
    at.systems.push_back(&system);
  }
  return due;
}

std::string Hours(std::int64_t minutes) {
  if (minutes < 60) return fmt::format("{} min", minutes);
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60) : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

/// How many drives would do: rounds that fit, and drives for that many.
std::string WayOut(std::int64_t volumes, std::int64_t rto, const model::Drives& drives) {
  const std::int64_t rounds = rto / drives.minutes;
  if (rounds == 0) return "one volume alone takes longer: mirror the volumes, or have the objective changed";
  return fmt::format("ask for {} drives, mirror some of the volumes, or have the objective changed",
                     model::RoundsOf(volumes, rounds));
}

void Tell(const model::Site& site, const Due& due, const std::vector<std::string>& names, std::int64_t volumes,
          const model::Drives& drives, model::RuleReporter& report) {
  const std::int64_t rto = due.objective->rto->minutes();
  const std::int64_t rounds = model::RoundsOf(volumes, drives.count);
  auto& finding = report.Warn(due.objective->span, "the restore of {} at `{}` takes {}, and the objective is {}",
                              FewNames(names), site.name, Hours(rounds * drives.minutes), Hours(rto));
  finding.Here(fmt::format("recovery time objective {}", Hours(rto)))
      .Mark(drives.span, fmt::format("{}, {} min a volume", CountOf(static_cast<std::size_t>(drives.count), "drive"),
                                     drives.minutes))
      .Note(fmt::format("{} on {} are {} of {} min: {}", CountOf(static_cast<std::size_t>(volumes), "volume"),
                        CountOf(static_cast<std::size_t>(drives.count), "drive"),
                        CountOf(static_cast<std::size_t>(rounds), "round"), drives.minutes,
                        Hours(rounds * drives.minutes)))
      .Note("with all drives at work from the first minute, without mounts that fail, and before anything is started")
      .Advise(WayOut(volumes, rto, drives));
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Site& site : model.sites) {
    const auto drives = site.recovery ? model::DrivesOf(model, site) : std::nullopt;
    if (!drives) continue;
    model::TapeVolumes volumes(model);
    std::vector<std::string> names;
    // What is due later doesn't delay what is due earlier, so each time is judged with what is due until then.
    for (const auto& [rto, due] : DueAt(model, site)) {
      for (const System* system : due.systems) {
        volumes.Add(*system);
        names.push_back(system->name);
      }
      const std::int64_t count = volumes.Count();
      if (model::RoundsOf(count, drives->count) * drives->minutes <= rto) continue;
      Tell(site, due, names, count, *drives, report);
      break;  // later objectives miss for the same reason
    }
  }
}

constexpr std::string_view kExplanation =
    R"(The volumes that come from tape, divided by the drives, times the minutes of a
volume, is more than the recovery time objective of the systems.

The figure is the least that it can take: every drive works from the first
minute to the last, no cartridge is missing, nobody sleeps. Real restores take
half as long again. So what this rule finds can't be done, and it is found on
paper here instead of at four in the morning.

What is due earlier is restored earlier: each objective is compared with all
volumes that are due until then. The guests of a z/VM are part of what it
promises, but for those of tier test or development, which can wait. Page
volumes are formatted, not restored.

    tape drives 6 reading 3592 taking 20 min per volume
    objective rto 3 h          // 60 volumes / 6 drives * 20 min = 3 h 20 min

Not judged: systems that are mirrored or of which nothing says that they come
from tape; a site that doesn't say how many drives it has, or how long a
volume takes.)";

constexpr std::string_view kBad = R"(hotsite 1

use std.dasd

zos PRODA {
  memory 8 GiB
  volumes data 60 3390_9
  backup weekly full to tape
  objective rto 3 h
}

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      tape drives 6 reading 3592 taking 20 min per volume
      lpar PRODA
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

use std.dasd

zos PRODA {
  memory 8 GiB
  volumes data 60 3390_9
  backup weekly full to tape
  objective rto 3 h
}

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      tape drives 7 reading 3592 taking 20 min per volume
      lpar PRODA
    }
  }
}
)";

}  // namespace

const model::Rule kRestoreTooSlow = {
    .title = "The restore from tape takes longer than the objective.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
