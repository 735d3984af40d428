// Questions about the two families of addresses that every writer asks of a plan, because its format keeps them apart.
#pragma once

#include <string>
#include <vector>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// The addresses of one family with their prefixes. Of a subnet that is open nobody knows the family: its token stands
/// among the IPv4 ones.
std::vector<std::string> AddressesOf(const Interface& face, bool v4);

/// The default route over an interface, the first of that family; null: none.
const HostRoute* DefaultOver(const HostPlan& plan, std::size_t interface, bool v4);

/// Whether packets without a route of their own leave over another interface: this one must not take them.
bool IsDefaultElsewhere(const HostPlan& plan, std::size_t interface, bool v4);

/// The routes of one family over an interface beside its first default one, as `destination` and `next hop`.
struct RouteText {
  std::string destination;  // 172.16.0.0/16; 0.0.0.0/0 and ::/0 for a further default route
  std::string via;
};
std::vector<RouteText> FurtherRoutesOver(const HostPlan& plan, std::size_t interface, bool v4);

/// 0.0.0.0/0 or ::/0, which also readers know that don't know `default`.
const char* Everything(bool v4);

/// The name servers of one family that the files of an interface name, and the domains that are searched. Each stands
/// with one interface of the plan only: that of the family's default route, else the first with an address of it.
/// Domains stand with IPv4, unless the system has none.
struct NameService {
  std::vector<std::string> servers;
  std::vector<std::string> search;
};
NameService NameServiceOf(const HostPlan& plan, std::size_t interface, bool v4);

/// The names of a bond's or bridge's ports, the preferred one first.
std::vector<std::string> PortNames(const HostPlan& plan, const Interface& face);

/// What the files of an interface with all of its routes wait for.
std::vector<OpenPlace> OpenOfAll(const HostPlan& plan, std::size_t interface);

}  // namespace hotsite::backends::linux_guest
