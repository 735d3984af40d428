// A row of a table: cells side by side, in one piece if that is possible.
#pragma once

#include <memory>
#include <vector>

#include "backends/document/pdf_cell.h"
#include "backends/document/pdf_writer.h"

namespace hotsite::backends::document {

/// A horizontal line below a row; without thickness there is none.
struct RowRule {
  double thickness = 0, grey = kBlack;
};

/// What of a row stands on one page: of each cell lines [first, last), with its fields if it ends there. Nothing of a
/// cell that ended before.
struct RowPart {
  struct Lines {
    std::size_t first = 0, last = 0;
    bool any = false;
  };
  std::vector<Lines> cells;
  double height = 0;
};

class RowBox {
 public:
  /// `cell_tag` is each cell's element of the structure. `padding` is above and below the text.
  RowBox(const char* cell_tag, double padding) : cell_tag_(cell_tag), padding_(padding) {}

  void Add(CellBox cell, double x) { cells_.push_back({std::move(cell), x, {}}); }
  /// Of a column to write in: `left` and `right` are the rules on either side of it.
  void Add(CellBox cell, double x, double left, double right) { cells_.push_back({std::move(cell), x, {left, right}}); }
  double height() const;

  /// Tagged, or as something that was read out before.
  void Draw(Canvas& canvas, double y, bool tagged = true) const;
  void Draw(Canvas& canvas, double y, const RowPart& part) const;

  /// Pieces of at most `room`; a line is never cut.
  std::vector<RowPart> Cut(double room) const;

 private:
  struct Rules {
    double left = 0, right = 0;
  };
  struct Placed {
    CellBox cell;
    double x;
    Rules rules;  // none where both are the same
  };
  void DrawCell(Canvas& canvas, const Placed& placed, const char* tag, double y, double height,
                const RowPart::Lines& lines) const;
  RowPart::Lines Take(const CellBox& cell, std::size_t first, double room, double* used) const;

  std::vector<Placed> cells_;
  const char* cell_tag_;
  double padding_;
};

/// Adds the row with its rule; `size` says all but the height. Where it is taller than `room` it is cut.
void AddRow(Writer& writer, const std::shared_ptr<const RowBox>& row, SlabSize size, double room, RowRule rule);

}  // namespace hotsite::backends::document
