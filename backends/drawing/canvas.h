// Shapes in cells of characters: lines that meet become corners and tees.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "backends/drawing/drawing.h"

namespace hotsite::backends::drawing {

/// Coordinates are cells. Later shapes lie on earlier ones, as in a drawing.
class Canvas {
 public:
  Canvas(std::size_t columns, std::size_t rows, bool ascii);

  void Draw(const Shape& shape);
  /// Lines without blanks at their ends.
  std::string Take() const;

 private:
  struct Cell {
    std::uint8_t lines = 0;  // directions in which a line leaves it
    std::uint8_t look = 0;   // of its line: single, double, dashed
    std::string text;        // instead of lines; of a wide character's second half: nothing, and `covered`
    bool covered = false;
  };

  void operator()(const Box& box);
  void operator()(const Line& line);
  void operator()(const Hop& hop);
  void operator()(const Dot& dot);
  void operator()(const Cross& cross);
  void operator()(const Label& label);
  friend struct CanvasVisitor;

  Cell* At(double x, double y);
  void Put(double x, double y, std::string text);
  void Stretch(Point from, Point to, std::uint8_t look);
  std::string Show(const Cell& cell) const;

  std::size_t columns_, rows_;
  bool ascii_;
  std::vector<Cell> cells_;
};

}  // namespace hotsite::backends::drawing
