// The XML that Checkstyle writes (com.puppycrawl.tools.checkstyle.XMLLogger): files with errors in them. Jenkins'
// warnings plugin takes the type of an error from behind the last dot of `source`, its category from before it.
#include <fmt/format.h>

#include <map>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/diagnostics/tool_text.h"

namespace hotsite {
namespace {

const char* SeverityOf(const Diagnostic& finding) {
  return finding.severity == Severity::kNote ? "info" : ToString(finding.severity);
}

/// Line 0: the file as a whole.
std::string ErrorOf(const FindingReport& report, const Diagnostic& finding, const std::optional<ToolPlace>& place) {
  const std::string where =
      place ? fmt::format("line=\"{}\" column=\"{}\"", place->begin.line, place->begin.column) : "line=\"0\"";
  return fmt::format("    <error {} severity=\"{}\" message=\"{}\" source=\"hotsite.{}.{}\"/>\n", where,
                     SeverityOf(finding), XmlAttribute(ToolText(report, finding)), report.command,
                     finding.code.ToString());
}

}  // namespace

std::string RenderCheckstyle(const FindingReport& report) {
  std::map<std::string, std::string> files;
  for (const Diagnostic& finding : report.findings) {
    const std::optional<ToolPlace> place = PlaceOf(report, finding.primary.span);
    files[place ? place->path : report.spec] += ErrorOf(report, finding, place);
  }
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const auto& [path, errors] : files)
    text += fmt::format("  <file name=\"{}\">\n{}  </file>\n", XmlAttribute(path), errors);
  return text + "</checkstyle>\n";
}

}  // namespace hotsite
