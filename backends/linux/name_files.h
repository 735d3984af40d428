// The files that several distributions read alike: hosts, resolv.conf, host name, forwarding. Used by the writers.
#pragma once

#include <string>

#include "backends/linux/writers.h"

namespace hotsite::backends::linux_guest {

/// localhost and this system's own addresses, nothing else: readdressing a network changes no other system's file. The
/// address on the network of the default route comes first, because a lookup of the name takes the first line.
File WriteHosts(const HostPlan& plan);

std::string WriteResolver(const HostPlan& plan);

/// What a resolver uses of the plan: three servers; six domains with up to 250 characters, separated by blanks
/// (resolv.conf.5).
std::vector<IpAddress> UsedServers(const HostPlan& plan);
std::string SearchList(const HostPlan& plan);

/// The full name alone in `path`: etc/HOSTNAME of SUSE up to 11, etc/hostname of all others.
File WriteHostName(const HostPlan& plan, std::string path);

/// What lets a router forward; for a plan that does. `Sysctl`: a file of its own, which sysctl --system reads on
/// distributions with systemd. `SysctlConf`: the same keys of /etc/sysctl.conf. `SuseForwarding`: the keys of
/// /etc/sysconfig/sysctl, for SLES 9 to 11 (openSUSE/sysconfig, doc/README.virtualization).
File WriteSysctl(const HostPlan& plan);
File WriteSysctlConf(const HostPlan& plan);
File WriteSuseForwarding(const HostPlan& plan);

/// Adds what distributions with systemd have alike: etc/hostname, etc/hosts and, in a router, WriteSysctl's file.
void AddNameFiles(const HostPlan& plan, std::vector<File>& files);

/// The system's own addresses in the order of /etc/hosts.
std::vector<IpAddress> OwnAddresses(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
