// The zos backend: the fragments byte for byte and by their own rules, the README's first line, columns, open places, a
// z/OS under a z/VM.
#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/zos/zos.h"
#include "tests/unit/host_model.h"
#include "tests/unit/zos_checker.h"

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
  CHECK(profile.text == R"(; PRODA at hotsite: links, addresses and routes.
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

/// All three files of PRODA by their own rules.
void CheckFiles(const Artifacts& files) {
  using Strings = std::vector<std::string>;
  INFO(files.at("zos/PRODA/TCPIP.PROFILE").text);
  CHECK(zos_test::CheckProfile(files.at("zos/PRODA/TCPIP.PROFILE").text).problems == Strings{});
  CHECK(zos_test::CheckConfig(files.at("zos/PRODA/CONFIGDR.PARMLIB").text).problems == Strings{});
  const auto trle = files.find("zos/PRODA/TRLE.VTAMLST");
  if (trle != files.end()) CHECK(zos_test::CheckTrl(trle->second.text).problems == Strings{});
}

/// A release whose profiles define these links by INTERFACE.
void UseRelease(SmallShop& shop, std::vector<model::InterfaceStatement> statements) {
  shop.model.zos_releases.emplace_back();
  shop.model.zos_releases.back().interface_statements.value = {std::move(statements), {}};
  shop.model.systems[shop.proda.index].zos_release = model::ZosReleaseId{0};
}

model::Vipa VipaAt(const char* address) {
  model::Vipa vipa;
  vipa.address.literal = *IpAddress::Parse(address);
  return vipa;
}

TEST_CASE("zos: where the release has INTERFACE for all, there are no DEVICE, LINK and HOME") {
  SmallShop shop;
  using enum model::InterfaceStatement;
  UseRelease(shop, {kOsa, kHipersockets, kVipa});
  shop.model.systems[shop.proda.index].vipas = {VipaAt("10.1.1.1"), VipaAt("2001:db8::1")};
  const Artifacts files = Run(shop);
  CheckFiles(files);
  CHECK(files.at("zos/PRODA/TCPIP.PROFILE").text == R"(; PRODA at hotsite: links, addresses and routes.
; These replace the statements of the same names in the home profile;
; HOME and BEGINROUTES replace the whole list. See README.txt.
;
INTERFACE VIPALK1
  DEFINE VIRTUAL
  IPADDR 10.1.1.1
INTERFACE VIPA6LK1
  DEFINE VIRTUAL6
  IPADDR 2001:DB8::1
;
; HiperSockets HS carries DATABASE; first device ??HSK-001. Put its
; CHPID (two hex digits) for the ?? behind CHPID.
INTERFACE DATABASELNK
  DEFINE IPAQIDIO
  CHPID ??
  IPADDR 192.168.40.10/24
  MTU 16384
  SOURCEVIPAINTERFACE VIPALK1
;
; OSA UPLINK carries OFFICE; devices: see TRLE.VTAMLST.
INTERFACE OFFICELNK
  DEFINE IPAQENET
  PORTNAME OFFICE
  IPADDR 10.20.30.10/24
  MTU 1492
  SOURCEVIPAINTERFACE VIPALK1
;
BEGINROUTES
  ROUTE 192.168.40.0/24 = DATABASELNK MTU 16384
  ROUTE 10.20.30.0/24 = OFFICELNK MTU 1492
  ROUTE 192.168.30.0/24 192.168.40.1 DATABASELNK MTU 16384
  ROUTE DEFAULT 10.20.30.1 OFFICELNK MTU 1492
ENDROUTES
;
START DATABASELNK
START OFFICELNK
)");
}

TEST_CASE("zos: a VIPA stays in HOME while a link is defined by DEVICE and LINK") {
  SmallShop shop;
  using enum model::InterfaceStatement;
  UseRelease(shop, {kOsa, kVipa});
  shop.model.systems[shop.proda.index].vipas = {VipaAt("10.1.1.1")};
  const Artifacts files = Run(shop);
  CheckFiles(files);
  const std::string& text = files.at("zos/PRODA/TCPIP.PROFILE").text;
  CHECK(text.find("LINK VIPALK1 VIRTUAL 0 VIPADV1\n") != std::string::npos);
  CHECK(text.find("HOME\n  10.1.1.1         VIPALK1\n  192.168.40.10    DATABASELNK\n;") != std::string::npos);
  CHECK(text.find("  SOURCEVIPAINTERFACE VIPALK1\n") != std::string::npos);
}

TEST_CASE("zos: IPv6 beside IPv4 on one device takes LINK and INTERFACE, which share the DATAPATH device") {
  SmallShop shop;
  UseRelease(shop, {model::InterfaceStatement::kOsa});
  const auto office6 = shop.AddNetwork("OFFICE6", "2001:db8:1::/64", 1);
  model::Placement& there = shop.model.placements[shop.proda_there.index];
  model::PlacedNic more = there.nics[1];
  more.over = 1;
  more.network = office6;
  more.addresses = {*IpAddress::Parse("2001:db8:1::10")};
  there.nics.push_back(more);
  const Artifacts files = Run(shop);
  CheckFiles(files);
  const std::string& text = files.at("zos/PRODA/TCPIP.PROFILE").text;
  CHECK(text.find("LINK OFFICELNK IPAQENET OFFICE\nINTERFACE OFFICELNK6\n  DEFINE IPAQENET6\n  PORTNAME OFFICE\n"
                  "  IPADDR 2001:DB8:1::10\n") != std::string::npos);
  CHECK(text.find("  ROUTE DEFAULT6 2001:DB8:1::1 OFFICELNK6 MTU 1492\n") != std::string::npos);
  CHECK(text.find("START OFFICE\nSTART OFFICELNK6\n") != std::string::npos);
}

TEST_CASE("zos: a further VLAN over one device and a bond are told, not written") {
  SmallShop shop;
  model::Placement& there = shop.model.placements[shop.proda_there.index];
  const auto tagged = shop.AddNetwork("TAGGED", "10.77.0.0/24", 1);
  for (model::Site& site : shop.model.sites) site.plans[tagged.index].vlan = {77, {}};
  model::PlacedNic vlan = there.nics[1];
  vlan.over = 1;
  vlan.network = tagged;
  vlan.addresses = {*IpAddress::Parse("10.77.0.10")};
  model::PlacedNic second = there.nics[1];
  second.bonded_with = 1;
  second.addresses.clear();
  there.nics.push_back(vlan);
  there.nics.push_back(second);
  const Artifacts files = Run(shop);
  CheckFiles(files);
  CHECK(files.at("zos/PRODA/TCPIP.PROFILE").text.find("10.77.0") == std::string::npos);
  std::string text = files.at("zos/PRODA/README.txt").text;
  INFO(text);
  CHECK(text.find("NOT WRITTEN: TAGGED over NIC ") != std::string::npos);
  CHECK(text.find("z/OS has no bonds") != std::string::npos);
}

TEST_CASE("zos: CONFIGDR lists what was promised, and what is open in comments") {
  SmallShop shop;
  model::Placement& there = shop.model.placements[shop.proda_there.index];
  there.resources.processors = {10, {}};
  there.resources.memory = {MemorySize::OfMiB(8192), {}};
  there.volumes.push_back({model::VolumeUse::kData, {"PRD001"}, {{*DeviceRange::Parse("0A82-0AB3")}, {}}});
  shop.model.partitions[there.partition.index].settings.load = {DeviceNumber(0x0A82), {}};
  const Artifacts files = Run(shop);
  CheckFiles(files);
  const backends::Artifact& member = files.at("zos/PRODA/CONFIGDR.PARMLIB");
  CHECK(member.text == R"(* CONFIGDR of PRODA at hotsite: what was asked for, as far as it is
* known. D M=CONFIG(DR) tells what differs from it.
*
* Processors: 10 logical processors.
CPU (0,1,2,3,4,5,6,7),ONLINE
CPU (8,9),ONLINE
*
* Central storage: 8 GiB.
STOR (0M-8192M),ONLINE
*
* HiperSockets for DATABASE.
* OPEN: DEVICE (??HSK-001-??HSK-001+2),*,ONLINE
*
* OSA for OFFICE.
* OPEN: DEVICE (??OSA-002-??OSA-002+2),*,ONLINE
*
* data volumes PRD001.
DEVICE (0A82-0AB3),*,ONLINE
*
* Load address.
DEVICE (0A82),*,ONLINE
)");
  REQUIRE(member.open.size() == 2);
  CHECK(member.open[0].requirement == "HSK-001");
}

TEST_CASE("zos: the TRL major node has the OSA's devices, continued in column 72") {
  SmallShop shop;
  const Artifacts files = Run(shop);
  const backends::Artifact& trle = files.at("zos/PRODA/TRLE.VTAMLST");
  CHECK(trle.text == R"(* PRODA at hotsite: the OSA devices for VTAM (TRL major node).
* PORTNAME is the DEVICE or PORTNAME in the TCP/IP profile.
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
    for (const char* name : {"zos/PRODA/TCPIP.PROFILE", "zos/PRODA/TRLE.VTAMLST", "zos/PRODA/CONFIGDR.PARMLIB"}) {
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
