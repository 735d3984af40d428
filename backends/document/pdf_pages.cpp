#include "backends/document/pdf_pages.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include "backends/document/pdf_canvas.h"
#include "backends/document/pdf_characters.h"
#include "backends/document/pdf_story.h"
#include "backends/document/pdf_writer.h"

namespace hotsite::backends::document {
namespace {

constexpr double kFurnitureSize = 7.5;
constexpr double kNumberWidth = 90;  // `page 1000 of 1000`, with room before it

/// A large outlined word behind the head, as a path: it is no text that anybody would read out.
void PaintDraft(Canvas& canvas, const Fonts& fonts, double size, double baseline) {
  PangoLayout* layout = pango_layout_new(fonts.context);
  PangoFontDescription* font = pango_font_description_from_string(fonts.sans.c_str());
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
  pango_layout_set_text(layout, "DRAFT", -1);
  PangoRectangle extents;
  pango_layout_get_extents(layout, nullptr, &extents);
  cairo_t* cairo = canvas.cairo();
  cairo_move_to(cairo, canvas.left() + kBoxWidth - static_cast<double>(extents.width) / PANGO_SCALE,
                canvas.top() + baseline);
  pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(layout, 0));
  g_object_unref(layout);
  cairo_set_source_rgb(cairo, kRuleGrey, kRuleGrey, kRuleGrey);
  cairo_set_line_width(cairo, 0.8);
  cairo_stroke(cairo);
}

/// Head, foot and the outline of the slabs on their pages.
class Printer {
 public:
  Printer(const Document& document, const Fonts& fonts)
      : document_(document),
        fonts_(fonts),
        anchors_(document),
        setter_(fonts, anchors_),
        head_(setter_.Set(document.head, {kFurnitureSize}, kBoxWidth)),
        foot_(setter_.Set(document.foot, {kFurnitureSize}, kBoxWidth - kNumberWidth)),
        story_(Compose(document, setter_)),
        placed_(PlaceAll()),
        canvas_(document.paper, Destinations()) {}

  DrawnPages Print() {
    if (setter_.unknown() > 0) return {{}, {}, 0, "a character is in none of the fonts"};
    SetProperties();
    canvas_.Begin("Document");
    BeginPage();
    for (std::size_t at = 0; at < placed_.size(); ++at) {
      while (canvas_.page() < placed_[at].page) {
        canvas_.NextPage();
        BeginPage();
      }
      Paint(story_.slabs[at], placed_[at]);
    }
    canvas_.End("Document");
    Outline();
    return canvas_.Finish();
  }

 private:
  std::vector<PlacedSlab> PlaceAll() const {
    std::vector<SlabSize> sizes;
    for (const Slab& slab : story_.slabs) sizes.push_back(slab.size);
    std::vector<double> heads;
    for (const RepeatedHead& head : story_.heads) heads.push_back(head.height);
    return Paginate(sizes, heads, kContentHeight);
  }

  std::map<std::string, std::size_t> Destinations() const {
    std::map<std::string, std::size_t> pages;
    for (std::size_t at = 0; at < placed_.size(); ++at) {
      for (const std::string& name : story_.slabs[at].destinations) pages[name] = placed_[at].page;
    }
    return pages;
  }

  /// Without a date cairo writes the clock's.
  void SetProperties() {
    const std::string date = (document_.date.empty() ? "2000-01-01" : document_.date) + "T00:00:00Z";
    cairo_pdf_surface_set_metadata(canvas_.surface(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    cairo_pdf_surface_set_metadata(canvas_.surface(), CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
  }

  void BeginPage() {
    const std::size_t pages = placed_.empty() ? 1 : placed_.back().page + 1;
    if (canvas_.page() > 0) {
      if (document_.draft) PaintDraft(canvas_, fonts_, 30, kHeadHeight - 12);
      head_.Draw(canvas_, "", 0, kHeadHeight - 23, 0, 1);
      canvas_.Across(0, kHeadHeight - 10, kBoxWidth, 0.5);
    } else if (document_.draft) {
      PaintDraft(canvas_, fonts_, 44, kHeadHeight + 16);
    }
    const TextBlock number =
        setter_.Set(fmt::format("page {} of {}", canvas_.page() + 1, pages), {kFurnitureSize}, kBoxWidth);
    const double y = kBoxHeight - number.height();
    canvas_.Across(0, y - 4, kBoxWidth, 0.5);
    foot_.Draw(canvas_, "", 0, y, 0, 1);
    number.Draw(canvas_, "", kBoxWidth - number.width(), y);
  }

  void Paint(const Slab& slab, const PlacedSlab& placed) {
    const double y = kHeadHeight + placed.y;
    for (const char* tag : slab.opens) canvas_.Begin(tag);
    if (placed.repeats_head) {
      const RepeatedHead& head = story_.heads[static_cast<std::size_t>(slab.size.head)];
      head.paint(canvas_, y - head.height);
    }
    for (const std::string& name : slab.destinations) canvas_.Destination(name, 0, y);
    slab.paint(canvas_, y);
    for (const char* tag : slab.closes) canvas_.End(tag);
  }

  void Outline() {
    struct Open {
      int level, id;
    };
    std::vector<Open> open = {{-1, CAIRO_PDF_OUTLINE_ROOT}};  // those that the next entry may stand below
    for (const OutlineEntry& entry : story_.outline) {
      if (!canvas_.HasDestination(entry.destination)) continue;
      while (open.back().level >= entry.level) open.pop_back();
      const std::string title = Settable(entry.title), attributes = fmt::format("dest='{}'", entry.destination);
      const auto folded = static_cast<cairo_pdf_outline_flags_t>(0);
      open.push_back({entry.level, cairo_pdf_surface_add_outline(canvas_.surface(), open.back().id, title.c_str(),
                                                                 attributes.c_str(), folded)});
    }
  }

  const Document& document_;
  const Fonts& fonts_;
  Anchors anchors_;
  Setter setter_;
  TextBlock head_, foot_;  // their first line is printed
  Story story_;
  std::vector<PlacedSlab> placed_;
  Canvas canvas_;
};

}  // namespace

DrawnPages DrawPages(const Document& document) {
  const Fonts& fonts = FontsFor(CharactersOf(document), HOTSITE_FONTS);
  if (!fonts.problem.empty()) return {{}, {}, 0, fonts.problem};
  return Printer(document, fonts).Print();
}

}  // namespace hotsite::backends::document
