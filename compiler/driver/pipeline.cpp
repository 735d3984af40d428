#include "compiler/driver/pipeline.h"

#include <algorithm>
#include <utility>

#include "compiler/check/check.h"
#include "compiler/contract/past.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diff/requirement_changes.h"
#include "compiler/driver/digest.h"
#include "compiler/requirements/derive.h"

namespace hotsite::driver {
namespace {

requirements::Ledger ReadLedger(const std::string& path, check::SourceProvider& provider, Reporter& reporter) {
  if (!provider.Has(path)) return {};  // not issued yet
  // One that is there and can't be read must not pass for none: every requirement would get a new identifier.
  std::string problem;
  if (const std::optional<std::string> text = provider.Read(path, &problem)) {
    if (auto ledger = requirements::Ledger::Parse(*text, &problem)) return std::move(*ledger);
  }
  reporter.Error(codes::kBadLedger, {}, "the ledger `{}` can't be used: {}", path, problem)
      .Note("it keeps the requirements' identifiers from year to year; only `hotsite issue` writes it")
      .Advise("restore it from git");
  return {};
}

// A spec that stands as it was issued last for its recovery is that revision, and sees the ledger as it was then: the
// papers of an earlier year stay what they were. Any other is a draft. One that goes back to the words of an earlier
// revision of its own recovery is a draft too, since something else was sent after those.
void SeeAsIssued(Compilation& result) {
  if (!result.model || !result.model->recovery) return;
  auto& revisions = result.ledger.revisions;
  const auto last = std::find_if(revisions.rbegin(), revisions.rend(), [&](const requirements::IssuedRevision& one) {
    return one.recovery == result.model->recovery->name;
  });
  if (last == revisions.rend() || last->spec_digest != result.digest()) return;
  result.revision = last->number;
  revisions.erase(last.base(), revisions.end());
}

// An issued spec is compared with the revision before it, a draft with the last one.
void AddChanges(Compilation& result) {
  const auto& revisions = result.ledger.revisions;
  const std::size_t since = revisions.size() - (result.revision > 0 ? 1 : 0);
  if (since == 0 || !result.model || !result.model->recovery) return;
  result.changes =
      diff::Compare(result.ledger, static_cast<unsigned>(since), result.requirements, result.model->recovery->name);
}

}  // namespace

// A file of the spec's own may be called `std.x.dr`, so its text decides.
bool IsStandardModule(const SourceFile& file) {
  const std::string_view path = file.path();
  if (!path.starts_with("std.") || !path.ends_with(".dr")) return false;
  return check::StandardModule(path.substr(0, path.size() - 3)) == file.text();
}

std::string BaseName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool Compilation::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

const std::string& Compilation::digest() const {
  if (digest_.empty()) digest_ = DigestOf(sources);
  return digest_;
}

std::string LedgerPath(const std::string& spec_path) {
  const std::size_t slash = spec_path.rfind('/');
  return (slash == std::string::npos ? std::string() : spec_path.substr(0, slash + 1)) + kLedgerFile;
}

Compilation Compile(const std::string& path, check::SourceProvider& provider, Depth depth) {
  Compilation result;
  result.path = path;
  Reporter reporter;
  result.model = check::Read(path, provider, result.sources, reporter);
  if (result.model && depth == Depth::kJudged) check::Judge(*result.model, result.sources, reporter);
  result.ledger = ReadLedger(LedgerPath(path), provider, reporter);
  SeeAsIssued(result);
  if (result.model) {
    result.requirements = requirements::Derive(*result.model, result.ledger);
    contract::AddPast(result.model->contracts, result.ledger, result.requirements);
  }
  AddChanges(result);
  result.findings = reporter.Take();
  return result;
}

void Judge(Compilation& compilation) {
  if (!compilation.model) return;
  Reporter reporter;
  check::Judge(*compilation.model, compilation.sources, reporter);
  for (Diagnostic& finding : compilation.findings) reporter.Add(std::move(finding));
  compilation.findings = reporter.Take();
}

}  // namespace hotsite::driver
