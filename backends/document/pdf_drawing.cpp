#include "backends/document/pdf_drawing.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "backends/drawing/hatch.h"
#include "backends/drawing/text_width.h"

namespace hotsite::backends::document {
namespace {

using drawing::Fill;
using drawing::Point;
using drawing::Stroke;

constexpr double kBlack = 0, kWhite = 1, kGrey = 0.94;  // 6 %: seen beside white, no harm to text on it
constexpr double kTwinLine = 0.8;                       // each of the two
constexpr double kQuarter = 1.57079632679489662;        // of a turn
constexpr std::array kDashes = {4.0, 2.5};

struct FreeObject {
  void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, FreeObject>;

/// Pango measures in units of which PANGO_SCALE are a point.
double Points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

class Painter {
 public:
  Painter(cairo_t* surface, const LabelType& type)
      : surface_(surface), type_(type), layout_(pango_layout_new(type.context)) {}

  void operator()(const drawing::Box& box) {
    if (box.fill != Fill::kNone) Ground(box, box.fill == Fill::kGrey ? kGrey : kWhite);
    if (box.fill == Fill::kHatched) {
      for (const drawing::Line& line : drawing::HatchOf(box)) (*this)(line);
    }
    if (box.line <= 0) return;
    cairo_rectangle(surface_, box.at.x, box.at.y, box.width, box.height);
    Draw(box.line, box.stroke);
  }

  void operator()(const drawing::Line& line) {
    if (line.points.size() < 2) return;
    const bool twin = line.stroke == Stroke::kTwin;
    Follow(line.points);
    Draw(line.line, twin ? Stroke::kSolid : line.stroke);
    if (!twin || line.line <= 2 * kTwinLine) return;
    Follow(line.points);
    Draw(line.line - 2 * kTwinLine, Stroke::kSolid, kWhite);
  }

  void operator()(const drawing::Hop& hop) {
    cairo_new_sub_path(surface_);
    cairo_arc(surface_, hop.at.x, hop.at.y, hop.radius, -kQuarter, kQuarter);
    Draw(hop.line, Stroke::kSolid);
  }

  void operator()(const drawing::Dot& dot) {
    cairo_new_sub_path(surface_);
    cairo_arc(surface_, dot.at.x, dot.at.y, dot.radius, 0, 4 * kQuarter);
    cairo_set_source_rgb(surface_, kBlack, kBlack, kBlack);
    cairo_fill(surface_);
  }

  void operator()(const drawing::Cross& cross) {
    Cross(cross);
    Draw(cross.line + 2, Stroke::kSolid, kWhite);
    Cross(cross);
    Draw(cross.line, Stroke::kSolid);
  }

  void operator()(const drawing::Label& label) {
    if (label.text.empty() || label.size <= 0) return;
    Set(label);
    const double allowed = drawing::TextWidth(label.text, label.size, label.bold, label.mono);
    int units = 0;
    pango_layout_get_size(layout_.get(), &units, nullptr);
    const double natural = Points(units), width = std::min(natural, allowed);
    const double before = label.anchor == drawing::Anchor::kStart    ? 0
                          : label.anchor == drawing::Anchor::kMiddle ? width / 2
                                                                     : width;
    const Point at = {label.at.x - before, label.at.y};
    constexpr double kMargin = 1.5;
    if (label.plate) {
      Ground({{at.x - kMargin, at.y - label.size * 0.85}, width + 2 * kMargin, label.size * 1.15}, kWhite);
    }
    Print(at, natural > 0 ? width / natural : 1);
  }

 private:
  void Ground(const drawing::Box& box, double shade) {
    cairo_rectangle(surface_, box.at.x, box.at.y, box.width, box.height);
    cairo_set_source_rgb(surface_, shade, shade, shade);
    cairo_fill(surface_);
  }

  void Follow(const std::vector<Point>& points) {
    cairo_new_path(surface_);
    for (const Point& point : points) cairo_line_to(surface_, point.x, point.y);
  }

  void Cross(const drawing::Cross& cross) {
    const double half = cross.size / 2;
    cairo_move_to(surface_, cross.at.x - half, cross.at.y - half);
    cairo_line_to(surface_, cross.at.x + half, cross.at.y + half);
    cairo_move_to(surface_, cross.at.x - half, cross.at.y + half);
    cairo_line_to(surface_, cross.at.x + half, cross.at.y - half);
  }

  /// Strokes the path.
  void Draw(double width, Stroke stroke, double shade = kBlack) {
    cairo_set_source_rgb(surface_, shade, shade, shade);
    cairo_set_line_width(surface_, width);
    cairo_set_dash(surface_, kDashes.data(), stroke == Stroke::kDashed ? static_cast<int>(kDashes.size()) : 0, 0);
    cairo_stroke(surface_);
  }

  void Set(const drawing::Label& label) {
    const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
        pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family_static(font.get(), (label.mono ? type_.mono : type_.sans).c_str());
    pango_font_description_set_weight(font.get(), label.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), label.size * PANGO_SCALE);
    pango_layout_set_font_description(layout_.get(), font.get());
    pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);  // a name can't make a second line
    pango_layout_set_text(layout_.get(), label.text.data(), static_cast<int>(label.text.size()));
  }

  /// The layout with its baseline at `at`, narrowed by `squeeze`.
  void Print(Point at, double squeeze) {
    cairo_save(surface_);
    cairo_translate(surface_, at.x, at.y);
    cairo_scale(surface_, squeeze, 1);
    cairo_set_source_rgb(surface_, kBlack, kBlack, kBlack);
    cairo_move_to(surface_, 0, -Points(pango_layout_get_baseline(layout_.get())));
    pango_cairo_show_layout(surface_, layout_.get());
    cairo_restore(surface_);
  }

  cairo_t* surface_;
  const LabelType& type_;
  Layout layout_;
};

}  // namespace

void PaintDrawing(const drawing::Drawing& drawing, cairo_t* surface, Point at, double scale, const LabelType& type) {
  cairo_save(surface);
  cairo_translate(surface, at.x, at.y);
  cairo_scale(surface, scale, scale);
  cairo_set_line_cap(surface, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(surface, CAIRO_LINE_JOIN_MITER);
  Painter painter(surface, type);
  for (const drawing::Shape& shape : drawing.shapes) std::visit(painter, shape);
  cairo_restore(surface);
}

}  // namespace hotsite::backends::document
