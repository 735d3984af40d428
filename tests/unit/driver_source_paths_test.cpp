// Paths from the root of a repository, however a spec was named.
#include <catch2/catch.hpp>

#include "compiler/check/source_provider.h"
#include "compiler/driver/source_paths.h"
#include "tests/unit/scratch.h"

namespace hotsite::driver {
namespace {

namespace fs = std::filesystem;

/// repo/.git, repo/dr/a.dr, link -> repo/dr, loose/b.dr.
struct Folders {
  Scratch scratch;
  SourceMap sources;
  fs::path old = fs::current_path();

  Folders() {
    fs::create_directories(scratch / "repo/.git");
    scratch.Write("repo/dr/a.dr", "hotsite 1\n");
    scratch.Write("loose/b.dr", "hotsite 1\n");
    fs::create_directory_symlink(scratch / "repo/dr", scratch / "link");
  }
  ~Folders() { fs::current_path(old); }
  Folders(const Folders&) = delete;
  Folders& operator=(const Folders&) = delete;

  std::string Of(const std::string& path, const std::string& root = "") {
    return SourcePaths(root, path, sources).Of(path);
  }
};

TEST_CASE("a path is from the top of the repository") {
  Folders folders;
  CHECK(folders.Of(folders.scratch / "repo/dr/a.dr") == "dr/a.dr");
  CHECK(folders.Of(folders.scratch / "link/a.dr") == "dr/a.dr");
  CHECK(folders.Of(folders.scratch / "repo/dr/../dr/./none.dr") == "dr/none.dr");
  fs::current_path(folders.scratch / "repo/dr");
  CHECK(folders.Of("a.dr") == "dr/a.dr");
  CHECK(folders.Of("./a.dr") == "dr/a.dr");
  CHECK(folders.Of("-x y.dr") == "dr/-x y.dr");
}

TEST_CASE("in a work tree the root is where `.git` is a file") {
  Folders folders;
  folders.scratch.Write("tree/.git", "gitdir: ../repo/.git/worktrees/tree\n");
  folders.scratch.Write("tree/c/d.dr", "");
  CHECK(folders.Of(folders.scratch / "tree/c/d.dr") == "c/d.dr");
}

TEST_CASE("outside a repository, and outside the root, a path stays as it was given") {
  Folders folders;
  fs::current_path(folders.scratch / "loose");
  CHECK(folders.Of("b.dr") == "b.dr");
  CHECK(folders.Of("./b.dr") == "b.dr");
  const SourcePaths paths("", "../repo/dr/a.dr", folders.sources);
  CHECK(paths.Of("../repo/dr/a.dr") == "dr/a.dr");
  CHECK(paths.Of("b.dr") == "b.dr");
}

TEST_CASE("--root says another root") {
  Folders folders;
  fs::current_path(folders.scratch / "repo");
  CHECK(folders.Of("dr/a.dr", "dr") == "a.dr");
  CHECK(folders.Of("dr/a.dr", "dr/") == "a.dr");
  CHECK(folders.Of("dr/a.dr", folders.scratch / "") == "repo/dr/a.dr");
  CHECK(folders.Of("dr/a.dr", ".") == "dr/a.dr");
  CHECK(folders.Of("dr/a.dr", "..") == "repo/dr/a.dr");
}

TEST_CASE("the standard library has no path, a file that is only called so has one") {
  Folders folders;
  const FileId library = folders.sources.Add("std.zvm.dr", std::string(*check::StandardModule("std.zvm")));
  const FileId own = folders.sources.Add(folders.scratch / "repo/std.zvm.dr", "hotsite 1\n");
  const SourcePaths paths("", folders.scratch / "repo/dr/a.dr", folders.sources);
  CHECK_FALSE(paths.Find(folders.sources.Get(library)));
  CHECK(paths.Find(folders.sources.Get(own)) == "std.zvm.dr");
}

}  // namespace
}  // namespace hotsite::driver
