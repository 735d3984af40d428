// Each fact of a system and of its place at a site: changed alone it makes exactly one change.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/relation.h"
#include "tests/unit/diff_lines.h"

using namespace hotsite;

namespace {

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

/// What it is given.
constexpr Edited kCapacity[] = {
    {"exactly 2 CP dedicated", "exactly 2 CP", "HS7102 loosens PRODA at home, hotsite sharing: dedicated -> "},
    {"exactly 2 CP dedicated", "exactly 2 CP shared",
     "HS7102 loosens PRODA at home, hotsite sharing: dedicated -> shared"},
    {"exactly 2 CP dedicated", "exactly 3 CP dedicated",
     "HS7101 changed PRODA at home, hotsite processors: exactly 2 -> exactly 3"},
    {"exactly 2 CP dedicated", "2 CP dedicated", "HS7101 loosens PRODA at home, hotsite processors: exactly 2 -> 2"},
    {"exactly 2 CP dedicated", "exactly 2 zIIP dedicated",
     "HS7104 changed PRODA at home, hotsite processor type: CP -> zIIP"},
    {"memory 16 GiB", "memory 8 GiB", "HS7103 loosens PRODA at home, hotsite memory: 16 GiB -> 8 GiB"},
    {"processors 3 IFL", "processors 4 IFL", "HS7101 changed VMPROD at home processors: 3 -> 4"},
    {"overcommit 2", "overcommit 1.5", "HS7108 tightens VMPROD at home, hotsite overcommit: 2 -> 1.5"},
    {"1 GiB maximum 4 GiB", "2 GiB maximum 4 GiB", "HS7103 tightens LNXA at home, hotsite memory: 1 GiB -> 2 GiB"},
    {"1 GiB maximum 4 GiB", "1 GiB maximum 8 GiB",
     "HS7105 tightens LNXA at home, hotsite maximum memory: 4 GiB -> 8 GiB"},
    {"1 GiB maximum 4 GiB", "1 GiB", "HS7105 loosens LNXA at home, hotsite maximum memory: 4 GiB -> "},
    {"share relative 200", "share absolute 5% limit hard",
     "HS7107 changed LNXA at home, hotsite share: relative 200 -> absolute 5% limit hard"},
    {"linux LNXB : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXA }",
     "linux LNXB : sles_15_sp5 { processors 1; memory 2 GiB; start after LNXA }",
     "HS7103 changed LNXB at home memory: 1 GiB -> 2 GiB"},
    {"at least 24 GiB", "at least 20 GiB", "HS7103 loosens VMPROD at hotsite memory: 24 GiB -> 20 GiB"},
    {"at least 24 GiB", "at most 24 GiB", "HS7103 changed VMPROD at hotsite memory: 24 GiB -> at most 24 GiB"},
    {"at least 24 GiB because \"it pages\"", "? because \"it pages\"",
     "HS7103 loosens VMPROD at hotsite memory: 24 GiB -> left to the vendor"},
    {"CP or IFL dedicated", "IFL dedicated", "HS7104 tightens VMPROD at hotsite processor type: CP or IFL -> IFL"},
    {"CP or IFL dedicated", "CP or IFL or zIIP dedicated",
     "HS7104 loosens VMPROD at hotsite processor type: CP or IFL -> CP or IFL or zIIP"},
    {"guest LNXB { memory 3 GiB }", "guest LNXB { memory 4 GiB }",
     "HS7103 tightens LNXB at hotsite memory: 3 GiB -> 4 GiB"},
};

/// Volumes, disks, paths, backup and restore.
constexpr Edited kStorage[] = {
    {"volumes 60", "volumes 80", "HS7401 tightens PRODA volumes number: 60 -> 80"},
    {"60 3390_9 at 0A00-0A3B", "60 3390_27 at 0A00-0A3B", "HS7402 changed PRODA volumes model: 3390_9 -> 3390_27"},
    {"at 0A00-0A3B", "at 0B00-0B3B", "HS7403 changed PRODA volumes device numbers at home: 0A00-0A3B -> 0B00-0B3B"},
    {"volumes user USR001 model 3390_9", "", "HS7401 withdrawn PRODA volumes user: USR001 of 3390_9"},
    {"USR001", "USR001, USR002", "HS7401 tightens PRODA volumes user labels: USR001 -> USR001, USR002"},
    {"weekly full to tape,", "",
     "HS7406 changed PRODA backup: daily flashcopy then tape, weekly full to tape -> daily flashcopy then tape"},
    {"rto 24 h", "rto 12 h", "HS7408 changed PRODA recovery time objective: 1 d -> 12 h"},
    {"rpo 1 d", "rpo 2 d", "HS7408 changed PRODA recovery point objective: 1 d -> 2 d"},
    {"page VMPG01, VMPG02", "page VMPG01, VMPG02, VMPG03",
     "HS7401 tightens VMPROD volumes page labels: VMPG01, VMPG02 -> VMPG01, VMPG02, VMPG03"},
    {"restore by PRODA \"DFSMSdss\"", "restore by PRODB \"DFSMSdss\"",
     "HS7407 changed VMPROD at home, hotsite restore: by PRODA \"DFSMSdss\" -> by PRODB \"DFSMSdss\""},
    {"restore by PRODA \"DFSMSdss\"", "restore standalone \"DFSMSdss\"",
     "HS7407 changed VMPROD at home, hotsite restore: by PRODA \"DFSMSdss\" -> standalone \"DFSMSdss\""},
    {"restore by PRODA \"DFSMSdss\"", "restore by PRODA \"FDR\"",
     "HS7407 changed VMPROD at home, hotsite restore: by PRODA \"DFSMSdss\" -> by PRODA \"FDR\""},
    {"restore by PRODA \"DFSMSdss\"", "", "HS7407 changed VMPROD at home, hotsite restore: by PRODA \"DFSMSdss\" -> "},
    {"1..10016", "1..5000", "HS7404 changed LNXA disk 0201 cylinders: 1..10016 -> 1..5000"},
    {"on LX0100", "on LX0101", "HS7404 changed LNXA disk 0201 volume: LX0100 -> LX0101"},
    {"disk 0201", "disk 0202",
     "HS7404 new LNXA disk 0202: 3390_9 cylinders 1..10016 on LX0100\n"
     "HS7404 withdrawn LNXA disk 0201: 3390_9 cylinders 1..10016 on LX0100"},
    {"wwpn 5005076300C20B8E", "wwpn 5005076300C20B8F",
     "HS7405 changed LNXA at home fcp 1A00 wwpn: 5005076300C20B8E -> 5005076300C20B8F"},
    {"lun 4010400000000000", "lun 4010400000000001",
     "HS7405 changed LNXA at home fcp 1A00 lun: 4010400000000000 -> 4010400000000001"},
    {"fcp 1A00 wwpn", "fcp 1A01 wwpn",
     "HS7405 new LNXA fcp 1A01: wwpn 5005076300C20B8E lun 4010400000000000\n"
     "HS7405 withdrawn LNXA fcp 1A00: wwpn 5005076300C20B8E lun 4010400000000000"},
    {"0D00-0D01", "0E00-0E01", "HS7403 changed VMPROD at hotsite volumes page device numbers: 0D00-0D01 -> 0E00-0E01"},
    {"volumes page at 0D00-0D01", "volumes page at ?",
     "HS7403 loosens VMPROD at hotsite volumes page device numbers: 0D00-0D01 -> left to the vendor"},
    {"volumes page at 0D00-0D01", "", "HS7403 withdrawn VMPROD at hotsite volumes page: at 0D00-0D01"},
    {"guest LNXB { memory 3 GiB }",
     "guest LNXB { memory 3 GiB }\nguest LNXA { fcp 1A00 wwpn 5005076300C20B8E lun ?; ipl 0202 }",
     "HS7405 tightens LNXA at hotsite fcp 1A00 wwpn: left to the vendor -> 5005076300C20B8E\n"
     "HS7503 changed LNXA at hotsite ipl: 0201 -> 0202"},
    {"guest LNXB { memory 3 GiB }", "guest LNXB { memory 3 GiB; restore floor }",
     "HS7407 changed LNXB at hotsite restore:  -> floor"},
};

/// What it is, how it comes up, words about it.
constexpr Edited kWhatItIs[] = {
    {"zos PRODA : zos_3_1", "zos PRODA : zos_2_5", "HS7605 changed PRODA release: zos_3_1 -> zos_2_5"},
    {"exactly 2 CP dedicated", "exactly 2 CP dedicated because \"orders\"",
     "HS7611 editorial PRODA at home, hotsite reason for the processors:  -> orders"},
    {"timezone UTC", "timezone America/New_York",
     "HS7610 changed PRODA at home, hotsite time zone: UTC -> America/New_York"},
    {"/// Orders.", "/// Sales.", "HS7611 editorial PRODA comment: Orders. -> Sales."},
    {"/// Orders.", "// Orders.", "HS7611 editorial PRODA comment: Orders. -> "},
    {"node VMHOME", "node VMX", "HS7609 changed VMPROD at home, hotsite node: VMHOME -> VMX"},
    {"autolog guests", "autolog nothing", "HS7504 changed VMPROD at home, hotsite autolog: guests -> nothing"},
    {"macprefix 020A01", "macprefix 020A02", "HS7390 changed VMPROD at home, hotsite MAC prefix: 020A01 -> 020A02"},
    {"linux LNXA : sles_15_sp5", "linux LNXA : sles_12_sp5",
     "HS7605 changed LNXA distribution: sles_15_sp5 -> sles_12_sp5"},
    {"runs \"orders\"", "runs \"sales\"", "HS7607 changed LNXA runs: orders -> sales"},
    {"needs PRODA", "needs PRODA, PRODB", "HS7502 changed LNXA needs: PRODA -> PRODA, PRODB"},
    {"start first", "start first\n start after LNXC",
     "HS7501 changed LNXA at home, hotsite start: first -> first, after LNXC"},
    {"start first", "", "HS7501 changed LNXA at home, hotsite start: first -> in no order"},
    {"ipl 0201", "ipl 0202", "HS7503 changed LNXA at home, hotsite ipl: 0201 -> 0202"},
    {"forwards INSIDE, OFFICE", "forwards INSIDE", "HS7391 changed LNXA forwards: INSIDE, OFFICE -> INSIDE"},
    {"linux LNXC : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXA }",
     "linux LNXC : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXB }",
     "HS7501 changed LNXC at home, hotsite start: after LNXA -> after LNXB"},
    {"at least 24 GiB because \"it pages\"", "at least 24 GiB because \"it pages much\"",
     "HS7611 editorial VMPROD at hotsite reason for the memory: it pages -> it pages much"},
    {"guest LNXB { memory 3 GiB }", "guest LNXB { memory 3 GiB; start first }",
     "HS7501 changed LNXB at hotsite start: after LNXA -> first"},
    {"guest LNXB { memory 3 GiB }", "guest LNXB { memory 3 GiB; timezone UTC }",
     "HS7610 tightens LNXB at hotsite time zone:  -> UTC"},
    {"TSM { address OFFICE[200];", "TSM { address OFFICE[201];",
     "HS7392 changed TSM address: OFFICE[200] -> OFFICE[201]"},
    {"needed by VMPROD", "needed by PRODA", "HS7502 changed TSM needed by: VMPROD -> PRODA"},
};

/// Where it runs, and whether it is there at all.
constexpr Edited kPlaces[] = {
    {"tcpip TCPIP", "tcpip TCPIP2", "HS7393 changed VMPROD TCP/IP stack: TCPIP -> TCPIP2"},
    {"linux LNXC : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXA }",
     "linux LNXC : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXA }\nlinux LNXD : sles_15_sp5 { memory 1 "
     "GiB; nic 0600 on INSIDE }",
     "HS7601 new LNXD: Linux guest of VMPROD: sles_15_sp5, 1 GiB, nic 0600 on INSIDE, at home and hotsite"},
    {"linux LNXC : sles_15_sp5 { processors 1; memory 1 GiB; start after LNXA }", "",
     "HS7602 withdrawn LNXC: Linux guest of VMPROD: sles_15_sp5, 1 processor, 1 GiB, at home and hotsite"},
    {"linux LNXC : sles_15_sp5", "linux LNXD : sles_15_sp5",
     "HS7601 new LNXD: Linux guest of VMPROD: sles_15_sp5, 1 processor, 1 GiB, at home and hotsite\n"
     "HS7602 withdrawn LNXC: Linux guest of VMPROD: sles_15_sp5, 1 processor, 1 GiB, at home and hotsite"},
    {"linux LNXC : sles_15_sp5 {", "linux LNXD : sles_15_sp5 { renamed from LNXC;", "HS7603 moves LNXD: LNXC -> LNXD"},
    {"lpar PRODA because \"orders first\"", "lpar PRODA",
     "HS7611 editorial PRODA at hotsite reason for the placement: orders first -> "},
    {"lpar PRODA because \"orders first\"", "",
     "HS7004 withdrawn PRODA at hotsite: logical partition of BIGBOX, 2 CP dedicated, 16 GiB"},
    {"lpar PRODA because \"orders first\"", "lpar FLOOR runs PRODA because \"orders first\"",
     "HS7001 changed PRODA at hotsite partition: PRODA -> FLOOR"},
    {"lpar PRODA because \"orders first\"", "lpar PRODA because \"orders first\"\nlpar PRODB",
     "HS7003 new PRODB at hotsite: logical partition of BIGBOX, 1 CP, 8 GiB"},
    {"lpar PRODA because \"orders first\"", "lpar PRODA because \"orders first\"\nlpar VMTEST { guest PRODB }",
     "HS7003 new PRODB at hotsite: guest of VMTEST, 1 CP, 8 GiB\n"
     "HS7003 new VMTEST at hotsite: logical partition of BIGBOX, 1 IFL, 8 GiB, with 1 guest"},
    {"lpar PRODA because \"orders first\"", "lpar FLOOR { zvm VENDORVM : zvm_7_3 { guest PRODA } }",
     "HS7001 changed PRODA at hotsite placement: logical partition of BIGBOX -> guest of VENDORVM\n"
     "HS7002 changed PRODA at hotsite level: 1 -> 2\n"
     "HS7601 new VENDORVM: the vendor's z/VM: zvm_7_3, at hotsite\n"
     "HS7611 editorial PRODA at hotsite reason for the placement: orders first -> "},
    {"fcp SAN2", "fcp SAN3", "HS7405 changed LNXA at hotsite fcp 1A00 channel: SAN2 -> SAN3"},
};

}  // namespace

TEST_CASE("diff of systems: what says the same is no change") {
  CHECK(LinesBetween(kShop, kShop).empty());
  for (const Edited& one : std::vector<Edited>{
           {"CP or IFL", "IFL or CP", ""},
           {"memory at least 24 GiB", "memory 24 GiB", ""},
           {"forwards INSIDE, OFFICE", "forwards OFFICE, INSIDE", ""},
           {"weekly full to tape, daily flashcopy then tape", "daily flashcopy then tape, weekly full to tape", ""},
           {"volumes 60 3390_9 at 0A00-0A3B", "volumes 40 3390_9 at 0A00-0A27\nvolumes 20 3390_9 at 0A28-0A3B", ""},
           {"16 GiB", "16384 MiB", ""},
       })
    CHECK(LinesBetween(kShop, Replaced(kShop, one.from, one.to)) == one.told);
}

TEST_CASE("diff of systems: one fact of a system is one change") {
  for (const std::span<const Edited> cases :
       {std::span<const Edited>(kCapacity), std::span<const Edited>(kStorage), std::span<const Edited>(kWhatItIs)})
    CheckEdits(kShop, {cases.begin(), cases.end()});
}

TEST_CASE("diff of systems: every change has a place in one of the specs") {
  for (const Edited& one : kPlaces) {
    INFO(one.to);
    for (const diff::SpecChange& change : ChangesBetween(kShop, Replaced(kShop, one.from, one.to)))
      CHECK((change.before_span.valid() || change.now_span.valid()));
  }
}

// What else changes with it, as a partition or the devices of a channel, is told beside.
TEST_CASE("diff of systems: a system comes, goes, moves or is renamed") {
  for (const Edited& one : kPlaces) {
    INFO(one.to);
    const std::string told = "\n" + LinesBetween(kShop, Replaced(kShop, one.from, one.to)) + "\n";
    for (const std::string& line : diff::PartsOf(one.told, "\n"))
      CHECK_THAT(told, Catch::Matchers::Contains("\n" + line + "\n"));
  }
}

TEST_CASE("diff of systems: a change goes back as it came") {
  CHECK(LinesBetween(Replaced(kShop, "CP or IFL", "IFL"), kShop) ==
        "HS7104 loosens VMPROD at hotsite processor type: IFL -> CP or IFL");
  CHECK(LinesBetween(Replaced(kShop, "24 GiB because", "32 GiB because"), kShop) ==
        "HS7103 loosens VMPROD at hotsite memory: 32 GiB -> 24 GiB");
  CHECK(LinesBetween(Replaced(kShop, "24 GiB because", "? because"), kShop) ==
        "HS7103 tightens VMPROD at hotsite memory: left to the vendor -> 24 GiB");
}

TEST_CASE("diff of systems: what is declared is told by itself only where no site shows it") {
  // Home and the hot site both say how many processors VMTEST has.
  const std::string said = Replaced(kShop, "lpar VMTEST;", "lpar VMTEST { processors 2 };");
  CHECK(LinesBetween(said, Replaced(said, "processors 1 IFL; memory 8 GiB", "processors 4 IFL; memory 8 GiB")) ==
        "HS7101 changed VMTEST processors: 1 -> 4");
  const char* nowhere = "use std.zvm\nzvm VMPROD : zvm_7_3 { memory 8 GiB; linux LNXA { memory 1 GiB; start first } }";
  CHECK(LinesBetween(nowhere, Replaced(nowhere, "1 GiB", "2 GiB")) == "HS7103 changed LNXA memory: 1 GiB -> 2 GiB");
  CHECK(LinesBetween(nowhere, Replaced(nowhere, "start first", "")) ==
        "HS7501 changed LNXA start: first -> in no order");
}

TEST_CASE("diff of systems: what changed alike is one change") {
  std::string now = Replaced(kShop, "linux LNXC : sles_15_sp5", "linux LNXC : sles_12_sp5");
  CHECK(LinesBetween(kShop, Replaced(now, "linux LNXB : sles_15_sp5", "linux LNXB : sles_12_sp5")) ==
        "HS7605 changed LNXB, LNXC distribution: sles_15_sp5 -> sles_12_sp5");
}

TEST_CASE("diff of systems: guests follow their z/VM without a word, but for their level") {
  const std::string test = Replaced(kShop, "zvm VMTEST : zvm_7_3 { processors 1 IFL; memory 8 GiB }",
                                    "zvm VMTEST : zvm_7_3 { linux LNXT1 { memory 1 GiB }; linux LNXT2 }");
  const std::string placed = Replaced(test, "lpar PRODA because", "lpar VMTEST\nlpar PRODA because");
  CHECK_THAT(LinesBetween(test, placed), Catch::Matchers::Contains("HS7003 new VMTEST at hotsite: ") &&
                                             Catch::Matchers::Contains("with 2 guests") &&
                                             !Catch::Matchers::Contains("LNXT"));
  CHECK_THAT(LinesBetween(placed, test),
             Catch::Matchers::Contains("HS7004 withdrawn VMTEST at hotsite: ") && !Catch::Matchers::Contains("LNXT"));
  const std::string deep =
      Replaced(placed, "lpar VMTEST\n", "lpar FLOOR { zvm VENDORVM : zvm_7_3 { guest VMTEST } }\n");
  CHECK_THAT(LinesBetween(placed, deep),
             Catch::Matchers::Contains("HS7002 changed LNXT1, LNXT2 at hotsite level: 2 -> 3") &&
                 Catch::Matchers::Contains("HS7002 changed VMTEST at hotsite level: 1 -> 2"));
}

TEST_CASE("diff of systems: a guest that another z/VM declares moves") {
  const std::string before = Replaced(kShop, "zvm VMTEST : zvm_7_3 {", "zvm VMTEST : zvm_7_3 { linux LNXT {};");
  std::string now = Replaced(kShop, "zvm VMPROD : zvm_7_3 {", "zvm VMPROD : zvm_7_3 { linux LNXT {};");
  CHECK(LinesBetween(before, now) ==
        "HS7003 new LNXT at hotsite: guest of VMPROD\n"
        "HS7001 changed LNXT at home placement: guest of VMTEST -> guest of VMPROD");
}

TEST_CASE("diff of systems: a rename is one change of the system, wherever its name stands") {
  std::string now = kShop;
  for (std::size_t at = 0; (at = now.find("VMPROD", at)) != std::string::npos;) now.replace(at, 6, "VMBIG");
  now = Replaced(now, "node VMHOME", "node VMHOME\nrenamed from VMPROD");
  CHECK(LinesBetween(kShop, now) == "HS7603 moves VMBIG: VMPROD -> VMBIG");
  // A partition that keeps its name isn't a change.
  const std::string kept =
      Replaced(Replaced(now, "lpar VMBIG;", "lpar VMPROD runs VMBIG;"), "lpar VMBIG {", "lpar VMPROD runs VMBIG {");
  CHECK(LinesBetween(kShop, kept) == "HS7603 moves VMBIG: VMPROD -> VMBIG");
  // Next year the statement still stands there, or is taken away.
  CHECK(LinesBetween(now, now).empty());
  CHECK(LinesBetween(now, Replaced(now, "renamed from VMPROD", "")) == "HS7603 changed VMBIG renamed from: VMPROD -> ");
}

namespace {

std::string TwoSystems(std::string_view a, std::string_view b) {
  return fmt::format("use std.zos\nzos {}\nzos {}", a, b);
}

}  // namespace

// As in the ledger, whose identifiers stay with a name that is in use.
TEST_CASE("diff of systems: a name that is in use isn't renamed") {
  const std::string before = TwoSystems("A { memory 1 GiB }", "B { memory 2 GiB }");
  CHECK(LinesBetween(before, TwoSystems("A { memory 2 GiB; renamed from B }", "B { memory 1 GiB; renamed from A }")) ==
        "HS7103 changed A memory: 1 GiB -> 2 GiB\n"
        "HS7103 changed B memory: 2 GiB -> 1 GiB\n"
        "HS7603 changed A renamed from:  -> B\n"
        "HS7603 changed B renamed from:  -> A");
  // A is called C now, and there is a new A.
  CHECK(
      LinesBetween("zos A { memory 1 GiB }", TwoSystems("A { memory 8 GiB }", "C { memory 1 GiB; renamed from A }")) ==
      "HS7103 changed A memory: 1 GiB -> 8 GiB\n"
      "HS7601 new C: z/OS: 1 GiB, placed nowhere");
  // A chain: only its end is free.
  CHECK(LinesBetween(before, TwoSystems("B { memory 2 GiB; renamed from A }", "C { memory 2 GiB; renamed from B }")) ==
        "HS7601 new C: z/OS: 2 GiB, placed nowhere\n"
        "HS7603 changed B renamed from:  -> A\n"
        "HS7602 withdrawn A: z/OS: 1 GiB, placed nowhere");
  // Two that claim one: the first has it.
  CHECK(LinesBetween("zos A", TwoSystems("B { renamed from A }", "C { renamed from A }")) ==
        "HS7601 new C: z/OS: placed nowhere\n"
        "HS7603 moves B: A -> B");
}

TEST_CASE("diff of systems: guests of one name are told apart by their z/VM") {
  const char* one = "zvm VMA { linux LNX1 { memory 1 GiB } }\nzvm VMB";
  const char* two = "zvm VMA { linux LNX1 { memory 1 GiB } }\nzvm VMB { linux LNX1 { memory 2 GiB } }";
  CHECK(LinesBetween(one, two) == "HS7601 new VMB.LNX1: Linux guest of VMB: 2 GiB, placed nowhere");
  CHECK(LinesBetween(two, Replaced(two, "2 GiB", "3 GiB")) == "HS7103 changed VMB.LNX1 memory: 2 GiB -> 3 GiB");
}
