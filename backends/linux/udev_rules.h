// Rules of udev that bring a qeth device up and name its interface. The 51- rules are those of qeth_configure
// (SUSE/s390-tools), the names those of Red Hat Enterprise Linux 6's Installation Guide, 25.3.3; feilong
// (openmainframeproject) writes the same for SLES.
#pragma once

#include <string>
#include <vector>

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

/// 51-qeth-0.0.0600.rules, for HiperSockets 51-hsi-0.0.7000.rules: groups the three subchannels when all have been
/// seen, sets layer and options, then online.
File WriteQethRules(const Device& device);

/// 70-persistent-net.rules: eth0, hsi0 by device number instead of the order in which the kernel finds the devices.
File WriteNameRules(const HostPlan& plan);

/// Frees the subchannels of the devices from a list of ignored ones: one command each (s390-tools, cio_ignore.8).
std::vector<std::string> FreeCommands(const HostPlan& plan);

/// Sets the devices offline by sysfs, as every kernel since 2.6 lets it be done (IBM docs, qeth group devices).
std::vector<std::string> OfflineCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
