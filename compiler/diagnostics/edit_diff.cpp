#include "compiler/diagnostics/edit_diff.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "compiler/diagnostics/render.h"

namespace hotsite {
namespace {

/// Edits whose lines overlap, and those lines.
struct Group {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<Edit> edits;
};

std::vector<Group> GroupByLines(std::vector<Edit> edits, const SourceFile& file) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  std::vector<Group> groups;
  for (Edit& edit : edits) {
    const std::uint32_t first = file.Locate(edit.span.begin).line;
    const std::uint32_t last = file.Locate(edit.span.end).line;
    if (groups.empty() || first > groups.back().last) groups.push_back({first, last, {}});
    groups.back().last = std::max(groups.back().last, last);
    groups.back().edits.push_back(std::move(edit));
  }
  return groups;
}

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

/// The group's lines after its edits.
std::vector<std::string> NewLines(const Group& group, const SourceFile& file) {
  const std::uint32_t begin = file.LineStart(group.first);
  // Up to the line feed: a carriage return before it may be the very thing that is edited.
  const std::uint32_t end = group.last < file.line_count() ? file.LineStart(group.last + 1) - 1
                                                           : static_cast<std::uint32_t>(file.text().size());
  std::vector<Edit> moved = group.edits;
  for (Edit& edit : moved) {
    edit.span.begin -= begin;
    edit.span.end -= begin;
  }
  return SplitLines(ApplyEdits(file.text().substr(begin, end - begin), moved.front().span.file, moved));
}

/// Appends the difference of one group.
void AppendGroup(const Group& group, const SourceFile& file, std::vector<DiffLine>& out) {
  std::vector<std::string> before;
  for (std::uint32_t line = group.first; line <= group.last; ++line) before.emplace_back(file.Line(line));
  const std::vector<std::string> after = NewLines(group, file);
  std::size_t head = 0;
  while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < before.size() - head && tail < after.size() - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  const std::size_t gone = before.size() - head - tail;
  const auto first = static_cast<std::uint32_t>(group.first + head);
  // A line that comes where the file ends has no old line to replace.
  const bool at_end = gone == 1 && before[head].empty() && first == file.line_count();
  if ((gone == 0 || at_end) && first > 1) out.push_back({' ', first - 1, std::string(file.Line(first - 1))});
  for (std::size_t i = 0; i < gone && !at_end; ++i)
    out.push_back({'-', static_cast<std::uint32_t>(first + i), before[head + i]});
  for (std::size_t i = head; i < after.size() - tail; ++i) {
    out.push_back({'+', static_cast<std::uint32_t>(group.first + i), after[i]});
  }
}

}  // namespace

std::vector<FileDiff> DiffOf(const std::vector<Edit>& edits, const SourceMap& sources) {
  std::vector<FileDiff> diffs;
  for (const Edit& edit : edits) {
    const bool known =
        std::any_of(diffs.begin(), diffs.end(), [&](const FileDiff& d) { return d.file == edit.span.file; });
    if (!known) diffs.push_back({edit.span.file, {}});
  }
  for (FileDiff& diff : diffs) {
    std::vector<Edit> here;
    std::copy_if(edits.begin(), edits.end(), std::back_inserter(here),
                 [&](const Edit& e) { return e.span.file == diff.file; });
    const SourceFile& file = sources.Get(diff.file);
    for (const Group& group : GroupByLines(std::move(here), file)) AppendGroup(group, file, diff.lines);
  }
  return diffs;
}

}  // namespace hotsite
