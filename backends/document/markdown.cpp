#include "backends/document/markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/document/fields.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::document {
namespace {

constexpr std::string_view kSpecial = "\\`*[]<>|~$&";

bool IsWordCharacter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// An underscore inside a word is no markup (CommonMark 6.2) and stays, so that America/New_York can be read in the
/// source.
bool IsMarkup(std::string_view text, std::size_t at) {
  if (text[at] != '_') return kSpecial.find(text[at]) != std::string_view::npos;
  const bool before = at > 0 && IsWordCharacter(text[at - 1]);
  const bool after = at + 1 < text.size() && IsWordCharacter(text[at + 1]);
  return !before || !after;
}

/// A cell of code: a code span whose fence is longer than any run of backticks inside; `|` still has to be escaped in
/// tables.
std::string CodeCell(std::string_view text) {
  if (text.empty()) return {};
  if (text.find('`') != std::string_view::npos) return EscapeMarkdown(text);
  std::string cell = "`";
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return cell + "`";
}

/// A line that begins a paragraph: what Markdown would take for a heading, a list or a rule is escaped.
std::string StartOfLine(std::string_view text) {
  std::string line = EscapeMarkdown(text);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')'))
    return line.insert(digits, "\\");
  if (!line.empty() && std::string_view("#-+=").find(line[0]) != std::string_view::npos) line.insert(0, "\\");
  return line;
}

class Printer {
 public:
  void Title(const Document& document) {
    out_.Line("# {}", EscapeMarkdown(document.title));
    Table facts;
    facts.columns = {{"", false}, {"", false}};
    for (const auto& [what, value] : document.facts) {
      if (!Plain(value).empty()) facts.rows.push_back({what, value});
    }
    Print(facts);
    for (const Block& block : document.cover) Print(block);
  }

  void Heading(const Section& section) {
    out_.Line();
    out_.Line("## {} {}", EscapeMarkdown(section.number), EscapeMarkdown(section.title));
  }

  void Print(const Block& block) {
    out_.Line();
    std::visit([this](const auto& part) { Show(part); }, block);
  }

  std::string Take() { return out_.Take(); }

 private:
  void Show(const Paragraph& paragraph) { out_.Line(StartOfLine(paragraph.text)); }

  void Show(const Note& note) { out_.Line("**{}:** {}", EscapeMarkdown(note.label), EscapeMarkdown(note.text)); }

  void Show(const Subheading& heading) {
    out_.Line("### {} {}", EscapeMarkdown(heading.number), EscapeMarkdown(heading.title));
  }

  void Show(const List& list) {
    std::size_t number = 0;
    for (const std::string& item : list.items) {
      out_.Line("{} {}", list.numbered ? fmt::format("{}.", ++number) : "-", StartOfLine(item));
    }
  }

  void Show(const Table& table) {
    if (!table.caption.empty()) {
      out_.Line("*{}*", EscapeMarkdown(table.caption));
      out_.Line();
    }
    std::string head = "|", rule = "|";
    for (const Column& column : table.columns) {
      head += " " + EscapeMarkdown(column.title) + " |";
      rule += " --- |";
    }
    out_.Line(head);
    out_.Line(rule);
    for (const auto& row : table.rows) {
      std::string line = "|";
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string cell = c < row.size() ? Plain(row[c]) : std::string();
        line += " " + (table.columns[c].code ? CodeCell(cell) : EscapeMarkdown(cell)) + " |";
      }
      out_.Line(line);
    }
  }

  void Show(const Figure& figure) { Show(Verbatim{figure.caption, figure.text}); }

  void Show(const Verbatim& verbatim) {
    if (!verbatim.caption.empty()) {
      out_.Line(StartOfLine(verbatim.caption));
      out_.Line();
    }
    std::size_t longest = 2, run = 0;
    for (const char c : verbatim.text) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    out_.Line("{}text", fence);
    std::string_view text = verbatim.text;
    if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    out_.Line(text);
    out_.Line(fence);
  }

  void Show(const AnswerSheet& sheet) {
    out_.Line("| ID | Kind | Requirement | Why | Confirm | Deviation | Value | Initials |");
    out_.Line("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for (const AnswerRow& row : sheet.rows) {
      const char* box = row.confirm ? "☐" : "";
      const std::string due = row.due.empty() || !row.value ? "" : "due " + EscapeMarkdown(row.due);
      out_.Line("| {} | {} | {} | {} | {} | {} | {} | |", EscapeMarkdown(Marked(row)), EscapeMarkdown(row.kind),
                EscapeMarkdown(row.text), EscapeMarkdown(row.why), box, box, due);
    }
  }

  TextWriter out_;
};

}  // namespace

std::string EscapeMarkdown(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (IsMarkup(text, at)) escaped += '\\';
    escaped += static_cast<unsigned char>(c) < ' ' || c == '\x7F' ? ' ' : c;
  }
  return escaped;
}

std::string RenderMarkdown(const Document& document) {
  Printer printer;
  printer.Title(document);
  for (const Section& section : document.sections) {
    printer.Heading(section);
    for (const Block& block : section.blocks) printer.Print(block);
  }
  return printer.Take();
}

}  // namespace hotsite::backends::document
