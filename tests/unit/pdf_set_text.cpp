#include "tests/unit/pdf_set_text.h"

#include "backends/document/pdf_text.h"

namespace hotsite {
namespace {

using namespace backends::document;

TextBlock Set(const std::string& text, double width) {
  Document document;
  document.sections = {{"16", "Deviations", {}}, {"B", "Guests", {}}};
  const Anchors anchors(document);
  Setter setter(FontsFor({}, HOTSITE_FONTS), anchors);
  Style style;
  style.links = style.keywords = true;
  return setter.Set(text, style, width);
}

const Fonts& Load(const std::vector<std::string>& texts, const std::string& folder) {
  Characters characters;
  for (const std::string& text : texts) characters.Add(text);
  return FontsFor(characters, folder);
}

}  // namespace

std::vector<std::string> SetLines(const std::string& text, double width) {
  const TextBlock block = Set(text, width);
  std::vector<std::string> lines;
  for (std::size_t line = 0; line < block.lines(); ++line) lines.push_back(block.LineText(line));
  return lines;
}

double WidestLine(const std::string& text, double width) { return Set(text, width).width(); }

std::string FontProblem(const std::vector<std::string>& texts, const std::string& folder) {
  return Load(texts, folder).problem;
}

std::string FontProblem(const std::vector<std::string>& texts) { return FontProblem(texts, HOTSITE_FONTS); }

std::string FontFamilies(const std::vector<std::string>& texts) { return Load(texts, HOTSITE_FONTS).sans; }

}  // namespace hotsite
