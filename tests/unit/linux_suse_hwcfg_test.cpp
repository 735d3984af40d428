// The writer for SLES 9 and 10 beyond the installer's own files (linux_backend_test): VLANs, bonds, IPv6, routers.
#include <algorithm>
#include <catch2/catch.hpp>

#include "backends/linux/interface_names.h"
#include "backends/linux/suse_hwcfg.h"
#include "tests/unit/linux_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using hotsite::testing::EverythingPlan;
using hotsite::testing::RouterPlan;
using hotsite::testing::TextsOf;
using Texts = std::map<std::string, std::string>;

const std::string kNetwork = "etc/sysconfig/network/";
constexpr auto kEth = model::InterfaceNames::kEth;

std::string Ending(const std::string& name) {
  return "MTU=''\nREMOTE_IPADDR=''\nUNIQUE=''\nUSERCONTROL='no'\n_nm_name='" + name + "'\n";
}

TEST_CASE("suse_hwcfg: a VLAN and a bond name their devices by the bus, not by the kernel's numbers") {
  const Texts files = TextsOf(WriteSuseHwcfg(EverythingPlan(kEth, false)));
  CHECK(files.at(kNetwork + "ifcfg-vlan120") ==
        "BOOTPROTO='static'\nSTARTMODE='onboot'\nETHERDEVICE='bus-ccw-0.0.0600'\nIPADDR='10.20.120.11'\n"
        "NETMASK='255.255.255.0'\nNETWORK='10.20.120.0'\nBROADCAST='10.20.120.255'\n" +
            Ending("vlan120"));
  CHECK(files.at(kNetwork + "ifcfg-bond0") ==
        "BOOTPROTO='static'\nSTARTMODE='onboot'\nBONDING_MASTER='yes'\n"
        "BONDING_MODULE_OPTS='mode=active-backup miimon=100'\nBONDING_SLAVE0='bus-ccw-0.0.0900'\n"
        "BONDING_SLAVE1='bus-ccw-0.0.0a00'\nIPADDR='10.20.2.11'\nNETMASK='255.255.255.0'\nNETWORK='10.20.2.0'\n"
        "BROADCAST='10.20.2.255'\n" +
            Ending("bond0"));
  CHECK(files.at(kNetwork + "ifcfg-qeth-bus-ccw-0.0.0900") ==
        "BOOTPROTO='none'\nSTARTMODE='off'\n_nm_name='qeth-bus-ccw-0.0.0900'\n");
  CHECK(files.count("etc/sysconfig/hardware/hwcfg-qeth-bus-ccw-0.0.0a00") == 1);
}

TEST_CASE("suse_hwcfg: an IPv6 address has a prefix length, two hosts alone have no broadcast address") {
  HostPlan plan = EverythingPlan(kEth, false);
  plan.interfaces[1].addresses = {{*IpAddress::Parse("10.99.0.10"), *Subnet::Parse("10.99.0.10/31")}};
  const Texts files = TextsOf(WriteSuseHwcfg(plan));
  CHECK(files.at(kNetwork + "ifcfg-qeth-bus-ccw-0.0.0600")
            .find("BROADCAST='10.20.1.255'\nIPADDR_1='2001:db8:20:1::11'\nPREFIXLEN_1='64'\nMTU='1500'\n") !=
        std::string::npos);
  CHECK(files.at(kNetwork + "ifcfg-qeth-bus-ccw-0.0.7000")
            .find("NETMASK='255.255.255.254'\nNETWORK='10.99.0.10'\nMTU='8192'\n") != std::string::npos);
}

TEST_CASE("suse_hwcfg: routes name the interface where it has a name of its own") {
  HostPlan plan = EverythingPlan(kEth, false);
  HostRoute over_vlan = plan.routes.back();
  over_vlan.destination = *Subnet::Parse("10.77.0.0/16");
  over_vlan.via = *IpAddress::Parse("10.20.120.1");
  over_vlan.interface = 5;
  plan.routes.push_back(over_vlan);
  CHECK(TextsOf(WriteSuseHwcfg(plan)).at(kNetwork + "routes") ==
        "default     10.20.1.1    -             -\n"
        "default     2001:db8:20:1::1 -             -\n"
        "172.16.0.0  10.20.1.254  255.255.0.0   -\n"
        "10.88.0.0   10.99.0.1    255.255.0.0   -\n"
        "10.77.0.0   10.20.120.1  255.255.0.0   vlan120\n");
}

TEST_CASE("suse_hwcfg: a router's layer-3 devices have both options") {
  const Texts files = TextsOf(WriteSuseHwcfg(RouterPlan(kEth)));
  CHECK(files.at("etc/sysconfig/hardware/hwcfg-qeth-bus-ccw-0.0.0600")
            .ends_with("QETH_LAYER2_SUPPORT='0'\nQETH_OPTIONS='route4=primary_router route6=primary_router'\n"));
  CHECK(files.at("etc/sysconfig/sysctl") == "IP_FORWARD='yes'\nIPV6_FORWARD='yes'\n");
}

TEST_CASE("suse_hwcfg: ports come up with their bond, not by themselves") {
  const Commands commands = SuseHwcfgCommands(EverythingPlan(kEth, false));
  CHECK(commands.interfaces_up == std::vector<std::string>{"ifup qeth-bus-ccw-0.0.0600", "ifup qeth-bus-ccw-0.0.7000",
                                                           "ifup bond0", "ifup vlan120"});
  CHECK(commands.devices_up.size() == 4);
}

TEST_CASE("interface names: one VLAN on two devices has two names, however they are made") {
  for (const auto& [names, dotted] :
       {std::pair{kEth, false}, {model::InterfaceNames::kEnccw, true}, {model::InterfaceNames::kEnc, true}}) {
    HostPlan plan = EverythingPlan(names, dotted);
    for (const std::size_t parent : {1u, 4u}) {
      plan.interfaces.push_back(plan.interfaces[5]);
      plan.interfaces.back().parent = parent;
    }
    for (Interface& face : plan.interfaces) face.name.clear();
    NameInterfaces(plan, names, dotted);
    std::vector<std::string> all;
    for (const Interface& face : plan.interfaces) {
      CHECK(face.name.size() <= kLongestInterfaceName);
      all.push_back(face.name);
    }
    std::sort(all.begin(), all.end());
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    if (!dotted) CHECK(plan.interfaces[6].name == "vlan0120");
  }
}

}  // namespace
