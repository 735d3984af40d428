#include "backends/document/pdf_characters.h"

namespace hotsite::backends::document {
namespace {

class Collector {
 public:
  void Add(std::string_view text) { characters_.Add(text); }

  void OfCell(const Cell& cell) {
    Add(cell.text);
    for (const Field& field : cell.fields) {
      Add(field.label);
      Add(field.value);
    }
  }

  void OfBlock(const Block& block) {
    std::visit([this](const auto& part) { Of(part); }, block);
  }

  Characters Take() { return std::move(characters_); }

 private:
  void Of(const Paragraph& paragraph) { Add(paragraph.text); }

  void Of(const Note& note) {
    Add(note.label);
    Add(note.text);
  }

  void Of(const Subheading& heading) {
    Add(heading.number);
    Add(heading.title);
  }

  void Of(const List& list) {
    for (const std::string& item : list.items) Add(item);
  }

  void Of(const Table& table) {
    Add(table.caption);
    for (const Column& column : table.columns) Add(column.title);
    for (const Row& row : table.rows) {
      for (const Cell& cell : row) OfCell(cell);
    }
  }

  void Of(const Figure& figure) {
    Add(figure.caption);
    for (const drawing::Shape& shape : figure.drawing.shapes) {
      if (const auto* label = std::get_if<drawing::Label>(&shape)) Add(label->text);
    }
  }

  void Of(const Verbatim& verbatim) {
    Add(verbatim.caption);
    Add(verbatim.text);
  }

  void Of(const AnswerSheet& sheet) {
    for (const AnswerRow& row : sheet.rows) {
      for (const std::string* text : {&row.id, &row.kind, &row.text, &row.why, &row.due, &row.edition, &row.mark})
        Add(*text);
    }
  }

  Characters characters_;
};

}  // namespace

Characters CharactersOf(const Document& document) {
  Collector collector;
  for (const std::string* text : {&document.title, &document.head, &document.foot}) collector.Add(*text);
  for (const auto& [what, value] : document.facts) {
    collector.Add(what);
    collector.OfCell(value);
  }
  for (const Block& block : document.cover) collector.OfBlock(block);
  for (const Section& section : document.sections) {
    collector.Add(section.number);
    collector.Add(section.title);
    for (const Block& block : section.blocks) collector.OfBlock(block);
  }
  return collector.Take();
}

}  // namespace hotsite::backends::document
