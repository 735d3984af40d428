// The linux backend: whole files against the reference (SLES 9/10 files as the installer wrote them), what the README's
// first line says, who changes when a network is readdressed, and that nothing of a spec runs as shell.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "backends/linux/host_plan.h"
#include "backends/linux/linux.h"
#include "backends/linux/quote.h"
#include "tests/unit/host_model.h"
#include "tests/unit/scratch.h"
#include "tests/unit/shell_run.h"

namespace {

using namespace hotsite;
using hotsite::testing::AddressIn;
using hotsite::testing::HostModel;
using hotsite::testing::RunBash;
using hotsite::testing::SmallShop;
using Artifacts = std::map<std::string, backends::Artifact>;

Artifacts Run(HostModel& shop) { return shop.Run(backends::linux_guest::kBackend); }

std::string FirstLine(const Artifacts& artifacts, const std::string& path) {
  const std::string& text = artifacts.at(path).text;
  return text.substr(0, text.find('\n'));
}

/// The sample of the reference: a layer-2 NIC with a static route, a layer-3 HiperSockets NIC.
HostModel ReferenceSample() {
  HostModel shop;
  const auto lan = shop.AddNetwork("LAN", "10.20.1.0/24", 1);
  const auto fast = shop.AddNetwork("FAST", "10.99.0.0/24");
  model::NetworkPlan& plan = shop.model.networks[lan.index].plan;
  plan.mtu = {1500, {}};
  plan.domain = {"dr.example.com", {}};
  model::Address dns;
  dns.literal = *IpAddress::Parse("10.20.0.53");
  plan.dns = {dns};
  const auto vm = shop.AddSystem(model::SystemKind::kZvm, "VM1");
  const auto guest = shop.AddSystem(model::SystemKind::kLinux, "LNX01", vm);
  shop.AddNic(guest, 0x0600, lan, 11);
  shop.AddNic(guest, 0x7000, fast, 11);
  auto& routes = shop.model.systems[guest.index].routes;
  routes.push_back({{}, *Subnet::Parse("172.16.0.0/16"), AddressIn(lan, 254), {}});
  routes.push_back({{}, *Subnet::Parse("10.88.0.0/16"), AddressIn(fast, 1), {}});
  shop.UseSuse();
  const auto site = shop.AddSite("hotsite", true);
  const auto hipersockets = shop.AddCarrier(site, model::Carrier::Kind::kHipersockets, "HS");
  const auto host = shop.Place(site, vm);
  const auto there = shop.Place(site, guest, host);
  const auto vswitch =
      shop.AddLan(host, model::Lan::Kind::kVswitch, "VSW1", model::LanType::kQdio, model::Transport::kEthernet);
  shop.AttachLan(there, 0, vswitch);
  shop.AttachDevices(there, 1, hipersockets, 0x0E00);
  return shop;
}

// Section 1 of the reference, byte for byte; the installer's double quotes stand as single ones (its section 10).
constexpr const char* kHardware0600 = R"(STARTMODE='auto'
MODULE='qeth'
MODULE_OPTIONS=''
MODULE_UNLOAD='yes'
SCRIPTUP='hwup-ccw'
SCRIPTUP_ccw='hwup-ccw'
SCRIPTUP_ccwgroup='hwup-qeth'
SCRIPTDOWN='hwdown-ccw'
CCW_CHAN_IDS='0.0.0600 0.0.0601 0.0.0602'
CCW_CHAN_NUM='3'
QETH_LAYER2_SUPPORT='1'
)";

constexpr const char* kInterface0600 = R"(BOOTPROTO='static'
STARTMODE='onboot'
IPADDR='10.20.1.11'
NETMASK='255.255.255.0'
NETWORK='10.20.1.0'
BROADCAST='10.20.1.255'
MTU='1500'
REMOTE_IPADDR=''
UNIQUE=''
USERCONTROL='no'
_nm_name='qeth-bus-ccw-0.0.0600'
)";

TEST_CASE("linux: the reference's sample gives the reference's files") {
  HostModel shop = ReferenceSample();
  const Artifacts files = Run(shop);
  const std::string etc = "linux/LNX01/etc/";
  CHECK(files.at(etc + "sysconfig/hardware/hwcfg-qeth-bus-ccw-0.0.0600").text == kHardware0600);
  CHECK(files.at(etc + "sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0600").text == kInterface0600);
  std::string hipersockets = kHardware0600;
  hipersockets.replace(hipersockets.find("0.0.0600 0.0.0601 0.0.0602"), 26, "0.0.7000 0.0.7001 0.0.7002");
  hipersockets.replace(hipersockets.find("SUPPORT='1'"), 11, "SUPPORT='0'");
  CHECK(files.at(etc + "sysconfig/hardware/hwcfg-qeth-bus-ccw-0.0.7000").text == hipersockets);
  CHECK(files.at(etc + "sysconfig/network/ifcfg-qeth-bus-ccw-0.0.7000").text.find("MTU='8192'\n") != std::string::npos);
  CHECK(files.at(etc + "sysconfig/network/routes").text ==
        "default     10.20.1.1    -             -\n"
        "172.16.0.0  10.20.1.254  255.255.0.0   -\n"
        "10.88.0.0   10.99.0.1    255.255.0.0   -\n");
  CHECK(files.at(etc + "HOSTNAME").text == "lnx01.dr.example.com\n");
  CHECK(files.at(etc + "resolv.conf").text == "search dr.example.com\nnameserver 10.20.0.53\n");
  CHECK(files.at(etc + "hosts").text ==
        "127.0.0.1 localhost\n::1 localhost\n"
        "10.20.1.11 lnx01.dr.example.com lnx01\n10.99.0.11 lnx01.dr.example.com lnx01\n");
  CHECK(files.count(etc + "sysconfig/sysctl") == 0);
}

TEST_CASE("linux: a router forwards and tells its layer-3 devices") {
  SmallShop shop;
  const Artifacts files = Run(shop);
  const std::string etc = "linux/LNXRTR/etc/sysconfig/";
  CHECK(files.at(etc + "sysctl").text == "IP_FORWARD='yes'\n");
  const auto options = [&](const char* id) {
    const std::string& text = files.at(etc + "hardware/hwcfg-qeth-bus-ccw-0.0." + id).text;
    const std::size_t at = text.find("QETH_OPTIONS=");
    return at == std::string::npos ? std::string("none") : text.substr(at);
  };
  CHECK(options("0700") == "QETH_OPTIONS='route4=primary_connector'\n");
  CHECK(options("0800") == "none");  // layer 2
  CHECK(options("0600") == "none");  // a guest LAN inside the z/VM
}

TEST_CASE("linux: sourced by a clean shell, a file sets what the plan says and nothing else") {
  HostModel shop = ReferenceSample();
  const Scratch scratch;
  for (const auto& [path, artifact] : Run(shop)) {
    if (path.find("cfg-") == std::string::npos && path.find("sysctl") == std::string::npos) continue;
    scratch.Write("file", artifact.text);
    std::string expected;
    std::string keys;
    for (std::size_t at = 0; at < artifact.text.size(); at = artifact.text.find('\n', at) + 1) {
      const std::string line = artifact.text.substr(at, artifact.text.find('\n', at) - at);
      const std::size_t equals = line.find('=');
      REQUIRE(equals != std::string::npos);
      expected += line.substr(0, equals) + "=" + line.substr(equals + 2, line.size() - equals - 3) + "\n";
      keys += " " + line.substr(0, equals);
    }
    CHECK(RunBash(". " + (scratch / "file") + "; for k in" + keys + "; do echo \"$k=${!k}\"; done") == expected);
  }
}

TEST_CASE("linux: the README's first line says whether anything differs from home") {
  SmallShop shop;
  CHECK(FirstLine(Run(shop), "linux/LNXWAS1/README.txt") ==
        "Nothing differs from home: LNXWAS1 keeps its network files.");
  CHECK(FirstLine(Run(shop), "linux/LNXRTR/README.txt") ==
        "Nothing differs from home: LNXRTR keeps its network files.");
  shop.Readdress(shop.hotsite, shop.office, "10.99.30.0/24");
  CHECK(FirstLine(Run(shop), "linux/LNXRTR/README.txt") == "Differs from home: 4 files of LNXRTR (listed below).");

  HostModel nowhere = ReferenceSample();
  CHECK(FirstLine(Run(nowhere), "linux/LNX01/README.txt") == "No home to compare with: all files of LNX01 are new.");
  nowhere.model.distributions.front().network_files = {};
  const Artifacts unknown = Run(nowhere);
  CHECK(FirstLine(unknown, "linux/LNX01/README.txt") ==
        "No files for LNX01: its distribution's network files aren't known.");
  CHECK(unknown.size() == 1);
}

TEST_CASE("linux: a bond's own OSA devices are layer 2, in the years of layer 3 too") {
  SmallShop shop;
  const auto router = shop.router;
  shop.AddNic(router, 0x0900, shop.office, 31);
  shop.model.systems[router.index].nics.back().addresses.clear();
  shop.model.systems[router.index].nics.back().bonded_with = 2;
  const auto site = shop.AddSite("second", true);
  const auto osa = shop.AddCarrier(site, model::Carrier::Kind::kOsa, "PAIR");
  const auto placement = shop.Place(site, router);
  shop.model.placements[placement.index].nics[3].bonded_with = 2;
  for (const std::size_t nic : {0u, 2u, 3u})
    shop.AttachDevices(placement, nic, osa, static_cast<std::uint16_t>(0x1000 + 16 * nic));
  const backends::linux_guest::HostPlan plan = backends::linux_guest::PlanHost(shop.Input(), shop.model.at(placement));
  REQUIRE(plan.devices.size() == 4);
  CHECK_FALSE(plan.devices[0].layer2);
  CHECK(plan.devices[2].layer2);
  CHECK(plan.devices[3].layer2);
}

TEST_CASE("linux: a guest without a NIC is told of no commands for one") {
  HostModel shop;
  const auto vm = shop.AddSystem(model::SystemKind::kZvm, "VM1");
  const auto lonely = shop.AddSystem(model::SystemKind::kLinux, "LONELY", vm);
  shop.UseSuse();
  const auto site = shop.AddSite("hotsite", true);
  shop.Place(site, lonely, shop.Place(site, vm));
  const Artifacts files = Run(shop);
  const std::string& text = files.at("linux/LONELY/README.txt").text;
  CHECK(text.find("none: the spec gives it no network interface") != std::string::npos);
  for (const char* command : {"Bring the devices up", "rcnetwork", "lsqeth"})
    CHECK(text.find(command) == std::string::npos);
}

TEST_CASE("linux: readdressing a network changes the files of its members only") {
  SmallShop before;
  SmallShop after;
  after.Readdress(after.hotsite, after.office, "10.99.30.0/24");
  const Artifacts a = Run(before);
  const Artifacts b = Run(after);
  std::set<std::string> changed;
  for (const auto& [path, artifact] : b) {
    if (a.count(path) == 0 || a.at(path).text != artifact.text) changed.insert(path);
  }
  const std::string folder = "linux/LNXRTR/";
  CHECK(changed == std::set<std::string>{folder + "README.txt", folder + "apply.sh", folder + "revert.sh",
                                         folder + "etc/hosts", folder + "etc/resolv.conf",
                                         folder + "etc/sysconfig/network/routes",
                                         folder + "etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800"});
}

TEST_CASE("linux: what differs is listed line by line") {
  SmallShop shop;
  shop.Readdress(shop.hotsite, shop.office, "10.99.30.0/24");
  const std::string text = Run(shop).at("linux/LNXRTR/README.txt").text;
  const std::size_t at = text.find("WHAT DIFFERS");
  CHECK(text.substr(at, text.find("TO APPLY") - at) == R"(WHAT DIFFERS FROM HOME   (- at home, + here)
  /etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800
      - IPADDR='10.20.30.30'
      + IPADDR='10.99.30.30'
      - NETWORK='10.20.30.0'
      - BROADCAST='10.20.30.255'
      + NETWORK='10.99.30.0'
      + BROADCAST='10.99.30.255'
  /etc/sysconfig/network/routes
      - default     10.20.30.1   -             -
      + default     10.99.30.1   -             -
  /etc/hosts
      - 10.20.30.30 lnxrtr.example.com lnxrtr
      + 10.99.30.30 lnxrtr.example.com lnxrtr
  /etc/resolv.conf
      - nameserver 10.20.30.5
      + nameserver 10.99.30.5

)");
}

TEST_CASE("linux: an open device of a partition is a token in every file that needs it") {
  HostModel shop;
  const auto lan = shop.AddNetwork("LAN", "10.20.1.0/24", 1);
  const auto linux_system = shop.AddSystem(model::SystemKind::kLinux, "LNXLPAR");
  shop.AddNic(linux_system, 0x0600, lan, 11);
  shop.UseSuse();
  const auto site = shop.AddSite("hotsite", true);
  const auto osa = shop.AddCarrier(site, model::Carrier::Kind::kOsa, "UPLINK");
  shop.AttachOpen(shop.Place(site, linux_system), 0, osa, "OSA-002");
  const Artifacts files = Run(shop);
  const std::string etc = "linux/LNXLPAR/etc/sysconfig/";
  const backends::Artifact& hardware = files.at(etc + "hardware/hwcfg-qeth-bus-ccw-OPEN-OSA-002-0600");
  CHECK(hardware.text.find("CCW_CHAN_IDS='??OSA-002 ??OSA-002+1 ??OSA-002+2'\n") != std::string::npos);
  REQUIRE(hardware.open.size() == 1);
  CHECK(hardware.open.front().requirement == "OSA-002");
  CHECK(hardware.open.front().what == "first of three device numbers of LAN (NIC 0600)");
  CHECK(files.at(etc + "network/ifcfg-qeth-bus-ccw-OPEN-OSA-002-0600").open.size() == 1);
  CHECK(files.count("linux/LNXLPAR/apply.sh") == 0);
}

TEST_CASE("linux: guests of one name get their z/VM before it") {
  SmallShop shop;
  const auto other = shop.AddSystem(model::SystemKind::kZvm, "VMTEST");
  const auto twin = shop.AddSystem(model::SystemKind::kLinux, "LNXWAS1", other);
  shop.Place(shop.hotsite, twin, shop.Place(shop.hotsite, other));
  const Artifacts files = Run(shop);
  CHECK(files.count("linux/VMPROD.LNXWAS1/README.txt") == 1);
  CHECK(files.count("linux/VMTEST.LNXWAS1/README.txt") == 1);
  CHECK(files.count("linux/LNXRTR/README.txt") == 1);
  CHECK(files.count("linux/LNXWAS1/README.txt") == 0);
}

TEST_CASE("linux: nothing that a spec can say breaks out of a file") {
  for (const std::string nasty :
       {"'; touch pwned; '", "$(touch pwned)", "`touch pwned`", "a\nIPADDR='6.6.6.6'", "../../etc/passwd",
        "a\" RUN+=\"/bin/x", "\x1b[2J", "%s%n", "é", "a b # c", "", "-rf", "'"}) {
    SmallShop shop;
    for (model::System& system : shop.model.systems) {
      system.name += nasty;
      system.doc = nasty;
      system.runs = {nasty};
    }
    for (model::Network& network : shop.model.networks) network.name += nasty;
    for (model::Site& site : shop.model.sites) {
      site.name += nasty;
      for (model::NetworkPlan& plan : site.plans) plan.domain = {"example" + nasty, {}};
    }
    for (model::Carrier& carrier : shop.model.carriers) carrier.name += nasty;
    for (model::Placement& placement : shop.model.placements) {
      for (model::PlacedLan& placed : placement.lans) placed.lan.name += nasty;
    }
    for (model::Partition& partition : shop.model.partitions) partition.name += nasty;
    for (requirements::Requirement& requirement : shop.requirements.all) requirement.id += nasty;
    shop.Readdress(shop.hotsite, shop.office, "10.99.30.0/24");
    const Scratch scratch;
    for (const auto& [path, artifact] : Run(shop)) {
      INFO(path);
      CHECK(path.find("..") == std::string::npos);
      CHECK(std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c <= '~' && c != '\''; }));
      CHECK(artifact.text.back() == '\n');
      CHECK(std::all_of(artifact.text.begin(), artifact.text.end(),
                        [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
      if (path.find("cfg-") == std::string::npos) continue;
      scratch.Write("work/file", artifact.text);
      CHECK(RunBash("cd " + (scratch / "work") + " && . ./file; ls") == "file\n");
    }
  }
}

TEST_CASE("linux: lines are short enough for every reader, words are validated before they are quoted") {
  SmallShop shop;
  for (const auto& [path, artifact] : Run(shop)) {
    for (std::size_t at = 0; at < artifact.text.size();) {
      const std::size_t end = artifact.text.find('\n', at);
      REQUIRE(end != std::string::npos);
      CHECK(end - at < 500);
      at = end + 1;
    }
  }
  CHECK(backends::linux_guest::IsSafeValue("0.0.0600 0.0.0601"));
  for (const char* value : {"a'b", "a\nb", "a\"b", "a\\b", "a`b", "a;b", "é"})
    CHECK_FALSE(backends::linux_guest::IsSafeValue(value));
  CHECK_FALSE(backends::linux_guest::IsSafeValue(std::string(600, 'a')));
}

}  // namespace
