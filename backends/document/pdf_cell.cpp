#include "backends/document/pdf_cell.h"

#include <algorithm>

#include "backends/document/pdf_writer.h"

namespace hotsite::backends::document {
namespace {

constexpr double kTick = 10.5;      // side of a box to tick
constexpr double kLineHeight = 14;  // room for one line by hand
constexpr double kBareHeight = 11;  // of one that has all of its row, with the padding above and below
constexpr double kSignatureHeight = 17;
constexpr double kLinesOfArea = 3;  // of Field::Kind::kLines
constexpr double kCharacter = 5;    // of typed text, on average
constexpr double kGap = 4;
constexpr unsigned kFewestColumns = 14;  // a field gives way down to these

Style LabelStyle() { return {kSmall, Face::kSans, false, kDarkGrey}; }

/// What a field takes of a line.
double WidthOf(const Setter& setter, const Field& field, unsigned columns, const Style& style) {
  const double label = field.label.empty() ? 0 : setter.Natural(field.label, LabelStyle()) + kGap;
  switch (field.kind) {
    case Field::Kind::kTick:
      return kTick + kGap + label;
    case Field::Kind::kFixed:
      return setter.Natural(field.value, style);
    case Field::Kind::kText:
    case Field::Kind::kLines:
      break;
  }
  return label + kCharacter * std::min(columns, field.columns);
}

double HeightOf(const Field& field) {
  return field.kind == Field::Kind::kLines ? kLineHeight * kLinesOfArea : kLineHeight;
}

}  // namespace

bool IsBare(const Cell& cell) {
  if (!cell.text.empty() || cell.fields.size() != 1 || !cell.fields[0].label.empty()) return false;
  return cell.fields[0].kind == Field::Kind::kText || cell.fields[0].kind == Field::Kind::kLines;
}

ColumnWish WishOf(const Setter& setter, const Cell& cell, const Style& style) {
  // Kerning and rounding may take a little more than the table of advances says.
  constexpr double kSlack = 0.5;
  ColumnWish wish{setter.Natural(cell.text, style) + kSlack, setter.LongestWord(cell.text, style) + kSlack};
  for (const Field& field : cell.fields) {
    wish.natural = std::max(wish.natural, WidthOf(setter, field, field.columns, style) + kGap);
    wish.least =
        std::max(wish.least, field.kind == Field::Kind::kFixed ? setter.LongestWord(field.value, style) + kSlack
                                                               : WidthOf(setter, field, kFewestColumns, style));
  }
  if (IsBare(cell)) {
    constexpr double kByHand = 6, kMost = 60;  // a character written by hand, and what is room enough
    constexpr unsigned kInitials = 5;          // so few characters don't want more room
    wish.fixed = cell.fields[0].columns <= kInitials;
    wish.grows = !wish.fixed;
    wish.least = std::max(wish.least, std::min(kByHand * cell.fields[0].columns, kMost));
    wish.natural = std::max(wish.natural, wish.least);
  }
  return wish;
}

CellBox::CellBox(Setter& setter, const Cell& cell, const Style& style, double width) : bare_(IsBare(cell)) {
  if (!cell.text.empty()) text_ = setter.Set(cell.text, style, width);
  LayOut(setter, cell.fields, style, width);
}

/// From left to right as in a text; the last field of a line takes what is left of it.
void CellBox::LayOut(Setter& setter, const std::vector<Field>& fields, const Style& style, double width) {
  double x = 0;
  std::size_t first = 0;  // of the line
  for (const Field& field : fields) {
    FieldBox box{field, {}, 0, 0, std::min(width, WidthOf(setter, field, field.columns, style)), HeightOf(field)};
    if (field.kind == Field::Kind::kFixed) {
      const std::string label = field.label.empty() ? "" : field.label + ": ";
      box.label = setter.Set(label + field.value, style, width);
      box.width = width;
      box.height = box.label.height();
    } else if (!field.label.empty()) {
      box.label = setter.Set(field.label, LabelStyle(), width);
    }
    const bool own_line = field.kind == Field::Kind::kLines || field.kind == Field::Kind::kFixed;
    if (x > 0 && (own_line || x + box.width > width)) {
      EndLine(first, fields_.back().height, width);
      first = fields_.size();
      x = 0;
    }
    box.x = x;
    box.y = fields_height_;
    x = own_line ? width : x + box.width + 2 * kGap;
    fields_.push_back(std::move(box));
  }
  if (bare_ && fields_.front().field.kind == Field::Kind::kText)
    fields_.front().height = fields_.front().field.signature ? kSignatureHeight : kBareHeight;
  if (first < fields_.size()) EndLine(first, fields_.back().height, width);
}

void CellBox::EndLine(std::size_t first, double height, double width) {
  for (std::size_t at = first; at < fields_.size(); ++at) height = std::max(height, fields_[at].height);
  FieldBox& last = fields_.back();
  if (last.field.kind != Field::Kind::kTick) last.width = width - last.x;
  fields_height_ += height;
}

void CellBox::Draw(Canvas& canvas, const char* tag, double x, double y, std::size_t first, std::size_t last) const {
  if (fields_.empty()) {
    text_.Draw(canvas, tag, x, y, first, last);
    return;
  }
  if (*tag != '\0') canvas.Begin(tag);
  text_.Draw(canvas, "Span", x, y, first, last);
  if (last >= text_.lines()) {
    for (const FieldBox& box : fields_) DrawField(canvas, box, x + box.x, y + text_.HeightOf(first, last) + box.y);
  }
  if (*tag != '\0') canvas.End(tag);
}

void CellBox::DrawBare(Canvas& canvas, const char* tag, const Rectangle& area) const {
  constexpr double kClear = 1.5;  // of the frame
  canvas.Begin(tag);
  canvas.Place(fields_.front().field,
               {area.x + kClear, area.y + kClear, area.width - 2 * kClear, area.height - 2 * kClear});
  canvas.End(tag);
}

void CellBox::DrawField(Canvas& canvas, const FieldBox& box, double x, double y) const {
  constexpr double kLine = 0.6;
  const double label = box.label.lines() == 0 ? 0 : box.label.width() + kGap;
  const double label_y = y + (kLineHeight - kSmall * kLeading) - 1;
  switch (box.field.kind) {
    case Field::Kind::kTick:
      canvas.TickBox(box.field, x, y + (kLineHeight - kTick) / 2, kTick);
      box.label.Draw(canvas, "Span", x + kTick + kGap, y + (kLineHeight - kSmall * kLeading) / 2);
      return;
    case Field::Kind::kFixed:
      box.label.Draw(canvas, "Span", x, y);
      canvas.Place(box.field, {x, y, box.width, box.height});
      return;
    case Field::Kind::kText:
      box.label.Draw(canvas, "Span", x, label_y);
      canvas.Across(x + label, y + box.height - 1, box.width - label, kLine);
      canvas.Place(box.field, {x + label, y + 1, box.width - label, box.height - 2 - kLine});
      return;
    case Field::Kind::kLines:
      box.label.Draw(canvas, "Span", x, y);
      const double down = box.label.height();
      canvas.Frame({x, y + down, box.width, box.height - down - 1}, kLine);
      canvas.Place(box.field, {x + 1, y + down + 1, box.width - 2, box.height - down - 3});
      return;
  }
}

}  // namespace hotsite::backends::document
