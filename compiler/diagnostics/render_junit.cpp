// A test report in JUnit's XML: a suite for the spec, a case for each rule, so that Jenkins and GitLab tell what has
// begun or ceased to fail. The names of cases stay the same from run to run, since both go by them. What doesn't fail
// the command fails no case: a warning is the output of a case that passes. Elements and attributes as in the schema of
// Jenkins' xUnit plugin (junit-10.xsd) and docs.gitlab.com/ci/testing/unit_test_reports.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/diagnostics/tool_text.h"
#include "compiler/support/xml_text.h"

namespace hotsite {
namespace {

/// Everything that one rule, or one `require`, found.
struct Case {
  std::string file;  // where it found the first
  std::size_t failing = 0;
  std::string first;  // the first failure's message
  std::string text;
};

/// By code, then by the name of a `require`.
using Cases = std::map<std::pair<Code, std::string>, Case>;

bool Fails(const FindingReport& report, const Diagnostic& finding) {
  return finding.severity == Severity::kError || (report.warnings_fail && finding.severity == Severity::kWarning);
}

void Add(const FindingReport& report, const Diagnostic& finding, Case& one) {
  const std::optional<ToolPlace> place = PlaceOf(report, finding.primary.span);
  const std::string path = place ? place->path : report.spec;
  if (one.file.empty()) one.file = path;
  if (Fails(report, finding) && ++one.failing == 1) one.first = ToolLine(finding);
  const std::string where = place ? fmt::format("{}:{}:{}", path, place->begin.line, place->begin.column) : path;
  one.text += fmt::format("{}: {}: {}\n", where, ToString(finding.severity), ToolText(report, finding));
}

Cases CasesOf(const FindingReport& report) {
  Cases cases;
  for (const Code code : report.judged) cases[{code, ""}];
  for (const Diagnostic& finding : report.findings) Add(report, finding, cases[{finding.code, finding.constraint}]);
  return cases;
}

std::string Render(const FindingReport& report, const std::pair<Code, std::string>& key, const Case& one) {
  const std::string name = key.second.empty() ? report.rule(key.first).name : key.second;
  std::string text = fmt::format("    <testcase classname=\"{}\" name=\"{}\"{} time=\"0\"", XmlAttribute(report.spec),
                                 XmlAttribute(key.first.ToString() + " " + name),
                                 one.file.empty() ? "" : fmt::format(" file=\"{}\"", XmlAttribute(one.file)));
  if (one.text.empty()) return text + "/>\n";
  if (one.failing == 0) {
    text += fmt::format(">\n      <system-out>{}</system-out>\n", XmlText(one.text));
  } else {
    const std::string more = one.failing > 1 ? fmt::format(" (and {} more)", one.failing - 1) : "";
    text += fmt::format(">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n", key.first.ToString(),
                        XmlAttribute(one.first + more), XmlText(one.text));
  }
  return text + "    </testcase>\n";
}

}  // namespace

std::string RenderJunit(const FindingReport& report) {
  std::size_t failed = 0;
  std::string rows;
  const Cases cases = CasesOf(report);
  for (const auto& [key, one] : cases) {
    if (one.failing > 0) ++failed;
    rows += Render(report, key, one);
  }
  // Readers take a report without cases for one that went wrong.
  if (cases.empty())
    rows = fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"0\"/>\n", XmlAttribute(report.spec),
                       report.command);
  const std::string counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\" time=\"0\"",
                                         cases.empty() ? 1 : cases.size(), failed);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {0}>\n  <testsuite name=\"{1}\" {0}>\n{2}  "
      "</testsuite>\n</testsuites>\n",
      counts, XmlAttribute(fmt::format("hotsite {} {}", report.command, report.spec)), rows);
}

}  // namespace hotsite
