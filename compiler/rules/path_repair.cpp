#include "compiler/rules/path_repair.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/rules/addresses.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::PlacementId;

/// How many routers of a network are tried.
constexpr std::size_t kMostTried = 16;

}  // namespace

PathRepair::PathRepair(const Model& model, model::SiteId site, const Paths& paths) : model_(model), paths_(paths) {
  for (PlacementId id : model.at(site).placements) {
    const model::Placement& placement = model.at(id);
    if (model.SystemOf(placement).forwards.size() < 2) continue;
    for (std::size_t i = 0; i < placement.nics.size(); ++i) {
      if (ForwardsFrom(model.SystemOf(placement), placement.nics[i].network))
        routers_[paths.network().SegmentOf(id, i)].push_back({id, i});
    }
  }
}

std::optional<RouteStatement> PathRepair::RouteBy(const model::Member& router, const Goal& to) const {
  const model::Placement& placement = model_.at(router.placement);
  const model::PlacedNic& nic = placement.nics[router.nic];
  for (const model::Address& address : model_.NicOf(placement, nic).addresses) {
    const auto ip = model_.Resolve(placement.site, address);
    if (!ip || ip->is_v4() != to.ip.is_v4()) continue;
    if (paths_.TraceOn(router.placement, router.nic, to.ip).end != Way::End::kArrives) return std::nullopt;
    const std::string via = ToString(model_, address);
    const std::string destination =
        to.network.valid() ? model_.at(to.network).name : fmt::format("{}/{}", to.ip.ToString(), to.ip.bits());
    return RouteStatement{fmt::format("route {} via {}", destination, via), via, nic.network, router.placement};
  }
  return std::nullopt;
}

std::vector<model::Member> PathRepair::Neighbours(PlacementId at, PlacementId addressee,
                                                  const model::Member& likely) const {
  std::vector<model::Member> found;
  const SiteNetwork& network = paths_.network();
  const std::size_t theirs = addressee.valid() ? model_.at(addressee).nics.size() : 0;
  for (std::size_t i = 0; i < model_.at(at).nics.size(); ++i) {
    const SegmentIndex segment = network.SegmentOf(at, i);
    for (std::size_t j = 0; j < theirs; ++j) {
      if (network.SegmentOf(addressee, j) == segment) found.push_back({addressee, j});
    }
    const auto routers = routers_.find(segment);
    if (routers == routers_.end()) continue;
    for (const model::Member& router : routers->second) {
      if (router == likely)
        found.insert(found.begin(), router);
      else if (router.placement != at && found.size() < kMostTried)
        found.push_back(router);
    }
  }
  return found;
}

std::optional<RouteStatement> PathRepair::RouteTo(PlacementId at, const Goal& to, PlacementId addressee,
                                                  const model::Member& likely) const {
  for (const model::Member& neighbour : Neighbours(at, addressee, likely)) {
    if (auto route = RouteBy(neighbour, to)) return route;
  }
  return std::nullopt;
}

}  // namespace hotsite::rules
