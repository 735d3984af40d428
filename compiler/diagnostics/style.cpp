#include "compiler/diagnostics/style.h"

#include <algorithm>

#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

std::string_view AnsiOf(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kBold:
      return "\x1b[1m";
    case Style::kError:
      return "\x1b[1;31m";
    case Style::kWarning:
      return "\x1b[1;33m";
    case Style::kNote:
      return "\x1b[1;32m";
    case Style::kHelp:
      return "\x1b[1;36m";
    case Style::kGutter:
    case Style::kSecondary:
      return "\x1b[1;34m";
    case Style::kRemoved:
      return "\x1b[31m";
    case Style::kAdded:
      return "\x1b[32m";
  }
  return "";
}

/// What FindControl finds, and a byte that isn't UTF-8 (0x80 and above, alone).
bool IsDangerous(std::string_view code_point) {
  const bool stray = code_point.size() == 1 && static_cast<unsigned char>(code_point[0]) >= 0x80;
  return stray || FindControl(code_point).has_value();
}

}  // namespace

Style StyleOf(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return Style::kError;
    case Severity::kWarning:
      return Style::kWarning;
    case Severity::kNote:
      return Style::kNote;
  }
  return Style::kNote;
}

std::string Paint(std::string_view text, Style style, bool colour) {
  if (!colour || style == Style::kPlain || text.empty()) return std::string(text);
  return std::string(AnsiOf(style)).append(text).append("\x1b[0m");
}

std::string Printable(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = CodePointBytes(text, at);
    const std::string_view code_point = text.substr(at, bytes);
    result.append(IsDangerous(code_point) ? "\xEF\xBF\xBD" : code_point);
    at += bytes;
  }
  return result;
}

std::string PaintRow(Row row, bool colour) {
  std::stable_sort(row.begin(), row.end(), [](const Piece& a, const Piece& b) { return a.column < b.column; });
  std::string line;
  std::size_t at = 0;
  for (const Piece& piece : row) {
    if (piece.column > at) line.append(piece.column - at, ' ');
    line.append(Paint(piece.text, piece.style, colour));
    at = std::max(at, piece.column) + DisplayWidth(piece.text);
  }
  return line;
}

}  // namespace hotsite
