#include "backends/drawing/terminal.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "backends/drawing/canvas.h"
#include "backends/drawing/render.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::drawing {
namespace {

const Metrics& CellMetrics() {
  static const Metrics kMetrics = [] {
    Metrics cells;
    cells.title = cells.text = cells.line = cells.ascent = 1;
    cells.pad = 2;
    cells.pad_top = 0;
    cells.pad_bottom = 1;
    cells.below_text = 0;
    cells.stack = 0;
    cells.gap_x = 3;
    cells.gap_y = 2;
    cells.slot = 2;
    cells.track = 1;
    cells.above_bar = 1;
    cells.below_bar = 1;
    cells.label_lift = 1;
    cells.label_margin = 2;
    cells.port_depth = 1;
    cells.hop = 0;
    cells.grid = 1;
    cells.width = [](std::string_view text, double, bool) { return static_cast<double>(DisplayWidth(text)); };
    return cells;
  }();
  return kMetrics;
}

struct Picture {
  Scene scene;
  Drawing drawing;
};

/// The first that fits, tried from the broadest and least folded; else the narrowest.
Picture Fitting(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements,
                std::size_t columns) {
  static constexpr std::array<std::size_t, 4> kColumns = {6, 4, 3, 2};
  Picture best;
  for (const Folding folding : {Folding::kSeldom, Folding::kOften, Folding::kSystems}) {
    const Scene scene = MakeScene(model, site, requirements, folding);
    for (const std::size_t beside : kColumns) {
      const Layout layout = Arrange(scene, CellMetrics(), {static_cast<double>(columns - 1), beside});
      Drawing drawing = Render(scene, layout, CellMetrics());
      const bool fits = drawing.width + 1 <= static_cast<double>(columns);
      if (best.scene.nodes.empty() || drawing.width < best.drawing.width) best = {scene, std::move(drawing)};
      if (fits) return best;
    }
  }
  return best;
}

struct Sign {
  Mark mark;
  std::string_view box_drawing, ascii;
};
/// Lines say by their labels what they are; only what isn't said elsewhere needs explaining.
constexpr Sign kSigns[] = {
    {Mark::kOpen, "? ", "? "},
    {Mark::kThirdLevel, "▒✗", ":x"},
    {Mark::kCause, "✗✗", "xx"},
    {Mark::kMissing, "╌✗", ".x"},
};

std::string LegendOf(const Picture& picture, std::size_t columns, bool ascii) {
  TextWriter out;
  for (const std::string& remark : picture.scene.remarks) out.Wrapped(remark, columns, "", "  ");
  const std::set<Mark> marks = MarksOf(picture.scene, picture.drawing);
  for (const Sign& sign : kSigns) {
    if (!marks.contains(sign.mark)) continue;
    out.Wrapped(MeaningOf(sign.mark), columns, std::string(ascii ? sign.ascii : sign.box_drawing) + " ", "   ");
  }
  return out.Take();
}

/// What a terminal without UTF-8 can show: everything else is `?`.
std::string PlainOf(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = CodePointBytes(text, at);
    const std::string_view one = text.substr(at, bytes);
    at += bytes;
    if (one == "…")
      plain += "~";
    else if (one == "·")
      plain += ",";
    else
      plain += bytes == 1 && one.front() >= ' ' ? std::string(one) : std::string(DisplayWidth(one), '?');
  }
  return plain;
}

}  // namespace

std::string SiteAsText(const model::Model& model, const model::Site& site,
                       const requirements::Requirements* requirements, std::size_t columns, Characters characters) {
  const bool ascii = characters == Characters::kAscii;
  Picture picture = Fitting(model, site, requirements, columns);
  const auto cells = [](double length) { return static_cast<std::size_t>(std::lround(length)) + 2; };
  Canvas canvas(cells(picture.drawing.width), cells(picture.drawing.height), ascii);
  for (Shape& shape : picture.drawing.shapes) {
    if (auto* label = std::get_if<Label>(&shape); label != nullptr && ascii) label->text = PlainOf(label->text);
    canvas.Draw(shape);
  }
  std::string text = canvas.Take();
  while (text.ends_with("\n\n")) text.pop_back();
  const std::string legend = LegendOf(picture, columns, ascii);
  return text + (legend.empty() ? "" : "\n" + legend);
}

}  // namespace hotsite::backends::drawing
