// How long it takes at least to read volumes back from tape: volumes divided by drives, rounded up, times the minutes
// of a volume. Asked by the rule that compares it with the objective, and printed in the restore plan.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "compiler/model/model.h"
#include "compiler/model/volume_scope.h"

namespace hotsite::model {

/// The drives of a site. With several paces all count as the fastest: what is too slow then is too slow anyhow.
struct Drives {
  std::int64_t count = 0;
  std::int64_t minutes = 0;  // a volume
  Span span;
};

/// Nothing where a number or a pace isn't said.
std::optional<Drives> DrivesOf(const Model& model, const Site& site);
/// How many drives a site has, whatever their pace; nothing where a machine with drives doesn't say.
std::optional<std::int64_t> DriveCountOf(const Model& model, const Site& site);

/// How often all drives together take up a volume each.
inline std::int64_t RoundsOf(std::int64_t volumes, std::int64_t drives) { return (volumes + drives - 1) / drives; }

/// Volumes that come from tape; those of several guests that lie on one volume count once.
class TapeVolumes {
 public:
  explicit TapeVolumes(const Model& model) : model_(model), scopes_(model) {}

  void Add(const System& system);
  std::int64_t Count() const;

 private:
  const Model& model_;
  VolumeScopes scopes_;
  std::int64_t counted_ = 0;
  std::set<VolumeKey> labels_;
  std::map<std::pair<VolumeScope, DiskModelId>, std::int64_t> cylinders_;  // of minidisks whose volume isn't said
};

/// When a system has to be in use again. A guest is part of what its z/VM promises, unless it is there for tests.
const Objective* ObjectiveOf(const Model& model, const System& system);

}  // namespace hotsite::model
