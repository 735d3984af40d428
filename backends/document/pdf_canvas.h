// What is drawn on: cairo's PDF surface in points from the upper left corner of the layout box, with the tags,
// destinations and links that make a PDF more than a picture.
#pragma once

#include <cairo.h>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "backends/document/pdf_pages.h"

namespace hotsite::backends::document {

struct Rectangle {
  double x = 0, y = 0, width = 0, height = 0;
};

/// The box that fits both papers, so that page breaks are the same on both.
inline constexpr double kBoxWidth = 523, kBoxHeight = 720;

/// Greys, from black: nothing is told by colour, and none is too light for a bad copier.
inline constexpr double kBlack = 0, kDarkGrey = 0.25, kRuleGrey = 0.6, kShadeGrey = 0.88;

class Canvas {
 public:
  /// `names` are the destinations that there will be, with their pages.
  Canvas(Paper paper, std::map<std::string, std::size_t> names);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// A tag of the structure tree; cairo 1.16 has none for artifacts, so what is drawn outside of every leaf is one.
  /// Text is seen only in leaves: an element that has others inside has to put its own text into one, too.
  void Begin(const char* tag);
  void End(const char* tag);
  void Destination(const std::string& name, double x, double y);
  bool HasDestination(const std::string& name) const { return names_.count(name) > 0; }
  std::size_t PageOf(const std::string& name) const { return names_.at(name); }
  void Link(const std::string& name, const Rectangle& area);

  void Across(double x, double y, double width, double thickness, double grey = kBlack);  // a rule
  void Down(double x, double y, double height, double thickness, double grey = kBlack);
  void Frame(const Rectangle& area, double thickness);
  void Shade(const Rectangle& area, double grey = kShadeGrey);

  /// Draws the box of a tick and places its field in it.
  void TickBox(const Field& field, double x, double y, double size);
  /// `area` is what the field may cover. Has an element of the structure, so it is inside of one and in no leaf.
  void Place(const Field& field, const Rectangle& area);

  void NextPage();
  std::size_t page() const { return page_; }

  /// cairo's context and where the layout box begins on the page: for texts and pictures.
  cairo_t* cairo() const { return cairo_; }
  double left() const { return left_; }
  double top() const { return top_; }

  cairo_surface_t* surface() const { return surface_; }
  /// The file and its fields; nothing can be drawn after it.
  DrawnPages Finish();

 private:
  DrawnPages drawn_;  // the surface writes into it, so it comes first
  cairo_surface_t* surface_;
  cairo_t* cairo_;
  double left_, top_;
  std::map<std::string, std::size_t> names_;
  std::size_t page_ = 0;
};

}  // namespace hotsite::backends::document
