#include "backends/zvm_text/start_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace hotsite::backends::zvm_text {
namespace {

using model::Placement;
using model::SystemId;

struct Graph {
  std::vector<OrderedGuest> guests;
  std::vector<std::vector<std::size_t>> followers;  // by guest
  std::vector<std::size_t> waits;                   // by guest: how many of its own z/VM it still waits for
  std::vector<std::size_t> level;
  std::size_t last = 0;
};

/// What the system must wait for, wherever that runs.
std::vector<SystemId> WaitsFor(const model::Model& model, const Placement& placement) {
  std::vector<SystemId> all;
  for (const model::Reference& reference : model.StartOf(placement).after) all.push_back(reference.system);
  for (const model::Reference& reference : model.SystemOf(placement).needs) all.push_back(reference.system);
  std::vector<SystemId> once;
  std::set<SystemId> seen;
  for (const SystemId id : all) {
    if (seen.insert(id).second) once.push_back(id);
  }
  return once;
}

Graph MakeGraph(const model::Model& model, const Placement& host) {
  Graph graph;
  std::map<SystemId, std::size_t> here;
  for (const model::PlacementId id : host.guests) {
    const Placement& guest = model.at(id);
    here.emplace(guest.system, graph.guests.size());
    graph.guests.push_back({&guest, WaitsFor(model, guest)});
  }
  graph.followers.resize(graph.guests.size());
  graph.waits.resize(graph.guests.size());
  graph.level.resize(graph.guests.size());
  for (std::size_t i = 0; i < graph.guests.size(); ++i) {
    for (const SystemId id : graph.guests[i].after) {
      const auto found = here.find(id);
      if (found == here.end()) continue;
      graph.followers[found->second].push_back(i);
      ++graph.waits[i];
    }
  }
  return graph;
}

/// Level 0 is for `start first`; everything else is one above the highest that it waits for.
void FillLevels(const model::Model& model, Graph& graph) {
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < graph.guests.size(); ++i) {
    graph.level[i] = model.StartOf(*graph.guests[i].guest).first ? 0 : 1;
    if (graph.waits[i] == 0) ready.push_back(i);
  }
  for (std::size_t at = 0; at < ready.size(); ++at) {
    const std::size_t level = graph.level[ready[at]];
    graph.last = std::max(graph.last, level);
    for (const std::size_t follower : graph.followers[ready[at]]) {
      graph.level[follower] = std::max(graph.level[follower], level + 1);
      if (--graph.waits[follower] == 0) ready.push_back(follower);
    }
  }
  const bool cycle = std::any_of(graph.waits.begin(), graph.waits.end(), [](std::size_t n) { return n > 0; });
  if (cycle) ++graph.last;
  for (std::size_t i = 0; i < graph.guests.size(); ++i) {
    if (graph.waits[i] > 0) graph.level[i] = graph.last;
  }
}

/// Adds to each step what must be confirmed before it, unless an earlier step has asked already.
void FillNeeds(const model::Model& model, const Placement& host, std::vector<StartStep>& steps) {
  std::map<SystemId, std::pair<std::size_t, std::size_t>> asked;  // step and index within its needs
  for (std::size_t number = 0; number < steps.size(); ++number) {
    for (const OrderedGuest& ordered : steps[number].guests) {
      for (const SystemId id : ordered.after) {
        const Placement* needed = model.Find(host.site, id);
        if (needed != nullptr && needed->host.valid() && &model.at(needed->host) == &host) continue;
        const auto [found, is_new] = asked.try_emplace(id, number, steps[number].needs.size());
        if (is_new) steps[number].needs.push_back({id, {}});
        steps[found->second.first].needs[found->second.second].needed_by.push_back(ordered.guest);
      }
    }
  }
}

}  // namespace

std::vector<StartStep> StartOrder(const model::Model& model, const model::Placement& host) {
  Graph graph = MakeGraph(model, host);
  FillLevels(model, graph);
  std::vector<StartStep> by_level(graph.guests.empty() ? 0 : graph.last + 1);
  for (std::size_t i = 0; i < graph.guests.size(); ++i)
    by_level[graph.level[i]].guests.push_back(std::move(graph.guests[i]));
  if (!by_level.empty()) by_level.front().first = true;
  std::vector<StartStep> steps;
  for (StartStep& step : by_level) {
    if (!step.guests.empty()) steps.push_back(std::move(step));
  }
  FillNeeds(model, host, steps);
  return steps;
}

}  // namespace hotsite::backends::zvm_text
