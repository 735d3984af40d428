#include "backends/drawing/render.h"

#include <algorithm>
#include <cmath>

#include "backends/drawing/crossings.h"
#include "backends/drawing/layout.h"

namespace hotsite::backends::drawing {
namespace {

constexpr double kWireLine = 0.8;
constexpr double kDot = 2.5;
constexpr double kCross = 7;
constexpr double kSmallCross = 5;

double FrameOf(const Node& node) {
  if (node.kind == Node::Kind::kMachine) return 2.2;
  if (node.state == Node::State::kCause) return 1.8;
  return node.level.value_or(2) == 1 ? 1.5 : 0.9;
}

/// A thick line for a vswitch, a thin one for a guest LAN, a twin for HiperSockets, a heavy one for what is outside.
double WeightOf(Bus::Kind kind) {
  switch (kind) {
    case Bus::Kind::kVswitch:
    case Bus::Kind::kBridge:
      return 2;
    case Bus::Kind::kGuestLan:
      return 1;
    case Bus::Kind::kHipersockets:
      return 3;
    case Bus::Kind::kOutside:
      break;
  }
  return 3.5;
}

class Renderer {
 public:
  Renderer(const Scene& scene, const Layout& layout, const Metrics& metrics)
      : scene_(scene), layout_(layout), metrics_(metrics) {}

  Drawing Draw() {
    drawing_.title = scene_.title;
    drawing_.description = scene_.description;
    drawing_.width = layout_.width;
    drawing_.height = layout_.height;
    for (std::size_t i = 1; i < scene_.nodes.size(); ++i) DrawBox(i);
    for (std::size_t i = 0; i < scene_.buses.size(); ++i) DrawBar(i);
    crossings_ = CrossingsOf(layout_);
    for (std::size_t i = 0; i < scene_.wires.size(); ++i) DrawWire(i);
    DrawHops();
    for (std::size_t i = 0; i < scene_.ports.size(); ++i) DrawPort(i);
    for (std::size_t i = 0; i < scene_.wires.size(); ++i) DrawEnds(i);
    for (std::size_t i = 1; i < scene_.nodes.size(); ++i) DrawText(i);
    for (std::size_t i = 0; i < scene_.buses.size(); ++i) DrawBarLabel(i);
    return std::move(drawing_);
  }

 private:
  void Add(Shape shape) { drawing_.shapes.push_back(std::move(shape)); }

  /// White and grey in turn, so that a level is told from the one around it; single systems are always white.
  Fill FillOf(const Node& node) const {
    if (node.state == Node::State::kThirdLevel && node.children.empty()) return Fill::kHatched;
    const bool container = !node.children.empty();
    return container && node.level.value_or(0) % 2 == 1 ? Fill::kGrey : Fill::kWhite;
  }

  /// Of a stack: the box in front, which holds the text.
  Rect FrontOf(std::size_t index) const {
    Rect front = layout_.boxes[index];
    if (scene_.nodes[index].count < 2) return front;
    front.y += metrics_.stack;
    front.width -= metrics_.stack;
    front.height -= metrics_.stack;
    return front;
  }

  void DrawBox(std::size_t index) {
    const Node& node = scene_.nodes[index];
    const Rect& at = layout_.boxes[index];
    const Stroke stroke = node.state == Node::State::kFine ? Stroke::kSolid : Stroke::kDashed;
    Box box{{at.x, at.y}, at.width, at.height, FrameOf(node), stroke, FillOf(node)};
    for (double step = metrics_.stack; node.count > 1 && step > 0; step -= metrics_.stack / 2) {
      Box behind = box;
      behind.at.x += step;
      behind.at.y += metrics_.stack - step;
      behind.width -= metrics_.stack;
      behind.height -= metrics_.stack;
      if (behind.fill == Fill::kHatched) behind.fill = Fill::kWhite;
      Add(behind);
    }
    const Rect front = FrontOf(index);
    box.at = {front.x, front.y};
    box.width = front.width;
    box.height = front.height;
    Add(box);
  }

  void DrawText(std::size_t index) {
    const Node& node = scene_.nodes[index];
    const Rect at = FrontOf(index);
    const BoxText text = TextOf(scene_, node);
    const bool plate = FillOf(node) == Fill::kHatched;
    Label label{.at = {}, .text = "", .anchor = text.centred ? Anchor::kMiddle : Anchor::kStart, .plate = plate};
    label.at = {text.centred ? at.x + Snap(metrics_, at.width / 2) : at.x + metrics_.pad,
                at.y + metrics_.pad_top + metrics_.ascent};
    const auto put = [&](const std::string& line, bool bold) {
      label.text = line;
      label.bold = bold;
      label.size = bold ? metrics_.title : metrics_.text;
      if (!line.empty()) Add(label);
      label.at.y += metrics_.line;
    };
    for (const std::string& line : text.title) put(line, true);
    for (const std::string& line : text.lines) put(line, false);
    if (!node.requirement.empty() && !node.children.empty()) {
      Label id{{at.right() - metrics_.pad, at.y + metrics_.pad_top + metrics_.ascent},
               node.requirement,
               metrics_.text,
               Anchor::kEnd};
      Add(id);
    }
    DrawState(node, at);
  }

  /// In the upper right corner: one cross for what is bad or missing, two for what makes it so.
  void DrawState(const Node& node, const Rect& at) {
    if (node.state == Node::State::kFine) return;
    const bool cells = metrics_.grid > 0;
    const double step = cells ? 1 : kCross + 2;
    Point corner{at.right() - (cells ? 2 : kCross / 2 + 2.5), at.y + (cells ? 1 : kCross / 2 + 2.5)};
    if (!node.requirement.empty() && !node.children.empty())
      corner.x = at.right() - 2 * metrics_.pad - metrics_.width(node.requirement, metrics_.text, false) - step / 2;
    if (corner.x < at.right() - metrics_.pad)
      corner.y = std::max(corner.y, at.y + metrics_.pad_top + metrics_.ascent - kCross / 3);
    if (cells) corner.y = at.y + 1;
    Add(Cross{corner, kCross, 1.5});
    if (node.state == Node::State::kCause) Add(Cross{{corner.x - step, corner.y}, kCross, 1.5});
  }

  void DrawBar(std::size_t index) {
    const Bar& bar = layout_.bars[index];
    const Bus& bus = scene_.buses[index];
    if (!bar.drawn) return;
    const Stroke stroke = bus.missing                            ? Stroke::kDashed
                          : bus.kind == Bus::Kind::kHipersockets ? Stroke::kTwin
                                                                 : Stroke::kSolid;
    Add(Line{{{bar.from, bar.y}, {bar.to, bar.y}}, bus.missing ? 1 : WeightOf(bus.kind), stroke});
  }

  void DrawBarLabel(std::size_t index) {
    const Bar& bar = layout_.bars[index];
    const Bus& bus = scene_.buses[index];
    if (!bar.drawn) return;
    Add(Label{.at = bar.label, .text = bus.label, .size = metrics_.text});
    if (bus.question.empty()) return;
    Add(Label{
        .at = {bar.label.x, bar.label.y + metrics_.line}, .text = bus.question, .size = metrics_.text, .bold = true});
  }

  void DrawPort(std::size_t index) {
    const Rect& at = layout_.ports[index];
    const Port& port = scene_.ports[index];
    if (at.width <= 0) return;
    Add(Box{{at.x, at.y}, at.width, at.height, 1.2, Stroke::kSolid, Fill::kWhite});
    double y = at.y + metrics_.pad_top / 2 + metrics_.ascent;
    for (std::size_t i = 0; i < port.lines.size(); ++i) {
      Add(Label{.at = {at.x + Snap(metrics_, at.width / 2), y},
                .text = port.lines[i],
                .size = metrics_.text,
                .anchor = Anchor::kMiddle,
                .bold = i > 0 && port.open});
      y += metrics_.line;
    }
  }

  void DrawWire(std::size_t index) {
    if (layout_.paths[index].size() < 2) return;
    const Stroke stroke = scene_.wires[index].missing ? Stroke::kDashed : Stroke::kSolid;
    for (Piece& piece : PiecesOf(layout_.paths[index], crossings_[index], metrics_.hop))
      Add(Line{std::move(piece.points), kWireLine, stroke});
  }

  void DrawHops() {
    for (std::size_t i = 0; i < scene_.wires.size(); ++i) {
      if (layout_.paths[i].size() < 2) continue;
      for (const Point& at : crossings_[i]) Add(Hop{at, metrics_.hop, kWireLine});
    }
  }

  /// A dot on every bar that a wire begins or ends at; a cross where it should, but the bar is missing.
  void DrawEnds(std::size_t index) {
    const std::vector<Point>& path = layout_.paths[index];
    const Wire& wire = scene_.wires[index];
    if (path.size() < 2) return;
    if (wire.from.kind == End::Kind::kBus) Add(Dot{path.front(), kDot});
    if (wire.missing)
      Add(Cross{path.back(), kSmallCross, 1.2});
    else if (wire.to.kind == End::Kind::kBus)
      Add(Dot{path.back(), kDot});
  }

  const Scene& scene_;
  const Layout& layout_;
  const Metrics& metrics_;
  Drawing drawing_;
  std::vector<std::vector<Point>> crossings_;
};

}  // namespace

Drawing Render(const Scene& scene, const Layout& layout, const Metrics& metrics) {
  return Renderer(scene, layout, metrics).Draw();
}

namespace {

struct Scaler {
  double factor;
  void operator()(Box& box) const {
    (*this)(box.at);
    box.width *= factor;
    box.height *= factor;
    box.line *= factor;
  }
  void operator()(Line& line) const {
    for (Point& point : line.points) (*this)(point);
    line.line *= factor;
  }
  void operator()(Hop& hop) const {
    (*this)(hop.at);
    hop.radius *= factor;
    hop.line *= factor;
  }
  void operator()(Dot& dot) const {
    (*this)(dot.at);
    dot.radius *= factor;
  }
  void operator()(Cross& cross) const {
    (*this)(cross.at);
    cross.size *= factor;
    cross.line *= factor;
  }
  void operator()(Label& label) const {
    (*this)(label.at);
    label.size *= factor;
  }
  void operator()(Point& point) const {
    point.x *= factor;
    point.y *= factor;
  }
};

struct Mover {
  Point by;
  void operator()(Line& line) const {
    for (Point& point : line.points) Shift(point);
  }
  template <class One>
  void operator()(One& shape) const {
    Shift(shape.at);
  }
  void Shift(Point& point) const {
    point.x += by.x;
    point.y += by.y;
  }
};

}  // namespace

void Scale(Drawing& drawing, double factor) {
  for (Shape& shape : drawing.shapes) std::visit(Scaler{factor}, shape);
  drawing.width *= factor;
  drawing.height *= factor;
}

void Move(Drawing& drawing, Point by) {
  for (Shape& shape : drawing.shapes) std::visit(Mover{by}, shape);
}

}  // namespace hotsite::backends::drawing
