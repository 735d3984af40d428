// A page as Markdown (CommonMark with tables, as GitHub shows it).
#include <fmt/format.h>

#include <algorithm>

#include "compiler/driver/page.h"
#include "compiler/driver/prose.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

constexpr std::string_view kMarkup = "\\*[]<>|~$&";

bool IsWordCharacter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// An underscore inside a word is no markup (CommonMark 6.2).
bool IsMarkup(std::string_view text, std::size_t at) {
  if (text[at] != '_') return kMarkup.find(text[at]) != std::string_view::npos;
  const bool before = at > 0 && IsWordCharacter(text[at - 1]);
  const bool after = at + 1 < text.size() && IsWordCharacter(text[at + 1]);
  return !before || !after;
}

std::string Code(std::string_view text) {
  const std::string_view fence = text.find('`') == std::string_view::npos ? "`" : "``";
  return fmt::format("{0}{1}{0}", fence, text);
}

// In a table `|` ends a cell even inside code.
std::string InCell(std::string_view text) {
  std::string cell;
  for (const char c : text) cell.append(c == '|' ? "\\|" : std::string(1, c));
  return cell;
}

class Printer {
 public:
  void Lead(const Page& page) {
    if (page.lead.empty()) return;
    out_.Line(MarkdownWords(page.lead));
    empty_ = false;
  }

  void Print(const PagePart& part) {
    if (!std::exchange(empty_, false)) out_.Line();
    std::visit([this](const auto& one) { Show(one); }, part);
  }

  std::string Take() { return out_.Take(); }

 private:
  void Show(const Prose& prose) {
    ForEachPart(prose.text, [this](const ProsePart& part) { Show(part); }, [this] { out_.Line(); });
  }

  void Show(const ProsePart& part) {
    if (part.kind == ProsePart::Kind::kSpecimen) return out_.Line(MarkdownCode(part.text));
    out_.Line("{}{}{}", part.marker, part.marker.empty() ? "" : " ", MarkdownWords(part.text));
  }

  void Show(const Forms& forms) {
    std::string lines;
    for (const std::string& form : forms.forms) lines += form + '\n';
    out_.Line(MarkdownCode(lines));
  }

  void Show(const Specimens& specimens) {
    if (!specimens.caption.empty()) out_.Line(MarkdownWords(specimens.caption));
    bool first = specimens.caption.empty();
    for (const std::string& text : specimens.texts) {
      if (!std::exchange(first, false)) out_.Line();
      out_.Line(MarkdownCode(text));
    }
  }

  void Show(const Facts& facts) {
    for (const Fact& fact : facts.facts) {
      out_.Line("- **{}**{}{}", fact.label, fact.text.empty() ? "" : ": ", MarkdownWords(fact.text));
      for (const Item& item : fact.items)
        out_.Line("  - {}{}{}", Code(item.name), item.text.empty() ? "" : ": ", MarkdownWords(item.text));
    }
  }

  void Show(const Table& table) {
    std::string titles = "|", rule = "|";
    for (const std::string& title : table.titles) {
      titles += fmt::format(" {} |", title);
      rule += " --- |";
    }
    out_.Line(titles);
    out_.Line(rule);
    for (const auto& row : table.rows) {
      std::string line = "|";
      for (std::size_t i = 0; i + 1 < row.size(); ++i) line += fmt::format(" {} |", InCell(Code(row[i])));
      out_.Line("{} {} |", line, MarkdownWords(row.back()));
    }
  }

  TextWriter out_;
  bool empty_ = true;
};

}  // namespace

std::string MarkdownWords(std::string_view words) {
  std::string text;
  bool code = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '`') code = !code;
    if (!code && IsMarkup(words, at)) text += '\\';
    text += words[at];
  }
  return text;
}

std::string MarkdownCode(std::string_view lines, std::string_view language) {
  lines = lines.substr(0, lines.find_last_not_of('\n') + 1);
  return fmt::format("```{}\n{}\n```", language, lines);
}

std::string MarkdownOf(const Page& page) {
  Printer printer;
  printer.Lead(page);
  for (const PagePart& part : page.parts) printer.Print(part);
  std::string text = printer.Take();
  text.erase(text.find_last_not_of('\n') + 1);
  return text;
}

}  // namespace hotsite::driver
