// A cell of a table: its text, and below it what is to be filled in.
#pragma once

#include <vector>

#include "backends/document/pdf_columns.h"
#include "backends/document/pdf_text.h"

namespace hotsite::backends::document {

/// What the cell would like to have of the page's width.
ColumnWish WishOf(const Setter& setter, const Cell& cell, const Style& style);

/// Whether the cell is nothing but one field to write in, without a label.
bool IsBare(const Cell& cell);

class CellBox {
 public:
  CellBox(Setter& setter, const Cell& cell, const Style& style, double width);

  double height() const { return text_.height() + fields_height_; }

  /// The whole cell is for its field, and the table draws the frame.
  bool bare() const { return bare_; }
  void DrawBare(Canvas& canvas, const char* tag, const Rectangle& area) const;

  /// An element `tag` of the structure.
  void Draw(Canvas& canvas, const char* tag, double x, double y) const { Draw(canvas, tag, x, y, 0, text_.lines()); }
  /// Lines [first, last) of its text alone; the fields come with the last line.
  void Draw(Canvas& canvas, const char* tag, double x, double y, std::size_t first, std::size_t last) const;
  const TextBlock& text() const { return text_; }
  double fields_height() const { return fields_height_; }

 private:
  struct FieldBox {
    Field field;
    TextBlock label;      // kFixed: its value
    double x = 0, y = 0;  // from the cell's left edge and below its text
    double width = 0, height = 0;
  };
  void LayOut(Setter& setter, const std::vector<Field>& fields, const Style& style, double width);
  void EndLine(std::size_t first, double height, double width);
  void DrawField(Canvas& canvas, const FieldBox& box, double x, double y) const;

  TextBlock text_;
  std::vector<FieldBox> fields_;
  double fields_height_ = 0;
  bool bare_ = false;
};

}  // namespace hotsite::backends::document
