// The status table and its JSON: what they count, and that no text of a reply breaks out of them.
#include "compiler/driver/contract_status.h"

#include <catch2/catch.hpp>
#include <string>

#include "compiler/contract/status.h"
#include "compiler/support/utf8.h"
#include "compiler/values/scan.h"

namespace hotsite::contract {
namespace {

using model::AnswerKind;
using requirements::Category;
using requirements::Requirement;

Requirement Row(std::string id, Category category, std::string subject) {
  Requirement row;
  row.id = std::move(id);
  row.category = category;
  row.subject = std::move(subject);
  row.attribute = "central storage";
  row.key = "mem/" + row.id + "/central";
  row.type = requirements::ValueType::kMemory;
  row.value = "24 GiB";
  return row;
}

model::Answer Line(AnswerKind kind, std::string id, std::string value, std::string note) {
  model::Answer answer;
  answer.kind = kind;
  answer.id = std::move(id);
  answer.value = std::move(value);
  answer.note = std::move(note);
  return answer;
}

/// One row agreed, one refused, one open, one that the request doesn't have; with a hostile text wherever one may
/// stand.
struct Sample {
  explicit Sample(const std::string& text) {
    for (const char* id : {"MEM-001", "MEM-002"}) requirements.all.push_back(Row(id, Category::kMemory, text));
    requirements.all.push_back(Row("XST-001", Category::kExpandedStorage, text));
    contract.recovery = text;
    model::Reply& reply = contract.replies.emplace_back();
    reply.what = text;
    reply.answers = {
        Line(AnswerKind::kConfirm, "MEM-001", "24 GiB", ""), Line(AnswerKind::kDeviate, "MEM-002", text, text),
        Line(AnswerKind::kUnclear, "XST-001", text, text), Line(AnswerKind::kConfirm, "MEM-999", text, text)};
    answers = Compare(requirements, contract);
  }

  requirements::Requirements requirements;
  model::Contract contract;
  Answers answers;
};

std::string TableOf(const std::string& text, const driver::StatusOptions& options = {}) {
  return driver::ContractStatus(Sample(text).answers, options);
}

TEST_CASE("rows are counted by section and standing, those of another request in none") {
  const Sample sample("VMPROD");
  const auto sections = BySection(sample.answers);
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].category == Category::kMemory);
  CHECK((sections[0].agreed == 1 && sections[0].refused == 1 && sections[0].open == 0));
  CHECK((sections[1].agreed == 0 && sections[1].refused == 0 && sections[1].open == 1));
  CHECK(Total(sections).agreed == 1);
  CHECK(RowsOf(sample.answers, Standing::kRefused).size() == 1);
  CHECK(RowsOf(sample.answers, Standing::kOpen).size() == 1);
  CHECK(RowsOf(sample.answers, Standing::kAgreed).empty());
  CHECK(ForeignRows(sample.answers).size() == 1);
}

TEST_CASE("the table stays 80 columns wide and commands no terminal, whatever the vendor wrote") {
  for (const std::string& text :
       {std::string("a\x1B[2Jb\x07"), std::string("\u202Eevil\u2066"), std::string(500, 'x'),
        std::string("a\nb\r\n\tc"), std::string("many words in a row ") + std::string(300, ' ') + "end",
        std::string("日本語のテキストが長いとき 日本語"), std::string("::error::x"), std::string("%0A")}) {
    CAPTURE(text);
    const std::string table = TableOf(text);
    for (const std::string_view line : Split(table, '\n')) {
      CAPTURE(line);
      CHECK(DisplayWidth(line) <= 80);
      CHECK_FALSE(FindControl(line));
      CHECK_FALSE(line.ends_with(' '));
    }
  }
}

TEST_CASE("the table has colours where they are wanted, and lists only so many rows") {
  CHECK(TableOf("VMPROD").find('\x1B') == std::string::npos);
  CHECK(TableOf("VMPROD", {true, 100}).find('\x1B') != std::string::npos);
  CHECK(TableOf("VMPROD", {false, 0}).find("and 1 more row; `--format json` lists all") != std::string::npos);
}

TEST_CASE("the JSON holds every row with who said what") {
  const Sample sample("line\nbreak \"quote\" \x1B");
  std::string problem;
  const auto json = Json::Parse(StatusJson(sample.answers).Print(), &problem);
  CAPTURE(problem);
  REQUIRE(json);
  CHECK(json->Find("agreed")->AsInteger() == 1);
  CHECK(json->Find("rows")->AsArray()->size() == 4);
  const Json& refused = json->Find("rows")->AsArray()->at(1);
  CHECK(*refused.Find("id")->AsString() == "MEM-002");
  CHECK(*refused.Find("status")->AsString() == "deviation");
  CHECK(*refused.Find("standing")->AsString() == "refused");
  CHECK(*refused.Find("answer")->Find("note")->AsString() == "line\nbreak \"quote\" \x1B");
}

}  // namespace
}  // namespace hotsite::contract
