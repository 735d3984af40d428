// Names, texts and files that try to get out of where they belong: into the terminal, another file, another year.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"

namespace hotsite::acceptance {
namespace {

constexpr int kSeconds = 20;
constexpr int kMebibytes = 1024;

/// A recovery of one z/OS system; `top` stands above it.
std::string SpecWith(const std::string& top) {
  return "hotsite 1\n" + top +
         "\nzos PRODA { memory 1 GiB }\nsite home { machine CEC { lpar PRODA } }\n"
         "recovery \"2009\" { site hotsite { machine BIGBOX { lpar PRODA } } }\n";
}

/// Checks a spec, expects the finding `code`, and nothing that commands a terminal.
void ExpectRefused(const std::string& text, const std::string& code) {
  const Scratch scratch;
  scratch.Write("spec.dr", text);
  const RunResult result = Run(scratch, "hotsite check " + Quoted(scratch / "spec.dr"), kSeconds, kMebibytes);
  INFO(result.err.substr(0, 2000));
  CHECK(result.exit_code == 1);
  CHECK(result.err.find("[" + code + "]") != std::string::npos);
  for (const char* command : {"\x1B", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x80\xA8"})
    CHECK(result.err.find(command) == std::string::npos);
}

TEST_CASE("characters that no document can show are refused in names and texts") {
  for (const char* bad : {"\x1B[31m", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x80\xA8", "\t", "\x7F", "\xEF\xBB\xBF",
                          "\xEF\xBF\xBE", "\xEF\xB7\x90", "\xF0\x9F\xBF\xBF"}) {
    for (const char* statement : {"external \"A{}\"", "zos \"A{}\"", "customer \"A{}\"", "for n in \"A{}\" {{ zos n }}",
                                  "zos A {{ volumes data \"V{}\" model 3390_9 }}"}) {
      INFO(statement);
      ExpectRefused(SpecWith(fmt::format(fmt::runtime(statement), bad)), "HS1003");
    }
  }
}

TEST_CASE("a text that shows nothing is none") {
  for (const char* blank :
       {"", "   ", "\xC2\xA0", "\xE2\x80\x8B", "\xC2\xAD", "\xE2\xA0\x80", "\xE3\x85\xA4", "\xF3\xA0\x80\xA0"}) {
    for (const char* statement :
         {"customer \"{}\"", "zos A {{ runs \"{}\" }}", "recovery \"r\" {{ vendor \"{}\" }}",
          "recovery \"r\" {{ vendor \"V\" contract \"{}\" }}", "zos A {{ memory 1 GiB because \"{}\" }}"}) {
      INFO(statement << " with " << Quoted(blank));
      ExpectRefused("hotsite 1\n" + fmt::format(fmt::runtime(statement), blank) + "\n", "HS1003");
    }
  }
}

TEST_CASE("a byte order mark is allowed where a file begins") {
  const Scratch scratch;
  scratch.Write("spec.dr", "\xEF\xBB\xBF" + SpecWith("customer \"A\""));
  CHECK(Run(scratch, "hotsite check " + Quoted(scratch / "spec.dr")).err.find("error") == std::string::npos);
}

TEST_CASE("--by and --why are texts that a document can show") {
  const Scratch scratch;
  scratch.Write("spec.dr", SpecWith(""));
  for (const char* option : {"--by", "--why"}) {
    const std::string issue = "hotsite issue " + Quoted(scratch / "spec.dr") + " " + option + " ";
    for (const char* bad : {"a\xEF\xBB\xBF", "\xEF\xBF\xBF", "\xE2\x80\xAE", "  ", "\xC2\xA0", "\xE2\x80\x8B"}) {
      const RunResult result = Run(scratch, issue + Quoted(bad));
      INFO(result.err);
      CHECK(result.exit_code == 2);
      CHECK(result.err.find(option) != std::string::npos);
    }
  }
  CHECK(scratch.Tree().find("hotsite.ledger.json=") == std::string::npos);
}

TEST_CASE("names that only people read are names all the same") {
  for (const char* name : {"a|b", "../../up", "$(reboot)", "`x`", "=1+1", "a b", "", "*/", "A'B", "{{}}"}) {
    for (const char* statement :
         {"external \"{}\" {{ address 10.0.0.1 }}", "network \"{}\" {{ subnet 10.0.0.0/24 }}",
          "recovery \"x\" {{ site \"{}\" {{ machine M {{ lpar PRODA }} }} }}",
          "recovery \"x\" {{ site S {{ machine \"{}\" {{ lpar PRODA }} }} }}",
          "network N {{ subnet 10.0.0.0/24 }}\nsite S {{ machine M {{ osa \"{}\" carries N }} }}"}) {
      INFO(statement << " with " << name);
      ExpectRefused("hotsite 1\nzos PRODA { memory 1 GiB }\n" + fmt::format(fmt::runtime(statement), name) + "\n",
                    "HS2701");
    }
  }
}

/// A guest of 2^60 statements, and a `let` of 2^60 words.
TEST_CASE("what doubles at each step is stopped") {
  std::string profiles = "zvm V {\n  memory 8 GiB\n  profile linux P0 { also runs \"x\" }\n", words = "let A0 xx\n";
  for (int n = 1; n < 60; ++n) {
    profiles += fmt::format("  profile linux P{} : P{}, P{} {{ }}\n", n, n - 1, n - 1);
    words += fmt::format("let A{0} A{1} A{1}\n", n, n - 1);
  }
  ExpectRefused("hotsite 1\n" + profiles + "  linux L : P59 { memory 1 GiB }\n}\n", "HS1017");
  ExpectRefused(SpecWith(words), "HS1003");
}

TEST_CASE("a chain of profiles that is too deep, a profile that is too big, loops around nothing") {
  // Each takes over the one behind it, which isn't read yet.
  std::string chain = "zvm V {\n  memory 8 GiB\n  profile linux P100000 { memory 1 GiB }\n";
  for (int n = 0; n < 100'000; ++n) chain += fmt::format("  profile linux P{} : P{} {{ }}\n", n, n + 1);
  ExpectRefused("hotsite 1\n" + chain + "  linux L : P0 { }\n}\n", "HS1017");

  std::string big = "zvm V {\n  memory 8 GiB\n  profile linux P {\n";
  for (int n = 0; n < 5'000; ++n) big += "    runs \"x\"\n";
  ExpectRefused("hotsite 1\n" + big + "  }\n  for n in 1..10000 { linux \"L{n}\" : P { } }\n}\n", "HS1017");

  std::string loops;
  for (int n = 0; n < 1'000; ++n) loops += "for n in 1..3000000 { }\n";
  ExpectRefused("hotsite 1\n" + loops, "HS1017");
}

TEST_CASE("many names that are all wrong") {
  std::string systems;
  for (int n = 0; n < 20'000; ++n) systems += fmt::format("zos A{0} {{ needs B{0} }}\n", n);
  ExpectRefused("hotsite 1\n" + systems, "HS1006");
}

TEST_CASE("sites times networks") {
  std::string networks, sites;
  for (int n = 0; n < 10'000; ++n) {
    networks += fmt::format("network N{} {{ subnet 10.0.0.0/24 }}\n", n);
    sites += fmt::format("site S{} {{ machine M {{ lpar PRODA }} }}\n", n);
  }
  ExpectRefused("hotsite 1\nzos PRODA\n" + networks + "recovery \"r\" {\n" + sites + "}\n", "HS1017");
}

TEST_CASE("a ledger that is there and can't be read isn't taken for none") {
  const Scratch scratch;
  scratch.Write("spec.dr", SpecWith(""));
  scratch.Write("hotsite.ledger.json/kept", "x");
  for (const char* command : {"hotsite check ", "hotsite issue "}) {
    const RunResult result = Run(scratch, command + Quoted(scratch / "spec.dr"), kSeconds, kMebibytes);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("[HS9003]") != std::string::npos);
    CHECK(result.err.find("is a folder") != std::string::npos);
  }
}

TEST_CASE("a spec that is called as a part of the standard library counts in its digest") {
  const Scratch scratch;
  const std::string issue = "hotsite issue " + Quoted(scratch / "std.own.dr");
  scratch.Write("std.own.dr", SpecWith(""));
  CHECK(Run(scratch, issue).out.find("revision 1 issued") != std::string::npos);
  CHECK(Run(scratch, issue).out.find("unchanged since revision 1") != std::string::npos);
  scratch.Write("std.own.dr", SpecWith("customer \"Another\""));
  CHECK(Run(scratch, issue).out.find("revision 2 issued") != std::string::npos);
}

TEST_CASE("--verify shows a file on disk without what is in it for the terminal") {
  const Scratch scratch;
  scratch.Write("spec.dr", SpecWith(""));
  const std::string build = "hotsite build " + Quoted(scratch / "spec.dr") + " -o " + Quoted(scratch / "out");
  REQUIRE(Run(scratch, build).exit_code == 0);
  scratch.Write("out/request/request.txt", "\x1B]0;owned\x07" + std::string(100'000, 'x') + "\n");
  const RunResult result = Run(scratch, build + " --verify");
  CHECK(result.exit_code == 1);
  CHECK(result.out.find("owned") != std::string::npos);
  CHECK(result.out.find('\x1B') == std::string::npos);
  CHECK(result.out.size() < 5'000);
}

TEST_CASE("a file that stands where a generated one belongs is kept, and so are all others") {
  const Scratch scratch;
  scratch.Write("spec.dr", SpecWith(""));
  scratch.Write("out/request/request.txt", "mine");
  const std::string build = "hotsite build " + Quoted(scratch / "spec.dr") + " -o " + Quoted(scratch / "out");
  const RunResult refused = Run(scratch, build);
  CHECK(refused.exit_code == 2);
  CHECK(refused.err.find("stands where a generated file belongs") != std::string::npos);
  CHECK(Run(scratch, "cat " + Quoted(scratch / "out/request/request.txt")).out == "mine");
  CHECK(Run(scratch, "mv " + Quoted(scratch / "out/request/request.txt") + " " + Quoted(scratch / "out/mine"))
            .exit_code == 0);
  CHECK(Run(scratch, build).exit_code == 0);
  CHECK(Run(scratch, "cat " + Quoted(scratch / "out/mine")).out == "mine");
}

}  // namespace
}  // namespace hotsite::acceptance
