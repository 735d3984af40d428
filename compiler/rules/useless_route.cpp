#include <algorithm>
#include <set>

#include "compiler/rules/addresses.h"
#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::Route;
using model::System;

enum class Why { kItself, kOwnNetwork, kTwice, kTwoWays };

struct Found {
  Why why;
  const System* system;
  model::SiteId site;
  const Route* route;
  const Route* first = nullptr;  // kTwice, kTwoWays: the one before
};

/// A route with what it is at one site; only those whose next hop is on a network of the system (else HS2403) and whose
/// destination is known.
struct Resolved {
  const Route* route;
  Subnet to;
  IpAddress via;
};

bool OnLink(const Model& model, const Placement& placement, const IpAddress& via) {
  return std::any_of(placement.nics.begin(), placement.nics.end(), [&](const model::PlacedNic& nic) {
    const auto& subnet = model.PlanOf(placement.site, nic.network).subnet;
    return subnet.known() && subnet->Contains(via);
  });
}

std::vector<Resolved> RoutesAt(const Model& model, const Placement& placement) {
  std::vector<Resolved> routes;
  for (const Route& route : model.SystemOf(placement).routes) {
    const auto via = model.Resolve(placement.site, route.via);
    if (!via || !OnLink(model, placement, *via)) continue;
    std::optional<Subnet> to = route.subnet;
    if (route.network.valid()) {
      const auto& subnet = model.PlanOf(placement.site, route.network).subnet;
      if (subnet.known()) to = *subnet;
    }
    if (to) routes.push_back({&route, *to, *via});
  }
  return routes;
}

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) {}

  void Look(const Placement& placement) {
    const System& system = model_.SystemOf(placement);
    if (system.routes.empty()) return;
    std::set<Subnet> own;
    std::set<model::NetworkId> networks;
    std::set<IpAddress> itself;
    for (const model::PlacedNic& nic : placement.nics) {
      const auto& subnet = model_.PlanOf(placement.site, nic.network).subnet;
      if (subnet.known()) own.insert(*subnet);
      networks.insert(nic.network);
      itself.insert(nic.addresses.begin(), nic.addresses.end());
    }
    std::map<Subnet, const Resolved*> before;
    const std::vector<Resolved> routes = RoutesAt(model_, placement);
    for (const Resolved& one : routes) {
      if (itself.contains(one.via)) {
        Add(placement, {Why::kItself, &system, placement.site, one.route});
      } else if (one.route->network.valid() ? networks.contains(one.route->network) : own.contains(one.to)) {
        Add(placement, {Why::kOwnNetwork, &system, placement.site, one.route});
      } else if (const auto [it, is_new] = before.try_emplace(one.to, &one); !is_new) {
        const Why why = it->second->via == one.via ? Why::kTwice : Why::kTwoWays;
        // z/OS takes several routers for one destination, to spread packets or for when one fails.
        if (why == Why::kTwice || !system.is_zos())
          Add(placement, {why, &system, placement.site, one.route, it->second->route});
      }
    }
  }

  const std::vector<std::vector<Found>>& groups() const { return found_.groups(); }

 private:
  /// A system's own mistake is the same at every site.
  void Add(const Placement& placement, const Found& found) {
    const SpanKey place = KeyOf(found.route->span);
    if (told_.insert({placement.system, place}).second) found_.Add({place, found.why}, found);
  }

  const Model& model_;
  std::set<std::pair<model::SystemId, SpanKey>> told_;
  Gathered<std::pair<SpanKey, Why>, Found> found_;
};

std::string DestinationOf(const Model& model, const Route& route) {
  return route.network.valid() ? model.at(route.network).name : route.subnet->ToString();
}

std::string MessageOf(const Model& model, const Found& found, const std::string& who, bool one) {
  const std::string to = DestinationOf(model, *found.route);
  switch (found.why) {
    case Why::kItself:
      return fmt::format("the route to `{}` of {} leads to {}", to, who, one ? "itself" : "themselves");
    case Why::kOwnNetwork:
      return fmt::format("{} {} on `{}`, and {} a route to it", who, one ? "is" : "are", to, one ? "has" : "have");
    case Why::kTwice:
      return fmt::format("{} {} the same route to `{}` twice", who, one ? "has" : "have", to);
    case Why::kTwoWays:
      break;
  }
  return fmt::format("{} {} two routes to `{}`, by different next hops", who, one ? "has" : "have", to);
}

/// Whether the statement stands in the system's block and for this route alone.
bool StandsForOne(const Found& found) {
  const Span around = found.system->written.whole;
  const Span place = found.route->span;
  if (found.system->written.generated || place.file != around.file) return false;
  const auto& routes = found.system->routes;
  return place.begin >= around.begin && place.end <= around.end &&
         std::count_if(routes.begin(), routes.end(), [&](const Route& one) { return one.span == place; }) == 1;
}

void Explain(const Model& model, const Found& found, const SourceMap& sources, Diagnostic& finding) {
  if (found.first != nullptr) finding.Mark(found.first->span, "the first");
  if (found.why == Why::kItself) {
    finding.Note("a packet that a system would send to itself as to a router isn't sent at all");
    finding.Advise("name the router that leads there");
    return;
  }
  if (found.why == Why::kTwoWays) {
    finding.Note("which of the two is taken depends on the order in which they are set, or the second is refused");
    finding.Advise("leave one of them; a router that is there for when the other fails takes a routing daemon");
    return;
  }
  if (found.why == Why::kOwnNetwork)
    finding.Note(
        fmt::format("what is for `{}` goes out by the interface that is on it; the route is never used, or is "
                    "refused when it is set",
                    DestinationOf(model, *found.route)));
  if (StandsForOne(found))
    finding.Offer("take it away", {ReplaceStatement(sources, found.route->span, {})});
  else
    finding.Advise("take it away");
}

void Tell(const Model& model, const std::vector<Found>& group, model::RuleReporter& report) {
  std::vector<std::string> names;
  for (const Found& one : group) names.push_back(one.system->name);
  const Found& found = group.front();
  const bool error = found.why == Why::kItself || found.why == Why::kTwoWays;
  Diagnostic& finding = report.At(error ? Severity::kError : Severity::kWarning, found.route->span, "{}",
                                  MessageOf(model, found, OneOrCount(names, "systems"), names.size() == 1));
  finding.Here(fmt::format("at `{}`", model.at(found.site).name));
  Explain(model, found, report.sources(), finding);
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  Finder finder(model);
  for (const Placement& placement : model.placements) finder.Look(placement);
  for (const auto& group : finder.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A system has a route that does nothing, or two that contradict each other:

- Two routes of a Linux lead to the same destination by different next hops (an
  error). It keeps the one that is set first and refuses the second ("File
  exists"). Which one that is, the network scripts decide; at the recovery
  site, where one of the two routers is left behind, it is the wrong one. z/OS
  may have several routers for one destination, so there it is silent.
- The next hop is the system itself (an error).
- The route leads to a network that the system is on anyway (a warning). It is
  a leftover from before it had an interface there, or the system lost the one
  that it should use.
- The same route stands there twice (a warning).

A route into a part of a network that the system is on is meant, and silent;
so is one whose next hop or destination the vendor has yet to say. Two default
routes and a next hop that isn't reached directly are HS2403.

To repair it, leave one route for each destination.

Source: ip-route(8), "replace" and "add"; that the longest match wins: RFC 1812 section 5.2.4.3; z/OS: Communications Server IP Configuration
Reference, IPCONFIG MULTIPATH and NOMULTIPATH.)";

constexpr std::string_view kBad = R"(hotsite 1

network INSIDE { subnet 192.168.30.0/24 }
network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNXWAS1 {
    nic 0600 on OFFICE address OFFICE[21]
    route INSIDE via OFFICE[2]
    route INSIDE via OFFICE[3]
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network INSIDE { subnet 192.168.30.0/24 }
network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNXWAS1 {
    nic 0600 on OFFICE address OFFICE[21]
    route INSIDE via OFFICE[2]
  }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kUselessRoute = {
    .title = "A route does nothing, or two lead to one destination by different next hops.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
