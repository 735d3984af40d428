#include "backends/document/pdf_verbatim.h"

#include <algorithm>
#include <memory>

#include "backends/document/pdf_drawing.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::document {
namespace {

constexpr double kIndent = 8;          // behind the rule on the left
constexpr double kCodeLeading = 0.87;  // of a usual line: files and pictures of characters stand closer

/// `line` in pieces that fit; further ones begin with `> `, as in the text form.
std::vector<std::string> Fit(const Setter& setter, std::string_view line, const Style& style, double width) {
  std::vector<std::string> pieces(1);
  double used = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t bytes = std::max<std::size_t>(CodePointBytes(line, at), 1);
    const std::string_view character = line.substr(at, bytes);
    const double wide = setter.Natural(character, style);
    if (used + wide > width && pieces.back().size() > 2) {
      pieces.emplace_back("> ");
      used = setter.Natural(pieces.back(), style);
    }
    pieces.back() += character;
    used += wide;
    at += bytes;
  }
  return pieces;
}

std::vector<std::string> LinesOf(const Setter& setter, std::string_view text, const Style& style, double width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    for (std::string& piece : Fit(setter, text.substr(0, end), style, width)) lines.push_back(std::move(piece));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

void AddVerbatim(Writer& writer, const Verbatim& verbatim) {
  if (!verbatim.caption.empty()) {
    Style words{kTableText, Face::kSans, true};
    writer.AddText(writer.setter().Set(verbatim.caption, words, kBoxWidth), "P", {.keep = true});
  }
  const Style style{kCode, Face::kMono};
  const double height = kCode * kLeading * kCodeLeading;
  const std::vector<std::string> lines = LinesOf(writer.setter(), verbatim.text, style, kBoxWidth - kIndent - 1);
  if (lines.empty()) return;
  writer.Open("Code");
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto text = std::make_shared<const TextBlock>(writer.setter().Set(lines[at], style, kBoxWidth));
    const bool keep = at == 0 || at + 2 == lines.size();
    writer.Add({at == 0 ? 4.0 : 0.0, height, keep && at + 1 < lines.size()}, [text, height](Canvas& canvas, double y) {
      text->Draw(canvas, "Span", kIndent, y - (text->height() - height) / 2);
      canvas.Down(1, y, height, 0.75, kRuleGrey);
    });
  }
  writer.Close("Code");
}

void AddFigure(Writer& writer, const Figure& figure) {
  const drawing::Drawing& drawing = figure.drawing;
  constexpr double kLargest = 1.1;  // type in a picture isn't larger than around it
  constexpr double kShare = 0.55;   // of a page, beside text
  constexpr double kSmallestBeside = 0.8;
  constexpr double kRoom = 40;  // for the caption
  const double by_width = std::min(kLargest, kBoxWidth / std::max(drawing.width, 1.0));
  const double by_share = kShare * kContentHeight / std::max(drawing.height, 1.0);
  const double by_page = (kContentHeight - kRoom) / std::max(drawing.height, 1.0);
  const double scale = std::min(by_width, by_share >= kSmallestBeside ? by_share : by_page);
  const double x = (kBoxWidth - drawing.width * scale) / 2;
  const LabelType type = writer.setter().label_type();
  writer.Add({kBlockGap + 3, drawing.height * scale, true}, [&figure, scale, x, type](Canvas& canvas, double y) {
    canvas.Begin("Figure");
    PaintDrawing(figure.drawing, canvas.cairo(), {canvas.left() + x, canvas.top() + y}, scale, type);
    canvas.End("Figure");
  });
  writer.AddText(writer.setter().Set(figure.caption, {kTableText, Face::kSans, true}, kBoxWidth), "Caption",
                 {.before = 4});
}

}  // namespace hotsite::backends::document
