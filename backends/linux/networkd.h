// The writer for systemd-networkd (systemd.network(5), systemd.netdev(5)), which no distribution for IBM Z configures
// by itself, but a shop may. Whether a router forwards stands in a sysctl file: the key for it was called IPForward= up
// to systemd 255 and IPv4Forwarding= after.
#pragma once

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

std::vector<File> WriteNetworkd(const HostPlan& plan);
Commands NetworkdCommands(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
