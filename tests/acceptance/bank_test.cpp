// The bank: two z/VM systems with 120 Linux guests on one machine of the vendor's. What is taken out of the good year
// is missed by the rule that is meant to miss it, once, and nothing else is said.
#include <catch2/catch.hpp>
#include <set>

#include "compiler/driver/build.h"
#include "tests/acceptance/examples.h"

namespace hotsite::acceptance {
namespace {

using harness::CodesOf;

const std::string kYear = "2026.dr";

std::string Year() { return ExampleSpec("bank", kYear); }

driver::Compilation CompileBank(std::string text) { return CompileExample("bank", kYear, std::move(text)); }

void ExpectCodes(const driver::Compilation& result, const std::string& errors, const std::string& warnings) {
  INFO(harness::Rendered(result));
  CHECK(CodesOf(result.findings, Severity::kError) == errors);
  CHECK(CodesOf(result.findings, Severity::kWarning) == warnings);
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("the bank in 2026: nothing is found but what was accepted") {
  const driver::Compilation result = CompileBank(Year());
  ExpectCodes(result, "", "");
  std::size_t guests = 0;
  for (const model::System& system : result.model->systems)
    guests += system.is_linux() && system.parent.valid() ? 1 : 0;
  CHECK(guests == 120);
}

TEST_CASE("the bank without its second HiperSockets: half of Linux can't reach core banking") {
  const driver::Compilation result = CompileBank(WithoutLine(Year(), "hipersockets HSB"));
  ExpectCodes(result, "HS2407", "");
  CHECK(TheFinding(result, "HS2407").message.find("COREB") != std::string::npos);
}

TEST_CASE("the bank without an acceptance: fewer processors are reported, for that z/VM alone") {
  const driver::Compilation result = CompileBank(WithoutLine(Year(), "accept HS2101 for VMBKB"));
  ExpectCodes(result, "", "HS2101");
  CHECK(TheFinding(result, "HS2101").message.find("VMBKB") != std::string::npos);
}

TEST_CASE("the bank a year later: what was accepted until the end of 2026 isn't accepted any more") {
  const driver::Compilation result =
      CompileBank(Replaced(Year(), "from 2026-10-12 08:00 to 2026-10-15", "from 2027-10-11 08:00 to 2027-10-14"));
  CHECK(CodesOf(result.findings, Severity::kWarning).find("HS2101") != std::string::npos);
}

TEST_CASE("the bank with VMBKB under the vendor's z/VM: its 60 guests would be at the third level") {
  const driver::Compilation result =
      CompileBank(Replaced(Year(), "lpar VMBKB { processors 8 IFL dedicated }",
                           "lpar FLOOR { zvm VENDORVM : zvm_7_4 { guest VMBKB { processors 8 IFL dedicated } } }"));
  INFO(harness::Rendered(result));
  const Diagnostic& level = TheFinding(result, "HS2001");
  CHECK(level.message == "60 Linux guests of `VMBKB` would run at virtualization level 3");
  REQUIRE(!level.notes.empty());
  CHECK(level.notes.front().starts_with("`LNXDB07` to `LNXDB12`, `LNXMQ04` to `LNXMQ06`, "));  // 60 names are no list
}

TEST_CASE("the bank without core banking at the vendor's: its absence is said once") {
  const driver::Compilation result = CompileBank(WithoutLine(Year(), "      lpar BKPA"));
  INFO(harness::Rendered(result));
  CHECK(TheFinding(result, "HS2003").message.find("BKPA") != std::string::npos);
}

TEST_CASE("the bank without its coupling facilities: the sysplex can't come up as one") {
  const driver::Compilation result = CompileBank(WithoutLine(WithoutLine(Year(), "lpar CFBK1"), "lpar CFBK2"));
  ExpectCodes(result, "HS2021", "");
}

TEST_CASE("the bank without its second z/VM: half of production and a member of the single system image are missed") {
  const std::string text = WithoutLine(WithoutLine(Year(), "lpar VMBKB"), "accept HS2101 for VMBKB");
  ExpectCodes(CompileBank(text), "", "HS2003 HS2011");
}

TEST_CASE("the bank readdressed: no file that goes onto a system keeps an address of home") {
  const driver::Compilation result = CompileBank(Year());
  REQUIRE(!result.has_errors());
  for (const backends::Artifact& artifact : driver::BuildAll(result, {})) {
    INFO(artifact.path);
    const std::string name = artifact.path.substr(artifact.path.rfind('/') + 1);
    // What tells of home too: lists of differences, and the scripts that turn home's addresses into ours and back.
    static const std::set<std::string> kOfBoth = {"README.txt", "CHANGES.txt", "BOOT.txt",   "apply.sh",
                                                  "revert.sh",  "compare.svg", "bringup.txt"};
    const bool is_home =
        artifact.path == "model.json" || artifact.path == "diagrams/home.svg" || artifact.path == "ansible/home.yml";
    if (!kOfBoth.contains(name) && !is_home) CHECK(artifact.text.find("10.60.") == std::string::npos);
    if (name == "README.txt" && artifact.path.starts_with("linux/"))
      CHECK(artifact.text.starts_with("Differs from home"));
  }
}

}  // namespace
}  // namespace hotsite::acceptance
