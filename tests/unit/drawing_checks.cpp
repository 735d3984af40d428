#include "tests/unit/drawing_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace hotsite::backends::drawing {
namespace {

constexpr double kSlack = 0.1;

struct Text {
  Rect at;
  std::string text;
};

struct Stretch {
  Point from, to;
  std::size_t wire = 0;
};

bool Overlap(const Rect& a, const Rect& b) {
  return a.x + kSlack < b.right() && b.x + kSlack < a.right() && a.y + kSlack < b.bottom() && b.y + kSlack < a.bottom();
}

bool Holds(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x - kSlack && inner.right() <= outer.right() + kSlack && inner.y >= outer.y - kSlack &&
         inner.bottom() <= outer.bottom() + kSlack;
}

Rect Around(const Stretch& stretch) {
  const double x = std::min(stretch.from.x, stretch.to.x), y = std::min(stretch.from.y, stretch.to.y);
  return {x - kSlack, y - kSlack, std::abs(stretch.from.x - stretch.to.x) + 2 * kSlack,
          std::abs(stretch.from.y - stretch.to.y) + 2 * kSlack};
}

/// Capitals and digits only: descenders may touch what is below.
std::vector<Text> TextsOf(const Drawing& drawing, const Metrics& metrics) {
  std::vector<Text> texts;
  for (const Shape& shape : drawing.shapes) {
    const auto* label = std::get_if<Label>(&shape);
    if (label == nullptr) continue;
    const double width = metrics.width(label->text, label->size, label->bold);
    const double before = label->anchor == Anchor::kStart ? 0 : label->anchor == Anchor::kEnd ? width : width / 2;
    texts.push_back({{label->at.x - before, label->at.y - label->size * 0.72, width, label->size * 0.72}, label->text});
  }
  return texts;
}

std::vector<Stretch> StretchesOf(const Layout& layout) {
  std::vector<Stretch> all;
  for (std::size_t wire = 0; wire < layout.paths.size(); ++wire) {
    for (std::size_t i = 1; i < layout.paths[wire].size(); ++i)
      all.push_back({layout.paths[wire][i - 1], layout.paths[wire][i], wire});
  }
  return all;
}

class Checker {
 public:
  Checker(const Scene& scene, const Layout& layout, const Drawing& drawing, const Metrics& metrics)
      : scene_(scene), layout_(layout), texts_(TextsOf(drawing, metrics)), stretches_(StretchesOf(layout)) {}

  std::vector<std::string> Check() {
    Texts();
    Boxes();
    Wires();
    return std::move(faults_);
  }

 private:
  template <class... Values>
  void Fault(fmt::format_string<Values...> form, Values&&... values) {
    faults_.push_back(fmt::format(form, std::forward<Values>(values)...));
  }

  bool IsLeaf(std::size_t node) const {
    return scene_.nodes[node].children.empty() && scene_.nodes[node].kind != Node::Kind::kMachine;
  }

  void Texts() {
    const Rect all{0, 0, layout_.width, layout_.height};
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (!Holds(all, texts_[i].at)) Fault("`{}` is outside the picture", texts_[i].text);
      for (std::size_t j = 0; j < i; ++j) {
        if (Overlap(texts_[i].at, texts_[j].at)) Fault("`{}` lies on `{}`", texts_[i].text, texts_[j].text);
      }
      for (const Rect& box : layout_.boxes) {
        if (Overlap(box, texts_[i].at) && !Holds(box, texts_[i].at)) Fault("`{}` sticks out of a box", texts_[i].text);
      }
      for (const Stretch& one : stretches_) {
        if (Overlap(texts_[i].at, Around(one))) Fault("wire {} goes through `{}`", one.wire, texts_[i].text);
      }
    }
  }

  void Boxes() {
    for (std::size_t i = 1; i < layout_.boxes.size(); ++i) {
      const std::size_t parent = scene_.nodes[i].parent;
      if (parent != 0 && !Holds(layout_.boxes[parent], layout_.boxes[i])) Fault("box {} sticks out", i);
      for (const std::size_t other : scene_.nodes[parent].children) {
        if (other < i && Overlap(layout_.boxes[i], layout_.boxes[other])) Fault("boxes {} and {} overlap", i, other);
      }
      if (!IsLeaf(i)) continue;
      for (const Stretch& one : stretches_) {
        Rect inside = layout_.boxes[i];
        inside = {inside.x + 1, inside.y + 1, inside.width - 2, inside.height - 2};
        if (Overlap(inside, Around(one)))
          Fault("wire {} goes through box {} ({})", one.wire, i, scene_.nodes[i].title.front());
      }
    }
    for (std::size_t i = 0; i < layout_.ports.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (Overlap(layout_.ports[i], layout_.ports[j])) Fault("ports {} and {} overlap", i, j);
      }
    }
  }

  void Wires() {
    std::set<std::pair<long, long>> ends;
    for (std::size_t i = 0; i < scene_.wires.size(); ++i) {
      const std::vector<Point>& path = layout_.paths[i];
      if (path.size() < 2) {
        Fault("wire {} isn't drawn", i);
        continue;
      }
      if (scene_.wires[i].to.kind != End::Kind::kBus) continue;
      const Bar& bar = layout_.bars[scene_.wires[i].to.index];
      const Point& end = path.back();
      const bool on = std::abs(end.y - bar.y) < kSlack && end.x > bar.from - kSlack && end.x < bar.to + kSlack;
      if (!on) Fault("wire {} misses its bar", i);
      if (!ends.emplace(std::lround(end.x * 10), std::lround(end.y * 10)).second)
        Fault("wire {} ends where another does", i);
    }
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (stretches_[i].wire != stretches_[j].wire && Along(stretches_[i], stretches_[j]))
          Fault("wires {} and {} lie on each other", stretches_[j].wire, stretches_[i].wire);
      }
    }
  }

  /// On one line, and not only at a point.
  static bool Along(const Stretch& a, const Stretch& b) {
    const auto upright = [](const Stretch& one) { return std::abs(one.from.x - one.to.x) < kSlack; };
    if (upright(a) != upright(b)) return false;
    const bool up = upright(a);
    if (std::abs(up ? a.from.x - b.from.x : a.from.y - b.from.y) > kSlack) return false;
    const auto low = [&](const Stretch& one) {
      return up ? std::min(one.from.y, one.to.y) : std::min(one.from.x, one.to.x);
    };
    const auto high = [&](const Stretch& one) {
      return up ? std::max(one.from.y, one.to.y) : std::max(one.from.x, one.to.x);
    };
    return std::min(high(a), high(b)) - std::max(low(a), low(b)) > kSlack;
  }

  const Scene& scene_;
  const Layout& layout_;
  const std::vector<Text> texts_;
  const std::vector<Stretch> stretches_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> FaultsOf(const Scene& scene, const Layout& layout, const Drawing& drawing,
                                  const Metrics& metrics) {
  return Checker(scene, layout, drawing, metrics).Check();
}

}  // namespace hotsite::backends::drawing
