// The fields of a document, in reading order: what forms are made of and replies are read by. One list for all
// printers.
#pragma once

#include <string>
#include <vector>

#include "backends/document/document.h"

namespace hotsite::backends::document {

/// What is to be written as the value: `Which` of a choice, `Given` of a demand (how much it will be), else `Value`.
const char* ValueWord(const AnswerRow& row);

/// `PLC-001_confirm`, `_deviate`, `_value`, `_initials`: those that the row has.
std::vector<Field> FieldsOf(const AnswerRow& row);

/// `! MEM-001 b`: the identifier with its mark and edition, as printers without margins have it.
std::string Marked(const AnswerRow& row);

/// The cell for printers without forms: its text, then a line to write on for each field, `date: ________`; a box is `[
/// ]`.
std::string Plain(const Cell& cell);

/// Every field of the document; names are unique.
std::vector<Field> AllFields(const Document& document);

}  // namespace hotsite::backends::document
