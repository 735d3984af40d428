#include "backends/document/pdf_table.h"

#include <algorithm>
#include <memory>

#include "backends/document/fields.h"
#include "backends/document/pdf_cell.h"

namespace hotsite::backends::document {
namespace {

constexpr double kColumnGap = 9;
constexpr double kPadding = 3;  // above and below a row's text
constexpr double kHeavy = 1, kLight = 0.5;

Style StyleOf(const Column& column) {
  Style style{kTableText, column.code ? Face::kMono : Face::kSans};
  style.links = true;
  return style;
}

/// Identifiers are typed as they stand, so they look like what is.
Style StyleOf(const Column& column, const Cell& cell) {
  Style style = StyleOf(column);
  if (IsIdentifier(cell.text)) style.face = Face::kMono;
  return style;
}

Style HeadStyle() { return {kSmall, Face::kSans, true}; }

/// Where the columns are.
struct Grid {
  std::vector<double> x, width;
};

Grid LayOut(const Setter& setter, const Table& table) {
  std::vector<ColumnWish> wishes;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    ColumnWish wish = WishOf(setter, table.columns[c].title, HeadStyle());
    for (const Row& row : table.rows) {
      if (c >= row.size()) continue;
      const ColumnWish of_cell = WishOf(setter, row[c], StyleOf(table.columns[c], row[c]));
      wish.natural = std::max(wish.natural, of_cell.natural);
      wish.least = std::max(wish.least, of_cell.least);
    }
    wishes.push_back(wish);
  }
  const double gaps = kColumnGap * static_cast<double>(wishes.size() - 1);
  Grid grid{{}, ShareWidth(wishes, std::max(kBoxWidth - gaps, 0.0))};
  double x = 0;
  for (const double width : grid.width) {
    grid.x.push_back(x);
    x += width + kColumnGap;
  }
  return grid;
}

struct RowBox {
  std::vector<CellBox> cells;
  std::vector<double> x;
  const char* cell_tag;
  bool first_names = false;  // its first cell is an identifier and wants no link to itself

  double height() const {
    double height = 0;
    for (const CellBox& cell : cells) height = std::max(height, cell.height());
    return height + 2 * kPadding;
  }

  void Draw(Canvas& canvas, double y) const {
    canvas.Begin("TR");
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c].Draw(canvas, cell_tag, x[c], y + kPadding);
    canvas.End("TR");
  }
};

/// Lines of each cell on one page.
using Part = std::vector<std::pair<std::size_t, std::size_t>>;

/// Cuts a row that is taller than a page by lines.
std::vector<Part> Cut(const RowBox& row, double height) {
  std::vector<Part> parts;
  std::vector<std::size_t> next(row.cells.size(), 0);
  for (bool more = true; more;) {
    more = false;
    Part part;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const TextBlock& text = row.cells[c].text();
      std::size_t last = next[c];
      double used = 2 * kPadding + row.cells[c].fields_height();
      while (last < text.lines() && (used += text.HeightOf(last, last + 1)) <= height) ++last;
      if (last == next[c] && last < text.lines()) ++last;  // a line that is taller than a page: it would never end
      part.emplace_back(next[c], last);
      next[c] = last;
      more = more || last < text.lines();
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

class TableWriter {
 public:
  TableWriter(Writer& writer, const Table& table, std::string heading)
      : writer_(writer), table_(table), heading_(std::move(heading)), grid_(LayOut(writer.setter(), table)) {}

  void Write() {
    writer_.Open("Table");
    Caption();
    Head();
    for (std::size_t r = 0; r < table_.rows.size(); ++r) AddRow(r);
    writer_.Close("Table");
  }

 private:
  void Caption() {
    if (table_.caption.empty()) return;
    Name();
    TextBlock text = writer_.setter().Set(table_.caption, {kTableText, Face::kSans, true}, kBoxWidth);
    writer_.AddText(std::move(text), "Caption", {0, kBlockGap + 3, true});
  }

  /// `Table A-1: systems` is what `table A-1` leads to.
  void Name() {
    const std::string_view caption = table_.caption;
    const std::size_t end = caption.find_first_of(": ", 6);
    if (caption.starts_with("Table ") && end != std::string_view::npos)
      writer_.Name("table-" + std::string(caption.substr(6, end - 6)));
  }

  void Head() {
    auto row = std::make_shared<RowBox>();
    row->x = grid_.x;
    row->cell_tag = "TH";
    bool any = false;
    for (std::size_t c = 0; c < grid_.x.size(); ++c) {
      any = any || !table_.columns[c].title.empty();
      row->cells.emplace_back(writer_.setter(), table_.columns[c].title, HeadStyle(), grid_.width[c]);
    }
    const double height = any ? row->height() : 0;
    const auto paint = [row, height](Canvas& canvas, double y, bool repeated) {
      canvas.Across(0, y, kBoxWidth, kHeavy);
      if (height == 0) return;
      if (repeated) {
        for (std::size_t c = 0; c < row->cells.size(); ++c) row->cells[c].Draw(canvas, "", row->x[c], y + kPadding);
      } else {
        row->Draw(canvas, y);
      }
      canvas.Across(0, y + height, kBoxWidth, kLight);
    };
    double above = 0;
    const Painter line = ContinuedLine(writer_.setter(), table_.caption.empty() ? heading_ : table_.caption, &above);
    head_height_ = above + height;
    head_ = writer_.AddHead({head_height_, [=](Canvas& canvas, double y) {
                               line(canvas, y);
                               paint(canvas, y + above, true);
                             }});
    SlabSize size{table_.caption.empty() ? kBlockGap : 4, height, !table_.rows.empty()};
    size.is_head = true;
    size.head = head_;
    writer_.Add(size, [=](Canvas& canvas, double y) { paint(canvas, y, false); });
  }

  void AddRow(std::size_t index) {
    auto row = std::make_shared<RowBox>();
    row->x = grid_.x;
    row->cell_tag = "TD";
    const Row& cells = table_.rows[index];
    static const Cell kEmpty;
    for (std::size_t c = 0; c < grid_.x.size(); ++c) {
      const Cell& cell = c < cells.size() ? cells[c] : kEmpty;
      Style style = StyleOf(table_.columns[c], cell);
      if (c == 0 && IsIdentifier(cell.text)) {
        style.links = !writer_.Name(cell.text);
      }
      row->cells.emplace_back(writer_.setter(), cell, style, grid_.width[c]);
    }
    const bool last = index + 1 == table_.rows.size();
    SlabSize size{0, row->height(), !last && (index == 0 || index + 2 == table_.rows.size())};
    size.head = head_;
    const double room = kContentHeight - head_height_;
    if (size.height > room) {
      AddParts(row, size, room, last);
    } else {
      writer_.Add(size, [row, last, height = size.height](Canvas& canvas, double y) {
        row->Draw(canvas, y);
        canvas.Across(0, y + height, kBoxWidth, last ? kHeavy : kLight, last ? kBlack : kRuleGrey);
      });
    }
  }

  void AddParts(const std::shared_ptr<RowBox>& row, SlabSize size, double room, bool last) {
    size.keep = false;
    const std::vector<Part> parts = Cut(*row, room);
    for (std::size_t p = 0; p < parts.size(); ++p) {
      size.height = 0;
      for (std::size_t c = 0; c < row->cells.size(); ++c)
        size.height = std::max(size.height, row->cells[c].text().HeightOf(parts[p][c].first, parts[p][c].second));
      size.height += 2 * kPadding;
      const bool ends = last && p + 1 == parts.size();
      writer_.Add(size, [row, part = parts[p], ends, height = size.height](Canvas& canvas, double y) {
        canvas.Begin("TR");
        for (std::size_t c = 0; c < row->cells.size(); ++c)
          row->cells[c].Draw(canvas, "TD", row->x[c], y + kPadding, part[c].first, part[c].second);
        canvas.End("TR");
        canvas.Across(0, y + height, kBoxWidth, ends ? kHeavy : kLight, ends ? kBlack : kRuleGrey);
      });
    }
  }

  Writer& writer_;
  const Table& table_;
  std::string heading_;
  Grid grid_;
  int head_ = -1;
  double head_height_ = 0;
};

}  // namespace

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
