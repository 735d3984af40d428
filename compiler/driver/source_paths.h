// Paths as tools want them: from the root of the repository, with `/`, however the spec was named on the command line.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "compiler/support/source_file.h"

namespace hotsite::driver {

class SourcePaths {
 public:
  /// `root`: the folder that paths are relative to; empty: the top of the git repository that holds `spec`, or none,
  /// and then paths stay as they were given. Links on the way are followed, as both may have been named by different
  /// ways.
  SourcePaths(const std::string& root, const std::string& spec, const SourceMap& sources);

  /// Nothing for a file of the standard library, which nobody has on a disk.
  std::optional<std::string> Find(const SourceFile& file) const;

  /// The path of any file; one outside the root stays as it was given.
  std::string Of(const std::string& path) const;

 private:
  std::string root_;                        // without a link in it; empty: none
  std::map<std::string, std::string> own_;  // path as read -> path from the root
};

}  // namespace hotsite::driver
