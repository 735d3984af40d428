// Two compilations beside each other: what `hotsite diff` prints and its gate judges.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "backends/changelog/changelog.h"
#include "compiler/check/source_provider.h"
#include "compiler/diff/spec_changes.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::driver {

/// Compiles two specs at the same time, each from its own provider, without running the rules: two specs are compared
/// whatever these find.
std::pair<Compilation, Compilation> CompileBoth(const std::string& before, check::SourceProvider& of_before,
                                                const std::string& now, check::SourceProvider& of_now);

/// One of the two specs.
struct ComparedSpec {
  Compilation compilation;
  std::string title;  // 2009.dr at main (005ce13)
};

/// Two specs that could both be read, and what changed. Neither copied nor moved, since the log refers to its parts.
class Comparison {
 public:
  /// Both have a model.
  Comparison(ComparedSpec before, ComparedSpec now);
  Comparison(const Comparison&) = delete;

  const ComparedSpec& before() const { return before_; }
  const ComparedSpec& now() const { return now_; }
  const diff::SpecChanges& changes() const { return changes_; }
  backends::changelog::Changelog log() const;
  /// Drops the changes for which `wanted` is false and, where not asked for, the rows of the request.
  void Keep(const std::function<bool(const diff::SpecChange&)>& wanted, bool request);

  std::vector<backends::changelog::AffectedFile> files;
  std::vector<std::string> remarks;

 private:
  ComparedSpec before_, now_;
  diff::Spec old_, today_;
  diff::SpecChanges changes_;
};

/// The changes as findings, for the machine formats: code, place in the newer spec (where it has none, that of the
/// recovery), severity error where `fails` says so, else warning for what tightens, loosens or changes, else note.
/// Spans are of the newer spec's sources.
std::vector<Diagnostic> AsFindings(const Comparison& comparison, const std::vector<bool>& fails);

}  // namespace hotsite::driver
