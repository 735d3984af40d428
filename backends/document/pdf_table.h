// Tables: columns by content, light rules between rows, the head again on every page.
#pragma once

#include <string>

#include "backends/document/pdf_writer.h"

namespace hotsite::backends::document {

/// `heading` is what the head says on further pages where the table has no caption.
void AddTable(Writer& writer, const Table& table, const std::string& heading);

/// The rows that the reader answers: the response block on the right is the same on every page of the document.
void AddAnswerSheet(Writer& writer, const AnswerSheet& sheet, const std::string& heading);

/// Whether a row stays with the next one: the first does while little would stand below the head, the last but one so
/// that the last isn't alone on a page. `above` is the height of the rows before it.
bool KeepsRow(std::size_t row, std::size_t rows, double above, double height);

/// The line above a head that is repeated: `7.2 HiperSockets, continued`.
Painter ContinuedLine(Setter& setter, const std::string& heading, double* height);

}  // namespace hotsite::backends::document
