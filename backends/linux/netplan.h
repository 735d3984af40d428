// The writer for Ubuntu from 18.04 on: one netplan file (keys: netplan's YAML reference). Keys and forms that came
// after the netplan of 18.04, or that later ones call deprecated, aren't used: default routes go to 0.0.0.0/0 and ::/0.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

std::vector<File> WriteNetplan(const HostPlan& plan);
Commands NetplanCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
