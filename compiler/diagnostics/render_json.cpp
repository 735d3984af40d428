#include <algorithm>

#include "compiler/diagnostics/render.h"
#include "compiler/support/json.h"

namespace hotsite {
namespace {

Json PositionOf(const SourceFile& file, std::uint32_t offset) {
  const LineColumn at = file.Locate(offset);
  Json position = Json::MakeObject();
  position.Set("line", at.line).Set("column", at.column);
  return position;
}

/// Adds file, start and end; a finding about the whole run has none of them.
void SetPlace(Json& object, Span span, const SourceMap& sources) {
  if (!span.valid()) return;
  const SourceFile& file = sources.Get(span);
  object.Set("file", file.path());
  object.Set("start", PositionOf(file, span.begin));
  object.Set("end", PositionOf(file, span.end));
}

Json LabelsOf(const Diagnostic& finding, const SourceMap& sources) {
  Json labels = Json::MakeArray();
  for (const Label& label : finding.labels) {
    Json object = Json::MakeObject();
    SetPlace(object, label.span, sources);
    labels.Push(std::move(object.Set("text", label.text)));
  }
  return labels;
}

Json HelpsOf(const Diagnostic& finding, const SourceMap& sources) {
  Json helps = Json::MakeArray();
  for (const Help& help : finding.helps) {
    Json edits = Json::MakeArray();
    for (const Edit& edit : help.edits) {
      Json object = Json::MakeObject();
      SetPlace(object, edit.span, sources);
      edits.Push(std::move(object.Set("text", edit.text)));
    }
    Json object = Json::MakeObject();
    object.Set("text", help.text).Set("safe", help.safe).Set("edits", std::move(edits));
    helps.Push(std::move(object));
  }
  return helps;
}

Json StringsOf(const std::vector<std::string>& strings) {
  Json array = Json::MakeArray();
  for (const std::string& string : strings) array.Push(string);
  return array;
}

Json FindingOf(const Diagnostic& finding, const SourceMap& sources) {
  Json object = Json::MakeObject();
  object.Set("code", finding.code.ToString());
  object.Set("severity", ToString(finding.severity));
  object.Set("message", finding.message);
  SetPlace(object, finding.primary.span, sources);
  object.Set("label", finding.primary.text);
  object.Set("labels", LabelsOf(finding, sources));
  object.Set("notes", StringsOf(finding.notes));
  object.Set("helps", HelpsOf(finding, sources));
  if (!finding.constraint.empty()) object.Set("constraint", finding.constraint);
  if (!finding.cause.empty()) object.Set("cause", finding.cause);
  object.Set("subjects", StringsOf(finding.subjects));
  return object;
}

}  // namespace

std::string RenderJson(const std::vector<Diagnostic>& findings, const SourceMap& sources, Json contract) {
  Json diagnostics = Json::MakeArray();
  for (const Diagnostic& finding : findings) diagnostics.Push(FindingOf(finding, sources));
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
  };
  Json document = Json::MakeObject();
  document.Set("diagnostics", std::move(diagnostics));
  document.Set("errors", count(Severity::kError));
  document.Set("warnings", count(Severity::kWarning));
  if (!contract.is_null()) document.Set("contract", std::move(contract));
  return document.Print();
}

}  // namespace hotsite
