// The steps of Arrange, and what they share.
#pragma once

#include <vector>

#include "backends/drawing/layout_rows.h"

namespace hotsite::backends::drawing {

/// What is known of a box while its surroundings are laid out.
struct Item {
  double width = 0, height = 0;
  double below = 0;         // how far its ports stand out at the bottom
  Point at;                 // in its parent
  std::vector<Exit> exits;  // wires that leave it at the bottom, from its left edge
};

/// A corner of a wire inside a box; the box itself gets its place later. `low`: counted from the lower edge of the box,
/// which may still move down.
struct Anchored {
  std::size_t node = 0;
  Point at;
  bool low = false;
};

struct Arranging {
  const Scene& scene;
  const Metrics& metrics;
  const Shaping& shaping;
  std::vector<Item> items = {};                                                         // by node
  std::vector<std::vector<Anchored>> routes = {};                                       // by wire
  std::vector<std::vector<std::size_t>> from_node = {}, from_bus = {}, from_port = {};  // wires that begin there
  std::vector<std::vector<std::size_t>> buses = {}, ports = {};                         // by owner
  std::vector<Bar> bars = {};                                                           // in their owner
  std::vector<Rect> port_boxes = {};  // in their machine, y from its lower edge
  std::vector<unsigned> depth = {};   // of nodes
  std::size_t wraps = 0;              // rows that were begun for want of room

  double Width(std::string_view text, bool title) const {
    return metrics.width(text, title ? metrics.title : metrics.text, title);
  }
  void AddCorner(std::size_t wire, std::size_t node, Point at, bool low = false) {
    routes[wire].push_back({node, at, low});
  }
  /// A box with boxes or networks in it.
  bool HoldsOthers(std::size_t node) const {
    return !scene.nodes[node].children.empty() || scene.nodes[node].kind == Node::Kind::kMachine ||
           !buses[node].empty();
  }
  bool EndsAt(std::size_t wire, End end) const { return scene.wires[wire].to == end; }
};

/// layout_boxes.cpp: sizes of leaves, and places of the boxes in a box. `top` is where there is room; returns the wires
/// that come out of them, from the left edge of the box, and its height so far.
struct Inside {
  std::vector<Exit> exits;
  double width = 0, bottom = 0;
  double below = 0;  // how far ports stand out below
};
Inside PlaceChildren(Arranging& work, std::size_t node);
void MeasureLeaf(Arranging& work, std::size_t node);

/// layout_lanes.cpp: the bars of a box below its children. `upward`: wires that come from below (of external systems).
void PlaceLanes(Arranging& work, std::size_t node, Inside& inside, const std::vector<Exit>& upward);

/// layout_ports.cpp: the ports on the lower edge of a machine; afterwards the exits are those of the ports.
void PlacePorts(Arranging& work, std::size_t machine, Inside& inside);

/// layout_ports.cpp: external systems below the networks outside. They are placed before the bars and lowered behind
/// them.
std::vector<Exit> PlaceExternals(Arranging& work, Inside& inside);
void LowerExternals(Arranging& work, Inside& inside);

}  // namespace hotsite::backends::drawing
