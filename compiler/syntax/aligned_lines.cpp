#include "compiler/syntax/aligned_lines.h"

#include <algorithm>

#include "compiler/support/utf8.h"

namespace hotsite::syntax {
namespace {

bool IsAligned(const CodeLine& line) { return !line.comment.empty() && !line.brace; }

std::size_t WidthOf(const CodeLine& line) { return line.indent + DisplayWidth(line.text); }

void Print(const CodeLine& line, std::size_t column, std::string& out) {
  if (!line.text.empty()) out.append(line.indent, ' ').append(line.text);
  if (!line.comment.empty()) out.append(column - WidthOf(line), ' ').append(line.comment);
  out += '\n';
}

}  // namespace

std::string PrintAligned(const std::vector<CodeLine>& lines) {
  constexpr std::size_t kGap = 2;
  std::string out;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i;
    std::size_t width = WidthOf(lines[i]);
    while (end < lines.size() && IsAligned(lines[end])) width = std::max(width, WidthOf(lines[end++]));
    end = std::max(end, i + 1);
    for (; i < end; ++i) Print(lines[i], width + kGap, out);
  }
  return out;
}

}  // namespace hotsite::syntax
