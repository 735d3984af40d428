#include "backends/drawing/layout_rows.h"

#include <algorithm>

namespace hotsite::backends::drawing {
namespace {

class Placer {
 public:
  Placer(std::vector<std::vector<Cell>>& rows, const Metrics& metrics, Channel channel)
      : rows_(rows), metrics_(metrics), per_column_(channel == Channel::kColumns) {}

  Rows Place() {
    CountWires();
    PlaceColumns();
    double y = 0;
    for (std::size_t row = 0; row < rows_.size(); ++row) y = PlaceRow(row, y);
    result_.height = y;
    return std::move(result_);
  }

 private:
  std::size_t ChannelOf(std::size_t column) const { return per_column_ ? column : 0; }

  void CountWires() {
    std::size_t columns = 0;
    for (const auto& row : rows_) columns = std::max(columns, row.size());
    free_.assign(per_column_ ? columns : 1, 0);
    for (std::size_t row = 0; row + 1 < rows_.size(); ++row) {
      for (std::size_t i = 0; i < rows_[row].size(); ++i) free_[ChannelOf(i)] += rows_[row][i].exits.size();
    }
    wires_ = free_;
  }

  /// A channel with one wire needs no more than the gap that is there anyway.
  double WidthOf(std::size_t channel) const {
    const std::size_t wires = wires_[channel];
    return metrics_.gap_x + metrics_.slot * static_cast<double>(wires > 1 ? wires - 1 : 0);
  }

  void PlaceColumns() {
    for (auto& row : rows_) {
      double x = 0;
      for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].at.x = x;
        right_ = std::max(right_, x + row[i].width);
        x += row[i].width + (per_column_ ? WidthOf(i) : metrics_.gap_x);
      }
    }
    const bool behind = !wires_.empty() && wires_.back() > 0;
    result_.width = right_ + (behind ? WidthOf(wires_.size() - 1) - metrics_.gap_x / 2 : 0);
  }

  /// Where a channel's wire goes down; places are counted from the left.
  double SlotX(std::size_t row, std::size_t column, std::size_t place) const {
    const double left = per_column_ ? rows_[row][column].at.x + rows_[row][column].width : right_;
    return Snap(metrics_, left + metrics_.gap_x / 2 + metrics_.slot * static_cast<double>(place));
  }

  double PlaceRow(std::size_t row, double y) {
    double height = 0;
    std::size_t tracks = 0, all = 0;
    for (const Cell& cell : rows_[row]) {
      height = std::max(height, cell.height);
      tracks = std::max(tracks, cell.exits.size());
      all += cell.exits.size();
    }
    if (!per_column_) tracks = all;
    const bool last = row + 1 == rows_.size();
    const double band = metrics_.gap_y + metrics_.track * static_cast<double>(tracks > 1 ? tracks - 1 : 0);
    double track =
        Snap(metrics_, y + height + band / 2 - metrics_.track * static_cast<double>(tracks > 0 ? tracks - 1 : 0) / 2);
    for (std::size_t i = rows_[row].size(); i-- > 0;) {
      Cell& cell = rows_[row][i];
      cell.at.y = y;
      Start(cell);
      if (last) {
        for (const Exit& exit : cell.exits) result_.exits.push_back({exit.wire, cell.at.x + exit.x});
      } else {
        const double end = StepAside(row, i, track);
        if (!per_column_) track = end;
      }
    }
    return y + height + (last ? 0 : band);
  }

  void Start(const Cell& cell) {
    if (!cell.starts) return;
    for (const Exit& exit : cell.exits)
      result_.corners.push_back({exit.wire, {cell.at.x + exit.x, cell.at.y + cell.height}});
  }

  /// The rightmost wire turns first and goes down rightmost; those of lower rows go down to the left of those before.
  /// So no two of them meet.
  double StepAside(std::size_t row, std::size_t column, double track) {
    const Cell& cell = rows_[row][column];
    std::vector<Exit> exits = cell.exits;
    std::sort(exits.begin(), exits.end(), [](const Exit& a, const Exit& b) { return a.x > b.x; });
    for (const Exit& exit : exits) {
      const double x = SlotX(row, column, --free_[ChannelOf(column)]);
      result_.corners.push_back({exit.wire, {cell.at.x + exit.x, track}});
      result_.corners.push_back({exit.wire, {x, track}});
      result_.exits.push_back({exit.wire, x});
      track += metrics_.track;
    }
    return track;
  }

  std::vector<std::vector<Cell>>& rows_;
  const Metrics& metrics_;
  const bool per_column_;
  Rows result_;
  std::vector<std::size_t> free_;   // by channel: places that no wire has taken yet, the right ones are taken first
  std::vector<std::size_t> wires_;  // by channel: all that go down there
  double right_ = 0;
};

}  // namespace

Rows PlaceRows(std::vector<std::vector<Cell>>& rows, const Metrics& metrics, Channel channel) {
  return Placer(rows, metrics, channel).Place();
}

}  // namespace hotsite::backends::drawing
