// What a change of a spec means for the request that the vendor has.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "compiler/diff/spec_changes.h"
#include "compiler/driver/pipeline.h"
#include "compiler/requirements/derive.h"

using namespace hotsite;

namespace {

driver::Compilation Compiled(const std::string& text, const std::string& ledger = {}) {
  check::MemorySources sources({{"main.dr", text}});
  if (!ledger.empty()) sources.Put(driver::kLedgerFile, ledger);
  driver::Compilation result = driver::Compile("main.dr", sources);
  REQUIRE(result.model);
  return result;
}

/// The ledger after the spec was sent to the vendor.
std::string Issued(const driver::Compilation& spec) {
  requirements::Ledger ledger = spec.ledger;
  requirements::IssuedRevision revision = NextRevision(ledger, spec.requirements);
  revision.recovery = spec.model->recovery->name;
  revision.spec = "main.dr";
  revision.issued = *Date::Parse("2026-06-01");
  revision.spec_digest = spec.digest();
  ledger = WithNewKeys(std::move(ledger), spec.requirements);
  ledger.revisions.push_back(std::move(revision));
  return ledger.Print();
}

diff::SpecChanges Compared(const driver::Compilation& before, const driver::Compilation& now) {
  return diff::CompareSpecs({*before.model, before.requirements}, {*now.model, now.requirements});
}

/// `memory tightens [MEM-001 b]: needs a new quotation; …`, a line for each change that has consequences.
std::string Told(const diff::SpecChanges& changes) {
  std::string text;
  for (const diff::SpecChange& one : changes.all) {
    if (one.consequences.empty()) continue;
    text += fmt::format("{} {} {} [{}]: {}\n", fmt::join(one.subjects, ","), one.attribute, ToString(one.what),
                        fmt::join(one.rows, ", "), fmt::join(one.consequences, "; "));
  }
  return text;
}

/// A shop whose lines about PRODA at the hot site are `there`, with `more` at the top.
std::string Shop(const std::string& there, const std::string& more = {}, const std::string& name = "PRODA") {
  return fmt::format(R"(hotsite 1
use std.dasd
zos {0} {{ processors 2 CP; memory 16 GiB; volumes 40 3390_9 {1} }}
recovery "2026" {{
  test from 2026-10-05 08:00 to 2026-10-08 16:00 in America/New_York
  site hotsite {{ machine CEC {{ lpar {0} {{ {2} }} }} }}
}}
)",
                     name, more, there);
}

std::string AfterIssue(const std::string& before, const std::string& now) {
  const driver::Compilation first = Compiled(before);
  const std::string ledger = Issued(first);
  return Told(Compared(Compiled(before, ledger), Compiled(now, ledger)));
}

TEST_CASE("consequences: of what was never issued, only what it costs") {
  CHECK(Told(Compared(Compiled(Shop("")), Compiled(Shop("memory 24 GiB")))) ==
        "PRODA memory tightens [MEM-001]: needs a new quotation\n");
  CHECK(Told(Compared(Compiled(Shop("memory 24 GiB")), Compiled(Shop("")))) == "");
}

TEST_CASE("consequences: an issued row that asks for something else") {
  CHECK(AfterIssue(Shop(""), Shop("memory 24 GiB")) ==
        "PRODA memory tightens [MEM-001 b]: needs a new quotation; the vendor must reconfirm MEM-001 b\n");
  CHECK(AfterIssue(Shop("memory 24 GiB"), Shop("memory 16 GiB")) ==
        "PRODA memory loosens [MEM-001 b]: the vendor may give less: MEM-001 b\n");
}

TEST_CASE("consequences: a draft that goes back to what was issued") {
  const std::string ledger = Issued(Compiled(Shop("")));
  CHECK(Told(Compared(Compiled(Shop("memory 24 GiB"), ledger), Compiled(Shop("memory 16 GiB"), ledger))) ==
        "PRODA memory loosens [MEM-001]: MEM-001 again asks for what was issued\n");
}

TEST_CASE("consequences: a renamed system keeps its identifiers") {
  const std::string told = AfterIssue(Shop(""), Shop("", "; renamed from PRODA", "PRODX"));
  CHECK(told.find("keep") != std::string::npos);
  CHECK(told.find("reconfirm") == std::string::npos);
  CHECK(told.find("quotation") == std::string::npos);
}

TEST_CASE("consequences: what is asked for no more") {
  const std::string two = Shop("") + "zos PRODB { processors 1 CP; memory 8 GiB }\n";
  const std::size_t at = two.find("lpar PRODA");
  const std::string placed = std::string(two).insert(at, "lpar PRODB; ");
  const std::string told = AfterIssue(placed, two);
  INFO(told);
  CHECK(told.find("PRODB  withdrawn") != std::string::npos);
  CHECK(told.find("the vendor no longer owes PLC-001, CPU-001, CPU-002 and MEM-001") != std::string::npos);
  CHECK(told.find("the vendor's answer to SWL-003 is void") != std::string::npos);
  const std::string back = AfterIssue(two, placed);
  CHECK(back.find("needs a new quotation") != std::string::npos);
  CHECK(back.find("asks the vendor 1 new question") != std::string::npos);
}

TEST_CASE("consequences: a row that no change explains is told itself") {
  const driver::Compilation spec = Compiled(Shop(""));
  requirements::Requirements other = spec.requirements;
  other.all.front().sentence += " It SHALL be blue.";
  other.all.pop_back();
  const auto changes = diff::CompareSpecs({*spec.model, spec.requirements}, {*spec.model, other});
  REQUIRE(changes.all.size() == 2);
  CHECK(changes.all.front().code == diff::codes::kRowChanged);
  CHECK(changes.all.back().code == diff::codes::kRowGone);
  CHECK(changes.request.all.size() == 2);
  CHECK(changes.request.unchanged == other.all.size() - 1);
}

}  // namespace
