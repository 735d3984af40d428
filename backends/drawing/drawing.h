// A drawing as plain shapes, without knowing what they mean: scene.h makes one from a model; svg.h, the PDF and the
// terminal print it. Lengths are points (1/72 inch), the origin is the upper left corner, y goes down.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace hotsite::backends::drawing {

struct Point {
  double x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

/// Everything must be told apart in black and white, so kinds differ in how they are drawn, never in colour alone.
enum class Stroke : std::uint8_t { kSolid, kDashed, kTwin };
enum class Fill : std::uint8_t { kNone, kWhite, kGrey, kHatched };

struct Box {
  Point at;  // upper left corner
  double width = 0, height = 0;
  double line = 1;  // width of the frame; 0: none
  Stroke stroke = Stroke::kSolid;
  Fill fill = Fill::kNone;
};

struct Line {
  std::vector<Point> points;
  double line = 1;
  Stroke stroke = Stroke::kSolid;
};

/// A small half circle to the right with which a vertical line passes a bar that it doesn't touch; `at` is where the
/// two would meet. The line itself is given in two pieces around it.
struct Hop {
  Point at;
  double radius = 2;
  double line = 1;
};

/// Here a line is connected.
struct Dot {
  Point at;
  double radius = 2;
};

/// Two strokes crossed: this is wrong, or missing.
struct Cross {
  Point at;  // its middle
  double size = 8;
  double line = 1.5;
};

enum class Anchor : std::uint8_t { kStart, kMiddle, kEnd };

struct Label {
  Point at;  // on the baseline
  std::string text;
  double size = 8;  // of the type
  Anchor anchor = Anchor::kStart;
  bool bold = false;
  bool mono = false;   // device numbers, addresses
  bool plate = false;  // on a white ground, to be read on a hatched one or over a line
};

using Shape = std::variant<Box, Line, Hop, Dot, Cross, Label>;

struct Drawing {
  double width = 0, height = 0;
  std::string title;          // What runs where at hotsite
  std::string description;    // the same in words, for whoever can't see it
  std::vector<Shape> shapes;  // later ones lie on earlier ones
};

}  // namespace hotsite::backends::drawing
