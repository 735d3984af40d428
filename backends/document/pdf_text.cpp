#include "backends/document/pdf_text.h"

#include <hb.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

/// DejaVu Sans Mono is drawn larger than Noto Sans; at this share of the size both look alike.
constexpr double kMonoScale = 0.9;
/// From a line's upper edge to its baseline, per point of size: capitals stand in the middle of the line.
constexpr double kAscent = 0.99;

double FontSize(const Style& style) { return style.face == Face::kMono ? style.size * kMonoScale : style.size; }

double Points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

int Units(double points) { return static_cast<int>(points * PANGO_SCALE); }

void Insert(PangoAttrList* list, PangoAttribute* attribute, Span span) {
  attribute->start_index = static_cast<guint>(span.begin);
  attribute->end_index = static_cast<guint>(span.end);
  pango_attr_list_insert(list, attribute);
}

/// Scripts whose letters are taller than the grid, or sit elsewhere on it: they get the room that their font asks for.
bool NeedsRoom(std::string_view text) {
  constexpr unsigned char kFirst = 0xD6;  // U+0580 and up, but not the punctuation and symbols of U+2000-2FFF
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= kFirst && byte != 0xE2;
  });
}

/// The blank at which a line was broken has no glyph, for which cairo would write an empty text with a replacement;
/// with a real one, whoever reads the text out finds a blank between the lines.
void ShowWithBlank(cairo_t* cairo, const char* text, const PangoGlyphItem* run) {
  PangoGlyphItem* copy = pango_glyph_item_copy(const_cast<PangoGlyphItem*>(run));  // which only reads it
  hb_codepoint_t blank = 0;
  hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ', &blank);
  for (int i = 0; i < copy->glyphs->num_glyphs; ++i) {
    PangoGlyphInfo& glyph = copy->glyphs->glyphs[i];
    if (glyph.glyph == PANGO_GLYPH_EMPTY && text[run->item->offset + copy->glyphs->log_clusters[i]] == ' ')
      glyph.glyph = blank;
  }
  pango_cairo_show_glyph_item(cairo, text, copy);
  pango_glyph_item_free(copy);
}

/// Draws a run at the current point and moves it behind.
void DrawRun(cairo_t* cairo, const char* text, PangoGlyphItem* run, int line_end) {
  const PangoItem* item = run->item;
  double x = 0, y = 0;
  cairo_get_current_point(cairo, &x, &y);
  if (item->offset + item->length == line_end && text[line_end - 1] == ' ') {
    ShowWithBlank(cairo, text, run);
  } else {
    pango_cairo_show_glyph_item(cairo, text, run);
  }
  cairo_move_to(cairo, x + Points(pango_glyph_string_get_width(run->glyphs)), y);
}

}  // namespace

/// Advances of one face, in points at a size of one point.
struct Setter::Metrics {
  static constexpr std::size_t kKnown = 0x80;
  std::array<double, kKnown> ascii{};
  hb_font_t* font = nullptr;
  PangoFont* owner = nullptr;
  double scale = 1;
  mutable std::unordered_map<hb_codepoint_t, double> others;

  explicit Metrics(PangoFont* loaded, double size) : owner(loaded), scale(1 / (size * PANGO_SCALE)) {
    font = pango_font_get_hb_font(owner);
    for (hb_codepoint_t code = 0; code < kKnown; ++code) ascii[code] = Ask(code);
  }
  ~Metrics() { g_object_unref(owner); }
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  double Ask(hb_codepoint_t code) const {
    constexpr hb_codepoint_t kEastAsian = 0x2E80;
    constexpr double kWide = 1, kUsual = 0.65;  // of a font that stands in
    hb_codepoint_t glyph = 0;
    if (hb_font_get_nominal_glyph(font, code, &glyph) == 0) return code >= kEastAsian ? kWide : kUsual;
    return hb_font_get_glyph_h_advance(font, glyph) * scale;
  }

  double Advance(std::string_view character) const {
    if (character.size() == 1) return ascii[static_cast<unsigned char>(character[0]) % kKnown];
    const hb_codepoint_t code = g_utf8_get_char(character.data());
    const auto found = others.find(code);
    return found != others.end() ? found->second : others.emplace(code, Ask(code)).first->second;
  }
};

Setter::Setter(const Fonts& fonts, const Anchors& anchors) : fonts_(fonts), anchors_(anchors) {
  constexpr double kMeasured = 100;  // points
  for (const Face face : {Face::kSans, Face::kMono}) {
    for (const PangoWeight weight : {PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_BOLD}) {
      PangoFontDescription* wanted =
          pango_font_description_from_string((face == Face::kSans ? fonts.sans : fonts.mono).c_str());
      pango_font_description_set_absolute_size(wanted, kMeasured * PANGO_SCALE);
      pango_font_description_set_weight(wanted, weight);
      metrics_.push_back(std::make_unique<Metrics>(pango_context_load_font(fonts.context, wanted), kMeasured));
      pango_font_description_free(wanted);
    }
  }
}

Setter::~Setter() = default;

const Setter::Metrics& Setter::MetricsOf(const Style& style) const {
  return *metrics_[(style.face == Face::kMono ? 2U : 0U) + (style.bold ? 1U : 0U)];
}

double Setter::Natural(std::string_view text, const Style& style) const {
  const Metrics& metrics = MetricsOf(style);
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::max<std::size_t>(CodePointBytes(text, at), 1);
    width += metrics.Advance(text.substr(at, bytes));
    at += bytes;
  }
  return width * FontSize(style);
}

double Setter::LongestWord(std::string_view text, const Style& style) const {
  double longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    longest = std::max(longest, Natural(text.substr(at, end - at), style));
    at = end + 1;
  }
  return longest;
}

TextBlock Setter::Set(std::string_view text, const Style& style, double width) {
  const Part part{std::string(text)};
  return Set(std::span(&part, 1), style, width);
}

/// Keywords become bold; what refers to another place leads there.
void Setter::MarkRuns(std::string_view text, const Style& style, PangoAttrList* attributes, TextBlock& block) const {
  Span span;
  for (const Run& run : anchors_.Split(text)) {
    span = {span.end, span.end + run.text.size()};
    if (run.kind == Run::Kind::kKeyword && style.keywords)
      Insert(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), span);
    if (run.kind == Run::Kind::kLink && style.links) block.links_.push_back({span, std::string(run.target)});
  }
}

/// Words that fit on a line aren't broken, and `section 16` isn't either.
void Setter::KeepWhole(std::string_view text, const TextBlock& block, const Style& style, double width,
                       PangoAttrList* attributes) const {
  const auto keep = [&](Span span) {
    if (Natural(text.substr(span.begin, span.end - span.begin), style) <= width)
      Insert(attributes, pango_attr_allow_breaks_new(FALSE), span);
  };
  for (const Span span : BreakableWords(text)) keep(span);
  for (const TextBlock::Reference& reference : block.links_) keep(reference.span);
}

void Setter::SetFont(PangoLayout* layout, const Style& style) const {
  PangoFontDescription* font =
      pango_font_description_from_string((style.face == Face::kMono ? fonts_.mono : fonts_.sans).c_str());
  pango_font_description_set_absolute_size(font, FontSize(style) * PANGO_SCALE);
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

TextBlock Setter::Set(std::span<const Part> parts, const Style& style, double width) {
  std::string text;
  PangoAttrList* attributes = pango_attr_list_new();
  for (const Part& part : parts) {
    const std::size_t begin = text.size();
    text += Settable(part.text);
    if (part.bold && !style.bold) Insert(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), {begin, text.size()});
  }
  Insert(attributes, pango_attr_insert_hyphens_new(FALSE), {0, text.size()});
  // A ligature is one character to who searches the file: `confirm` would not be found.
  Insert(attributes, pango_attr_font_features_new("liga=0,clig=0"), {0, text.size()});
  TextBlock block;
  block.grey_ = style.grey;
  if (style.keywords || style.links) MarkRuns(text, style, attributes, block);
  KeepWhole(text, block, style, width, attributes);
  PangoLayout* layout = pango_layout_new(fonts_.context);
  block.layout_.reset(layout);
  SetFont(layout, style);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  pango_layout_set_width(layout, Units(width));
  block.Measure(style.size, NeedsRoom(text));
  unknown_ += pango_layout_get_unknown_glyphs_count(layout);
  return block;
}

std::string TextBlock::LineText(std::size_t line) const {
  const PangoLayoutLine* it = lines_[line].line;
  return {pango_layout_get_text(layout_.get()) + it->start_index, static_cast<std::size_t>(it->length)};
}

void TextBlock::Measure(double size, bool needs_room) {
  double top = 0;
  for (GSList* at = pango_layout_get_lines_readonly(layout_.get()); at != nullptr; at = at->next) {
    Line line{static_cast<PangoLayoutLine*>(at->data), top, size * kLeading, size * kAscent};
    if (needs_room) {
      PangoRectangle logical;
      pango_layout_line_get_extents(line.line, nullptr, &logical);
      line.ascent = std::max(line.ascent, Points(-logical.y));
      line.height = std::max(line.height, line.ascent + Points(logical.height + logical.y));
    }
    top += line.height;
    lines_.push_back(line);
  }
}

double TextBlock::HeightOf(std::size_t first, std::size_t last) const {
  const auto top = [this](std::size_t line) { return line < lines_.size() ? lines_[line].top : height(); };
  return first < last ? top(last) - top(first) : 0;
}

double TextBlock::width() const {
  double width = 0;
  for (const Line& line : lines_) {
    PangoRectangle logical;
    pango_layout_line_get_extents(line.line, nullptr, &logical);
    width = std::max(width, Points(logical.width));
  }
  return width;
}

void TextBlock::Draw(Canvas& canvas, const char* tag, double x, double y, std::size_t first, std::size_t last) const {
  if (lines_.empty()) return;
  const bool has_links = std::any_of(links_.begin(), links_.end(), [&](const Reference& reference) {
    return canvas.HasDestination(reference.target);
  });
  if (*tag != '\0') canvas.Begin(tag);
  if (has_links) canvas.Begin("Span");
  DrawLines(canvas, x, y, first, last);
  if (has_links) {
    canvas.End("Span");
    DrawLinks(canvas, x, y, first, last);
  }
  if (*tag != '\0') canvas.End(tag);
}

void TextBlock::DrawLines(Canvas& canvas, double x, double y, std::size_t first, std::size_t last) const {
  cairo_t* cairo = canvas.cairo();
  cairo_set_source_rgb(cairo, grey_, grey_, grey_);
  for (; first < std::min(last, lines_.size()); ++first) {
    const Line& line = lines_[first];
    cairo_move_to(cairo, canvas.left() + x, canvas.top() + y + line.ascent);
    const char* text = pango_layout_get_text(layout_.get());
    for (GSList* run = line.line->runs; run != nullptr; run = run->next)
      DrawRun(cairo, text, static_cast<PangoGlyphItem*>(run->data), line.line->start_index + line.line->length);
    y += line.height;
  }
}

void TextBlock::DrawLinks(Canvas& canvas, double x, double y, std::size_t first, std::size_t last) const {
  for (; first < std::min(last, lines_.size()); ++first) {
    const Line& line = lines_[first];
    const auto begin = static_cast<std::size_t>(line.line->start_index);
    const std::size_t end = begin + static_cast<std::size_t>(line.line->length);
    auto at = std::lower_bound(links_.begin(), links_.end(), begin,
                               [](const Reference& link, std::size_t offset) { return link.span.end <= offset; });
    for (; at != links_.end() && at->span.begin < end; ++at) {
      const Reference& link = *at;
      if (!canvas.HasDestination(link.target)) continue;
      int* ranges = nullptr;
      int count = 0;
      pango_layout_line_get_x_ranges(line.line, static_cast<int>(std::max(begin, link.span.begin)),
                                     static_cast<int>(std::min(end, link.span.end)), &ranges, &count);
      for (int i = 0; i < count; ++i)
        canvas.Link(link.target,
                    {x + Points(ranges[2 * i]), y, Points(ranges[2 * i + 1] - ranges[2 * i]), line.height});
      g_free(ranges);
    }
    y += line.height;
  }
}

}  // namespace hotsite::backends::document
