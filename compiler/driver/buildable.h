// What `hotsite build` builds and `hotsite show` shows: a spec as it is, or as the vendor promised it (`--contract`).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/agreement.h"
#include "compiler/driver/build.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/pipeline.h"
#include "llvm/Support/raw_ostream.h"

namespace hotsite::driver {

class Buildable {
 public:
  /// Compiles the spec, and the contract where one is named: each a file on disk or of a revision of git. On failure
  /// nothing, and `problem` is a sentence.
  static std::optional<Buildable> Find(const std::string& spec, const std::string& contract, std::string* problem);

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
  std::vector<Diagnostic> LedgerMisfits();
  /// What waits for the vendor, 80 columns wide. Nothing where nothing does.
  void ListOpen(llvm::raw_ostream& out) const;

 private:
  Buildable() = default;

  std::shared_ptr<check::SourceProvider> files_;
  Compilation spec_;                      // without a contract
  std::unique_ptr<Agreement> agreement_;  // with one
};

}  // namespace hotsite::driver
