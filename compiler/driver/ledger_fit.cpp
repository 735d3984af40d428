#include "compiler/driver/ledger_fit.h"

#include <fmt/format.h>

#include <set>

#include "compiler/diagnostics/codes.h"
#include "compiler/diff/requirement_changes.h"
#include "compiler/driver/report.h"
#include "compiler/requirements/sentences.h"

namespace hotsite::driver {
namespace {

/// The ledger's text, to show places in it.
class LedgerPlaces {
 public:
  LedgerPlaces(Compilation& compilation, check::SourceProvider& provider) : sources_(compilation.sources) {
    const std::string path = LedgerPath(compilation.path);
    std::string unheard;
    auto text = provider.Read(path, &unheard);
    if (text && !FindSourceProblem(*text)) file_ = sources_.Add(path, std::move(*text));
  }

  /// Where a row was written last.
  Span Of(const std::string& id) const {
    if (!file_) return {};
    const std::string key = fmt::format("\"{}\":", id);
    const std::size_t at = sources_.Get(*file_).text().rfind(key);
    if (at == std::string_view::npos) return {*file_, 0, 0};
    return {*file_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + key.size() - 1)};
  }

 private:
  SourceMap& sources_;
  std::optional<FileId> file_;
};

Diagnostic Misfit(const Compilation& compilation, std::string message, Span place) {
  Diagnostic finding = Problem(codes::kLedgerMisfit, std::move(message));
  finding.primary = {place, "as it was issued"};
  finding.Note(fmt::format("by its words the spec is the one that revision {} was issued from", compilation.revision))
      .Advise("take the ledger of the branch that was issued last, whole, and issue again what is new");
  return finding;
}

/// Another version may ask for what this one doesn't, and the other way round.
bool IssuedByAnother(const requirements::Ledger& ledger) {
  for (const auto& [id, row] : ledger.RowsAfter(ledger.revisions.size())) {
    if (row->wording != requirements::kWording) return true;
  }
  return false;
}

std::string MessageOf(const diff::Change& change, unsigned revision) {
  if (change.what == diff::ChangeClass::kNew)
    return fmt::format("{} ({}: {}) isn't in revision {}, though the spec asks for it", change.id, change.subject,
                       change.attribute, revision);
  if (change.what == diff::ChangeClass::kWithdrawn)
    return fmt::format("{} ({}: {}) was issued in revision {}, but the spec doesn't ask for it", change.id,
                       change.subject, change.attribute, revision);
  return fmt::format("{} ({}: {}) was issued as `{}`, but the spec yields `{}`", change.id, change.subject,
                     change.attribute, change.before, change.now);
}

}  // namespace

std::vector<Diagnostic> FindLedgerMisfits(Compilation& compilation, check::SourceProvider& provider) {
  std::vector<Diagnostic> findings;
  const requirements::Ledger& ledger = compilation.ledger;
  if (compilation.revision == 0 || !compilation.model || !compilation.model->recovery) return findings;
  const LedgerPlaces places(compilation, provider);
  const diff::Changes since = diff::Compare(ledger, static_cast<unsigned>(ledger.revisions.size()),
                                            compilation.requirements, compilation.model->recovery->name);
  const bool other_hotsite = IssuedByAnother(ledger);
  for (const diff::Change& change : since.all) {
    const bool comes_or_goes = change.what == diff::ChangeClass::kNew || change.what == diff::ChangeClass::kWithdrawn;
    if (change.what == diff::ChangeClass::kEditorial || (comes_or_goes && other_hotsite)) continue;
    findings.push_back(Misfit(compilation, MessageOf(change, compilation.revision), places.Of(change.id)));
  }
  std::set<std::string_view> named;
  for (const auto& [key, id] : ledger.identifiers) named.insert(id);
  for (const auto& [id, row] : ledger.RowsAfter(ledger.revisions.size())) {
    if (named.contains(id)) continue;
    findings.push_back(
        Misfit(compilation,
               fmt::format("{} ({}: {}) was issued, but no requirement in the ledger has that identifier", id,
                           row->subject, row->attribute),
               places.Of(std::string(id))));
  }
  return findings;
}

}  // namespace hotsite::driver
