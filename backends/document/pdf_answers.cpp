#include <algorithm>
#include <array>
#include <memory>

#include "backends/document/fields.h"
#include "backends/document/pdf_table.h"

namespace hotsite::backends::document {
namespace {

constexpr double kPadding = 3.5;
constexpr double kHeavy = 1, kLight = 0.5;
constexpr double kTick = 10.5;
constexpr double kLeastHeight = 22;  // a value can be written by hand
constexpr double kMarkX = -5;        // of the bar beside a row that changed

/// The columns, from the left; the response block begins at kConfirm. Text may use a column's width less kInset.
enum Column { kId, kKind, kText, kConfirm, kDeviate, kValue, kInitials, kColumns };
constexpr std::array<double, kColumns> kWidth = {47, 23, 230, 36, 42, 109, 36};
constexpr std::array<const char*, kColumns> kTitles = {
    "ID", "Kind", "Requirement, and why", "Confirm", "Deviation", "Value", "Initials"};
constexpr double kInset = 4;

constexpr double LeftOf(int column) {
  double x = 0;
  for (int c = 0; c < column; ++c) x += kWidth[static_cast<std::size_t>(c)];
  return x;
}
static_assert(LeftOf(kColumns) == kBoxWidth);

double WidthOf(int column) { return kWidth[static_cast<std::size_t>(column)]; }

struct AnswerBox {
  AnswerRow row;
  TextBlock id, kind, text, why, due, mark;

  /// Requirement and reason are one run of lines, by which a row that is taller than a page is cut.
  std::size_t lines() const { return text.lines() + why.lines(); }
  double HeightOf(std::size_t first, std::size_t last) const {
    const std::size_t own = text.lines();
    return text.HeightOf(first, std::min(last, own)) +
           why.HeightOf(std::max(first, own) - own, std::max(last, own) - own);
  }

  /// Of what stands beside them.
  double LeastHeight() const {
    const double value = row.value ? due.height() + kLeastHeight : kLeastHeight;
    return std::max({value, id.height() + 2 * kPadding, kind.height() + 2 * kPadding});
  }
};

/// Lines of a row that stand on one page.
struct AnswerPart {
  std::size_t first = 0, last = 0;
  double height = 0;
};

std::vector<AnswerPart> PartsOf(const AnswerBox& box, double room) {
  std::vector<AnswerPart> parts;
  for (std::size_t first = 0; first < box.lines() || parts.empty();) {
    AnswerPart part{first, first + 1, 0};
    while (part.last < box.lines() && box.HeightOf(first, part.last + 1) + 2 * kPadding <= room) ++part.last;
    part.last = std::min(part.last, box.lines());
    part.height = box.HeightOf(first, part.last) + 2 * kPadding;
    if (parts.empty()) part.height = std::max(part.height, box.LeastHeight());
    first = std::max(part.last, first + 1);
    parts.push_back(part);
  }
  return parts;
}

std::shared_ptr<AnswerBox> Measure(Setter& setter, const AnswerRow& row) {
  auto box = std::make_shared<AnswerBox>();
  box->row = row;
  const Style code{kTableText, Face::kMono};
  const Part id[] = {{row.id}, {row.edition.empty() ? "" : " " + row.edition, true}};
  box->id = setter.Set(id, code, WidthOf(kId) - kInset);
  box->kind = setter.Set(row.kind, {kSmall}, WidthOf(kKind) - kInset);
  Style words{kTableText};
  words.keywords = words.links = true;
  box->text = setter.Set(row.text, words, WidthOf(kText) - 2 * kInset);
  Style reason{kSmall, Face::kSans, false, kDarkGrey};
  reason.links = true;
  if (!row.why.empty()) box->why = setter.Set("Why: " + row.why, reason, WidthOf(kText) - 2 * kInset);
  if (!row.due.empty() && row.value) box->due = setter.Set("due " + row.due, {kSmallest}, WidthOf(kValue) - 2 * kInset);
  if (!row.mark.empty()) box->mark = setter.Set(row.mark, {kBody, Face::kSans, true}, kBoxWidth);
  return box;
}

class AnswerPainter {
 public:
  AnswerPainter(Canvas& canvas, const AnswerBox& box, double y, const AnswerPart& part)
      : canvas_(canvas), box_(box), fields_(FieldsOf(box.row)), y_(y), part_(part), height_(part.height) {}

  void Paint(bool last) {
    Shades();
    canvas_.Begin("TR");
    if (part_.first == 0) Names();
    Words();
    if (part_.first == 0) Answers();
    canvas_.End("TR");
    for (int column = kConfirm; column <= kInitials; ++column) canvas_.Down(LeftOf(column), y_, height_, kLight);
    canvas_.Down(kBoxWidth, y_, height_, kLight);
    canvas_.Across(0, y_ + height_, kBoxWidth, last ? kHeavy : kLight, last ? kBlack : kRuleGrey);
    if (box_.row.value && !box_.row.confirm) HeavyFrame();
  }

 private:
  /// Where nothing is to be answered. A demand that isn't about how much has no value: paler, as it has an answer.
  void Shades() {
    constexpr double kPaleGrey = 0.95;
    const bool answered = box_.row.confirm || box_.row.value;
    const bool open[] = {box_.row.confirm, box_.row.confirm, box_.row.value, answered};
    for (int column = kConfirm; column <= kInitials; ++column) {
      if (open[column - kConfirm]) continue;
      const bool pale = column == kValue && box_.row.confirm;
      constexpr double kClear = 0.75;  // of the rules around it
      canvas_.Shade({LeftOf(column) + kClear, y_ + kClear, WidthOf(column) - 2 * kClear, height_ - 2 * kClear},
                    pale ? kPaleGrey : kShadeGrey);
    }
  }

  void Names() {
    const double top = y_ + kPadding;
    if (box_.mark.lines() > 0) box_.mark.Draw(canvas_, "", kMarkX - 2 - box_.mark.width(), top);
    box_.id.Draw(canvas_, "TD", 0, top);
    box_.kind.Draw(canvas_, "TD", LeftOf(kKind), top + 1);
  }

  void Words() {
    if (box_.mark.lines() > 0) canvas_.Down(kMarkX + 1, y_ + 1, height_ - 2, 1.5);
    const std::size_t own = box_.text.lines();
    const double top = y_ + kPadding;
    canvas_.Begin("TD");
    if (part_.first < own) box_.text.Draw(canvas_, "P", LeftOf(kText), top, part_.first, std::min(part_.last, own));
    if (part_.last > own) {
      const std::size_t from = std::max(part_.first, own);
      box_.why.Draw(canvas_, "P", LeftOf(kText), top + box_.HeightOf(part_.first, from), from - own, part_.last - own);
    }
    canvas_.End("TD");
  }

  void Answers() {
    for (int column = kConfirm; column <= kInitials; ++column) {
      canvas_.Begin("TD");
      if (column == kValue && box_.due.lines() > 0)
        box_.due.Draw(canvas_, "P", LeftOf(kValue) + kInset, y_ + kPadding - 1);
      for (const Field& field : fields_) {
        if (ColumnOf(field) == column) Answer(field, column);
      }
      canvas_.End("TD");
    }
  }

  static int ColumnOf(const Field& field) {
    if (field.kind == Field::Kind::kTick) return field.name.ends_with("_confirm") ? kConfirm : kDeviate;
    return field.name.ends_with("_value") ? kValue : kInitials;
  }

  void Answer(const Field& field, int column) {
    if (field.kind != Field::Kind::kTick) return Written(field, column);
    canvas_.TickBox(field, LeftOf(column) + (WidthOf(column) - kTick) / 2, y_ + kPadding, kTick);
  }

  /// The whole cell but its frame, and but what is printed in it.
  void Written(const Field& field, int column) {
    const double above = column == kValue && box_.due.lines() > 0 ? box_.due.height() + kPadding - 1 : 0;
    constexpr double kClear = 2.5;
    canvas_.Place(field, {LeftOf(column) + kClear, y_ + above + kClear, WidthOf(column) - 2 * kClear,
                          height_ - above - 2 * kClear});
  }

  void HeavyFrame() {
    constexpr double kFrame = 1.2;
    canvas_.Frame({LeftOf(kValue) + kFrame / 2, y_ + kFrame / 2, WidthOf(kValue) - kFrame, height_ - kFrame}, kFrame);
  }

  Canvas& canvas_;
  const AnswerBox& box_;
  std::vector<Field> fields_;
  double y_;
  AnswerPart part_;
  double height_;
};

int AddHead(Writer& writer, const std::string& heading, double* repeated_height) {
  auto titles = std::make_shared<std::vector<TextBlock>>();
  for (const char* title : kTitles)
    titles->push_back(writer.setter().Set(title, {kSmallest, Face::kSans, true}, kBoxWidth));
  const double height = titles->front().height() + 2 * kPadding;
  const auto paint = [titles, height](Canvas& canvas, double y, const char* row, const char* cell) {
    canvas.Across(0, y, kBoxWidth, kHeavy);
    if (*row != '\0') canvas.Begin(row);
    for (int c = 0; c < kColumns; ++c) {
      const TextBlock& title = (*titles)[static_cast<std::size_t>(c)];
      const double centred = (WidthOf(c) - title.width()) / 2;
      const bool left = c < kConfirm;
      title.Draw(canvas, cell, LeftOf(c) + (left ? 0 : centred), y + kPadding);
      if (!left) canvas.Down(LeftOf(c), y, height, kLight);
    }
    if (*row != '\0') canvas.End(row);
    canvas.Down(kBoxWidth, y, height, kLight);
    canvas.Across(0, y + height, kBoxWidth, kLight);
  };
  double above = 0;
  const Painter line = ContinuedLine(writer.setter(), heading, &above);
  *repeated_height = above + height;
  const int head = writer.AddHead({above + height, [=](Canvas& canvas, double y) {
                                     line(canvas, y);
                                     paint(canvas, y + above, "", "");
                                   }});
  SlabSize size{kBlockGap, height, true};
  size.head = head;
  size.is_head = true;
  writer.Add(size, [=](Canvas& canvas, double y) { paint(canvas, y, "TR", "TH"); });
  return head;
}

}  // namespace

void AddAnswerSheet(Writer& writer, const AnswerSheet& sheet, const std::string& heading) {
  if (sheet.rows.empty()) return;
  writer.Open("Table");
  double head_height = 0;
  const int head = AddHead(writer, heading, &head_height);
  double above = 0;  // heights of the rows before
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    const std::shared_ptr<AnswerBox> box = Measure(writer.setter(), sheet.rows[r]);
    if (writer.Name(box->row.id)) writer.AddOutline(box->row.id, box->row.id, 2);
    const std::vector<AnswerPart> parts = PartsOf(*box, kContentHeight - head_height);
    for (const AnswerPart& part : parts) {
      const bool last = r + 1 == sheet.rows.size() && &part == &parts.back();
      SlabSize size{0, part.height, KeepsRow(r, sheet.rows.size(), above, part.height)};
      size.head = head;
      above += part.height;
      writer.Add(size,
                 [box, part, last](Canvas& canvas, double y) { AnswerPainter(canvas, *box, y, part).Paint(last); });
    }
  }
  writer.Close("Table");
}

}  // namespace hotsite::backends::document
