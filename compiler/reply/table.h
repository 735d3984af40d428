// The rows of a table, from CSV or a workbook, as answers. Which column is which the first row says that has an `id`.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/reply/reply.h"

namespace hotsite::reply {

inline constexpr std::size_t kMaxColumns = 200;

struct TableRow {
  std::size_t number = 0;  // as the spreadsheet counts: 1 and up, empty rows too
  std::vector<std::string> cells;
};

class TableReader {
 public:
  explicit TableReader(Form form) { read_.form = form; }

  /// Takes the next row; false when no more are wanted: there are too many, or the columns can't be told.
  bool Take(const TableRow& row);
  /// What was read. A table without a row that names the columns is a problem (HS4022).
  Read Finish();

 private:
  enum Column : std::size_t {
    kId,
    kAnswer,
    kValue,
    kInitials,
    kDate,
    kNote,
    kRequirement,
    kEdition,
    kRequest,
    kColumns
  };

  bool TakeHeader(const TableRow& row);
  void TakeAnswer(const TableRow& row);
  std::string CellOf(const TableRow& row, Column column);
  void Remark(std::string text);
  void RemarkOnUnread(const TableRow& row);

  Read read_;
  bool has_header_ = false;
  std::array<std::optional<std::size_t>, kColumns> places_;
  std::vector<std::string> unknown_;  // by place: the name of a column that isn't one of ours; else empty
  std::vector<std::string> first_;    // the first row with anything in it
};

/// Reads the identity `2009 revision 2 9f86d081884c7d65` of a form into `read`.
void ReadIdentity(std::string_view text, Read& read);

/// MEM-001 and b of `MEM-001 b`.
void SplitEdition(std::string& id, std::string& edition);

}  // namespace hotsite::reply
