// A drawing as SVG: every shape, coordinates rounded, nothing of a spec becomes markup.
#include <catch2/catch.hpp>

#include "backends/drawing/hatch.h"
#include "backends/drawing/svg.h"
#include "backends/drawing/text_width.h"

namespace hotsite::backends::drawing {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Drawing Of(Shape shape) {
  Drawing drawing{100, 50, "A <site>", "what & where", {}};
  drawing.shapes.push_back(std::move(shape));
  return drawing;
}

TEST_CASE("svg: a picture says what it is, to people who can't see it too") {
  const std::string svg = SvgText(Of(Dot{{1, 2}, 2}));
  CHECK(Has(svg, R"(role="img" width="100pt" height="50pt" viewBox="0 0 100 50")"));
  CHECK(Has(svg, "<title>A &lt;site&gt;</title>\n<desc>what &amp; where</desc>"));
  CHECK(SvgFile(Of(Dot{})).starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
}

TEST_CASE("svg: coordinates are rounded to hundredths, so that bytes repeat") {
  CHECK(Has(SvgText(Of(Dot{{1.0 / 3, -0.001}, 2.5})), R"(<circle cx="0.33" cy="0" r="2.5"/>)"));
  CHECK(Has(SvgText(Of(Dot{{-1.239, 7}, 2})), R"(cx="-1.24" cy="7")"));
}

TEST_CASE("svg: names are text, whatever they hold") {
  Label label{{5, 10}, "\"<script>&\x01\xFF\xC3\xA9", 8, Anchor::kEnd, true, true, true};
  const std::string svg = SvgText(Of(label));
  CHECK(Has(svg, ">&quot;&lt;script&gt;&amp; \xEF\xBF\xBD\xC3\xA9</text>"));
  CHECK(Has(svg, R"(font-weight="bold" text-anchor="end")"));
  CHECK(Has(svg, "Noto Sans Mono"));
}

TEST_CASE("svg: lines, boxes and hops") {
  CHECK(Has(SvgText(Of(Line{{{0, 1}, {2, 1}}, 1, Stroke::kDashed})),
            R"(d="M0 1L2 1" fill="none" stroke="#000" stroke-width="1" stroke-dasharray)"));
  CHECK(Has(SvgText(Of(Line{{{0, 1}, {2, 1}}, 3, Stroke::kTwin})), R"(stroke="#fff" stroke-width="1.4")"));
  CHECK_FALSE(Has(SvgText(Of(Line{{{0, 1}}, 3, Stroke::kSolid})), "<path"));
  CHECK(Has(SvgText(Of(Hop{{10, 20}, 2, 1})), R"(d="M10 18A2 2 0 0 1 10 22")"));
  CHECK(Has(SvgText(Of(Box{{1, 1}, 9, 9, 0.5, Stroke::kSolid, Fill::kGrey})),
            R"(fill="#efefef" stroke="#000" stroke-width="0.5")"));
}

TEST_CASE("a hatch stays inside its box") {
  const Box box{{10, 20}, 33, 17};
  const std::vector<Line> lines = HatchOf(box);
  CHECK(lines.size() == 9);
  for (const Line& line : lines) {
    for (const Point& point : line.points) {
      CHECK(point.x >= 10);
      CHECK(point.x <= 43);
      CHECK(point.y >= 20);
      CHECK(point.y <= 37);
    }
  }
  CHECK(HatchOf(Box{}).empty());
}

TEST_CASE("the width of text: Noto Sans for ASCII, an upper estimate for the rest") {
  CHECK(TextWidth("A1", 10) == Approx(6.39 + 5.72));
  CHECK(TextWidth("A1", 10, true) == Approx(6.90 + 5.72));
  CHECK(TextWidth("0C00", 10, false, true) == Approx(24.08));
  CHECK(TextWidth("\xC3\xA9", 10) == Approx(8));
  CHECK(TextWidth("\xE6\xBC\xA2", 10) == Approx(10));
  CHECK(TextWidth("", 10) == 0);
}

}  // namespace
}  // namespace hotsite::backends::drawing
