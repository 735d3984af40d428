#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compiler/model/properties.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/saved.h"
#include "compiler/rules/volume_scope.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

/// The drives of a site. With several paces all count as the fastest: what is too slow then is too slow anyhow.
struct Drives {
  std::int64_t count = 0;
  std::int64_t minutes = 0;  // a volume
  Span span;
};

/// Nothing where a number or a pace isn't said.
std::optional<Drives> DrivesOf(const Model& model, const model::Site& site) {
  Drives all;
  for (const model::MachineId id : site.machines) {
    const auto& tape = model.at(id).tape;
    if (!tape) continue;
    if (!tape->count.known() || !tape->pace) return std::nullopt;
    all.count += *tape->count;
    all.minutes = all.minutes == 0 ? tape->pace->minutes() : std::min(all.minutes, tape->pace->minutes());
    if (!all.span.valid()) all.span = tape->count.span();
  }
  return all.count > 0 && all.minutes > 0 ? std::optional(all) : std::nullopt;
}

/// Volumes that come from tape; those of several guests that lie on one volume count once.
class Volumes {
 public:
  explicit Volumes(const Model& model) : model_(model), scopes_(model) {}

  void Add(const System& system) {
    const VolumeScope scope = scopes_.Of(system);
    for (const model::Volumes& volumes : system.volumes) {
      if (volumes.use == model::VolumeUse::kPage) continue;  // formatted, not restored
      if (volumes.labels.empty()) counted_ += volumes.count;
      for (const std::string& label : volumes.labels) labels_.insert({scope, label});
    }
    for (const model::Disk& disk : system.disks) {
      if (!disk.volume.empty()) {
        labels_.insert({scope, disk.volume});
      } else if (disk.extent) {
        cylinders_[{scope, disk.model}] += disk.extent->size();
      } else {
        ++counted_;
      }
    }
  }

  std::int64_t Count() const {
    std::int64_t count = counted_ + static_cast<std::int64_t>(labels_.size());
    for (const auto& [key, cylinders] : cylinders_) {
      const auto& kind = key.second;
      const std::int64_t each =
          kind.valid() && model_.at(kind).cylinders.known() ? std::max<std::int64_t>(*model_.at(kind).cylinders, 1) : 0;
      count += each == 0 ? 1 : (cylinders + each - 1) / each;
    }
    return count;
  }

 private:
  const Model& model_;
  VolumeScopes scopes_;
  std::int64_t counted_ = 0;
  std::set<VolumeKey> labels_;
  std::map<std::pair<VolumeScope, model::DiskModelId>, std::int64_t>
      cylinders_;  // of minidisks whose volume isn't said
};

/// When a system has to be in use again. A guest is part of what its z/VM promises, unless it is there for tests.
const model::Objective* ObjectiveOf(const Model& model, const System& system) {
  if (system.objective && system.objective->rto) return &*system.objective;
  if (!system.parent.valid()) return nullptr;
  const model::Tier tier = model::TierOf(model, system);
  if (tier == model::Tier::kTest || tier == model::Tier::kDevelopment) return nullptr;
  const auto& above = model.at(system.parent).objective;
  return above && above->rto ? &*above : nullptr;
}

/// What has to be restored until one time.
struct Due {
  const model::Objective* objective = nullptr;  // the first that names the time
  std::vector<const System*> systems;
};

using ByTime = std::map<std::int64_t, Due>;  // minutes

ByTime DueAt(const Model& model, const model::Site& site) {
  const Savings savings(model);
  ByTime due;
  for (const model::PlacementId id : site.placements) {
    const Placement& placement = model.at(id);
    const System& system = model.SystemOf(placement);
    const model::Objective* objective = ObjectiveOf(model, system);
    if (objective == nullptr || !FromTapeOf(model, savings, placement)) continue;
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

std::int64_t Rounds(std::int64_t volumes, std::int64_t drives) { return (volumes + drives - 1) / drives; }

/// How many drives would do: rounds that fit, and drives for that many.
std::string WayOut(std::int64_t volumes, std::int64_t rto, const Drives& drives) {
  const std::int64_t rounds = rto / drives.minutes;
  if (rounds == 0) return "one volume alone takes longer: mirror the volumes, or have the objective changed";
  return fmt::format("ask for {} drives, mirror some of the volumes, or have the objective changed",
                     Rounds(volumes, rounds));
}

void Tell(const model::Site& site, const Due& due, const std::vector<std::string>& names, std::int64_t volumes,
          const Drives& drives, model::RuleReporter& report) {
  const std::int64_t rto = due.objective->rto->minutes();
  const std::int64_t rounds = Rounds(volumes, drives.count);
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
    const auto drives = site.recovery ? DrivesOf(model, site) : std::nullopt;
    if (!drives) continue;
    Volumes volumes(model);
    std::vector<std::string> names;
    // What is due later doesn't delay what is due earlier, so each time is judged with what is due until then.
    for (const auto& [rto, due] : DueAt(model, site)) {
      for (const System* system : due.systems) {
        volumes.Add(*system);
        names.push_back(system->name);
      }
      const std::int64_t count = volumes.Count();
      if (Rounds(count, drives->count) * drives->minutes <= rto) continue;
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
