// The XML parts of a workbook (ECMA-376 part 1, SpreadsheetML): texts, date formats, cells. Read as a stream by expat,
// with no document type and so no entities of a file's own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/reply/table.h"

namespace hotsite::reply {

/// `xl/sharedStrings.xml`: the texts that cells refer to by number, without phonetic guides. False when it is no such
/// part.
bool ReadSharedStrings(std::string_view xml, std::vector<std::string>& strings);

/// `xl/styles.xml`: for each cell style whether it shows a number as a date.
bool ReadDateStyles(std::string_view xml, std::vector<bool>& dates);

/// What the workbook knows beside the sheet.
struct Workbook {
  std::vector<std::string> strings;
  std::vector<bool> date_styles;
  bool from_1904 = false;  // days are counted from 1904-01-01, as old Macintoshes did
};

/// `xl/worksheets/sheet1.xml`: hands on one row after the other until `take` wants no more. Numbers as the file has
/// them, dates as 2009-08-20, formulas by the value that they had. False when the XML is damaged.
bool ReadSheet(std::string_view xml, const Workbook& workbook, const std::function<bool(const TableRow&)>& take);

/// `xl/workbook.xml`: the ids of the sheets' relations, in the order of their tabs.
bool ReadSheetList(std::string_view xml, std::vector<std::string>& relations, bool& from_1904);

/// `xl/_rels/workbook.xml.rels`: id and target of each relation.
bool ReadRelations(std::string_view xml, std::vector<std::pair<std::string, std::string>>& targets);

}  // namespace hotsite::reply
