// Sizes of boxes by their text, and boxes in boxes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "backends/drawing/layout_parts.h"

namespace hotsite::backends::drawing {
namespace {

constexpr std::size_t kOneRow = 6;  // so many like boxes may stand in one row
constexpr double kBreadth = 1.8;    // how much broader than high a field of like boxes is

std::string Joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, " · ")); }

double TextHeight(const Metrics& metrics, const BoxText& text) {
  return metrics.pad_top + metrics.line * static_cast<double>(text.title.size() + text.lines.size()) +
         metrics.pad_bottom;
}

double TextWidth(const Arranging& work, const Node& node, const BoxText& text) {
  double width = 0;
  for (const std::string& line : text.title) width = std::max(width, work.Width(line, true));
  if (!node.requirement.empty() && !node.children.empty())
    width = std::max(width,
                     work.Width(text.title.front(), true) + 2 * work.metrics.pad + work.Width(node.requirement, false));
  for (const std::string& line : text.lines) width = std::max(width, work.Width(line, false));
  const double mark = node.state == Node::State::kFine    ? 0
                      : node.state == Node::State::kCause ? 4 * work.metrics.pad
                                                          : 2 * work.metrics.pad;
  return width + 2 * work.metrics.pad + mark;
}

/// Leaves of one size in a grid. The first ones stand in the lowest row, nearest to the networks: they have the most
/// wires.
struct Grid {
  std::vector<std::size_t> leaves;
  std::size_t columns = 1;
  double width = 0, height = 0;  // of a leaf
  std::size_t rows() const { return (leaves.size() + columns - 1) / columns; }
  std::size_t RowOf(std::size_t leaf) const { return rows() - 1 - leaf / columns; }
};

/// Partitions stand beside each other as far as there is room, guests in a field.
Grid MeasureGrid(Arranging& work, std::vector<std::size_t> leaves, bool partitions, double widest) {
  Grid grid{std::move(leaves)};
  for (const std::size_t leaf : grid.leaves) {
    MeasureLeaf(work, leaf);
    grid.width = std::max(grid.width, work.items[leaf].width);
    grid.height = std::max(grid.height, work.items[leaf].height);
  }
  if (work.metrics.grid > 0) grid.width = std::ceil(grid.width / work.metrics.grid) * work.metrics.grid;
  const auto beside =
      static_cast<std::size_t>(std::max(1.0, (widest + work.metrics.gap_x) / (grid.width + work.metrics.gap_x)));
  const std::size_t wanted =
      grid.leaves.size() <= kOneRow
          ? grid.leaves.size()
          : static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(grid.leaves.size()) * kBreadth)));
  const std::size_t most = partitions ? beside : std::max<std::size_t>(1, std::min(wanted, work.shaping.columns));
  const std::size_t rows = (grid.leaves.size() + most - 1) / most;
  grid.columns = std::max<std::size_t>(1, (grid.leaves.size() + rows - 1) / std::max<std::size_t>(1, rows));
  return grid;
}

std::vector<Exit> Slots(const Arranging& work, std::size_t leaf, double width) {
  const std::vector<std::size_t>& wires = work.from_node[leaf];
  std::vector<Exit> exits;
  for (std::size_t i = 0; i < wires.size(); ++i) {
    const double aside = static_cast<double>(i) - static_cast<double>(wires.size() - 1) / 2;
    exits.push_back({wires[i], Snap(work.metrics, width / 2 + work.metrics.slot * aside)});
  }
  return exits;
}

/// `least`: how high the grid is at least; its leaves are stretched to it where they stand in one row.
Rows PlaceGrid(Arranging& work, const Grid& grid, double least) {
  std::vector<std::vector<Cell>> rows(grid.rows());
  const double height = rows.size() == 1 ? std::max(grid.height, least) : grid.height;
  for (std::size_t i = 0; i < grid.leaves.size(); ++i)
    rows[grid.RowOf(i)].push_back({grid.width, height, Slots(work, grid.leaves[i], grid.width), true});
  Rows placed = PlaceRows(rows, work.metrics, Channel::kColumns);
  for (std::size_t i = 0; i < grid.leaves.size(); ++i) {
    Item& item = work.items[grid.leaves[i]];
    item.width = grid.width;
    item.height = height;
    item.at = rows[grid.RowOf(i)][i % grid.columns].at;
  }
  return placed;
}

/// Something that stands in a row: a box with boxes in it, or a grid of leaves.
struct Block {
  std::size_t node = 0;
  bool is_grid = false;
  double width = 0, height = 0;
  Rows grid;
};

class Children {
 public:
  Children(Arranging& work, std::size_t node) : work_(work), node_(node) {}

  Inside Place() {
    const Node& node = work_.scene.nodes[node_];
    std::vector<std::size_t> leaves;
    std::vector<Block> blocks;
    for (const std::size_t child : node.children) {
      if (work_.scene.nodes[child].kind == Node::Kind::kExternal) continue;
      if (work_.HoldsOthers(child))
        blocks.push_back(
            {child, false, work_.items[child].width, work_.items[child].height + work_.items[child].below, {}});
      else
        leaves.push_back(child);
    }
    grid_ = MeasureGrid(work_, std::move(leaves), node.kind == Node::Kind::kMachine, Widest());
    if (!grid_.leaves.empty()) {
      const Rows tried = PlaceGrid(work_, grid_, 0);
      blocks.push_back({0, true, tried.width, tried.height, {}});
    }
    return Centre(PlaceBlocks(Wrap(std::move(blocks))));
  }

 private:
  double Widest() const { return work_.shaping.widest - 2 * work_.metrics.pad * (work_.depth[node_] + 1); }

  std::vector<std::vector<Block>> Wrap(std::vector<Block> blocks) {
    const double widest = Widest();
    std::vector<std::vector<Block>> rows;
    double width = 0;
    for (Block& block : blocks) {
      if (rows.empty() || (!rows.back().empty() && width + block.width > widest)) {
        if (!rows.empty()) ++work_.wraps;
        rows.emplace_back();
        width = 0;
      }
      width += block.width + work_.metrics.gap_x;
      rows.back().push_back(std::move(block));
    }
    return rows;
  }

  /// All boxes of a row are as high as its highest.
  Rows PlaceBlocks(std::vector<std::vector<Block>> rows) {
    std::vector<std::vector<Cell>> cells;
    std::vector<Corner> inner;
    for (std::vector<Block>& row : rows) {
      double height = 0;
      for (const Block& block : row) height = std::max(height, block.height);
      cells.emplace_back();
      for (Block& block : row) {
        if (block.is_grid)
          block.grid = PlaceGrid(work_, grid_, height);
        else
          work_.items[block.node].height = height - work_.items[block.node].below;
        cells.back().push_back({block.width, height, block.is_grid ? block.grid.exits : work_.items[block.node].exits});
      }
    }
    Rows placed = PlaceRows(cells, work_.metrics, Channel::kEnd);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t i = 0; i < rows[row].size(); ++i) {
        const Point at = cells[row][i].at;
        const Block& block = rows[row][i];
        if (!block.is_grid) {
          work_.items[block.node].at = at;
          continue;
        }
        for (const std::size_t leaf : grid_.leaves) Shift(work_.items[leaf].at, at);
        for (Corner corner : block.grid.corners) {
          Shift(corner.at, at);
          inner.push_back(corner);
        }
      }
    }
    inner.insert(inner.end(), placed.corners.begin(), placed.corners.end());
    placed.corners = std::move(inner);
    return placed;
  }

  static void Shift(Point& point, Point by) {
    point.x += by.x;
    point.y += by.y;
  }

  /// Below the text of the box, in its middle.
  Inside Centre(Rows rows) {
    const Node& node = work_.scene.nodes[node_];
    const BoxText text = TextOf(work_.scene, node);
    const double pad = node_ == 0 ? 0 : work_.metrics.pad;
    Inside inside;
    inside.width = std::max(rows.width + 2 * pad, node_ == 0 ? 0 : TextWidth(work_, node, text));
    const double top = node_ == 0 ? 0 : TextHeight(work_.metrics, text) + work_.metrics.below_text;
    const Point by{Snap(work_.metrics, (inside.width - rows.width) / 2), top};
    for (const std::size_t child : node.children) {
      if (work_.scene.nodes[child].kind != Node::Kind::kExternal) Shift(work_.items[child].at, by);
    }
    for (Corner& corner : rows.corners) {
      Shift(corner.at, by);
      work_.AddCorner(corner.wire, node_, corner.at);
    }
    for (const Exit& exit : rows.exits) inside.exits.push_back({exit.wire, exit.x + by.x});
    inside.bottom = top + rows.height;
    return inside;
  }

  Arranging& work_;
  const std::size_t node_;
  Grid grid_;
};

}  // namespace

void MeasureLeaf(Arranging& work, std::size_t index) {
  const Node& node = work.scene.nodes[index];
  const BoxText text = TextOf(work.scene, node);
  Item& item = work.items[index];
  const double behind = node.count > 1 ? work.metrics.stack : 0;
  item.height = TextHeight(work.metrics, text) + behind;
  item.width = std::max(TextWidth(work, node, text) + behind,
                        work.metrics.slot * static_cast<double>(work.from_node[index].size() + 1));
}

BoxText TextOf(const Scene& scene, const Node& node) {
  const bool leaf = node.children.empty() && node.kind != Node::Kind::kMachine;
  const bool guest = leaf && scene.nodes[node.parent].kind != Node::Kind::kMachine;
  BoxText text{node.title, {}, guest};
  std::vector<std::string> first{WhatOf(node)};
  if (node.level) first.push_back(fmt::format("level {}", *node.level));
  if (node.kind == Node::Kind::kMachine) first.insert(first.end(), node.facts.begin(), node.facts.end());
  text.lines.push_back(Joined(first));
  if (leaf) {
    text.lines.insert(text.lines.end(), node.facts.begin(), node.facts.end());
    if (!node.requirement.empty()) text.lines.push_back(node.requirement);
  } else if (node.kind != Node::Kind::kMachine && !node.facts.empty()) {
    text.lines.push_back(Joined(node.facts));
  }
  return text;
}

Inside PlaceChildren(Arranging& work, std::size_t node) { return Children(work, node).Place(); }

}  // namespace hotsite::backends::drawing
