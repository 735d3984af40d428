// The legend: what the marks in a picture mean, only those that occur; below it the remarks.
#include <algorithm>

#include "backends/drawing/render.h"
#include "backends/drawing/text_width.h"

namespace hotsite::backends::drawing {
namespace {

constexpr double kType = 7;
constexpr double kLine = 12;
constexpr double kSample = 20;   // width of a sample
constexpr double kBeside = 5;    // from it to its meaning
constexpr double kBetween = 16;  // to the next sample
constexpr double kAbove = 12;

std::vector<Shape> BarSample(Point at, double weight, Stroke stroke) {
  return {Line{{{at.x, at.y}, {at.x + kSample, at.y}}, weight, stroke}};
}

std::vector<Shape> BoxSample(Point at, Stroke stroke, Fill fill, int crosses) {
  std::vector<Shape> shapes{Box{{at.x + 1, at.y - 4}, kSample - 2, 8, 0.9, stroke, fill}};
  for (int i = 0; i < crosses; ++i) shapes.emplace_back(Cross{{at.x + kSample - 5 - 7 * i, at.y}, 5, 1.2});
  return shapes;
}

std::vector<Shape> StackSample(Point at) {
  std::vector<Shape> shapes;
  for (int i = 2; i >= 0; --i)
    shapes.emplace_back(
        Box{{at.x + 2 + 2.0 * i, at.y - 2 - 2.0 * i}, kSample - 8, 6, 0.9, Stroke::kSolid, Fill::kWhite});
  return shapes;
}

std::vector<Shape> HopSample(Point at) {
  const double middle = at.x + kSample / 2;
  return {Line{{{at.x, at.y}, {at.x + kSample, at.y}}, 2, Stroke::kSolid},
          Line{{{middle, at.y - 5}, {middle, at.y - 2}}, 0.8, Stroke::kSolid},
          Line{{{middle, at.y + 2}, {middle, at.y + 5}}, 0.8, Stroke::kSolid}, Hop{{middle, at.y}, 2, 0.8}};
}

std::vector<Shape> SampleOf(Mark mark, Point at) {
  switch (mark) {
    case Mark::kStack:
      return StackSample(at);
    case Mark::kVswitch:
    case Mark::kBridge:
      return BarSample(at, 2, Stroke::kSolid);
    case Mark::kGuestLan:
      return BarSample(at, 1, Stroke::kSolid);
    case Mark::kHipersockets:
      return BarSample(at, 3, Stroke::kTwin);
    case Mark::kOutside:
      return BarSample(at, 3.5, Stroke::kSolid);
    case Mark::kPort:
      return {Box{{at.x + 1, at.y - 4}, kSample - 2, 8, 1.2, Stroke::kSolid, Fill::kWhite}};
    case Mark::kOpen:
      return {Label{
          .at = {at.x + kSample / 2, at.y + 2.5}, .text = "?", .size = kType, .anchor = Anchor::kMiddle, .bold = true}};
    case Mark::kHop:
      return HopSample(at);
    case Mark::kThirdLevel:
      return BoxSample(at, Stroke::kDashed, Fill::kHatched, 1);
    case Mark::kCause:
      return BoxSample(at, Stroke::kDashed, Fill::kWhite, 2);
    case Mark::kMissing:
      return BoxSample(at, Stroke::kDashed, Fill::kNone, 1);
  }
  return {};
}

Mark MarkOf(Bus::Kind kind) {
  switch (kind) {
    case Bus::Kind::kVswitch:
      return Mark::kVswitch;
    case Bus::Kind::kGuestLan:
      return Mark::kGuestLan;
    case Bus::Kind::kBridge:
      return Mark::kBridge;
    case Bus::Kind::kHipersockets:
      return Mark::kHipersockets;
    case Bus::Kind::kOutside:
      break;
  }
  return Mark::kOutside;
}

/// In lines of `width`, broken at blanks.
std::vector<std::string> Wrapped(const std::string& text, double width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    const std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
    if (!lines.back().empty() && TextWidth(longer, kType) > width)
      lines.push_back(word);
    else
      lines.back() = longer;
    at = end + 1;
  }
  return lines;
}

}  // namespace

std::set<Mark> MarksOf(const Scene& scene, const Drawing& drawing) {
  std::set<Mark> marks;
  for (const Node& node : scene.nodes) {
    if (node.count > 1) marks.insert(Mark::kStack);
    if (node.state == Node::State::kThirdLevel) marks.insert(Mark::kThirdLevel);
    if (node.state == Node::State::kCause) marks.insert(Mark::kCause);
    if (node.state == Node::State::kMissing) marks.insert(Mark::kMissing);
  }
  for (const Wire& wire : scene.wires) {
    if (wire.missing) marks.insert(Mark::kMissing);
    if (wire.to.kind == End::Kind::kBus && !scene.buses[wire.to.index].missing)
      marks.insert(MarkOf(scene.buses[wire.to.index].kind));
    if (wire.to.kind == End::Kind::kPort) marks.insert(Mark::kPort);
  }
  for (const Port& port : scene.ports) {
    if (port.open) marks.insert(Mark::kOpen);
  }
  for (const Shape& shape : drawing.shapes) {
    if (std::holds_alternative<Hop>(shape)) marks.insert(Mark::kHop);
  }
  return marks;
}

std::string_view MeaningOf(Mark mark) {
  switch (mark) {
    case Mark::kStack:
      return "several systems alike";
    case Mark::kVswitch:
      return "virtual switch";
    case Mark::kGuestLan:
      return "guest LAN";
    case Mark::kBridge:
      return "bridge of a KVM host";
    case Mark::kHipersockets:
      return "HiperSockets";
    case Mark::kOutside:
      return "network outside";
    case Mark::kPort:
      return "OSA, with device numbers";
    case Mark::kOpen:
      return "question to the vendor, by its number";
    case Mark::kHop:
      return "passes, isn't connected";
    case Mark::kThirdLevel:
      return "level 3: carried by software, too slow to use";
    case Mark::kCause:
      return "the cause: a hypervisor run as a guest";
    case Mark::kMissing:
      return "missing here";
  }
  return {};
}

void AddLegend(Drawing& drawing, const std::set<Mark>& marks, const std::vector<std::string>& remarks, double width) {
  double y = drawing.height + kAbove;
  for (const std::string& remark : remarks) {
    for (const std::string& line : Wrapped(remark, width)) {
      drawing.shapes.emplace_back(Label{.at = {0, y}, .text = line, .size = kType});
      y += kLine - 2;
    }
  }
  double x = 0;
  y += remarks.empty() ? 0 : 2;
  for (const Mark mark : marks) {
    const std::string meaning(MeaningOf(mark));
    const double taken = kSample + kBeside + TextWidth(meaning, kType);
    if (x > 0 && x + taken > width) {
      x = 0;
      y += kLine;
    }
    for (Shape& shape : SampleOf(mark, {x, y - 2.5})) drawing.shapes.push_back(std::move(shape));
    drawing.shapes.emplace_back(Label{.at = {x + kSample + kBeside, y}, .text = meaning, .size = kType});
    x += taken + kBetween;
  }
  drawing.width = std::max(drawing.width, width);
  drawing.height = y + kLine / 2;
}

}  // namespace hotsite::backends::drawing
