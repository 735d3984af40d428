// Answers against requirements: which line counts, which status it gives, what an acceptance takes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <string>

#include "compiler/contract/answers.h"
#include "compiler/contract/tell.h"
#include "compiler/contract/value_form.h"
#include "compiler/requirements/derive.h"
#include "tests/unit/checked.h"
#include "tests/unit/random_spec.h"

namespace hotsite::contract {
namespace {

using model::Answer;
using model::AnswerKind;
using requirements::Kind;
using requirements::Requirement;
using requirements::Requirements;
using requirements::ValueType;

Requirement Memory(std::string id, std::string edition = {}) {
  Requirement row;
  row.id = std::move(id);
  row.edition = std::move(edition);
  row.key = "mem/" + row.id + "/central";
  row.category = requirements::Category::kMemory;
  row.type = ValueType::kMemory;
  row.value = "24 GiB";
  row.comparator = model::Comparator::kAtLeast;
  row.subject = "VMPROD";
  row.attribute = "central storage";
  return row;
}

Answer Line(AnswerKind kind, std::string id, std::string value = {}, std::string edition = {}) {
  Answer answer;
  answer.kind = kind;
  answer.id = std::move(id);
  answer.value = std::move(value);
  answer.edition = std::move(edition);
  return answer;
}

/// One reply for each list.
model::Contract ContractOf(std::vector<std::vector<Answer>> replies) {
  model::Contract contract;
  for (auto& answers : replies) contract.replies.emplace_back().answers = std::move(answers);
  return contract;
}

/// The status of a row that asks for at least 24 GiB under the edition `b`.
std::string StatusAfter(std::vector<std::vector<Answer>> replies) {
  Requirements requirements;
  requirements.all.push_back(Memory("MEM-001", "b"));
  const model::Contract contract = ContractOf(std::move(replies));
  const Answers answers = Compare(requirements, contract);
  return ToString(answers.rows.front().status);
}

const Answer kYes = Line(AnswerKind::kConfirm, "MEM-001", "24 GiB", "b");
const Answer kLess = Line(AnswerKind::kConfirm, "MEM-001", "10 GiB", "b");
const Answer kNo = Line(AnswerKind::kDeviate, "MEM-001", "10 GiB", "b");
const Answer kBlank = Line(AnswerKind::kUnanswered, "MEM-001", "", "b");
const Answer kUnclearLine = Line(AnswerKind::kUnclear, "MEM-001", "", "b");
const Answer kAlteredLine = Line(AnswerKind::kAltered, "MEM-001", "", "b");
const Answer kOld = Line(AnswerKind::kConfirm, "MEM-001", "16 GiB");

TEST_CASE("a line gives its row a status") {
  CHECK(StatusAfter({}) == "unanswered");
  CHECK(StatusAfter({{kYes}}) == "agreed");
  CHECK(StatusAfter({{kLess}}) == "contradicted");
  CHECK(StatusAfter({{kNo}}) == "deviation");
  CHECK(StatusAfter({{kBlank}}) == "unanswered");
  CHECK(StatusAfter({{kUnclearLine}}) == "ambiguous");
  CHECK(StatusAfter({{kAlteredLine}}) == "altered");
  CHECK(StatusAfter({{kOld}}) == "stale");
  CHECK(StatusAfter({{Line(AnswerKind::kConfirm, "MEM-001", "lots", "b")}}) == "malformed");
  CHECK(StatusAfter({{Line(AnswerKind::kConfirm, "MEM-001", "none", "b")}}) == "contradicted");
  CHECK(StatusAfter({{Line(AnswerKind::kConfirm, "MEM-001", "TBD", "b")}}) == "unanswered");
  CHECK(StatusAfter({{Line(AnswerKind::kDeviate, "MEM-001", "32 GiB", "b")}}) == "ambiguous");
  CHECK(StatusAfter({{Line(AnswerKind::kDeviate, "MEM-001", "", "b")}}) == "deviation");
  CHECK(StatusAfter({{Line(AnswerKind::kDeviate, "MEM-001", "see our letter", "b")}}) == "deviation");
  CHECK(StatusAfter({{Line(AnswerKind::kAnswer, "MEM-001", "24 GiB", "b")}}) == "ambiguous");
  CHECK(StatusAfter({{Line(AnswerKind::kAnswer, "MEM-001", "10 GiB", "b")}}) == "contradicted");
}

TEST_CASE("of two answers the later one counts, and a blank takes nothing back") {
  CHECK(StatusAfter({{kYes}, {kNo}}) == "deviation");
  CHECK(StatusAfter({{kNo}, {kYes}}) == "agreed");
  CHECK(StatusAfter({{kYes}, {kBlank}}) == "agreed");
  CHECK(StatusAfter({{kBlank}, {kYes}}) == "agreed");
  CHECK(StatusAfter({{kYes}, {kUnclearLine}}) == "ambiguous");
  CHECK(StatusAfter({{kYes}, {kOld}}) == "agreed");
  CHECK(StatusAfter({{kOld}, {kBlank}}) == "stale");
  CHECK(StatusAfter({{kAlteredLine, kYes}}) == "altered");
  CHECK(StatusAfter({{kAlteredLine}, {kYes}}) == "agreed");
  CHECK(StatusAfter({{kAlteredLine}, {kBlank}}) == "altered");
  CHECK(StatusAfter({{kYes}, {kAlteredLine}}) == "altered");
  CHECK(StatusAfter({{kYes, kNo}}) == "ambiguous");
  CHECK(StatusAfter({{kYes, kYes}}) == "agreed");
  CHECK(StatusAfter({{kYes, kNo}, {kYes}}) == "agreed");
}

TEST_CASE("history is kept, oldest first") {
  Requirements requirements;
  requirements.all.push_back(Memory("MEM-001", "b"));
  const model::Contract contract = ContractOf({{kNo}, {kLess}, {kBlank}, {kYes}});
  const Answers answers = Compare(requirements, contract);
  const RowAnswer& row = answers.rows.front();
  REQUIRE(row.earlier.size() == 3);
  CHECK(row.counts.answer == &contract.replies[3].answers[0]);
  std::vector<AnswerKind> kinds;
  for (const Given& given : row.earlier) kinds.push_back(given.answer->kind);
  CHECK(std::count(kinds.begin(), kinds.end(), AnswerKind::kDeviate) == 1);
  CHECK(row.earlier.front().answer == &contract.replies[0].answers[0]);
}

TEST_CASE("an acceptance takes the answer that it names, as long as it holds") {
  Requirements requirements;
  requirements.all.push_back(Memory("MEM-001", "b"));
  Requirement begin = Memory("SCH-001");
  begin.key = "schedule/begin";
  begin.type = ValueType::kTime;
  begin.value = "2009-10-05 08:00";
  requirements.all.push_back(begin);
  model::Contract contract = ContractOf({{kNo, Line(AnswerKind::kConfirm, "SCH-001")}});
  const auto status = [&](std::string value, std::string edition, const char* until) {
    model::DeviationAccepted accepted;
    accepted.id = "MEM-001";
    accepted.edition = std::move(edition);
    accepted.value = std::move(value);
    if (until != nullptr) accepted.until = *Date::Parse(until);
    contract.accepted = {accepted};
    const Answers answers = Compare(requirements, contract);
    CHECK(answers.idle.size() == (answers.rows.front().status == Status::kAccepted ? 0 : 1));
    return std::string(ToString(answers.rows.front().status));
  };
  CHECK(status("", "b", nullptr) == "accepted");
  CHECK(status("10 GB", "b", nullptr) == "accepted");
  CHECK(status("10 GiB", "b", "2009-10-05") == "accepted");
  CHECK(status("10 GiB", "b", "2009-10-04") == "deviation");
  CHECK(status("20 GiB", "b", nullptr) == "deviation");
  CHECK(status("", "", nullptr) == "deviation");
}

/// What somebody who gives all that is asked answers.
Answer Willing(const Requirement& row) {
  const bool question = row.kind == Kind::kQuestion;
  Answer answer = Line(question ? AnswerKind::kAnswer : AnswerKind::kConfirm, row.id, row.value, row.edition);
  if (row.kind == Kind::kChoice) answer.value = row.value.substr(0, row.value.find(' '));
  if (!question) return answer;
  switch (FormOf(row).form) {
    case Form::kDevices:
      answer.value = "1000-1FFF";
      break;
    case Form::kMemory:
      answer.value = "64 GiB";
      break;
    case Form::kFrame:
      answer.value = "64 KiB";
      break;
    case Form::kCount:
    case Form::kNumbers:
      answer.value = "3";
      break;
    case Form::kSubnet:
      answer.value = "10.1.0.0/16";
      break;
    case Form::kAddress:
      answer.value = "10.1.0.1";
      break;
    case Form::kWwpn:
    case Form::kLun:
      answer.value = "5005076300C20B8E";
      break;
    case Form::kEngineCounts:
      answer.value = "4 CP, 2 IFL";
      break;
    case Form::kTime:
      answer.value = "2026-10-01 08:00";
      break;
    default:
      answer.value = "SOMETHING";
  }
  return answer;
}

TEST_CASE("whoever confirms a random request with what it asks for agrees everywhere") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const std::string text = RandomSpec(seed);
    const Checked checked = Check(text.substr(text.find('\n') + 1));
    REQUIRE(checked.model);
    const Requirements requirements = requirements::Derive(*checked.model, {});
    model::Contract contract = ContractOf({{}});
    for (const Requirement& row : requirements.all) contract.replies[0].answers.push_back(Willing(row));
    const Answers answers = Compare(requirements, contract);
    for (const RowAnswer& row : answers.rows) {
      CAPTURE(seed, row.id, row.row->key, row.row->value, ReasonOf(row));
      CHECK(StandingOf(row.status) == Standing::kAgreed);
    }
    if (requirements.all.empty()) continue;
    // One answer taken back: that row and no other isn't agreed any more.
    std::mt19937 random(seed);
    Answer& changed = contract.replies[0].answers[random() % requirements.all.size()];
    const Requirement& row = requirements.all[static_cast<std::size_t>(&changed - contract.replies[0].answers.data())];
    if (row.kind == Kind::kInformation) continue;
    changed.value = "none";
    changed.kind = AnswerKind::kDeviate;
    const Answers again = Compare(requirements, contract);
    CAPTURE(seed, row.id, row.key);
    CHECK(again.Count(Standing::kRefused) == 1);
    CHECK(again.Find(row.id)->status == Status::kDeviation);
    CHECK(again.Count(Standing::kOpen) == 0);
  }
}

TEST_CASE("a hundred thousand rows are compared in a moment") {
  constexpr std::size_t kRows = 100'000;
  Requirements requirements;
  model::Contract contract = ContractOf({{}, {}});
  for (std::size_t i = 0; i < kRows; ++i) {
    requirements.all.push_back(Memory("MEM-" + std::to_string(i + 1000)));
    const std::string& id = requirements.all.back().id;
    contract.replies[0].answers.push_back(Line(AnswerKind::kUnanswered, id));
    contract.replies[1].answers.push_back(Line(AnswerKind::kConfirm, id, i % 2 == 0 ? "24 GiB" : "10 GiB"));
    model::DeviationAccepted accepted;
    accepted.id = id;
    contract.accepted.push_back(accepted);
  }
  const auto begin = std::chrono::steady_clock::now();
  const Answers answers = Compare(requirements, contract);
  Reporter reporter;
  Report(answers, reporter);
  // Under sanitizers and without optimization it takes seconds; quadratic it would take hours.
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
  CHECK(answers.Count(Status::kAgreed) == kRows / 2);
  CHECK(answers.Count(Status::kAccepted) == kRows / 2);
}

}  // namespace
}  // namespace hotsite::contract
