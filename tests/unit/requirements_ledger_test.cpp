#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "compiler/requirements/ledger.h"

using hotsite::Date;
using hotsite::requirements::IssuedRevision;
using hotsite::requirements::IssuedRow;
using hotsite::requirements::Kind;
using hotsite::requirements::Ledger;
using hotsite::requirements::ValueType;

namespace {

const std::string kDigest = "01234567012345670123456701234567012345670123456701234567012345ab";
const std::string kOther = "89abcdef89abcdef89abcdef89abcdef89abcdef89abcdef89abcdef89abcdef";

std::string ProblemOf(std::string_view text) {
  std::string problem;
  CHECK_FALSE(Ledger::Parse(text, &problem));
  return problem;
}

IssuedRow MemoryRow(std::string value, std::string edition = "") {
  using hotsite::model::Comparator;
  return {
      std::move(edition), Kind::kDemand,   "", "VMPROD", "central storage", Comparator::kAtLeast, ValueType::kMemory,
      std::move(value),   "It \"is\" so.", 1};
}

Ledger Two() {
  Ledger ledger;
  ledger.identifiers = {{"place/VMPROD/kind", "PLC-001"}, {"mem/VMPROD/central", "MEM-1000"}};
  const Date day = *Date::Parse("2009-08-20");
  ledger.revisions.push_back({1, "2009", "2009.dr", day, "R. \"Bob\" Smith", "first\\one", kDigest, {}, {}});
  ledger.revisions.back().rows = {{"MEM-1000", MemoryRow("12 GiB")}, {"PLC-001", {}}};
  ledger.revisions.back().rows["PLC-001"].wording = 1;
  ledger.revisions.push_back({2, "2009", "2009.dr", day, "", "", kOther, {}, {"PLC-001"}});
  ledger.revisions.back().rows = {{"MEM-1000", MemoryRow("24 GiB", "b")}};
  return ledger;
}

}  // namespace

TEST_CASE("ledger: what is printed parses back to the same text") {
  const Ledger ledger = Two();
  std::string problem;
  const auto again = Ledger::Parse(ledger.Print(), &problem);
  INFO(problem);
  REQUIRE(again);
  CHECK(again->Print() == ledger.Print());
  CHECK(again->identifiers == ledger.identifiers);
  REQUIRE(again->revisions.size() == 2);
  CHECK(again->revisions[0].by == "R. \"Bob\" Smith");
  CHECK(again->revisions[0].why == "first\\one");
  CHECK(again->revisions[0].issued.ToString() == "2009-08-20");
  CHECK(again->revisions[1].withdrawn == std::vector<std::string>{"PLC-001"});
  for (std::size_t i = 0; i < 2; ++i) CHECK(again->revisions[i].rows == ledger.revisions[i].rows);
}

TEST_CASE("ledger: a row is a line, and a revision has only what it changed") {
  CHECK(Two().Print() == R"({
  "format": 2,
  "identifiers": {
    "mem/VMPROD/central": "MEM-1000",
    "place/VMPROD/kind": "PLC-001"
  },
  "revisions": [
    {
      "number": 1,
      "recovery": "2009",
      "spec": "2009.dr",
      "issued": "2009-08-20",
      "by": "R. \"Bob\" Smith",
      "why": "first\\one",
      "digest": "01234567012345670123456701234567012345670123456701234567012345ab",
      "withdrawn": [],
      "rows": {
        "MEM-1000": {"kind":"REQ","subject":"VMPROD","attribute":"central storage","comparator":"at least","type":"memory","value":"12 GiB","sentence":"It \"is\" so.","wording":1},
        "PLC-001": {"kind":"REQ","type":"none","sentence":"","wording":1}
      }
    },
    {
      "number": 2,
      "recovery": "2009",
      "spec": "2009.dr",
      "issued": "2009-08-20",
      "by": "",
      "why": "",
      "digest": "89abcdef89abcdef89abcdef89abcdef89abcdef89abcdef89abcdef89abcdef",
      "withdrawn": ["PLC-001"],
      "rows": {
        "MEM-1000": {"edition":"b","kind":"REQ","subject":"VMPROD","attribute":"central storage","comparator":"at least","type":"memory","value":"24 GiB","sentence":"It \"is\" so.","wording":1}
      }
    }
  ]
}
)");
}

TEST_CASE("ledger: the rows in force after each revision") {
  const Ledger ledger = Two();
  CHECK(ledger.RowsAfter(0).empty());
  CHECK(ledger.RowsAfter(1).size() == 2);
  CHECK(ledger.RowsAfter(1).at("MEM-1000")->value == "12 GiB");
  REQUIRE(ledger.RowsAfter(2).size() == 1);
  CHECK(ledger.RowsAfter(2).at("MEM-1000")->value == "24 GiB");
  CHECK(ledger.RowsAfter(9).size() == 1);
}

TEST_CASE("ledger: an empty one") {
  std::string problem;
  const auto ledger = Ledger::Parse(Ledger().Print(), &problem);
  REQUIRE(ledger);
  CHECK(ledger->identifiers.empty());
  CHECK(ledger->revisions.empty());
}

TEST_CASE("ledger: a damaged file says what is wrong") {
  CHECK(ProblemOf("[]") == "the ledger is no object");
  for (const char* other : {R"({"format": 1, "identifiers": {}, "revisions": []})", R"({"format": "2"})", "{}"})
    CHECK(ProblemOf(other) == "the ledger's `format` isn't 2: it was written by another Hotsite");
  CHECK(ProblemOf(R"({"format": 2, "revisions": []})") == "the ledger has no object `identifiers`");
  CHECK(ProblemOf(R"({"format": 2, "identifiers": {}})") == "the ledger has no list `revisions`");
  CHECK(ProblemOf(R"({"format": 2, "identifiers": {}, "revisions": [], "x": 1})") ==
        "the ledger has an unknown member `x`");
  CHECK(ProblemOf(R"({"format": 2, "identifiers": {"a": "plc-1"}, "revisions": []})") ==
        "the identifier of `a` doesn't look like PLC-001");
  CHECK(ProblemOf(R"({"format": 2, "identifiers": {"a": "PLC-001", "b": "PLC-001"}, "revisions": []})") ==
        "`a` and `b` both have the identifier PLC-001");
}

TEST_CASE("ledger: whatever byte is lost or changed, it is read or what is wrong is said") {
  const std::string good = Two().Print();
  const auto read = [](const std::string& text) {
    std::string problem;
    const auto ledger = Ledger::Parse(text, &problem);
    CHECK((ledger.has_value() || !problem.empty()));
    if (!ledger) return;
    std::string again;
    CHECK(Ledger::Parse(ledger->Print(), &again));
  };
  for (std::size_t at = 0; at < good.size(); ++at) {
    read(good.substr(0, at));
    read(good.substr(0, at) + good.substr(at + 1));
    for (const char other : {'"', '{', '9', '\0', '\xff'}) {
      std::string text = good;
      text[at] = other;
      read(text);
    }
  }
}

TEST_CASE("ledger: a damaged revision says what is wrong") {
  const auto file = [](const std::string& revision) {
    return R"({"format": 2, "identifiers": {}, "revisions": [{)" + revision + "}]}";
  };
  CHECK(ProblemOf(file(R"("number": 0)")) == "a revision has no number `number` from 1 to 9999");
  CHECK(ProblemOf(file(R"("number": 2)")) == "revision 2 stands where 1 should");
  const std::string day =
      R"("number": 1, "recovery": "2009", "spec": "2009.dr", "by": "", "why": "", "digest": ")" + kDigest + '"';
  CHECK(ProblemOf(file(day + R"(, "issued": "2009-02-30")")) == "revision 1 has no day `issued`, as 2009-08-20");
  const std::string whole = day + R"(, "issued": "2009-08-20")";
  CHECK(ProblemOf(file(whole)) == "revision 1 has no list `withdrawn`");
  CHECK(ProblemOf(file(whole + R"(, "withdrawn": ["x"])")) == "revision 1 withdraws what doesn't look like PLC-001");
  CHECK(ProblemOf(file(whole + R"(, "withdrawn": [])")) == "revision 1 has no object `rows`");
  const auto rows = [&](const std::string& text) {
    return file(whole + R"(, "withdrawn": [], "rows": {)" + text + "}");
  };
  CHECK(ProblemOf(rows(R"("plc": {})")) == "the row `plc` of revision 1 doesn't look like PLC-001");
  CHECK(ProblemOf(rows(R"("PLC-001": 1)")) == "the row PLC-001 of revision 1 is no object");
  CHECK(ProblemOf(rows(R"("PLC-001": {"edition": "B"})")) ==
        "the row PLC-001 of revision 1 has an unknown edition `B`");
  CHECK(ProblemOf(rows(R"("PLC-001": {"kind": "MUST"})")) ==
        "the row PLC-001 of revision 1 has an unknown kind `MUST`");
  CHECK(ProblemOf(rows(R"("PLC-001": {"kind": "REQ", "type": "x"})")) ==
        "the row PLC-001 of revision 1 has an unknown type `x`");
  CHECK(ProblemOf(rows(R"("PLC-001": {"kind": "REQ", "type": "text", "value": "x"})")) ==
        "the row PLC-001 of revision 1 has no text `comparator`");
  CHECK(ProblemOf(rows(R"("PLC-001": {"kind": "REQ", "type": "text"})")) ==
        "the row PLC-001 of revision 1 has no text `sentence`");
  CHECK(ProblemOf(rows(R"("PLC-001": {"kind": "REQ", "type": "text", "sentence": ""})")) ==
        "the row PLC-001 of revision 1 has no number `wording` from 1 to 1");
  CHECK(ProblemOf(rows(R"("PLC-001": {"kind": "REQ", "type": "text", "sentence": "", "wording": 2})")) ==
        "the row PLC-001 of revision 1 has no number `wording` from 1 to 1");
}

TEST_CASE("ledger: the texts of a revision are no longer than a spec's, and its digest is one") {
  const auto with = [](std::string_view key, const std::string& value) {
    std::string text;
    for (const char* known : {"recovery", "spec", "by", "why", "digest"})
      text += fmt::format(R"("{}": "{}", )", known,
                          known == key                     ? value
                          : known == std::string("digest") ? kDigest
                                                           : "x");
    return R"({"format": 2, "identifiers": {}, "revisions": [{"number": 1, )" + text +
           R"("issued": "2009-08-20", "withdrawn": [], "rows": {}}]})";
  };
  std::string dashes;
  for (int n = 0; n < 500; ++n) dashes += "—";
  for (const char* key : {"recovery", "spec", "by", "why"}) {
    std::string problem;
    CHECK(Ledger::Parse(with(key, dashes), &problem));
    CHECK(problem.empty());
    CHECK(ProblemOf(with(key, dashes + "—")) == fmt::format("revision 1 has more than 500 characters in `{}`", key));
    CHECK(ProblemOf(with(key, "a\xEF\xBB\xBF")) == fmt::format("revision 1 has U+FEFF in `{}`", key));
  }
  for (const std::string& digest : {std::string(), kDigest.substr(1), kDigest + "0", "G" + kDigest.substr(1)})
    CHECK(ProblemOf(with("digest", digest)) == "revision 1 has a `digest` that isn't 64 digits from 0 to f");
}
