// What carries a NIC: which of several that could is taken.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/unit/checked.h"

namespace hotsite {
namespace {

/// What the only NIC of `name` is attached to at the first site: "OSA O1 0C10", "vswitch VSW1", "nothing".
std::string CarriedBy(const Checked& checked, const std::string& name) {
  INFO(checked.text);
  REQUIRE(checked.model);
  const model::Model& model = *checked.model;
  for (const model::Placement& placement : model.placements) {
    if (model.SystemOf(placement).name != name) continue;
    const model::Attachment& to = placement.nics.at(0).attachment;
    if (to.kind == model::Attachment::Kind::kNone) return "nothing";
    if (to.kind == model::Attachment::Kind::kDevices)
      return fmt::format("{} {} {}", model.at(to.carrier).KindName(), model.at(to.carrier).name, to.device->ToString());
    const model::Lan& lan = model.at(to.host).lans.at(to.lan).lan;
    return fmt::format("{} {}", lan.KindName(), lan.name);
  }
  return "not placed";
}

Checked GuestsOfVm1(const std::string& machine) {
  return Check(R"(
network OFFICE { subnet 10.20.30.0/24 }
zos PRODA { nic 0800 on OFFICE address OFFICE[10] }
linux LNX2 { nic 0600 on OFFICE address OFFICE[22] }
zvm VM1 {
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21] }
}
kvm KVM1 {
  bridge br0 carries OFFICE
  linux APP1 { nic 0600 on OFFICE address OFFICE[23] }
}
site home { machine M {
  lpar VM1 { guest PRODA; guest LNX2 }
  lpar KVM1
)" + machine + "} }");
}

TEST_CASE("a guest that is given devices by its name gets them before a LAN of its z/VM") {
  const Checked checked =
      GuestsOfVm1("osa O1 carries OFFICE { devices 0C00-0C0F for VM1, KVM1; devices 0C10-0C1F for PRODA, LNX1 }");
  CHECK(CarriedBy(checked, "PRODA") == "OSA O1 0C10");
  CHECK(CarriedBy(checked, "LNX1") == "OSA O1 0C14");
  CHECK(CarriedBy(checked, "LNX2") == "vswitch VSW1");
}

TEST_CASE("devices for its z/VM or for everybody leave a guest on the LAN of its z/VM") {
  CHECK(CarriedBy(GuestsOfVm1("osa O1 carries OFFICE { devices 0C00-0C0F for VM1, KVM1 }"), "PRODA") == "vswitch VSW1");
  CHECK(CarriedBy(GuestsOfVm1("osa O1 carries OFFICE { devices 0C00-0C0F }"), "PRODA") == "vswitch VSW1");
}

TEST_CASE("a carrier that is for its z/VM may name the guest") {
  const Checked checked = GuestsOfVm1(
      "osa O1 carries OFFICE for VM1, KVM1 { devices 0C00-0C0F for VM1, KVM1; devices 0D00-0D0F for LNX2 }");
  CHECK(CarriedBy(checked, "LNX2") == "OSA O1 0D00");  // its z/VM is reached, so it is
}

TEST_CASE("a guest of a KVM has virtio devices, whatever names it") {
  CHECK(CarriedBy(GuestsOfVm1("osa O1 carries OFFICE { devices 0C00-0C0F for VM1, KVM1, APP1 }"), "APP1") ==
        "bridge br0");
}

}  // namespace
}  // namespace hotsite
