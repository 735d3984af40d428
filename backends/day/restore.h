// What has to be restored at a site, in groups that are restored together, and how long it takes at least. Read by the
// restore plan, the bring-up plan and the timeline.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backends/day/parts.h"

namespace hotsite::backends::day {

/// One volume, or several that are alike.
struct VolumeLine {
  std::string volume;                     // M01RES; "60 volumes"
  std::string use;                        // res, page …
  std::string model;                      // 3390-9; may be empty
  std::string target;                     // device numbers, or the token of the question; may be empty
  std::vector<std::string> holders = {};  // guests with disks on it
  bool format = false;                    // is formatted, not restored: page volumes
  std::size_t count = 1;
};

/// What is restored together: a system in a partition with its guests, the guests of a vendor's system, what members
/// share.
struct RestoreGroup {
  std::string title;                          // PRODA; guests under VENDORVM
  const model::Placement* top = nullptr;      // the partition's system; nothing for shared volumes
  std::vector<const model::System*> systems;  // whose volumes these are
  std::vector<VolumeLine> volumes;
  std::size_t Count() const;
};

/// In the order of partitions; groups without volumes are left out.
std::vector<RestoreGroup> GroupsOf(const Day& day);

/// How the group's volumes are written: `by stand-alone programs (ICKDSF, DFSMSdss), IPLed from tape drive ??TAP-003`.
std::string HowRestored(const Day& day, const RestoreGroup& group);

struct RestoreEstimate {
  std::int64_t volumes = 0;                // from tape, at this site
  std::optional<std::int64_t> drives;      // nothing: not said
  std::optional<std::int64_t> per_volume;  // minutes; nothing: not said
  std::optional<std::int64_t> minutes;     // of all volumes on all drives
};
RestoreEstimate EstimateOf(const Day& day);

}  // namespace hotsite::backends::day
