// The bars of a box, each in a lane of its own below the boxes, and where their labels stand: nothing passes through a
// label.
#include <algorithm>
#include <cmath>
#include <limits>

#include "backends/drawing/layout_parts.h"

namespace hotsite::backends::drawing {
namespace {

class Lanes {
 public:
  Lanes(Arranging& work, std::size_t node, Inside& inside, const std::vector<Exit>& upward)
      : work_(work), node_(node), inside_(inside), upward_(upward) {}

  void Place() {
    std::vector<std::size_t> order;
    for (const std::size_t bus : work_.buses[node_]) {
      if (Members(bus) + work_.from_bus[bus].size() > 0) order.push_back(bus);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return Members(a) > Members(b); });
    if (order.empty()) return;
    inside_.bottom += Gap();
    for (std::size_t i = 0; i < order.size(); ++i)
      Lane(order[i], {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i)});
  }

 private:
  double Gap() const { return node_ == 0 ? work_.metrics.gap_y : work_.metrics.pad_bottom; }
  double Pad() const { return node_ == 0 ? 0 : work_.metrics.pad; }

  std::size_t Members(std::size_t bus) const {
    const auto ends = [&](const Exit& exit) { return work_.EndsAt(exit.wire, {End::Kind::kBus, bus}); };
    return static_cast<std::size_t>(std::count_if(inside_.exits.begin(), inside_.exits.end(), ends) +
                                    std::count_if(upward_.begin(), upward_.end(), ends));
  }

  /// The wires that pass the lane's label: those that come from above and haven't ended, and those from below that end
  /// on a bar above.
  std::vector<double> Passing(const std::vector<std::size_t>& above) const {
    std::vector<double> xs;
    for (const Exit& exit : inside_.exits) xs.push_back(exit.x);
    for (const Exit& exit : upward_) {
      const auto ends = [&](std::size_t bus) { return work_.EndsAt(exit.wire, {End::Kind::kBus, bus}); };
      if (std::any_of(above.begin(), above.end(), ends)) xs.push_back(exit.x);
    }
    std::sort(xs.begin(), xs.end());
    return xs;
  }

  void Lane(std::size_t bus, const std::vector<std::size_t>& above) {
    Bar& bar = work_.bars[bus];
    bar.drawn = true;
    const bool asks = !work_.scene.buses[bus].question.empty();
    bar.y = inside_.bottom + work_.metrics.above_bar + (asks ? work_.metrics.line : 0);
    bar.from = std::numeric_limits<double>::max();
    bar.to = std::numeric_limits<double>::lowest();
    const std::vector<double> passing = Passing(above);
    std::vector<Exit> others;
    for (const Exit& exit : inside_.exits) {
      if (!work_.EndsAt(exit.wire, {End::Kind::kBus, bus})) {
        others.push_back(exit);
        continue;
      }
      work_.AddCorner(exit.wire, node_, {exit.x, bar.y});
      Widen(bar, exit.x);
    }
    for (const Exit& exit : upward_) {
      if (work_.EndsAt(exit.wire, {End::Kind::kBus, bus})) Widen(bar, exit.x);
    }
    inside_.exits = std::move(others);
    PutLabel(bus, bar, passing);
    for (const std::size_t wire : work_.from_bus[bus]) Uplink(wire, bar);
    inside_.bottom = bar.y + work_.metrics.below_bar;
  }

  static void Widen(Bar& bar, double x) {
    bar.from = std::min(bar.from, x);
    bar.to = std::max(bar.to, x);
  }

  /// In the gap between passing wires that makes the bar and the box grow the least; the leftmost of equal ones.
  void PutLabel(std::size_t bus, Bar& bar, const std::vector<double>& passing) {
    const Bus& about = work_.scene.buses[bus];
    const double width = std::max(work_.Width(about.label, false), work_.Width(about.question, false));
    const double margin = work_.metrics.label_margin;
    double best = 0, best_cost = std::numeric_limits<double>::max();
    const auto try_at = [&](double x) {
      const bool members = bar.from <= bar.to;
      double cost = members ? std::max(0.0, bar.from - x) + std::max(0.0, x + width - bar.to) : 0;
      cost += 2 * std::max(0.0, x + width + Pad() - inside_.width);
      if (cost < best_cost) {
        best = x;
        best_cost = cost;
      }
    };
    double left = Pad();
    for (std::size_t i = 0; i <= passing.size(); ++i) {
      const double right = i < passing.size() ? passing[i] - margin : std::numeric_limits<double>::max();
      if (left + width <= right) {
        try_at(left);
        const bool starts_inside = bar.from <= bar.to && bar.from > left && bar.from + width <= right;
        if (starts_inside) try_at(bar.from);
        if (right < inside_.width) try_at(right - width);
      }
      if (i < passing.size()) left = std::max(left, passing[i] + margin);
    }
    best = Snap(work_.metrics, best);
    bar.label = {best, bar.y - work_.metrics.label_lift - (about.question.empty() ? 0 : work_.metrics.line)};
    Widen(bar, best);
    Widen(bar, best + width);
    inside_.width = std::max(inside_.width, best + width + Pad());
  }

  /// A wire that leads on from a bar leaves it where no other wire is, as far right as the bar goes.
  void Uplink(std::size_t wire, Bar& bar) {
    std::vector<double> taken;
    for (const Exit& exit : inside_.exits) taken.push_back(exit.x);
    const auto is_free = [&](double x) {
      return std::all_of(taken.begin(), taken.end(),
                         [&](double one) { return std::abs(one - x) >= work_.metrics.slot - work_.metrics.slot / 8; });
    };
    double x = Snap(work_.metrics, bar.to - work_.metrics.slot);
    while (x > bar.from && !is_free(x)) x -= work_.metrics.slot / 2;
    if (!is_free(x)) {
      x = Snap(work_.metrics, bar.to);
      while (!is_free(x)) x += work_.metrics.slot / 2;
    }
    x = Snap(work_.metrics, x);
    Widen(bar, x);
    inside_.width = std::max(inside_.width, x + Pad());
    work_.AddCorner(wire, node_, {x, bar.y});
    inside_.exits.push_back({wire, x});
  }

  Arranging& work_;
  const std::size_t node_;
  Inside& inside_;
  const std::vector<Exit>& upward_;
};

}  // namespace

void PlaceLanes(Arranging& work, std::size_t node, Inside& inside, const std::vector<Exit>& upward) {
  Lanes(work, node, inside, upward).Place();
}

}  // namespace hotsite::backends::drawing
