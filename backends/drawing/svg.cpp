#include "backends/drawing/svg.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "backends/drawing/hatch.h"
#include "backends/drawing/text_width.h"
#include "compiler/support/utf8.h"
#include "compiler/support/xml_text.h"

namespace hotsite::backends::drawing {
namespace {

/// The widths in text_width.h are those of the first one; the others are about as wide.
constexpr char kSans[] = "Noto Sans, Segoe UI, Helvetica Neue, Arial, DejaVu Sans, sans-serif";
constexpr char kMono[] = "Noto Sans Mono, DejaVu Sans Mono, Consolas, Menlo, monospace";
constexpr char kGrey[] = "#efefef";  // 6 %: seen beside white, no harm to text on it
constexpr double kTwinLine = 0.8;    // each of the two
constexpr double kRound = 100;       // coordinates in hundredths of a point

/// 12.5, not 12.50; never -0.
std::string Number(double value) {
  const auto hundredths = static_cast<long long>(std::llround(value * kRound));
  std::string text =
      fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::abs(hundredths) / 100, std::abs(hundredths) % 100);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

class Printer {
 public:
  explicit Printer(std::string& out) : out_(out) {}

  void operator()(const Box& box) {
    if (box.fill == Fill::kHatched) {
      Rectangle(box, "#fff", 0);
      for (const Line& line : HatchOf(box)) (*this)(line);
    }
    const bool filled = box.fill == Fill::kWhite || box.fill == Fill::kGrey;
    Rectangle(box, filled ? (box.fill == Fill::kGrey ? kGrey : "#fff") : "none", box.line);
  }

  void operator()(const Line& line) {
    if (line.points.size() < 2) return;
    if (line.stroke != Stroke::kTwin) return Path(line.points, line.line, line.stroke);
    // Two strokes beside each other: a broad black one with a white one on it.
    Path(line.points, line.line, Stroke::kSolid);
    if (line.line > 2 * kTwinLine) Path(line.points, line.line - 2 * kTwinLine, Stroke::kSolid, "#fff");
  }

  void operator()(const Hop& hop) {
    Put(R"(<path d="M{0} {1}A{2} {2} 0 0 1 {0} {3}" fill="none" stroke="#000" stroke-width="{4}"/>)", Number(hop.at.x),
        Number(hop.at.y - hop.radius), Number(hop.radius), Number(hop.at.y + hop.radius), Number(hop.line));
  }

  void operator()(const Dot& dot) {
    Put(R"(<circle cx="{}" cy="{}" r="{}"/>)", Number(dot.at.x), Number(dot.at.y), Number(dot.radius));
  }

  void operator()(const Cross& cross) {
    const double half = cross.size / 2;
    const std::string left = Number(cross.at.x - half), right = Number(cross.at.x + half);
    const std::string top = Number(cross.at.y - half), bottom = Number(cross.at.y + half);
    const std::string path = fmt::format("M{0} {1}L{2} {3}M{0} {3}L{2} {1}", left, top, right, bottom);
    Put(R"(<path d="{}" fill="none" stroke="#fff" stroke-width="{}"/>)", path, Number(cross.line + 2));
    Put(R"(<path d="{}" fill="none" stroke="#000" stroke-width="{}"/>)", path, Number(cross.line));
  }

  void operator()(const Label& label) {
    const double width = TextWidth(label.text, label.size, label.bold, label.mono);
    if (label.plate) Plate(label, width);
    std::string extra;
    if (label.mono) extra += fmt::format(R"( font-family="{}")", kMono);
    if (label.bold) extra += R"( font-weight="bold")";
    if (label.anchor == Anchor::kMiddle) extra += R"( text-anchor="middle")";
    if (label.anchor == Anchor::kEnd) extra += R"( text-anchor="end")";
    // Another font may be wider: then it is squeezed rather than let out of its box.
    if (CountCodePoints(label.text) == label.text.size() && label.text.size() > 1)
      extra += fmt::format(R"( textLength="{}" lengthAdjust="spacingAndGlyphs")", Number(width));
    Put(R"(<text x="{}" y="{}" font-size="{}"{}>{}</text>)", Number(label.at.x), Number(label.at.y), Number(label.size),
        extra, XmlText(label.text));
  }

 private:
  template <class... Values>
  void Put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), form, std::forward<Values>(values)...);
    out_ += '\n';
  }

  static std::string Dashes(Stroke stroke) { return stroke == Stroke::kDashed ? R"( stroke-dasharray="4 2.5")" : ""; }

  void Rectangle(const Box& box, std::string_view fill, double line) {
    const std::string stroke =
        line > 0 ? fmt::format(R"( stroke="#000" stroke-width="{}"{})", Number(line), Dashes(box.stroke)) : "";
    Put(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}"{}/>)", Number(box.at.x), Number(box.at.y),
        Number(box.width), Number(box.height), fill, stroke);
  }

  void Path(const std::vector<Point>& points, double width, Stroke stroke, std::string_view colour = "#000") {
    std::string path;
    for (const Point& point : points)
      path += fmt::format("{}{} {}", path.empty() ? 'M' : 'L', Number(point.x), Number(point.y));
    Put(R"(<path d="{}" fill="none" stroke="{}" stroke-width="{}"{}/>)", path, colour, Number(width), Dashes(stroke));
  }

  void Plate(const Label& label, double width) {
    constexpr double kMargin = 1.5;
    const double before = label.anchor == Anchor::kStart ? 0 : label.anchor == Anchor::kMiddle ? width / 2 : width;
    Rectangle({{label.at.x - before - kMargin, label.at.y - label.size * 0.85}, width + 2 * kMargin, label.size * 1.15},
              "#fff", 0);
  }

  std::string& out_;
};

}  // namespace

std::string SvgText(const Drawing& drawing) {
  std::string out = fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{0}pt" height="{1}pt" viewBox="0 0 {0} {1}" font-family="{2}">)"
      "\n<title>{3}</title>\n<desc>{4}</desc>\n",
      Number(drawing.width), Number(drawing.height), kSans, XmlText(drawing.title), XmlText(drawing.description));
  Printer printer(out);
  printer(Box{{0, 0}, drawing.width, drawing.height, 0, Stroke::kSolid, Fill::kWhite});
  for (const Shape& shape : drawing.shapes) std::visit(printer, shape);
  return out + "</svg>\n";
}

std::string SvgFile(const Drawing& drawing) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SvgText(drawing);
}

}  // namespace hotsite::backends::drawing
