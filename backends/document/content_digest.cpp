#include "backends/document/content_digest.h"

#include <fmt/format.h>

#include <iterator>

#include "compiler/support/sha256.h"

namespace hotsite::backends::document {
namespace {

/// Writes values one after another so that no two sequences look alike: texts and lists begin with their length, a
/// choice with its number.
class Record {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (Say(values), ...);
  }

  std::string Digest() const { return Sha256Hex(bytes_); }

 private:
  void Number(long long number) { fmt::format_to(std::back_inserter(bytes_), "{};", number); }

  void Say(bool flag) { Number(flag ? 1 : 0); }
  void Say(unsigned number) { Number(number); }
  void Say(double length) { fmt::format_to(std::back_inserter(bytes_), "{:.2f};", length == 0 ? 0.0 : length); }
  void Say(Field::Kind kind) { Number(static_cast<int>(kind)); }
  void Say(Paper paper) { Number(static_cast<int>(paper)); }
  void Say(drawing::Stroke stroke) { Number(static_cast<int>(stroke)); }
  void Say(drawing::Fill fill) { Number(static_cast<int>(fill)); }
  void Say(drawing::Anchor anchor) { Number(static_cast<int>(anchor)); }
  void Say(const std::string& text) {
    Number(static_cast<long long>(text.size()));
    bytes_ += text;
  }

  template <class Value>
  void Say(const std::vector<Value>& list) {
    Number(static_cast<long long>(list.size()));
    for (const Value& value : list) Say(value);
  }
  template <class First, class Second>
  void Say(const std::pair<First, Second>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <class... Choices>
  void Say(const std::variant<Choices...>& choice) {
    Number(static_cast<long long>(choice.index()));
    std::visit([&](const auto& value) { Say(value); }, choice);
  }

  void Say(const Field& field) {
    (*this)(field.kind, field.name, field.hint, field.label, field.value, field.columns, field.signature);
  }
  void Say(const Cell& cell) { (*this)(cell.text, cell.fields); }
  void Say(const Column& column) { (*this)(column.title, column.code); }
  void Say(const AnswerRow& row) {
    (*this)(row.id, row.kind, row.text, row.why, row.confirm, row.value, row.due, row.edition, row.mark);
  }

  void Say(const Paragraph& paragraph) { Say(paragraph.text); }
  void Say(const Note& note) { (*this)(note.label, note.text); }
  void Say(const Subheading& heading) { (*this)(heading.number, heading.title); }
  void Say(const List& list) { (*this)(list.items, list.numbered); }
  void Say(const Table& table) { (*this)(table.caption, table.columns, table.rows); }
  void Say(const Figure& figure) { (*this)(figure.caption, figure.drawing, figure.text); }
  void Say(const Verbatim& verbatim) { (*this)(verbatim.caption, verbatim.text); }
  void Say(const AnswerSheet& sheet) { Say(sheet.rows); }
  void Say(const Section& section) { (*this)(section.number, section.title, section.blocks, section.new_page); }
  void Say(const Attachment& file) { (*this)(file.name, file.type, file.description, file.text); }

  void Say(const drawing::Point& point) { (*this)(point.x, point.y); }
  void Say(const drawing::Box& box) { (*this)(box.at, box.width, box.height, box.line, box.stroke, box.fill); }
  void Say(const drawing::Line& line) { (*this)(line.points, line.line, line.stroke); }
  void Say(const drawing::Hop& hop) { (*this)(hop.at, hop.radius, hop.line); }
  void Say(const drawing::Dot& dot) { (*this)(dot.at, dot.radius); }
  void Say(const drawing::Cross& cross) { (*this)(cross.at, cross.size, cross.line); }
  void Say(const drawing::Label& label) {
    (*this)(label.at, label.text, label.size, label.anchor, label.bold, label.mono, label.plate);
  }
  void Say(const drawing::Drawing& drawing) {
    (*this)(drawing.width, drawing.height, drawing.title, drawing.description, drawing.shapes);
  }

  std::string bytes_;
};

}  // namespace

std::string ContentDigest(const Document& document) {
  Record record;
  record(document.title, document.facts, document.cover, document.sections, document.head, document.foot,
         document.draft, document.brief, document.paper, document.author, document.subject, document.date,
         document.attachments);
  return record.Digest();
}

}  // namespace hotsite::backends::document
