// The device files of distributions whose network files don't say how a qeth device is brought up: chzdev's import file
// and the config-ccw files of old Debian and Ubuntu 16.04. Used by the writers for NetworkManager, netplan, ifupdown
// and systemd-networkd, by what HostPlan::device_files says.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

/// Where the network files are enough (ccw_init reads keyfiles), only what they can't say: options beside layer2.
std::vector<File> WriteDevices(const HostPlan& plan);

/// Adds what brings the devices up and takes them down again.
void DeviceCommands(const HostPlan& plan, Commands& commands);

}  // namespace hotsite::backends::linux_guest
