// Every block but tables as slabs, and what stands before the first section.
#include "backends/document/pdf_story.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "backends/document/pdf_cover.h"
#include "backends/document/pdf_table.h"
#include "backends/document/pdf_verbatim.h"
#include "backends/document/pdf_writer.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::document {
namespace {

constexpr double kSectionSize = 14, kSubheadingSize = 10.5;
constexpr double kItemIndent = 16;

class Composer {
 public:
  Composer(Setter& setter, Story& story) : writer_(setter, story) {}

  void Cover(const Document& document) {
    AddTitle(writer_, document);
    Print(document.cover);
    if (!document.brief) AddContents(writer_, document);
  }

  void Print(const Section& section, bool first) {
    const std::string title = section.number.empty() ? section.title : section.number + "  " + section.title;
    const std::string destination = SectionAnchor(section.number);
    heading_ = title;
    writer_.Open("Sect");
    writer_.Name(destination);
    writer_.AddOutline(title, destination, 0);
    Heading(title, "H2", kSectionSize, 20, first || section.new_page);
    Print(section.blocks);
    writer_.Close("Sect");
  }

 private:
  void Print(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      // What stands before a table or the like is about it.
      const Block* next = &block == &blocks.back() ? nullptr : &block + 1;
      keep_ = next != nullptr && !std::holds_alternative<Paragraph>(*next) && !std::holds_alternative<Note>(*next) &&
              !std::holds_alternative<Subheading>(*next);
      std::visit([this](const auto& part) { Show(part); }, block);
    }
  }

  void Heading(const std::string& title, const char* tag, double size, double before, bool new_page) {
    TextBlock text = writer_.setter().Set(title, {size, Face::kSans, true}, kBoxWidth);
    writer_.AddText(std::move(text), tag, {.before = before, .keep = true, .new_page = new_page});
  }

  TextBlock Words(std::span<const Part> parts, double width) {
    Style style{kBody};
    style.keywords = style.links = true;
    return writer_.setter().Set(parts, style, width);
  }

  void Show(const Paragraph& paragraph) {
    const Part part{paragraph.text};
    writer_.AddText(Words(std::span(&part, 1), kBoxWidth), "P", {.keep = keep_});
  }

  void Show(const Note& note) {
    const Part parts[] = {{note.label + ": ", true}, {note.text}};
    writer_.AddText(Words(parts, kBoxWidth - kBarIndent), "P", {.x = kBarIndent, .keep = keep_, .bar = 2});
  }

  void Show(const Subheading& heading) {
    heading_ = heading.number + "  " + heading.title;
    const std::string destination = SectionAnchor(heading.number);
    writer_.Name(destination);
    writer_.AddOutline(heading_, destination, 1);
    Heading(heading_, "H3", kSubheadingSize, 13, false);
  }

  void Show(const List& list) {
    if (list.items.empty()) return;
    writer_.Open("L");
    for (std::size_t at = 0; at < list.items.size(); ++at) {
      const std::string label = list.numbered ? fmt::format("{}.", at + 1) : "\xE2\x80\xA2";
      const bool keep = keep_ && at + 1 == list.items.size();
      Item(label, list.items[at], at == 0 ? kBlockGap - 2 : 3, keep);
    }
    writer_.Close("L");
  }

  void Item(const std::string& label, const std::string& item, double before, bool keep) {
    const Part part{item};
    TextBlock text = Words(std::span(&part, 1), kBoxWidth - kItemIndent);
    auto mark = std::make_shared<const TextBlock>(writer_.setter().Set(label, {kBody}, kItemIndent));
    writer_.Open("LI");
    // The mark has no height of its own: it stands before the first line.
    writer_.Add({before, 0, true}, [mark](Canvas& canvas, double y) { mark->Draw(canvas, "Lbl", 2, y); });
    writer_.AddText(std::move(text), "LBody", {.x = kItemIndent, .before = 0, .keep = keep});
    writer_.Close("LI");
  }

  void Show(const Table& table) { AddTable(writer_, table, heading_); }
  void Show(const AnswerSheet& sheet) { AddAnswerSheet(writer_, sheet, heading_); }
  void Show(const Verbatim& verbatim) { AddVerbatim(writer_, verbatim); }

  void Show(const Figure& figure) {
    if (figure.drawing.shapes.empty()) {
      AddVerbatim(writer_, {figure.caption, figure.text});
    } else {
      AddFigure(writer_, figure);
    }
  }

  Writer writer_;
  std::string heading_;  // of what follows, for tables that go on on the next page
  bool keep_ = false;
};

}  // namespace

Story Compose(const Document& document, Setter& setter) {
  Story story;
  Composer composer(setter, story);
  composer.Cover(document);
  for (const Section& section : document.sections)
    composer.Print(section, !document.brief && &section == document.sections.data());
  return story;
}

}  // namespace hotsite::backends::document
