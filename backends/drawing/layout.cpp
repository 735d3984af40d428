#include "backends/drawing/layout.h"

#include <algorithm>
#include <cmath>

#include "backends/drawing/layout_parts.h"
#include "backends/drawing/text_width.h"

namespace hotsite::backends::drawing {
namespace {

void Index(Arranging& work) {
  const Scene& scene = work.scene;
  work.items.resize(scene.nodes.size());
  work.routes.resize(scene.wires.size());
  work.from_node.resize(scene.nodes.size());
  work.from_bus.resize(scene.buses.size());
  work.from_port.resize(scene.ports.size());
  work.buses.resize(scene.nodes.size());
  work.ports.resize(scene.nodes.size());
  work.bars.resize(scene.buses.size());
  work.port_boxes.resize(scene.ports.size());
  work.depth.resize(scene.nodes.size());
  for (std::size_t i = 0; i < scene.wires.size(); ++i) {
    const End& from = scene.wires[i].from;
    auto& list = from.kind == End::Kind::kNode  ? work.from_node
                 : from.kind == End::Kind::kBus ? work.from_bus
                                                : work.from_port;
    list[from.index].push_back(i);
  }
  for (std::size_t i = 0; i < scene.buses.size(); ++i) {
    if (scene.buses[i].owner < scene.nodes.size()) work.buses[scene.buses[i].owner].push_back(i);
  }
  for (std::size_t i = 0; i < scene.ports.size(); ++i) work.ports[scene.ports[i].machine].push_back(i);
  for (std::size_t i = 1; i < scene.nodes.size(); ++i) work.depth[i] = work.depth[scene.nodes[i].parent] + 1;
}

/// Wires of the box itself, which has others in it: they leave at its lower edge, to the right of all others.
void AddOwnWires(Arranging& work, std::size_t node, Inside& inside) {
  for (const std::size_t wire : work.from_node[node]) {
    double x = work.metrics.pad;
    for (const Exit& exit : inside.exits) x = std::max(x, exit.x + work.metrics.slot);
    x = Snap(work.metrics, x);
    work.AddCorner(wire, node, {x, 0}, true);
    inside.exits.push_back({wire, x});
    inside.width = std::max(inside.width, x + work.metrics.pad);
  }
}

void MeasureBox(Arranging& work, std::size_t node) {
  Inside inside = PlaceChildren(work, node);
  PlaceLanes(work, node, inside, {});
  if (!work.ports[node].empty()) {
    PlacePorts(work, node, inside);
  } else {
    inside.bottom += work.metrics.pad_bottom;
  }
  AddOwnWires(work, node, inside);
  Item& item = work.items[node];
  item.width = inside.width;
  item.height = inside.bottom;
  item.below = inside.below;
  item.exits = std::move(inside.exits);
}

/// The site: machines in a row, the networks outside below them, below those what else is there.
void MeasureSite(Arranging& work) {
  Inside inside = PlaceChildren(work, 0);
  const std::vector<Exit> upward = PlaceExternals(work, inside);
  PlaceLanes(work, 0, inside, upward);
  LowerExternals(work, inside);
  for (const Exit& exit : upward) {
    const Wire& wire = work.scene.wires[exit.wire];
    const Item& item = work.items[wire.from.index];
    work.AddCorner(exit.wire, 0, {exit.x, item.at.y});
    work.AddCorner(exit.wire, 0, {exit.x, work.bars[wire.to.index].y});
  }
  work.items[0].width = inside.width;
  work.items[0].height = inside.bottom;
}

/// From places in the parent to places in the picture.
Layout Finish(const Arranging& work) {
  const Scene& scene = work.scene;
  Layout layout;
  layout.width = work.items[0].width;
  layout.height = work.items[0].height;
  layout.wraps = work.wraps;
  for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
    const Item& item = work.items[i];
    const Rect parent = i == 0 ? Rect{} : layout.boxes[scene.nodes[i].parent];
    layout.boxes.push_back({parent.x + item.at.x, parent.y + item.at.y, item.width, item.height});
  }
  layout.bars = work.bars;
  for (std::size_t i = 0; i < scene.buses.size(); ++i) {
    Bar& bar = layout.bars[i];
    if (!bar.drawn) continue;
    const Rect& owner = layout.boxes[scene.buses[i].owner];
    bar.from += owner.x;
    bar.to += owner.x;
    bar.y += owner.y;
    bar.label.x += owner.x;
    bar.label.y += owner.y;
  }
  for (std::size_t i = 0; i < scene.ports.size(); ++i) {
    const Rect& machine = layout.boxes[scene.ports[i].machine];
    const Rect& port = work.port_boxes[i];
    layout.ports.push_back({machine.x + port.x, machine.bottom() + port.y, port.width, port.height});
  }
  for (const std::vector<Anchored>& route : work.routes) {
    std::vector<Point> path;
    for (const Anchored& corner : route) {
      const Rect& box = layout.boxes[corner.node];
      path.push_back({box.x + corner.at.x, (corner.low ? box.bottom() : box.y) + corner.at.y});
    }
    layout.paths.push_back(std::move(path));
  }
  return layout;
}

double PaperWidth(std::string_view text, double size, bool bold) { return TextWidth(text, size, bold); }

}  // namespace

const Metrics& PaperMetrics() {
  static const Metrics kMetrics = [] {
    Metrics metrics;
    metrics.width = PaperWidth;
    return metrics;
  }();
  return kMetrics;
}

double Snap(const Metrics& metrics, double value) {
  return metrics.grid > 0 ? std::floor(value / metrics.grid) * metrics.grid : value;
}

Layout Arrange(const Scene& scene, const Metrics& metrics, const Shaping& shaping) {
  Arranging work{scene, metrics, shaping};
  Index(work);
  for (std::size_t node = scene.nodes.size(); node-- > 1;) {
    if (work.HoldsOthers(node))
      MeasureBox(work, node);
    else if (scene.nodes[node].kind == Node::Kind::kExternal)
      MeasureLeaf(work, node);
  }
  MeasureSite(work);
  return Finish(work);
}

}  // namespace hotsite::backends::drawing
