// The changes between two specs as findings, for the formats that tools read.
#include <fmt/format.h>

#include "backends/changelog/phrases.h"
#include "compiler/driver/compare.h"

namespace hotsite::driver {
namespace {

using diff::ChangeClass;

Severity SeverityOf(ChangeClass what, bool fails) {
  if (fails) return Severity::kError;
  const bool matters = what == ChangeClass::kTightens || what == ChangeClass::kChanged || what == ChangeClass::kLoosens;
  return matters ? Severity::kWarning : Severity::kNote;
}

/// What is gone has no place in the newer spec, so its recovery is shown, or the spec's first line.
Span PlaceOf(const diff::SpecChange& change, const Compilation& now) {
  if (change.now_span.valid()) return change.now_span;
  if (now.model->recovery) return now.model->recovery->written.name;
  for (std::uint32_t i = 0; i < now.sources.size(); ++i) {
    if (BaseName(now.sources.Get(FileId{i}).path()) == BaseName(now.path)) return {FileId{i}, 0, 0};
  }
  return {};
}

std::string PlaceBefore(const diff::SpecChange& change, const ComparedSpec& before) {
  const SourceFile& file = before.compilation.sources.Get(change.before_span);
  return fmt::format("before: line {} of {}, as {} has it", file.Locate(change.before_span.begin).line,
                     BaseName(file.path()), before.title);
}

}  // namespace

std::vector<Diagnostic> AsFindings(const Comparison& comparison, const std::vector<bool>& fails) {
  const backends::changelog::Nouns nouns(*comparison.before().compilation.model, *comparison.now().compilation.model);
  std::vector<Diagnostic> findings;
  for (std::size_t i = 0; i < comparison.changes().all.size(); ++i) {
    const diff::SpecChange& change = comparison.changes().all[i];
    Diagnostic finding;
    finding.code = change.code;
    finding.severity = SeverityOf(change.what, i < fails.size() && fails[i]);
    finding.message = fmt::format("{}: {} ({})", backends::changelog::Who(change, nouns),
                                  backends::changelog::Happened(change), diff::ToString(change.what));
    finding.primary.span = PlaceOf(change, comparison.now().compilation);
    finding.notes = change.consequences;
    if (change.before_span.valid()) finding.notes.push_back(PlaceBefore(change, comparison.before()));
    finding.cause = change.subjects.front();
    finding.subjects = change.subjects;
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace hotsite::driver
