#include "backends/document/fields.h"

#include <iterator>

namespace hotsite::backends::document {
namespace {

constexpr unsigned kValueColumns = 32, kInitialsColumns = 4;

void Append(std::vector<Field> more, std::vector<Field>& fields) {
  fields.insert(fields.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void AddBlock(const Block& block, std::vector<Field>& fields) {
  if (const auto* table = std::get_if<Table>(&block)) {
    for (const Row& row : table->rows) {
      for (const Cell& cell : row) Append(cell.fields, fields);
    }
  } else if (const auto* sheet = std::get_if<AnswerSheet>(&block)) {
    for (const AnswerRow& row : sheet->rows) Append(FieldsOf(row), fields);
  }
}

}  // namespace

const char* ValueWord(const AnswerRow& row) {
  if (!row.confirm) return "Value";
  return row.kind == "OPT" ? "Which" : "Given";
}

std::vector<Field> FieldsOf(const AnswerRow& row) {
  std::vector<Field> fields;
  const auto add = [&](Field::Kind kind, const char* part, const char* words, unsigned columns) {
    fields.push_back({kind, row.id + "_" + part, row.id + " " + words + ": " + row.text, "", "", columns});
  };
  if (row.confirm) {
    add(Field::Kind::kTick, "confirm", "Confirm", 1);
    add(Field::Kind::kTick, "deviate", "Deviation", 1);
  }
  if (row.value) add(Field::Kind::kText, "value", ValueWord(row), kValueColumns);
  if (row.confirm || row.value) add(Field::Kind::kText, "initials", "Initials", kInitialsColumns);
  return fields;
}

std::string Marked(const AnswerRow& row) {
  return (row.mark.empty() ? "" : row.mark + " ") + row.id + (row.edition.empty() ? "" : " " + row.edition);
}

std::string Plain(const Cell& cell) {
  std::string text = cell.text;
  for (const Field& field : cell.fields) {
    if (!text.empty()) text += ' ';
    if (!field.label.empty()) text += field.label + ": ";
    if (field.kind == Field::Kind::kFixed) {
      text += field.value;
    } else {
      text += field.kind == Field::Kind::kTick ? std::string("[ ]") : std::string(field.columns, '_');
    }
  }
  return text;
}

std::vector<Field> AllFields(const Document& document) {
  std::vector<Field> fields;
  for (const auto& [what, value] : document.facts) Append(value.fields, fields);
  for (const Block& block : document.cover) AddBlock(block, fields);
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) AddBlock(block, fields);
  }
  return fields;
}

}  // namespace hotsite::backends::document
