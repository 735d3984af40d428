// The routers of our own that a site's systems need: owners of a network's gateway address or of a route's next hop.
// Used by HS2408 to tell what is wrong with one, and by HS2601 to leave it at that.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::rules {

/// One router and whom it serves at one site.
struct Router {
  model::SystemId system;
  std::vector<model::NetworkId> networks;      // that it is the gateway or next hop on
  std::vector<model::PlacementId> dependents;  // that reach other networks through it, in placement order
};

/// The first of its networks that a Linux router doesn't forward; nothing for one that does, and for other systems,
/// which don't say what they forward.
std::optional<model::NetworkId> DeafOn(const model::Model& model, const Router& router);

/// Those at a site that HS2408 tells not to forward what they are asked to.
std::set<model::SystemId> DeafRoutersAt(const model::Model& model, model::SiteId site);

/// In order of their first dependent. Routes count where they lead to a network with members at the site.
std::vector<Router> RoutersAt(const model::Model& model, model::SiteId site);

}  // namespace hotsite::rules
