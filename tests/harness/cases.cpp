#include "tests/harness/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::harness {
namespace {

constexpr std::string_view kCheck = "// CHECK:";

bool IsCheckLine(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  return begin != std::string_view::npos && line.substr(begin).starts_with(kCheck);
}

std::string WithoutChecks(std::string_view text) {
  std::string bare;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    if (!IsCheckLine(text.substr(0, end))) bare.append(text.substr(0, end));
    text.remove_prefix(end);
  }
  return bare;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped.append(c == '\n' ? "\\n" : std::string(1, c));
  return escaped;
}

/// Prints findings as lines; `shift` moves the lines of the case file itself to where they stand among the CHECK lines.
class FindingPrinter {
 public:
  FindingPrinter(const SourceMap& sources, FileId own, const std::map<std::uint32_t, std::uint32_t>& shift)
      : sources_(sources), own_(own), shift_(shift) {}

  std::vector<std::string> Lines(const Diagnostic& finding) const {
    std::vector<std::string> lines;
    const auto add = [&](const std::string& line) { lines.push_back(fmt::format("{} {}", kCheck, Escaped(line))); };
    add(fmt::format("{}[{}] {}: {}", ToString(finding.severity), finding.code.ToString(), Place(finding.primary.span),
                    finding.message));
    if (!finding.primary.text.empty()) add("  here: " + finding.primary.text);
    for (const Label& label : finding.labels) add(fmt::format("  at {}: {}", Place(label.span), label.text));
    for (const std::string& note : finding.notes) add("  note: " + note);
    for (const Help& help : finding.helps) {
      add(fmt::format("  {}: {}", help.safe ? "fix" : "help", help.text));
      for (const Edit& edit : help.edits) add(fmt::format("    {} -> \"{}\"", Place(edit.span), edit.text));
    }
    return lines;
  }

 private:
  std::string Place(Span span) const {
    if (!span.valid()) return "nowhere";
    const LineColumn begin = sources_.Get(span).Locate(span.begin);
    const LineColumn end = sources_.Get(span).Locate(span.end);
    const std::string path = span.file == own_ ? "" : sources_.Get(span).path() + ":";
    const std::uint32_t first = Moved(span.file, begin.line);
    if (begin.line != end.line)
      return fmt::format("{}{}:{}-{}:{}", path, first, begin.column, Moved(span.file, end.line), end.column);
    if (begin.column == end.column) return fmt::format("{}{}:{}", path, first, begin.column);
    return fmt::format("{}{}:{}-{}", path, first, begin.column, end.column);
  }

  std::uint32_t Moved(FileId file, std::uint32_t line) const {
    if (file != own_) return line;
    const auto after = shift_.lower_bound(line);
    return after == shift_.begin() ? line : line + std::prev(after)->second;
  }

  const SourceMap& sources_;
  const FileId own_;
  const std::map<std::uint32_t, std::uint32_t>& shift_;  // after this bare line, so many CHECK lines stand above
};

/// The bare line behind which a finding is printed; 0: at the end, since it isn't about a place in this file.
std::uint32_t LineOf(const Diagnostic& finding, const SourceMap& sources, FileId own) {
  const Span span = finding.primary.span;
  return span.valid() && span.file == own ? sources.Get(own).Locate(span.begin).line : 0;
}

std::string IndentOf(std::string_view line) {
  return std::string(std::min(line.find_first_not_of(' '), line.size()), ' ');
}

FileId FindOwn(const Case& the_case) {
  const SourceMap& sources = the_case.result.sources;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    if (sources.Get(FileId{i}).path() == the_case.path.filename().string()) return FileId{i};
  }
  return Span{}.file;  // the text was refused as a whole
}

}  // namespace

check::MemorySources SourcesOf(const std::filesystem::path& folder) {
  check::MemorySources sources;
  for (const auto& path : FilesUnder(folder, ".dr")) {
    if (path.parent_path() == folder) sources.Put(path.filename().string(), WithoutChecks(ReadBytes(path)));
  }
  return sources;
}

std::vector<Case> RunAllCases() {
  std::vector<Case> cases;
  for (const auto& path : FilesUnder(SourceRoot() / "tests" / "cases", ".dr")) {
    if (RelativeName(path).starts_with("tests/cases/diff/")) continue;      // diff_cases.h
    if (RelativeName(path).starts_with("tests/cases/contract/")) continue;  // contract_cases.h
    check::MemorySources sources = SourcesOf(path.parent_path());
    Case one{path, ReadBytes(path), {}, {}};
    one.bare = WithoutChecks(one.text);
    one.result = driver::Compile(path.filename().string(), sources);
    cases.push_back(std::move(one));
  }
  return cases;
}

std::string WithChecks(const Case& the_case) {
  const FileId own = FindOwn(the_case);
  std::map<std::uint32_t, std::vector<const Diagnostic*>> by_line;
  for (const Diagnostic& finding : the_case.result.findings) {
    by_line[LineOf(finding, the_case.result.sources, own)].push_back(&finding);
  }
  std::map<std::uint32_t, std::uint32_t> shift;
  const FindingPrinter printer(the_case.result.sources, own, shift);
  // How many lines a finding takes doesn't depend on the numbers in them, so the shifts are known before the text.
  std::uint32_t total = 0;
  for (const auto& [line, findings] : by_line) {
    if (line == 0) continue;
    for (const Diagnostic* finding : findings) total += static_cast<std::uint32_t>(printer.Lines(*finding).size());
    shift[line] = total;
  }
  std::string text;
  const std::vector<std::string> lines = SplitLines(the_case.bare);
  const auto append = [&](std::uint32_t line, const std::string& indent) {
    for (const Diagnostic* finding : by_line[line]) {
      for (const std::string& check : printer.Lines(*finding)) text.append(indent).append(check).append("\n");
    }
  };
  for (std::uint32_t line = 1; line <= lines.size(); ++line) {
    text.append(lines[line - 1]).append("\n");
    append(line, IndentOf(lines[line - 1]));
  }
  append(static_cast<std::uint32_t>(lines.size() + 1), "");  // behind the last line end
  append(0, "");
  return text;
}

bool HasErrors(const std::vector<Diagnostic>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

}  // namespace hotsite::harness
