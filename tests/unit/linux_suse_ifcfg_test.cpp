// The writers for SLES 11, 12 and 15: whole files.
#include <catch2/catch.hpp>

#include "backends/linux/suse_ifcfg.h"
#include "tests/unit/linux_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using hotsite::testing::EverythingPlan;
using hotsite::testing::RouterPlan;
using hotsite::testing::TextsOf;
using hotsite::testing::WaitingPlan;
using Texts = std::map<std::string, std::string>;

constexpr auto kByRule = model::InterfaceNames::kEthByRule;
const std::string kNetwork = "etc/sysconfig/network/";
const std::string kRules = "etc/udev/rules.d/";

// As qeth_configure -l writes it.
constexpr const char* kRules0600 = R"(# Configure qeth device at 0.0.0600/0.0.0601/0.0.0602
ACTION=="add", SUBSYSTEM=="drivers", KERNEL=="qeth", IMPORT{program}="collect 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
ACTION=="add", SUBSYSTEM=="ccw", KERNEL=="0.0.0600", IMPORT{program}="collect 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
ACTION=="add", SUBSYSTEM=="ccw", KERNEL=="0.0.0601", IMPORT{program}="collect 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
ACTION=="add", SUBSYSTEM=="ccw", KERNEL=="0.0.0602", IMPORT{program}="collect 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
ACTION=="remove", SUBSYSTEM=="drivers", KERNEL=="qeth", IMPORT{program}="collect --remove 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
ACTION=="remove", SUBSYSTEM=="ccw", KERNEL=="0.0.0600", IMPORT{program}="collect --remove 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
ACTION=="remove", SUBSYSTEM=="ccw", KERNEL=="0.0.0601", IMPORT{program}="collect --remove 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
ACTION=="remove", SUBSYSTEM=="ccw", KERNEL=="0.0.0602", IMPORT{program}="collect --remove 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
TEST=="[ccwgroup/0.0.0600]", GOTO="qeth-0.0.0600-end"
ACTION=="add", SUBSYSTEM=="ccw", ENV{COLLECT_0.0.0600}=="0", ATTR{[drivers/ccwgroup:qeth]group}="0.0.0600,0.0.0601,0.0.0602"
ACTION=="add", SUBSYSTEM=="drivers", KERNEL=="qeth", ENV{COLLECT_0.0.0600}=="0", ATTR{[drivers/ccwgroup:qeth]group}="0.0.0600,0.0.0601,0.0.0602"
LABEL="qeth-0.0.0600-end"
ACTION=="add", SUBSYSTEM=="ccwgroup", KERNEL=="0.0.0600", ATTR{layer2}="1"
ACTION=="add", SUBSYSTEM=="ccwgroup", KERNEL=="0.0.0600", ATTR{online}="1"
)";

constexpr const char* kNames =
    R"(SUBSYSTEM=="net", ACTION=="add", DRIVERS=="qeth", KERNELS=="0.0.0600", ATTR{type}=="1", KERNEL=="eth*", NAME="eth0"
SUBSYSTEM=="net", ACTION=="add", DRIVERS=="qeth", KERNELS=="0.0.7000", ATTR{type}=="1", KERNEL=="hsi*", NAME="hsi0"
SUBSYSTEM=="net", ACTION=="add", DRIVERS=="qeth", KERNELS=="0.0.0900", ATTR{type}=="1", KERNEL=="eth*", NAME="eth1"
SUBSYSTEM=="net", ACTION=="add", DRIVERS=="qeth", KERNELS=="0.0.0a00", ATTR{type}=="1", KERNEL=="eth*", NAME="eth2"
)";

constexpr const char* kPort = "STARTMODE='hotplug'\nBOOTPROTO='none'\n";
constexpr const char* kHosts =
    "127.0.0.1 localhost\n::1 localhost\n"
    "10.20.1.11 lnx01.dr.example.com lnx01\n2001:db8:20:1::11 lnx01.dr.example.com lnx01\n"
    "10.99.0.11 lnx01.dr.example.com lnx01\n10.20.2.11 lnx01.dr.example.com lnx01\n"
    "10.20.120.11 lnx01.dr.example.com lnx01\n";

/// What SLES 11, 12 and 15 have in common; `vlan` is the name of the VLAN's interface.
Texts Common(const std::string& vlan) {
  return {
      {kRules + "70-persistent-net.rules", kNames},
      {kNetwork + "ifcfg-eth0",
       "STARTMODE='auto'\nBOOTPROTO='static'\nIPADDR='10.20.1.11/24'\nIPADDR_1='2001:db8:20:1::11/64'\nMTU='1500'\n"},
      {kNetwork + "ifroute-eth0",
       "default 10.20.1.1 - eth0\ndefault 2001:db8:20:1::1 - eth0\n172.16.0.0/16 10.20.1.254 - eth0\n"},
      {kNetwork + "ifcfg-hsi0", "STARTMODE='auto'\nBOOTPROTO='static'\nIPADDR='10.99.0.11/24'\nMTU='8192'\n"},
      {kNetwork + "ifroute-hsi0", "10.88.0.0/16 10.99.0.1 - hsi0\n"},
      {kNetwork + "ifcfg-eth1", kPort},
      {kNetwork + "ifcfg-eth2", kPort},
      {kNetwork + "ifcfg-bond0",
       "STARTMODE='auto'\nBOOTPROTO='static'\nBONDING_MASTER='yes'\n"
       "BONDING_MODULE_OPTS='mode=active-backup miimon=100 fail_over_mac=active'\n"
       "BONDING_SLAVE_0='eth1'\nBONDING_SLAVE_1='eth2'\nIPADDR='10.20.2.11/24'\n"},
      {kNetwork + "ifcfg-" + vlan,
       "STARTMODE='auto'\nBOOTPROTO='static'\nETHERDEVICE='eth0'\nVLAN_ID='120'\nIPADDR='10.20.120.11/24'\n"},
      {kNetwork + "config",
       "NETCONFIG_DNS_POLICY='auto'\nNETCONFIG_DNS_STATIC_SEARCHLIST='dr.example.com example.com'\n"
       "NETCONFIG_DNS_STATIC_SERVERS='10.20.0.53 10.20.0.54'\n"},
      {"etc/hosts", kHosts},
  };
}

/// Takes the files of the four devices out and returns them by the read device.
Texts TakeRules(Texts& files) {
  Texts rules;
  for (auto it = files.begin(); it != files.end();) {
    const bool device = it->first.starts_with(kRules + "51-");
    if (device) rules.emplace(it->first.substr(kRules.size()), it->second);
    it = device ? files.erase(it) : std::next(it);
  }
  return rules;
}

TEST_CASE("suse_ifcfg: SLES 11, every file") {
  Texts files = TextsOf(WriteSuseIfcfg(EverythingPlan(kByRule, false)));
  const Texts rules = TakeRules(files);
  Texts expected = Common("vlan120");
  expected["etc/HOSTNAME"] = "lnx01.dr.example.com\n";
  CHECK(files == expected);
  CHECK(rules.size() == 4);
  CHECK(rules.at("51-qeth-0.0.0600.rules") == kRules0600);
  CHECK(rules.count("51-qeth-0.0.0a00.rules") == 1);
}

TEST_CASE("suse_ifcfg: rules of HiperSockets have their own name and layer 3, the driver stays qeth") {
  Texts files = TextsOf(WriteSuseIfcfg(EverythingPlan(kByRule, false)));
  std::string expected = kRules0600;
  for (std::size_t at = 0; (at = expected.find("0.0.060", at)) != std::string::npos;)
    expected.replace(at, 7, "0.0.700");
  expected.replace(expected.find("qeth device"), 4, "hsi");
  for (std::size_t at = 0; (at = expected.find("qeth-0.0.", at)) != std::string::npos;) expected.replace(at, 4, "hsi");
  expected.replace(expected.find("ATTR{layer2}=\"1\""), 16, "ATTR{layer2}=\"0\"");
  CHECK(files.at(kRules + "51-hsi-0.0.7000.rules") == expected);
}

TEST_CASE("suse_ifcfg: SLES 12 frees its devices, SLES 15 leaves them to chzdev") {
  HostPlan plan = EverythingPlan(kByRule);
  Texts expected = Common("eth0.120");
  expected["etc/hostname"] = "lnx01.dr.example.com\n";
  expected["boot/zipl/active_devices.txt"] =
      "0.0.0600,0.0.0601,0.0.0602\n0.0.7000,0.0.7001,0.0.7002\n0.0.0900,0.0.0901,0.0.0902\n0.0.0a00,0.0.0a01,0.0."
      "0a02\n";
  plan.device_files = model::DeviceFiles::kUdev;
  Texts twelve = TextsOf(WriteIfcfg(plan));
  CHECK(TakeRules(twelve).size() == 4);
  CHECK(twelve == expected);

  plan.device_files = model::DeviceFiles::kChzdev;
  Texts fifteen = TextsOf(WriteIfcfg(plan));
  CHECK(TakeRules(fifteen).empty());
  CHECK(fifteen.at("etc/hotsite.zdev").find("[persistent qeth 0.0.0600:0.0.0601:0.0.0602]\nlayer2=1\n") !=
        std::string::npos);
  fifteen.erase("etc/hotsite.zdev");
  CHECK(fifteen == expected);
}

TEST_CASE("suse_ifcfg: which files are only a part of the system's") {
  for (const File& file : WriteIfcfg(EverythingPlan(kByRule))) {
    const bool keys = file.path == kNetwork + "config";
    const bool lines = file.path == "boot/zipl/active_devices.txt" || file.path == "etc/hosts" ||
                       file.path.ends_with("70-persistent-net.rules");
    INFO(file.path);
    CHECK(file.part == (keys ? File::Part::kKeys : lines ? File::Part::kLines : File::Part::kWhole));
    CHECK(file.open.empty());
  }
}

TEST_CASE("suse_ifcfg: a router tells its layer-3 devices before they are online") {
  const Texts files = TextsOf(WriteSuseIfcfg(RouterPlan(kByRule)));
  CHECK(files.at("etc/sysconfig/sysctl") == "IP_FORWARD='yes'\nIPV6_FORWARD='yes'\n");
  const std::string& rules = files.at(kRules + "51-qeth-0.0.0600.rules");
  const std::string attribute = "ACTION==\"add\", SUBSYSTEM==\"ccwgroup\", KERNEL==\"0.0.0600\", ATTR{";
  CHECK(rules.substr(rules.find(attribute)) == attribute + "layer2}=\"0\"\n" + attribute +
                                                   "route4}=\"primary_router\"\n" + attribute +
                                                   "route6}=\"primary_router\"\n" + attribute + "online}=\"1\"\n");
  CHECK(TextsOf(WriteIfcfg(RouterPlan(kByRule))).at("etc/sysctl.d/90-dr-router.conf") ==
        "net.ipv4.ip_forward = 1\nnet.ipv6.conf.all.forwarding = 1\n");
}

TEST_CASE("suse_ifcfg: a bridge of a KVM host takes its uplink, an interface with nothing to do has no file") {
  HostPlan plan = EverythingPlan(kByRule);
  Interface& bridge = plan.interfaces.emplace_back();
  bridge.kind = Interface::Kind::kBridge;
  bridge.name = bridge.file_name = "br0";
  bridge.ports = {1};
  plan.interfaces[1].bridge = 6;
  plan.interfaces[1].addresses.clear();
  plan.routes.clear();
  const Texts files = TextsOf(WriteIfcfg(plan));
  CHECK(files.at(kNetwork + "ifcfg-br0") ==
        "STARTMODE='auto'\nBOOTPROTO='none'\nBRIDGE='yes'\nBRIDGE_PORTS='hsi0'\nBRIDGE_STP='off'\n"
        "BRIDGE_FORWARDDELAY='0'\n");
  CHECK(files.at(kNetwork + "ifcfg-hsi0") == "STARTMODE='auto'\nBOOTPROTO='none'\nMTU='8192'\n");
  plan.interfaces.pop_back();
  plan.interfaces[1].bridge.reset();
  CHECK(TextsOf(WriteIfcfg(plan)).count(kNetwork + "ifcfg-hsi0") == 0);
}

TEST_CASE("suse_ifcfg: what waits for the vendor is in files that nothing reads") {
  HostPlan plan = WaitingPlan(kByRule);
  plan.device_files = model::DeviceFiles::kUdev;
  std::map<std::string, std::string> waiting;
  for (const File& file : WriteIfcfg(plan)) {
    for (const backends::OpenPlace& place : file.open) waiting[file.path] += place.requirement + " ";
    if (file.open.empty()) CHECK(file.text.find("??") == std::string::npos);
  }
  CHECK(waiting == std::map<std::string, std::string>{{kRules + "51-qeth-OSA-002-0600.rules.OPEN", "OSA-002 "},
                                                      {kRules + "70-persistent-net.rules.OPEN", "OSA-002 "},
                                                      {kNetwork + "OPEN-ifcfg-eth0", "NET-003 "},
                                                      {kNetwork + "OPEN-ifroute-eth0", "NET-004 "},
                                                      {"boot/zipl/OPEN-active_devices.txt", "OSA-002 "}});
  const Texts texts = TextsOf(WriteIfcfg(plan));
  CHECK(texts.at(kNetwork + "OPEN-ifcfg-eth0") == "STARTMODE='auto'\nBOOTPROTO='static'\nIPADDR='??NET-003'\n");
  CHECK(texts.at(kNetwork + "OPEN-ifroute-eth0") == "default ??NET-004 - eth0\n");
}

TEST_CASE("suse_ifcfg: names by the device number need no rule, all others get one") {
  CHECK(TextsOf(WriteIfcfg(EverythingPlan(model::InterfaceNames::kEth))).at(kRules + "70-persistent-net.rules") ==
        kNames);
  Texts files = TextsOf(WriteIfcfg(EverythingPlan(model::InterfaceNames::kEnc)));
  CHECK(files.count(kRules + "70-persistent-net.rules") == 0);
  CHECK(files.at(kNetwork + "ifcfg-enc600.120").find("ETHERDEVICE='enc600'\n") != std::string::npos);
}

TEST_CASE("suse_ifcfg: a MAC address of the spec is set, but not on a port of a bond") {
  HostPlan plan = EverythingPlan(kByRule);
  plan.devices[0].mac = plan.devices[2].mac = *MacAddress::Parse("02:00:0A:00:00:01");
  const Texts files = TextsOf(WriteIfcfg(plan));
  CHECK(files.at(kNetwork + "ifcfg-eth0").ends_with("MTU='1500'\nLLADDR='02:00:0A:00:00:01'\n"));
  CHECK(files.at(kNetwork + "ifcfg-eth1") == kPort);
}

TEST_CASE("suse_ifcfg: commands of each release") {
  HostPlan plan = EverythingPlan(kByRule);
  const Commands eleven = SuseIfcfgCommands(plan);
  CHECK(eleven.activate == std::vector<std::string>{"udevadm control --reload-rules", "udevadm trigger",
                                                    "udevadm settle", "rcnetwork restart", "netconfig update -f"});
  CHECK(eleven.interfaces_up == std::vector<std::string>{"ifup eth0", "ifup hsi0", "ifup bond0", "ifup eth0.120"});
  CHECK(eleven.interfaces_down ==
        std::vector<std::string>{"ifdown eth0.120", "ifdown bond0", "ifdown hsi0", "ifdown eth0"});
  plan.device_files = model::DeviceFiles::kUdev;
  const Commands twelve = IfcfgCommands(plan);
  CHECK(twelve.activate.front() == "udevadm control --reload");
  CHECK(twelve.activate[1] == "cio_ignore -r 0.0.0600,0.0.0601,0.0.0602");
  CHECK(twelve.activate.back() == "netconfig update -f");
  plan.device_files = model::DeviceFiles::kChzdev;
  CHECK(IfcfgCommands(plan).activate[1].starts_with("chzdev --import /etc/hotsite.zdev"));
}

}  // namespace
