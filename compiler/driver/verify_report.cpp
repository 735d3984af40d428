// What `hotsite build --verify` tells of files that aren't what the spec yields.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/report.h"
#include "compiler/driver/verify.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/split.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

using How = StaleFile::How;

constexpr std::size_t kMostShown = 10;    // files whose lines are shown
constexpr std::size_t kMostInFolder = 3;  // files of a folder that are named one by one where they are only listed

// A line of a file on disk, which anybody may have put there.
std::string Shown(std::string_view line) {
  constexpr std::size_t kMost = 200;
  std::size_t end = 0;
  while (end < line.size() && end < kMost) end += CodePointBytes(line, end);
  return Printable(line.substr(0, end)) + (end < line.size() ? "…" : "");
}

std::string_view WordOf(How how) {
  if (how == How::kMissing) return "missing   ";
  return how == How::kDifferent ? "different " : "left over ";
}

std::string WithLines(const StaleFile& file) {
  std::string text = fmt::format("  {} {}\n", WordOf(file.how), Shown(file.path));
  if (!file.why.empty()) text += fmt::format("    {}\n", file.why);
  for (const std::string_view line : SplitAt(file.diff, '\n')) text += "    " + Shown(line) + "\n";
  if (file.left_out > 0) text += fmt::format("    … and {} more\n", CountOf(file.left_out, "line"));
  return text;
}

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

/// By name, or counted where a folder has many.
std::vector<std::string> Listed(const std::vector<const StaleFile*>& files) {
  std::map<std::pair<How, std::string>, std::vector<const StaleFile*>> by_folder;
  for (const StaleFile* file : files) by_folder[{file->how, FolderOf(file->path)}].push_back(file);
  std::vector<std::string> lines;
  for (const auto& [key, inside] : by_folder) {
    if (inside.size() > kMostInFolder) {
      lines.push_back(fmt::format("  {} {}{}\n", WordOf(key.first), Shown(key.second),
                                  (key.second.empty() ? "" : ": ") + CountOf(inside.size(), "file")));
      continue;
    }
    for (const StaleFile* file : inside)
      lines.push_back(fmt::format("  {} {}{}\n", WordOf(file->how), Shown(file->path),
                                  file->how == How::kMissing ? fmt::format(" ({})", file->why) : ""));
  }
  return lines;
}

}  // namespace

std::string TellStale(const Verifier& verifier, std::size_t most) {
  std::string text;
  for (const std::string& path : verifier.same_words())
    text += fmt::format("  same words {} (other bytes: made with other versions of libraries or fonts)\n", path);
  std::size_t shown = 0;
  std::vector<const StaleFile*> others;
  for (const StaleFile& file : verifier.stale()) {
    if (file.how == How::kDifferent && shown < std::min(kMostShown, most)) {
      text += WithLines(file);
      ++shown;
    } else {
      others.push_back(&file);
    }
  }
  const std::vector<std::string> lines = Listed(others);
  const std::size_t room = std::min(lines.size(), most - shown);
  for (std::size_t i = 0; i < room; ++i) text += lines[i];
  if (room < lines.size()) text += fmt::format("  … and {} more lines; `--most` shows more\n", lines.size() - room);
  if (shown > 0) text += "- is in the folder, + is what the spec yields\n";
  return text;
}

std::vector<Diagnostic> StaleFindings(const Verifier& verifier, const std::string& folder, SourceMap& sources) {
  constexpr std::size_t kMostShownBytes = 8u << 20;
  std::vector<Diagnostic> findings;
  for (const StaleFile& file : verifier.stale()) {
    const std::string path = folder + "/" + file.path;
    std::string found;
    if (ReadFile(path, kMostShownBytes, &found) || FindSourceProblem(found)) found.clear();
    const FileId id = sources.Add(path, std::move(found));
    const SourceFile& source = sources.Get(id);
    const std::uint32_t line = std::min(file.line, source.line_count());
    const std::uint32_t begin = source.text().empty() ? 0 : source.LineStart(line);
    const std::string_view what = file.how == How::kMissing    ? "is missing"
                                  : file.how == How::kLeftOver ? "is left over: the spec yields it no more"
                                                               : "isn't what the spec yields";
    Diagnostic finding = Problem(codes::kStaleFile, fmt::format("`{}` {}", file.path, what));
    const auto length = static_cast<std::uint32_t>(source.text().empty() ? 0 : source.Line(line).size());
    finding.primary.span = {id, begin, begin + length};
    if (!file.why.empty()) finding.Note(file.why);
    if (!file.diff.empty()) finding.Note("- is in the folder, + is what the spec yields:\n" + file.diff);
    finding.Advise(fmt::format("run `hotsite build SPEC -o {}` and commit what it writes", folder));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace hotsite::driver
