#include "compiler/model/saved.h"

#include <algorithm>
#include <string_view>

namespace hotsite::model {
namespace {

constexpr std::int64_t kMinutesOfDay = 24 * 60;

/// How old the copy is when the next one is due, at most: the longest month has 31 days, the longest year 366.
Duration Interval(const Backup& backup) {
  static const std::map<std::string_view, std::int64_t> kMinutes = {{"hourly", 60},
                                                                    {"daily", kMinutesOfDay},
                                                                    {"weekly", 7 * kMinutesOfDay},
                                                                    {"monthly", 31 * kMinutesOfDay},
                                                                    {"yearly", 366 * kMinutesOfDay}};
  return Duration::OfMinutes(kMinutes.at(backup.frequency));
}

bool Has(const Backup& backup, std::string_view medium) {
  return std::find(backup.media.begin(), backup.media.end(), medium) != backup.media.end();
}

}  // namespace

bool Leaves(const Backup& backup) { return Has(backup, "tape") || Has(backup, "tsm") || Has(backup, "replication"); }

Savings::Savings(const Model& model) : model_(model) {
  for (const Replication& replication : model.replications) {
    for (const SystemId system : replication.systems) mirrored_.try_emplace(system, &replication);
  }
  any_ = !mirrored_.empty() || std::any_of(model.systems.begin(), model.systems.end(),
                                           [](const System& system) { return !system.backups.empty(); });
}

void Savings::Add(const System& system, Saved& saved) const {
  bool unknown = false;  // a copy whose age isn't said may be the newest
  const auto age = [&](Duration one) { saved.age = saved.age ? std::min(*saved.age, one) : one; };
  if (const auto found = mirrored_.find(model_.IdOf(system)); found != mirrored_.end()) {
    saved.leaves = saved.mirrored = true;
    if (found->second->behind) age(*found->second->behind);
    unknown = !found->second->behind;
  }
  for (const Backup& backup : system.backups) {
    saved.backups.push_back(&backup);
    if (!Leaves(backup)) continue;
    saved.leaves = true;
    unknown = unknown || Has(backup, "replication");
    age(Interval(backup));
  }
  if (unknown) saved.age.reset();
}

Saved Savings::Of(const System& system) const {
  Saved saved;
  Add(system, saved);
  if (saved.leaves || !system.parent.valid()) return saved;
  if (!system.cluster.valid()) {
    Add(model_.at(system.parent), saved);
    return saved;
  }
  for (const Reference& member : model_.at(system.cluster).members) Add(model_.at(member.system), saved);
  return saved;
}

std::optional<Span> FromTapeOf(const Model& model, const Savings& savings, const Placement& placement) {
  const System& system = model.SystemOf(placement);
  if (system.vendors || system.is_coupling()) return std::nullopt;
  const Saved saved = savings.Of(system);
  if (saved.mirrored) return std::nullopt;
  if (placement.restore && placement.restore->kind == Restore::Kind::kStandAlone) return placement.restore->span;
  for (const Backup* backup : saved.backups) {
    if (Has(*backup, "tape")) return backup->span;
  }
  return std::nullopt;
}

}  // namespace hotsite::model
