#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "compiler/support/atomic_output.h"
#include "tests/unit/scratch.h"

namespace hotsite {
namespace {

namespace fs = std::filesystem;

TEST_CASE("ReadFile reads up to its limit and says why it can't") {
  const Scratch scratch;
  std::string text = "before";
  scratch.Write("a.dr", std::string(100000, 'x'));
  CHECK_FALSE(ReadFile(scratch / "a.dr", 100000, &text));
  CHECK(text == std::string(100000, 'x'));
  CHECK(ReadFile(scratch / "a.dr", 99999, &text)->what == "is larger than 99999 bytes, the most that is read");
  CHECK(text.empty());
  CHECK(ReadFile(scratch / "b.dr", 10, &text)->what == "can't be read: no such file or directory");
  CHECK(ReadFile(scratch / "b.dr", 10, &text)->path == scratch / "b.dr");
  CHECK(ReadFile(scratch / ".", 10, &text)->what == "is a folder, not a file");
  CHECK_FALSE(ReadFile("/proc/self/stat", 10000, &text));
  CHECK_FALSE(text.empty());
}

TEST_CASE("WriteFileAtomically creates, replaces and keeps the mode") {
  const Scratch scratch;
  CHECK_FALSE(WriteFileAtomically(scratch / "a.dr", "one"));
  CHECK(scratch.Tree() == "a.dr=one\n");
  REQUIRE(chmod((scratch / "a.dr").c_str(), 0640) == 0);
  CHECK_FALSE(WriteFileAtomically(scratch / "a.dr", "two"));
  CHECK(scratch.Tree() == "a.dr=two\n");
  CHECK(fs::status(scratch / "a.dr").permissions() == fs::perms(0640));
}

TEST_CASE("WriteFileAtomically writes through a symbolic link") {
  const Scratch scratch;
  scratch.Write("real.dr", "one");
  fs::create_symlink("real.dr", scratch / "link.dr");
  fs::create_symlink("nowhere.dr", scratch / "dangling.dr");
  CHECK_FALSE(WriteFileAtomically(scratch / "link.dr", "two"));
  CHECK(WriteFileAtomically(scratch / "dangling.dr", "two")->what ==
        "is a symbolic link that leads nowhere: no such file or directory");
  CHECK(scratch.Tree() == "dangling.dr->nowhere.dr\nlink.dr->real.dr\nreal.dr=two\n");
}

TEST_CASE("WriteFileAtomically refuses what it would destroy and leaves no trace") {
  const Scratch scratch;
  scratch.Write("folder/a", "one");
  REQUIRE(mkfifo((scratch / "pipe").c_str(), 0600) == 0);
  CHECK(WriteFileAtomically(scratch / "folder", "x")->what == "isn't a regular file");
  CHECK(WriteFileAtomically(scratch / "pipe", "x")->what == "isn't a regular file");
  CHECK(WriteFileAtomically(scratch / "missing/a", "x")->what == "can't be written: no such file or directory");
  CHECK(scratch.Tree() == "folder/\nfolder/a=one\npipe?\n");
}

TEST_CASE("a failing write leaves the old file") {
  const Scratch scratch;
  scratch.Write("a.dr", "one");
  {
    const FileSizeLimit limit(1000);
    CHECK(WriteFileAtomically(scratch / "a.dr", std::string(5000, 'x'))->what == "can't be written: file too large");
  }
  CHECK(scratch.Tree() == "a.dr=one\n");
}

TEST_CASE("without permission nothing changes") {
  const Scratch scratch;
  scratch.Write("locked/a.dr", "one");
  REQUIRE(chmod((scratch / "locked/a.dr").c_str(), 0444) == 0);
  scratch.Write("full/b.dr", "one");
  REQUIRE(chmod((scratch / "full").c_str(), 0555) == 0);
  const auto reason = [](const std::string& path) {
    const auto problem = WriteFileAtomically(path, "two");
    return problem ? problem->what : "none";
  };
  CHECK(scratch.AsUser([&] { return reason(scratch / "locked/a.dr"); }) == "can't be written: permission denied");
  CHECK(scratch.AsUser([&] { return reason(scratch / "full/b.dr"); }) == "can't be written: permission denied");
  CHECK(scratch.Tree() == "full/\nfull/b.dr=one\nlocked/\nlocked/a.dr=one\n");
}

TEST_CASE("WriteFileAtomically removes what killed runs left, and nothing else") {
  const Scratch scratch;
  for (const char* kept : {".b.dr.hotsite-1-0", ".z.dr.hotsite-1", ".z.dr.hotsite-1-x", "a.hotsite-1-0"})
    scratch.Write(kept, "kept");
  fs::create_symlink("nowhere", scratch / ".z.dr.hotsite-3-0");
  scratch.Write(".z.dr.hotsite-4-0", "in use");
  const int used = open((scratch / ".z.dr.hotsite-4-0").c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(flock(used, LOCK_EX) == 0);
  const std::string before = scratch.Tree();
  scratch.Write(".z.dr.hotsite-32410-0", "left");
  // One of our own process id: the system gives numbers out again.
  scratch.Write(fmt::format(".z.dr.hotsite-{}-0", getpid()), "left");
  CHECK_FALSE(WriteFileAtomically(scratch / "z.dr", "one"));
  CHECK(scratch.Tree() == before + "z.dr=one\n");
  close(used);
}

}  // namespace
}  // namespace hotsite
