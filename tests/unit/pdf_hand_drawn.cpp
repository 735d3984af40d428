#include "tests/unit/pdf_hand_drawn.h"

#include <cairo-pdf.h>

namespace hotsite {
namespace {

constexpr std::size_t kPerPage = 10;

cairo_status_t Append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void Tag(cairo_t* cairo, const char* tag) {
  cairo_tag_begin(cairo, tag, nullptr);
  cairo_tag_end(cairo, tag);
}

}  // namespace

using backends::document::DrawnPages;
using backends::document::Field;

DrawnPages HandDrawn(const std::vector<Field>& fields, std::size_t tagged) {
  DrawnPages drawn;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(Append, &drawn.bytes, 612, 792);
  cairo_t* cairo = cairo_create(surface);
  cairo_tag_begin(cairo, "Document", nullptr);
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (at > 0 && at % kPerPage == 0) cairo_show_page(cairo);
    const double y = 50.0 + 30.0 * static_cast<double>(at % kPerPage);
    drawn.fields.push_back({fields[at], at / kPerPage, 100, y, 90, 20});
    cairo_rectangle(cairo, 100, y, 90, 20);
    cairo_stroke(cairo);
    if (fields[at].kind == Field::Kind::kFixed || tagged == 0) continue;
    Tag(cairo, "Form");
    --tagged;
  }
  cairo_tag_end(cairo, "Document");
  cairo_show_page(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  cairo_surface_destroy(surface);
  drawn.pages = (fields.size() + kPerPage - 1) / kPerPage;
  return drawn;
}

}  // namespace hotsite
