// Plans of Linux networks built by hand, for the tests of the writers: one guest with everything that a writer must
// say.
#pragma once

#include "backends/linux/host_plan.h"

namespace hotsite::testing {

/// lnx01.dr.example.com: an OSA or vswitch NIC 0600 (layer 2, IPv4 and IPv6, both default routes, a route behind it)
/// and a HiperSockets NIC 7000 (layer 3, 8 KiB, a route to z/OS).
backends::linux_guest::HostPlan ReferencePlan(model::DeviceFiles device_files);

/// The same with VLAN 120 on 0600 and a bond of 0900 and 0A00.
backends::linux_guest::HostPlan WidePlan(model::DeviceFiles device_files);

/// A router between a layer-2 NIC and HiperSockets, which must know it.
backends::linux_guest::HostPlan RouterPlan(model::DeviceFiles device_files);

/// A system in a partition whose device, subnet and next hop are open: OSA-002, NET-003, NET-004.
backends::linux_guest::HostPlan OpenPlan(model::DeviceFiles device_files);

/// A KVM host whose bridge br0 has the VLAN 120 of device 0600.
backends::linux_guest::HostPlan BridgePlan(model::DeviceFiles device_files);

}  // namespace hotsite::testing
