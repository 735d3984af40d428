// The two states of the files that git compares when it hands a changed file to its diff program. git gives only the
// file itself; the files that it uses must be those of the same state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/spec_source.h"

namespace hotsite::driver {

/// One side of a changed file, as git tells it (git(1), GIT_EXTERNAL_DIFF).
struct GitSide {
  std::string path;  // from the repository's top
  std::string
      file;  // where its text lies now: a temporary file, or that of the working tree; /dev/null: it isn't there
  std::string hash;  // of its text; zeros: it is in the working tree
  std::string mode;  // 100644; 120000 a symbolic link

  bool exists() const { return file != "/dev/null"; }
  bool in_working_tree() const { return hash.find_first_not_of('0') == std::string::npos; }
};

struct GitTrees {
  SpecSource before, now;
};

/// Finds states that hold both texts at their paths: the working tree, the index, a commit and its parent, else any two
/// commits of the latest few hundred that touched the file. Nothing when there are none.
std::optional<GitTrees> FindTrees(const GitSide& before, const GitSide& now);

/// The `.dr` files of a state that git keeps, their paths from the repository's top.
std::vector<std::string> SpecFilesOf(const SpecSource& tree);

}  // namespace hotsite::driver
