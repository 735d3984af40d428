// checks.h: what shows that a row holds, for the story's two ways to recover.
#include <catch2/catch.hpp>

#include "compiler/requirements/checks.h"
#include "compiler/requirements/derive.h"
#include "tests/unit/request_story.h"

using namespace hotsite;
using requirements::Check;
using requirements::Stage;

namespace {

struct Told {
  testing::HostModel shop;
  requirements::Requirements rows;

  explicit Told(testing::HostModel made) : shop(std::move(made)), rows(requirements::Derive(shop.model, {})) {}
  std::vector<Check> Of(std::string_view key) const {
    const requirements::Requirement* row = rows.Find(key);
    REQUIRE(row != nullptr);
    return requirements::Checks(shop.model).Of(*row);
  }
};

}  // namespace

TEST_CASE("checks: a partition is seen at the hardware console before anything runs, then from inside") {
  const Told told(testing::OwnPartitions());
  const auto checks = told.Of("place/VMPROD/kind");
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].stage == Stage::kBeforeIpl);
  CHECK(checks[0].where == "HMC of BIGBOX");
  CHECK(checks[0].look == "VMPROD is in the list of images, and active");
  CHECK(checks[1].stage == Stage::kSystemUp);
  CHECK(checks[1].where == "first Linux up on VMPROD");
  CHECK(checks[1].command == "cat /proc/sysinfo");
  CHECK(checks[1].look == "LPAR Name is VMPROD; lines VM00 and no line VM01");
}

TEST_CASE("checks: a guest of the vendor's z/VM is asked itself, and has no partition to look at") {
  const Told told(testing::UnderVendor());
  const auto checks = told.Of("place/LNXRTR/kind");
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].where == "LNXRTR");
  CHECK(checks[0].look == "VM00 Name is LNXRTR; no line VM01");
  CHECK(told.Of("vsw/VENDORVM/DRVSW/definition").at(0).where == "CP of VENDORVM");
}

TEST_CASE("checks: every system that a connection serves has to see it") {
  const Told told(testing::OwnPartitions());
  const auto checks = told.Of("osa/UPLINK/reach");
  REQUIRE(checks.size() == 2);
  CHECK(checks[0].where == "console of PRODA");
  CHECK(checks[1].where == "CP of VMPROD");
  CHECK(told.Of("osa/UPLINK/chpids").at(0).where == "HMC of BIGBOX");
}

TEST_CASE("checks: of questions those are looked for that name devices; information isn't checked") {
  const Told told(testing::OwnPartitions());
  const auto checks = told.Of("devices/UPLINK/VMPROD");
  REQUIRE(checks.size() == 1);
  CHECK(checks[0].command == "QUERY OSA ALL");
  CHECK(checks[0].expected == "as answered: ??" + told.rows.Find("devices/UPLINK/VMPROD")->id);
  const requirements::Checks all(told.shop.model);
  for (const requirements::Requirement& row : told.rows.all) {
    if (row.kind == requirements::Kind::kInformation) CHECK(all.Of(row).empty());
  }
}

TEST_CASE("checks: what defines a partition is repaired at the highest cost") {
  using requirements::Repair;
  const Told told(testing::OwnPartitions());
  const auto cost = [&](std::string_view key) { return requirements::RepairOf(*told.rows.Find(key)); };
  CHECK(cost("place/VMPROD/kind") < cost("cpu/VMPROD/count"));
  CHECK(cost("cpu/VMPROD/count") < cost("mem/VMPROD/central"));
  CHECK(cost("mem/VMPROD/central") < cost("osa/UPLINK/chpids"));
}
