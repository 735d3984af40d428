#include "compiler/rules/nobodys_gateway.h"

#include <algorithm>
#include <optional>
#include <set>

#include "compiler/model/host_network.h"
#include "compiler/rules/addresses.h"
#include "compiler/rules/paths.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Segment;

/// Whether a segment surely ends inside its machine. Nothing carries it: HS2407; a vswitch lost its uplink: HS2409; a
/// z/VM of the vendor's: his own systems may be on it.
bool StaysInside(const Model& model, const Segment& segment) {
  if (IsUncarried(segment)) return false;
  const auto leaves = [&](const std::pair<model::PlacementId, std::size_t>& lan) {
    const model::PlacedLan& placed = model.at(lan.first).lans[lan.second];
    const bool lost = EndsAt(placed) && !placed.lan.local;
    return lost || model.SystemOf(model.at(lan.first)).vendors;
  };
  return std::none_of(segment.carriers.begin(), segment.carriers.end(),
                      [&](model::CarrierId carrier) { return model.at(carrier).is_osa(); }) &&
         std::none_of(segment.lans.begin(), segment.lans.end(), leaves);
}

bool IsExternals(const Model& model, model::SiteId site, const IpAddress& ip) {
  return std::any_of(model.systems.begin(), model.systems.end(), [&](const model::System& system) {
    return std::any_of(system.addresses.begin(), system.addresses.end(),
                       [&](const model::Address& address) { return model.Resolve(site, address) == ip; });
  });
}

void MarkEnd(const Model& model, const Segment& segment, Diagnostic& finding) {
  if (!segment.lans.empty()) {
    const model::Lan& lan = model.at(segment.lans.front().first).lans[segment.lans.front().second].lan;
    finding.Mark(lan.written.name,
                 fmt::format("{} `{}` carries it, and reaches nothing outside", lan.KindName(), lan.name));
  } else {
    const model::Carrier& carrier = model.at(segment.carriers.front());
    finding.Mark(carrier.written.name,
                 fmt::format("{} `{}` carries it, and reaches nothing outside", carrier.KindName(), carrier.name));
  }
}

/// The address of a Linux on the segment that forwards from there; nothing where there is none.
std::optional<std::string> RouterOn(const Model& model, const Segment& segment) {
  for (const model::Member& member : segment.members) {
    const model::Placement& placement = model.at(member.placement);
    const model::PlacedNic& nic = placement.nics[member.nic];
    const model::System& system = model.SystemOf(placement);
    if (!system.is_linux() || !ForwardsFrom(system, nic.network)) continue;
    const auto& addresses = model.NicOf(placement, nic).addresses;
    if (!addresses.empty()) return ToString(model, addresses.front());
  }
  return std::nullopt;
}

void Tell(const Model& model, const model::Site& site, NetworkId network, const Segment& segment,
          model::RuleReporter& report) {
  const std::string& name = model.at(network).name;
  const model::Address& gateway = *model.PlanOf(model.IdOf(site), network).gateway;
  std::vector<std::string> members;
  for (const model::Member& member : segment.members) {
    const std::string& one = NameOf(model, member.placement);
    if (members.empty() || members.back() != one) members.push_back(one);
  }
  auto& finding =
      report.Warn(gateway.span, "gateway `{}` of `{}` is no system of this spec, and `{}` stays inside the machine",
                  ToString(model, gateway), name, name);
  finding.Here(fmt::format("in force at `{}`", site.name));
  MarkEnd(model, segment, finding);
  finding.Note(fmt::format("what {} send{} elsewhere is dropped: nobody answers for that address", FewNames(members),
                           members.size() == 1 ? "s" : ""));
  if (const auto router = RouterOn(model, segment))
    finding.Advise(fmt::format("name the system that leads on: `gateway {}`", *router));
  else
    finding.Advise("name a system of the spec that leads on, or leave the gateway out");
  finding.Advise(fmt::format("or say who has it: `external NAME {{ address {} }}`", ToString(model, gateway)));
  AboutAll(finding, members);
}

/// The only segment of a network that stays inside; nothing where one leaves, or none is sure to stay.
const Segment* OnlyInside(const Model& model, const std::vector<Segment>& segments) {
  const bool inside = !segments.empty() && std::all_of(segments.begin(), segments.end(), [&](const Segment& segment) {
    return StaysInside(model, segment);
  });
  return inside ? &segments.front() : nullptr;
}

/// Every address that a system of ours has on a network at a site, or would have if it were placed.
std::set<std::pair<NetworkId, IpAddress>> OursAt(const Model& model, model::SiteId site) {
  std::set<std::pair<NetworkId, IpAddress>> ours;
  for (const model::System& system : model.systems) {
    const auto add = [&](const std::vector<model::Nic>& nics) {
      for (const model::Nic& nic : nics) {
        if (!model.PlanOf(site, nic.network).gateway) continue;
        for (const model::Address& address : nic.addresses) {
          if (const auto ip = model.Resolve(site, address)) ours.emplace(nic.network, *ip);
        }
      }
    };
    add(system.nics);
    if (system.tcpip) add(system.tcpip->nics);
  }
  return ours;
}

}  // namespace

void CheckNobodysGateways(const Model& model, model::RuleReporter& report) {
  std::set<SpanKey> told;
  for (const model::Site& site : model.sites) {
    const model::SiteId id = model.IdOf(site);
    const auto segments = model::SegmentsAt(model, id);
    std::optional<std::set<std::pair<NetworkId, IpAddress>>> ours;  // few networks stay inside
    for (const model::Network& network : model.networks) {
      const NetworkId one = model.IdOf(network);
      const model::NetworkPlan& plan = model.PlanOf(id, one);
      const Segment* segment = plan.gateway ? OnlyInside(model, segments[one.index]) : nullptr;
      const auto ip = segment != nullptr ? model.Resolve(id, *plan.gateway) : std::nullopt;
      if (!ip || !plan.subnet.known() || !plan.subnet->Contains(*ip)) continue;  // open, or told above
      if (!ours) ours = OursAt(model, id);
      if (ours->contains({one, *ip}) || IsExternals(model, id, *ip)) continue;
      if (told.insert(KeyOf(plan.gateway->span)).second) Tell(model, site, one, *segment, report);
    }
  }
}

}  // namespace hotsite::rules
