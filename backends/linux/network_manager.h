// The writer for RHEL 9 and 10 and SLES 16: keyfiles of NetworkManager, in the order and spelling that version 1.42
// itself gives them, so that `nmcli --offline connection modify` returns the same bytes. Keys are those of
// NetworkManager's nm-settings-keyfile(5); who reads the s390 ones: s390utils, ccw_init.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

std::vector<File> WriteNetworkManager(const HostPlan& plan);
Commands NetworkManagerCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
