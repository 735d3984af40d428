// What takes real device numbers in the partitions of a machine, as far as the spec says it. Two partitions may use one
// number for different devices, or share the channel that it is on: numbers are compared within a partition only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::rules {

struct RealUse {
  enum class Kind : std::uint8_t { kNetwork, kFcp, kConsoles, kFicon, kVolumes, kDisk, kLoad };
  Kind kind = Kind::kNetwork;
  DeviceRange range;
  std::string what;  // OSA `UPLINK`, consoles, page volumes
  Span span;
  bool narrowed = false;  // kVolumes: of one use, or by label; else all that nothing narrower names

  /// Disks, and the channels that lead to them: a FICON range holds the numbers of its volumes.
  bool is_disk() const { return kind >= Kind::kFicon; }
};

struct RealUses {
  std::vector<RealUse> everywhere;  // given to every partition of the machine
  std::map<model::PartitionId, std::vector<RealUse>> by_partition;
};

RealUses RealUsesOf(const model::Model& model, const model::Machine& machine);

}  // namespace hotsite::rules
