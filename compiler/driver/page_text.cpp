// A page as text, for a terminal of 80 columns.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/driver/page.h"
#include "compiler/driver/prose.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

/// A list of choices that is longer than a line, with a blank behind the last bar that fits, for it to break at.
std::string Breakable(std::string_view form) {
  constexpr std::size_t kLongestWord = kPageWidth - 8;
  std::string text;
  while (!form.empty()) {
    const std::size_t end = std::min(form.find(' '), form.size());
    std::string_view word = form.substr(0, end);
    while (word.size() > kLongestWord && word.substr(0, kLongestWord).find('|') != std::string_view::npos) {
      const std::size_t bar = word.rfind('|', kLongestWord - 1) + 1;
      text.append(word.substr(0, bar)) += ' ';
      word.remove_prefix(bar);
    }
    text.append(word) += end < form.size() ? " " : "";
    form.remove_prefix(std::min(end + 1, form.size()));
  }
  return text;
}

constexpr std::size_t kLabelColumn = 13;  // where the text beside a label begins, unless a label is longer
constexpr std::size_t kSpecimenIndent = 4;

class Printer {
 public:
  void Head(const Page& page) {
    out_.Line("{}{}", page.title, page.kind.empty() ? "" : fmt::format(" ({})", page.kind));
    if (!page.lead.empty()) out_.Wrapped(page.lead, kPageWidth);
  }

  void Print(const PagePart& part) {
    out_.Line();
    std::visit([this](const auto& one) { Show(one); }, part);
  }

  std::string Take() { return out_.Take(); }

 private:
  void Show(const Prose& prose) {
    ForEachPart(prose.text, [this](const ProsePart& part) { Show(part); }, [this] { out_.Line(); });
  }

  void Show(const ProsePart& part) {
    if (part.kind == ProsePart::Kind::kSpecimen) return Indented(part.text);
    const std::string first = part.marker.empty() ? "" : part.marker + " ";
    out_.Wrapped(part.text, kPageWidth, first, std::string(first.size(), ' '));
  }

  void Show(const Forms& forms) {
    for (const std::string& form : forms.forms) out_.Wrapped(Breakable(form), kPageWidth, "    ", "        ");
  }

  void Show(const Specimens& specimens) {
    if (!specimens.caption.empty()) out_.Line(specimens.caption);
    bool first = specimens.caption.empty();
    for (const std::string& text : specimens.texts) {
      if (!std::exchange(first, false)) out_.Line();
      Indented(text);
    }
  }

  void Show(const Facts& facts) {
    std::size_t column = kLabelColumn;
    for (const Fact& fact : facts.facts) column = std::max(column, DisplayWidth(fact.label) + 2);
    for (const Fact& fact : facts.facts) {
      if (fact.items.empty()) {
        out_.Wrapped(fact.text, kPageWidth, PadRight(fact.label, column), std::string(column, ' '));
      } else {
        Show(fact, column);
      }
    }
  }

  void Show(const Fact& fact, std::size_t column) {
    std::size_t widest = 0;
    for (const Item& item : fact.items) widest = std::max(widest, DisplayWidth(item.name));
    std::string_view label = fact.label;
    for (const Item& item : fact.items) {
      const std::string name = item.text.empty() ? item.name : PadRight(item.name, widest + 2);
      const std::string first = PadRight(std::exchange(label, ""), column) + name;
      out_.Wrapped(item.text, kPageWidth, first, std::string(column + widest + 2, ' '));
    }
  }

  void Show(const Table& table) {
    std::vector<std::size_t> widths(table.titles.size());
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(row[i]) + 2);
    }
    for (const auto& row : table.rows) {
      std::string first;
      for (std::size_t i = 0; i + 1 < row.size(); ++i) first += PadRight(row[i], widths[i]);
      out_.Wrapped(row.back(), kPageWidth, first, std::string(DisplayWidth(first), ' '));
    }
  }

  void Indented(std::string_view text) {
    out_.Indent(kSpecimenIndent);
    out_.Line(text.substr(0, text.find_last_not_of('\n') + 1));
    out_.Outdent(kSpecimenIndent);
  }

  TextWriter out_;
};

}  // namespace

std::string TextOf(const Page& page) {
  Printer printer;
  printer.Head(page);
  for (const PagePart& part : page.parts) printer.Print(part);
  if (!page.note.empty()) printer.Print(Prose{page.note});
  return printer.Take();
}

std::string AsSentence(std::string_view line) {
  if (line.starts_with("z/")) return fmt::format("{}.", line);  // z/VM, z/OS
  if (line.empty()) return {};
  return ToUpper(line.substr(0, 1)) + std::string(line.substr(1)) + (line.ends_with('.') ? "" : ".");
}

}  // namespace hotsite::driver
