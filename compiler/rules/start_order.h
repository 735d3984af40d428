// The order in which systems are started, as a graph: who waits for whom. Used by the rules that look for orders that
// can't be kept.
#pragma once

#include <vector>

#include "compiler/model/model.h"

namespace hotsite::rules {

/// Whom each system waits for, by SystemId.
using WaitGraph = std::vector<std::vector<model::SystemId>>;

/// Where orders are judged: at each site, for a site may say another; as declared (no site) where there is none.
std::vector<model::SiteId> OrderedPlaces(const model::Model& model);

/// `start after` alone, or together with `needs` among the guests of one z/VM, as they are at `site`.
WaitGraph StartAfterGraph(const model::Model& model, model::SiteId site);
WaitGraph StartAndNeedsGraph(const model::Model& model, model::SiteId site);

/// Sets of systems that wait for one another in a circle, each in text order, in order of their first. A system that
/// waits for itself is a set of one.
std::vector<std::vector<model::SystemId>> Circles(const WaitGraph& graph);

/// The shortest way from `from` to `to` (both included) that stays within `within` (sorted); empty when there is none.
/// From a system to itself: around the circle.
std::vector<model::SystemId> WayWithin(const WaitGraph& graph, const std::vector<model::SystemId>& within,
                                       model::SystemId from, model::SystemId to);

}  // namespace hotsite::rules
