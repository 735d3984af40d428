// The three years of the story that Hotsite comes from: what went wrong must be found, what went well must be quiet.
#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/day/day.h"
#include "compiler/diagnostics/render.h"
#include "compiler/requirements/derive.h"
#include "tests/acceptance/examples.h"

namespace hotsite::acceptance {
namespace {

using harness::CodesOf;

void ExpectCodes(const driver::Compilation& result, const std::string& errors, const std::string& warnings) {
  INFO(harness::Rendered(result));
  CHECK(CodesOf(result.findings, Severity::kError) == errors);
  CHECK(CodesOf(result.findings, Severity::kWarning) == warnings);
}

TEST_CASE("2009, the good year: nothing is found") { ExpectCodes(CompileInsurance("2009.dr"), "", ""); }

TEST_CASE("2007 as ordered: nothing is found, and it is the first revision that was issued") {
  const driver::Compilation result = CompileInsurance("2007.dr");
  ExpectCodes(result, "", "");
  CHECK(result.revision == 1);
  CHECK_FALSE(result.changes);
}

TEST_CASE("2008 as ordered: nothing is found that isn't accepted, and it is the second revision") {
  const driver::Compilation result = CompileInsurance("2008.dr");
  ExpectCodes(result, "", "");
  CHECK(result.revision == 2);
  REQUIRE(result.changes);
  CHECK(result.changes->recovery == "2007");
}

TEST_CASE("2009 against 2008: z/OS leaves the vendor's z/VM, VMPROD comes, the guests of 2008 go") {
  const driver::Compilation result = CompileInsurance("2009.dr");
  CHECK(result.revision == 0);
  REQUIRE(result.changes);
  const auto told = [&](std::string_view subject, std::string_view attribute) {
    for (const diff::Change& change : result.changes->all) {
      if (change.subject == subject && change.attribute == attribute)
        return ToString(change.what) + (": " + change.before + " -> " + change.now + ": " + change.must);
    }
    return std::string("unchanged");
  };
  CHECK(told("PRODA", "placement") == "changed: guest of VENDORVM -> logical partition: rebuild");
  CHECK(told("VMPROD", "placement") == "new:  -> logical partition: build new");
  CHECK(told("LNXRTR", "placement") == "withdrawn: guest of VENDORVM -> : may remove");
  CHECK(told("BIGBOX", "tape drives reading 3592") == "tightens: at least 4 -> at least 6: raise");
  CHECK(told("UPLINK", "systems connected") == "changed: VENDORVM, PRODA, PRODB -> PRODA, PRODB, VMPROD: add VMPROD");
  CHECK(told("test period", "begin") == "changed: 2008-10-06 08:00 -> 2009-10-05 08:00: reschedule");
  CHECK(told("OFFICE", "subnet") == "unchanged");
  CHECK(result.changes->recovery == "2008");
}

TEST_CASE("2007 as built: everything that went wrong is found") {
  const driver::Compilation result = CompileInsurance("2007-as-built.dr");
  ExpectCodes(result, "HS2001 HS2105 HS2204 HS2206 HS2407 HS2411", "HS2007 HS2101 HS2104");
  const Diagnostic& level = TheFinding(result, "HS2001");
  CHECK(level.subjects.size() >= 21);
  const auto options = std::count_if(level.helps.begin(), level.helps.end(),
                                     [](const Help& h) { return h.text.starts_with("option "); });
  CHECK(options == 2);
}

TEST_CASE("2008 as built: the vswitch has no controllers, and that is the only error") {
  ExpectCodes(CompileInsurance("2008-as-built.dr"), "HS2410", "HS2003 HS2007");
}

TEST_CASE("2008 without the router: the members of INSIDE lose it") {
  const std::string text = WithoutLine(InsuranceSpec("2008-as-built.dr"), "guest LNXRTR");
  const driver::Compilation result = CompileInsurance("2008-as-built.dr", text);
  ExpectCodes(result, "HS2408 HS2410", "HS2003 HS2007");
}

TEST_CASE("2008 without DRHS: nobody carries DATABASE") {
  const std::string text = WithoutLine(InsuranceSpec("2008-as-built.dr"), "guestlan DRHS");
  ExpectCodes(CompileInsurance("2008-as-built.dr", text), "HS2407 HS2410", "HS2003 HS2007");
}

TEST_CASE("2008 without devices for VENDORVM: the vswitch reaches nothing outside") {
  const std::string text = WithoutLine(InsuranceSpec("2008-as-built.dr"), "for VENDORVM");
  ExpectCodes(CompileInsurance("2008-as-built.dr", text), "HS2409 HS2410", "HS2003 HS2007");
}

/// The spec after one help of HS2001, and what is then found.
driver::Compilation AfterOption(const driver::Compilation& before, const std::string& option) {
  const Diagnostic& level = TheFinding(before, "HS2001");
  const auto help =
      std::find_if(level.helps.begin(), level.helps.end(), [&](const Help& h) { return h.text.starts_with(option); });
  REQUIRE(help != level.helps.end());
  REQUIRE(!help->edits.empty());
  const FileId file = level.primary.span.file;
  for (const Edit& edit : help->edits) REQUIRE(edit.span.file == file);
  return CompileInsurance("2007-as-built.dr", ApplyEdits(before.sources.Get(file).text(), file, help->edits));
}

/// Errors of `after` that `before` didn't have, by code and message: places move with the text.
std::vector<std::string> NewErrors(const driver::Compilation& before, const driver::Compilation& after) {
  std::vector<std::string> fresh;
  for (const Diagnostic& finding : after.findings) {
    if (finding.severity != Severity::kError) continue;
    const bool known = std::any_of(before.findings.begin(), before.findings.end(),
                                   [&](const Diagnostic& old) { return old.code == finding.code; });
    if (!known) fresh.push_back(finding.code.ToString() + " " + finding.message);
  }
  return fresh;
}

TEST_CASE("both ways out of HS2001 lead out of it and into no new error") {
  const driver::Compilation before = CompileInsurance("2007-as-built.dr");
  for (const char* option : {"option 1", "option 2"}) {
    const driver::Compilation after = AfterOption(before, option);
    INFO(option << "\n" << after.sources.Get(FileId{0}).text() << "\n" << harness::Rendered(after));
    CHECK(CodesOf(after.findings, Severity::kError).find("HS2001") == std::string::npos);
    CHECK(NewErrors(before, after).empty());
  }
}

/// A paper of the day of an insurance spec.
std::string PaperOf(const std::string& spec, const std::string& path) {
  const driver::Compilation result = CompileInsurance(spec);
  REQUIRE(result.model);
  const requirements::Requirements rows = requirements::Derive(*result.model, {});
  std::string text;
  backends::day::Generate({*result.model, rows, spec, std::string(64, '0')}, [&](backends::Artifact artifact) {
    if (artifact.path == path) text = std::move(artifact.text);
  });
  REQUIRE_FALSE(text.empty());
  return text;
}

/// Whether the parts stand in the text one behind the other.
void ExpectInOrder(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    INFO(part);
    at = text.find(part, at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("2009, Monday: two IPLs, the controllers, the router in its own row, the guests, z/OS released last") {
  ExpectInOrder(
      PaperOf("2009.dr", "day/bringup.txt"),
      {"IPL 1, to change addresses", "OPERATOR AT VMPROD", "change 3 values", "IPL 2: SHUTDOWN REIPL",
       "XAUTOLOG DTCVSW1, then DTCVSW2", "QUERY VSWITCH DETAILS", "XAUTOLOG LNXRTR: the router",
       "From LNXRTR, ping one system in each of", "XAUTOLOG each of LNXWAS1 to LNXWAS4",
       "The first Linux talks to z/OS: ping -c 3 192.168.40.10", "Hold point H1", "SYSTEM", "VSW1 RDEV", "0804"});
}

TEST_CASE("2009, on arrival: each failure of 2007 has its row before z/OS is released") {
  ExpectInOrder(
      PaperOf("2009.dr", "day/arrival.txt"),
      {"VMPROD is in the list of images,", "VMPROD: dedication of processors", "VMPROD: central storage",
       "at least 24 GiB", "VMPROD: expanded storage", "at least 4 GiB", "LPAR Name is VMPROD;", "LPAR CPUs Dedicated",
       "HS: HiperSockets network", "ping -c 3 192.168.40.10", "No z/OS is released to users before rows A1 to"});
}

TEST_CASE("2008, as ordered: the vendor's controllers are asked for before a guest starts") {
  ExpectInOrder(PaperOf("2008.dr", "day/bringup.txt"),
                {"The vendor puts in what vendor-zvm/VENDORVM", "QUERY CONTROLLER: Available: YES", "PRODA",
                 "IPL in its virtual machine under VENDORVM", "XAUTOLOG LNXWAS1"});
}

}  // namespace
}  // namespace hotsite::acceptance
