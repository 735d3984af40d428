// Plans of a Linux system's network, made by hand for the tests of the writers: one guest with everything that a
// network can have, named in the way of each distribution.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "backends/linux/writers.h"

namespace hotsite::testing {

using backends::linux_guest::File;
using backends::linux_guest::HostPlan;

/// lnx01: an OSA in layer 2 (0600) with both families and a VLAN on it, HiperSockets in layer 3 (7000), a bond of 0900
/// and 0a00; default routes of both families over 0600, a route over each of 0600 and 7000; two name servers.
HostPlan EverythingPlan(model::InterfaceNames names, bool dotted = true);

/// A router of IPv4 and IPv6 between an OSA (0600) and HiperSockets (7000), both in layer 3.
HostPlan RouterPlan(model::InterfaceNames names);

/// One OSA whose device numbers (OSA-002), subnet (NET-003) and default route (NET-004) wait for the vendor.
HostPlan WaitingPlan(model::InterfaceNames names);

/// Texts by path. A path that is there twice is an error.
std::map<std::string, std::string> TextsOf(const std::vector<File>& files);

}  // namespace hotsite::testing
