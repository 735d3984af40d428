#include <catch2/catch.hpp>

#include "compiler/requirements/ledger.h"

using hotsite::requirements::Ledger;

namespace {

std::string ProblemOf(std::string_view text) {
  std::string problem;
  CHECK_FALSE(Ledger::Parse(text, &problem));
  return problem;
}

}  // namespace

TEST_CASE("ledger: what is printed parses back to the same text") {
  Ledger ledger;
  ledger.identifiers = {{"place/VMPROD/kind", "PLC-001"}, {"mem/VMPROD/central", "MEM-1000"}};
  ledger.revisions.push_back({2, "2009", "abc", "first \"real\" one", {{"MEM-1000", "It \"is\" so."}}});
  std::string problem;
  const auto again = Ledger::Parse(ledger.Print(), &problem);
  REQUIRE(again);
  CHECK(again->Print() == ledger.Print());
  CHECK(again->identifiers == ledger.identifiers);
  CHECK(again->revisions.front().why == "first \"real\" one");
  CHECK(again->revisions.front().rows == ledger.revisions.front().rows);
}

TEST_CASE("ledger: an empty one") {
  std::string problem;
  const auto ledger = Ledger::Parse(Ledger().Print(), &problem);
  REQUIRE(ledger);
  CHECK(ledger->identifiers.empty());
}

TEST_CASE("ledger: a damaged file says what is wrong") {
  CHECK(ProblemOf("[]") == "the ledger is no object");
  CHECK(ProblemOf(R"({"format": 2, "identifiers": {}, "revisions": []})") ==
        "the ledger's `format` isn't 1: it was written by another Hotsite");
  CHECK(ProblemOf(R"({"format": 1, "revisions": []})") == "the ledger has no object `identifiers`");
  CHECK(ProblemOf(R"({"format": 1, "identifiers": {}})") == "the ledger has no list `revisions`");
  CHECK(ProblemOf(R"({"format": 1, "identifiers": {}, "revisions": [], "x": 1})") ==
        "the ledger has an unknown member `x`");
  CHECK(ProblemOf(R"({"format": 1, "identifiers": {"a": "plc-1"}, "revisions": []})") ==
        "the identifier of `a` doesn't look like PLC-001");
  CHECK(ProblemOf(R"({"format": 1, "identifiers": {"a": "PLC-001", "b": "PLC-001"}, "revisions": []})") ==
        "`a` and `b` both have the identifier PLC-001");
  CHECK(ProblemOf(R"({"format": 1, "identifiers": {}, "revisions": [{"number": 0}]})") ==
        "a revision has no number from 1 up");
  const auto revision = [](const std::string& rows) {
    return R"({"format": 1, "identifiers": {}, "revisions": [{"number": 1, "recovery": "2009", "digest": "a", "why": "")" +
           rows + "}]}";
  };
  CHECK(ProblemOf(revision("")) == "revision 1 has no object `rows`");
  CHECK(ProblemOf(revision(R"(, "rows": {"plc": "x"})")) == "the row `plc` of revision 1 doesn't look like PLC-001");
  CHECK(ProblemOf(revision(R"(, "rows": {"PLC-001": 1})")) == "the row PLC-001 of revision 1 is no text");
}
