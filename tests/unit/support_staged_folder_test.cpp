#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <thread>

#include "compiler/support/atomic_output.h"
#include "compiler/support/file_system.h"
#include "tests/unit/scratch.h"

namespace hotsite {
namespace {

namespace fs = std::filesystem;

struct NewFile {
  std::string path;
  std::string text;
};

/// Fills `folder`; "none", or what went wrong.
std::string Build(const std::string& folder, const std::vector<NewFile>& files,
                  const std::vector<std::string>& ours = {}) {
  StagedFolder staged(folder);
  if (const auto problem = staged.Begin()) return problem->what;
  for (const NewFile& file : files) {
    if (const auto problem = staged.Add(file.path, file.text)) return problem->what;
  }
  const auto problem = staged.Commit(ours);
  return problem ? problem->what : "none";
}

std::string Mode(const std::string& path) {
  return fmt::format("{:o}", static_cast<unsigned>(fs::status(path).permissions()));
}

TEST_CASE("a new folder, with the folders above it") {
  const Scratch scratch;
  CHECK(Build(scratch / "deep/er/out", {{"a", "1"}, {"zvm/USER DIRECT", "2"}}) == "none");
  CHECK(scratch.Tree() ==
        "deep/\ndeep/er/\ndeep/er/out/\ndeep/er/out/a=1\ndeep/er/out/zvm/\ndeep/er/out/zvm/USER DIRECT=2\n");
}

TEST_CASE("modes follow the umask") {
  const Scratch scratch;
  const mode_t old = umask(027);
  StagedFolder staged(scratch / "out/");
  REQUIRE_FALSE(staged.Begin());
  REQUIRE_FALSE(staged.Add("plain", ""));
  REQUIRE_FALSE(staged.Add("bin/run", "", true));
  REQUIRE_FALSE(staged.Commit({}));
  umask(old);
  CHECK(Mode(scratch / "out") == "750");
  CHECK(Mode(scratch / "out/plain") == "640");
  CHECK(Mode(scratch / "out/bin") == "750");
  CHECK(Mode(scratch / "out/bin/run") == "750");
}

TEST_CASE("a second commit replaces ours and keeps theirs") {
  const Scratch scratch;
  REQUIRE(Build(scratch / "out", {{"a", "1"}, {"gone/b", "1"}, {"both/c", "1"}}) == "none");
  scratch.Write("out/notes.txt", "mine");
  scratch.Write("out/both/mine/too", "mine");
  fs::create_directory(scratch / "out/empty");
  fs::create_symlink("/nowhere", scratch / "out/link");
  chmod((scratch / "out").c_str(), 0700);
  chmod((scratch / "out/both/mine").c_str(), 0555);
  CHECK(Build(scratch / "out", {{"a", "2"}, {"new/d", "2"}}, {"a", "gone/b", "both/c"}) == "none");
  CHECK(scratch.Tree() ==
        "out/\nout/a=2\nout/both/\nout/both/mine/\nout/both/mine/too=mine\nout/empty/\nout/link->/nowhere\nout/new/\n"
        "out/new/d=2\nout/notes.txt=mine\n");
  CHECK(Mode(scratch / "out") == "700");
  CHECK(Mode(scratch / "out/both/mine") == "555");
}

TEST_CASE("a path may change between file and folder when both are ours") {
  const Scratch scratch;
  REQUIRE(Build(scratch / "out", {{"a", "1"}, {"b/c", "1"}}) == "none");
  CHECK(Build(scratch / "out", {{"a/x", "2"}, {"b", "2"}}, {"a", "b/c"}) == "none");
  CHECK(scratch.Tree("out") == "a/\na/x=2\nb=2\n");
}

TEST_CASE("their file in the way stops the commit") {
  const std::string reason = "stands where a generated file belongs, but hotsite didn't write it; move it away";
  const Scratch scratch;
  scratch.Write("out/a", "mine");
  scratch.Write("out/b/c", "mine");
  const std::string before = scratch.Tree();
  CHECK(Build(scratch / "out", {{"a", "2"}}) == reason);
  CHECK(Build(scratch / "out", {{"a/x", "2"}}) == reason);
  CHECK(Build(scratch / "out", {{"b", "2"}}) == reason);
  CHECK(Build(scratch / "out", {{"b/c", "2"}}, {"a"}) == reason);
  CHECK(scratch.Tree() == before);
}

TEST_CASE("a manifest that lies about paths outside removes nothing there") {
  const Scratch scratch;
  scratch.Write("precious", "mine");
  REQUIRE(Build(scratch / "out", {{"a", "1"}}) == "none");
  CHECK(Build(scratch / "out", {{"a", "2"}}, {"a", "../precious", scratch / "precious", "", "/"}) == "none");
  CHECK(scratch.Tree() == "out/\nout/a=2\nprecious=mine\n");
}

TEST_CASE("paths that leave the folder are a bug of the caller") {
  using namespace std::string_literals;
  const auto exit_code = [](const std::string& path) {
    const Scratch scratch;
    const pid_t child = fork();
    if (child == 0) {
      close(STDERR_FILENO);
      StagedFolder staged(scratch / "out");
      if (staged.Begin() || staged.Add(path, "x")) _exit(1);
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
  };
  for (const std::string& path :
       {""s, "/a"s, "a/"s, "a//b"s, ".."s, "../a"s, "a/../b"s, "a/.."s, "."s, "./a"s, "a\0b"s}) {
    CAPTURE(path);
    CHECK(exit_code(path) == 3);
  }
  for (const std::string& path : {"a"s, "..a/b..c/..."s, "a b"s}) CHECK(exit_code(path) == 0);
}

TEST_CASE("what isn't committed leaves no trace") {
  const Scratch scratch;
  scratch.Write("out/a", "old");
  {
    StagedFolder staged(scratch / "out");
    REQUIRE_FALSE(staged.Begin());
    REQUIRE_FALSE(staged.Add("b/c", "new"));
    CHECK(scratch.Tree("out") == "a=old\n");
  }
  CHECK(scratch.Tree() == "out/\nout/a=old\n");
}

TEST_CASE("a failing write leaves the old files") {
  const Scratch scratch;
  REQUIRE(Build(scratch / "out", {{"a", "1"}, {"b", "1"}}) == "none");
  {
    const FileSizeLimit limit(1000);
    CHECK(Build(scratch / "out", {{"a", "2"}, {"b", std::string(5000, 'x')}}, {"a", "b"}) ==
          "can't be written: file too large");
  }
  CHECK(scratch.Tree() == "out/\nout/a=1\nout/b=1\n");
  CHECK(Build(scratch / "out", {{"a", "2"}, {"a", "3"}}, {"a", "b"}) == "can't be made: file exists");
  CHECK(Build(scratch / "out", {{"a", "2"}, {"a/b", "3"}}, {"a", "b"}) == "can't be made: not a directory");
  CHECK(scratch.Tree() == "out/\nout/a=1\nout/b=1\n");
}

TEST_CASE("targets that can't be a folder") {
  const Scratch scratch;
  scratch.Write("file", "mine");
  fs::create_directory(scratch / "real");
  fs::create_directory_symlink("real", scratch / "link");
  const std::string before = scratch.Tree();
  CHECK(Build(scratch / "file", {{"a", "1"}}) == "is a file; the output needs a folder");
  CHECK(Build(scratch / "link", {{"a", "1"}}) == "is a symbolic link; name the folder itself (`real`)");
  CHECK(Build(scratch / "file/out", {{"a", "1"}}) == "can't be reached: not a directory");
  CHECK(Build("", {{"a", "1"}}) == "is an empty name; name a folder to write to");
  CHECK(Build("/", {{"a", "1"}}) == "is the root of the file system; name a folder in it");
  CHECK(Build("//", {{"a", "1"}}) == "is the root of the file system; name a folder in it");
  CHECK(Build(".", {{"a", "1"}}) == "holds the current folder, which can't be replaced; name another, such as `out`");
  CHECK(scratch.Tree() == before);
  CHECK(Build(scratch / "link/out", {{"a", "1"}}) == "none");
  CHECK(Build(scratch / "link/out//", {{"a", "2"}}, {"a"}) == "none");
  CHECK(scratch.Tree("real") == "out/\nout/a=2\n");
}

TEST_CASE("without permission the old files stay") {
  const Scratch scratch;
  scratch.Write("top/out/a", "old");
  scratch.Write("out/a", "old");
  chmod((scratch / "top").c_str(), 0555);
  chmod((scratch / "out").c_str(), 0555);
  const auto build = [&](const std::string& folder) {
    return scratch.AsUser([&] { return Build(scratch / folder, {{"a", "new"}}, {"a"}); });
  };
  CHECK(build("top/out") == "can't take a folder for the new files: permission denied");
  CHECK(build("out") == "can't be replaced: permission denied");
  CHECK(build("top/new") == "can't take a folder for the new files: permission denied");
  CHECK(build("top/new/er") == "can't be made: permission denied");
  CHECK(scratch.Tree() == "out/\nout/a=old\ntop/\ntop/out/\ntop/out/a=old\n");
}

TEST_CASE("someone else's file, which the kernel may forbid to link, is kept or stops the commit") {
  const Scratch scratch;
  scratch.Write("out/a", "1");
  scratch.Write("out/theirs", "mine");
  const auto build = [&](const std::string& text) {
    return scratch.AsUser([&] { return Build(scratch / "out", {{"a", text}}, {"a"}); }, "out/theirs");
  };
  CHECK(build("2") == "none");
  CHECK(scratch.Tree() == "out/\nout/a=2\nout/theirs=mine\n");
  chmod((scratch / "out/theirs").c_str(), 0600);
  const std::string outcome = build("3");
  CHECK((outcome == "none" || outcome == "can't be kept: permission denied"));
  CHECK(scratch.Tree() == fmt::format("out/\nout/a={}\nout/theirs=mine\n", outcome == "none" ? 3 : 2));
}

TEST_CASE("an old tree with read-only folders is removed all the same") {
  const Scratch scratch;
  scratch.Write("out/a/b/c", "old");
  chmod((scratch / "out/a/b").c_str(), 0555);
  chmod((scratch / "out/a").c_str(), 0555);
  CHECK(scratch.AsUser([&] { return Build(scratch / "out", {{"d", "new"}}, {"a/b/c"}); }) == "none");
  CHECK(scratch.Tree() == "out/\nout/d=new\n");
}

TEST_CASE("many files are synced at once") {
  const Scratch scratch;
  std::vector<NewFile> files;
  for (int i = 0; i < 400; ++i) files.push_back({fmt::format("f{}/x", i), "x"});
  CHECK(Build(scratch / "out", files) == "none");
  CHECK(std::distance(fs::directory_iterator(scratch / "out"), {}) == 400);
}

TEST_CASE("swapping by two renames restores the old folder when the second fails") {
  const Scratch scratch;
  scratch.Write("out/a", "old");
  scratch.Write("fresh/a", "new");
  CHECK(SwapByRenaming(scratch / "missing", scratch / "out", scratch / "aside")->what ==
        "can't be replaced: no such file or directory");
  CHECK(scratch.Tree() == "fresh/\nfresh/a=new\nout/\nout/a=old\n");
  CHECK_FALSE(SwapByRenaming(scratch / "fresh", scratch / "out", scratch / "aside"));
  CHECK(scratch.Tree() == "aside/\naside/a=old\nout/\nout/a=new\n");
}

TEST_CASE("a folder isn't moved onto another") {
  const Scratch scratch;
  scratch.Write("fresh/a", "new");
  fs::create_directory(scratch / "out");
  CHECK(MoveFolder(scratch / "fresh", scratch / "out")->what == "can't be made: file exists");
  CHECK(scratch.Tree() == "fresh/\nfresh/a=new\nout/\n");
}

TEST_CASE("a reader sees all old or all new files") {
  const Scratch scratch;
  const auto files = [](const std::string& text) { return std::vector<NewFile>{{"a", text}, {"b", text}}; };
  REQUIRE(Build(scratch / "out", files("0")) == "none");
  bool torn = false;
  std::atomic<bool> done = false;
  std::thread reader([&] {
    while (!done) {
      // One handle on the folder: both reads then come from the same tree.
      const FileDescriptor folder(open((scratch / "out").c_str(), O_RDONLY | O_DIRECTORY));
      const FileDescriptor a(openat(folder.get(), "a", O_RDONLY)), b(openat(folder.get(), "b", O_RDONLY));
      char first = 0, second = 0;
      // A folder that was swapped away is deleted; only a missing current one would be wrong.
      if (!folder.ok()) torn = true;
      if (a.ok() && b.ok() && read(a.get(), &first, 1) == 1 && read(b.get(), &second, 1) == 1 && first != second)
        torn = true;
    }
  });
  for (int i = 1; i < 10; ++i) CHECK(Build(scratch / "out", files(std::to_string(i)), {"a", "b"}) == "none");
  done = true;
  reader.join();
  CHECK_FALSE(torn);
}

/// Whether `scratch` holds something whose name begins so.
bool Holds(const Scratch& scratch, const std::string& beginning) {
  return ("\n" + scratch.Tree()).find("\n" + beginning) != std::string::npos;
}

TEST_CASE("what a killed build left is removed by the next one") {
  const Scratch scratch;
  const pid_t child = fork();
  if (child == 0) {
    StagedFolder staged(scratch / "out");
    const bool begun = !staged.Begin() && !staged.Add("a", "half");
    _exit(begun ? 0 : 1);  // without the destructor, as when it is killed
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  REQUIRE(status == 0);
  REQUIRE(Holds(scratch, ".out.hotsite-"));
  CHECK(Build(scratch / "out", {{"a", "one"}}) == "none");
  CHECK(scratch.Tree() == "out/\nout/a=one\n");
}

TEST_CASE("a build leaves alone what another one is using") {
  const Scratch scratch;
  StagedFolder staged(scratch / "out");
  REQUIRE_FALSE(staged.Begin());
  REQUIRE_FALSE(staged.Add("b", "two"));
  CHECK(Build(scratch / "out", {{"a", "one"}}) == "none");
  CHECK(Holds(scratch, ".out.hotsite-"));
  CHECK_FALSE(staged.Commit({"a"}));
  CHECK(scratch.Tree() == "out/\nout/b=two\n");
}

TEST_CASE("a build removes no folder but its own leftovers") {
  const Scratch scratch;
  for (const char* kept : {".out.hotsite-abc", ".out.hotsite-abcdefg", ".out.hotsite-abc-ef", ".other.hotsite-abcdef",
                           "out.hotsite-abcdef", ".out.hotsite-OLD000/old"})
    scratch.Write(kept + std::string("/file"), "x");
  scratch.Write(".out.hotsite-abcde1", "a file");
  fs::create_directory_symlink(".other.hotsite-abcdef", scratch / ".out.hotsite-abcde2");
  const std::string before = scratch.Tree();
  scratch.Write(".out.hotsite-abcde3/new/file", "x");
  CHECK(Build(scratch / "out", {{"a", "one"}}) == "none");
  CHECK(scratch.Tree() == before + "out/\nout/a=one\n");
}

TEST_CASE("leftovers that can't be removed stop no build") {
  const Scratch scratch;
  scratch.Write(".out.hotsite-abcdef/new/file", "x");
  REQUIRE(chmod((scratch / ".out.hotsite-abcdef").c_str(), 0) == 0);
  CHECK(scratch.AsUser([&] { return Build(scratch / "out", {{"a", "one"}}); }) == "none");
}

}  // namespace
}  // namespace hotsite
