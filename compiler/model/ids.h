// Ids of model entities: an index into the model's vector of that kind. Stable for the life of a Model.
#pragma once

#include <compare>
#include <cstdint>

namespace hotsite::model {

template <class Tag>
struct Id {
  std::uint32_t index = 0xFFFFFFFF;
  bool valid() const { return index != 0xFFFFFFFF; }
  friend auto operator<=>(Id, Id) = default;
};

using NetworkId = Id<struct NetworkTag>;
using SystemId = Id<struct SystemTag>;
using SiteId = Id<struct SiteTag>;
using MachineId = Id<struct MachineTag>;
using PartitionId = Id<struct PartitionTag>;
using PlacementId = Id<struct PlacementTag>;
using CarrierId = Id<struct CarrierTag>;
using ChannelId = Id<struct ChannelTag>;
using HoleId = Id<struct HoleTag>;
using ClusterId = Id<struct ClusterTag>;
using SysplexId = Id<struct SysplexTag>;

}  // namespace hotsite::model
