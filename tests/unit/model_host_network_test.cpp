// What a placed system's own network files say: routes that wait for the vendor.
#include <catch2/catch.hpp>

#include "compiler/model/host_network.h"
#include "tests/unit/checked.h"

namespace hotsite::model {
namespace {

/// LNX1 has an interface of each family; `hotsite` says what the recovery site says of their networks.
Checked DualStack(const std::string& hotsite) {
  return Check(R"(
network OFFICE { subnet 10.20.30.0/24; gateway OFFICE[1] }
network OFFICE6 { subnet 2001:db8:30::/64; gateway OFFICE6[1] }
zvm VMPROD {
  vswitch VSW1 carries OFFICE, OFFICE6 { transport ethernet }
  linux LNX1 { nic 0600 on OFFICE6 address OFFICE6[21]; nic 0700 on OFFICE address OFFICE[21] }
}
site home { machine CEC { lpar VMPROD; osa OSA0 carries OFFICE, OFFICE6 { devices 0800-080F } } }
recovery "2009" {
  vendor "V"
  site hotsite {
)" + hotsite + R"(
    machine BIG { lpar VMPROD; osa UP carries OFFICE, OFFICE6 { devices 0800-080F } }
  }
}
)");
}

std::vector<OpenDefault> DefaultsAtHotsite(const Checked& checked) {
  REQUIRE(checked.model.has_value());
  const Model& model = *checked.model;
  const Placement* guest =
      model.Find(model.IdOf(*model.recovery_sites().front()), model.IdOf(*model.FindSystem("LNX1")));
  REQUIRE(guest != nullptr);
  return OpenDefaultsOf(model, *guest);
}

TEST_CASE("host network: each family has an open default route of its own") {
  const Checked checked = DualStack("network OFFICE { gateway ? }\nnetwork OFFICE6 { gateway ? }");
  const auto open = DefaultsAtHotsite(checked);
  REQUIRE(open.size() == 2);
  CHECK(open[0].v4);
  CHECK(open[0].nic == 1);
  CHECK(!open[1].v4);
  CHECK(open[1].nic == 0);
  CHECK(open[0].hole != open[1].hole);
}

TEST_CASE("host network: a known default route of one family leaves the other's open") {
  const auto six = DefaultsAtHotsite(DualStack("network OFFICE6 { gateway ? }"));
  REQUIRE(six.size() == 1);
  CHECK(!six[0].v4);
  const auto four = DefaultsAtHotsite(DualStack("network OFFICE { subnet ? }"));
  REQUIRE(four.size() == 1);
  CHECK(four[0].v4);
  CHECK(DefaultsAtHotsite(DualStack("")).empty());
}

}  // namespace
}  // namespace hotsite::model
