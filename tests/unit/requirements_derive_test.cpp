#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "compiler/requirements/collector.h"
#include "compiler/requirements/derive.h"
#include "tests/unit/request_story.h"

using namespace hotsite;
using namespace hotsite::requirements;

namespace {

const Requirement& RowOf(const Requirements& requirements, std::string_view key) {
  const Requirement* row = requirements.Find(key);
  REQUIRE(row != nullptr);
  return *row;
}

std::vector<std::string> Keys(const Requirements& requirements, Category category) {
  std::vector<std::string> keys;
  for (const Requirement& row : requirements.all) {
    if (row.category == category) keys.push_back(row.key);
  }
  return keys;
}

void CheckWording(const Requirement& row) {
  INFO(row.sentence);
  const std::string text = " " + row.sentence + " ";
  for (const char* vague : {"sufficient", "adequate", "approximately", "as last year", "similar", "etc", "and/or",
                            "if possible", " MUST ", " WILL ", " CAN ", "  "}) {
    CHECK(text.find(vague) == std::string::npos);
  }
  const bool binds = text.find(" SHALL ") != std::string::npos || text.find(" MAY ") != std::string::npos;
  CHECK(binds == (row.kind != Kind::kInformation));
  CHECK(row.sentence.back() == '.');
  for (const char* keyword : {"SHALL", "SHOULD", "MAY "}) CHECK(row.reason.find(keyword) == std::string::npos);
  CHECK_FALSE(row.reason.empty());
  CHECK_FALSE(row.subject.empty());
}

}  // namespace

TEST_CASE("derive: nothing without a recovery") {
  testing::HostModel shop;
  CHECK(Derive(shop.model, {}).all.empty());
}

TEST_CASE("derive: the good year") {
  const auto shop = testing::OwnPartitions();
  const Requirements requirements = Derive(shop.model, {});
  using Texts = std::vector<std::string>;
  CHECK(Keys(requirements, Category::kPlacement) ==
        Texts{"place/PRODA/kind", "place/VMPROD/kind", "place/VMPROD/levels", "place/BIGBOX/one-machine"});
  CHECK(Keys(requirements, Category::kProcessors) ==
        Texts{"cpu/PRODA/count", "cpu/PRODA/type", "cpu/VMPROD/count", "cpu/VMPROD/type", "cpu/VMPROD/dedicated"});
  CHECK(Keys(requirements, Category::kHiperSockets) == Texts{"hipersockets/HS/members", "hipersockets/HS/frame",
                                                             "hipersockets/HS/means", "devices/HS/VMPROD",
                                                             "devices/HS/PRODA"});
  CHECK(Keys(requirements, Category::kDisk) == Texts{"disk/PRODA/3390_9", "disk/PRODA/devices"});
  CHECK(Keys(requirements, Category::kSchedule) == Texts{"schedule/begin", "schedule/end", "schedule/ready"});
  CHECK(Keys(requirements, Category::kVirtualSwitches).empty());
  const Requirement& memory = RowOf(requirements, "mem/VMPROD/central");
  CHECK(memory.value == "24 GiB");
  CHECK(memory.reason == "2007: less than half was given");
  CHECK(RowOf(requirements, "hipersockets/HS/members").reason ==
        "Between the router and the databases on z/OS. Without it the systems can not talk to each other.");
  CHECK(RowOf(requirements, "cpu/VMPROD/type").kind == Kind::kChoice);
}

TEST_CASE("derive: guests under the vendor's z/VM") {
  const auto shop = testing::UnderVendor();
  const Requirements requirements = Derive(shop.model, {});
  using Texts = std::vector<std::string>;
  CHECK(Keys(requirements, Category::kPlacement) ==
        Texts{"place/VENDORVM/kind", "place/VENDORVM/directory", "place/LNXRTR/kind"});
  CHECK(Keys(requirements, Category::kVirtualSwitches) ==
        Texts{"vsw/VENDORVM/controllers", "vsw/VENDORVM/DRVSW/definition", "vsw/VENDORVM/DRVSW/uplink",
              "vsw/VENDORVM/DRVSW/grants", "vsw/VENDORVM/DRHS/definition", "vsw/VENDORVM/DRHS/frame"});
  CHECK(RowOf(requirements, "devices/UPLINK/VENDORVM").value == "0C00-0C0F");
  CHECK(RowOf(requirements, "mem/LNXRTR/central").attribute == "virtual storage");
}

TEST_CASE("derive: every hole is asked once, under its own key") {
  const auto shop = testing::OwnPartitions();
  const Requirements requirements = Derive(shop.model, {});
  for (std::uint32_t i = 0; i < shop.model.holes.size(); ++i) {
    const model::HoleId hole{i};
    CHECK(std::count_if(requirements.all.begin(), requirements.all.end(),
                        [&](const Requirement& row) { return row.hole == hole; }) == 1);
    const Requirement& row = RowOf(requirements, shop.model.at(hole).key);
    CHECK(row.kind == Kind::kQuestion);
    CHECK(requirements.IdOf(hole) == row.id);
  }
}

TEST_CASE("derive: wording, keys and order") {
  for (const auto& shop : {testing::OwnPartitions(), testing::UnderVendor()}) {
    const Requirements requirements = Derive(shop.model, {});
    std::set<std::string> keys, ids;
    for (const Requirement& row : requirements.all) {
      CheckWording(row);
      CHECK(keys.insert(row.key).second);
      CHECK(ids.insert(row.id).second);
      CHECK(row.is_new);
    }
    CHECK(std::is_sorted(requirements.all.begin(), requirements.all.end(),
                         [](const Requirement& a, const Requirement& b) { return a.category < b.category; }));
  }
}

TEST_CASE("derive: identifiers come from the ledger and are never used again") {
  const auto shop = testing::OwnPartitions();
  Ledger ledger;
  ledger.identifiers = {{"place/VMPROD/kind", "PLC-007"}, {"place/GONE/kind", "PLC-009"}};
  const Requirements requirements = Derive(shop.model, ledger);
  CHECK(RowOf(requirements, "place/VMPROD/kind").id == "PLC-007");
  CHECK_FALSE(RowOf(requirements, "place/VMPROD/kind").is_new);
  CHECK(RowOf(requirements, "place/PRODA/kind").id == "PLC-010");
  CHECK(RowOf(requirements, "place/VMPROD/levels").id == "PLC-011");
  const Ledger next = WithNewKeys(ledger, requirements);
  CHECK(next.identifiers.at("place/PRODA/kind") == "PLC-010");
  CHECK(next.identifiers.at("place/GONE/kind") == "PLC-009");
  const Requirements again = Derive(shop.model, next);
  for (std::size_t i = 0; i < again.all.size(); ++i) {
    CHECK(again.all[i].id == requirements.all[i].id);
    CHECK_FALSE(again.all[i].is_new);
  }
}

TEST_CASE("derive: a renamed system keeps its identifiers") {
  auto shop = testing::OwnPartitions();
  const Ledger ledger = WithNewKeys({}, Derive(shop.model, {}));
  const std::string before = ledger.identifiers.at("mem/VMPROD/central");
  for (model::System& system : shop.model.systems) {
    if (system.name != "VMPROD") continue;
    system.name = "VMNEW";
    system.renamed_from = "VMPROD";
  }
  const Requirements requirements = Derive(shop.model, ledger);
  CHECK(RowOf(requirements, "mem/VMNEW/central").id == before);
  CHECK_FALSE(RowOf(requirements, "mem/VMNEW/central").is_new);
  const Ledger next = WithNewKeys(ledger, requirements);
  CHECK(next.identifiers.count("mem/VMPROD/central") == 0);
  CHECK(next.identifiers.at("mem/VMNEW/central") == before);
}

TEST_CASE("derive: rows of a second site have keys of their own and name the site") {
  auto shop = testing::OwnPartitions();
  const auto second = shop.AddSite("other", true);
  shop.Place(
      second, *[&] {
        const model::System* system = shop.model.FindSystem("PRODA");
        return std::optional(shop.model.IdOf(*system));
      }());
  shop.model.IndexPlacements();
  const Requirements requirements = Derive(shop.model, {});
  CHECK(RowOf(requirements, "place/PRODA/kind").sentence ==
        "At the site hotsite, the partition PRODA SHALL be a logical partition. It SHALL NOT be a guest of any z/VM "
        "system.");
  CHECK(RowOf(requirements, "place/PRODA/kind@other").sentence ==
        "At the site other, the partition PRODA SHALL be a logical partition. It SHALL NOT be a guest of any z/VM "
        "system.");
  CHECK(RowOf(requirements, "place/PRODA/kind@other").site == "other");
  CHECK(RowOf(requirements, "schedule/begin").sentence.find("At the site") == std::string::npos);
  CHECK(RowOf(requirements, "schedule/begin").site.empty());
}

TEST_CASE("derive: free text loses what would speak for the document") {
  CHECK(PlainText("It SHALL work,\n\tand MAY not; MAYOR SHALLOW") == "It shall work, and may not; MAYOR SHALLOW");
  CHECK(PlainText("  a\x01 b ") == "a b");
}
