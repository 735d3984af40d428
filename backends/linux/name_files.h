// The name files that every distribution reads alike: /etc/hosts and /etc/resolv.conf. Used by the writers.
#pragma once

#include <string>

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

/// localhost and this system's own addresses, nothing else: readdressing a network changes no other system's file. The
/// address on the network of the default route comes first, because a lookup of the name takes the first line.
File WriteHosts(const HostPlan& plan);

std::string WriteResolver(const HostPlan& plan);

/// The system's own addresses in the order of /etc/hosts.
std::vector<IpAddress> OwnAddresses(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
