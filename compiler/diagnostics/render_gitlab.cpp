// GitLab's Code Quality report. Source: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format".
#include "compiler/diagnostics/finding_report.h"
#include "compiler/diagnostics/fingerprint.h"
#include "compiler/diagnostics/tool_text.h"
#include "compiler/support/json.h"

namespace hotsite {
namespace {

const char* SeverityOf(const Diagnostic& finding) {
  switch (finding.severity) {
    case Severity::kError:
      return "critical";
    case Severity::kWarning:
      return "minor";
    case Severity::kNote:
      return "info";
  }
  return "info";
}

/// A report needs a line; a finding about the whole spec stands in its first.
Json LocationOf(const FindingReport& report, const Diagnostic& finding) {
  const std::optional<ToolPlace> place = PlaceOf(report, finding.primary.span);
  Json lines = Json::MakeObject();
  lines.Set("begin", place ? place->begin.line : 1u);
  if (place && place->end.line > place->begin.line) lines.Set("end", place->end.line);
  Json location = Json::MakeObject();
  location.Set("path", place ? place->path : report.spec).Set("lines", std::move(lines));
  return location;
}

}  // namespace

std::string RenderGitlab(const FindingReport& report) {
  const std::vector<std::string> fingerprints = Fingerprints(report.findings, report.sources, report.path);
  Json issues = Json::MakeArray();
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Diagnostic& finding = report.findings[i];
    Json issue = Json::MakeObject();
    issue.Set("description", ToolLine(finding));
    issue.Set("check_name", finding.code.ToString());
    issue.Set("fingerprint", fingerprints[i]);
    issue.Set("severity", SeverityOf(finding));
    issue.Set("location", LocationOf(report, finding));
    issues.Push(std::move(issue));
  }
  return issues.Print();
}

}  // namespace hotsite
