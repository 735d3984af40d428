// `hotsite show`: the tree of each site with runs of like guests folded, the networks, what waits; also of a spec with
// errors.
#include "compiler/driver/show.h"

#include <catch2/catch.hpp>
#include <string>

#include "compiler/support/json.h"
#include "compiler/support/utf8.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

std::string Example(const std::string& name) {
  return Quoted((harness::SourceRoot() / "examples/insurance" / name).string());
}

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("the good year: what runs where, what carries the networks, what waits") {
  const Scratch scratch;
  const RunResult result = Run(scratch, "hotsite show " + Example("2009.dr"));
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  for (const std::string& line : harness::SplitLines(result.out)) {
    INFO(line);
    CHECK(DisplayWidth(line) <= 80);
    CHECK_FALSE(line.ends_with(' '));
  }
  CHECK(Has(result.out, "\nnothing is found wrong with it\n"));
  CHECK(Has(result.out, "\n  machine CEC, IBM System z10 EC, 4 CP, 3 IFL, 64 GiB\n"));
  CHECK(Has(result.out, "\n  machine BIGBOX, model: the vendor says\n"));
  CHECK(Has(result.out, "\n    VMPROD                z/VM      1      3 IFL dedicated  24 GiB   production\n"));
  CHECK(Has(result.out, "\n    VMPROD                z/VM      1      3 CP or IFL ded.  24 GiB   production\n"));
  CHECK(Has(result.out, "\n      LNXTST1 … LNXTST12  12 Linux  2      1                 1 GiB    test\n"));
  CHECK(Has(result.out, "  network DATABASE: 192.168.40.0/24; 3 members; carried by HiperSockets HS0\n"));
  CHECK(Has(result.out, "\n  OSA-004  VMPROD: OSA device numbers "));
}

TEST_CASE("one site alone; a site that isn't there") {
  const Scratch scratch;
  const RunResult home = Run(scratch, "hotsite show --site home " + Example("2009.dr"));
  CHECK(home.exit_code == 0);
  CHECK(Has(home.out, "\nsite home\n"));
  CHECK_FALSE(Has(home.out, "site hotsite"));
  CHECK_FALSE(Has(home.out, "waiting for the vendor"));
  const RunResult wrong = Run(scratch, "hotsite show --site hotsit " + Example("2009.dr"));
  CHECK(wrong.exit_code == 2);
  CHECK(wrong.err ==
        "hotsite show: the spec has no site `hotsit` (did you mean `hotsite`?); it has home and hotsite\n");
}

TEST_CASE("a spec with rule errors is shown and says so") {
  const Scratch scratch;
  const RunResult result = Run(scratch, "hotsite show " + Example("2007-as-built.dr"));
  CHECK(result.exit_code == 1);
  CHECK(Has(result.out, "\n6 errors and 3 warnings: hotsite check "));
  CHECK(Has(result.out, "\n        VMPROD                z/VM      2 "));
  CHECK(Has(result.out, "\n          LNXTST1 … LNXTST12  12 Linux  3 "));
  CHECK(Has(result.out, "3 members; carried by nothing\n"));
}

TEST_CASE("as a picture: boxes in boxes, the networks, what is bad") {
  const Scratch scratch;
  const RunResult good = Run(scratch, "LC_ALL=C.UTF-8 hotsite show --diagram " + Example("2009.dr"));
  CHECK(good.exit_code == 0);
  CHECK(Has(good.out, "\nsite home\n\n┌──"));
  CHECK(Has(good.out, "│ VMPROD  "));
  CHECK(Has(good.out, "HiperSockets HS: DATABASE"));
  CHECK(Has(good.out, "│ ? OSA-"));
  CHECK_FALSE(Has(good.out, "level 3"));
  for (const std::string& line : harness::SplitLines(good.out)) {
    INFO(line);
    CHECK(DisplayWidth(line) <= 100);
    CHECK_FALSE(line.ends_with(' '));
  }
  const RunResult bad =
      Run(scratch, "LC_ALL=C.UTF-8 hotsite show --diagram --site hotsite " + Example("2007-as-built.dr"));
  CHECK(bad.exit_code == 1);
  CHECK(Has(bad.out, "▒✗ level 3: carried by software, too slow to use\n✗✗ the cause: a hypervisor run as a guest\n"));
  CHECK(Has(bad.out, "no HiperSockets for DATABASE"));
  CHECK_FALSE(Has(bad.out, "site home"));
  const RunResult ascii = Run(scratch, "LC_ALL=C hotsite show --diagram --site hotsite " + Example("2009.dr"));
  CHECK(Has(ascii.out, "\n| BIGBOX "));
  CHECK_FALSE(Has(ascii.out, "│"));
  const RunResult both = Run(scratch, "hotsite show --diagram --json " + Example("2009.dr"));
  CHECK(both.exit_code == 2);
  CHECK(both.err == "hotsite show: `--json` is of the whole spec, so `--diagram` doesn't go with it\n");
}

TEST_CASE("systems without a place are named") {
  const Scratch scratch;
  const RunResult result = Run(scratch, "hotsite show --site hotsite " + Example("2008-as-built.dr"));
  CHECK(Has(result.out, "\n  not placed here: "));
}

TEST_CASE("a spec that can't be read has nothing to show") {
  const Scratch scratch;
  scratch.Write("a.dr", "hotsite 1\nzvm A { memroy 1 GiB }\n");
  const RunResult result = Run(scratch, "hotsite show " + Quoted(scratch / "a.dr"));
  CHECK(result.exit_code == 1);
  CHECK(result.out.empty());
  CHECK(Has(result.err, "error[HS1001]"));
  CHECK(Has(result.err, "hotsite show: there is nothing to show before every statement can be read\n"));
  CHECK(Run(scratch, "hotsite show nix.dr").exit_code == 2);
}

TEST_CASE("--json is what build writes as model.json, also with errors") {
  const Scratch scratch;
  const RunResult good = Run(scratch, "hotsite show --json " + Example("2009.dr"));
  CHECK(good.out == harness::ReadBytes(harness::SourceRoot() / "examples/insurance/built/2009/model.json"));
  const RunResult bad = Run(scratch, "hotsite show --json " + Example("2007-as-built.dr"));
  CHECK(bad.exit_code == 1);
  std::string problem;
  const auto json = Json::Parse(bad.out, &problem);
  REQUIRE(json);
  CHECK(json->Find("sites")->AsArray()->size() == 2);
  CHECK(Run(scratch, "hotsite show --json --site home " + Example("2009.dr")).exit_code == 2);
}

TEST_CASE("names that no column holds stand on a line of their own") {
  const Scratch scratch;
  const std::string name(60, 'A');
  scratch.Write("a.dr", "hotsite 1\nzvm Z { memory 1 GiB; linux " + name + " { memory 1 GiB } }\nsite HOME {" +
                            " machine M { lpar Z } }\n");
  const RunResult result = Run(scratch, "hotsite show " + Quoted(scratch / "a.dr"));
  CHECK(Has(result.out, "\n      " + name + "\n"));
  for (const std::string& line : harness::SplitLines(result.out)) CHECK(DisplayWidth(line) <= 80);
}

std::string Folded(const std::vector<std::string>& names, const std::vector<std::string>& likeness) {
  std::string text;
  for (const driver::Run& run : driver::FoldNames(names, likeness)) text += run.name + ";";
  return text;
}

TEST_CASE("runs: three or more that are alike and differ in their number, whatever stands between them") {
  CHECK(Folded({"A1", "A2", "A3"}, {"", "", ""}) == "A1 … A3;");
  CHECK(Folded({"A1", "A2"}, {"", ""}) == "A1;A2;");
  CHECK(Folded({"A1", "B1", "A2", "B2", "A3"}, {"", "", "", "", ""}) == "A1 … A3;B1;B2;");
  CHECK(Folded({"A1", "A2", "A3", "A4"}, {"x", "", "", ""}) == "A1;A2 … A4;");
  CHECK(Folded({"A", "A", "A"}, {"", "", ""}) == "A;A;A;");
  CHECK(Folded({}, {}).empty());
}

}  // namespace
}  // namespace hotsite::acceptance
