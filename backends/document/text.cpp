#include "backends/document/text.h"

#include <fmt/format.h>

#include "backends/document/fields.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

constexpr std::size_t kAnswerIndent = 14;  // "  PLC-001 REQ "

class Printer {
 public:
  void Lines(std::string_view text, const std::string& first, const std::string& hanging) {
    const std::size_t used = std::max(first.size(), hanging.size());
    bool start = true;
    for (const std::string& line : WrapCell(text, kTextColumns - used)) {
      out_.Line(start ? PadRight(first, hanging.size()) + line : hanging + line);
      start = false;
    }
  }

  void Title(const Document& document) {
    Lines(document.title, "", "");
    out_.Line(std::string(std::min(kTextColumns, DisplayWidth(document.title)), '='));
    out_.Line();
    std::size_t widest = 0;
    for (const auto& [what, value] : document.facts) widest = std::max(widest, what.size());
    for (const auto& [what, value] : document.facts) {
      if (const std::string text = Plain(value); !text.empty())
        Lines(text, PadRight(what, widest) + "  ", std::string(widest + 2, ' '));
    }
    for (const Block& block : document.cover) Print(block);
  }

  void Heading(const Section& section) {
    out_.Line();
    out_.Line(std::string(kTextColumns, '='));
    Lines(section.title, section.number + "  ", std::string(section.number.size() + 2, ' '));
    out_.Line(std::string(kTextColumns, '='));
  }

  void Print(const Block& block) {
    out_.Line();
    std::visit([this](const auto& part) { Show(part); }, block);
  }

  std::string Take() { return out_.Take(); }

 private:
  void Show(const Paragraph& paragraph) { Lines(paragraph.text, "", ""); }

  void Show(const Note& note) { Lines(note.label + ": " + note.text, "", ""); }

  void Show(const Subheading& heading) {
    Lines(heading.title, heading.number + "  ", std::string(heading.number.size() + 2, ' '));
    out_.Line(std::string(kTextColumns, '-'));
  }

  void Show(const List& list) {
    std::size_t number = 0;
    for (const std::string& item : list.items)
      Lines(item, list.numbered ? fmt::format("{:>3}. ", ++number) : "  -  ", "     ");
  }

  void Show(const Table& table) {
    if (!table.caption.empty()) {
      Lines(table.caption, "", "");
      out_.Line();
    }
    const auto lines = table.record_head > 0 ? LayOutRecords(table, kTextColumns) : LayOutTable(table, kTextColumns);
    for (const std::string& line : lines) out_.Line(line);
  }

  void Show(const Figure& figure) { Show(Verbatim{figure.caption, figure.text}); }

  /// Lines as they are; one that is too wide goes on behind a `> `.
  void Show(const Verbatim& verbatim) {
    if (!verbatim.caption.empty()) {
      Lines(verbatim.caption, "", "");
      out_.Line();
    }
    std::string_view rest = verbatim.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      VerbatimLine(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void VerbatimLine(std::string_view line) {
    std::string kept;
    std::size_t columns = 0, blank = std::string::npos;  // `blank`: where to break, the last one in `kept`
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t bytes = CodePointBytes(line, at);
      std::string_view character = line.substr(at, bytes);
      if (bytes == 1 && static_cast<unsigned char>(line[at]) < ' ') character = " ";
      if (columns + DisplayWidth(character) > kTextColumns) {
        const bool at_blank = blank != std::string::npos && blank > kTextColumns / 2;
        out_.Line(std::string_view(kept).substr(0, at_blank ? blank : kept.size()));
        kept = "> " + (at_blank ? kept.substr(blank + 1) : std::string());
        columns = DisplayWidth(kept);
        blank = std::string::npos;
      }
      if (character == " ") blank = kept.size();
      kept += character;
      columns += DisplayWidth(character);
      at += bytes;
    }
    out_.Line(kept);
  }

  void Show(const AnswerSheet& sheet) {
    bool first = true;
    for (const AnswerRow& row : sheet.rows) {
      if (!first) out_.Line();
      first = false;
      Answer(row);
    }
  }

  void Answer(const AnswerRow& row) {
    const std::string hanging(kAnswerIndent, ' ');
    Lines(row.text, fmt::format("{:<9} {:<3} ", Marked(row), row.kind), hanging);
    if (!row.why.empty()) Lines(row.why, hanging + "Why: ", hanging + "     ");
    if (row.value && !row.due.empty()) Lines(row.due, hanging + "Due: ", hanging + "     ");
    if (row.confirm && row.value) out_.Line("{}{}: ________________________________", hanging, ValueWord(row));
    if (row.confirm) {
      out_.Line("{}[ ] Confirm   [ ] Deviation   Initials: ____", hanging);
    } else if (row.value) {
      out_.Line("{}Value: ________________________________  Initials: ____", hanging);
    }
  }

  TextWriter out_;
};

}  // namespace

std::string RenderText(const Document& document) {
  Printer printer;
  printer.Title(document);
  for (const Section& section : document.sections) {
    printer.Heading(section);
    for (const Block& block : section.blocks) printer.Print(block);
  }
  return printer.Take();
}

}  // namespace hotsite::backends::document
