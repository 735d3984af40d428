#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "compiler/diff/relation.h"
#include "compiler/diff/requirement_changes.h"
#include "compiler/requirements/derive.h"
#include "compiler/requirements/editions.h"

using namespace hotsite;
using diff::Change;
using diff::ChangeClass;
using diff::Changes;
using model::Comparator;
using requirements::IssuedRevision;
using requirements::IssuedRow;
using requirements::Kind;
using requirements::Ledger;
using requirements::Requirement;
using requirements::Requirements;
using requirements::ValueType;

namespace {

Requirement Row(ValueType type, Comparator comparator, std::string value, Kind kind = Kind::kDemand) {
  Requirement row;
  row.id = "MEM-001";
  row.key = "mem/VMPROD/central";
  row.kind = kind;
  row.category = requirements::Category::kMemory;
  row.subject = "VMPROD";
  row.attribute = "central storage";
  row.comparator = comparator;
  row.type = type;
  row.value = std::move(value);
  row.sentence = fmt::format("{} VMPROD SHALL have {} {}.", ToString(kind), ToString(comparator), row.value);
  row.reason = "It pages otherwise.";
  return row;
}

Requirements Of(std::vector<Requirement> rows) {
  Requirements requirements;
  requirements.all = std::move(rows);
  return requirements;
}

Ledger Issued(const std::vector<Requirement>& rows, Ledger ledger = {}) {
  IssuedRevision revision = NextRevision(ledger, Of(rows));
  revision.recovery = "2008";
  revision.issued = *Date::Parse("2008-08-20");
  for (const Requirement& row : rows) ledger.identifiers[row.key] = row.id;
  ledger.revisions.push_back(std::move(revision));
  return ledger;
}

Changes Between(const Requirement& before, const Requirement& now, const std::string& recovery = "2008") {
  return diff::Compare(Issued({before}), 1, Of({now}), recovery);
}

/// `tightens: 12 GiB -> 24 GiB: raise`.
std::string Told(const Requirement& before, const Requirement& now, const std::string& recovery = "2008") {
  const Changes changes = Between(before, now, recovery);
  if (changes.all.empty()) return "unchanged";
  const Change& change = changes.all.front();
  return fmt::format("{}: {} -> {}: {}", ToString(change.what), change.before, change.now, change.must);
}

constexpr auto kLeast = Comparator::kAtLeast;
constexpr auto kMost = Comparator::kAtMost;
constexpr auto kExact = Comparator::kExactly;

}  // namespace

TEST_CASE("diff: figures, by what satisfies the one and the other") {
  const auto memory = [](Comparator comparator, const char* value) {
    return Row(ValueType::kMemory, comparator, value);
  };
  CHECK(Told(memory(kLeast, "12 GiB"), memory(kLeast, "12 GiB")) == "unchanged");
  CHECK(Told(memory(kLeast, "12 GiB"), memory(kLeast, "24 GiB")) ==
        "tightens: at least 12 GiB -> at least 24 GiB: raise");
  CHECK(Told(memory(kLeast, "24 GiB"), memory(kLeast, "512 MiB")) ==
        "loosens: at least 24 GiB -> at least 512 MiB: nothing");
  CHECK(Told(memory(kMost, "12 GiB"), memory(kMost, "24 GiB")) == "loosens: at most 12 GiB -> at most 24 GiB: nothing");
  CHECK(Told(memory(kMost, "24 GiB"), memory(kMost, "12 GiB")) == "tightens: at most 24 GiB -> at most 12 GiB: lower");
  CHECK(Told(memory(kExact, "12 GiB"), memory(kExact, "24 GiB")) == "changed: exactly 12 GiB -> exactly 24 GiB: raise");
  CHECK(Told(memory(kLeast, "12 GiB"), memory(kExact, "12 GiB")) ==
        "tightens: at least 12 GiB -> exactly 12 GiB: make exact");
  CHECK(Told(memory(kExact, "12 GiB"), memory(kLeast, "12 GiB")) ==
        "loosens: exactly 12 GiB -> at least 12 GiB: nothing");
  CHECK(Told(memory(kExact, "12 GiB"), memory(kLeast, "16 GiB")) ==
        "changed: exactly 12 GiB -> at least 16 GiB: raise");
  CHECK(Told(memory(kLeast, "12 GiB"), memory(kExact, "8 GiB")) == "changed: at least 12 GiB -> exactly 8 GiB: lower");
  CHECK(Told(memory(kLeast, "12 GiB"), memory(kMost, "24 GiB")) == "changed: at least 12 GiB -> at most 24 GiB: raise");
}

TEST_CASE("diff: every type of value") {
  const auto told = [](ValueType type, Comparator comparator, const char* before, const char* now) {
    return Told(Row(type, comparator, before), Row(type, comparator, now));
  };
  CHECK(told(ValueType::kCount, kLeast, "2", "10") == "tightens: at least 2 -> at least 10: raise");
  CHECK(told(ValueType::kCount, kExact, "110", "120") == "changed: exactly 110 -> exactly 120: change");
  CHECK(told(ValueType::kFrame, kExact, "24 KiB", "64 KiB") == "changed: exactly 24 KiB -> exactly 64 KiB: raise");
  CHECK(told(ValueType::kFrame, kLeast, "64 KiB", "24 KiB") == "loosens: at least 64 KiB -> at least 24 KiB: nothing");
  CHECK(told(ValueType::kDevices, kExact, "0600-060F", "0700-070F") == "changed: 0600-060F -> 0700-070F: redefine");
  CHECK(told(ValueType::kText, kExact, "guest of VENDORVM", "logical partition") ==
        "changed: guest of VENDORVM -> logical partition: change");
  CHECK(told(ValueType::kTime, kMost, "2008-10-06 08:00", "2008-10-06 04:00") ==
        "tightens: by 2008-10-06 08:00 -> by 2008-10-06 04:00: reschedule");
  CHECK(told(ValueType::kTime, kMost, "4 h", "8 h") == "changed: by 4 h -> by 8 h: reschedule");
  CHECK(told(ValueType::kNames, kExact, "PRODA, PRODB", "PRODA, PRODB, VMPROD") ==
        "tightens: PRODA, PRODB -> PRODA, PRODB, VMPROD: add VMPROD");
  CHECK(told(ValueType::kNames, kExact, "PRODA, PRODB", "PRODA") == "loosens: PRODA, PRODB -> PRODA: nothing");
  CHECK(told(ValueType::kNames, kExact, "PRODA, PRODB", "VMPROD") == "changed: PRODA, PRODB -> VMPROD: add VMPROD");
  CHECK(told(ValueType::kNames, kExact, "PRODA, PRODB", "PRODB, PRODA") ==
        "editorial: PRODA, PRODB -> PRODB, PRODA: nothing");
  CHECK(told(ValueType::kMemory, kLeast, "12 GiB", "a lot") == "changed: at least 12 GiB -> at least a lot: check");
}

TEST_CASE("diff: a long list is told by who joins and who leaves") {
  std::string many;
  for (int i = 1; i <= 20; ++i) many += fmt::format("{}LNX{:02}", i > 1 ? ", " : "", i);
  CHECK(Told(Row(ValueType::kNames, kExact, many), Row(ValueType::kNames, kExact, many + ", VMPROD")) ==
        "tightens: 20 -> 21, with VMPROD: add VMPROD");
}

TEST_CASE("diff: another year's days are neither earlier nor later") {
  const Requirement before = Row(ValueType::kTime, kMost, "2008-10-06 04:00");
  const Requirement now = Row(ValueType::kTime, kMost, "2009-10-05 04:00");
  CHECK(Told(before, now, "2009") == "changed: by 2008-10-06 04:00 -> by 2009-10-05 04:00: reschedule");
}

TEST_CASE("diff: a question, a choice and a demand") {
  const Requirement asked = Row(ValueType::kText, kExact, "", Kind::kQuestion);
  const Requirement choice = Row(ValueType::kText, kExact, "CP or IFL", Kind::kChoice);
  const Requirement demand = Row(ValueType::kText, kExact, "IFL");
  const Requirement other = Row(ValueType::kText, kExact, "zIIP");
  const Requirement told = Row(ValueType::kNone, kExact, "", Kind::kInformation);
  CHECK(Told(asked, demand) == "tightens: asked -> IFL: confirm");
  CHECK(Told(demand, asked) == "loosens: IFL -> asked: answer");
  CHECK(Told(choice, demand) == "tightens: CP or IFL -> IFL: change");
  CHECK(Told(demand, choice) == "loosens: IFL -> CP or IFL: nothing");
  CHECK(Told(choice, other) == "changed: CP or IFL -> zIIP: change");
  CHECK(Told(told, demand) == "tightens: told -> IFL: build new");
  CHECK(Told(demand, told) == "loosens: IFL -> told: read");
  Requirement again = asked;
  again.sentence = "The vendor SHALL state at least 7 groups of 3 device numbers.";
  Requirement before = again;
  before.sentence = "The vendor SHALL state at least 2 groups of 3 device numbers.";
  CHECK(Told(before, again) == "changed: … least 2 groups … -> … least 7 groups …: answer again");
}

TEST_CASE("diff: the same value about something else isn't the same demand") {
  Requirement before = Row(ValueType::kCount, kLeast, "40"), now = before;
  before.sentence = "VMPROD SHALL have at least 40 volumes of 3390 model 9.";
  now.sentence = "VMPROD SHALL have at least 40 volumes of 3390 model 27.";
  CHECK(Told(before, now) == "changed: … model 9. -> … model 27.: check");
}

TEST_CASE("diff: only the words that differ are told, with their neighbours") {
  Requirement before = Row(ValueType::kCount, kLeast, "2"), now = before;
  before.sentence = "The guest PRODA SHALL have at least 2 virtual processors.";
  now.sentence = "The partition PRODA SHALL have at least 2 logical processors.";
  CHECK(Told(before, now) ==
        "changed: The guest PRODA … 2 virtual processors. -> The partition PRODA … 2 logical processors.: check");
  before.sentence = now.sentence + " It MAY be less.";
  CHECK(Told(before, now) == "changed: … processors. It MAY be less. -> not said: check");
  before.sentence = "one";
  for (int i = 0; i < 1000; ++i) now.sentence += " word";
  CHECK(Told(before, now).size() < 200);
}

TEST_CASE("diff: only another wording of the same facts is editorial") {
  const Requirement before = Row(ValueType::kMemory, kLeast, "24 GiB");
  Ledger ledger = Issued({before});
  IssuedRow& row = ledger.revisions.front().rows.at("MEM-001");
  row.wording = 99;
  row.sentence = "Any VMPROD SHALL be given at least 24 GiB as a REQ.";
  const Changes changes = diff::Compare(ledger, 1, Of({before}), "2008");
  REQUIRE(changes.all.size() == 1);
  CHECK(changes.all.front().what == ChangeClass::kEditorial);
  CHECK(changes.all.front().must == "nothing");
  row.sentence = "Any VMPROD SHALL be given at least 24 GiB as a REQ of model 9.";
  CHECK(diff::Compare(ledger, 1, Of({before}), "2008").all.front().what == ChangeClass::kChanged);
  row.sentence = "Any VMPROD SHALL NOT be given at least 24 GiB as a REQ.";
  CHECK(diff::Compare(ledger, 1, Of({before}), "2008").all.front().what == ChangeClass::kChanged);
}

TEST_CASE("diff: a renamed system's rows move, and other systems' rows follow") {
  Requirement before = Row(ValueType::kMemory, kLeast, "24 GiB"), now = before;
  now.subject = "VMNEW";
  now.sentence = "REQ VMNEW SHALL have at least 24 GiB.";
  CHECK(Told(before, now) == "moves: VMPROD -> VMNEW: rename");
  Requirement link = Row(ValueType::kNames, kExact, "PRODA, VMPROD"), link_now = link;
  link.id = link_now.id = "HSK-001";
  link.subject = link_now.subject = "HS";
  link_now.value = "PRODA, VMNEW";
  link_now.sentence = "REQ VMPROD SHALL have exactly PRODA, VMNEW.";
  link.sentence = "REQ VMPROD SHALL have exactly PRODA, VMPROD.";
  link_now.sentence = "REQ VMNEW SHALL have exactly PRODA, VMNEW.";
  const Changes changes = diff::Compare(Issued({before, link}), 1, Of({now, link_now}), "2008");
  CHECK(changes.Count(ChangeClass::kMoves) == 2);
  // A new system that bears the old name: nothing follows.
  Requirement third = Row(ValueType::kMemory, kLeast, "1 GiB");
  third.id = "MEM-002";
  CHECK(diff::Compare(Issued({before, link}), 1, Of({now, link_now, third}), "2008").Count(ChangeClass::kMoves) == 0);
  now.value = "32 GiB";
  now.sentence = "REQ VMNEW SHALL have at least 32 GiB.";
  CHECK(Told(before, now) == "tightens: at least 24 GiB -> at least 32 GiB: raise");
}

TEST_CASE("diff: new and withdrawn rows, sorted by class and in document order, counted") {
  const auto named = [](const char* id, const char* value) {
    Requirement row = Row(ValueType::kMemory, kLeast, value);
    row.id = id;
    return row;
  };
  const Ledger ledger = Issued({named("CPU-001", "1 GiB"), named("MEM-001", "1 GiB"), named("MEM-002", "4 GiB"),
                                named("PLC-001", "1 GiB"), named("PLC-002", "1 GiB")});
  const Changes changes = diff::Compare(
      ledger, 1,
      Of({named("PLC-002", "1 GiB"), named("PLC-009", "1 GiB"), named("MEM-002", "2 GiB"), named("MEM-001", "2 GiB")}),
      "2008");
  std::string order;
  for (const Change& change : changes.all) order += fmt::format("{}{} ", MarkOf(change.what), change.id);
  CHECK(order == "+PLC-009 !MEM-001 ~MEM-002 -PLC-001 -CPU-001 ");
  CHECK(Counted(changes) == "1 new, 1 tightened, 1 loosened, 2 withdrawn, 1 unchanged");
  CHECK(changes.all[0].must == "build new");
  CHECK(changes.all[0].reason == "It pages otherwise.");
  CHECK(changes.all[3].must == "may remove");
  CHECK(changes.all[3].now.empty());
  CHECK(changes.since == 1);
  CHECK(changes.issued.ToString() == "2008-08-20");
}

TEST_CASE("diff: the history tells what each revision changed, and a row that comes back is new") {
  Requirement row = Row(ValueType::kMemory, kLeast, "12 GiB"), other = row;
  other.id = "MEM-002";
  Ledger ledger = Issued({row, other});
  row.value = "24 GiB";
  ledger = Issued({row}, ledger);
  ledger = Issued({row, other}, ledger);
  ledger = Issued({row, other}, ledger);
  std::string told;
  for (const Changes& changes : diff::History(ledger)) told += fmt::format("{}: {}; ", changes.since, Counted(changes));
  CHECK(told ==
        "1: 2 new, 0 unchanged; 2: 1 tightened, 1 withdrawn, 0 unchanged; 3: 1 new, 1 unchanged; 4: 2 unchanged; ");
}

TEST_CASE("diff: the history knows a rename by the identifier that stayed") {
  Requirement row = Row(ValueType::kMemory, kLeast, "12 GiB");
  Ledger ledger = Issued({row});
  row.subject = "VMNEW";
  row.sentence = "REQ VMNEW SHALL have at least 12 GiB.";
  ledger = Issued({row}, ledger);
  CHECK(Counted(diff::History(ledger).back()) == "1 renamed, 0 unchanged");
  std::vector<Requirement> rows{row};
  requirements::SetEditions(Issued({Row(ValueType::kMemory, kLeast, "12 GiB")}), rows);
  CHECK(rows.front().edition.empty());
}

TEST_CASE("editions: the next letter when a row asks for something else, once for each revision") {
  using requirements::NextEdition;
  CHECK(NextEdition("") == "b");
  CHECK(NextEdition("b") == "c");
  CHECK(NextEdition("z") == "aa");
  CHECK(NextEdition("az") == "ba");
  CHECK(NextEdition("zz") == "aaa");
  for (const char* good : {"", "b", "z", "aa", "zzzz"}) CHECK(requirements::IsEdition(good));
  for (const char* bad : {"a", "B", "b ", "zzzzz", "1"}) CHECK_FALSE(requirements::IsEdition(bad));

  const auto edition = [](const Ledger& ledger, Requirement row) {
    std::vector<Requirement> rows{std::move(row)};
    requirements::SetEditions(ledger, rows);
    return rows.front().edition;
  };
  Requirement row = Row(ValueType::kMemory, kLeast, "12 GiB");
  Ledger ledger = Issued({row});
  CHECK(edition(ledger, row).empty());
  CHECK(edition({}, row).empty());
  row = Row(ValueType::kMemory, kLeast, "16 GiB");
  CHECK(edition(ledger, row) == "b");
  CHECK(edition(ledger, Row(ValueType::kMemory, kLeast, "24 GiB")) == "b");
  row.edition = "b";
  ledger = Issued({row}, ledger);
  CHECK(edition(ledger, row) == "b");
  CHECK(edition(ledger, Row(ValueType::kMemory, kLeast, "12 GiB")) == "c");
  ledger = Issued({}, ledger);  // withdrawn, and asked again
  CHECK(edition(ledger, row) == "b");
}
