// All specs of the tree, as what must hold of every spec and of every change of one is tried on.
#pragma once

#include <string>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/diff/spec_changes.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::harness {

/// A spec of one or more files.
struct CorpusSpec {
  std::string name;                // where it is from, for a failing test
  std::string main;                // what is compiled
  std::vector<std::string> files;  // those that a test may change
  check::MemorySources sources;

  std::string Text(const std::string& file) const;
  driver::Compilation Compiled() const;
  /// With another text for one of its files, or with one more file.
  driver::Compilation Compiled(const std::string& file, const std::string& text) const;
  driver::Compilation Compiled(const std::vector<std::pair<std::string, std::string>>& files) const;
};

/// The rules' examples, what went wrong in the field, cases, and the examples (of the large one only the spec itself
/// may be changed).
std::vector<CorpusSpec> AllCorpusSpecs();

/// What `hotsite diff` finds; both have a model.
diff::SpecChanges Compared(const driver::Compilation& before, const driver::Compilation& now);

/// A line for each change, for a failing test.
std::string Told(const diff::SpecChanges& changes);

/// All that a spec yields, but for documents, which tell the digest, dates and reasons: the rows of the request stand
/// for them.
std::string YieldOf(const driver::Compilation& spec);

}  // namespace hotsite::harness
