// The whole compiler on one screen: a spec's file -> findings, model, requirements. Everything in it is pure; files
// come through the SourceProvider.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/diff/changes.h"
#include "compiler/model/model.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"
#include "compiler/support/source_file.h"

namespace hotsite::driver {

/// The file beside a spec that keeps identifiers stable.
inline constexpr const char* kLedgerFile = "hotsite.ledger.json";

struct Compilation {
  std::string path;
  SourceMap sources;
  std::vector<Diagnostic> findings;         // sorted by place
  std::optional<model::Model> model;        // when every name could be resolved
  requirements::Ledger ledger;              // empty when there is none yet
  requirements::Requirements requirements;  // when there is a model
  unsigned revision = 0;                    // the one that this very spec was issued as; 0: it is a draft
  std::optional<diff::Changes> changes;     // since the revision issued before; nothing: there is none

  bool has_errors() const;
  /// sha256 over the words of the spec's own files (digest.h). Made at the first call, which reads all files again.
  const std::string& digest() const;
  /// Sees the other's digest as its own: a promised site has the contract among its sources and is the same spec.
  void TakeDigestOf(const Compilation& other) { digest_ = other.digest(); }

 private:
  mutable std::string digest_;
};

/// How far a spec is compiled: rules take a fifth of the time of a large one, and comparing specs needs none.
enum class Depth : std::uint8_t {
  kModel,   // `findings` are those that keep it from having a model, and of the ledger
  kJudged,  // all rules were run
};

/// Compiles the spec at `path`.
Compilation Compile(const std::string& path, check::SourceProvider& provider, Depth depth = Depth::kJudged);

/// Runs the rules on a spec that was compiled without them.
void Judge(Compilation& compilation);

/// Whether a file of the run is a part of the standard library, which nobody edits.
bool IsStandardModule(const SourceFile& file);

/// `2009.dr` of `dir/2009.dr`: what is printed and digested, so that it doesn't matter where a spec stands.
std::string BaseName(const std::string& path);

/// `dir/hotsite.ledger.json` for the spec `dir/2009.dr`.
std::string LedgerPath(const std::string& spec_path);

}  // namespace hotsite::driver
