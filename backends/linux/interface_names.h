// What Linux calls the interfaces of a plan. Names by the device number follow systemd (udev-builtin-net_id.c,
// names_ccw) and Red Hat Enterprise Linux 7's Networking Guide; eth0 and hsi0 are given by rules or by the kernel.
#pragma once

#include <string>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// Longest name of an interface, in bytes (linux/if.h: IFNAMSIZ is 16 with the zero behind it).
inline constexpr std::size_t kLongestInterfaceName = 15;

/// Names every interface of `plan`, whose kinds, devices, ports and parents are there. `dotted`: a VLAN is called
/// enc600.120 where that is short enough, else vlan120.
void NameInterfaces(HostPlan& plan, model::InterfaceNames names, bool dotted);

}  // namespace hotsite::backends::linux_guest
