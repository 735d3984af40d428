// GitHub's workflow commands: `::error file=…,line=…::message`, which its runner makes annotations of.
// Sources: docs.github.com/actions/reference/workflow-commands-for-github-actions; the escaping is that of
// packages/core/src/command.ts in github.com/actions/toolkit.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/diagnostics/style.h"
#include "compiler/diagnostics/tool_text.h"
#include "compiler/support/text_writer.h"

namespace hotsite {
namespace {

/// Of each level GitHub shows so many annotations of a step; the others only stand in the log
/// (github.com/orgs/community/discussions/26680).
constexpr std::size_t kShown = 10;
/// The most bytes of an annotation's message (docs.github.com/rest/checks/runs).
constexpr std::size_t kMostBytes = 64'000;

std::string Escaped(std::string_view text, std::string_view more) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || more.find(c) != std::string_view::npos) {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Data(std::string_view text) { return Escaped(text, ""); }
/// Names of files come here as they are on the disk.
std::string Property(std::string_view text) { return Escaped(Printable(text), ":,"); }

const char* CommandOf(Severity severity) { return severity == Severity::kNote ? "notice" : ToString(severity); }

/// In the order of the toolkit. Columns can only be said of a range in one line.
std::string WhereOf(const ToolPlace& place) {
  std::string where =
      fmt::format(",file={},line={},endLine={}", Property(place.path), place.begin.line, place.end.line);
  if (place.begin.line == place.end.line)
    where += fmt::format(",col={},endColumn={}", place.begin.column, place.end.column);
  return where;
}

std::string CommandFor(const FindingReport& report, const Diagnostic& finding) {
  const std::optional<ToolPlace> place = PlaceOf(report, finding.primary.span);
  const std::string title = finding.code.ToString() + " " + report.rule(finding.code).name;
  return fmt::format("::{} title={}{}::{}\n", CommandOf(finding.severity), Property(title),
                     place ? WhereOf(*place) : "", Data(Clipped(ToolText(report, finding), kMostBytes)));
}

/// What GitHub won't show: `::notice::…` behind the errors and warnings, before further notices.
std::string TellRest(const std::array<std::size_t, 3>& counts) {
  const auto rest = [&](Severity severity) {
    const std::size_t count = counts[static_cast<std::size_t>(severity)];
    return count > kShown ? count - kShown : 0;
  };
  std::vector<std::string> more;
  if (rest(Severity::kError) > 0) more.push_back(CountOf(rest(Severity::kError), "more error"));
  if (rest(Severity::kWarning) > 0) more.push_back(CountOf(rest(Severity::kWarning), "more warning"));
  if (more.empty()) return {};
  return fmt::format("::notice title=Hotsite::{} in the log of this step; GitHub shows the first {} of each level\n",
                     JoinWords(more), kShown);
}

}  // namespace

std::string RenderGithub(const FindingReport& report) {
  std::string text;
  std::array<std::size_t, 3> counts{};
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    if (severity == Severity::kNote) text += TellRest(counts);
    for (const Diagnostic& finding : report.findings) {
      if (finding.severity != severity) continue;
      ++counts[static_cast<std::size_t>(severity)];
      text += CommandFor(report, finding);
    }
  }
  return text;
}

}  // namespace hotsite
