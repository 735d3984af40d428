// The commands as a user runs them: exit codes, what is written, and what is left alone when something fails.
#include <catch2/catch.hpp>

#include "compiler/support/sha256.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

std::string Insurance(const std::string& file) {
  return Quoted((harness::SourceRoot() / "examples" / "insurance" / file).string());
}

TEST_CASE("check: 0 without errors, 1 with errors, findings on stderr") {
  const Scratch scratch;
  const RunResult good = Run(scratch, "hotsite check " + Insurance("2009.dr"));
  INFO(good.err);
  CHECK(good.exit_code == 0);
  const RunResult bad = Run(scratch, "hotsite check " + Insurance("2007-as-built.dr"));
  CHECK(bad.exit_code == 1);
  CHECK(bad.out.empty());
  CHECK(bad.err.find("error[HS2001]") != std::string::npos);
  CHECK(bad.err.find('\x1b') == std::string::npos);
  CHECK(bad.err.find("6 errors, 3 warnings") != std::string::npos);
}

TEST_CASE("build writes everything, the same bytes each time") {
  const Scratch scratch;
  const std::string command = "hotsite build " + Insurance("2009.dr") + " -o ";
  const RunResult first = Run(scratch, command + Quoted(scratch / "a"));
  INFO(first.err);
  REQUIRE(first.exit_code == 0);
  REQUIRE(Run(scratch, command + Quoted(scratch / "b")).exit_code == 0);
  REQUIRE(Run(scratch, command + Quoted(scratch / "b")).exit_code == 0);
  CHECK(scratch.Tree("a") == scratch.Tree("b"));
  CHECK(scratch.Tree("a").find("request/request.txt=") != std::string::npos);
  CHECK(scratch.Tree("a").find("manifest.json=") != std::string::npos);
}

TEST_CASE("a build that fails leaves the old output as it was") {
  const Scratch scratch;
  const std::string out = Quoted(scratch / "out");
  REQUIRE(Run(scratch, "hotsite build " + Insurance("2009.dr") + " -o " + out).exit_code == 0);
  const std::string before = scratch.Tree("out");
  CHECK(Run(scratch, "hotsite build " + Insurance("2007-as-built.dr") + " -o " + out).exit_code == 1);
  CHECK(scratch.Tree("out") == before);
  const RunResult limited = Run(scratch, "ulimit -f 4; hotsite build " + Insurance("2009.dr") + " -o " + out);
  INFO(limited.err);
  CHECK(limited.exit_code == 2);
  CHECK(limited.err.find("[HS9002]") != std::string::npos);
  CHECK(limited.err.find("file too large") != std::string::npos);
  CHECK(scratch.Tree("out") == before);
  CHECK(scratch.Tree().find(".out.hotsite-") == std::string::npos);
}

TEST_CASE("a build that is killed leaves nothing that the next one doesn't remove") {
  const Scratch scratch;
  const std::string build = "hotsite build " + Insurance("2009.dr") + " -o " + Quoted(scratch / "out");
  // Stopped and killed where it has begun to write: the hidden folder is there.
  const RunResult killed = Run(scratch, "\"$HOTSITE\" build " + Insurance("2009.dr") + " -o " +
                                            Quoted(scratch / "out") + " & until ls -A " + Quoted(scratch / "") +
                                            " | grep -q '^.out.hotsite-'; do kill -0 $! || exit 3; done; kill -9 $!; "
                                            "wait $!; exit 0");
  INFO(killed.err);
  if (killed.exit_code == 3) WARN("the build was done before it could be killed");
  REQUIRE(Run(scratch, build).exit_code == 0);
  CHECK(scratch.Tree().find(".out.hotsite-") == std::string::npos);
}

TEST_CASE("--verify says whether the files are what the spec yields") {
  const Scratch scratch;
  const std::string command = "hotsite build " + Insurance("2009.dr") + " -o " + Quoted(scratch / "out");
  REQUIRE(Run(scratch, command).exit_code == 0);
  const RunResult same = Run(scratch, command + " --verify");
  INFO(same.err);
  CHECK(same.exit_code == 0);
  scratch.Write("out/model.json", "{}\n");
  const std::string before = scratch.Tree("out");
  CHECK(Run(scratch, command + " --verify").exit_code == 1);
  CHECK(scratch.Tree("out") == before);
}

TEST_CASE("--verify takes a PDF of other libraries for the same, and none that was changed") {
  const Scratch scratch;
  const std::string command =
      "hotsite build " + Insurance("2009.dr") + " -o " + Quoted(scratch / "out") + " --only request";
  REQUIRE(Run(scratch, command).exit_code == 0);
  const std::string pdf = harness::ReadBytes(scratch / "out/request/request.pdf");
  const std::string manifest = harness::ReadBytes(scratch / "out/manifest.json");

  const std::string other = pdf + "% made elsewhere\n";
  scratch.Write("out/request/request.pdf", other);
  const RunResult changed = Run(scratch, command + " --verify");
  CHECK(changed.exit_code == 1);
  CHECK(changed.out.find("different  request/request.pdf\n    it was changed after it was built") != std::string::npos);

  std::string recorded = manifest;
  const std::size_t at = recorded.find(Sha256Hex(pdf));
  REQUIRE(at != std::string::npos);
  recorded.replace(at, 64, Sha256Hex(other));
  scratch.Write("out/manifest.json", recorded);
  const RunResult same = Run(scratch, command + " --verify");
  INFO(same.out);
  CHECK(same.exit_code == 0);
  CHECK(same.out.find("same words request/request.pdf") != std::string::npos);
}

TEST_CASE("what concerns files has exit code 2 and its own code") {
  const Scratch scratch;
  const RunResult missing = Run(scratch, "hotsite check " + Quoted(scratch / "none.dr"));
  CHECK(missing.exit_code == 2);
  CHECK(missing.err.find("[HS9001]") != std::string::npos);

  scratch.Write("file", "mine\n");
  const RunResult blocked =
      Run(scratch, "hotsite build " + Insurance("2009.dr") + " -o " + Quoted(scratch / "file/out"));
  CHECK(blocked.exit_code == 2);
  CHECK(blocked.err.find("HS9002") != std::string::npos);

  const RunResult wrong = Run(scratch, "hotsite buidl x");
  CHECK(wrong.exit_code == 2);
}

TEST_CASE("a spec without a recovery has nothing to build") {
  const Scratch scratch;
  const RunResult result = Run(scratch, "hotsite build " + Insurance("systems.dr") + " -o " + Quoted(scratch / "out"));
  INFO(result.err);
  CHECK(result.exit_code == 1);
  CHECK(result.err.find("HS3001") != std::string::npos);
  CHECK(!std::filesystem::exists(scratch / "out"));
}

TEST_CASE("a ledger that isn't one stops the build") {
  const Scratch scratch;
  for (const char* file : {"systems.dr", "2009.dr"}) {
    scratch.Write(file, harness::ReadBytes(harness::SourceRoot() / "examples" / "insurance" / file));
  }
  scratch.Write("hotsite.ledger.json", "<<<<<<< HEAD\n");
  const RunResult result =
      Run(scratch, "hotsite build " + Quoted(scratch / "2009.dr") + " -o " + Quoted(scratch / "out"));
  INFO(result.err);
  CHECK(result.exit_code != 0);
  CHECK(result.err.find("[HS9003]") != std::string::npos);
  CHECK(!std::filesystem::exists(scratch / "out"));
}

TEST_CASE("explain knows every code, by number") {
  const Scratch scratch;
  const RunResult result = Run(scratch, "hotsite explain HS2001");
  CHECK(result.exit_code == 0);
  CHECK(result.out.find("HS2001") != std::string::npos);
  CHECK(Run(scratch, "hotsite explain HS7777").exit_code == 2);
}

}  // namespace
}  // namespace hotsite::acceptance
