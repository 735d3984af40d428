// What `hotsite build` builds and `hotsite show` shows: a spec as it is, or as the vendor promised it (`--contract`).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/driver/agreement.h"
#include "compiler/driver/build.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/spec_source.h"
#include "llvm/Support/raw_ostream.h"

namespace hotsite::driver {

/// Rows without an answer keep a contract from being agreed, but not files from being written: what they ask for stays
/// open in these. So their errors become warnings.
void ForgiveMissingAnswers(std::vector<Diagnostic>& findings);

class Buildable {
 public:
  /// Compiles the spec, and the contract where one is named. That is read from where the spec is: from disk, or from
  /// the same revision of git, where its path is from the repository's top.
  Buildable(const SpecSource& source, const std::string& contract);

  /// What is judged and told: the site as it is promised, where there is a contract. Its model, if it has one, and its
  /// requirements are those to be shown.
  Compilation& told() { return agreement_ ? agreement_->promised : spec_; }
  const Compilation& told() const { return agreement_ ? agreement_->promised : spec_; }
  /// The spec as it was asked for: its name, digest and revision are those of what is built.
  const Compilation& asked() const { return agreement_ ? agreement_->requested : spec_; }
  bool has_contract() const { return agreement_ != nullptr; }

  /// Whether these backends (all, if empty) can be run: there are no errors, or all that they make tells what the
  /// vendor answered, and that could be read.
  bool CanBuild(const std::vector<std::string>& only) const;
  /// Runs them.
  void Generate(const std::vector<std::string>& only, const BackendSink& sink) const;
  /// What `build` writes as model.json.
  std::string ModelJson() const;
  /// Names the spec and the contract; lists no files yet.
  Manifest EmptyManifest() const;
  /// HS9007, placed in the sources of told().
  std::vector<Diagnostic> LedgerMisfits(check::SourceProvider& provider);
  /// What waits for the vendor, 80 columns wide. Nothing where nothing does.
  void ListOpen(llvm::raw_ostream& out) const;

 private:
  Compilation spec_;                      // without a contract
  std::unique_ptr<Agreement> agreement_;  // with one
};

}  // namespace hotsite::driver
