#include "backends/document/pdf_row.h"

#include <algorithm>

namespace hotsite::backends::document {
namespace {

constexpr RowRule kCutRule{0.5, kRuleGrey};  // where a row goes on on the next page

void PaintRule(Canvas& canvas, double y, RowRule rule) {
  if (rule.thickness > 0) canvas.Across(0, y, kBoxWidth, rule.thickness, rule.grey);
}

}  // namespace

double RowBox::height() const {
  double height = 0;
  for (const Placed& placed : cells_) height = std::max(height, placed.cell.height());
  return height + 2 * padding_;
}

void RowBox::DrawCell(Canvas& canvas, const Placed& placed, const char* tag, double y, double height,
                      const RowPart::Lines& lines) const {
  constexpr double kRule = 0.5;
  const Rules& rules = placed.rules;
  if (rules.right > rules.left) {
    canvas.Down(rules.left, y, height, kRule);
    canvas.Down(rules.right, y, height, kRule);
  }
  if (!lines.any) return;
  if (placed.cell.bare()) {
    placed.cell.DrawBare(canvas, tag, {rules.left, y, rules.right - rules.left, height});
  } else {
    placed.cell.Draw(canvas, tag, placed.x, y + padding_, lines.first, lines.last);
  }
}

void RowBox::Draw(Canvas& canvas, double y, bool tagged) const {
  if (tagged) canvas.Begin("TR");
  for (const Placed& placed : cells_)
    DrawCell(canvas, placed, tagged ? cell_tag_ : "", y, height(), {0, placed.cell.text().lines(), true});
  if (tagged) canvas.End("TR");
}

void RowBox::Draw(Canvas& canvas, double y, const RowPart& part) const {
  canvas.Begin("TR");
  for (std::size_t c = 0; c < cells_.size(); ++c) DrawCell(canvas, cells_[c], cell_tag_, y, part.height, part.cells[c]);
  canvas.End("TR");
}

/// As many lines from `first` on as there is room for, but one at least, however high: else there would be no end.
RowPart::Lines RowBox::Take(const CellBox& cell, std::size_t first, double room, double* used) const {
  const TextBlock& text = cell.text();
  RowPart::Lines lines{first, first, true};
  *used = 2 * padding_ + cell.fields_height();
  while (lines.last < text.lines()) {
    const double next = *used + text.HeightOf(lines.last, lines.last + 1);
    if (next > room && lines.last > first) break;
    *used = next;
    ++lines.last;
  }
  return lines;
}

std::vector<RowPart> RowBox::Cut(double room) const {
  std::vector<RowPart> parts;
  std::vector<std::size_t> next(cells_.size(), 0);
  for (bool more = true; more;) {
    more = false;
    RowPart part;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
      const std::size_t lines = cells_[c].cell.text().lines();
      if (!parts.empty() && next[c] == lines) {
        part.cells.push_back({lines, lines, false});
        continue;
      }
      double used = 0;
      part.cells.push_back(Take(cells_[c].cell, next[c], room, &used));
      part.height = std::max(part.height, used);
      next[c] = part.cells.back().last;
      more = more || next[c] < lines;
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

void AddRow(Writer& writer, const std::shared_ptr<const RowBox>& row, SlabSize size, double room, RowRule rule) {
  size.height = row->height();
  if (size.height <= room) {
    writer.Add(size, [row, rule, height = size.height](Canvas& canvas, double y) {
      row->Draw(canvas, y);
      PaintRule(canvas, y + height, rule);
    });
    return;
  }
  size.keep = false;
  std::vector<RowPart> parts = row->Cut(room);
  for (RowPart& part : parts) {
    size.height = part.height;
    const RowRule below = &part == &parts.back() ? rule : kCutRule;
    writer.Add(size, [row, below, part = std::move(part)](Canvas& canvas, double y) {
      row->Draw(canvas, y, part);
      PaintRule(canvas, y + part.height, below);
    });
    size.before = 0;
  }
}

}  // namespace hotsite::backends::document
