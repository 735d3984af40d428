// Text as it stands in a PDF: broken into lines by Pango, set on an even grid of our own.
#pragma once

#include <pango/pango.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backends/document/pdf_canvas.h"
#include "backends/document/pdf_drawing.h"
#include "backends/document/pdf_fonts.h"
#include "backends/document/pdf_words.h"
#include "backends/document/runs.h"

namespace hotsite::backends::document {

struct Style {
  double size = 9;  // points
  Face face = Face::kSans;
  bool bold = false;
  double grey = kBlack;
  bool keywords = false;  // SHALL and its like are bold
  bool links = false;     // identifiers and `section 3.1` lead there
};

/// A part of a text, which may look unlike the rest of it.
struct Part {
  std::string text;
  bool bold = false;
};

/// Baseline to baseline, per point of size: 128 %.
inline constexpr double kLeading = 1.28;

class TextBlock {
 public:
  TextBlock() = default;

  std::size_t lines() const { return lines_.size(); }
  double height() const { return lines_.empty() ? 0 : lines_.back().top + lines_.back().height; }
  double HeightOf(std::size_t first, std::size_t last) const;  // lines [first, last)

  /// Draws lines [first, last) with the first one's upper edge at y, as an element `tag` of the structure; an empty tag
  /// makes it no part of the structure.
  void Draw(Canvas& canvas, const char* tag, double x, double y, std::size_t first, std::size_t last) const;
  void Draw(Canvas& canvas, const char* tag, double x, double y) const { Draw(canvas, tag, x, y, 0, lines()); }
  std::string LineText(std::size_t line) const;
  /// The width that the widest line takes.
  double width() const;

 private:
  friend class Setter;
  struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  void Measure(double size, bool needs_room);
  void DrawLines(Canvas& canvas, double x, double y, std::size_t first, std::size_t last) const;
  void DrawLinks(Canvas& canvas, double x, double y, std::size_t first, std::size_t last) const;

  struct Line {
    PangoLayoutLine* line;
    double top;  // of its upper edge, from that of the first line
    double height;
    double ascent;  // from its upper edge to its baseline
  };

  std::unique_ptr<PangoLayout, Unref> layout_;
  std::vector<Line> lines_;  // owned by the layout
  struct Reference {
    Span span;
    std::string target;  // the name of a destination
  };
  std::vector<Reference> links_;
  double grey_ = kBlack;
};

/// Sets texts with one document's fonts.
class Setter {
 public:
  Setter(const Fonts& fonts, const Anchors& anchors);
  ~Setter();
  Setter(const Setter&) = delete;
  Setter& operator=(const Setter&) = delete;

  const Anchors& anchors() const { return anchors_; }

  TextBlock Set(std::span<const Part> parts, const Style& style, double width);
  TextBlock Set(std::string_view text, const Style& style, double width);

  /// Widths before lines are broken, from a table of advances: of the whole text, and of its longest word.
  double Natural(std::string_view text, const Style& style) const;
  double LongestWord(std::string_view text, const Style& style) const;

  /// What pictures are labelled with.
  LabelType label_type() const { return {fonts_.context, fonts_.sans, fonts_.mono}; }

  /// Characters that no font had: an error of the list of fonts.
  int unknown() const { return unknown_; }

 private:
  struct Metrics;
  void MarkRuns(std::string_view text, const Style& style, PangoAttrList* attributes, TextBlock& block) const;
  void KeepWhole(std::string_view text, const TextBlock& block, const Style& style, double width,
                 PangoAttrList* attributes) const;
  void SetFont(PangoLayout* layout, const Style& style) const;
  const Metrics& MetricsOf(const Style& style) const;

  const Fonts& fonts_;
  const Anchors& anchors_;
  std::vector<std::unique_ptr<Metrics>> metrics_;
  int unknown_ = 0;
};

}  // namespace hotsite::backends::document
