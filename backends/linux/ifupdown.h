// The writer for Debian and Ubuntu 16.04: /etc/network/interfaces and a file for each interface beside it, as ifupdown
// reads them (interfaces(5)). Bonds are made by the package ifenslave, bridges by bridge-utils.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

std::vector<File> WriteIfupdown(const HostPlan& plan);
Commands IfupdownCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
