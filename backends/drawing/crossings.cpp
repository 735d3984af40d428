#include "backends/drawing/crossings.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hotsite::backends::drawing {
namespace {

constexpr double kTouch = 0.05;  // nearer than that is the same place
constexpr std::size_t kNoWire = std::numeric_limits<std::size_t>::max();

struct Horizontal {
  double y = 0, from = 0, to = 0;
  std::size_t wire = kNoWire;  // of a bar: none
};

bool IsHorizontal(const Point& a, const Point& b) {
  return std::abs(a.y - b.y) < kTouch && std::abs(a.x - b.x) >= kTouch;
}

std::vector<Horizontal> HorizontalsOf(const Layout& layout) {
  std::vector<Horizontal> all;
  for (const Bar& bar : layout.bars) {
    if (bar.drawn) all.push_back({bar.y, bar.from, bar.to});
  }
  for (std::size_t wire = 0; wire < layout.paths.size(); ++wire) {
    const std::vector<Point>& path = layout.paths[wire];
    for (std::size_t i = 1; i < path.size(); ++i) {
      if (IsHorizontal(path[i - 1], path[i]))
        all.push_back({path[i].y, std::min(path[i - 1].x, path[i].x), std::max(path[i - 1].x, path[i].x), wire});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Horizontal& a, const Horizontal& b) { return a.y < b.y; });
  return all;
}

}  // namespace

std::vector<std::vector<Point>> CrossingsOf(const Layout& layout) {
  const std::vector<Horizontal> horizontals = HorizontalsOf(layout);
  std::vector<std::vector<Point>> crossings(layout.paths.size());
  for (std::size_t wire = 0; wire < layout.paths.size(); ++wire) {
    const std::vector<Point>& path = layout.paths[wire];
    for (std::size_t i = 1; i < path.size(); ++i) {
      if (IsHorizontal(path[i - 1], path[i])) continue;
      const double x = path[i].x, low = std::min(path[i - 1].y, path[i].y), high = std::max(path[i - 1].y, path[i].y);
      std::vector<Point> found;
      auto one = std::lower_bound(horizontals.begin(), horizontals.end(), low + kTouch,
                                  [](const Horizontal& a, double y) { return a.y < y; });
      for (; one != horizontals.end() && one->y < high - kTouch; ++one) {
        const bool inside = x > one->from - kTouch && x < one->to + kTouch;
        if (inside && one->wire != wire && (found.empty() || one->y - found.back().y > kTouch))
          found.push_back({x, one->y});
      }
      if (path[i - 1].y > path[i].y) std::reverse(found.begin(), found.end());
      crossings[wire].insert(crossings[wire].end(), found.begin(), found.end());
    }
  }
  return crossings;
}

std::vector<Piece> PiecesOf(const std::vector<Point>& path, const std::vector<Point>& crossings, double radius) {
  std::vector<Piece> pieces(1);
  pieces.back().points.push_back(path.front());
  auto next = crossings.begin();
  for (std::size_t i = 1; i < path.size(); ++i) {
    const Point &a = path[i - 1], &b = path[i];
    const double down = b.y > a.y ? 1 : -1;
    while (next != crossings.end() && !IsHorizontal(a, b) && std::abs(next->x - b.x) < kTouch &&
           (next->y - a.y) * down > 0 && (b.y - next->y) * down > 0) {
      pieces.back().points.push_back({b.x, next->y - down * radius});
      pieces.push_back({{{b.x, next->y + down * radius}}});
      ++next;
    }
    pieces.back().points.push_back(b);
  }
  return pieces;
}

}  // namespace hotsite::backends::drawing
