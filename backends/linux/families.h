// Questions about the two families of addresses that every writer asks of a plan, because its format keeps them apart.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// The addresses of one family with their prefixes. Of a subnet that is open nobody knows the family: its token stands
/// among the IPv4 ones.
std::vector<std::string> AddressesOf(const Interface& face, bool v4);

/// The names of a bond's or bridge's ports, the preferred one first.
std::vector<std::string> PortNames(const HostPlan& plan, const Interface& face);

/// 0.0.0.0/0 or ::/0, which also readers know that don't know `default`.
const char* Everything(bool v4);

/// A route as text.
struct RouteText {
  std::string destination;  // 172.16.0.0/16; 0.0.0.0/0 and ::/0 for a further default route
  std::string via;
};

/// The name servers of one family that the files of an interface name, and the domains that are searched.
struct NameService {
  std::vector<std::string> servers;
  std::vector<std::string> search;
};

/// A plan by interfaces, whose routes and name servers are found without a search through the whole plan.
class Families {
 public:
  explicit Families(const HostPlan& plan);
  const HostPlan& plan() const { return plan_; }
  const Interface& at(std::size_t interface) const { return plan_.interfaces[interface]; }

  /// The first default route of a family over an interface; null: none.
  const HostRoute* DefaultOver(std::size_t interface, bool v4) const;

  /// Whether packets without a route of their own leave over another interface: this one must not take them.
  bool IsDefaultElsewhere(std::size_t interface, bool v4) const;

  /// The routes of one family over an interface beside DefaultOver.
  std::vector<RouteText> FurtherRoutesOver(std::size_t interface, bool v4) const;

  /// Each family's name servers stand with one interface of the plan only: that of its default route, else the first
  /// with an address of it. Domains stand with IPv4, unless the system has none.
  NameService NameServiceOf(std::size_t interface, bool v4) const;

  /// What the files of an interface with all of its routes wait for.
  std::vector<OpenPlace> OpenOfAll(std::size_t interface) const;

 private:
  const HostPlan& plan_;
  std::vector<std::vector<const HostRoute*>> routes_;  // by interface
  const HostRoute* default_[2] = {};                   // by family: IPv6, IPv4
  std::optional<std::size_t> name_service_[2];
};

}  // namespace hotsite::backends::linux_guest
