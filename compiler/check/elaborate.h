// Files -> typed statements: reads the spec and all that it uses, unrolls `for`, puts values in, merges profiles. The
// result is one list of the statements of the top level, in the order in which they were read (what a file uses comes
// before it).
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/entry.h"
#include "compiler/check/limits.h"
#include "compiler/check/source_provider.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"

namespace hotsite::check {

struct Elaborated {
  std::vector<Entry> entries;
  std::string doc;  // the main file's `///` comment
  /// Names that stand in statements which were left out because of an error: what refers to them isn't reported again.
  std::set<std::string, std::less<>> poisoned;
  /// Where those statements begin: (file, byte). A block that holds one isn't blamed for lacking a statement.
  std::set<std::pair<FileId, std::uint32_t>> left_out;
  /// Where a `use` is put into each file: the edit lacks the line itself.
  std::map<FileId, Edit> places_for_use;
  /// Some statements couldn't even be parsed: nothing is said to be lacking.
  bool incomplete = false;
};

/// Reads `path` and what it uses through `provider` into `sources`. Errors go to `reporter`; the result holds what was
/// right.
Elaborated Elaborate(const std::string& path, SourceProvider& provider, SourceMap& sources, Reporter& reporter);

}  // namespace hotsite::check
