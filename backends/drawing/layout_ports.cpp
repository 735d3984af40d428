// What stands on borders: the ports of a machine, the systems outside.
#include <algorithm>
#include <cmath>
#include <map>

#include "backends/drawing/layout_parts.h"

namespace hotsite::backends::drawing {
namespace {

/// A port with the wires that come down to it; or one wire that goes past the ports.
struct Landing {
  std::size_t port = 0;
  bool passes = false;
  std::vector<Exit> wires;
  double from = 0, to = 0, left = 0, width = 0;
};

class Ports {
 public:
  Ports(Arranging& work, std::size_t machine, Inside& inside) : work_(work), machine_(machine), inside_(inside) {}

  void Place() {
    if (work_.ports[machine_].empty()) return;
    Collect();
    Spread();
    const Metrics& m = work_.metrics;
    double turning = 0;
    for (const Landing& landing : landings_) turning += static_cast<double>(Turning(landing));
    const double height = Height();
    const double inside = height * m.port_depth;
    inside_.bottom += m.gap_y + (turning > 0 ? m.track * (turning - 1) + m.gap_y / 2 : 0) + inside;
    // From here on heights are counted from the machine's lower edge.
    track_ = -inside - m.gap_y / 2 - m.track * std::max(0.0, turning - 1);
    inside_.exits.clear();
    inside_.below = height - inside;
    for (const Landing& landing : landings_) Land(landing, -inside, height);
  }

 private:
  void Collect() {
    std::map<std::size_t, Landing> by_port;
    for (const Exit& exit : inside_.exits) {
      const End& to = work_.scene.wires[exit.wire].to;
      if (to.kind == End::Kind::kPort) {
        by_port[to.index].port = to.index;
        by_port[to.index].wires.push_back(exit);
      } else {
        landings_.push_back({0, true, {exit}, exit.x, exit.x, 0, work_.metrics.slot});
      }
    }
    for (auto& [port, landing] : by_port) {
      std::sort(landing.wires.begin(), landing.wires.end(), [](const Exit& a, const Exit& b) { return a.x < b.x; });
      landing.from = landing.wires.front().x;
      landing.to = landing.wires.back().x;
      landing.width = Width(landing);
      landings_.push_back(std::move(landing));
    }
  }

  double Width(const Landing& landing) const {
    double text = 0;
    for (const std::string& line : work_.scene.ports[landing.port].lines)
      text = std::max(text, work_.Width(line, false));
    const double below = static_cast<double>(work_.from_port[landing.port].size() + 1) * work_.metrics.slot;
    return std::max({text + work_.metrics.pad, below, landing.to - landing.from + work_.metrics.slot});
  }

  double Height() const {
    std::size_t lines = 1;
    for (const std::size_t port : work_.ports[machine_]) lines = std::max(lines, work_.scene.ports[port].lines.size());
    const Metrics& m = work_.metrics;
    return m.line * static_cast<double>(lines) + (m.grid > 0 ? m.grid : (m.pad_top + m.pad_bottom) / 2);
  }

  double Gap(const Landing& landing) const { return landing.passes ? 0 : work_.metrics.slot; }

  /// Side by side in the order of their wires, each below its wires where there is room. Those that would overlap stand
  /// close together, as near to their wires as they can on average.
  void Spread() {
    std::stable_sort(landings_.begin(), landings_.end(),
                     [](const Landing& a, const Landing& b) { return a.from + a.to < b.from + b.to; });
    struct Cluster {
      double wish = 0;  // sum over its members of where it would begin for their sake
      double count = 0, width = 0;
      double Left(double least) const { return std::max(least, wish / count); }
    };
    const double least = work_.metrics.pad;
    std::vector<Cluster> clusters;
    for (const Landing& landing : landings_) {
      clusters.push_back({(landing.from + landing.to - landing.width) / 2, 1, landing.width + Gap(landing)});
      while (clusters.size() > 1) {
        const Cluster last = clusters.back();
        Cluster& before = clusters[clusters.size() - 2];
        if (before.Left(least) + before.width <= last.Left(least)) break;
        before.wish += last.wish - last.count * before.width;
        before.count += last.count;
        before.width += last.width;
        clusters.pop_back();
      }
    }
    auto landing = landings_.begin();
    for (const Cluster& cluster : clusters) {
      double left = Snap(work_.metrics, cluster.Left(least));
      for (double placed = 0; placed < cluster.count; ++placed, ++landing) {
        landing->left = left;
        left += landing->width + Gap(*landing);
        inside_.width = std::max(inside_.width, landing->left + landing->width + work_.metrics.pad);
      }
    }
  }

  bool Straight(const Landing& landing) const {
    const double edge = landing.passes ? 0 : work_.metrics.slot / 2;
    return landing.from >= landing.left + edge - 0.01 && landing.to <= landing.left + landing.width - edge + 0.01;
  }
  std::size_t Turning(const Landing& landing) const { return Straight(landing) ? 0 : landing.wires.size(); }

  void Land(const Landing& landing, double top, double height) {
    const bool straight = Straight(landing);
    for (std::size_t i = 0; i < landing.wires.size(); ++i) {
      const Exit& wire = landing.wires[i];
      double x = wire.x;
      if (!straight) {
        x = Snap(work_.metrics, landing.left + landing.width * static_cast<double>(i + 1) /
                                                   static_cast<double>(landing.wires.size() + 1));
        work_.AddCorner(wire.wire, machine_, {wire.x, track_}, true);
        work_.AddCorner(wire.wire, machine_, {x, track_}, true);
        track_ += work_.metrics.track;
      }
      if (landing.passes)
        inside_.exits.push_back({wire.wire, x});
      else
        work_.AddCorner(wire.wire, machine_, {x, top}, true);
    }
    if (landing.passes) return;
    work_.port_boxes[landing.port] = {landing.left, top, landing.width, height};
    const std::vector<std::size_t>& out = work_.from_port[landing.port];
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double aside = static_cast<double>(i) - static_cast<double>(out.size() - 1) / 2;
      const double x = Snap(work_.metrics, landing.left + landing.width / 2 + work_.metrics.slot * aside);
      work_.AddCorner(out[i], machine_, {x, top + height}, true);
      inside_.exits.push_back({out[i], x});
    }
  }

  Arranging& work_;
  const std::size_t machine_;
  Inside& inside_;
  std::vector<Landing> landings_;
  double track_ = 0;
};

std::vector<std::size_t> ExternalsOf(const Arranging& work) {
  std::vector<std::size_t> nodes;
  for (const std::size_t child : work.scene.nodes.front().children) {
    if (work.scene.nodes[child].kind == Node::Kind::kExternal) nodes.push_back(child);
  }
  return nodes;
}

}  // namespace

void PlacePorts(Arranging& work, std::size_t machine, Inside& inside) { Ports(work, machine, inside).Place(); }

std::vector<Exit> PlaceExternals(Arranging& work, Inside& inside) {
  std::vector<Exit> upward;
  const auto taken = [&](double x) {
    return std::any_of(inside.exits.begin(), inside.exits.end(),
                       [&](const Exit& exit) { return std::abs(exit.x - x) < work.metrics.slot * 0.75; });
  };
  double left = 0;
  for (const std::size_t node : ExternalsOf(work)) {
    Item& item = work.items[node];
    const auto& wires = work.from_node[node];
    const auto slot = [&](std::size_t i) {
      return Snap(work.metrics,
                  left + item.width / 2 +
                      work.metrics.slot * (static_cast<double>(i) - static_cast<double>(wires.size() - 1) / 2));
    };
    for (std::size_t i = 0; i < wires.size();) {
      if (!taken(slot(i))) {
        ++i;
        continue;
      }
      left += work.metrics.slot / 2;
      i = 0;
    }
    item.at.x = Snap(work.metrics, left);
    for (std::size_t i = 0; i < wires.size(); ++i) upward.push_back({wires[i], slot(i)});
    left = item.at.x + item.width + work.metrics.gap_x;
    inside.width = std::max(inside.width, item.at.x + item.width);
  }
  return upward;
}

void LowerExternals(Arranging& work, Inside& inside) {
  const std::vector<std::size_t> externals = ExternalsOf(work);
  if (externals.empty()) return;
  const double top = inside.bottom + work.metrics.gap_y;
  for (const std::size_t node : externals) {
    work.items[node].at.y = top;
    inside.bottom = std::max(inside.bottom, top + work.items[node].height);
  }
}

}  // namespace hotsite::backends::drawing
