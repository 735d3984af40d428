// The writer for RHEL 4 to 8: whole files of each era.
#include <catch2/catch.hpp>

#include "backends/linux/rh_ifcfg.h"
#include "tests/unit/linux_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using hotsite::testing::EverythingPlan;
using hotsite::testing::RouterPlan;
using hotsite::testing::TextsOf;
using hotsite::testing::WaitingPlan;
using Texts = std::map<std::string, std::string>;
using Names = model::InterfaceNames;

const std::string kScripts = "etc/sysconfig/network-scripts/";
constexpr const char* kHosts =
    "127.0.0.1 localhost\n::1 localhost\n"
    "10.20.1.11 lnx01.dr.example.com lnx01\n2001:db8:20:1::11 lnx01.dr.example.com lnx01\n"
    "10.99.0.11 lnx01.dr.example.com lnx01\n10.20.2.11 lnx01.dr.example.com lnx01\n"
    "10.20.120.11 lnx01.dr.example.com lnx01\n";

const Texts kEight = {
    {kScripts + "ifcfg-enc600", R"(TYPE='Ethernet'
DEVICE='enc600'
NAME='enc600'
ONBOOT='yes'
BOOTPROTO='none'
NETTYPE='qeth'
SUBCHANNELS='0.0.0600,0.0.0601,0.0.0602'
OPTIONS='layer2=1'
IPADDR='10.20.1.11'
PREFIX='24'
GATEWAY='10.20.1.1'
DNS1='10.20.0.53'
DNS2='10.20.0.54'
DOMAIN='dr.example.com example.com'
IPV6INIT='yes'
IPV6_AUTOCONF='no'
IPV6ADDR='2001:db8:20:1::11/64'
IPV6_DEFAULTGW='2001:db8:20:1::1'
MTU='1500'
)"},
    {kScripts + "route-enc600", "172.16.0.0/16 via 10.20.1.254 dev enc600\n"},
    {kScripts + "ifcfg-enc7000", R"(TYPE='Ethernet'
DEVICE='enc7000'
NAME='enc7000'
ONBOOT='yes'
BOOTPROTO='none'
NETTYPE='qeth'
SUBCHANNELS='0.0.7000,0.0.7001,0.0.7002'
OPTIONS='layer2=0'
IPADDR='10.99.0.11'
PREFIX='24'
DEFROUTE='no'
MTU='8192'
)"},
    {kScripts + "route-enc7000", "10.88.0.0/16 via 10.99.0.1 dev enc7000\n"},
    {kScripts + "ifcfg-enc900", R"(TYPE='Ethernet'
DEVICE='enc900'
NAME='enc900'
ONBOOT='yes'
BOOTPROTO='none'
NETTYPE='qeth'
SUBCHANNELS='0.0.0900,0.0.0901,0.0.0902'
OPTIONS='layer2=1'
MASTER='bond0'
SLAVE='yes'
)"},
    {kScripts + "ifcfg-enca00", R"(TYPE='Ethernet'
DEVICE='enca00'
NAME='enca00'
ONBOOT='yes'
BOOTPROTO='none'
NETTYPE='qeth'
SUBCHANNELS='0.0.0a00,0.0.0a01,0.0.0a02'
OPTIONS='layer2=1'
MASTER='bond0'
SLAVE='yes'
)"},
    {kScripts + "ifcfg-bond0", R"(TYPE='Bond'
DEVICE='bond0'
NAME='bond0'
ONBOOT='yes'
BOOTPROTO='none'
BONDING_MASTER='yes'
BONDING_OPTS='mode=active-backup miimon=100 fail_over_mac=active'
IPADDR='10.20.2.11'
PREFIX='24'
DEFROUTE='no'
)"},
    {kScripts + "ifcfg-enc600.120", R"(TYPE='Vlan'
DEVICE='enc600.120'
NAME='enc600.120'
ONBOOT='yes'
BOOTPROTO='none'
VLAN='yes'
PHYSDEV='enc600'
VLAN_ID='120'
IPADDR='10.20.120.11'
PREFIX='24'
DEFROUTE='no'
)"},
    {"etc/hostname", "lnx01.dr.example.com\n"},
    {"etc/hosts", kHosts},
};

TEST_CASE("rh_ifcfg: RHEL 8, every file") { CHECK(TextsOf(WriteRhIfcfg(EverythingPlan(Names::kEnc))) == kEight); }

TEST_CASE("rh_ifcfg: RHEL 7 has longer names, and a VLAN's would be too long") {
  const Texts files = TextsOf(WriteRhIfcfg(EverythingPlan(Names::kEnccw)));
  CHECK(files.size() == kEight.size());
  CHECK(files.count(kScripts + "ifcfg-enccw0.0.0600") == 1);
  CHECK(files.at(kScripts + "route-enccw0.0.7000") == "10.88.0.0/16 via 10.99.0.1 dev enccw0.0.7000\n");
  CHECK(files.at(kScripts + "ifcfg-vlan120").find("DEVICE='vlan120'\n") != std::string::npos);
  CHECK(files.at(kScripts + "ifcfg-vlan120").find("PHYSDEV='enccw0.0.0600'\n") != std::string::npos);
}

TEST_CASE("rh_ifcfg: RHEL 6 names its interfaces by rules and keeps the host name elsewhere") {
  Texts files = TextsOf(WriteRhIfcfg(EverythingPlan(Names::kEthByRule)));
  std::string eth0 = kEight.at(kScripts + "ifcfg-enc600");
  for (std::size_t at = 0; (at = eth0.find("enc600", at)) != std::string::npos;) eth0.replace(at, 6, "eth0");
  CHECK(files.at(kScripts + "ifcfg-eth0") == eth0);
  CHECK(files.at("etc/udev/rules.d/70-persistent-net.rules")
            .starts_with("SUBSYSTEM==\"net\", ACTION==\"add\", DRIVERS==\"qeth\", KERNELS==\"0.0.0600\", "
                         "ATTR{type}==\"1\", KERNEL==\"eth*\", NAME=\"eth0\"\n"));
  CHECK(files.at("etc/sysconfig/network") ==
        "NETWORKING='yes'\nHOSTNAME='lnx01.dr.example.com'\nGATEWAY=''\nGATEWAYDEV=''\nNETWORKING_IPV6='yes'\n"
        "IPV6_DEFAULTGW=''\n");
  CHECK(files.count("etc/hostname") == 0);
  CHECK(files.count("etc/modprobe.conf") == 0);
  CHECK(files.count("etc/resolv.conf") == 0);
}

TEST_CASE("rh_ifcfg: RHEL 5, aliases of drivers and a file for each further address") {
  HostPlan plan = EverythingPlan(Names::kEth);
  plan.interfaces[1].addresses.push_back({*IpAddress::Parse("10.99.1.11"), *Subnet::Parse("10.99.1.0/25")});
  const Texts files = TextsOf(WriteRhIfcfg(plan));
  CHECK(files.at(kScripts + "ifcfg-hsi0") == R"(TYPE='Ethernet'
DEVICE='hsi0'
ONBOOT='yes'
BOOTPROTO='static'
NETTYPE='qeth'
SUBCHANNELS='0.0.7000,0.0.7001,0.0.7002'
OPTIONS='layer2=0'
IPADDR='10.99.0.11'
NETMASK='255.255.255.0'
DEFROUTE='no'
MTU='8192'
)");
  CHECK(files.at(kScripts + "ifcfg-hsi0:1") ==
        "DEVICE='hsi0:1'\nONBOOT='yes'\nBOOTPROTO='static'\nIPADDR='10.99.1.11'\nNETMASK='255.255.255.128'\n");
  CHECK(files.at("etc/modprobe.conf") ==
        "alias eth0 qeth\nalias hsi0 qeth\nalias eth1 qeth\nalias eth2 qeth\n"
        "alias bond0 bonding\noptions bond0 mode=active-backup miimon=100\n");
  CHECK(files.at(kScripts + "ifcfg-bond0").find("BONDING_OPTS='mode=active-backup miimon=100'\n") != std::string::npos);
  CHECK(files.at("etc/resolv.conf") ==
        "search dr.example.com example.com\nnameserver 10.20.0.53\nnameserver 10.20.0.54\n");
  CHECK(files.at(kScripts + "ifcfg-eth0").find("DNS") == std::string::npos);
  CHECK(files.count("etc/udev/rules.d/70-persistent-net.rules") == 0);

  // Later releases hold both in one file.
  plan.names = Names::kEthByRule;
  const std::string six = TextsOf(WriteRhIfcfg(plan)).at(kScripts + "ifcfg-hsi0");
  CHECK(six.find("PREFIX='24'\nIPADDR1='10.99.1.11'\nPREFIX1='25'\n") != std::string::npos);
}

TEST_CASE("rh_ifcfg: one gateway for each family, the other interfaces decline") {
  for (const Names names : model::kAllInterfaceNames) {
    std::string gateways, declined;
    for (const auto& [path, text] : TextsOf(WriteRhIfcfg(EverythingPlan(names)))) {
      if (path.find("ifcfg-") == std::string::npos) continue;
      for (const char* key : {"\nGATEWAY='", "\nIPV6_DEFAULTGW='"}) {
        if (text.find(key) != std::string::npos) gateways += path.substr(kScripts.size()) + " ";
      }
      if (text.find("DEFROUTE='no'") != std::string::npos) declined += "x";
    }
    const std::string first = TextsOf(WriteRhIfcfg(EverythingPlan(names))).count(kScripts + "ifcfg-eth0") == 1 ? "eth0"
                              : names == Names::kEnc ? "enc600"
                                                     : "enccw0.0.0600";
    CHECK(gateways == "ifcfg-" + first + " ifcfg-" + first + " ");
    CHECK(declined == "xxx");  // HiperSockets, bond, VLAN
  }
}

TEST_CASE("rh_ifcfg: a router forwards in the way of its release and tells its layer-3 devices") {
  const Texts eight = TextsOf(WriteRhIfcfg(RouterPlan(Names::kEnc)));
  CHECK(eight.at(kScripts + "ifcfg-enc600").find("OPTIONS='layer2=0 route4=primary_router route6=primary_router'\n") !=
        std::string::npos);
  CHECK(eight.at("etc/sysctl.d/90-dr-router.conf") == "net.ipv4.ip_forward = 1\nnet.ipv6.conf.all.forwarding = 1\n");
  CHECK(eight.at("etc/sysconfig/network") == "IPV6FORWARDING='yes'\n");
  const Texts six = TextsOf(WriteRhIfcfg(RouterPlan(Names::kEthByRule)));
  CHECK(six.at("etc/sysctl.conf") == "net.ipv4.ip_forward = 1\nnet.ipv6.conf.all.forwarding = 1\n");
  CHECK(six.at("etc/sysconfig/network").ends_with("IPV6_DEFAULTGW=''\nIPV6FORWARDING='yes'\n"));
}

TEST_CASE("rh_ifcfg: a link-local gateway stands with its interface") {
  HostPlan plan = EverythingPlan(Names::kEnc);
  plan.routes[1].via = *IpAddress::Parse("fe80::1");
  const Texts files = TextsOf(WriteRhIfcfg(plan));
  CHECK(files.at(kScripts + "route6-enc600") == "default via fe80::1 dev enc600\n");
  CHECK(files.at(kScripts + "ifcfg-enc600").find("IPV6_DEF") == std::string::npos);
}

TEST_CASE("rh_ifcfg: a gateway beyond the first address's subnet is a route, which ifup-eth doesn't pass over") {
  HostPlan plan = EverythingPlan(Names::kEthByRule);
  plan.interfaces[0].addresses.insert(plan.interfaces[0].addresses.begin(),
                                      {*IpAddress::Parse("10.20.7.11"), *Subnet::Parse("10.20.7.0/24")});
  const Texts files = TextsOf(WriteRhIfcfg(plan));
  CHECK(files.at(kScripts + "route-eth0") ==
        "default via 10.20.1.1 dev eth0\n172.16.0.0/16 via 10.20.1.254 dev eth0\n");
  CHECK(files.at(kScripts + "ifcfg-eth0").find("GATEWAY='") == std::string::npos);
  CHECK(files.at(kScripts + "ifcfg-eth0").find("DEFROUTE") == std::string::npos);
}

TEST_CASE("rh_ifcfg: a MAC address of the spec is set, but not on a port, and never asked for") {
  HostPlan plan = EverythingPlan(Names::kEnc);
  plan.devices[0].mac = plan.devices[2].mac = *MacAddress::Parse("02:00:0A:00:00:01");
  const Texts files = TextsOf(WriteRhIfcfg(plan));
  CHECK(files.at(kScripts + "ifcfg-enc600").find("MACADDR='02:00:0A:00:00:01'\n") != std::string::npos);
  CHECK(files.at(kScripts + "ifcfg-enc900").find("MACADDR") == std::string::npos);
  for (const auto& [path, text] : files) CHECK(text.find("HWADDR") == std::string::npos);
}

TEST_CASE("rh_ifcfg: the port of a bridge and the bridge") {
  HostPlan plan = EverythingPlan(Names::kEnc);
  Interface& bridge = plan.interfaces.emplace_back();
  bridge.kind = Interface::Kind::kBridge;
  bridge.name = bridge.file_name = "br0";
  bridge.ports = {4};
  plan.interfaces[4].bridge = 6;
  plan.interfaces[4].addresses.clear();
  const Texts files = TextsOf(WriteRhIfcfg(plan));
  CHECK(files.at(kScripts + "ifcfg-br0") ==
        "TYPE='Bridge'\nDEVICE='br0'\nNAME='br0'\nONBOOT='yes'\nBOOTPROTO='none'\nSTP='no'\nDELAY='0'\n");
  CHECK(files.at(kScripts + "ifcfg-bond0").ends_with("fail_over_mac=active'\nBRIDGE='br0'\n"));
}

TEST_CASE("rh_ifcfg: what waits for the vendor is in files that nothing reads") {
  for (const Names names : {Names::kEth, Names::kEthByRule, Names::kEnccw, Names::kEnc}) {
    for (const File& file : WriteRhIfcfg(WaitingPlan(names))) {
      const std::string name = file.path.substr(file.path.rfind('/') + 1);
      INFO(file.path);
      CHECK(file.open.empty() == (file.text.find("??") == std::string::npos));
      CHECK(file.open.empty() == (!name.starts_with("OPEN-") && !name.ends_with(".OPEN")));
    }
  }
  const Texts files = TextsOf(WriteRhIfcfg(WaitingPlan(Names::kEnc)));
  CHECK(files.at(kScripts + "OPEN-ifcfg-OSA-002-0600").find("SUBCHANNELS='??OSA-002,??OSA-002+1,??OSA-002+2'\n") !=
        std::string::npos);
  CHECK(files.at(kScripts + "OPEN-ifcfg-OSA-002-0600")
            .find("IPADDR='??NET-003'\nPREFIX='??NET-003'\nGATEWAY='??NET-004'\n") != std::string::npos);
}

TEST_CASE("rh_ifcfg: commands of each era") {
  const Commands five = RhIfcfgCommands(RouterPlan(Names::kEth));
  CHECK(five.devices_up == std::vector<std::string>{
                               "modprobe qeth",
                               "[ -e /sys/bus/ccwgroup/devices/0.0.0600 ] || echo 0.0.0600,0.0.0601,0.0.0602 > "
                               "/sys/bus/ccwgroup/drivers/qeth/group",
                               "echo 0 > /sys/bus/ccwgroup/devices/0.0.0600/layer2",
                               "echo primary_router > /sys/bus/ccwgroup/devices/0.0.0600/route4",
                               "echo primary_router > /sys/bus/ccwgroup/devices/0.0.0600/route6",
                               "echo 1 > /sys/bus/ccwgroup/devices/0.0.0600/online",
                               "[ -e /sys/bus/ccwgroup/devices/0.0.7000 ] || echo 0.0.7000,0.0.7001,0.0.7002 > "
                               "/sys/bus/ccwgroup/drivers/qeth/group",
                               "echo 0 > /sys/bus/ccwgroup/devices/0.0.7000/layer2",
                               "echo primary_connector > /sys/bus/ccwgroup/devices/0.0.7000/route4",
                               "echo 1 > /sys/bus/ccwgroup/devices/0.0.7000/online",
                           });
  CHECK(five.activate.back() == "service network restart");
  const Commands eight = RhIfcfgCommands(EverythingPlan(Names::kEnc));
  CHECK(eight.interfaces_up == std::vector<std::string>{"nmcli connection up enc600", "nmcli connection up enc7000",
                                                        "nmcli connection up bond0", "nmcli connection up enc600.120"});
  CHECK(eight.devices_up.front() == "cio_ignore -r 0.0.0600,0.0.0601,0.0.0602");
  const Commands six = RhIfcfgCommands(EverythingPlan(Names::kEthByRule));
  CHECK(six.activate.front() == "udevadm control --reload-rules");
  CHECK(six.activate.back() == "service network restart");
  CHECK(eight.devices_down.front() == "echo 0 > /sys/bus/ccwgroup/devices/0.0.0600/online");
}

}  // namespace
