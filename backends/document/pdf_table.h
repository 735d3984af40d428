// Tables: columns by content, light rules between rows, the head again on every page.
#pragma once

#include <string>

#include "backends/document/pdf_writer.h"

namespace hotsite::backends::document {

/// `heading` is what the head says on further pages where the table has no caption.
void AddTable(Writer& writer, const Table& table, const std::string& heading);

/// The rows that the reader answers: the response block on the right is the same on every page of the document.
void AddAnswerSheet(Writer& writer, const AnswerSheet& sheet, const std::string& heading);

/// The line above a head that is repeated: `7.2 HiperSockets, continued`.
Painter ContinuedLine(Setter& setter, const std::string& heading, double* height);

}  // namespace hotsite::backends::document
