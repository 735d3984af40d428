// One device with several networks, several devices with one network: who gets real devices, what stands in directory,
// SYSTEM CONFIG and model.json, what is asked of the vendor.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "backends/linux/host_plan.h"
#include "compiler/requirements/derive.h"
#include "tests/unit/built_spec.h"

namespace hotsite {
namespace {

const model::Placement& PlacementOf(const model::Model& model, const std::string& name, bool recovery = false) {
  for (const model::Placement& placement : model.placements) {
    if (model.SystemOf(placement).name == name && model.at(placement.site).recovery == recovery) return placement;
  }
  FAIL(name + " isn't placed");
  return model.placements.front();
}

/// "OFFICE 0600 0C00; BACKUP 0600 0C00 over 0": network, own device, real device.
std::string NicsOf(const Checked& checked, const std::string& name, bool recovery = false) {
  INFO(checked.text);
  REQUIRE(checked.model);
  std::string text;
  for (const model::PlacedNic& nic : PlacementOf(*checked.model, name, recovery).nics) {
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : "; ", checked.model->at(nic.network).name, nic.device.ToString());
    if (nic.attachment.kind == model::Attachment::Kind::kNone) text += " nothing";
    if (nic.attachment.device.known()) text += " " + nic.attachment.device->ToString();
    if (nic.over) text += fmt::format(" over {}", *nic.over);
    if (nic.bonded_with) text += fmt::format(" bonded with {}", *nic.bonded_with);
  }
  return text;
}

constexpr const char* kNetworks = R"(
use std.zvm
use std.linux
network OFFICE { subnet 10.20.30.0/24; vlan 130 }
network OFFICE6 { subnet 2001:db8:30::/64; vlan 130 }
network BACKUP { subnet 10.20.40.0/24; vlan 140 }
)";

TEST_CASE("a network over a NIC takes no device; a bonded NIC takes three, behind the one that it is bonded with") {
  const Checked checked = Check(std::string(kNetworks) + R"(
linux LNX1 : sles_15_sp5 {
  network BACKUP over 0600 address BACKUP[21]
  nic 0700 on OFFICE bonded with 0600
  nic 0600 on OFFICE address OFFICE[21]
  nic 0800 on OFFICE6 address OFFICE6[21]
}
linux LNX2 : sles_15_sp5 { nic 0600 on BACKUP address BACKUP[22] }
recovery "2026" {
  vendor "A Vendor"
  site hotsite { machine M {
    lpar LNX1
    lpar LNX2
    osa O1 carries OFFICE, OFFICE6, BACKUP { chpids 2; devices 0C00-0C0F }
  } }
}
)");
  CHECK(NicsOf(checked, "LNX1", true) ==
        "OFFICE 0600 0C00; OFFICE6 0800 0C04; OFFICE 0700 0C08 bonded with 0; BACKUP 0600 0C00 over 0");
  CHECK(NicsOf(checked, "LNX2", true) == "BACKUP 0600 0C00");
  for (const Diagnostic& finding : checked.findings) CHECK(finding.severity != Severity::kError);
}

TEST_CASE("a network over a NIC goes nowhere where what carries the NIC doesn't carry it") {
  const Checked checked = Check(std::string(kNetworks) + R"(
zvm VM1 {
  memory 8 GiB
  vswitch VSW1 carries OFFICE { transport ethernet }
  vswitch VSW2 carries BACKUP { transport ethernet }
  linux LNX1 {
    memory 1 GiB
    nic 0600 on OFFICE address OFFICE[21]
    network BACKUP over 0600 address BACKUP[21]
  }
}
site home { machine M { lpar VM1; osa O1 carries OFFICE, BACKUP { devices 0C00-0C0F } } }
)");
  CHECK(NicsOf(checked, "LNX1") == "OFFICE 0600; BACKUP 0600 nothing over 0");
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings.front().message ==
        "`BACKUP` over NIC 0600 of `LNX1` goes nowhere at `home`: vswitch `VSW1` of `VM1` doesn't carry it");
}

std::string UnderVswitch(const std::string& release, const std::string& statements) {
  return std::string(kNetworks) + R"(
zvm VMPROD : )" +
         release + R"( {
  memory 8 GiB
  vswitch VSW1 carries OFFICE, OFFICE6, BACKUP { transport ethernet; controllers DTCVSW1, DTCVSW2 }
  linux LNX1 : sles_15_sp5 {
    memory 1 GiB
    disk 0201 on LX0201
    nic 0600 on OFFICE address OFFICE[21]
)" + statements +
         R"(
  }
}
recovery "2026" {
  vendor "A Vendor"
  site hotsite { machine M { lpar VMPROD; osa O1 carries OFFICE, OFFICE6, BACKUP { devices ? for VMPROD } } }
}
)";
}

constexpr const char* kTrunk = "network BACKUP over 0600 address BACKUP[21]";
constexpr const char* kDualStack = "network OFFICE6 over 0600 address OFFICE6[21]";

bool Has(const BuiltSpec& built, const std::string& path, const std::string& text) {
  INFO(built.checked.text);
  REQUIRE(built.files.contains(path));
  return built.files.at(path).text.find(text) != std::string::npos;
}

TEST_CASE("a port with several VLANs is a trunk, on which the guest tags all frames and no VLAN is made native") {
  const BuiltSpec built = BuildSpec(UnderVswitch("zvm_7_3", kTrunk), "zvm");
  CHECK(Has(built, "zvm/VMPROD/USER.DIRECT", "\nNICDEF 0600 PORTTYPE TRUNK\nNICDEF 0600 VLAN 130 140\n"));
  CHECK_FALSE(Has(built, "zvm/VMPROD/SYSTEM.CONFIG", "NATIVE"));

  const model::Placement& guest = PlacementOf(*built.checked.model, "LNX1", true);
  const requirements::Requirements requirements = requirements::Derive(*built.checked.model, {});
  const backends::BuildInput input{*built.checked.model, requirements, "main.dr", "0", 0};
  std::vector<std::string> faces;
  for (const auto& face : backends::linux_guest::PlanHost(input, guest).interfaces) faces.push_back(face.name);
  CHECK(faces == std::vector<std::string>{"eth0", "eth0.130", "eth0.140"});
}

TEST_CASE("two networks in one VLAN need no trunk, and one NICDEF") {
  const BuiltSpec built = BuildSpec(UnderVswitch("zvm_7_3", kDualStack), "zvm");
  CHECK(Has(built, "zvm/VMPROD/USER.DIRECT", "\nNICDEF 0600 VLAN 130\n"));
  const std::string& directory = built.files.at("zvm/VMPROD/USER.DIRECT").text;
  const std::size_t first = directory.find("NICDEF 0600 TYPE QDIO");
  REQUIRE(first != std::string::npos);
  CHECK(directory.find("NICDEF 0600 TYPE QDIO", first + 1) == std::string::npos);
}

TEST_CASE("the vendor's z/VM is asked for trunk ports, once for all guests that need the same") {
  const Checked checked = Check(std::string(kNetworks) + R"(
zvm VMPROD {
  for n in 1..2 {
    linux "LNX{n}" {
      nic 0600 on OFFICE address OFFICE[20 + n]
      network BACKUP over 0600 address BACKUP[20 + n]
    }
  }
  linux LNX3 { nic 0600 on OFFICE address OFFICE[23] }
}
recovery "2026" {
  vendor "A Vendor"
  site hotsite { machine M {
    lpar FLOOR { zvm VENDORVM : zvm_7_3 {
      vswitch DRVSW carries OFFICE, BACKUP { transport ethernet; controllers ? }
      guest LNX1 from VMPROD
      guest LNX2 from VMPROD
      guest LNX3 from VMPROD
    } }
    osa O1 carries OFFICE, BACKUP { devices ? for VENDORVM }
  } }
}
)");
  INFO(checked.text);
  REQUIRE(checked.model);
  const requirements::Requirements requirements = requirements::Derive(*checked.model, {});
  std::vector<std::string> trunks;
  for (const auto& row : requirements.all) {
    if (row.key.find("/trunk/") != std::string::npos) trunks.push_back(row.sentence);
  }
  CHECK(trunks ==
        std::vector<std::string>{"The z/VM system VENDORVM SHALL give each of the guests LNX1 and LNX2 a trunk "
                                 "port on the virtual switch DRVSW for the VLANs 130 and 140."});
}

TEST_CASE("model.json names what lies over what") {
  const BuiltSpec built = BuildSpec(UnderVswitch("zvm_7_3", kTrunk), "model_json");
  CHECK(Has(built, "model.json", R"("over":0)"));
}

}  // namespace
}  // namespace hotsite
