#include <algorithm>
#include <set>

#include "compiler/model/host_network.h"
#include "compiler/rules/addresses.h"
#include "compiler/rules/nobodys_gateway.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::Route;
using model::SiteId;
using model::System;

bool IsDefault(const Route& route) { return !route.network.valid() && !route.subnet; }

/// Why an address can't be the next hop on a network; nothing when it can, or when that isn't known.
std::optional<std::string> WhyNotOnLink(const Model& model, SiteId site, NetworkId network,
                                        const model::Address& address) {
  const auto& subnet = model.PlanOf(site, network).subnet;
  if (!subnet.known()) return std::nullopt;
  const auto ip = model.Resolve(site, address);
  if (!ip && address.network != network) return std::nullopt;
  if (ip && (ip->is_v4() != subnet->network().is_v4() || model::IsLinkLocal(*ip))) return std::nullopt;
  if (!ip || !subnet->Contains(*ip))
    return fmt::format("lies outside `{}`, which is {}", model.at(network).name, subnet->ToString());
  if (subnet->IsReserved(*ip)) return fmt::format("is no host address of {}", subnet->ToString());
  return std::nullopt;
}

std::vector<std::string> MembersOf(const Model& model, const model::Site& site, NetworkId network) {
  std::vector<std::string> names;
  for (model::PlacementId id : site.placements) {
    const auto& nics = model.at(id).nics;
    if (std::any_of(nics.begin(), nics.end(), [&](const auto& nic) { return nic.network == network; })) {
      names.push_back(NameOf(model, id));
    }
  }
  return names;
}

void CheckGateways(const Model& model, model::RuleReporter& report) {
  std::set<SpanKey> told;
  for (const model::Site& site : model.sites) {
    for (const model::Network& network : model.networks) {
      const NetworkId id = model.IdOf(network);
      const model::NetworkPlan& plan = model.PlanOf(model.IdOf(site), id);
      if (!plan.gateway) continue;
      const auto why = WhyNotOnLink(model, model.IdOf(site), id, *plan.gateway);
      if (!why || !told.insert(KeyOf(plan.gateway->span)).second) continue;
      auto& finding = report.Error(plan.gateway->span, "gateway `{}` of `{}` {}", ToString(model, *plan.gateway),
                                   network.name, *why);
      finding.Here(fmt::format("in force at `{}`", site.name))
          .Mark(plan.subnet.span(), "the network")
          .Note(
              "a default route whose gateway isn't on the link is dropped by Linux, by some releases without a message")
          .Advise(fmt::format("name an address of the network, as in `gateway {}[1]`", network.name));
      AboutAll(finding, MembersOf(model, site, id));
    }
  }
}

/// A network whose gateway would be the system's default route.
struct Candidate {
  NetworkId network;
  const model::Nic* nic;
};

/// By family, as a system has one default route for each. The system that is the gateway itself is excepted.
std::vector<Candidate> CandidatesOf(const Model& model, const Placement& placement, bool v4) {
  std::vector<Candidate> candidates;
  for (const model::PlacedNic& nic : placement.nics) {
    const auto& gateway = model.PlanOf(placement.site, nic.network).gateway;
    if (!gateway) continue;
    const auto ip = model.Resolve(placement.site, *gateway);
    if (!ip || ip->is_v4() != v4) continue;
    const bool own = std::find(nic.addresses.begin(), nic.addresses.end(), *ip) != nic.addresses.end();
    const bool again =
        std::any_of(candidates.begin(), candidates.end(), [&](const auto& c) { return c.network == nic.network; });
    if (!own && !again) candidates.push_back({nic.network, &model.NicOf(placement, nic)});
  }
  return candidates;
}

std::size_t DefaultRoutes(const Model& model, const Placement& placement, bool v4) {
  const auto& routes = model.SystemOf(placement).routes;
  return static_cast<std::size_t>(std::count_if(routes.begin(), routes.end(), [&](const Route& route) {
    const auto via = model.Resolve(placement.site, route.via);
    return IsDefault(route) && (!via || via->is_v4() == v4);
  }));
}

struct Undecided {
  std::string system;
  Candidate first, second;
};

void CheckCandidates(const Model& model, model::RuleReporter& report) {
  Gathered<std::pair<SpanKey, SpanKey>, Undecided> found;
  std::set<std::pair<std::uint32_t, SpanKey>> told;
  for (const Placement& placement : model.placements) {
    for (const bool v4 : {true, false}) {
      const auto candidates = CandidatesOf(model, placement, v4);
      if (candidates.size() < 2 || DefaultRoutes(model, placement, v4) > 0) continue;
      const Span place = candidates[1].nic->written.name;
      if (!told.insert({placement.system.index, KeyOf(place)}).second) continue;
      found.Add({KeyOf(place), KeyOf(candidates[0].nic->written.name)},
                {model.SystemOf(placement).name, candidates[0], candidates[1]});
    }
  }
  for (const auto& group : found.groups()) {
    std::vector<std::string> names;
    for (const Undecided& one : group) names.push_back(one.system);
    const std::string& first = model.at(group.front().first.network).name;
    const std::string& second = model.at(group.front().second.network).name;
    auto& finding =
        report.Error(group.front().second.nic->written.name, "{} would have two default routes: by `{}` and by `{}`",
                     OneOrCount(names, "systems"), first, second);
    finding.Here(fmt::format("`{}` has a gateway", second))
        .Mark(group.front().first.nic->written.name, fmt::format("`{}` has one too", first))
        .Advise(
            "decide with a route: `route default via GATEWAY`, and name what lies behind the other: `route NETWORK via "
            "GATEWAY`");
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

/// Default routes that are written down twice, and next hops that none of the system's interfaces reaches.
void CheckRoutes(const Model& model, model::RuleReporter& report) {
  std::set<SpanKey> told;
  for (const Placement& placement : model.placements) {
    const System& system = model.SystemOf(placement);
    const Route* first_of_family[2] = {nullptr, nullptr};
    for (const Route& route : system.routes) {
      const auto via = model.Resolve(placement.site, route.via);
      const Route*& first_default = first_of_family[via && !via->is_v4() ? 1 : 0];
      // z/OS takes several, to spread packets or for when one fails (IPCONFIG MULTIPATH).
      const bool second = IsDefault(route) && first_default != nullptr && !system.is_zos();
      if (IsDefault(route) && first_default == nullptr) first_default = &route;
      const auto& nics = placement.nics;
      const bool reached = nics.empty() || std::any_of(nics.begin(), nics.end(), [&](const auto& nic) {
                             return !WhyNotOnLink(model, placement.site, nic.network, route.via);
                           });
      if ((!second && reached) || !told.insert(KeyOf(route.span)).second) continue;
      auto& finding = second ? report.Error(route.span, "`{}` has two default routes", system.name)
                             : report.Error(route.span, "next hop `{}` of `{}` is on none of its networks at `{}`",
                                            ToString(model, route.via), system.name, model.at(placement.site).name);
      finding.Here(second ? "the second" : "not reached directly").About(system.name);
      if (second) finding.Mark(first_default->span, "the first").Advise("remove one of them");
      if (!second) finding.Advise("name a router on a network that the system has a nic on");
    }
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  CheckGateways(model, report);
  CheckNobodysGateways(model, report);
  CheckCandidates(model, report);
  CheckRoutes(model, report);
}

constexpr std::string_view kExplanation =
    R"(Something is wrong with where a system sends what isn't for its own networks:

- A gateway isn't on the network that it is the gateway of, so no member can
  reach it. Old network scripts then set no default route at all, without a
  message; the guest answers on its own network and nowhere else.
- A gateway is no system of the spec, and its network doesn't leave the machine:
  a guest LAN, a vswitch that is meant to be local, HiperSockets (a warning).
  An `external` may have the address.
- The next hop of a route is on none of the system's networks, with the same
  outcome.
- A system is on two networks that both have a gateway. Which of the two wins
  depends on the order in which the interfaces come up, which may differ from
  boot to boot. The system that is itself the gateway of a network doesn't
  count that one.
- A system writes down two default routes. z/OS may have several.

A system without any default route isn't told: a network may well end where it
is. When it needs something that it has no route to, HS2415 says so, and HS2421
for its name servers.

To repair it: `gateway OFFICE[1]` inside the network; for a system on two
networks `route default via OFFICE[1]` decides, and `route INSIDE via
DATABASE[1]` names what lies behind the other. Where a site readdresses a
network, symbolic addresses (`OFFICE[1]`) move along, and a literal gateway
must be said again. A z/VM says its routes inside `tcpip`.

Source: RFC 1122 section 3.3.1; what initscripts of RHEL and SLES do with a
gateway that isn't on-link, and that NetworkManager differs, is from
knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  gateway 10.20.31.1
}

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  gateway 10.20.30.1
}

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}
)";

}  // namespace

const model::Rule kDefaultGateway = {
    .title = "A gateway or next hop can't be reached, or a system has two default routes.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
