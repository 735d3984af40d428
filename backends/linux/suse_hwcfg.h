// The writer for SLES 9 and 10: hardware descriptions (hwcfg-*) and ifcfg-* files named after the bus. Contents and
// order of keys follow linuxrc's net.c of 2004-2008 and openSUSE/sysconfig's README.s390.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

std::vector<File> WriteSuseHwcfg(const HostPlan& plan);
Commands SuseHwcfgCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
