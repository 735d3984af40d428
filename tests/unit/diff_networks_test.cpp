// Each fact of sites, machines, channels, networks and interfaces: changed alone it makes exactly one change.
#include <catch2/catch.hpp>

#include "tests/unit/diff_lines.h"

using namespace hotsite;

namespace {

constexpr const char* kShop = R"(
use std.machines
use std.zvm
use std.zos
use std.linux
use std.dasd
use std.osa

/// All of it.
network BANK { subnet 10.60.0.0/16 }
network OFFICE { subnet BANK/24[10]; gateway OFFICE[1]; dns BANK[5]; domain "a.example"; mtu 1492; vlan 110 }
network INSIDE { subnet 10.2.0.0/24 }
network SECOND { subnet 10.3.0.0/24; vlan 120 }

zos PRODA : zos_3_1 {
  processors 2 CP; memory 16 GiB
  nic 1000 on OFFICE address OFFICE[10]
  vipa OFFICE[200]
  route INSIDE via OFFICE[11]
}
zvm VMPROD : zvm_7_3 {
  processors 3 IFL; memory 24 GiB
  tcpip TCPIP { nic 0900 on OFFICE address OFFICE[20] }
  /// To the office.
  vswitch VSW1 carries OFFICE, SECOND { transport ethernet; uplinks 2; controllers DTCVSW1, DTCVSW2 }
  guestlan GLAN carries INSIDE { type qdio; transport ip }
  linux LNXA : sles_15_sp5 {
    processors 1; memory 1 GiB
    nic 0600 on OFFICE address OFFICE[21]
    nic 0700 on INSIDE address INSIDE[21]
    network SECOND over 0600 address SECOND[21]
  }
  linux LNXB : sles_15_sp5 { processors 1; memory 1 GiB; nic 0600 on OFFICE address OFFICE[22] }
}
zvm VMIDLE : zvm_7_3 { processors 1 IFL; memory 8 GiB; guestlan IDLE carries INSIDE { type qdio } }

site home {
  machine CEC : z15_t01 {
    engines 8 CP, 16 IFL
    memory 256 GiB
    capacity 710
    serial 12345
    tape drives 4 reading 3592
    lpar PRODA { mode general; weight 300 capped; load 0A82 parameter 0A8200M1; crypto domains 3, 4 type cca }
    lpar VMPROD
    osa OSAA carries OFFICE, SECOND { chpids 4; devices 1000-103F }
    fcp SAN npiv for VMPROD { chpids 2; devices 1A00-1A0F }
  }
}
recovery "2026" {
  site hotsite {
    network BANK { subnet 10.99.0.0/16 }
    machine BIGBOX : z16_a01 {
      memory at least 128 GiB
      tape drives at least 4 reading 3592
      lpar PRODA
      lpar VMPROD
      osa UPLINK carries OFFICE, SECOND { chpids at least 2; devices 0600-063F for VMPROD; devices ? for PRODA }
    }
  }
}
)";

std::vector<std::string> ConsequencesOf(const char* from, const char* to) {
  const auto changes = ChangesBetween(kShop, Replaced(kShop, from, to));
  REQUIRE(changes.size() == 1);
  return changes.front().consequences;
}

}  // namespace

TEST_CASE("diff of networks: what says the same is no change") {
  CHECK(LinesBetween(kShop, kShop).empty());
  CheckEdits(kShop, {
                        {"subnet BANK/24[10]", "subnet BANK/25[20]",
                         "HS7304 changed OFFICE at home, hotsite subnet: BANK/24[10] -> BANK/25[20]"},
                        {"osa OSAA carries OFFICE, SECOND", "osa OSAA carries SECOND, OFFICE", ""},
                        {"machine BIGBOX : z16_a01 {", "machine BIGBOX : z16_a01 {  // soon", ""},
                        {"engines 8 CP, 16 IFL", "engines 16 IFL, 8 CP", ""},
                        {"INSIDE address INSIDE[21]", "INSIDE address 10.2.0.21", ""},
                        {"gateway OFFICE[1]", "gateway OFFICE[-255]", ""},
                    });
}

TEST_CASE("diff of networks: one fact of a site or machine is one change") {
  CheckEdits(kShop, {
                        {"site home {", "site house {", "HS7052 moves house: home -> house"},
                        {"machine CEC :", "machine CEC1 :", "HS7056 moves CEC1 at home: CEC -> CEC1"},
                        {"machine BIGBOX : z16_a01", "machine BIGBOX : z15_t01",
                         "HS7150 changed BIGBOX at hotsite model: IBM z16 A01 -> IBM z15 T01"},
                        {"engines 8 CP", "engines 9 CP", "HS7151 changed CEC at home CP processors: 8 -> 9"},
                        {"memory at least 128 GiB", "memory at least 256 GiB",
                         "HS7152 tightens BIGBOX at hotsite memory: 128 GiB -> 256 GiB"},
                        {"memory at least 128 GiB", "memory ?",
                         "HS7152 loosens BIGBOX at hotsite memory: 128 GiB -> left to the vendor"},
                        {"capacity 710", "capacity 711", "HS7153 changed CEC at home capacity setting: 710 -> 711"},
                        {"serial 12345", "serial 12346", "HS7154 changed CEC at home serial number: 12345 -> 12346"},
                        {"tape drives at least 4", "tape drives at least 3",
                         "HS7490 loosens BIGBOX at hotsite tape drives: 4 -> 3"},
                        {"serial 12345", "serial 12345; hmc by customer remote",
                         "HS7709 changed CEC at home HMC used by:  -> the customer, remotely"},
                    });
}

TEST_CASE("diff of networks: one fact of a partition is one change") {
  CheckEdits(kShop,
             {
                 {"weight 300 capped", "weight 200 capped", "HS7155 changed PRODA at home, hotsite weight: 300 -> 200"},
                 {"weight 300 capped", "weight 300", "HS7156 loosens PRODA at home, hotsite capped: yes -> "},
                 {"load 0A82", "load 0A83", "HS7590 changed PRODA at home load address: 0A82 -> 0A83"},
                 {"parameter 0A8200M1", "parameter 0A8200M2",
                  "HS7591 changed PRODA at home load parameter: 0A8200M1 -> 0A8200M2"},
                 {"domains 3, 4", "domains 3, 5", "HS7213 changed PRODA at home, hotsite crypto domains: 3, 4 -> 3, 5"},
                 {"type cca", "type ep11",
                  "HS7214 changed PRODA at home, hotsite crypto type: CCA coprocessor -> EP11 coprocessor"},
             });
}

TEST_CASE("diff of networks: one fact of a channel is one change") {
  CheckEdits(kShop, {
                        {"chpids at least 2", "chpids at least 3",
                         "HS7205 tightens BIGBOX at hotsite OSA UPLINK channel paths: 2 -> 3"},
                        {"devices ? for PRODA", "devices 0700-070F for PRODA",
                         "HS7209 tightens PRODA at hotsite OSA UPLINK device numbers: left to the vendor -> 0700-070F"},
                        {"fcp SAN npiv", "fcp SAN", "HS7208 changed CEC at home FCP SAN NPIV: yes -> no"},
                        {"fcp SAN npiv for VMPROD", "fcp SAN npiv for VMPROD, PRODA",
                         "HS7204 changed CEC at home FCP SAN reaches: VMPROD -> PRODA, VMPROD"},
                        {"devices 1A00-1A0F }\n", "devices 1A00-1A1F }\n",
                         "HS7209 changed CEC at home FCP SAN device numbers: 1A00-1A0F -> 1A00-1A1F"},
                        {"    fcp SAN npiv for VMPROD { chpids 2; devices 1A00-1A0F }\n", "",
                         "HS7202 withdrawn CEC at home FCP SAN: for VMPROD"},
                    });
}

TEST_CASE("diff of networks: one fact of a network is one change") {
  CheckEdits(
      kShop,
      {
          {"/// All of it.", "/// Everything.", "HS7611 editorial BANK comment: All of it. -> Everything."},
          {"subnet 10.60.0.0/16", "subnet 10.61.0.0/16",
           "HS7304 changed BANK at home subnet: 10.60.0.0/16 -> 10.61.0.0/16"},
          {"dns BANK[5]", "dns BANK[6]", "HS7306 changed OFFICE at home, hotsite name servers: BANK[5] -> BANK[6]"},
          {"domain \"a.example\"", "domain \"b.example\"",
           "HS7307 changed OFFICE at home, hotsite domain: a.example -> b.example"},
          {"mtu 1492", "mtu 8992", "HS7308 changed OFFICE at home, hotsite MTU: 1492 -> 8992"},
          {"vlan 110", "vlan 111", "HS7309 changed OFFICE at home, hotsite VLAN: 110 -> 111"},
          {"gateway OFFICE[1]", "gateway OFFICE[2]",
           "HS7305 changed OFFICE at home, hotsite gateway: OFFICE[1] -> OFFICE[2]"},
          {"network BANK { subnet 10.99.0.0/16 }",
           "network BANK { subnet 10.99.0.0/16 }; network INSIDE { connected to home }",
           "HS7310 tightens INSIDE at hotsite connected to home:  -> yes"},
          {"network INSIDE {", "network EXTRA { subnet 10.4.0.0/24 }\nnetwork INSIDE {",
           "HS7301 new EXTRA: network 10.4.0.0/24"},
      });
}

TEST_CASE("diff of networks: one fact of an interface or of a LAN is one change") {
  CheckEdits(
      kShop,
      {
          {"OFFICE[22]", "OFFICE[23]",
           "HS7314 changed LNXB at home, hotsite nic 0600 address: OFFICE[22] -> OFFICE[23]"},
          {"address INSIDE[21]", "address INSIDE[21] mac 02:00:00:00:00:01",
           "HS7315 tightens LNXA at home, hotsite nic 0700 MAC address:  -> 02:00:00:00:00:01"},
          {"    nic 0700 on INSIDE address INSIDE[21]\n", "",
           "HS7312 withdrawn LNXA at home, hotsite nic 0700: on INSIDE"},
          {"address SECOND[21]", "address SECOND[22]",
           "HS7314 changed LNXA at home, hotsite SECOND over nic 0600 address: SECOND[21] -> SECOND[22]"},
          {"vipa OFFICE[200]", "vipa OFFICE[201]",
           "HS7332 changed PRODA virtual addresses: OFFICE[200] -> OFFICE[201]"},
          {"via OFFICE[11]", "via OFFICE[12]", "HS7330 changed PRODA route INSIDE via: OFFICE[11] -> OFFICE[12]"},
          {"  route INSIDE via OFFICE[11]\n", "", "HS7330 withdrawn PRODA route INSIDE: via OFFICE[11]"},
          {"DTCVSW1, DTCVSW2", "DTCVSW1",
           "HS7324 changed VMPROD at home, hotsite vswitch VSW1 controllers: DTCVSW1, DTCVSW2 -> DTCVSW1"},
          {"transport ethernet", "transport ip",
           "HS7323 changed VMPROD at home, hotsite vswitch VSW1 transport: ethernet -> ip"},
          {"/// To the office.", "/// Out.",
           "HS7611 editorial VMPROD at home, hotsite vswitch VSW1 comment: To the office. -> Out."},
          {"uplinks 2", "uplinks 3", "HS7325 tightens VMPROD at home, hotsite vswitch VSW1 uplinks: 2 -> 3"},
          {"IDLE carries INSIDE { type qdio }", "IDLE carries INSIDE, SECOND { type qdio }",
           "HS7322 changed VMIDLE guest LAN IDLE networks: INSIDE -> INSIDE, SECOND"},
          {"; guestlan IDLE carries INSIDE { type qdio }", "",
           "HS7321 withdrawn VMIDLE guest LAN IDLE: carries INSIDE"},
      });
}

TEST_CASE("diff of networks: what follows a change is told with it") {
  CHECK(ConsequencesOf("subnet 10.99.0.0/16", "subnet 10.98.0.0/16") ==
        std::vector<std::string>{"4 systems get new addresses: PRODA 10.98.10.10, VMPROD 10.98.10.20, LNXA 10.98.10.21 "
                                 "and 1 more",
                                 "OFFICE gets the subnet 10.98.10.0/24", "OFFICE has its name servers at 10.98.0.5"});
  CHECK(ConsequencesOf("OFFICE[22]", "OFFICE[23]") ==
        std::vector<std::string>{"LNXB gets a new address: 10.60.10.23 at home and 10.99.10.23 at hotsite"});
  CHECK(ConsequencesOf("INSIDE address INSIDE[21]", "INSIDE address INSIDE[22]") ==
        std::vector<std::string>{"LNXA gets a new address: 10.2.0.22"});
  CHECK(ConsequencesOf("devices 0600-063F", "devices 0680-06BF") ==
        std::vector<std::string>{"VMPROD gets other real devices: 0680 for TCP/IP nic 0900, 0684 for vswitch VSW1, "
                                 "uplink 1 and 0688 for vswitch VSW1, uplink 2"});
}

TEST_CASE("diff of networks: another name is one change") {
  std::string renamed = kShop;
  for (std::size_t at = 0; (at = renamed.find("INSIDE", at)) != std::string::npos;) renamed.replace(at, 6, "INNER");
  CHECK(LinesBetween(kShop, renamed) == "HS7303 moves INNER: INSIDE -> INNER");
}

TEST_CASE("diff of networks: a thing that a faulty spec has twice is paired by its turn") {
  const std::string twice =
      Replaced(kShop, "nic 0700 on INSIDE address INSIDE[21]",
               "nic 0700 on INSIDE address INSIDE[21]; route INSIDE via OFFICE[2]; route INSIDE via OFFICE[3]");
  CHECK(LinesBetween(twice, twice).empty());
  CHECK(LinesBetween(twice, Replaced(twice, "via OFFICE[3]", "via OFFICE[4]")) ==
        "HS7330 changed LNXA route INSIDE via: OFFICE[3] -> OFFICE[4]");
}
