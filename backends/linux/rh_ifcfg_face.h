// The text of one ifcfg file of Red Hat's; part of WriteRhIfcfg.
#pragma once

#include <string>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// What the releases do differently; which it is follows from how they name interfaces.
enum class RedHatEra : std::uint8_t {
  kModprobe,  // RHEL 4 and 5: aliases in modprobe.conf, one address a file
  kRules,     // RHEL 6: names by udev rules, several addresses in a file
  kSystemd,   // RHEL 7 and 8: names by the device number, NetworkManager
};
RedHatEra EraOf(const HostPlan& plan);

/// What the ifcfg file of an interface says, without addresses beyond the first where the era wants those in files of
/// their own.
std::string RedHatInterface(const HostPlan& plan, std::size_t index, RedHatEra era);

/// Whether a route is written as GATEWAY or IPV6_DEFAULTGW of its interface. Other default routes stand in the file of
/// routes: a link-local next hop means nothing without its interface, and initscripts (ifup-eth) pass over a GATEWAY
/// that isn't in the subnet of the interface's first address, without a word.
bool IsGatewayKey(const HostPlan& plan, const HostRoute& route);

/// The interface whose file tells of name servers: that of the default route, else the first with an address.
std::size_t NameServiceInterface(const HostPlan& plan);

}  // namespace hotsite::backends::linux_guest
