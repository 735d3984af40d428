// Tables and JSON as they come back from a vendor's spreadsheet or program.
#include <catch2/catch.hpp>
#include <string>

#include "compiler/diagnostics/codes.h"
#include "compiler/reply/reply.h"

namespace hotsite {
namespace {

using reply::Read;

std::string Utf16(const std::string& ascii) {
  std::string wide = "\xFF\xFE";
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

TEST_CASE("a CSV file is read as spreadsheets of all countries write it") {
  const std::string plain =
      "id,kind,answer,value,initials,date,note,subject,requirement,edition,request\r\n"
      "MEM-003,REQ,confirm,24 GiB,JS,2009-08-18,\"a, \"\"b\"\"\",VMPROD,It SHALL.,b,2009 revision 2 "
      "9f86d081884c7d65\r\n";
  std::string semicolons = plain;
  for (char& c : semicolons) c = c == ',' ? ';' : c;
  for (const std::string& text : {plain, "\xEF\xBB\xBF" + plain, Utf16(plain), "\r\n\r\n" + plain}) {
    const Read read = reply::ReadReply(text);
    INFO(read.problem.what);
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].id == "MEM-003");
    CHECK(read.rows[0].edition == "b");
    CHECK(read.rows[0].answer == "confirm");
    CHECK(read.rows[0].value == "24 GiB");
    CHECK(read.rows[0].note == "a, \"b\"");
    CHECK(read.rows[0].sentence == "It SHALL.");
    CHECK(read.request == "2009");
    CHECK(read.revision == "2");
    CHECK(read.digest == "9f86d081884c7d65");
  }
  CHECK(reply::ReadReply(semicolons).rows.at(0).value == "24 GiB");
  CHECK(reply::ReadReply("sep=;\n" + semicolons).rows.at(0).line == 3);
}

TEST_CASE("columns stand in any order, others beside them, and cells of more than one line") {
  const Read read =
      reply::ReadReply("Value\tMine\t ID \tAnswer\n\"0C00-0C05,\n0D00\"\tabc\tosa-004 b\t\n\t\tMEM-001 b\tok\n");
  REQUIRE(read.problem.code == 0);
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].value == "0C00-0C05, 0D00");
  CHECK(read.rows[1].id == "MEM-001");
  CHECK(read.rows[1].edition == "b");
  CHECK(read.rows[1].line == 3);
  REQUIRE(read.remarks.size() == 1);
  CHECK(read.remarks[0].find("`Mine`") != std::string::npos);
}

TEST_CASE("what protects a cell from a spreadsheet is no part of it") {
  const Read read =
      reply::ReadReply("id,answer,value\nOSA-001,,'0600\nOSA-002,,X'1E05'\nOSA-003,,'=1+1\nOSA-004,,600\n");
  REQUIRE(read.rows.size() == 4);
  CHECK(read.rows[0].value == "0600");
  CHECK(read.rows[1].value == "1E05");
  CHECK(read.rows[2].value == "=1+1");
  CHECK(read.rows[3].value == "600");
}

TEST_CASE("no text of a table commands a terminal, breaks a line or grows without end") {
  const Read read = reply::ReadReply(
      "id,answer,value,note\nMEM-001,confirm,\x1B[31m\xE2\x80\xAE"
      "24,\"a\x07\nb\"\nMEM-002,confirm," +
      std::string(20'000, 'x') + ",\n");
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0].value == "[31m24");
  CHECK(read.rows[0].note == "a b");
  CHECK(read.rows[1].value.size() == reply::kMaxCell);
  CHECK(read.remarks.size() == 1);
}

std::uint16_t ProblemOf(const std::string& bytes) { return reply::ReadReply(bytes).problem.code; }

TEST_CASE("a table that can't be read says why") {
  CHECK(ProblemOf("id,answer,value\nMEM-001,confirm,\"24") == codes::kBrokenTable.number);
  CHECK(ProblemOf("id,answer\nMEM-001,confirm\n") == codes::kNotTheTable.number);
  CHECK(ProblemOf("id,answer,value,value\nMEM-001,,1,2\n") == codes::kNotTheTable.number);
  CHECK(ProblemOf("Dear Sir,\nall is well.\n") == codes::kNotTheTable.number);
  CHECK(ProblemOf("id,answer,value,note\nMEM-001,,,Z\xFCrich\n") == codes::kReplyNotUtf8.number);
  CHECK(ProblemOf("id,answer,value\nMEM-001" + std::string(300, ',') + "\n") == codes::kBrokenTable.number);
  CHECK(ProblemOf("") == codes::kNotAReply.number);
  const Read read = reply::ReadReply("id;Antwort;value\nMEM-001;ja;\n");
  CHECK(read.problem.what == "has no column `answer`");
  CHECK(read.problem.notes.at(0) == "its columns are `id`, `Antwort`, `value`");
}

TEST_CASE("JSON is read strictly") {
  const Read read = reply::ReadReply(
      R"({"request": "Disaster recovery request 2009", "revision": 2, "digest": "9f86d081884c7d65",
          "requirements": [{"id": "MEM-003", "sentence": "It SHALL."}],
          "answers": [{"id": "MEM-003", "edition": "b", "answer": "confirm", "value": 24, "note": "n"}]})");
  INFO(read.problem.what);
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].value == "24");
  CHECK(read.rows[0].sentence == "It SHALL.");
  CHECK(read.rows[0].field == "answers[0]");
  CHECK(read.revision == "2");
  const Read misspelt = reply::ReadReply(R"({"answers": [{"id": "MEM-003", "vaule": "24"}]})");
  CHECK(misspelt.problem.what == "has a member `vaule`, which no answer has");
  CHECK(misspelt.problem.notes.at(0) == "the place: answers[0] (MEM-003)");
  for (const char* text : {R"({"answers": [{"value": "24"}]})", R"({"answers": [1]})", R"({})", R"([])",
                           R"({"answers": [)", R"({"answers": [{"id": "MEM-003", "value": 1.5}]})"})
    CHECK(ProblemOf(text) == codes::kNotTheAnswers.number);
  CHECK(ProblemOf("{\"answers\": " + std::string(100'000, '[')) == codes::kNotTheAnswers.number);
}

}  // namespace
}  // namespace hotsite
