// A machine, a release, a distribution, a tape drive and an OSA feature that only a library of the spec's own knows:
// lines in it are all that the rules need.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/checked.h"

namespace hotsite {
namespace {

constexpr const char* kLibrary = R"(
machine_model z99_a01 "Machine 99 A01" {
  type 9999 source "a guide"
  generation 99 source "a guide"
  available 2040-01-01 source "an announcement"
  memory 128 TiB source "a guide"
  partitions 2 source "a guide"
  engines 400 source "a guide"
  engine_types CP, IFL source "a guide"
  partition_modes general, linux_only source "a guide"
  hipersockets 1 unsourced
}
machine_model z98_a01 "Machine 98 A01" { generation 98 source "a guide" }
zvm_release zvm_9_9 "z/VM 9.9" {
  generations from 99 source "an announcement"
  memory 8 TiB source "a guide"
  guest_memory 2 TiB source "a guide"
  guest_processors 128 source "a guide"
  engine_types IFL source "a guide"
}
zos_release zos_9_9 "z/OS 9.9" {
  generations to 98 source "an announcement"
  service_ends 2039-12-31 source "an announcement"
  processors 4 source "a guide"
}
distribution gentle_9 "Gentle Linux 9" {
  generations from 98 to 98 unsourced
  network_files networkd source "its manual"
  device_files ccw_config source "its manual"
  interface_names enccw source "its manual"
  boot_files bls source "its manual"
  initramfs initramfs_tools unsourced
}
tape_model ts9900 "TS9900" { writes EFMT98, EFMT99 source "a guide"; reads EFMT97, EFMT98, EFMT99 source "a guide" }
osa_feature osa_express_99 "OSA-Express99" { generations from 99 source "a handbook"; chpid_types OSD source "a handbook"; ports 4 unsourced }
)";

constexpr const char* kSpec = R"(
use "library.dr"

zvm VMPROD : zvm_9_9 {
  memory 4 TiB
  linux LNX1 : gentle_9 { memory 4 GiB }
}
zos PRODA : zos_9_9 { memory 8 GiB; processors 8 CP }
network OFFICE { subnet 10.20.30.0/24 }

site home {
  machine CEC : MODEL {
    tape drives 6 reading ts9900
    lpar VMPROD { processors 4 IFL }
    lpar PRODA
    osa OSA0 : osa_express_99 carries OFFICE
  }
}
)";

Checked On(const std::string& machine) {
  std::string spec = kSpec;
  spec.replace(spec.find("MODEL"), 5, machine);
  return Check({{"main.dr", spec}, {"library.dr", kLibrary}});
}

/// "error HS2006", "warning HS2208", …, sorted.
std::vector<std::string> Codes(const Checked& checked) {
  std::vector<std::string> codes;
  for (const Diagnostic& one : checked.findings)
    codes.push_back(std::string(ToString(one.severity)) + " " + one.code.ToString());
  std::sort(codes.begin(), codes.end());
  return codes;
}

bool Says(const Checked& checked, std::string_view text) { return checked.text.find(text) != std::string::npos; }

TEST_CASE("library: entries of a spec's own are used by name, and every fact has its source") {
  const Checked checked = On("z99_a01");
  REQUIRE(checked.model);
  const model::Model& model = *checked.model;
  const model::Machine& machine = model.machines.front();
  const model::MachineModel& kind = model.at(*machine.model);
  CHECK(kind.title == "Machine 99 A01");
  CHECK(*kind.generation == 99);
  CHECK((*kind.available).ToString() == "2040-01-01");
  CHECK((*kind.engine_types) == std::vector{EngineType::kCp, EngineType::kIfl});
  CHECK((*kind.partition_modes) == std::vector{model::PartitionMode::kGeneral, model::PartitionMode::kLinuxOnly});
  CHECK(kind.memory.source == "a guide");
  CHECK_FALSE(kind.hipersockets.sourced());
  const model::System& zvm = *model.FindSystem("VMPROD");
  CHECK(*model.at(zvm.release).guest_processors == 128);
  CHECK_FALSE((*model.at(zvm.release).generations).last.has_value());
  CHECK((*model.at(model.FindSystem("PRODA")->zos_release).generations).last == 98);
  const model::Distribution& linux_one = model.at(model.FindSystem("LNX1")->distribution);
  CHECK(*linux_one.network_files == model::NetworkFiles::kNetworkd);
  CHECK(*linux_one.device_files == model::DeviceFiles::kCcwConfig);
  CHECK(*linux_one.interface_names == model::InterfaceNames::kEnccw);
  CHECK(*linux_one.boot_files == model::BootFiles::kBls);
  CHECK(*linux_one.initramfs == model::Initramfs::kInitramfsTools);
  REQUIRE(machine.tape->model.valid());
  CHECK(*model.at(machine.tape->model).writes == std::vector<std::string>{"EFMT98", "EFMT99"});
  CHECK(*model.at(model.at(machine.carriers.front()).feature).ports == 4);
}

TEST_CASE("library: the rules know a machine that only the spec's library knows") {
  const Checked newer = On("z99_a01");
  CHECK(Codes(newer) == std::vector<std::string>{"error HS2006", "error HS2208", "warning HS2006"});
  CHECK(Says(newer, "`PRODA` can't run on `CEC`: z/OS 9.9 runs on nothing later than Machine 98 A01"));
  CHECK(Says(newer, "`LNX1` may fail on `CEC`: Gentle Linux 9 runs on nothing later than Machine 98 A01"));
  CHECK(Says(newer, "`PRODA` would have 8 processors, and z/OS 9.9 uses at most 4"));
  const Checked older = On("z98_a01");
  CHECK(Codes(older) == std::vector<std::string>{"error HS2006", "error HS2006", "error HS2208"});
  CHECK(Says(older, "`VMPROD` can't run on `CEC`: z/VM 9.9 needs Machine 99 A01 or later"));
  CHECK(Says(older, "`CEC` can't have `OSA0`: OSA-Express99 goes into Machine 99 A01 or later"));
}

TEST_CASE("library: a word that no tape model is called stays a word") {
  const Checked checked = Check(
      "site home { machine CEC { tape drives 6 reading 3592 } }\nmachine_model z99 \"Z\" { memory 1 TiB unsourced }");
  REQUIRE(checked.model);
  CHECK(checked.model->machines.front().tape->reads == "3592");
  CHECK_FALSE(checked.model->machines.front().tape->model.valid());
}

}  // namespace
}  // namespace hotsite
