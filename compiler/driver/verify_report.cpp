// What `hotsite build --verify` tells of files that aren't what the spec yields.
#include <fmt/format.h>

#include <algorithm>

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

constexpr std::size_t kMostShown = 10;  // files whose lines are shown

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

/// On a line.
std::string Listed(const StaleFile& file) {
  const std::string count = file.files > 1 ? ": " + CountOf(file.files, "file") : "";
  const std::string why = file.why.empty() ? "" : fmt::format(" ({})", file.why);
  return fmt::format("  {} {}{}{}\n", WordOf(file.how), Shown(file.path), count, why);
}

std::string_view SentenceOf(How how) {
  if (how == How::kMissing) return "is missing";
  return how == How::kDifferent ? "isn't what the spec yields" : "is left over: the spec yields it no more";
}

/// A line of a file, which becomes one of the sources; its first byte where it has no text.
Span PlaceIn(const std::string& path, std::uint32_t line, SourceMap& sources) {
  constexpr std::size_t kMostShownBytes = 8u << 20;
  std::string text;
  if (ReadFile(path, kMostShownBytes, &text) || FindSourceProblem(text)) text.clear();
  const FileId id = sources.Add(path, std::move(text));
  const SourceFile& source = sources.Get(id);
  if (source.text().empty()) return {id, 0, 0};
  const std::uint32_t at = std::min(line, source.line_count()), begin = source.LineStart(at);
  return {id, begin, begin + static_cast<std::uint32_t>(source.Line(at).size())};
}

}  // namespace

std::string TellStale(const Verifier& verifier, std::size_t most) {
  std::string text;
  for (const std::string& path : verifier.same_words())
    text += fmt::format("  same words {} (other bytes: made with other versions of libraries or fonts)\n", path);
  std::size_t shown = 0, told = 0;
  const std::vector<StaleFile> all = verifier.Stale();
  for (const StaleFile& file : all) {
    if (told == most) break;
    ++told;
    const bool lines = file.how == How::kDifferent && shown < kMostShown;
    text += lines ? WithLines(file) : Listed(file);
    shown += lines ? 1 : 0;
  }
  if (told < all.size()) text += fmt::format("  … and {} more; `--most` shows more\n", all.size() - told);
  if (shown > 0) text += "- is in the folder, + is what the spec yields\n";
  return text;
}

std::vector<Diagnostic> StaleFindings(const Verifier& verifier, const std::string& spec, const std::string& folder,
                                      SourceMap& sources) {
  std::vector<Diagnostic> findings;
  for (const StaleFile& file : verifier.Stale()) {
    const std::string count = file.files > 1 ? ": " + CountOf(file.files, "file") : "";
    Diagnostic finding = Problem(codes::kStaleFile, fmt::format("`{}` {}{}", file.path, SentenceOf(file.how), count));
    finding.primary.span = PlaceIn(folder + "/" + file.path, file.line, sources);
    if (!file.why.empty()) finding.Note(file.why);
    if (!file.diff.empty()) finding.Note("- is in the folder, + is what the spec yields:\n" + file.diff);
    finding.Advise(fmt::format("run `hotsite build {} -o {}` and commit what it writes", spec, folder));
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace hotsite::driver
