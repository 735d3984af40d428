#include "backends/linux/families.h"

#include <algorithm>

namespace hotsite::backends::linux_guest {
namespace {

std::string DestinationText(const HostRoute& route) {
  return route.destination ? route.destination->ToString() : Everything(route.v4);
}

bool HasFamily(const Interface& face, bool v4) {
  const auto is_of = [&](const HostAddress& one) { return one.address.is_v4() == v4; };
  return std::any_of(face.addresses.begin(), face.addresses.end(), is_of) || (v4 && !face.subnet_tokens.empty());
}

/// The interface of a family's default route, wherever it is. Default routes are the first of a plan.
const HostRoute* DefaultOf(const HostPlan& plan, bool v4) {
  for (const HostRoute& route : plan.routes) {
    if (route.destination) break;
    if (route.v4 == v4) return &route;
  }
  return nullptr;
}

/// The interface that name servers of a family are said with; nothing where no interface has that family.
std::optional<std::size_t> NameServiceInterface(const HostPlan& plan, bool v4) {
  const HostRoute* route = DefaultOf(plan, v4);
  if (route && HasFamily(plan.interfaces[route->interface], v4)) return route->interface;
  const auto found = std::find_if(plan.interfaces.begin(), plan.interfaces.end(),
                                  [&](const Interface& face) { return HasFamily(face, v4); });
  if (found == plan.interfaces.end()) return std::nullopt;
  return static_cast<std::size_t>(found - plan.interfaces.begin());
}

}  // namespace

const char* Everything(bool v4) { return v4 ? "0.0.0.0/0" : "::/0"; }

std::vector<std::string> AddressesOf(const Interface& face, bool v4) {
  std::vector<std::string> addresses;
  for (const HostAddress& one : face.addresses) {
    if (one.address.is_v4() == v4) addresses.push_back(one.ToString());
  }
  if (v4) addresses.insert(addresses.end(), face.subnet_tokens.begin(), face.subnet_tokens.end());
  return addresses;
}

const HostRoute* DefaultOver(const HostPlan& plan, std::size_t interface, bool v4) {
  for (const HostRoute& route : plan.routes) {
    if (route.destination) break;
    if (route.interface == interface && route.v4 == v4) return &route;
  }
  return nullptr;
}

bool IsDefaultElsewhere(const HostPlan& plan, std::size_t interface, bool v4) {
  return DefaultOf(plan, v4) && !DefaultOver(plan, interface, v4);
}

std::vector<RouteText> FurtherRoutesOver(const HostPlan& plan, std::size_t interface, bool v4) {
  const HostRoute* first = DefaultOver(plan, interface, v4);
  std::vector<RouteText> further;
  for (const HostRoute* route : plan.RoutesOver(interface)) {
    if (route->v4 == v4 && route != first) further.push_back({DestinationText(*route), route->ViaText()});
  }
  return further;
}

NameService NameServiceOf(const HostPlan& plan, std::size_t interface, bool v4) {
  NameService service;
  if (plan.name_servers.empty() && plan.search.empty()) return service;
  if (NameServiceInterface(plan, v4) != interface) return service;
  for (const IpAddress& server : plan.name_servers) {
    if (server.is_v4() == v4) service.servers.push_back(server.ToString());
  }
  if (v4 || !NameServiceInterface(plan, true)) service.search = plan.search;
  return service;
}

std::vector<std::string> PortNames(const HostPlan& plan, const Interface& face) {
  std::vector<std::string> names;
  for (const std::size_t port : face.ports) names.push_back(plan.interfaces[port].name);
  return names;
}

std::vector<OpenPlace> OpenOfAll(const HostPlan& plan, std::size_t interface) {
  std::vector<OpenPlace> all = OpenOf(plan, plan.interfaces[interface]);
  for (const HostRoute* route : plan.RoutesOver(interface))
    all.insert(all.end(), route->open.begin(), route->open.end());
  return all;
}

}  // namespace hotsite::backends::linux_guest
