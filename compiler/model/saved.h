// How the data of a system leaves its home site: by what the spec says of backups and of replication.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "compiler/model/model.h"
#include "compiler/values/calendar.h"

namespace hotsite::model {

struct Saved {
  bool leaves = false;    // a copy of it leaves home; a FlashCopy alone is a copy in the same storage
  bool mirrored = false;  // by `replication`
  std::vector<const Backup*> backups;
  /// The oldest that the newest copy that leaves can be; nothing: not known.
  std::optional<Duration> age;

  bool said() const { return mirrored || !backups.empty(); }
};

/// Whether the copy doesn't stay in the storage of home.
bool Leaves(const Backup& backup);

class Savings {
 public:
  explicit Savings(const Model& model);

  /// What is said of the system; of a guest also what is said of the hypervisor that it is declared in, on whose
  /// volumes its disks lie.
  Saved Of(const System& system) const;

  /// Whether the spec speaks of the systems' data at all.
  bool AnySaid() const { return any_; }

 private:
  void Add(const System& system, Saved& saved) const;

  const Model& model_;
  std::map<SystemId, const Replication*> mirrored_;
  bool any_ = false;
};

/// Where the spec says that a placed system of ours is restored from tape: a backup to tape that isn't mirrored too, or
/// stand-alone programs, which are IPLed from tape; nothing where it doesn't.
std::optional<Span> FromTapeOf(const Model& model, const Savings& savings, const Placement& placement);

}  // namespace hotsite::model
