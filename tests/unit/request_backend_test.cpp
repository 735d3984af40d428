#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/document/markdown.h"
#include "backends/request/request.h"
#include "compiler/requirements/derive.h"
#include "compiler/support/json.h"
#include "compiler/support/utf8.h"
#include "tests/unit/request_story.h"

using namespace hotsite;

namespace {

/// Words with one blank between them, so that wrapped text can be compared.
std::string Flat(std::string_view text) {
  std::string flat;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) flat += c;
    if (blank && !flat.empty() && flat.back() != ' ') flat += ' ';
  }
  return flat;
}

bool Has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::map<std::string, backends::Artifact> Built(testing::HostModel& shop) {
  shop.requirements = requirements::Derive(shop.model, {});
  return shop.Run(backends::request::kBackend);
}

void CheckSameRows(testing::HostModel shop) {
  const auto built = Built(shop);
  REQUIRE(built.size() == 5);
  const std::string text = Flat(built.at("request/request.txt").text);
  const auto json = Json::Parse(built.at("request/request.json").text, nullptr);
  REQUIRE(json);
  for (const requirements::Requirement& row : shop.requirements.all) {
    INFO(row.sentence);
    CHECK(Has(text, row.id + " " + ToString(row.kind) + " " + row.sentence));
    CHECK(Has(built.at("request/request.md").text, backends::document::EscapeMarkdown(row.sentence)));
    CHECK(Has(built.at("request/request.csv").text, row.id + "," + ToString(row.kind) + ",,,,,,"));
    CHECK(Has(built.at("request/request.csv").text, row.sentence));
    CHECK(Has(built.at("request/request.json").text, "\"" + row.sentence + "\""));
  }
  CHECK(json->Find("requirements")->AsArray()->size() == shop.requirements.all.size());
  const auto informations = shop.requirements.Count(requirements::Kind::kInformation);
  CHECK(json->Find("answers")->AsArray()->size() == shop.requirements.all.size() - informations);
}

}  // namespace

TEST_CASE("request: all four forms carry the same rows") {
  CheckSameRows(testing::OwnPartitions());
  CheckSameRows(testing::UnderVendor());
}

TEST_CASE("request: the text keeps to 72 columns, also with a hostile spec") {
  auto shop = testing::UnderVendor();
  shop.model.recovery->vendor = std::string(200, 'V');
  shop.model.recovery->contacts.front().who = {std::string("x\r\n# y |") + std::string(90, 'W'), {}};
  const std::string text = Built(shop).at("request/request.txt").text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    CHECK(DisplayWidth(std::string_view(text).substr(at, end - at)) <= 72);
    at = end + 1;
  }
}

TEST_CASE("request: no cell of the CSV is a formula or breaks its line") {
  auto shop = testing::OwnPartitions();
  shop.requirements = requirements::Derive(shop.model, {});
  shop.requirements.all.front().subject = "=1+1";
  shop.requirements.all.front().sentence = "a \"b\", c";
  const auto built = shop.Run(backends::request::kBackend);
  const std::string expected =
      "id,kind,answer,value,initials,date,note,subject,requirement\r\nPLC-001,REQ,,,,,,'=1+1,\"a \"\"b\"\", c\"\r\n";
  CHECK(built.at("request/request.csv").text.substr(0, expected.size()) == expected);
}

TEST_CASE("request: a draft says so, and an issued one says its revision") {
  auto shop = testing::OwnPartitions();
  shop.requirements = requirements::Derive(shop.model, {});
  requirements::Ledger ledger = requirements::WithNewKeys({}, shop.requirements);
  ledger.identifiers["place/GONE/kind"] = "PLC-099";
  requirements::IssuedRevision issued{3, "2008", "0123456789abcdef", "more memory", {{"PLC-099", "Gone."}}};
  for (const requirements::Requirement& row : shop.requirements.all) issued.rows.emplace(row.id, row.sentence);
  const std::size_t rows = issued.rows.size();
  ledger.revisions.push_back(std::move(issued));
  shop.requirements = requirements::Derive(shop.model, ledger);
  std::string text;
  backends::BuildInput input = shop.Input();
  const auto take = [&](backends::Artifact artifact) {
    if (artifact.path == "request/request.txt") text = Flat(artifact.text);
  };
  backends::request::Generate(input, take);
  CHECK(Has(text, "Status DRAFT Revision not issued yet"));
  CHECK(Has(text, "No earlier request was issued"));
  input.ledger = &ledger;
  backends::request::Generate(input, take);
  CHECK(Has(text, "Withdrawn: PLC-099."));
  CHECK(Has(text, "No row is new since revision 3."));
  CHECK(Has(text, "No row says something else than before."));
  input.revision = 3;
  backends::request::Generate(input, take);
  CHECK(Has(text, "Status ISSUED Revision 3"));
  CHECK(Has(text, "No earlier request was issued"));
  CHECK(Has(text, fmt::format("3 2008 {} 0123456789ab more memory", rows)));
}

TEST_CASE("request: a row that says something else than before is shown with its old words, also when issued") {
  auto shop = testing::OwnPartitions();
  shop.requirements = requirements::Derive(shop.model, {});
  requirements::Ledger ledger = requirements::WithNewKeys({}, shop.requirements);
  requirements::IssuedRevision first{1, "2008", "", "", {}}, second{2, "2009", "", "", {}};
  for (const requirements::Requirement& row : shop.requirements.all) {
    first.rows.emplace(row.id, row.id == "MEM-002" ? "It said 16 GiB." : row.sentence);
    second.rows.emplace(row.id, row.sentence);
  }
  first.rows.erase("PLC-001");
  for (const unsigned revision : {0U, 2U}) {
    ledger.revisions = {first};
    if (revision > 0) ledger.revisions.push_back(second);
    backends::BuildInput input = shop.Input();
    input.ledger = &ledger;
    input.revision = revision;
    std::string text;
    backends::request::Generate(input, [&](backends::Artifact artifact) {
      if (artifact.path == "request/request.txt") text = Flat(artifact.text);
    });
    CHECK(Has(text, "New since revision 1: PLC-001. No row was withdrawn. 1 row says something else now"));
    CHECK(Has(text, "MEM-002 It said 16 GiB."));
  }
}

TEST_CASE("request: a z/VM without Linux isn't checked by a command of Linux") {
  auto shop = testing::OwnPartitions();
  const std::string with = Built(shop).at("request/request.md").text;
  CHECK(Has(with, "first Linux of VMPROD: cat /proc/sysinfo"));
  for (model::Placement& placement : shop.model.placements) placement.guests.clear();
  const std::string without = Built(shop).at("request/request.md").text;
  CHECK_FALSE(Has(without, "first Linux"));
  CHECK(Has(without, "hardware console of BIGBOX: VMPROD is in the list of images"));
}

TEST_CASE("request: twice the same") {
  auto first = testing::UnderVendor(), second = testing::UnderVendor();
  const auto a = Built(first), b = Built(second);
  for (const auto& [path, artifact] : a) CHECK(artifact.text == b.at(path).text);
}
