#include "compiler/diagnostics/reporter.h"

#include <algorithm>
#include <iterator>

namespace hotsite {
namespace {

/// File, place, errors before warnings at one place, then code. Findings without a place come first: they concern the
/// run.
auto OrderOf(const Diagnostic& d) {
  const Span span = d.primary.span;
  const std::int64_t file = span.valid() ? static_cast<std::int64_t>(span.file) : -1;
  const int rank = d.severity == Severity::kError ? 0 : d.severity == Severity::kWarning ? 1 : 2;
  return std::tuple(file, span.begin, span.end, rank, d.code.number);
}

}  // namespace

Diagnostic& Reporter::Report(Severity severity, Code code, Span span, std::string message) {
  scratch_ = {};
  // Duplicates go first: a mistake in a profile or a `for` is found once per system and mustn't crowd out the others.
  Key key(static_cast<std::uint32_t>(span.file), span.begin, span.end, code.number, severity, message);
  if (seen_.contains(key)) return scratch_;
  if (severity == Severity::kError) ++errors_;
  const bool keep = kept_.size() < kMaxKept;
  if (!keep) ++dropped_;
  if (keep) seen_.insert(std::move(key));
  Diagnostic& diagnostic = keep ? kept_.emplace_back() : scratch_;
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.message = std::move(message);
  diagnostic.primary.span = span;
  return diagnostic;
}

void Reporter::Add(Diagnostic finding) {
  Diagnostic& kept = Report(finding.severity, finding.code, finding.primary.span, finding.message);
  kept = std::move(finding);
}

bool Reporter::MayCompare(std::size_t names) {
  constexpr std::size_t kMostPairs = 1'000'000;
  if (dropped_ > 0 || names > kMostPairs - compared_) return false;
  compared_ += names;
  return true;
}

std::vector<Diagnostic> Reporter::Take() {
  std::vector<Diagnostic> findings(std::make_move_iterator(kept_.begin()), std::make_move_iterator(kept_.end()));
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return OrderOf(a) < OrderOf(b); });
  *this = Reporter();
  return findings;
}

}  // namespace hotsite
