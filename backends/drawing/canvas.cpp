#include "backends/drawing/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "compiler/support/utf8.h"

namespace hotsite::backends::drawing {
namespace {

constexpr std::uint8_t kUp = 1, kDown = 2, kLeft = 4, kRight = 8;
enum Look : std::uint8_t { kSingle, kDouble, kDashed, kHeavy };

/// By directions: up 1, down 2, left 4, right 8.
constexpr std::array<std::string_view, 16> kJoints = {" ", "│", "│", "│", "─", "┘", "┐", "┤",
                                                      "─", "└", "┌", "├", "─", "┴", "┬", "┼"};

long Round(double value) { return std::lround(value); }

}  // namespace

struct CanvasVisitor {
  Canvas& canvas;
  template <class One>
  void operator()(const One& shape) const {
    canvas(shape);
  }
};

Canvas::Canvas(std::size_t columns, std::size_t rows, bool ascii)
    : columns_(columns), rows_(rows), ascii_(ascii), cells_(columns * rows) {}

void Canvas::Draw(const Shape& shape) { std::visit(CanvasVisitor{*this}, shape); }

Canvas::Cell* Canvas::At(double x, double y) {
  const long column = Round(x), row = Round(y);
  if (column < 0 || row < 0 || static_cast<std::size_t>(column) >= columns_ || static_cast<std::size_t>(row) >= rows_)
    return nullptr;
  return &cells_[static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column)];
}

void Canvas::Put(double x, double y, std::string text) {
  if (Cell* cell = At(x, y)) *cell = {0, 0, std::move(text), false};
}

void Canvas::Stretch(Point from, Point to, std::uint8_t look) {
  const bool across = Round(from.y) == Round(to.y);
  const long first = across ? Round(std::min(from.x, to.x)) : Round(std::min(from.y, to.y));
  const long last = across ? Round(std::max(from.x, to.x)) : Round(std::max(from.y, to.y));
  for (long i = first; i <= last; ++i) {
    Cell* cell = across ? At(static_cast<double>(i), from.y) : At(from.x, static_cast<double>(i));
    if (cell == nullptr) continue;
    if (i > first) cell->lines |= across ? kLeft : kUp;
    if (i < last) cell->lines |= across ? kRight : kDown;
    if (across || cell->look == kSingle) cell->look = look;
    cell->text.clear();
  }
}

void Canvas::operator()(const Box& box) {
  const Point end{box.at.x + box.width, box.at.y + box.height};
  const std::string fill = box.fill != Fill::kHatched ? "" : ascii_ ? ":" : "▒";
  for (double y = std::round(box.at.y) + 1; y < std::round(end.y); ++y) {
    for (double x = std::round(box.at.x) + 1; x < std::round(end.x); ++x) {
      if (Cell* cell = At(x, y)) *cell = {0, 0, fill, false};
    }
  }
  const std::uint8_t look = box.stroke == Stroke::kDashed ? kDashed : kSingle;
  Stretch(box.at, {end.x, box.at.y}, look);
  Stretch({box.at.x, end.y}, end, look);
  Stretch(box.at, {box.at.x, end.y}, look);
  Stretch({end.x, box.at.y}, end, look);
}

void Canvas::operator()(const Line& line) {
  constexpr double kThick = 3;
  const std::uint8_t look = line.stroke == Stroke::kDashed ? kDashed
                            : line.stroke == Stroke::kTwin ? kDouble
                            : line.line > kThick           ? kHeavy
                                                           : kSingle;
  for (std::size_t i = 1; i < line.points.size(); ++i) Stretch(line.points[i - 1], line.points[i], look);
}

void Canvas::operator()(const Hop& hop) {
  if (Cell* cell = At(hop.at.x, hop.at.y)) *cell = {kUp | kDown, kSingle, "", false};
}

void Canvas::operator()(const Dot& dot) { Put(dot.at.x, dot.at.y, ascii_ ? "o" : "●"); }

void Canvas::operator()(const Cross& cross) { Put(cross.at.x, cross.at.y, ascii_ ? "x" : "✗"); }

void Canvas::operator()(const Label& label) {
  const auto width = static_cast<double>(DisplayWidth(label.text));
  double x = label.at.x - (label.anchor == Anchor::kStart ? 0
                           : label.anchor == Anchor::kEnd ? width - 1
                                                          : std::floor(width / 2));
  if (label.plate) {
    Put(x - 1, label.at.y, " ");
    Put(x + width, label.at.y, " ");
  }
  for (std::size_t at = 0; at < label.text.size();) {
    const std::size_t bytes = CodePointBytes(label.text, at);
    const std::string_view one = std::string_view(label.text).substr(at, bytes);
    at += bytes;
    const std::size_t columns = DisplayWidth(one);
    if (columns == 0) {  // a mark on the character before
      if (Cell* cell = At(x - 1, label.at.y)) cell->text += one;
      continue;
    }
    Put(x, label.at.y, FindControl(one) || FindInvalidUtf8(one) ? "?" : std::string(one));
    if (columns == 2) {
      if (Cell* cell = At(x + 1, label.at.y)) *cell = {0, 0, "", true};
    }
    x += static_cast<double>(columns);
  }
}

std::string Canvas::Show(const Cell& cell) const {
  if (cell.covered) return "";
  if (!cell.text.empty()) return cell.text;
  if (cell.lines == 0) return " ";
  const bool across = (cell.lines & (kUp | kDown)) == 0, down = (cell.lines & (kLeft | kRight)) == 0;
  if (ascii_) {
    if (down) return cell.look == kDashed ? ":" : "|";
    if (across) return cell.look == kDouble || cell.look == kHeavy ? "=" : cell.look == kDashed ? "." : "-";
    return "+";
  }
  if (cell.look == kDouble && across) return "═";
  if (cell.look == kHeavy && across) return "━";
  if (cell.look == kDashed && across) return "╌";
  if (cell.look == kDashed && down) return "╎";
  return std::string(kJoints[cell.lines]);
}

std::string Canvas::Take() const {
  std::string text;
  for (std::size_t row = 0; row < rows_; ++row) {
    std::string line;
    for (std::size_t column = 0; column < columns_; ++column) line += Show(cells_[row * columns_ + column]);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace hotsite::backends::drawing
