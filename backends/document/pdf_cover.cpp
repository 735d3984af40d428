#include "backends/document/pdf_cover.h"

#include <algorithm>
#include <memory>

#include "backends/document/fields.h"
#include "backends/document/pdf_row.h"

namespace hotsite::backends::document {
namespace {

constexpr double kTitleSize = 25, kFactSize = 9.5, kContentsSize = 9;
constexpr double kFactName = 96;  // width of the left column
constexpr double kFactPadding = 2;
constexpr double kAboveTitle = 34;

/// A digest is compared digit by digit.
bool IsDigest(const std::string& text) {
  constexpr std::size_t kDigits = 64;
  return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void AddFact(Writer& writer, const std::string& name, const Cell& value, double before) {
  Style style{kFactSize};
  if (IsDigest(Plain(value))) style = {kFactSize - 0.5, Face::kMono};
  auto row = std::make_shared<RowBox>("TD", kFactPadding);
  row->Add({writer.setter(), name, {kFactSize, Face::kSans, false, kDarkGrey}, kFactName - 6}, 0);
  row->Add({writer.setter(), value, style, kBoxWidth - kFactName}, kFactName);
  SlabSize size;
  size.before = before;
  AddRow(writer, row, size, kContentHeight, {});
}

void AddEntry(Writer& writer, const std::string& number, const std::string& title, const std::string& destination,
              double before) {
  constexpr double kNumber = 22, kPage = 30;
  auto label = std::make_shared<const TextBlock>(writer.setter().Set(number, {kContentsSize}, kNumber));
  auto words = std::make_shared<const TextBlock>(
      writer.setter().Set(title, {kContentsSize}, kBoxWidth - kFactName - kNumber - kPage));
  Setter& setter = writer.setter();
  writer.Add({before, std::max(label->height(), words->height()) + 1.5}, [=, &setter](Canvas& canvas, double y) {
    const TextBlock page = setter.Set(std::to_string(canvas.PageOf(destination) + 1), {kContentsSize}, kPage);
    canvas.Begin("TOCI");
    label->Draw(canvas, "Lbl", kFactName, y);
    words->Draw(canvas, "Span", kFactName + kNumber, y);
    page.Draw(canvas, "Span", kBoxWidth - page.width(), y);
    canvas.Link(destination, {kFactName, y, kBoxWidth - kFactName, words->height()});
    canvas.End("TOCI");
  });
}

}  // namespace

void AddTitle(Writer& writer, const Document& document) {
  writer.Add({0, kAboveTitle, true}, [](Canvas&, double) {});
  writer.AddText(writer.setter().Set(document.title, {kTitleSize, Face::kSans, true}, kBoxWidth), "H1",
                 {.before = 0, .keep = true});
  writer.Add({5, 5, !document.facts.empty()}, [](Canvas& canvas, double y) { canvas.Across(0, y, kBoxWidth, 1.5); });
  if (document.facts.empty()) return;
  writer.Open("Table");
  double before = 3;
  for (const auto& [name, value] : document.facts) {
    if (Plain(value).empty()) continue;
    AddFact(writer, name, value, before);
    before = 0;
  }
  writer.Close("Table");
}

void AddContents(Writer& writer, const Document& document) {
  if (document.sections.empty()) return;
  auto title = std::make_shared<const TextBlock>(
      writer.setter().Set("Contents", {kFactSize, Face::kSans, false, kDarkGrey}, kFactName));
  writer.Add({18, 0, true}, [title](Canvas& canvas, double y) { title->Draw(canvas, "P", 0, y); });
  writer.Open("TOC");
  for (const Section& section : document.sections) {
    AddEntry(writer, section.number, section.title, SectionAnchor(section.number), 0);
  }
  writer.Close("TOC");
}

}  // namespace hotsite::backends::document
