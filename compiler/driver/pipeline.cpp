#include "compiler/driver/pipeline.h"

#include <algorithm>

#include "compiler/check/check.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/requirements/derive.h"
#include "compiler/support/sha256.h"

namespace hotsite::driver {
namespace {

// Over names without folders, so that the digest is the same wherever the spec stands; the standard library isn't the
// spec's.
std::string DigestOf(const SourceMap& sources) {
  std::string all;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceFile& file = sources.Get(FileId{i});
    if (IsStandardModule(file)) continue;
    all += BaseName(file.path()) + '\n' + Sha256Hex(file.text()) + '\n';
  }
  return Sha256Hex(all);
}

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

std::string LedgerPath(const std::string& spec_path) {
  const std::size_t slash = spec_path.rfind('/');
  return (slash == std::string::npos ? std::string() : spec_path.substr(0, slash + 1)) + kLedgerFile;
}

Compilation Compile(const std::string& path, check::SourceProvider& provider) {
  Compilation result;
  result.path = path;
  Reporter reporter;
  result.model = check::Check(path, provider, result.sources, reporter);
  result.ledger = ReadLedger(LedgerPath(path), provider, reporter);
  if (result.model) result.requirements = requirements::Derive(*result.model, result.ledger);
  result.digest = DigestOf(result.sources);
  result.findings = reporter.Take();
  return result;
}

}  // namespace hotsite::driver
