#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/document/markdown.h"
#include "backends/request/request.h"
#include "compiler/diff/requirement_changes.h"
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
  REQUIRE(built.size() == 6);
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
      "id,kind,answer,value,initials,date,note,subject,requirement,edition,request\r\nPLC-001,REQ,,,,,,'=1+1,\"a "
      "\"\"b\"\", c\",,";
  CHECK(built.at("request/request.csv").text.substr(0, expected.size()) == expected);
}

TEST_CASE("request: a draft says so, and an issued one says its revision") {
  auto shop = testing::OwnPartitions();
  shop.requirements = requirements::Derive(shop.model, {});
  requirements::Ledger ledger = requirements::WithNewKeys({}, shop.requirements);
  ledger.identifiers["place/GONE/kind"] = "PLC-099";
  requirements::IssuedRevision issued = requirements::NextRevision({}, shop.requirements);
  issued.recovery = "2008";
  issued.spec_digest = "0123456789abcdef";
  issued.issued = *Date::Parse("2008-08-20");
  issued.by = "R. Smith";
  issued.why = "more memory";
  issued.rows["PLC-099"].subject = "GONE";
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
  const diff::Changes changes = diff::Compare(ledger, 1, shop.requirements, "2008");
  input.changes = &changes;
  backends::request::Generate(input, take);
  CHECK(Has(text, "Compared with revision 1 (2008), issued on 2008-08-20."));
  CHECK(Has(text, "- Withdrawn:"));
  CHECK(Has(text, "PLC-099"));
  CHECK(Has(text, fmt::format("1 withdrawn, {} unchanged. Unchanged rows still need an answer",
                              shop.requirements.all.size())));
  input.revision = 1;
  input.changes = nullptr;
  backends::request::Generate(input, take);
  CHECK(Has(text, "Status ISSUED Revision 1"));
  CHECK(Has(text, "No earlier request was issued"));
  CHECK(Has(text, "1 2008-08-20 2008 R. Smith more memory 0123456789ab"));
}

TEST_CASE("request: a z/VM without Linux isn't checked by a command of Linux") {
  auto shop = testing::OwnPartitions();
  const std::string with = Built(shop).at("request/request.md").text;
  CHECK(Has(with, "first Linux up on VMPROD: cat /proc/sysinfo"));
  for (model::System& system : shop.model.systems) {
    if (system.is_linux()) system.kind = model::SystemKind::kZos;
  }
  const std::string without = Built(shop).at("request/request.md").text;
  CHECK_FALSE(Has(without, "first Linux"));
  CHECK(Has(without, "HMC of BIGBOX: VMPROD is in the list of images"));
}

TEST_CASE("request: twice the same") {
  auto first = testing::UnderVendor(), second = testing::UnderVendor();
  const auto a = Built(first), b = Built(second);
  for (const auto& [path, artifact] : a) CHECK(artifact.text == b.at(path).text);
}
