#include "compiler/rules/edits.h"

namespace hotsite::rules {
namespace {

constexpr std::string_view kIndentStep = "  ";

std::uint32_t LineBegin(std::string_view text, std::uint32_t offset) {
  while (offset > 0 && text[offset - 1] != '\n') --offset;
  return offset;
}

/// The offset of the line end (the newline itself, or the end of the text) at or behind `offset`.
std::uint32_t LineEnd(std::string_view text, std::uint32_t offset) {
  while (offset < text.size() && text[offset] != '\n') ++offset;
  return offset;
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether the statement shares no line with another one; comments behind it don't count.
bool StandsAlone(std::string_view text, Span whole) {
  const std::uint32_t begin = LineBegin(text, whole.begin);
  const std::string_view behind = Trimmed(text.substr(whole.end, LineEnd(text, whole.end) - whole.end));
  return Trimmed(text.substr(begin, whole.begin - begin)).empty() && (behind.empty() || behind.starts_with("//"));
}

/// The start of the `///` lines that belong to a statement that begins on the line at `begin`.
std::uint32_t WithDocAbove(std::string_view text, std::uint32_t begin) {
  while (begin > 0) {
    const std::uint32_t above = LineBegin(text, begin - 1);
    if (!Trimmed(text.substr(above, begin - above - 1)).starts_with("///")) break;
    begin = above;
  }
  return begin;
}

std::string Joined(const std::vector<std::string>& lines, std::string_view separator) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : std::string(separator)) + line;
  return text;
}

}  // namespace

std::string IndentOf(const SourceMap& sources, Span place) {
  const std::string_view text = sources.Get(place).text();
  const std::uint32_t begin = LineBegin(text, place.begin);
  std::uint32_t end = begin;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  return std::string(text.substr(begin, end - begin));
}

std::string Reindented(const SourceMap& sources, Span whole, std::string_view indent) {
  const std::string old_indent = IndentOf(sources, whole);
  std::string_view rest = sources.Text(whole);
  std::string result;
  while (true) {
    const std::size_t newline = rest.find('\n');
    result += rest.substr(0, newline);
    if (newline == std::string_view::npos) return result;
    result += '\n';
    rest.remove_prefix(newline + 1);
    if (rest.starts_with(old_indent)) {
      rest.remove_prefix(old_indent.size());
      result += indent;
    }
  }
}

std::vector<Edit> ReplaceValue(const model::Written& placed_by, Span place, std::string_view text) {
  const Span around = placed_by.whole;
  const bool inside =
      around.valid() && place.file == around.file && place.begin >= around.begin && place.end <= around.end;
  if (placed_by.generated || !inside) return {};
  return {{place, std::string(text)}};
}

Edit ReplaceStatement(const SourceMap& sources, Span whole, const std::vector<std::string>& lines) {
  const std::string_view text = sources.Get(whole).text();
  if (!lines.empty()) return {whole, Joined(lines, "\n" + IndentOf(sources, whole))};
  Span gone = whole;
  if (StandsAlone(text, whole)) {
    gone.begin = WithDocAbove(text, LineBegin(text, whole.begin));
    gone.end = LineEnd(text, whole.end);
    if (gone.end < text.size()) ++gone.end;
    return {gone, ""};
  }
  // Of several statements on a line, the semicolon goes along: the one behind it, else the one before.
  while (gone.end < text.size() && IsBlank(text[gone.end])) ++gone.end;
  if (gone.end < text.size() && text[gone.end] == ';') {
    ++gone.end;
    while (gone.end < text.size() && IsBlank(text[gone.end])) ++gone.end;
    return {gone, ""};
  }
  gone.end = whole.end;
  while (gone.begin > 0 && IsBlank(text[gone.begin - 1])) --gone.begin;
  if (gone.begin > 0 && text[gone.begin - 1] == ';') --gone.begin;
  return {gone, ""};
}

Edit InsertBehind(const SourceMap& sources, Span whole, const std::vector<std::string>& lines) {
  const std::string_view text = sources.Get(whole).text();
  if (!StandsAlone(text, whole)) return {{whole.file, whole.end, whole.end}, "; " + Joined(lines, "; ")};
  const std::uint32_t end = LineEnd(text, whole.end);
  const std::string indent = "\n" + IndentOf(sources, whole);
  return {{whole.file, end, end}, indent + Joined(lines, indent)};
}

Edit InsertIntoBlock(const SourceMap& sources, const model::Written& written, std::string_view statement) {
  const Span whole = written.whole;
  if (!written.block) return {{whole.file, whole.end, whole.end}, " { " + std::string(statement) + " }"};
  const std::string_view text = sources.Get(whole).text();
  const std::uint32_t brace = written.block->end - 1;
  const std::uint32_t line = LineBegin(text, brace);
  if (Trimmed(text.substr(line, brace - line)).empty()) {  // the brace stands on a line of its own
    const std::string indent = IndentOf(sources, whole) + std::string(kIndentStep);
    return {{whole.file, line, line}, indent + std::string(statement) + "\n"};
  }
  std::uint32_t at = brace;
  while (at > written.block->begin + 1 && IsBlank(text[at - 1])) --at;
  const bool first = at == written.block->begin + 1;
  return {{whole.file, at, at}, (first ? " " : "; ") + std::string(statement) + (at == brace ? " " : "")};
}

}  // namespace hotsite::rules
