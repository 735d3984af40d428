// The writers for SLES 11 (SUSE's network scripts) and SLES 12 and 15 (wicked): ifcfg-* and ifroute-* files named after
// the interface. Keys follow openSUSE/sysconfig, doc/ifcfg.5, ifcfg-bonding.5, ifcfg-bridge.5, routes.5, and
// openSUSE/wicked, man ifcfg.5, ifcfg-vlan.5, ifroute.5.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

/// SLES 11: udev rules for the devices, /etc/HOSTNAME, /etc/sysconfig/sysctl.
std::vector<File> WriteSuseIfcfg(const HostPlan& plan);
Commands SuseIfcfgCommands(const HostPlan& plan);

/// SLES 12 and 15: udev rules or chzdev for the devices, active_devices.txt, /etc/hostname, sysctl.d.
std::vector<File> WriteIfcfg(const HostPlan& plan);
Commands IfcfgCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
