// What a filled form says, as lines of a contract; and contracts as text.
#include <catch2/catch.hpp>
#include <string>

#include "compiler/check/check.h"
#include "compiler/contract/print.h"
#include "compiler/diagnostics/render.h"
#include "compiler/reply/to_contract.h"
#include "compiler/syntax/format.h"

namespace hotsite {
namespace {

using model::Answer;
using model::AnswerKind;
using requirements::Kind;
using requirements::Requirement;

requirements::Requirements Asked() {
  requirements::Requirements rows;
  const auto add = [&](const char* id, Kind kind, requirements::ValueType type, const char* value,
                       const char* edition) {
    Requirement row;
    row.id = id;
    row.kind = kind;
    row.type = type;
    row.value = value;
    row.edition = edition;
    row.sentence = std::string("Sentence of ") + id;
    rows.all.push_back(row);
  };
  add("PLC-001", Kind::kDemand, requirements::ValueType::kText, "logical partition", "");
  add("MEM-001", Kind::kDemand, requirements::ValueType::kMemory, "16 GiB", "b");
  add("OSA-004", Kind::kQuestion, requirements::ValueType::kDevices, "", "");
  add("SCH-001", Kind::kInformation, requirements::ValueType::kNone, "", "");
  return rows;
}

/// The lines that a table makes, as a contract has them.
std::string LinesOf(const std::string& table, bool sure = true) {
  const reply::Lines lines = reply::LinesOf(reply::ReadReply(table), {Asked(), sure});
  model::Reply reply;
  reply.what = "t";
  reply.answers = lines.answers;
  std::string text = contract::Print(reply);
  for (const std::string& remark : lines.remarks) text += "- " + remark + "\n";
  return text;
}

TEST_CASE("a table's rows become lines in the order of the request") {
  CHECK(LinesOf("id,answer,value,initials,date,note\nOSA-004,,0C00-0C05,JS,2009-08-18,\nPLC-001,OK,,JS,18.08.2009,as "
                "asked\nMEM-001,dev,10 GiB,,,\nSCH-001,,,,,\n") ==
        "  reply \"t\" {\n"
        "    confirm PLC-001 note \"as asked\" by \"JS\" on 2009-08-18 line 3\n"
        "    deviate MEM-001 b 10 GiB line 4\n"
        "    answer OSA-004 0C00-0C05 by \"JS\" on 2009-08-18 line 2\n"
        "  }\n");
}

TEST_CASE("what isn't surely one answer is unclear, and blanks confirm nothing") {
  CHECK(LinesOf("id,answer,value,date\nPLC-001,n/a,,\nMEM-001,,24 "
                "GiB,01/02/2009\nOSA-004,0C00,,\nCPU-999,yes,,\nfoo,yes,,\n") ==
        "  reply \"t\" {\n"
        "    unclear PLC-001 note \"the answer reads `n/a`\" line 2\n"
        "    answer MEM-001 b 24 GiB note \"dated `01/02/2009`\" line 3\n"
        "    answer OSA-004 0C00 line 4\n"
        "    confirm CPU-999 line 5\n"
        "  }\n"
        "- MEM-001: the date `01/02/2009` can't be read for sure, so it is kept in the note\n"
        "- `foo` is no identifier of a row, so what stands with it isn't taken\n");
  CHECK(LinesOf("id,answer,value\nPLC-001,,\nOSA-004,confirm,\n") ==
        "  reply \"t\" {\n    unanswered PLC-001 line 2\n    confirm OSA-004 line 3\n  }\n");
}

TEST_CASE("a row whose text was changed is altered, one of another edition keeps it") {
  CHECK(LinesOf("id,answer,value,requirement\nPLC-001,yes,,Sentence of a guest\n") ==
        "  reply \"t\" {\n    confirm PLC-001 line 2\n    altered PLC-001 note \"Sentence of a guest\" line 2\n  }\n");
  CHECK(LinesOf("id,answer,value,requirement\nMEM-001,yes,,Sentence of  MEM-001\n", false) ==
        "  reply \"t\" {\n    confirm MEM-001 b line 2\n  }\n");
  CHECK(LinesOf("id,answer,value\nMEM-001,yes,\n", false) == "  reply \"t\" {\n    confirm MEM-001 line 2\n  }\n");
  CHECK(LinesOf("id,answer,value,edition\nMEM-001,yes,,c\n") == "  reply \"t\" {\n    confirm MEM-001 c line 2\n  }\n");
}

TEST_CASE("a date is read when only one day can be meant") {
  for (const char* text : {"2009-08-18", "18.08.2009", "8/18/2009", "18/8/2009", "18 Aug 2009", "Aug 18, 2009",
                           "18-Aug-2009", "2009/08/18", "18. August 2009"}) {
    INFO(text);
    REQUIRE(reply::DateIn(text).has_value());
    CHECK(reply::DateIn(text)->ToString() == "2009-08-18");
  }
  CHECK(reply::DateIn("8/8/2009")->ToString() == "2009-08-08");
  for (const char* text : {"01/02/2009", "01-Feb", "18.08.09", "40043", "2009-13-01", "31.02.2009", "soon", "",
                           "1-2-3-4", "2009-08-18-2009"})
    CHECK_FALSE(reply::DateIn(text).has_value());
}

/// Hostile texts in every place that holds one.
model::Contract HostileContract() {
  model::Contract contract;
  contract.recovery = "20\"09\\ {x}";
  contract.revision = 2;
  contract.digest = "9f86";
  model::Reply reply;
  reply.what = "a \" { } } \\ // b";
  reply.received = *Date::Parse("2009-08-20");
  reply.file = "replies/\u00FC.csv";
  std::int64_t page = 1;
  for (const char* value :
       {"24 GiB", "0C00-0C05, 0D00", "b", "note", "by", "a  b", "0C00 - 0C05", "??", "{n}", "x\\\"y", "a,b", "1E+05",
        "24 GiB // c", "because", "2097-E26", ",", "10.1.2.3/24", "-", "PRODA, PRODB,"}) {
    Answer answer;
    answer.id = "MEM-001";
    answer.edition = page % 3 == 0 ? "b" : page % 3 == 1 ? "" : "aa";
    answer.kind = AnswerKind::kAnswer;
    answer.value = value;
    answer.note = std::string("n ") + value;
    answer.initials = "J\"S";
    answer.date = *Date::Parse("2009-08-18");
    answer.field = "MEM-001_value";
    answer.page = page++;
    reply.answers.push_back(answer);
  }
  contract.replies = {reply, reply};
  model::DeviationAccepted accepted;
  accepted.id = "XST-001";
  accepted.value = "none";
  accepted.reason = "not {needed}";
  contract.accepted.push_back(accepted);
  return contract;
}

TEST_CASE("a printed contract is read back as it was, and fmt leaves it alone") {
  const model::Contract contract = HostileContract();
  const std::string text = contract::Print(contract);
  SourceMap sources;
  Reporter reporter;
  check::MemorySources files;
  files.Put("c.dr", text);
  const auto read = check::ReadContracts("c.dr", files, sources, reporter);
  CHECK(RenderTerminal(reporter.Take(), sources, {}) == "");
  REQUIRE(read.size() == 1);
  CHECK(contract::Print(read[0]) == text);
  CHECK(read[0].recovery == contract.recovery);
  REQUIRE(read[0].replies.size() == 2);
  for (std::size_t i = 0; i < contract.replies[0].answers.size(); ++i) {
    const Answer &one = contract.replies[0].answers[i], &other = read[0].replies[0].answers.at(i);
    CHECK(one.value == other.value);
    CHECK(one.note == other.note);
    CHECK(one.edition == other.edition);
  }
  SourceMap again;
  CHECK(syntax::Format(again, again.Add("c.dr", text), reporter) == text);
}

}  // namespace
}  // namespace hotsite
