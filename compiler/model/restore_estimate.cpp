#include "compiler/model/restore_estimate.h"

#include <algorithm>

#include "compiler/model/properties.h"

namespace hotsite::model {

std::optional<Drives> DrivesOf(const Model& model, const Site& site) {
  Drives all;
  for (const MachineId id : site.machines) {
    const auto& tape = model.at(id).tape;
    if (!tape) continue;
    if (!tape->count.known() || !tape->pace) return std::nullopt;
    all.count += *tape->count;
    all.minutes = all.minutes == 0 ? tape->pace->minutes() : std::min(all.minutes, tape->pace->minutes());
    if (!all.span.valid()) all.span = tape->count.span();
  }
  return all.count > 0 && all.minutes > 0 ? std::optional(all) : std::nullopt;
}

std::optional<std::int64_t> DriveCountOf(const Model& model, const Site& site) {
  std::int64_t count = 0;
  for (const MachineId id : site.machines) {
    const auto& tape = model.at(id).tape;
    if (!tape) continue;
    if (!tape->count.known()) return std::nullopt;
    count += *tape->count;
  }
  return count > 0 ? std::optional(count) : std::nullopt;
}

void TapeVolumes::Add(const System& system) {
  const VolumeScope scope = scopes_.Of(system);
  for (const Volumes& volumes : system.volumes) {
    if (volumes.use == VolumeUse::kPage) continue;  // formatted, not restored
    if (volumes.labels.empty()) counted_ += volumes.count;
    for (const std::string& label : volumes.labels) labels_.insert({scope, label});
  }
  for (const Disk& disk : system.disks) {
    if (!disk.volume.empty()) {
      labels_.insert({scope, disk.volume});
    } else if (disk.extent) {
      cylinders_[{scope, disk.model}] += disk.extent->size();
    } else {
      ++counted_;
    }
  }
}

std::int64_t TapeVolumes::Count() const {
  std::int64_t count = counted_ + static_cast<std::int64_t>(labels_.size());
  for (const auto& [key, cylinders] : cylinders_) {
    const auto& kind = key.second;
    const std::int64_t each =
        kind.valid() && model_.at(kind).cylinders.known() ? std::max<std::int64_t>(*model_.at(kind).cylinders, 1) : 0;
    count += each == 0 ? 1 : (cylinders + each - 1) / each;
  }
  return count;
}

const Objective* ObjectiveOf(const Model& model, const System& system) {
  if (system.objective && system.objective->rto) return &*system.objective;
  if (!system.parent.valid()) return nullptr;
  const Tier tier = TierOf(model, system);
  if (tier == Tier::kTest || tier == Tier::kDevelopment) return nullptr;
  const auto& above = model.at(system.parent).objective;
  return above && above->rto ? &*above : nullptr;
}

}  // namespace hotsite::model
