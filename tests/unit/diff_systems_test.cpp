// Each fact of a system and of its place at a site: changed alone it makes exactly one change.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/spec_changes.h"
#include "tests/unit/checked.h"

using namespace hotsite;

namespace {

/// `HS7103 tightens LNX1, LNX2 at hotsite disk 0201 memory: 1 GiB -> 2 GiB`, a line each.
std::string Line(const diff::SpecChange& change) {
  std::string line = fmt::format("{} {} {}", change.code.ToString(), ToString(change.what),
                                 fmt::join(change.subjects, ", "));
  if (!change.sites.empty()) line += fmt::format(" at {}", fmt::join(change.sites, ", "));
  if (!change.part.empty()) line += " " + change.part;
  if (!change.description.empty()) return fmt::format("{}: {}", line, change.description);
  return fmt::format("{}{}{}: {} -> {}", line, change.attribute.empty() ? "" : " ", change.attribute, change.before,
                     change.now);
}

std::string Diff(const std::string& before, const std::string& now) {
  const Checked old = Check(before), today = Check(now);
  INFO(old.text + today.text);
  REQUIRE(old.model);
  REQUIRE(today.model);
  const requirements::Requirements none;
  std::string lines;
  for (const diff::SpecChange& change : diff::CompareSpecs({*old.model, none}, {*today.model, none}).all) {
    CHECK((change.before_span.valid() || change.now_span.valid()));
    lines += (lines.empty() ? "" : "\n") + Line(change);
  }
  return lines;
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(from, at + 1) == std::string::npos);
  return text.replace(at, from.size(), to);
}

constexpr const char* kShop = R"(
use std.zvm
use std.zos
use std.linux
use std.dasd

network OFFICE { subnet 10.1.1.0/24 }
network INSIDE { subnet 10.1.2.0/24 }

external TSM { address OFFICE[200]; needed by VMPROD }

/// Orders.
zos PRODA : zos_3_1 {
  processors exactly 2 CP dedicated
  memory 16 GiB
  timezone UTC
  tier production
  volumes 60 3390_9 at 0A00-0A3B
  volumes user USR001 model 3390_9
  backup weekly full to tape, daily flashcopy then tape
  objective rto 24 h rpo 1 d
}

zos PRODB : zos_3_1 { processors 1 CP; memory 8 GiB }

zvm VMPROD : zvm_7_3 {
  processors 3 IFL
  memory 24 GiB
  node VMHOME
  timezone America/New_York
  autolog guests
  overcommit 2
  macprefix 020A01
  tier production
  tcpip TCPIP { nic 0900 on OFFICE address OFFICE[20] }
  volumes page VMPG01, VMPG02 model 3390_9 at 0C00-0C01
  restore by PRODA "DFSMSdss"
  guestlan GLAN carries INSIDE { type qdio; transport ip }

  linux LNXA : sles_15_sp5 {
    processors 1
    memory 1 GiB maximum 4 GiB
    share relative 200
    runs "orders"
    needs PRODA
    start first
    ipl 0201
    forwards INSIDE, OFFICE
    disk 0201 3390_9 cylinders 1..10016 on LX0100
    fcp 1A00 wwpn 5005076300C20B8E lun 4010400000000000
  }
  linux LNXB : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXA }
  linux LNXC : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXA }
}

zvm VMTEST : zvm_7_3 { processors 1 IFL; memory 8 GiB }

site home {
  machine CEC { lpar PRODA; lpar PRODB; lpar VMPROD; lpar VMTEST; fcp SAN npiv for VMPROD { devices 1A00-1A0F } }
}

recovery "2026" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA because "orders first"
      lpar VMPROD {
        processors 3 CP or IFL dedicated
        memory at least 24 GiB because "it pages"
        volumes page at 0D00-0D01
        guest LNXB { memory 3 GiB }
      }
      fcp SAN2 npiv for VMPROD { devices ? }
    }
  }
}
)";

struct Case {
  const char* from;
  const char* to;
  const char* told;
};

void CheckAll(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.to);
    CHECK(Diff(kShop, Replaced(kShop, one.from, one.to)) == one.told);
  }
}

}  // namespace

TEST_CASE("diff of systems: what says the same is no change") {
  CHECK(Diff(kShop, kShop).empty());
  for (const Case& one : std::vector<Case>{
           {"CP or IFL", "IFL or CP", ""},
           {"memory at least 24 GiB", "memory 24 GiB", ""},
           {"forwards INSIDE, OFFICE", "forwards OFFICE, INSIDE", ""},
           {"weekly full to tape, daily flashcopy then tape", "daily flashcopy then tape, weekly full to tape", ""},
           {"volumes 60 3390_9 at 0A00-0A3B", "volumes 40 3390_9 at 0A00-0A27\nvolumes 20 3390_9 at 0A28-0A3B", ""},
           {"16 GiB", "16384 MiB", ""},
       })
    CHECK(Diff(kShop, Replaced(kShop, one.from, one.to)) == one.told);
}

TEST_CASE("diff of systems: one fact of a system is one change") {
  CheckAll({{"x", "y", ""}});
}
