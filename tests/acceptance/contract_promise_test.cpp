// Every `?` that a spec can have takes an answer, and every row that is asked has its place in the table of what an
// answer makes of the spec.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "compiler/check/check.h"
#include "compiler/check/elaborate.h"
#include "compiler/contract/putter.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/render.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/pipeline.h"
#include "compiler/schema/pattern.h"

namespace hotsite::acceptance {
namespace {

constexpr const char* kAllQuestions = R"(hotsite 1

use std.machines
use std.zvm
use std.linux
use std.dasd

network OFFICE { subnet 10.20.30.0/24; gateway OFFICE[1]; dns 10.20.1.5; domain "example.com"; mtu 1492; vlan 100 }
network INSIDE { subnet 192.168.1.0/24 }

zos PRODA { processors 2 CP; memory 16 GiB; nic 0800 on OFFICE address OFFICE[10]; volumes page PAGE01 model 3390_9 }
zvm VMPROD : zvm_6_3 {
  processors 2 IFL
  memory 24 GiB
  xstore 4 GiB
  fcp 1A00 wwpn 5005076300C20B8E lun 4010400000000000
  vswitch VSW1 carries OFFICE { transport ethernet; controllers DTCVSW1 }
  guestlan GLAN carries INSIDE { type hipers; transport ip }
  linux LNX1 : sles_11_sp4 { memory 1 GiB; nic 0600 on OFFICE address OFFICE[21]; nic 0700 on INSIDE address INSIDE[2] }
}

recovery "2026" {
  test from 2026-10-05 08:00 to 2026-10-08 16:00 in America/New_York
  milestone "tapes" ? by vendor
  contact vendor ? may change partitions
  site hotsite {
    network OFFICE { subnet ?; gateway ?; dns ?; domain ?; mtu ?; vlan ? }
    machine BIGBOX {
      model ?
      capacity ?
      engines ?
      memory ?
      tape drives ?
      lpar PRODA {
        processors ? shared
        memory ?
        weight ?
        load ? parameter ?
        crypto domains ?
        consoles 2 by osa_icc devices ?
        volumes page at ?
      }
      lpar VMPROD { xstore ?; fcp 1A00 wwpn ? lun ? }
      lpar FLOOR {
        zvm VENDORVM : zvm_6_3 {
          vswitch VSWV carries OFFICE { transport ethernet; controllers ? }
          guestlan GLV carries INSIDE { type hipers; frame ? }
          guest LNX1 from VMPROD { memory ? maximum ? }
        }
      }
      osa UPLINK carries OFFICE { chpids ?; devices ? for VMPROD, PRODA, VENDORVM }
      fcp SAN for VMPROD { chpids ?; devices ? }
      hipersockets HS carries INSIDE { frame ?; devices ? }
    }
  }
}
)";

/// An answer to each, by the key of its hole.
const std::map<std::string, std::string>& Answers() {
  static const std::map<std::string, std::string> answers{
      {"processors/PRODA", "3"},
      {"engines/BIGBOX", "16 CP, 4 IFL"},
      {"weight/PRODA", "300"},
      {"capacity/BIGBOX", "716"},
      {"memory/PRODA", "16 GiB"},
      {"memory/LNX1", "1 GiB"},
      {"memory_maximum/LNX1", "2 GiB"},
      {"memory/BIGBOX", "128 GiB"},
      {"xstore/VMPROD", "4 GiB"},
      {"chpids/UPLINK", "2"},
      {"devices/UPLINK/VMPROD", "0C00-0C02, 0D00-0D02"},
      {"devices/UPLINK/PRODA", "0C10-0C12"},
      {"devices/UPLINK/VENDORVM", "0C20-0C22"},
      {"frame/HS", "64 KiB"},
      {"devices/HS/PRODA", "7000-7002"},
      {"devices/HS/VMPROD", "7010-7012"},
      {"devices/HS/VENDORVM", "7020-7022"},
      {"frame/GLV", "64 KiB"},
      {"crypto/PRODA", "3, 4"},
      {"chpids/SAN", "2"},
      {"devices/SAN/VMPROD", "1B00"},
      {"load/PRODA", "0A82"},
      {"load_parameter/PRODA", "0A8200M1"},
      {"wwpn/VMPROD/1A00", "5005076300C20B8F"},
      {"lun/VMPROD/1A00", "4010400100000000"},
      {"volumes/PRODA/page", "A000"},
      {"tape/BIGBOX", "6"},
      {"subnet/OFFICE", "10.99.30.0/24"},
      {"gateway/OFFICE", "10.99.30.1"},
      {"dns/OFFICE", "10.99.1.5, 10.99.1.6"},
      {"vlan/OFFICE", "120"},
      {"mtu/OFFICE", "1492"},
      {"domain/OFFICE", "dr.example.com"},
      {"controllers/VSWV", "DTCVSW3, DTCVSW4"},
      {"consoles/PRODA", "0700-0701"},
      {"model/BIGBOX", "2097-E26"},
      {"milestone/tapes", "2026-10-04 18:00"},
      {"contact/vendor/change partitions", "J. Stone, +1 555 0199"},
  };
  return answers;
}

using Operand = std::pair<std::string, std::string>;  // word and role

void CollectQuestions(const std::vector<check::Entry>& entries, std::set<Operand>& asked) {
  for (const check::Entry& entry : entries) {
    for (const check::Argument& argument : entry.arguments) {
      if (argument.value.hole) asked.emplace(entry.keyword(), argument.role);
    }
    CollectQuestions(entry.children, asked);
  }
}

std::set<Operand> OperandsThatMayBeAsked() {
  std::set<Operand> operands;
  for (const schema::Row& row : schema::AllRows()) {
    for (const schema::Form& form : schema::FormsOf(row)) {
      for (const schema::Part& part : form) {
        for (const schema::Element& element : part.elements) {
          if (element.hole) operands.emplace(row.word, element.role);
        }
      }
    }
  }
  return operands;
}

struct Amended {
  std::optional<model::Model> model;
  SourceMap sources;
  std::vector<Diagnostic> findings;
};

Amended Answer(const std::map<std::string, std::string>& answers) {
  check::MemorySources files;
  files.Put("spec.dr", kAllQuestions);
  check::HoleAnswers by_key;
  for (const auto& [key, text] : answers) by_key[key] = {text, Span{FileId{0}, 0, 9}};
  Amended amended;
  Reporter reporter;
  amended.model =
      check::ReadAmended("spec.dr", files, amended.sources, reporter, [](check::Elaborated&, Reporter&) {}, by_key);
  amended.findings = reporter.Take();
  return amended;
}

TEST_CASE("every operand that may be a question is one in the spec of this test") {
  check::MemorySources files;
  files.Put("spec.dr", kAllQuestions);
  SourceMap sources;
  Reporter reporter;
  std::set<Operand> asked;
  CollectQuestions(check::Elaborate("spec.dr", files, sources, reporter).entries, asked);
  REQUIRE(reporter.error_count() == 0);
  CHECK(asked == OperandsThatMayBeAsked());
}

TEST_CASE("an answer takes the place of each question") {
  const Amended asked = Answer({});
  REQUIRE(asked.model);
  for (const model::Hole& hole : asked.model->holes) {
    INFO(hole.key);
    CHECK(Answers().contains(hole.key));
  }
  const Amended answered = Answer(Answers());
  INFO(RenderTerminal(answered.findings, answered.sources, {}));
  REQUIRE(answered.model);
  CHECK(answered.findings.empty());
  for (const model::Hole& hole : answered.model->holes) FAIL_CHECK(hole.key << " is still open");
}

TEST_CASE("an answer that can't stand there is told once, and its question stays") {
  for (const auto& [key, text] : Answers()) {
    INFO(key);
    const bool any_text = key.starts_with("contact/");
    const Amended amended = Answer({{key, any_text ? text : "no, \"; } recovery {"}});
    REQUIRE(amended.model);
    const bool open = std::any_of(amended.model->holes.begin(), amended.model->holes.end(),
                                  [&](const model::Hole& hole) { return hole.key == key; });
    CHECK(open == !any_text);
    CHECK(amended.findings.size() == (any_text ? 0U : 1U));
    for (const Diagnostic& finding : amended.findings) CHECK(finding.code == codes::kUnfitAnswer);
  }
}

TEST_CASE("several ranges of an answer are dealt out one after the other") {
  const Amended amended = Answer({{"devices/UPLINK/VMPROD", "0C00-0C02, 0D00-0D02"}});
  REQUIRE(amended.model);
  std::size_t ranges = 0;
  for (const model::Carrier& carrier : amended.model->carriers) {
    for (const model::DeviceGrant& grant : carrier.grants) ranges += grant.range.known() ? 1 : 0;
  }
  CHECK(ranges == 2);
}

void CheckFamilies(const driver::Compilation& compilation) {
  for (const requirements::Requirement& row : compilation.requirements.all) {
    INFO(row.id << " " << row.key);
    CHECK((row.hole.valid() || contract::FamilyOf(contract::PartsOf(row)) != nullptr));
  }
}

TEST_CASE("every row has its place in the table of what an answer makes of the spec") {
  check::MemorySources files;
  files.Put("spec.dr", kAllQuestions);
  CheckFamilies(driver::Compile("spec.dr", files, driver::Depth::kModel));
  std::size_t read = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator("tests/acceptance/field")) {
    if (file.path().extension() != ".dr") continue;
    driver::DiskSources disk;
    CheckFamilies(driver::Compile(file.path().string(), disk, driver::Depth::kModel));
    ++read;
  }
  CHECK(read > 20);
  for (const char* spec : {"examples/insurance/2007.dr", "examples/insurance/2009.dr", "examples/bank/2026.dr"}) {
    driver::DiskSources disk;
    CheckFamilies(driver::Compile(spec, disk, driver::Depth::kModel));
  }
}

}  // namespace
}  // namespace hotsite::acceptance
