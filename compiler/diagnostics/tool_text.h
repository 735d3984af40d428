// What the renderers for tools share: a place as a path with lines and columns, a finding as plain text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/diagnostics/finding_report.h"

namespace hotsite {

/// A range of a file that the reader has. Columns count code points from 1; the end is behind the last one.
struct ToolPlace {
  std::string path;
  LineColumn begin, end;
};

/// Nothing where the span is nowhere, or in a file that the reader hasn't.
std::optional<ToolPlace> PlaceOf(const FindingReport& report, Span span);

/// The message, what is said of the place, other places, notes and helps, a line each. Without what could command a
/// terminal.
std::string ToolText(const FindingReport& report, const Diagnostic& finding);

/// The message, and what is said of its place in parentheses: one line.
std::string ToolLine(const Diagnostic& finding);

/// At most `most` bytes of UTF-8, with `…` where something was cut.
std::string Clipped(std::string_view text, std::size_t most);

/// `text` as the value of an XML attribute, without the quotes; newlines are kept.
std::string XmlAttribute(std::string_view text);

}  // namespace hotsite
