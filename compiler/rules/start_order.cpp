#include "compiler/rules/start_order.h"

#include <algorithm>
#include <deque>
#include <map>

namespace hotsite::rules {
namespace {

using model::Model;
using model::System;
using model::SystemId;

/// Tarjan's algorithm with a stack of its own, since a chain of waits may be as long as the spec.
class CircleFinder {
 public:
  explicit CircleFinder(const WaitGraph& graph) : graph_(graph), state_(graph.size()) {}

  std::vector<std::vector<SystemId>> Find() {
    for (std::uint32_t i = 0; i < graph_.size(); ++i) {
      if (state_[i].order == 0) Visit(i);
    }
    for (auto& circle : circles_) std::sort(circle.begin(), circle.end());
    std::sort(circles_.begin(), circles_.end());
    return std::move(circles_);
  }

 private:
  struct State {
    std::uint32_t order = 0;  // 0: not visited
    std::uint32_t low = 0;
    std::size_t next = 0;  // edge to look at
    bool on_path = false;
  };

  void Enter(std::uint32_t node) {
    state_[node].order = state_[node].low = ++visited_;
    state_[node].on_path = true;
    path_.push_back(node);
    calls_.push_back(node);
  }

  void Visit(std::uint32_t root) {
    Enter(root);
    while (!calls_.empty()) {
      const std::uint32_t node = calls_.back();
      State& state = state_[node];
      if (state.next < graph_[node].size()) {
        const std::uint32_t target = graph_[node][state.next++].index;
        if (state_[target].order == 0) {
          Enter(target);
        } else if (state_[target].on_path) {
          state.low = std::min(state.low, state_[target].order);
        }
        continue;
      }
      calls_.pop_back();
      if (!calls_.empty()) state_[calls_.back()].low = std::min(state_[calls_.back()].low, state.low);
      if (state.low == state.order) Close(node);
    }
  }

  void Close(std::uint32_t root) {
    std::vector<SystemId> circle;
    while (true) {
      const std::uint32_t node = path_.back();
      path_.pop_back();
      state_[node].on_path = false;
      circle.push_back({node});
      if (node == root) break;
    }
    const auto& edges = graph_[root];
    const bool itself = std::find(edges.begin(), edges.end(), SystemId{root}) != edges.end();
    if (circle.size() > 1 || itself) circles_.push_back(std::move(circle));
  }

  const WaitGraph& graph_;
  std::vector<State> state_;
  std::vector<std::uint32_t> path_, calls_;
  std::vector<std::vector<SystemId>> circles_;
  std::uint32_t visited_ = 0;
};

}  // namespace

std::vector<model::SiteId> OrderedPlaces(const Model& model) {
  std::vector<model::SiteId> places;
  for (const model::Site& site : model.sites) places.push_back(model.IdOf(site));
  if (places.empty()) places.emplace_back();
  return places;
}

WaitGraph StartAfterGraph(const Model& model, model::SiteId site) {
  WaitGraph graph(model.systems.size());
  for (std::uint32_t i = 0; i < graph.size(); ++i) {
    for (const model::Reference& reference : model.StartAt(site, {i}).after) graph[i].push_back(reference.system);
  }
  return graph;
}

WaitGraph StartAndNeedsGraph(const Model& model, model::SiteId site) {
  WaitGraph graph = StartAfterGraph(model, site);
  for (std::size_t i = 0; i < model.systems.size(); ++i) {
    const System& system = model.systems[i];
    for (const model::Reference& need : system.needs) {
      if (system.parent.valid() && model.at(need.system).parent == system.parent) graph[i].push_back(need.system);
    }
  }
  return graph;
}

std::vector<std::vector<SystemId>> Circles(const WaitGraph& graph) { return CircleFinder(graph).Find(); }

std::vector<SystemId> WayWithin(const WaitGraph& graph, const std::vector<SystemId>& within, SystemId from,
                                SystemId to) {
  std::map<SystemId, SystemId> came_from;
  std::deque<SystemId> open{from};
  while (!open.empty()) {
    const SystemId node = open.front();
    open.pop_front();
    for (SystemId next : graph[node.index]) {
      if (!std::binary_search(within.begin(), within.end(), next)) continue;
      if (next == to) {
        std::vector<SystemId> way{to};
        for (SystemId step = node; step != from; step = came_from.at(step)) way.push_back(step);
        way.push_back(from);
        std::reverse(way.begin(), way.end());
        return way;
      }
      if (next != from && came_from.try_emplace(next, node).second) open.push_back(next);
    }
  }
  return {};
}

}  // namespace hotsite::rules
