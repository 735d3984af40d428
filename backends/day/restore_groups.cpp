#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "backends/day/restore.h"
#include "backends/naming.h"
#include "compiler/model/restore_estimate.h"
#include "compiler/model/saved.h"
#include "compiler/support/name_ranges.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using model::Placement;
using model::System;

/// More lines than this are folded where labels count up: the restore jobs have the list.
constexpr std::size_t kMostLines = 40;

/// The system in the partition at the end of the way out.
const Placement& TopOf(const model::Model& model, const Placement& placement) {
  const Placement* top = &placement;
  while (top->host.valid()) top = &model.at(top->host);
  return *top;
}

/// `3390-9`: as people call it.
std::string ModelOf(const model::Model& model, model::DiskModelId id) {
  std::string name = id.valid() ? model.at(id).name : "";
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::string RangesOf(const std::vector<DeviceRange>& ranges) {
  std::vector<std::string> texts;
  for (const DeviceRange& range : ranges) texts.push_back(range.ToString());
  return fmt::format("{}", fmt::join(texts, ", "));
}

/// Where the site says that volumes of this use and label are; else the question that asks for it.
std::string TargetOf(const Day& day, const Placement& owner, std::optional<model::VolumeUse> use,
                     const std::string& label) {
  for (const model::PlacedVolumes& placed : owner.volumes) {
    const bool its =
        placed.labels.empty() || std::find(placed.labels.begin(), placed.labels.end(), label) != placed.labels.end();
    if (!its || (placed.use && placed.use != use)) continue;
    if (placed.devices.known()) return RangesOf(*placed.devices);
    if (placed.devices.open()) return OpenToken(day.requirements(), placed.devices.hole());
  }
  const requirements::Requirement* asked = day.Find("disk/" + day.model().SystemOf(owner).name + "/devices");
  return asked == nullptr ? "" : AnswerOrToken(day, *asked);
}

/// Disks of one model that name no volume.
struct Loose {
  std::int64_t cylinders = 0;  // of minidisks
  std::int64_t whole = 0;      // a volume each
  std::vector<std::string> holders;
};

/// Gathers the lines of one group; disks of several guests on one volume are one line.
class Gatherer {
 public:
  Gatherer(const Day& day, const Placement& owner) : day_(day), owner_(owner) {}

  void AddVolumes(const System& system) {
    for (const model::Volumes& volumes : system.volumes) {
      VolumeLine line;
      line.use = ToString(volumes.use);
      line.model = ModelOf(day_.model(), volumes.model);
      line.format = volumes.use == model::VolumeUse::kPage;
      if (volumes.labels.empty()) {
        line.count = static_cast<std::size_t>(volumes.count);
        line.volume = CountOf(line.count, "volume");
        line.target = TargetOf(day_, owner_, volumes.use, "");
        lines_.push_back(line);
      }
      for (const std::string& label : volumes.labels) {
        line.volume = label;
        line.target = TargetOf(day_, owner_, volumes.use, label);
        by_label_.try_emplace(label, lines_.size());
        lines_.push_back(line);
      }
    }
  }

  void AddDisks(const System& system) {
    for (const model::Disk& disk : system.disks) {
      if (disk.volume.empty()) {
        Loose& loose = loose_[disk.model];
        loose.cylinders += disk.extent ? disk.extent->size() : 0;
        loose.whole += disk.extent ? 0 : 1;
        loose.holders.push_back(system.name);
        continue;
      }
      const auto [found, is_new] = by_label_.try_emplace(disk.volume, lines_.size());
      if (is_new) {
        lines_.push_back({disk.volume, "guests", ModelOf(day_.model(), disk.model),
                          TargetOf(day_, owner_, model::VolumeUse::kUser, disk.volume)});
      }
      std::vector<std::string>& holders = lines_[found->second].holders;
      if (holders.empty() || holders.back() != system.name) holders.push_back(system.name);
    }
  }

  std::vector<VolumeLine> Take() {
    for (auto& [id, loose] : loose_) {
      const bool sized = id.valid() && day_.model().at(id).cylinders.known();
      const std::int64_t each = sized ? std::max<std::int64_t>(*day_.model().at(id).cylinders, 1) : 0;
      const std::int64_t packed = each > 0 ? (loose.cylinders + each - 1) / each : (loose.cylinders > 0 ? 1 : 0);
      VolumeLine line{"", "guests", ModelOf(day_.model(), id), TargetOf(day_, owner_, model::VolumeUse::kUser, "")};
      line.count = static_cast<std::size_t>(loose.whole + packed);
      line.volume = CountOf(line.count, "volume") + " (the spec names none)";
      line.holders = std::move(loose.holders);
      lines_.push_back(std::move(line));
    }
    return std::move(lines_);
  }

 private:
  const Day& day_;
  const Placement& owner_;
  std::vector<VolumeLine> lines_;
  std::map<std::string, std::size_t, std::less<>> by_label_;
  std::map<model::DiskModelId, Loose> loose_;
};

bool Follows(const VolumeLine& one, const VolumeLine& next) {
  return next.volume == NextName(one.volume) && next.use == one.use && next.model == one.model &&
         next.target == one.target && next.format == one.format;
}

/// Labels that count up become one line.
std::vector<VolumeLine> FoldedLines(std::vector<VolumeLine> lines) {
  if (lines.size() <= kMostLines) return lines;
  std::vector<VolumeLine> folded;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i + 1;
    while (end < lines.size() && Follows(lines[end - 1], lines[end])) ++end;
    VolumeLine line = lines[i];
    for (std::size_t k = i + 1; k < end; ++k) {
      line.count += lines[k].count;
      line.holders.insert(line.holders.end(), lines[k].holders.begin(), lines[k].holders.end());
    }
    if (end - i > 1) line.volume += " to " + lines[end - 1].volume;
    folded.push_back(std::move(line));
    i = end;
  }
  return folded;
}

/// Volumes that members of a single system image share: restored once.
void AddShared(const Day& day, std::vector<RestoreGroup>& groups) {
  for (const model::Cluster& cluster : day.model().clusters) {
    const bool here = std::any_of(cluster.members.begin(), cluster.members.end(), [&](const auto& member) {
      return day.model().Find(day.model().IdOf(day.site), member.system) != nullptr;
    });
    if (!here || cluster.volumes.empty()) continue;
    RestoreGroup group{cluster.name + ", shared by its members", nullptr, {}, {}};
    const requirements::Requirement* asked = day.Find("disk/" + cluster.name + "/devices");
    const std::string target = asked == nullptr ? "" : AnswerOrToken(day, *asked);
    for (const model::Volumes& volumes : cluster.volumes) {
      for (const std::string& label : volumes.labels)
        group.volumes.push_back({label, ToString(volumes.use), ModelOf(day.model(), volumes.model), target});
    }
    groups.push_back(std::move(group));
  }
}

}  // namespace

std::size_t RestoreGroup::Count() const {
  std::size_t count = 0;
  for (const VolumeLine& line : volumes) count += line.format ? 0 : line.count;
  return count;
}

std::vector<RestoreGroup> GroupsOf(const Day& day) {
  const model::Model& model = day.model();
  std::map<const Placement*, std::size_t> by_top;
  std::vector<RestoreGroup> groups;
  std::vector<Gatherer> gatherers;
  for (const model::PlacementId id : day.site.placements) {
    const Placement& placement = model.at(id);
    const System& system = model.SystemOf(placement);
    if (system.vendors || system.is_coupling() || system.kind == model::SystemKind::kExternal) continue;
    const Placement& top = TopOf(model, placement);
    const auto [found, is_new] = by_top.try_emplace(&top, groups.size());
    if (is_new) {
      const System& of = model.SystemOf(top);
      groups.push_back({of.vendors ? "guests under " + of.name : of.name, &top, {}, {}});
      gatherers.emplace_back(day, top);
    }
    groups[found->second].systems.push_back(&system);
    gatherers[found->second].AddVolumes(system);
    gatherers[found->second].AddDisks(system);
  }
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].volumes = FoldedLines(gatherers[i].Take());
  AddShared(day, groups);
  std::erase_if(groups, [](const RestoreGroup& group) { return group.volumes.empty(); });
  return groups;
}

std::string HowRestored(const Day& day, const RestoreGroup& group) {
  const model::Model& model = day.model();
  for (const model::Replication& replication : model.replications) {
    const bool its = std::any_of(replication.systems.begin(), replication.systems.end(), [&](const model::SystemId id) {
      return !group.systems.empty() && group.systems.front() == &model.at(id);
    });
    if (!its) continue;
    const std::string behind =
        replication.behind ? fmt::format(", at most {} behind", Hours(replication.behind->minutes())) : "";
    return fmt::format("mirrored by {}{}: made usable, not read from tape",
                       replication.method.empty() ? Free(replication.name) : Free(replication.method), behind);
  }
  if (group.top == nullptr || !group.top->restore) return "";
  const model::Restore& restore = *group.top->restore;
  const std::string tools = restore.tools.empty() ? "" : " (" + Free(restore.tools) + ")";
  switch (restore.kind) {
    case model::Restore::Kind::kStandAlone: {
      const requirements::Requirement* drive = day.Find("restore/" + model.SystemOf(*group.top).name + "/drive");
      return fmt::format("by stand-alone programs{}, IPLed in its partition from the tape drive {}", tools,
                         drive == nullptr ? "that the vendor names" : AnswerOrToken(day, *drive));
    }
    case model::Restore::Kind::kBySystem:
      return fmt::format("by {}{}, which has access to its volumes", model.at(restore.by).name, tools);
    case model::Restore::Kind::kFloor:
      return fmt::format("by the floor system that the vendor keeps running{}", tools);
  }
  return "";
}

RestoreEstimate EstimateOf(const Day& day) {
  const model::Model& model = day.model();
  const model::Savings savings(model);
  model::TapeVolumes volumes(model);
  for (const model::PlacementId id : day.site.placements) {
    const Placement& placement = model.at(id);
    if (model::FromTapeOf(model, savings, placement)) volumes.Add(model.SystemOf(placement));
  }
  RestoreEstimate estimate;
  estimate.volumes = volumes.Count();
  estimate.drives = model::DriveCountOf(model, day.site);
  if (const auto drives = model::DrivesOf(model, day.site)) {
    estimate.per_volume = drives->minutes;
    if (estimate.volumes > 0) estimate.minutes = model::RoundsOf(estimate.volumes, drives->count) * drives->minutes;
  }
  return estimate;
}

}  // namespace hotsite::backends::day
