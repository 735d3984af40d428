#include "backends/drawing/site_pictures.h"

#include <algorithm>
#include <array>
#include <limits>

#include "backends/drawing/render.h"

namespace hotsite::backends::drawing {
namespace {

constexpr double kHeading = 16;  // room for the name of a panel
constexpr double kHeadingType = 11;
constexpr double kBetween = 24;     // between two panels
constexpr double kNarrowest = 400;  // of a legend, so that it has few lines
constexpr double kLegend = 40;      // kept for it
constexpr double kMargin = 3;       // for frames and stacks that stand out

/// A picture without legend, at its natural size.
struct Panel {
  Scene scene;
  Drawing drawing;
  std::size_t wraps = 0;
};

double LeastScale() { return kSmallestType / PaperMetrics().text; }

double ScaleFor(const Drawing& drawing, Room room) {
  return std::min({1.0, room.width / drawing.width, room.height / drawing.height});
}

Panel Paint(Scene scene, const Shaping& shaping) {
  const Layout layout = Arrange(scene, PaperMetrics(), shaping);
  Drawing drawing = Render(scene, layout, PaperMetrics());
  Move(drawing, {kMargin, kHeading + kMargin});
  drawing.width += 2 * kMargin + 3;
  drawing.height += kHeading + 2 * kMargin;
  drawing.shapes.emplace_back(
      Label{.at = {0, kHeadingType}, .text = scene.heading, .size = kHeadingType, .bold = true});
  return {std::move(scene), std::move(drawing), layout.wraps};
}

/// The shaping whose picture can be drawn largest, with few boxes below each other; of equal ones that with the most
/// beside each other.
Panel Best(const Scene& scene, Room room) {
  static constexpr std::array<std::size_t, 6> kColumns = {8, 6, 5, 4, 3, 2};
  static constexpr std::array<double, 2> kBreadths = {1.15, 0.7};
  constexpr double kWrapped = 0.14;  // what a row less is worth
  constexpr double kHigh = 0.15;     // what it is worth to be less high, by the width
  Panel best;
  double highest = -std::numeric_limits<double>::max();
  for (const double breadth : kBreadths) {
    for (const std::size_t columns : kColumns) {
      Panel panel = Paint(scene, {room.width * breadth, columns});
      const double scale = ScaleFor(panel.drawing, room);
      const double value = scale - kWrapped * static_cast<double>(panel.wraps) - (scale < LeastScale() ? 1 : 0) -
                           kHigh * panel.drawing.height * scale / room.width;
      if (value <= highest) continue;
      highest = value;
      best = std::move(panel);
    }
  }
  return best;
}

/// Folded no harder than it takes to be read.
Panel Readable(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements,
               Room room) {
  Panel panel;
  for (const Folding folding : {Folding::kSeldom, Folding::kOften, Folding::kSystems}) {
    panel = Best(MakeScene(model, site, requirements, folding), room);
    if (ScaleFor(panel.drawing, room) >= LeastScale()) break;
  }
  return panel;
}

void Finish(Drawing& drawing, const std::vector<const Scene*>& scenes, double width) {
  std::set<Mark> marks;
  std::vector<std::string> remarks;
  for (const Scene* scene : scenes) {
    marks.merge(MarksOf(*scene, drawing));
    remarks.insert(remarks.end(), scene->remarks.begin(), scene->remarks.end());
  }
  AddLegend(drawing, marks, remarks, std::min(width, std::max(drawing.width, kNarrowest)));
}

/// Never smaller than can be read: then rather higher than the room, or wider.
void Fit(Drawing& drawing, Room room) {
  const double scale =
      std::min(1.0, std::max(ScaleFor(drawing, room), std::min(LeastScale(), room.width / drawing.width)));
  Scale(drawing, scale);
}

}  // namespace

Drawing DrawSite(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements,
                 Room room) {
  const Room picture{room.width, room.height - kLegend};
  Panel panel = Readable(model, site, requirements, picture);
  Fit(panel.drawing, picture);
  Finish(panel.drawing, {&panel.scene}, room.width);
  return std::move(panel.drawing);
}

namespace {

/// Two panels at one scale, or nothing where that would be too small.
struct Pair {
  Panel left, right;
  double scale = 0;
  bool beside = false;
};

Pair PairOf(const Scene& home, const Scene& site, Room room, bool beside) {
  const Room half =
      beside ? Room{(room.width - kBetween) / 2, room.height} : Room{room.width, (room.height - kBetween) / 2};
  Pair pair{Best(home, half), Best(site, half), 1, beside};
  const Drawing &left = pair.left.drawing, &right = pair.right.drawing;
  if (beside)
    pair.scale = std::min(ScaleFor(left, half), ScaleFor(right, half));
  else
    pair.scale = std::min({1.0, room.width / left.width, room.width / right.width,
                           (room.height - kBetween) / (left.height + right.height)});
  return pair;
}

Drawing Joined(Pair pair, Room room) {
  Scale(pair.left.drawing, pair.scale);
  Scale(pair.right.drawing, pair.scale);
  Drawing all = std::move(pair.left.drawing);
  Drawing& right = pair.right.drawing;
  const Point by = pair.beside ? Point{(room.width + kBetween) / 2, 0} : Point{0, all.height + kBetween};
  Move(right, by);
  all.shapes.insert(all.shapes.end(), right.shapes.begin(), right.shapes.end());
  all.width = std::max(all.width, by.x + right.width);
  all.height = pair.beside ? std::max(all.height, right.height) : all.height + kBetween + right.height;
  all.title = pair.left.scene.heading + " and " + pair.right.scene.heading;
  all.description += " " + right.description;
  Finish(all, {&pair.left.scene, &pair.right.scene}, room.width);
  return all;
}

}  // namespace

std::vector<Drawing> DrawComparison(const model::Model& model, const model::Site& home, const model::Site& site,
                                    const requirements::Requirements* requirements, Room room) {
  const Room pictures{room.width, room.height - kLegend};
  for (const Folding folding : {Folding::kSeldom, Folding::kOften}) {
    const Scene left = MakeScene(model, home, nullptr, folding), right = MakeScene(model, site, requirements, folding);
    for (const bool beside : {true, false}) {
      Pair pair = PairOf(left, right, pictures, beside);
      if (pair.scale >= LeastScale()) return {Joined(std::move(pair), room)};
    }
  }
  return {DrawSite(model, home, nullptr, room), DrawSite(model, site, requirements, room)};
}

}  // namespace hotsite::backends::drawing
