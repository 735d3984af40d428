#include "backends/document/pdf_table.h"

#include <algorithm>
#include <memory>

#include "backends/document/fields.h"
#include "backends/document/pdf_cell.h"
#include "backends/document/pdf_row.h"

namespace hotsite::backends::document {
namespace {

/// Between columns: less where there are many, which leaves their words whole.
double GapOf(std::size_t columns) { return columns > 7 ? 6 : 9; }

constexpr double kPadding = 3;  // above and below a row's text
constexpr double kHeavy = 1, kLight = 0.5;
constexpr double kHighestHead = kContentHeight / 3;  // a higher one isn't repeated

Style StyleOf(const Column& column) {
  Style style{kTableText, column.code ? Face::kMono : Face::kSans};
  style.links = true;
  return style;
}

/// Identifiers, `MEM-001` or `MEM-001 b`, are typed as they stand, so they look like what is.
Style StyleOf(const Column& column, const Cell& cell) {
  Style style = StyleOf(column);
  const std::size_t blank = cell.text.find(' ');
  const bool edition = blank == std::string::npos || blank + 2 == cell.text.size();
  if (edition && IsIdentifier(std::string_view(cell.text).substr(0, blank))) style.face = Face::kMono;
  return style;
}

Style HeadStyle() { return {kSmall, Face::kSans, true}; }

/// Where the columns are.
struct Grid {
  std::vector<double> x, width;
  std::vector<bool> written;  // has cells to write in
  double gap = 0;

  /// Puts a cell in its place; a column to write in has rules in the middle of the gaps beside it.
  void Add(RowBox& row, std::size_t column, CellBox cell) const {
    if (!written[column]) return row.Add(std::move(cell), x[column]);
    const double left = std::max(x[column] - gap / 2, 0.0);
    row.Add(std::move(cell), x[column], left, std::min(x[column] + width[column] + gap / 2, kBoxWidth));
  }
};

Grid LayOut(const Setter& setter, const Table& table) {
  std::vector<ColumnWish> wishes;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    ColumnWish wish = WishOf(setter, table.columns[c].title, HeadStyle());
    for (const Row& row : table.rows) {
      if (c >= row.size()) continue;
      const ColumnWish of_cell = WishOf(setter, row[c], StyleOf(table.columns[c], row[c]));
      wish.grows = wish.grows || of_cell.grows;
      wish.fixed = !wish.grows && (wish.fixed || of_cell.fixed);
      wish.natural = std::max(wish.natural, of_cell.natural);
      wish.least = std::max(wish.least, of_cell.least);
    }
    wishes.push_back(wish);
  }
  const double gap = GapOf(wishes.size()), gaps = gap * static_cast<double>(wishes.size() - 1);
  Grid grid{{}, ShareWidth(wishes, std::max(kBoxWidth - gaps, 0.0)), {}, gap};
  for (const ColumnWish& wish : wishes) grid.written.push_back(wish.grows || wish.fixed);
  double x = 0;
  for (const double width : grid.width) {
    grid.x.push_back(x);
    x += width + gap;
  }
  return grid;
}

class TableWriter {
 public:
  TableWriter(Writer& writer, const Table& table, std::string heading)
      : writer_(writer), table_(table), heading_(std::move(heading)), grid_(LayOut(writer.setter(), table)) {}

  void Write() {
    writer_.Open("Table");
    Caption();
    std::vector<std::shared_ptr<const RowBox>> rows;
    double height = 0;
    for (const Row& row : table_.rows) {
      rows.push_back(MakeRow(row));
      height += rows.back()->height();
    }
    constexpr double kNotSplit = 140;
    whole_ = height <= kNotSplit;
    Head();
    for (std::size_t r = 0; r < rows.size(); ++r) Add(r, rows[r]);
    writer_.Close("Table");
  }

 private:
  void Caption() {
    if (table_.caption.empty()) return;
    writer_.Name(TableAnchor(table_.caption));
    TextBlock text = writer_.setter().Set(table_.caption, {kTableText, Face::kSans, true}, kBoxWidth);
    writer_.AddText(std::move(text), "Caption", {0, kBlockGap + 3, true});
  }

  void Head() {
    auto row = std::make_shared<RowBox>("TH", kPadding);
    bool any = false;
    for (std::size_t c = 0; c < grid_.x.size(); ++c) {
      any = any || !table_.columns[c].title.empty();
      grid_.Add(*row, c, {writer_.setter(), table_.columns[c].title, HeadStyle(), grid_.width[c]});
    }
    const double height = any ? row->height() : 0;
    const auto paint = [row, height](Canvas& canvas, double y, bool tagged) {
      canvas.Across(0, y, kBoxWidth, kHeavy);
      if (height == 0) return;
      row->Draw(canvas, y, tagged);
      canvas.Across(0, y + height, kBoxWidth, kLight);
    };
    double above = 0;
    const Painter line = ContinuedLine(writer_.setter(), table_.caption.empty() ? heading_ : table_.caption, &above);
    if (above + height <= kHighestHead) {
      head_height_ = above + height;
      head_ = writer_.AddHead({head_height_, [=](Canvas& canvas, double y) {
                                 line(canvas, y);
                                 paint(canvas, y + above, false);
                               }});
    }
    SlabSize size{table_.caption.empty() ? kBlockGap : 4, height, !table_.rows.empty()};
    size.is_head = true;
    size.head = head_;
    writer_.Add(size, [=](Canvas& canvas, double y) { paint(canvas, y, true); });
  }

  std::shared_ptr<const RowBox> MakeRow(const Row& cells) {
    auto row = std::make_shared<RowBox>("TD", kPadding);
    static const Cell kEmpty;
    for (std::size_t c = 0; c < grid_.x.size(); ++c) {
      const Cell& cell = c < cells.size() ? cells[c] : kEmpty;
      Style style = StyleOf(table_.columns[c], cell);
      if (c == 0 && IsIdentifier(cell.text)) style.links = writer_.setter().anchors().PlacedBy(cells).empty();
      grid_.Add(*row, c, {writer_.setter(), cell, style, grid_.width[c]});
    }
    return row;
  }

  void Add(std::size_t index, const std::shared_ptr<const RowBox>& row) {
    writer_.Name(std::string(writer_.setter().anchors().PlacedBy(table_.rows[index])));
    const bool last = index + 1 == table_.rows.size();
    SlabSize size;
    size.keep = !last && (whole_ || KeepsRow(index, table_.rows.size(), 0, row->height()));
    size.head = head_;
    const RowRule rule = last ? RowRule{kHeavy, kBlack} : RowRule{kLight, kRuleGrey};
    AddRow(writer_, row, size, kContentHeight - head_height_, rule);
  }

  Writer& writer_;
  const Table& table_;
  std::string heading_;
  Grid grid_;
  int head_ = -1;
  double head_height_ = 0;
  bool whole_ = false;
};

}  // namespace

bool KeepsRow(std::size_t row, std::size_t rows, double above, double height) {
  constexpr double kEnough = 40;
  if (row + 1 == rows) return false;
  return (row == 0 && above + height < kEnough) || (row + 2 == rows && height < kEnough);
}

Painter ContinuedLine(Setter& setter, const std::string& heading, double* height) {
  const std::string words = heading.empty() ? "continued" : heading + ", continued";
  auto text = std::make_shared<const TextBlock>(setter.Set(words, {kSmall, Face::kSans, false, kDarkGrey}, kBoxWidth));
  *height = text->HeightOf(0, 1) + 3;
  return [text](Canvas& canvas, double y) { text->Draw(canvas, "", 0, y, 0, 1); };
}

void AddTable(Writer& writer, const Table& table, const std::string& heading) {
  if (!table.columns.empty()) TableWriter(writer, table, heading).Write();
}

}  // namespace hotsite::backends::document
