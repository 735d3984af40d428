// The MTU of a VLAN and of the interface below it, of which Linux refuses the VLAN to have the larger one.
#include <catch2/catch.hpp>

#include "backends/linux/host_plan.h"
#include "tests/unit/host_model.h"

namespace {

using namespace hotsite;
using backends::linux_guest::HostPlan;
using backends::linux_guest::Interface;

/// A system with the network of its OSA device (`below`: its MTU; 0: none, the device carries only the VLAN) and a
/// tagged one with an MTU of 9000 over it.
HostPlan PlanWith(std::int64_t below) {
  testing::HostModel shop;
  const auto plain = shop.AddNetwork("PLAIN", "10.20.1.0/24");
  const auto tagged = shop.AddNetwork("TAGGED", "10.20.120.0/24");
  if (below > 0) shop.model.networks[plain.index].plan.mtu = {below, {}};
  shop.model.networks[tagged.index].plan.mtu = {9000, {}};
  shop.model.networks[tagged.index].plan.vlan = {120, {}};
  const auto system = shop.AddSystem(model::SystemKind::kLinux, "LNX01");
  if (below > 0) shop.AddNic(system, 0x0600, plain, 11);
  shop.AddNic(system, 0x0600, tagged, 11);
  shop.UseSuse();
  const auto site = shop.AddSite("hotsite", true);
  const auto osa = shop.AddCarrier(site, model::Carrier::Kind::kOsa, "UPLINK");
  const auto there = shop.Place(site, system);
  for (std::size_t i = 0; i < shop.model.at(there).nics.size(); ++i) {
    shop.AttachDevices(there, i, osa, 0x0600);
    if (i > 0) shop.model.placements[there.index].nics[i].over = 0;
  }
  return backends::linux_guest::PlanHost(shop.Input(), shop.model.at(there));
}

TEST_CASE("linux plan: an interface that only carries a VLAN has the VLAN's MTU") {
  const HostPlan plan = PlanWith(0);
  REQUIRE(plan.interfaces.size() == 2);
  CHECK_FALSE(plan.interfaces[0].is_addressed());
  CHECK(plan.interfaces[0].mtu == 9000);
  CHECK(plan.interfaces[1].mtu == 9000);
  CHECK(plan.unwritten.empty());
}

TEST_CASE("linux plan: a VLAN over a network of smaller packets gets these, and the README says so") {
  const HostPlan plan = PlanWith(1500);
  REQUIRE(plan.interfaces.size() == 2);
  CHECK(plan.interfaces[1].kind == Interface::Kind::kVlan);
  CHECK(plan.interfaces[0].mtu == 1500);
  CHECK(plan.interfaces[1].mtu == 1500);
  REQUIRE(plan.unwritten.size() == 1);
  CHECK(plan.unwritten.front() ==
        "VLAN 120: its MTU of 9000 is larger than that of the interface below it, 1500, which it gets too");
}

TEST_CASE("linux plan: a VLAN over a network of larger packets keeps its own") {
  const HostPlan plan = PlanWith(9216);
  CHECK(plan.interfaces[0].mtu == 9216);
  CHECK(plan.interfaces[1].mtu == 9000);
  CHECK(plan.unwritten.empty());
}

}  // namespace
