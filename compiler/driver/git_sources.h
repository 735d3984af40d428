// Reads a spec's files as they were in a revision of git.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/driver/git.h"

namespace hotsite::driver {

class GitSources : public check::SourceProvider {
 public:
  /// Paths are those on disk, seen from where the program was started: what is below `folder` lies in the repository
  /// below `prefix` (empty or with a slash at its end). With both empty, paths are those of the repository.
  GitSources(Git git, Revision revision, std::string folder, std::string prefix)
      : git_(std::move(git)), revision_(std::move(revision)), folder_(std::move(folder)), prefix_(std::move(prefix)) {}

  std::optional<std::string> Read(const std::string& path, std::string* problem) override;
  bool Has(const std::string& path) override;
  /// Asks for several files at once, which takes little longer than for one.
  void Prepare(const std::vector<std::string>& paths);

  /// The `.dr` files anywhere below a folder, sorted; hidden folders and symbolic links are passed over, as on disk.
  std::vector<std::string> SpecsBelow(const std::string& folder) const;
  /// The path that a file was renamed from since the revision, as git sees it; empty: it can't tell.
  std::string RenamedFrom(const std::string& path) const;

  const Git& git() const { return git_; }
  const Revision& revision() const { return revision_; }

 private:
  struct Found {
    std::optional<std::string> text;
    bool there = false;   // also where it can't be read
    std::string problem;  // completes "`PATH` …"
  };
  const Found& Fetch(const std::string& path);
  GitAnswer AskFor(const std::vector<std::string>& in_tree, std::size_t most_bytes) const;
  Found Ask(const std::string& in_tree) const;
  Found ReadEntry(std::string_view& rest, const std::string& in_tree) const;
  Found Missing(const std::string& in_tree) const;
  std::string HintFor(const std::string& in_tree) const;
  /// The path within the repository; nothing: it leads out of it.
  std::optional<std::string> InTree(const std::string& path) const;
  /// The other way round.
  std::string OnDisk(const std::string& in_tree) const;

  Git git_;
  Revision revision_;
  std::string folder_, prefix_;
  std::map<std::string, Found> found_;  // by path in the tree
};

/// A place in a repository, for GitSources.
struct GitFolder {
  Git git;
  std::string prefix;  // from the repository's top: empty, or with a slash at its end
};

/// Where a folder on disk (empty: this one) lies in its repository. On failure nothing, and `problem` is a sentence.
std::optional<GitFolder> FindGitFolder(const std::string& folder, std::string* problem);

}  // namespace hotsite::driver
