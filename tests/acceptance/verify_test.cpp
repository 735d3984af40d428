// hotsite build --verify: which files aren't what the spec yields, and how they differ; a ledger that doesn't fit.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A shop of one z/OS, built into `out`.
struct Built {
  Scratch scratch;
  Built() {
    scratch.Write("spec.dr",
                  "hotsite 1\nzos PRODA { processors 2 CP; memory 4 GiB }\nsite home { machine CEC { lpar PRODA } }\n"
                  "recovery \"2009\" { site hotsite { machine BIGBOX { lpar PRODA } } }\n");
    REQUIRE(Command("").exit_code == 0);
  }
  RunResult Command(const std::string& options) const {
    return Run(scratch, "cd " + Quoted(scratch / "") + "; hotsite build spec.dr -o out " + options);
  }
  RunResult Verify(const std::string& options = "") const { return Command("--verify " + options); }
  std::string Read(const std::string& path) const { return harness::ReadBytes(scratch / path); }
  void Replace(const std::string& path, const std::string& from, const std::string& to) const {
    std::string text = Read(path);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    scratch.Write(path, text.replace(at, from.size(), to));
  }
};

TEST_CASE("what was just built is what the spec yields") {
  const Built built;
  const RunResult same = built.Verify();
  CHECK(same.exit_code == 0);
  CHECK(Has(same.out, "files are what the spec yields\n"));
}

TEST_CASE("a file that differs is shown by the lines that do") {
  const Built built;
  built.Replace("out/request/request.txt", "PRODA", "PRODX");
  const RunResult verify = built.Verify();
  INFO(verify.out);
  CHECK(verify.exit_code == 1);
  CHECK(Has(verify.out, "  different  request/request.txt\n    @@ -"));
  CHECK(Has(verify.out, "\n    -"));
  CHECK(Has(verify.out, "\n    +"));
  CHECK(Has(verify.out, "- is in the folder, + is what the spec yields\n"));
  CHECK(Has(verify.out, "spec.dr: 1 of "));
}

TEST_CASE("many lines, many files and folders that are missing don't flood the log") {
  const Built built;
  std::string long_text;
  for (int i = 0; i < 1000; ++i) long_text += fmt::format("line {}\n", i);
  built.scratch.Write("out/request/request.txt", long_text);
  const RunResult one = built.Verify();
  CHECK(Has(one.out, " lines more\n"));
  CHECK(harness::SplitLines(one.out).size() < 25);
  REQUIRE(
      Run(built.scratch, "rm -r " + Quoted(built.scratch / "out/day") + " " + Quoted(built.scratch / "out/model.json"))
          .exit_code == 0);
  const RunResult folder = built.Verify();
  INFO(folder.out);
  CHECK(Has(folder.out, "  missing    day/: "));
  CHECK(Has(folder.out, "  missing    model.json\n"));
  CHECK(harness::SplitLines(folder.out).size() < 30);
  REQUIRE(Run(built.scratch, "rm -r " + Quoted(built.scratch / "out")).exit_code == 0);
  const RunResult nothing = built.Verify();
  CHECK(nothing.exit_code == 1);
  CHECK(nothing.out.empty());
  CHECK(Has(nothing.err, "error[HS9006]: the folder `out` isn't there"));
}

TEST_CASE("a part is verified by itself") {
  const Built built;
  built.Replace("out/request/request.txt", "PRODA", "PRODX");
  const RunResult part = built.Verify("--only zos,day");
  INFO(part.out << part.err);
  CHECK(part.exit_code == 0);
  CHECK(built.Verify("--only request").exit_code == 1);
}

TEST_CASE("tools get a finding for each file, at the line that differs") {
  const Built built;
  built.Replace("out/request/request.txt", "PRODA", "PRODX");
  REQUIRE(Run(built.scratch, "rm -r " + Quoted(built.scratch / "out/day")).exit_code == 0);
  const RunResult sarif = built.Verify("--format sarif");
  INFO(sarif.out);
  CHECK(sarif.exit_code == 1);
  CHECK(Has(sarif.out, "\"HS9006\""));
  CHECK(Has(sarif.out, "out/request/request.txt"));
  CHECK_FALSE(Has(sarif.out, "\"startLine\": 0"));
  const RunResult github = built.Verify("--format github");
  CHECK(Has(github.out, "::error "));
  CHECK(Has(github.out, "`day/` is missing: "));
}

TEST_CASE("a file of an earlier build that is made no more is left over") {
  const Built built;
  built.Replace("out/manifest.json", "\"request/request.txt\"", "\"request/request.old\"");
  const RunResult verify = built.Verify();
  INFO(verify.out);
  CHECK(verify.exit_code == 1);
  CHECK(Has(verify.out, "  left over  request/request.old\n"));
}

TEST_CASE("a ledger that doesn't fit the spec is found") {
  const Built built;
  REQUIRE(
      Run(built.scratch, "cd " + Quoted(built.scratch / "") + "; hotsite issue spec.dr --on 2009-08-20").exit_code ==
      0);
  REQUIRE(built.Command("").exit_code == 0);
  REQUIRE(built.Verify().exit_code == 0);
  const std::string ledger = built.Read("hotsite.ledger.json");
  const auto finds = [&](const std::string& words) {
    const RunResult verify = built.Verify();
    INFO(verify.err << verify.out);
    CHECK(verify.exit_code == 1);
    CHECK(Has(verify.err, "error[HS9007]: "));
    CHECK(Has(verify.err, words));
    CHECK(Has(verify.err, "--> hotsite.ledger.json:"));
    CHECK(Has(verify.out, "spec.dr: the ledger doesn't fit the spec\n"));
  };
  SECTION("a row that was issued otherwise") {
    built.Replace("hotsite.ledger.json", "\"value\":\"4 GiB\"", "\"value\":\"8 GiB\"");
    finds("but the spec yields `");
  }
  SECTION("an identifier that no requirement has") {
    const std::size_t memory = ledger.find("\"MEM-001\"");
    REQUIRE(memory != std::string::npos);
    const std::size_t line = ledger.rfind('\n', memory) + 1;
    std::string without = ledger;
    built.scratch.Write("hotsite.ledger.json", without.erase(line, ledger.find('\n', memory) + 1 - line));
    finds("MEM-001");
  }
  SECTION("a draft may differ in every row") {
    built.Replace("spec.dr", "memory 4 GiB", "memory 6 GiB");
    REQUIRE(built.Command("").exit_code == 0);
    CHECK(built.Verify().exit_code == 0);
  }
}

}  // namespace
}  // namespace hotsite::acceptance
