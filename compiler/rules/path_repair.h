// The route statement that repairs a broken way (HS2415), tried before it is offered.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/rules/reach.h"

namespace hotsite::rules {

/// What a system would have to say.
struct RouteStatement {
  std::string text;          // route INSIDE via DATABASE[1]
  std::string via;           // DATABASE[1]
  model::NetworkId network;  // that the next hop is on
  model::PlacementId by;     // the next hop
};

/// Of one site.
class PathRepair {
 public:
  PathRepair(const model::Model& model, model::SiteId site, const Paths& paths);

  /// A route of `at` to `to`, by a Linux on one of its networks that forwards and from which `to` is reached, or by the
  /// addressee itself (a virtual address). `likely` is tried first.
  std::optional<RouteStatement> RouteTo(model::PlacementId at, const Goal& to, model::PlacementId addressee,
                                        const model::Member& likely) const;

 private:
  std::vector<model::Member> Neighbours(model::PlacementId at, model::PlacementId addressee,
                                        const model::Member& likely) const;
  std::optional<RouteStatement> RouteBy(const model::Member& router, const Goal& to) const;

  const model::Model& model_;
  const Paths& paths_;
  std::map<SegmentIndex, std::vector<model::Member>> routers_;
};

}  // namespace hotsite::rules
