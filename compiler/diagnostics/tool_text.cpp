#include "compiler/diagnostics/tool_text.h"

#include <fmt/format.h>

#include "compiler/diagnostics/style.h"
#include "compiler/support/xml_text.h"

namespace hotsite {
namespace {

/// A word in front of each further line, so that it is told apart from the message.
void AddLine(std::string& text, std::string_view what, std::string_view line) {
  text += fmt::format("\n{}: {}", what, line);
}

/// Newlines within a part would look like a part of its own.
std::string OneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return Printable(line);
}

}  // namespace

std::optional<ToolPlace> PlaceOf(const FindingReport& report, Span span) {
  if (!span.valid()) return {};
  const SourceFile& file = report.sources.Get(span);
  std::optional<std::string> path = report.path(file);
  if (!path) return {};
  return ToolPlace{std::move(*path), file.Locate(span.begin), file.Locate(span.end)};
}

std::string ToolLine(const Diagnostic& finding) {
  return OneLine(finding.primary.text.empty() ? finding.message : finding.message + " (" + finding.primary.text + ")");
}

std::string ToolText(const FindingReport& report, const Diagnostic& finding) {
  std::string text = OneLine(finding.message);
  if (!finding.primary.text.empty()) AddLine(text, "here", OneLine(finding.primary.text));
  for (const Label& label : finding.labels) {
    const std::optional<ToolPlace> place = PlaceOf(report, label.span);
    const std::string where = place ? fmt::format("{}:{}", Printable(place->path), place->begin.line)
                                    : Printable(report.sources.Get(label.span).path());
    AddLine(text, where, OneLine(label.text.empty() ? report.sources.Text(label.span) : label.text));
  }
  for (const std::string& note : finding.notes) AddLine(text, "note", OneLine(note));
  for (const Help& help : finding.helps) AddLine(text, "help", OneLine(help.text));
  return text;
}

std::string Clipped(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  constexpr std::string_view kCut = "…";
  std::size_t end = most - kCut.size();
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)).append(kCut);
}

std::string XmlAttribute(std::string_view text) {
  std::string value;
  for (const char c : XmlText(text)) {
    if (c == '\n') {
      value += "&#10;";
    } else {
      value += c;
    }
  }
  return value;
}

}  // namespace hotsite
