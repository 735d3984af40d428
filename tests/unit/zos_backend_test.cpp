// The zos backend: both fragments byte for byte, the README's first line, columns, open places, a z/OS under a z/VM.
#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/zos/zos.h"
#include "tests/unit/host_model.h"

namespace {

using namespace hotsite;
using hotsite::testing::HostModel;
using hotsite::testing::SmallShop;
using Artifacts = std::map<std::string, backends::Artifact>;

Artifacts Run(HostModel& shop) { return shop.Run(backends::zos::kBackend); }

std::string FirstLine(const Artifacts& artifacts) {
  const std::string& text = artifacts.at("zos/PRODA/README.txt").text;
  return text.substr(0, text.find('\n'));
}

TEST_CASE("zos: the TCP/IP profile has devices, links, addresses and routes") {
  SmallShop shop;
  const Artifacts files = Run(shop);
  const backends::Artifact& profile = files.at("zos/PRODA/TCPIP.PROFILE");
  CHECK(profile.text == R"(; PRODA at hotsite: devices, links, addresses and routes.
; These replace the statements of the same names in the home profile;
; HOME and BEGINROUTES replace the whole list. See README.txt.
;
; HiperSockets HS carries DATABASE; first device ??HSK-001. Put its
; CHPID (two hex digits) for the ?? of IUTIQD??.
DEVICE IUTIQD?? MPCIPA
LINK DATABASELNK IPAQIDIO IUTIQD??
;
; OSA UPLINK carries OFFICE; devices: see TRLE.VTAMLST.
DEVICE OFFICE MPCIPA
LINK OFFICELNK IPAQENET OFFICE
;
HOME
  192.168.40.10    DATABASELNK
  10.20.30.10      OFFICELNK
;
BEGINROUTES
  ROUTE 192.168.40.0/24 = DATABASELNK MTU 16384
  ROUTE 10.20.30.0/24 = OFFICELNK MTU 1492
  ROUTE 192.168.30.0/24 192.168.40.1 DATABASELNK MTU 16384
  ROUTE DEFAULT 10.20.30.1 OFFICELNK MTU 1492
ENDROUTES
;
START IUTIQD??
START OFFICE
)");
  REQUIRE(profile.open.size() == 1);
  CHECK(profile.open.front().requirement == "HSK-001");
}

TEST_CASE("zos: the TRL major node has the OSA's devices, continued in column 72") {
  SmallShop shop;
  const Artifacts files = Run(shop);
  const backends::Artifact& trle = files.at("zos/PRODA/TRLE.VTAMLST");
  CHECK(trle.text == R"(* PRODA at hotsite: the OSA devices for VTAM (TRL major node).
* PORTNAME is the DEVICE name in the TCP/IP profile.
         VBUILD TYPE=TRL
* OSA UPLINK carries OFFICE.
TRLOSA1  TRLE  LNCTL=MPC,                                              X
               READ=(??OSA-002),                                       X
               WRITE=(??OSA-002+1),                                    X
               DATAPATH=(??OSA-002+2),                                 X
               PORTNAME=OFFICE,                                        X
               MPCLEVEL=QDIO
)");
  REQUIRE(trle.open.size() == 1);
  CHECK(trle.open.front().requirement == "OSA-002");
}

TEST_CASE("zos: a second OSA interface takes the second group of the same answer") {
  SmallShop shop;
  for (model::Placement& placement : shop.model.placements) {
    if (placement.system == shop.proda && shop.model.at(placement.site).recovery)
      placement.nics.push_back(placement.nics[1]);
  }
  const std::string text = Run(shop).at("zos/PRODA/TRLE.VTAMLST").text;
  CHECK(text.find("READ=(??OSA-002),") != std::string::npos);
  CHECK(text.find("READ=(??OSA-002.2),") != std::string::npos);
  CHECK(text.find("DATAPATH=(??OSA-002.2+2),") != std::string::npos);
}

TEST_CASE("zos: the README's first line says whether anything differs from home") {
  SmallShop shop;
  CHECK(FirstLine(Run(shop)) == "Differs from home: network definitions of PRODA; some open.");
  const std::string text = Run(shop).at("zos/PRODA/README.txt").text;
  const std::size_t at = text.find("WHAT DIFFERS");
  CHECK(text.substr(at, text.find("TO APPLY") - at) == R"(WHAT DIFFERS FROM HOME   (- at home, + here)
  Names of devices and links are ours at both sites: where your profile
  has others, keep yours.
  - READ=(0600),
  - WRITE=(0601),
  - DATAPATH=(0602),
  + READ=(??OSA-002),
  + WRITE=(??OSA-002+1),
  + DATAPATH=(??OSA-002+2),

)");

  SmallShop same;
  same.AttachDevices(same.proda_there, 0, {3}, 0x0E00);
  same.AttachDevices(same.proda_there, 1, {2}, 0x0600);
  CHECK(FirstLine(Run(same)) == "Nothing differs from home for PRODA, except perhaps the CHPID.");
  // Without HiperSockets there is no CHPID to look up.
  for (model::Placement& placement : same.model.placements) {
    if (placement.system == same.proda) placement.nics.erase(placement.nics.begin());
  }
  CHECK(FirstLine(Run(same)) == "Nothing differs from home: PRODA keeps its definitions.");
  same.Readdress(same.hotsite, same.office, "10.99.30.0/24");
  CHECK(FirstLine(Run(same)) == "Differs from home: network definitions of PRODA.");
}

TEST_CASE("zos: under a z/VM the numbers are virtual and layer 2 is warned of") {
  SmallShop shop;
  const auto vendor = shop.AddSystem(model::SystemKind::kZvm, "VENDORVM");
  const auto guest = shop.AddSystem(model::SystemKind::kZos, "PRODB");
  shop.AddNic(guest, 0x0801, shop.office, 11);
  const auto host = shop.Place(shop.hotsite, vendor);
  const auto there = shop.Place(shop.hotsite, guest, host);
  shop.AttachLan(
      there, 0,
      shop.AddLan(host, model::Lan::Kind::kVswitch, "DRVSW", model::LanType::kQdio, model::Transport::kEthernet));
  const Artifacts files = Run(shop);
  CHECK(files.at("zos/PRODB/TRLE.VTAMLST").text.find("READ=(0801),") != std::string::npos);
  const std::string& text = files.at("zos/PRODB/README.txt").text;
  CHECK(text.substr(0, text.find('\n')) == "No home to compare with: all definitions of PRODB are new.");
  CHECK(text.find("WARNING: DRVSW is layer 2") != std::string::npos);
  CHECK(text.find("WARNING: READ 0801 is odd") != std::string::npos);
}

TEST_CASE("zos: the README says whose answer has the CHPID of the HiperSockets") {
  SmallShop shop;
  std::string text = Run(shop).at("zos/PRODA/README.txt").text;
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  CHECK(text.find("theanswertoHSK-001hasit") != std::string::npos);
  CHECK(text.find("nobodywasasked") == std::string::npos);
}

TEST_CASE("zos: no line is longer than 72 columns, whatever the names") {
  SmallShop shop;
  for (model::Network& network : shop.model.networks)
    network.name = "N" + std::string(20, '_') + network.name + "_LONG_NAME";
  shop.model.sites[shop.hotsite.index].name = "a_site_with_a_name_of_32_letters";
  for (const auto& [path, artifact] : Run(shop)) {
    for (std::size_t at = 0; at < artifact.text.size(); at = artifact.text.find('\n', at) + 1) {
      INFO(artifact.text.substr(at, artifact.text.find('\n', at) - at));
      CHECK(artifact.text.find('\n', at) - at <= 72);
    }
  }
}

TEST_CASE("zos: nothing that a spec can say becomes a statement") {
  SmallShop plain;
  const Artifacts expected = Run(plain);
  for (const std::string nasty : {"\nHOME\n 6.6.6.6 X", "; x", "\x1b[2J", "é", " MPCIPA"}) {
    SmallShop shop;
    for (model::Network& network : shop.model.networks) network.doc = nasty;
    for (model::Site& site : shop.model.sites) site.name += nasty;
    for (model::Carrier& carrier : shop.model.carriers) carrier.name += nasty;
    const Artifacts files = Run(shop);
    for (const char* name : {"zos/PRODA/TCPIP.PROFILE", "zos/PRODA/TRLE.VTAMLST"}) {
      const auto statements = [](const std::string& text) {
        std::string kept;
        for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
          if (text[at] != ';' && text[at] != '*') kept += text.substr(at, text.find('\n', at) - at + 1);
        }
        return kept;
      };
      CHECK(statements(files.at(name).text) == statements(expected.at(name).text));
    }
  }
}

}  // namespace
