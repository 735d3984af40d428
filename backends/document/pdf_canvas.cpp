#include "backends/document/pdf_canvas.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

namespace hotsite::backends::document {
namespace {

struct Size {
  double width, height;
};

/// In points: 8.5 by 11 inches; 210 by 297 mm.
Size SizeOf(Paper paper) { return paper == Paper::kLetter ? Size{612, 792} : Size{595.28, 841.89}; }

cairo_status_t Append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Canvas::Canvas(Paper paper, std::map<std::string, std::size_t> names)
    : surface_(cairo_pdf_surface_create_for_stream(Append, &drawn_.bytes, SizeOf(paper).width, SizeOf(paper).height)),
      cairo_(cairo_create(surface_)),
      left_((SizeOf(paper).width - kBoxWidth) / 2),
      top_((SizeOf(paper).height - kBoxHeight) / 2),
      names_(std::move(names)) {}

Canvas::~Canvas() {
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

void Canvas::Begin(const char* tag) { cairo_tag_begin(cairo_, tag, nullptr); }

void Canvas::End(const char* tag) { cairo_tag_end(cairo_, tag); }

void Canvas::Destination(const std::string& name, double x, double y) {
  if (!HasDestination(name)) return;
  const std::string attributes = fmt::format("name='{}' x={:.2f} y={:.2f}", name, left_ + x, top_ + y);
  cairo_tag_begin(cairo_, CAIRO_TAG_DEST, attributes.c_str());
  cairo_tag_end(cairo_, CAIRO_TAG_DEST);
}

void Canvas::Link(const std::string& name, const Rectangle& area) {
  const std::string attributes = fmt::format("dest='{}' rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", name, left_ + area.x,
                                             top_ + area.y, area.width, area.height);
  cairo_tag_begin(cairo_, CAIRO_TAG_LINK, attributes.c_str());
  cairo_tag_end(cairo_, CAIRO_TAG_LINK);
}

void Canvas::Across(double x, double y, double width, double thickness, double grey) {
  cairo_set_source_rgb(cairo_, grey, grey, grey);
  cairo_set_line_width(cairo_, thickness);
  cairo_move_to(cairo_, left_ + x, top_ + y);
  cairo_rel_line_to(cairo_, width, 0);
  cairo_stroke(cairo_);
}

void Canvas::Down(double x, double y, double height, double thickness, double grey) {
  cairo_set_source_rgb(cairo_, grey, grey, grey);
  cairo_set_line_width(cairo_, thickness);
  cairo_move_to(cairo_, left_ + x, top_ + y);
  cairo_rel_line_to(cairo_, 0, height);
  cairo_stroke(cairo_);
}

void Canvas::Frame(const Rectangle& area, double thickness) {
  cairo_set_source_rgb(cairo_, kBlack, kBlack, kBlack);
  cairo_set_line_width(cairo_, thickness);
  cairo_rectangle(cairo_, left_ + area.x, top_ + area.y, area.width, area.height);
  cairo_stroke(cairo_);
}

void Canvas::Shade(const Rectangle& area, double grey) {
  cairo_set_source_rgb(cairo_, grey, grey, grey);
  cairo_rectangle(cairo_, left_ + area.x, top_ + area.y, area.width, area.height);
  cairo_fill(cairo_);
}

void Canvas::TickBox(const Field& field, double x, double y, double size) {
  constexpr double kLine = 0.8;
  Frame({x, y, size, size}, kLine);
  Place(field, {x + kLine, y + kLine, size - 2 * kLine, size - 2 * kLine});
}

void Canvas::Place(const Field& field, const Rectangle& area) {
  drawn_.fields.push_back({field, page_, left_ + area.x, top_ + area.y, area.width, area.height});
  if (field.kind == Field::Kind::kFixed) return;
  Begin("Form");  // empty: the widget takes its place (pdf_finish.h)
  End("Form");
}

void Canvas::NextPage() {
  cairo_show_page(cairo_);
  ++page_;
}

DrawnPages Canvas::Finish() {
  cairo_show_page(cairo_);
  cairo_surface_finish(surface_);
  drawn_.pages = page_ + 1;
  const cairo_status_t status = cairo_surface_status(surface_);
  if (status != CAIRO_STATUS_SUCCESS)
    drawn_.problem = fmt::format("cairo could not draw the pages: {}", cairo_status_to_string(status));
  return std::move(drawn_);
}

}  // namespace hotsite::backends::document
