#include "backends/linux/families.h"

#include <algorithm>

#include "backends/linux/open_files.h"

namespace hotsite::backends::linux_guest {
namespace {

std::string DestinationText(const HostRoute& route) {
  return route.destination ? route.destination->ToString() : Everything(route.v4);
}

bool HasFamily(const Interface& face, bool v4) {
  const auto is_of = [&](const HostAddress& one) { return one.address.is_v4() == v4; };
  return std::any_of(face.addresses.begin(), face.addresses.end(), is_of) || (v4 && !face.subnet_tokens.empty());
}

/// The interface that name servers of a family are said with; nothing where no interface has that family.
std::optional<std::size_t> NameServiceInterface(const HostPlan& plan, const HostRoute* route, bool v4) {
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

std::vector<std::string> PortNames(const HostPlan& plan, const Interface& face) {
  std::vector<std::string> names;
  for (const std::size_t port : face.ports) names.push_back(plan.interfaces[port].name);
  return names;
}

Families::Families(const HostPlan& plan) : plan_(plan), routes_(plan.interfaces.size()) {
  for (const HostRoute& route : plan.routes) {
    routes_[route.interface].push_back(&route);
    if (!route.destination && !default_[route.v4]) default_[route.v4] = &route;
  }
  for (const bool v4 : {true, false}) name_service_[v4] = NameServiceInterface(plan, default_[v4], v4);
}

const HostRoute* Families::DefaultOver(std::size_t interface, bool v4) const {
  const auto found = std::find_if(routes_[interface].begin(), routes_[interface].end(),
                                  [&](const HostRoute* route) { return route->v4 == v4 && !route->destination; });
  return found == routes_[interface].end() ? nullptr : *found;
}

bool Families::IsDefaultElsewhere(std::size_t interface, bool v4) const {
  return default_[v4] && !DefaultOver(interface, v4);
}

std::vector<RouteText> Families::FurtherRoutesOver(std::size_t interface, bool v4) const {
  const HostRoute* first = DefaultOver(interface, v4);
  std::vector<RouteText> further;
  for (const HostRoute* route : routes_[interface]) {
    if (route->v4 == v4 && route != first) further.push_back({DestinationText(*route), route->ViaText()});
  }
  return further;
}

NameService Families::NameServiceOf(std::size_t interface, bool v4) const {
  NameService service;
  if (name_service_[v4] != interface) return service;
  for (const IpAddress& server : plan_.name_servers) {
    if (server.is_v4() == v4) service.servers.push_back(server.ToString());
  }
  if (v4 || !name_service_[true]) service.search = plan_.search;
  return service;
}

std::vector<OpenPlace> Families::OpenOfAll(std::size_t interface) const {
  return OpenOf(plan_, at(interface), routes_[interface]);
}

}  // namespace hotsite::backends::linux_guest
