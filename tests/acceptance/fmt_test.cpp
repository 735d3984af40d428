// `hotsite fmt` and `hotsite check --fix` as a user runs them: what is written, what is left alone, and the exit codes.
#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

const char* const kUgly = "hotsite 1\r\nzos   PRODA{ memory 8 GiB}  // home\r\n";
const char* const kPretty = "hotsite 1\nzos PRODA { memory 8 GiB }  // home\n";
const char* const kBroken = "hotsite 1\nzos   PRODA { memory 8 GiB\n";

std::string Text(const Scratch& scratch, const std::string& name) { return harness::ReadBytes(scratch / name); }

/// Runs `hotsite …` in the scratch folder.
RunResult In(const Scratch& scratch, const std::string& command) {
  return Run(scratch, "cd " + Quoted(scratch / "") + " && " + command);
}

TEST_CASE("fmt rewrites what isn't in the style, and nothing else") {
  const Scratch scratch;
  scratch.Write("a.dr", kUgly);
  scratch.Write("b.dr", kPretty);
  const RunResult first = In(scratch, "chmod 444 b.dr && hotsite fmt a.dr b.dr");
  CHECK(first.exit_code == 0);
  CHECK(first.out == "formatted a.dr\n");
  CHECK(first.err.empty());
  CHECK(Text(scratch, "a.dr") == kPretty);
  const RunResult second = In(scratch, "hotsite fmt a.dr b.dr");
  CHECK(second.exit_code == 0);
  CHECK(second.out == "2 files, nothing to change\n");
}

TEST_CASE("fmt --check writes nothing and lists what would change") {
  const Scratch scratch;
  scratch.Write("a.dr", kUgly);
  scratch.Write("b.dr", kPretty);
  const RunResult result = In(scratch, "hotsite fmt --check a.dr b.dr");
  CHECK(result.exit_code == 1);
  CHECK(result.out == "a.dr\n");
  CHECK(Text(scratch, "a.dr") == kUgly);
  CHECK(In(scratch, "hotsite fmt --check b.dr").exit_code == 0);
}

TEST_CASE("fmt takes all `.dr` files below a folder") {
  const Scratch scratch;
  scratch.Write("specs/a.dr", kUgly);
  scratch.Write("specs/years/b.dr", kUgly);
  scratch.Write("specs/.git/c.dr", kUgly);
  scratch.Write("specs/d.txt", kUgly);
  const RunResult result = In(scratch, "ln -s ../a.dr specs/years/e.dr; hotsite fmt specs");
  CHECK(result.exit_code == 0);
  CHECK(result.out == "formatted specs/a.dr\nformatted specs/years/b.dr\n");
  CHECK(Text(scratch, "specs/.git/c.dr") == kUgly);
  CHECK(Text(scratch, "specs/d.txt") == kUgly);
}

TEST_CASE("fmt - goes from standard input to standard output") {
  const Scratch scratch;
  scratch.Write("a.dr", kUgly);
  scratch.Write("b.dr", kBroken);
  const RunResult good = In(scratch, "cat a.dr | hotsite fmt -");
  CHECK(good.exit_code == 0);
  CHECK(good.out == kPretty);
  const RunResult check = In(scratch, "cat a.dr | hotsite fmt --check -");
  CHECK(check.exit_code == 1);
  CHECK(check.out == "-\n");
  const RunResult broken = In(scratch, "cat b.dr | hotsite fmt -");
  CHECK(broken.exit_code == 1);
  CHECK(broken.out.empty());
  CHECK(broken.err.find("error[HS0006]") != std::string::npos);
}

TEST_CASE("fmt says what is wrong in a file that it can't read or understand, and does the others") {
  const Scratch scratch;
  scratch.Write("a.dr", kUgly);
  scratch.Write("b.dr", kBroken);
  scratch.Write("c.dr", "zos \xFF\n");
  const RunResult broken = In(scratch, "hotsite fmt b.dr c.dr a.dr");
  CHECK(broken.exit_code == 1);
  CHECK(broken.err.find("b.dr:2:13") != std::string::npos);
  CHECK(broken.err.find("error[HS0001]: `c.dr`") != std::string::npos);
  CHECK(Text(scratch, "b.dr") == kBroken);
  CHECK(Text(scratch, "a.dr") == kPretty);
  const RunResult missing = In(scratch, "hotsite fmt b.dr nowhere.dr");
  CHECK(missing.exit_code == 2);
  CHECK(missing.err.find("error[HS9001]: `nowhere.dr`") != std::string::npos);
}

TEST_CASE("fmt of a file as long as a real directory makes it takes no more time a line") {
  const Scratch scratch;
  std::string text = "hotsite 1\nzvm V {\n";
  for (int n = 0; n < 20'000; ++n) text += "  linux L { memory 1 GiB; tier test }  // a\n";
  scratch.Write("long.dr", text + "}\n");
  std::string wide = "hotsite 1\nzvm V { needs A";
  for (int n = 0; n < 100'000; ++n) wide += ", A";
  scratch.Write("wide.dr", wide + "; x; " + std::string(2'000'000, 'x') + " }\n");
  CHECK(Run(scratch, "hotsite fmt " + Quoted(scratch / "long.dr"), 30, 1024).exit_code == 0);
  CHECK(Run(scratch, "hotsite fmt " + Quoted(scratch / "wide.dr"), 30, 1024).exit_code == 0);
}

const char* const kMistakes =
    "hotsite 1\nuse \"systems.dr\"\nrecovery \"x\" { site hotsite { machine BIG { model ?; lpra PRODA } } }\n";
const char* const kSystems =
    "hotsite 1\nuse std.machines\nzos PRODA {\n  memroy: 8 GiB\n  nic 0800 on NOWHERE\n}\n"
    "site home { machine CEC : z10_ec { lpar PRODA } }\n";

TEST_CASE("check --fix repairs what is certain in all of the spec's files, and reports the rest") {
  const Scratch scratch;
  scratch.Write("x.dr", kMistakes);
  scratch.Write("systems.dr", kSystems);
  const RunResult first = In(scratch, "hotsite check x.dr --fix");
  INFO(first.out << first.err);
  CHECK(first.exit_code == 1);
  CHECK(first.out.find("fixed systems.dr:4: remove the colon [HS0013]\n") != std::string::npos);
  CHECK(first.out.find("fixed systems.dr:4: write `memory` [HS1001]\n") != std::string::npos);
  CHECK(first.out.find("fixed x.dr:3: write `lpar` [HS1001]\n") != std::string::npos);
  CHECK(first.err.find("NOWHERE") != std::string::npos);
  CHECK(Text(scratch, "systems.dr").find("\n  memory 8 GiB\n") != std::string::npos);
  CHECK(Text(scratch, "x.dr").find("lpar PRODA") != std::string::npos);
  const std::string tree = Text(scratch, "systems.dr") + Text(scratch, "x.dr");
  const RunResult second = In(scratch, "hotsite check x.dr --fix");
  CHECK(second.exit_code == 1);
  CHECK(second.out.find("no finding has a fix that is certain\n") != std::string::npos);
  CHECK(Text(scratch, "systems.dr") + Text(scratch, "x.dr") == tree);
}

TEST_CASE("check --fix of a spec without findings says what check says; with JSON the fixes stand on stderr") {
  const Scratch scratch;
  scratch.Write("good.dr", kPretty);
  CHECK(In(scratch, "hotsite check good.dr --fix").out == In(scratch, "hotsite check good.dr").out);
  scratch.Write("x.dr", "hotsite 1\nzos PRODA { memroy 8 GiB }\n");
  const RunResult json = In(scratch, "hotsite check x.dr --fix --format json");
  CHECK(json.exit_code == 0);
  CHECK(json.out.starts_with("{"));
  CHECK(json.err == "fixed x.dr:2: write `memory` [HS1001]\n");
}

TEST_CASE("check --fix of a spec that can't be written says so") {
  const Scratch scratch;
  scratch.Write("x.dr", "hotsite 1\nzos PRODA { memroy 8 GiB }\n");
  const RunResult result = In(scratch, "cat x.dr | hotsite check /dev/stdin --fix");
  CHECK(result.exit_code == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find("error[HS9002]: `/dev/stdin`") != std::string::npos);
}

}  // namespace
}  // namespace hotsite::acceptance
