// hotsite issue: what it freezes, what it refuses, and what the next request says because of it.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A shop of one z/OS with so much memory at the vendor's.
std::string Shop(const std::string& memory, const std::string& recovery = "2008") {
  return fmt::format(
      "hotsite 1\nzos PRODA {{ processors 2 CP; memory 4 GiB }}\nsite home {{ machine CEC {{ lpar PRODA }} }}\n"
      "recovery \"{}\" {{ site hotsite {{ machine BIGBOX {{ lpar PRODA {{ memory {} }} }} }} }}\n",
      recovery, memory);
}

RunResult Issue(const Scratch& scratch, const std::string& options, const std::string& before = "") {
  return Run(scratch, before + "hotsite issue " + Quoted(scratch / "spec.dr") + " " + options);
}

std::string Ledger(const Scratch& scratch) { return harness::ReadBytes(scratch / "hotsite.ledger.json"); }

/// The request, built afresh.
std::string Built(const Scratch& scratch, const std::string& file) {
  const std::string out = scratch / "out";
  const RunResult built =
      Run(scratch, "hotsite build " + Quoted(scratch / "spec.dr") + " -o " + Quoted(out) + " --only request");
  INFO(built.err);
  REQUIRE(built.exit_code == 0);
  return harness::ReadBytes(out + "/request/" + file);
}

TEST_CASE("issue tells what it froze, what it changed and what comes next") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB"));
  const RunResult first = Issue(scratch, "--by 'R. Smith' --why 'first request' --on 2008-08-20");
  INFO(first.err);
  CHECK(first.exit_code == 0);
  CHECK(Has(first.out, "revision 1 issued on 2008-08-20 by R. Smith: "));
  CHECK(Has(first.out, "Next: "));
  CHECK_FALSE(Has(first.out, "since revision"));
  for (const char* part : {"\"issued\": \"2008-08-20\"", "\"by\": \"R. Smith\"", "\"why\": \"first request\"",
                           "\"recovery\": \"2008\"", "\"spec\": \"spec.dr\""})
    CHECK(Has(Ledger(scratch), part));
  scratch.Write("spec.dr", Shop("8 GiB"));
  const RunResult second = Issue(scratch, "--on 2008-09-01");
  CHECK(Has(second.out, "revision 2 issued on 2008-09-01: "));
  CHECK(Has(second.out, "\nsince revision 1: 1 tightened, "));
}

TEST_CASE("a spec that was issued stays issued however it is laid out, and can't be issued twice") {
  const Scratch scratch;
  scratch.Write("spec.dr", "  " + Shop("4   GiB") + "\n\n");
  REQUIRE(Issue(scratch, "--on 2008-08-20").exit_code == 0);
  const std::string ledger = Ledger(scratch);
  REQUIRE(Run(scratch, "hotsite fmt " + Quoted(scratch / "spec.dr")).exit_code == 0);
  CHECK(harness::ReadBytes(scratch / "spec.dr") == Shop("4 GiB"));
  const RunResult again = Issue(scratch, "--on 2008-08-21");
  CHECK(again.exit_code == 0);
  CHECK(Has(again.out, "unchanged since revision 1 was issued on 2008-08-20; nothing to issue"));
  CHECK(Ledger(scratch) == ledger);
  CHECK(Has(Built(scratch, "request.md"), "| Status | ISSUED |"));
  CHECK(Has(Built(scratch, "request.md"), "| Issued | 2008-08-20 |"));
  scratch.Write("spec.dr", Shop("4 GiB") + "// a word\n");
  CHECK(Has(Built(scratch, "request.md"), "| Status | DRAFT |"));
}

TEST_CASE("the papers of an earlier year stay what they were") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB", "2008"));
  REQUIRE(Issue(scratch, "--on 2008-08-20").exit_code == 0);
  const std::string sent = Built(scratch, "request.json");
  scratch.Write("spec.dr", Shop("8 GiB", "2009"));
  REQUIRE(Issue(scratch, "--on 2009-08-20").exit_code == 0);
  scratch.Write("spec.dr", Shop("4 GiB", "2008"));
  CHECK(Built(scratch, "request.json") == sent);
  CHECK(Has(Issue(scratch, "--on 2009-08-21").out, "unchanged since revision 1 was issued on 2008-08-20"));
}

TEST_CASE("words of an earlier revision of the same year are a draft: something else was sent since") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB"));
  REQUIRE(Issue(scratch, "--on 2008-08-20").exit_code == 0);
  scratch.Write("spec.dr", Shop("8 GiB"));
  REQUIRE(Issue(scratch, "--on 2008-08-21").exit_code == 0);
  scratch.Write("spec.dr", Shop("4 GiB"));
  CHECK(Has(Built(scratch, "request.md"), "| Status | DRAFT |"));
  CHECK(Has(Issue(scratch, "--on 2008-08-22").out, "revision 3 issued on 2008-08-22"));
}

TEST_CASE("the day of issue: said, or SOURCE_DATE_EPOCH's, or today's") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB"));
  const auto bad = [&](const std::string& options, const std::string& before, std::string_view what) {
    const RunResult result = Issue(scratch, options, before);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK(Has(result.err, what));
    CHECK_FALSE(std::filesystem::exists(scratch / "hotsite.ledger.json"));
  };
  bad("--on 2008-02-30", "", "hotsite issue: --on: `2008-02-30` ");
  bad("--on tomorrow", "", "hotsite issue: --on: `tomorrow` ");
  for (const char* epoch : {"x", "-1", "99999999999999999999", "12 "})
    bad("", fmt::format("SOURCE_DATE_EPOCH='{}' ", epoch), "SOURCE_DATE_EPOCH is `");
  CHECK(Has(Issue(scratch, "", "SOURCE_DATE_EPOCH=1219190400 ").out, "revision 1 issued on 2008-08-20"));
  scratch.Write("spec.dr", Shop("8 GiB"));
  const RunResult early = Issue(scratch, "--on 2008-08-19");
  CHECK(early.exit_code == 2);
  CHECK(Has(early.err, "2008-08-19 is before 2008-08-20, when revision 1 was issued"));
  CHECK(Has(Issue(scratch, "", "SOURCE_DATE_EPOCH= ").out, "revision 2 issued on 2"));
}

TEST_CASE("who and why can't break the history") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB"));
  const auto refused = [&](const std::string& options, std::string_view what) {
    const RunResult result = Issue(scratch, options);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK(Has(result.err, what));
    CHECK_FALSE(Has(result.err, "\x1B"));
    CHECK_FALSE(std::filesystem::exists(scratch / "hotsite.ledger.json"));
  };
  refused("--why " + Quoted("a\nb"), "--why has U+000A in it");
  refused("--by " + Quoted("\x1B[31m"), "--by has U+001B in it");
  refused("--by " + Quoted("\xFF"), "--by has byte FF in it");
  refused("--why " + std::string(301, 'x'), "--why has 301 characters; the revision history has room for 300");
  refused("--by " + std::string(81, 'x'), "--by has 81 characters");
  const std::string odd = "| \\ \"# <b> it SHALL `x`, ñ";
  REQUIRE(Issue(scratch, "--on 2008-08-20 --why " + Quoted(odd)).exit_code == 0);
  CHECK(Has(Built(scratch, "request.txt"), "it shall"));
  CHECK_FALSE(Has(Built(scratch, "request.html"), "<b>"));
}

TEST_CASE("what can't be issued leaves the ledger as it was") {
  const Scratch scratch;
  scratch.Write("spec.dr", "hotsite 1\nzos PRODA { memory 4 GB }\n");
  CHECK(Issue(scratch, "").exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(scratch / "hotsite.ledger.json"));
  scratch.Write("spec.dr", Shop("4 GiB"));
  REQUIRE(Issue(scratch, "--on 2008-08-20").exit_code == 0);
  const std::string ledger = Ledger(scratch);
  scratch.Write("spec.dr", Shop("8 GiB"));
  const RunResult full = Issue(scratch, "", "ulimit -f 0; ");
  CHECK(full.exit_code != 0);
  CHECK(Ledger(scratch) == ledger);
}

TEST_CASE("a ledger that isn't as issue writes it is refused, whatever is in it") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB"));
  REQUIRE(Issue(scratch, "--on 2008-08-20").exit_code == 0);
  const std::string good = Ledger(scratch);
  const auto refused = [&](const std::string& ledger, std::string_view what) {
    scratch.Write("hotsite.ledger.json", ledger);
    for (const char* command : {"hotsite check ", "hotsite issue ", "hotsite build "}) {
      const RunResult result = Run(scratch, command + Quoted(scratch / "spec.dr"), 20, 1024);
      INFO(result.err.substr(0, 500));
      CHECK(result.exit_code == 2);
      CHECK(Has(result.err, "[HS9003]"));
      CHECK(Has(result.err, what));
      CHECK_FALSE(Has(result.err, "\x1B"));
    }
  };
  const auto with = [&](std::string_view part, std::string_view instead) {
    std::string ledger = good;
    const std::size_t at = ledger.find(part);
    REQUIRE(at != std::string::npos);
    return ledger.replace(at, part.size(), instead);
  };
  refused(with("\"format\": 2", "\"format\": 1"), "`format` isn't 2");
  refused(with("PRODA SHALL", "PRODA \\u001b[31m SHALL"), "has U+001B in `sentence`");
  refused(with("\"number\": 1", "\"number\": 1e99"), "has no number `number`");
  refused(with("\"number\": 1", "\"number\": 7"), "revision 7 stands where 1 should");
  refused(with("\"kind\":\"REQ\"", "\"kind\":\"\\u001b\""), "has U+001B in `kind`");
  refused(good.substr(0, good.size() / 2), "line ");
  refused(std::string(200'000, '['), "");
}

TEST_CASE("next year's request says what changed since this year's, in every form") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB"));
  REQUIRE(Issue(scratch, "--on 2008-08-20").exit_code == 0);
  CHECK(Has(Built(scratch, "request.txt"), "No earlier request was issued: every row is new."));
  CHECK_FALSE(std::filesystem::exists(scratch / "out/request/changes.md"));
  scratch.Write("spec.dr", Shop("8 GiB", "2009"));
  const std::string text = Built(scratch, "request.txt");
  CHECK(Has(text, "Compared with revision 1 (2008), issued on 2008-08-20."));
  CHECK(Has(text, "! MEM-001 b REQ The partition PRODA SHALL have at least 8 GiB"));
  CHECK(Has(text, "1 tightened, "));
  CHECK(Has(Built(scratch, "changes.md"),
            "| `MEM-001 b` | PRODA: central storage | at least 4 GiB | at least 8 GiB | raise |"));
  CHECK(Has(Built(scratch, "request.html"), "CHG_MEM-001_initials"));
  CHECK(Has(Built(scratch, "request.csv"),
            "\r\nMEM-001,REQ,,,,,,PRODA,The partition PRODA SHALL have at least 8 GiB of "
            "central storage at its first IPL.,b,2009 draft "));
  CHECK(Has(Built(scratch, "request.json"), "\"id\": \"MEM-001\",\n      \"edition\": \"b\",\n      \"key\""));
  CHECK(Has(Built(scratch, "request.json"), "\"id\": \"MEM-001\",\n      \"edition\": \"b\",\n      \"answer\""));
  // Issued, it is still compared with the year before.
  REQUIRE(Issue(scratch, "--on 2009-08-20").exit_code == 0);
  const std::string issued = Built(scratch, "request.txt");
  CHECK(Has(issued, "Compared with revision 1 (2008)"));
  CHECK(Has(issued, "! MEM-001 b REQ "));
  CHECK(Has(issued, "tightens  1     MEM-001"));
}

TEST_CASE("a request in which everything changed still has a summary of two pages") {
  const auto shop = [](const char* memory) {
    std::string systems, lpars;
    for (int i = 100; i < 300; ++i) {
      systems += fmt::format("zos P{} {{ processors 1 CP; memory 1 GiB }}\n", i);
      lpars += fmt::format("lpar P{} {{ memory {} }}\n", i, memory);
    }
    return "hotsite 1\n" + systems + "recovery \"r\" { site hotsite { machine BIGBOX {\n" + lpars + "} } }\n";
  };
  const Scratch scratch;
  scratch.Write("spec.dr", shop("1 GiB"));
  const RunResult issued = Issue(scratch, "--on 2008-08-20");
  INFO(issued.err);
  REQUIRE(issued.exit_code == 0);
  scratch.Write("spec.dr", shop("2 GiB"));
  const std::string text = Built(scratch, "request.txt");
  const std::size_t from = text.find("2  What changed\n"), to = text.find("3  How to answer\n");
  REQUIRE(to != std::string::npos);
  const std::string section = text.substr(from, to - from);
  CHECK(std::count(section.begin(), section.end(), '\n') < 100);
  CHECK(Has(section, "MEM    200   MEM-001 to MEM-200"));
  const std::string all = Built(scratch, "changes.md");
  CHECK(Has(all, "`MEM-001 b`"));
  CHECK(Has(all, "`MEM-200 b`"));
}

TEST_CASE("nothing is issued whose papers can't be made") {
  const Scratch scratch;
  scratch.Write("spec.dr", Shop("4 GiB"));
  REQUIRE(Issue(scratch, "--on 2008-08-20").exit_code == 0);
  const std::string ledger = Ledger(scratch);
  scratch.Write("spec.dr", Shop("8 GiB"));
  const RunResult refused = Issue(scratch, "--on 2008-09-01 --by \"$(printf '\\356\\200\\200')\"");  // U+E000
  INFO(refused.err);
  CHECK(refused.exit_code == 2);
  CHECK(Has(refused.err, "couldn't be made of this revision"));
  CHECK(Has(refused.err, "U+E000"));
  CHECK(Ledger(scratch) == ledger);
}

}  // namespace
}  // namespace hotsite::acceptance
