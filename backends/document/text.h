// Prints a Document as plain text of 72 columns, for mail, for a printer and for people with a pencil.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "backends/document/document.h"

namespace hotsite::backends::document {

inline constexpr std::size_t kTextColumns = 72;

/// No line is wider than kTextColumns, whatever the words are.
std::string RenderText(const Document& document);

/// Breaks `text` at blanks into lines of at most `width` columns, and inside a word only where the word alone is wider.
/// Control characters count as blanks. An empty text is one empty line.
std::vector<std::string> WrapCell(std::string_view text, std::size_t width);

/// The lines of a table, without its caption.
std::vector<std::string> LayOutTable(const Table& table, std::size_t width);

/// The same for one that is printed row by row (Table::record_head), an empty line between two rows.
std::vector<std::string> LayOutRecords(const Table& table, std::size_t width);

}  // namespace hotsite::backends::document
