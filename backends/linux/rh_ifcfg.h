// The writer for RHEL 4 to 8: ifcfg-* files that name the subchannels of their device, route-* and route6-* files. Keys
// follow fedora-sysv/initscripts, doc/sysconfig.txt and network-scripts/, the Red Hat documentation for IBM Z, and
// NetworkManager, src/core/settings/plugins/ifcfg-rh.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

std::vector<File> WriteRhIfcfg(const HostPlan& plan);
Commands RhIfcfgCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
