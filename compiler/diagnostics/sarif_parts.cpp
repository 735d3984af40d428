#include "compiler/diagnostics/sarif_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/diagnostics/style.h"
#include "compiler/diagnostics/tool_text.h"

namespace hotsite::sarif {
namespace {

/// Longer places show by their lines alone.
constexpr std::size_t kMostSnippet = 1000;

/// A relative URI reference of a path (RFC 3986): bytes but for unreserved characters are percent-encoded. A colon
/// is too, since one in the first segment would make a scheme of it.
std::string UriOf(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
  std::string uri;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

Json ArtifactOf(std::string_view path) {
  Json artifact = Json::MakeObject();
  if (path.starts_with('/')) return std::move(artifact.Set("uri", "file://" + UriOf(path)));
  artifact.Set("uri", UriOf(path)).Set("uriBaseId", "%SRCROOT%");
  return artifact;
}

/// The column in UTF-16 code units, of which a character beyond U+FFFF has two: readers made with Microsoft's SDK or in
/// JavaScript count so whatever `columnKind` says.
std::uint32_t ColumnOf(const SourceFile& file, LineColumn at, std::uint32_t offset) {
  const std::uint32_t start = file.LineStart(at.line);
  const std::string_view before = file.text().substr(start, offset - start);
  const auto pairs =
      std::count_if(before.begin(), before.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
  return at.column + static_cast<std::uint32_t>(pairs);
}

Json RegionOf(const FindingReport& report, const ToolPlace& place, Span span) {
  const SourceFile& file = report.sources.Get(span);
  Json region = Json::MakeObject();
  region.Set("startLine", place.begin.line).Set("startColumn", ColumnOf(file, place.begin, span.begin));
  region.Set("endLine", place.end.line).Set("endColumn", ColumnOf(file, place.end, span.end));
  return region;
}

Json TextOf(std::string_view text) { return Json::MakeObject().Set("text", text); }

Json PhysicalOf(const FindingReport& report, const ToolPlace& place, Span span) {
  Json region = RegionOf(report, place, span);
  const std::string_view words = report.sources.Text(span);
  if (!words.empty() && words.size() <= kMostSnippet) region.Set("snippet", TextOf(words));
  Json physical = Json::MakeObject();
  physical.Set("artifactLocation", ArtifactOf(place.path)).Set("region", std::move(region));
  if (const std::string_view line = report.sources.Get(span).Line(place.begin.line);
      place.begin.line == place.end.line && line.size() <= kMostSnippet) {
    Json context = Json::MakeObject();
    context.Set("startLine", place.begin.line).Set("endLine", place.end.line).Set("snippet", TextOf(line));
    physical.Set("contextRegion", std::move(context));
  }
  return physical;
}

Json ReplacementOf(const FindingReport& report, const Edit& edit, const ToolPlace& place) {
  Json replacement = Json::MakeObject();
  replacement.Set("deletedRegion", RegionOf(report, place, edit.span));
  if (!edit.text.empty()) replacement.Set("insertedContent", TextOf(edit.text));
  return replacement;
}

/// The edits by file, in text order; nothing when one of them is in a file that the reader hasn't.
std::optional<Json> ChangesOf(const FindingReport& report, const std::vector<Edit>& edits) {
  std::map<std::string, std::vector<std::pair<std::uint32_t, Json>>> files;
  for (const Edit& edit : edits) {
    const std::optional<ToolPlace> place = PlaceOf(report, edit.span);
    if (!place) return {};
    files[place->path].emplace_back(edit.span.begin, ReplacementOf(report, edit, *place));
  }
  Json changes = Json::MakeArray();
  for (auto& [path, replacements] : files) {
    std::stable_sort(replacements.begin(), replacements.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Json list = Json::MakeArray();
    for (auto& [at, replacement] : replacements) list.Push(std::move(replacement));
    Json change = Json::MakeObject();
    change.Set("artifactLocation", ArtifactOf(path)).Set("replacements", std::move(list));
    changes.Push(std::move(change));
  }
  return changes;
}

/// §3.11.6: `[words](7)` and `[words](https:…)` in a message are links, unless the bracket is escaped.
std::string WithoutLinks(std::string_view text) {
  std::string plain;
  const bool link = text.find("](") != std::string_view::npos;
  for (const char c : text) {
    if (link && (c == '[' || c == ']')) plain += '\\';
    plain += c;
  }
  return plain;
}

}  // namespace

Json Message(std::string_view text) { return TextOf(WithoutLinks(text)); }

Json RuleOf(Code code, const RuleText& text, Severity worst) {
  Json rule = Json::MakeObject();
  rule.Set("id", code.ToString()).Set("name", text.name);
  rule.Set("shortDescription", TextOf(text.title));
  rule.Set("fullDescription", TextOf(text.first_paragraph()));
  rule.Set("help", TextOf(text.text()).Set("markdown", text.markdown()));
  rule.Set("defaultConfiguration", Json::MakeObject().Set("level", ToString(worst)));
  return rule;
}

Json LocationOf(const FindingReport& report, const Label& label) {
  Json location = Json::MakeObject();
  if (const std::optional<ToolPlace> place = PlaceOf(report, label.span)) {
    location.Set("physicalLocation", PhysicalOf(report, *place, label.span));
    if (!label.text.empty()) location.Set("message", Message(Printable(label.text)));
  } else {
    location.Set("physicalLocation", Json::MakeObject().Set("artifactLocation", ArtifactOf(report.spec)));
  }
  return location;
}

Json RelatedOf(const FindingReport& report, const Diagnostic& finding) {
  Json related = Json::MakeArray();
  std::size_t id = 0;
  for (const Label& label : finding.labels) {
    if (!PlaceOf(report, label.span)) continue;
    Json location = Json::MakeObject();
    location.Set("id", ++id);
    const Json where = LocationOf(report, label);
    for (const auto& [key, value] : *where.AsObject()) location.Set(key, value);
    related.Push(std::move(location));
  }
  return related;
}

Json FixesOf(const FindingReport& report, const Diagnostic& finding) {
  Json fixes = Json::MakeArray();
  for (const Help& help : finding.helps) {
    if (help.edits.empty()) continue;
    std::optional<Json> changes = ChangesOf(report, help.edits);
    if (!changes) continue;
    Json fix = Json::MakeObject();
    fix.Set("description", Message(Printable(help.text))).Set("artifactChanges", std::move(*changes));
    fixes.Push(std::move(fix));
  }
  return fixes;
}

Json PropertiesOf(const Diagnostic& finding) {
  Json properties = Json::MakeObject();
  if (!finding.constraint.empty()) properties.Set("constraint", finding.constraint);
  if (!finding.cause.empty()) properties.Set("cause", finding.cause);
  if (finding.subjects.empty()) return properties;
  Json subjects = Json::MakeArray();
  for (const std::string& subject : finding.subjects) subjects.Push(subject);
  return std::move(properties.Set("subjects", std::move(subjects)));
}

}  // namespace hotsite::sarif
