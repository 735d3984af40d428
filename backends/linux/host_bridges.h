// The bridges of a KVM host: the interfaces of their uplinks, and the bridge that joins its guests to each. Part of
// PlanHost.
#pragma once

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// Adds to `plan`, which has the host's own NICs, the uplinks of its bridges, VLANs on them where the network behind is
/// a tagged one, and the bridges that Linux itself makes. macvtap and Open vSwitch need the uplink alone: the domain of
/// a guest names it, or a command of Open vSwitch, which `unwritten` tells.
void AddBridges(const BuildInput& input, const model::Placement& placement, HostPlan& plan);

/// The interface that carries the frames of a bridge of the host: its uplink, or a VLAN on that. Nothing where it is
/// local or nothing carries it. `name` is that of the bridge.
const Interface* CarrierOfBridge(const HostPlan& plan, std::string_view name);

}  // namespace hotsite::backends::linux_guest
