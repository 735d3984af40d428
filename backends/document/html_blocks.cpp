#include "backends/document/html_blocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/document/fields.h"
#include "backends/drawing/svg.h"
#include "compiler/support/xml_text.h"

namespace hotsite::backends::document {
namespace {

const char* ClassOf(Field::Kind kind) {
  switch (kind) {
    case Field::Kind::kText:
      return "line";
    case Field::Kind::kLines:
      return "lines";
    case Field::Kind::kTick:
      return "tick";
    case Field::Kind::kFixed:
      return "fixed";
  }
  return "";
}

/// A cell of the response block; without a field it says that nothing belongs there.
void AnswerCell(const char* label, const char* part, const std::vector<Field>& fields, std::string_view due,
                std::string& out) {
  const auto field = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& one) { return one.name.ends_with(std::string("_") + part); });
  if (field == fields.end()) {
    out += "<td class=\"none\"></td>";
    return;
  }
  out += fmt::format("<td class=\"{}\" data-label=\"{}\">", part, label);
  if (!due.empty()) out += fmt::format("<span class=\"due\">due {}</span>", XmlText(due));
  out += fmt::format("<span class=\"{}\" data-field=\"{}\"></span></td>", ClassOf(field->kind), XmlText(field->name));
}

/// The first cell of a row stays on one line where it is no longer: `PLC-003 b`.
constexpr std::size_t kShort = 12;

constexpr char kAnswerHead[] =
    "<thead><tr><th scope=\"col\">ID</th><th scope=\"col\">Kind</th><th scope=\"col\">Requirement, and why</th>"
    "<th scope=\"col\">Confirm</th><th scope=\"col\">Deviation</th><th scope=\"col\">Value</th>"
    "<th scope=\"col\">Initials</th></tr></thead>\n";

}  // namespace

void HtmlBlocks::Print(const Block& block) {
  std::visit([this](const auto& part) { Show(part); }, block);
}

void HtmlBlocks::Words(std::string_view text) {
  for (const Run& run : anchors_.Split(text)) {
    const std::string words = XmlText(run.text);
    switch (run.kind) {
      case Run::Kind::kPlain:
        out_ += words;
        break;
      case Run::Kind::kKeyword:
        out_ += fmt::format("<strong>{}</strong>", words);
        break;
      case Run::Kind::kLink:
        out_ += fmt::format("<a href=\"#{}\">{}</a>", XmlText(run.target), words);
        break;
      case Run::Kind::kWhole:
        out_ += fmt::format("<span class=\"whole\">{}</span>", words);
        break;
    }
  }
}

void HtmlBlocks::Content(const Cell& cell, bool code) {
  if (code && !cell.text.empty()) {
    out_ += "<code>";
    Words(cell.text);
    out_ += "</code>";
  } else {
    Words(cell.text);
  }
  for (const Field& field : cell.fields) {
    if (&field != cell.fields.data() || !cell.text.empty()) out_ += ' ';
    FillIn(field);
  }
}

void HtmlBlocks::FillIn(const Field& field) {
  const std::string name = XmlText(field.name);
  if (field.kind == Field::Kind::kFixed) {
    out_ += fmt::format("<span class=\"fixed\" data-field=\"{}\">{}</span>", name, XmlText(field.value));
    return;
  }
  out_ += "<span class=\"fill\">";
  if (!field.label.empty()) out_ += fmt::format("<span class=\"label\">{}:</span> ", XmlText(field.label));
  out_ += fmt::format("<span class=\"{}\" data-field=\"{}\"", ClassOf(field.kind), name);
  if (field.kind != Field::Kind::kTick) out_ += fmt::format(" style=\"min-width:{}ch\"", field.columns);
  out_ += "></span></span>";
}

void HtmlBlocks::Show(const Paragraph& paragraph) {
  out_ += "<p>";
  Words(paragraph.text);
  out_ += "</p>\n";
}

void HtmlBlocks::Show(const Note& note) {
  out_ += fmt::format("<p class=\"note\"><strong>{}:</strong> ", XmlText(note.label));
  Words(note.text);
  out_ += "</p>\n";
}

void HtmlBlocks::Show(const Subheading& heading) {
  out_ += fmt::format("<h3 id=\"{}\"><span class=\"number\">{}</span> {}</h3>\n",
                      XmlText(SectionAnchor(heading.number)), XmlText(heading.number), XmlText(heading.title));
}

void HtmlBlocks::Show(const List& list) {
  const char* element = list.numbered ? "ol" : "ul";
  out_ += fmt::format("<{}>\n", element);
  for (const std::string& item : list.items) {
    out_ += "<li>";
    Words(item);
    out_ += "</li>\n";
  }
  out_ += fmt::format("</{}>\n", element);
}

void HtmlBlocks::Show(const Table& table) {
  const std::string anchor = TableAnchor(table.caption);
  out_ += "<div class=\"wide\"><table";
  if (!anchor.empty()) out_ += fmt::format(" id=\"{}\"", XmlText(anchor));
  out_ += ">\n";
  if (!table.caption.empty()) out_ += fmt::format("<caption>{}</caption>\n", XmlText(table.caption));
  out_ += "<thead><tr>";
  for (const Column& column : table.columns) out_ += fmt::format("<th scope=\"col\">{}</th>", XmlText(column.title));
  out_ += "</tr></thead>\n<tbody>\n";
  for (const Row& row : table.rows) TableRow(table, row);
  out_ += "</tbody></table></div>\n";
}

void HtmlBlocks::TableRow(const Table& table, const Row& row) {
  const std::string_view place = anchors_.PlacedBy(row);
  out_ += place.empty() ? std::string("<tr>") : fmt::format("<tr id=\"{}\">", XmlText(place));
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const char* element = c == 0 ? "th" : "td";
    const bool brief = c < row.size() && row[c].text.size() <= kShort;
    out_ += c > 0 ? "<td>" : brief ? "<th scope=\"row\" class=\"short\">" : "<th scope=\"row\">";
    if (c < row.size()) Content(row[c], table.columns[c].code);
    out_ += fmt::format("</{}>", element);
  }
  out_ += "</tr>\n";
}

void HtmlBlocks::Show(const Figure& figure) {
  const bool drawn = !figure.drawing.shapes.empty();
  out_ += "<figure>\n" + (drawn ? drawing::SvgText(figure.drawing) : "<pre>" + XmlText(figure.text) + "</pre>") + "\n";
  if (!figure.caption.empty()) out_ += fmt::format("<figcaption>{}</figcaption>\n", XmlText(figure.caption));
  out_ += "</figure>\n";
}

void HtmlBlocks::Show(const Verbatim& verbatim) {
  out_ += "<figure class=\"file\">\n";
  if (!verbatim.caption.empty()) out_ += fmt::format("<figcaption>{}</figcaption>\n", XmlText(verbatim.caption));
  out_ += fmt::format("<pre>{}</pre>\n</figure>\n", XmlText(verbatim.text));
}

void HtmlBlocks::Show(const AnswerSheet& sheet) {
  out_ += "<table class=\"answers\">\n";
  out_ += kAnswerHead;
  out_ += "<tbody>\n";
  for (const AnswerRow& row : sheet.rows) Answer(row);
  out_ += "</tbody></table>\n";
}

void HtmlBlocks::Answer(const AnswerRow& row) {
  const std::string id = XmlText(row.id);
  out_ += fmt::format("<tr id=\"{}\"><th scope=\"row\">", id);
  if (!row.mark.empty()) out_ += fmt::format("<span class=\"mark\">{}</span> ", XmlText(row.mark));
  out_ += fmt::format("<a href=\"#{0}\">{0}</a>", id);
  if (!row.edition.empty()) out_ += " " + XmlText(row.edition);
  out_ += fmt::format("</th><td>{}</td><td>", XmlText(row.kind));
  Words(row.text);
  if (!row.why.empty()) {
    out_ += "<p class=\"why\">Why: ";
    Words(row.why);
    out_ += "</p>";
  }
  out_ += "</td>";
  const std::vector<Field> fields = FieldsOf(row);
  AnswerCell("Confirm", "confirm", fields, "", out_);
  AnswerCell("Deviation", "deviate", fields, "", out_);
  AnswerCell(ValueWord(row), "value", fields, row.due, out_);
  AnswerCell("Initials", "initials", fields, "", out_);
  out_ += "</tr>\n";
}

}  // namespace hotsite::backends::document
