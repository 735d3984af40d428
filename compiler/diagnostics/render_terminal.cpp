#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/diagnostics/edit_diff.h"
#include "compiler/diagnostics/excerpt.h"
#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/style.h"
#include "compiler/support/text_writer.h"

namespace hotsite {
namespace {

constexpr std::size_t kNoteWidth = 100;
constexpr std::size_t kMostDiffLines = 12;

/// The part of a label that lies on one line, in bytes of that line.
struct LinePart {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
  bool primary = false;
};
using MarkedLines = std::map<std::uint32_t, std::vector<LinePart>>;

/// The marked lines of one file, under the place that its heading names.
struct Block {
  FileId file{};
  std::uint32_t at = 0;
  MarkedLines lines;
};

/// A label over several lines marks the rest of its first line and the last line up to its end, where its text stands.
void AddLabel(const Label& label, bool primary, const SourceFile& file, MarkedLines& lines) {
  const std::uint32_t first = file.Locate(label.span.begin).line;
  // A span that ends with a line end marks up to that line, not the start of the next one.
  const std::uint32_t last_byte = label.span.end > label.span.begin ? label.span.end - 1 : label.span.end;
  const std::uint32_t last = std::max(first, file.Locate(last_byte).line);
  const std::size_t begin = label.span.begin - file.LineStart(first);
  const std::size_t end = std::min<std::size_t>(label.span.end - file.LineStart(last), file.Line(last).size());
  if (first == last) {
    lines[first].push_back({begin, std::max(begin, end), label.text, primary});
    return;
  }
  lines[first].push_back({begin, std::max(begin, file.Line(first).size()), "", primary});
  const std::size_t indent = std::min(file.Line(last).find_first_not_of(" \t"), end);
  lines[last].push_back({indent, end, label.text, primary});
}

std::vector<Block> BlocksOf(const Diagnostic& finding, const SourceMap& sources) {
  std::vector<Block> blocks;
  const auto add = [&](const Label& label, bool primary) {
    if (!label.span.valid()) return;
    auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.file == label.span.file; });
    if (block == blocks.end()) block = blocks.insert(block, Block{label.span.file, label.span.begin, {}});
    AddLabel(label, primary, sources.Get(label.span), block->lines);
  };
  add(finding.primary, true);
  for (const Label& label : finding.labels) add(label, false);
  return blocks;
}

std::string OneLine(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return Printable(line);
}

class TerminalWriter {
 public:
  TerminalWriter(const Diagnostic& finding, const SourceMap& sources, bool colour)
      : finding_(finding), sources_(sources), colour_(colour), blocks_(BlocksOf(finding, sources)) {
    for (const Help& help : finding.helps) diffs_.push_back(DiffOf(help.edits, sources));
    gutter_ = std::to_string(HighestLine()).size();
  }

  std::string Write() {
    WriteHeadline();
    for (std::size_t i = 0; i < blocks_.size(); ++i) WriteBlock(blocks_[i], i == 0 && finding_.primary.span.valid());
    if (!finding_.notes.empty() && !blocks_.empty()) Line(Gutter("|"));
    for (const std::string& note : finding_.notes) WriteNote(note);
    for (std::size_t i = 0; i < finding_.helps.size(); ++i) WriteHelp(finding_.helps[i], diffs_[i]);
    return std::move(out_);
  }

 private:
  std::uint32_t HighestLine() const {
    std::uint32_t highest = 1;
    for (const Block& block : blocks_) highest = std::max(highest, block.lines.rbegin()->first);
    for (const auto& diffs : diffs_) {
      for (const FileDiff& diff : diffs) {
        for (const DiffLine& line : diff.lines) highest = std::max(highest, line.number);
      }
    }
    return highest;
  }

  void Line(std::string_view text) {
    const std::size_t last = text.find_last_not_of(' ');
    out_.append(text.substr(0, last == std::string_view::npos ? 0 : last + 1)).append("\n");
  }
  std::string Blue(std::string_view text) const { return Paint(text, Style::kGutter, colour_); }
  std::string Gutter(std::string_view sign) const { return Blue(fmt::format("{:{}} {}", "", gutter_, sign)); }
  std::string Numbered(std::uint32_t line, std::string_view sign) const {
    return Blue(fmt::format("{:>{}} {}", line, gutter_, sign));
  }

  void WriteHeadline() {
    std::string head = ToString(finding_.severity);
    if (finding_.code.number != 0) head += fmt::format("[{}]", finding_.code.ToString());
    Line(Paint(head, StyleOf(finding_.severity), colour_) +
         Paint(fmt::format(": {}", OneLine(finding_.message)), Style::kBold, colour_));
  }

  void WriteBlock(const Block& block, bool primary) {
    const SourceFile& file = sources_.Get(block.file);
    const LineColumn at = file.Locate(block.at);
    if (!primary && !out_.empty() && &block != &blocks_.front()) Line(Gutter("|"));
    Line(fmt::format("{}{} {}:{}:{}", std::string(gutter_, ' '), Blue(primary ? "-->" : ":::"), Printable(file.path()),
                     at.line, at.column));
    Line(Gutter("|"));
    std::uint32_t previous = 0;
    for (const auto& [line, parts] : block.lines) {
      if (previous != 0 && line == previous + 2)
        Line(Numbered(line - 1, "|") + " " + DisplayLine(file.Line(line - 1), 0).text());
      if (previous != 0 && line > previous + 2) Line(Blue("..."));
      WriteMarkedLine(file.Line(line), line, parts);
      previous = line;
    }
  }

  void WriteMarkedLine(std::string_view text, std::uint32_t number, const std::vector<LinePart>& parts) {
    const auto chief = std::find_if(parts.begin(), parts.end(), [](const LinePart& p) { return p.primary; });
    const DisplayLine shown(text, chief == parts.end() ? parts.front().begin : chief->begin);
    Line(Numbered(number, "|") + " " + shown.text());
    std::vector<Mark> marks;
    for (const LinePart& part : parts)
      marks.push_back({shown.ColumnOf(part.begin), shown.ColumnOf(part.end), part.text, part.primary});
    for (const Row& row : DrawMarks(std::move(marks), StyleOf(finding_.severity)))
      Line(Gutter("|") + " " + PaintRow(row, colour_));
  }

  void WriteNote(std::string_view note) {
    const std::string lead = std::string(gutter_, ' ') + " = note: ";
    const std::vector<std::string> lines = WrapWords(note, kNoteWidth - lead.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string first = fmt::format("{} {}: ", Gutter("="), Paint("note", Style::kBold, colour_));
      Line((i == 0 ? first : std::string(lead.size(), ' ')) + Printable(lines[i]));
    }
  }

  void WriteHelp(const Help& help, const std::vector<FileDiff>& diffs) {
    const std::vector<std::string> lines = WrapWords(help.text, kNoteWidth - 6);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Line((i == 0 ? Paint("help", Style::kHelp, colour_) + ": " : std::string(6, ' ')) + Printable(lines[i]));
    }
    for (const FileDiff& diff : diffs) WriteDiff(diff);
  }

  void WriteDiff(const FileDiff& diff) {
    if (blocks_.empty() || diff.file != blocks_.front().file) {
      Line(fmt::format("{}{} {}", std::string(gutter_, ' '), Blue(":::"), Printable(sources_.Get(diff.file).path())));
    }
    Line(Gutter("|"));
    // One line too many is shown rather than counted.
    const std::size_t most = diff.lines.size() <= kMostDiffLines + 1 ? diff.lines.size() : kMostDiffLines;
    for (std::size_t i = 0; i < most; ++i) {
      const DiffLine& line = diff.lines[i];
      if (i > 0 && line.number > diff.lines[i - 1].number + 1) Line(Blue("..."));
      const Style style = line.sign == '-' ? Style::kRemoved : line.sign == '+' ? Style::kAdded : Style::kPlain;
      const std::string sign = line.sign == ' ' ? Blue("|") : Paint(std::string(1, line.sign), style, colour_);
      Line(Numbered(line.number, "") + sign + " " + Paint(DisplayLine(line.text, 0).text(), style, colour_));
    }
    if (most < diff.lines.size()) Line(Gutter(fmt::format("… {} more lines", diff.lines.size() - most)));
  }

  const Diagnostic& finding_;
  const SourceMap& sources_;
  const bool colour_;
  const std::vector<Block> blocks_;
  std::vector<std::vector<FileDiff>> diffs_;  // by help
  std::size_t gutter_ = 1;
  std::string out_;
};

std::size_t CountSeverity(const std::vector<Diagnostic>& findings, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace

std::string RenderOne(const Diagnostic& finding, const SourceMap& sources, bool colour) {
  return TerminalWriter(finding, sources, colour).Write();
}

std::string RenderTerminal(const std::vector<Diagnostic>& findings, const SourceMap& sources,
                           const RenderOptions& options) {
  std::string text;
  const std::size_t most = std::min(findings.size(), options.most);
  for (std::size_t i = 0; i < most; ++i) text.append(RenderOne(findings[i], sources, options.colour)).append("\n");
  if (most < findings.size()) text += fmt::format("… and {} not shown\n\n", CountOf(findings.size() - most, "finding"));
  if (!findings.empty()) text += fmt::format("hotsite: {}\n", Summary(findings));
  return text;
}

std::string Summary(const std::vector<Diagnostic>& findings) {
  const std::size_t errors = CountSeverity(findings, Severity::kError);
  const std::size_t warnings = CountSeverity(findings, Severity::kWarning);
  std::string text = errors == 0 ? "no errors" : CountOf(errors, "error");
  if (warnings > 0) text += ", " + CountOf(warnings, "warning");
  return text;
}

}  // namespace hotsite
