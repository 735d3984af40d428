// A spec as the command line names it: a file on disk, or `git:REVISION:PATH`.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/driver/git_sources.h"

namespace hotsite::driver {

/// A file or folder, and where its files are read from.
struct SpecSource {
  std::string path;   // what Compile takes and findings show
  std::string title;  // 2009.dr at main (005ce13); the path, of one on disk
  std::shared_ptr<check::SourceProvider> files;
  std::shared_ptr<GitSources> revision;  // the same as `files`; nothing: on disk
};

/// `git:REVISION:PATH` is a file of the repository that this folder lies in: PATH from the repository's top, or from
/// this folder where it begins with `./` or `../`, as for `git show`. An empty REVISION is the index. All else is a
/// path on disk. On failure nothing, and `problem` is a sentence.
std::optional<SpecSource> FindSpec(const std::string& name, std::string* problem);

/// Whether it names one of a revision, which can't be written.
bool IsOfRevision(const std::string& name);

/// The same file or folder at another revision (`hotsite diff SPEC --against REVISION`).
std::optional<SpecSource> FindAt(const SpecSource& spec, const std::string& revision, std::string* problem);

/// The same place under another path: that file, at the same revision or on disk.
SpecSource Beside(const SpecSource& spec, std::string path);

}  // namespace hotsite::driver
