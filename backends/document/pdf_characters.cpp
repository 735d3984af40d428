#include "backends/document/pdf_characters.h"

#include <algorithm>

#include "backends/document/pdf_words.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

char32_t Decode(std::string_view character) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
  if (character.size() < 2) return byte(0);
  char32_t code = byte(0) & (0xFFU >> (character.size() + 1));
  for (std::size_t at = 1; at < character.size(); ++at) code = code << 6U | (byte(at) & 0x3FU);
  return code;
}

/// Characters that are never seen and that no font has to have (Unicode: Default_Ignorable_Code_Point).
bool IsInvisible(char32_t code) {
  struct Range {
    char32_t first, last;
  };
  static constexpr Range kRanges[] = {
      {0x00, 0x20},     {0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},     {0x115F, 0x1160},   {0x17B4, 0x17B5},
      {0x180B, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFE00, 0xFE0F},
      {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
  };
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [code](Range range) { return code >= range.first && code <= range.last; });
}

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

void Characters::Add(std::string_view raw) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(raw.begin(), raw.end(), is_ascii)) return;
  const std::string text = Settable(raw);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = CodePointBytes(text, at);
    const char32_t code = Decode(std::string_view(text).substr(at, bytes));
    constexpr char32_t kAscii = 0x7F;
    if (code >= kAscii && !IsInvisible(code) && all_.find({code, ""}) == all_.end()) {
      constexpr std::size_t kAround = 24;
      std::size_t from = at > kAround ? at - kAround : 0;
      std::size_t to = std::min(at + bytes + kAround, text.size());
      const auto continues = [&](std::size_t place) {
        return place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80;
      };
      while (continues(from)) ++from;
      while (continues(to)) ++to;
      all_.insert({code, text.substr(from, to - from)});
    }
    at += bytes;
  }
}

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
