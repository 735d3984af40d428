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
        "No home to compare with: the network of LNX01 is new (see below).");
  CHECK(unknown.size() == 2);
}

TEST_CASE("linux: where no files can be written, the values are compared") {
  SmallShop shop;
  shop.model.distributions.front().network_files = {};
  CHECK(FirstLine(Run(shop), "linux/LNXRTR/README.txt") ==
        "Nothing differs from home: LNXRTR keeps its network files.");
  shop.Readdress(shop.hotsite, shop.office, "10.99.30.0/24");
  const Artifacts files = Run(shop);
  CHECK(FirstLine(files, "linux/LNXRTR/README.txt") ==
        "Differs from home: the network of LNXRTR, to be changed by hand.");
  const std::string& text = files.at("linux/LNXRTR/README.txt").text;
  CHECK(text.find("WHAT DIFFERS FROM HOME   (- at home, + here)\n"
                  "      - 0800: 10.20.30.30/24\n      - default via 10.20.30.1\n      - name server 10.20.30.5\n"
                  "      + 0800: 10.99.30.30/24\n") != std::string::npos);
  CHECK(text.find("`network_files`") != std::string::npos);
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
  CHECK(changed == std::set<std::string>{folder + "README.txt", folder + "BOOT.txt", folder + "apply.sh",
                                         folder + "revert.sh", folder + "etc/hosts", folder + "etc/resolv.conf",
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

/// A Linux in a partition with names by device number; its devices are other ones at the hot site.
struct PartitionShop : HostModel {
  model::SystemId lnx;
  PartitionShop() {
    const auto lan = AddNetwork("LAN", "10.20.1.0/24", 1);
    const auto fast = AddNetwork("FAST", "10.99.0.0/24");
    lnx = AddSystem(model::SystemKind::kLinux, "LNXLPAR");
    AddNic(lnx, 0x0600, lan, 11);
    AddNic(lnx, 0x7000, fast, 11);
    UseSuse();
    model.distributions.front().interface_names.value = {model::InterfaceNames::kEnc, {}};
    model.distributions.front().boot_files.value = {model::BootFiles::kBls, {}};
    model.distributions.front().initramfs.value = {model::Initramfs::kDracut, {}};
    for (const bool recovery : {false, true}) {
      const auto site = AddSite(recovery ? "hotsite" : "home", recovery);
      const auto osa = AddCarrier(site, model::Carrier::Kind::kOsa, "OSA1");
      const auto hipersockets = AddCarrier(site, model::Carrier::Kind::kHipersockets, "HS1", 24);
      const auto placed = Place(site, lnx);
      AttachDevices(placed, 0, osa, recovery ? 0x1A40 : 0x0600);
      AttachDevices(placed, 1, hipersockets, recovery ? 0x1B00 : 0x7000);
    }
  }
};

TEST_CASE("linux: in a partition devices and names change, and the README says what else may name them") {
  PartitionShop shop;
  const Artifacts files = Run(shop);
  const std::string& text = files.at("linux/LNXLPAR/README.txt").text;
  CHECK(text.find("  0600 as 1A40  LAN   10.20.1.11/24  OSA OSA1, layer 3\n") != std::string::npos);
  CHECK(
      text.find("INTERFACES THAT HAVE ANOTHER NAME HERE   (at home, here)\n  enc600   enc1a40\n  enc7000  enc1b00\n") !=
      std::string::npos);
  CHECK(text.find("grep -rIlwF -e enc600 /etc\n") != std::string::npos);
  CHECK(text.find("lscss | grep -e 0.0.1a40 -e 0.0.1b00\n") != std::string::npos);
  CHECK(text.find("cio_ignore -r 0.0.1a40-0.0.1a42\n       cio_ignore -r 0.0.1b00-0.0.1b02\n") != std::string::npos);
  CHECK(text.find("The frame size of HS1, 24 KiB is meant") != std::string::npos);
  CHECK(text.find("cat /sys/bus/ccwgroup/devices/0.0.1b00/inbuf_size\n") != std::string::npos);
  CHECK(files.at("linux/LNXLPAR/apply.sh").text.find("PARTITIONS='LNXLPAR'\n") != std::string::npos);
}

TEST_CASE("linux: what of home may stand on the kernel parameter line, and how it is changed") {
  PartitionShop shop;
  const std::string boot = Run(shop).at("linux/LNXLPAR/BOOT.txt").text;
  for (const char* line : {"Usually nothing to change: the kernel parameters of LNXLPAR at hotsite.\n",
                           "  - rd.znet=, rd_ZNET= or rd.ccw= with 0.0.0600\n",
                           "       cio_ignore=all,!condev,!ipldev,!0.0.1a40-0.0.1a42,!0.0.1b00-0.0.1b02\n",
                           "       rd.znet=qeth,0.0.1a40,0.0.1a41,0.0.1a42,layer2=0\n"
                           "       ip=10.20.1.11::10.20.1.1:24:lnxlpar:enc1a40:none\n       rd.neednet=1\n",
                           "grubby --update-kernel=ALL", "       dracut -f\n", "       zipl\n"})
    CHECK(boot.find(line) != std::string::npos);
  CHECK(boot.find("ONCE") == std::string::npos);  // there is no CP

  SmallShop same;
  CHECK(Run(same).count("linux/LNXRTR/BOOT.txt") == 0);
  HostModel guest = ReferenceSample();
  guest.model.distributions.front().boot_files.value = {model::BootFiles::kZiplConf, {}};
  const std::string once = Run(guest).at("linux/LNX01/BOOT.txt").text;
  const std::size_t at = once.find("PARM ");
  REQUIRE(at != std::string::npos);
  CHECK(once.substr(at, once.find('\n', at) - at) == "PARM cio_ignore=!0.0.0600-0.0.0602,!0.0.7000-0.0.7002");
  CHECK(once.find("/etc/zipl.conf") != std::string::npos);
  guest.model.distributions.front().boot_files.value = {model::BootFiles::kGrub2, {}};
  const std::string grub = Run(guest).at("linux/LNX01/BOOT.txt").text;
  CHECK(grub.find("grub2-mkconfig") != std::string::npos);
  CHECK(grub.find("#CP IPL") == std::string::npos);

  SmallShop readdressed;  // its devices are as at home, so they need nothing
  readdressed.Readdress(readdressed.hotsite, readdressed.office, "10.99.30.0/24");
  const std::string addresses = Run(readdressed).at("linux/LNXRTR/BOOT.txt").text;
  CHECK(addresses.find("  - ip= with 10.20.30.30") != std::string::npos);
  INFO(addresses);
  CHECK(addresses.find("TO PUT IN ITS PLACE\n  The same with the values of this site") != std::string::npos);
  CHECK(addresses.find("rd.znet=") == std::string::npos);
  CHECK(addresses.find("cio_ignore=") == std::string::npos);
}

/// A KVM host with a Linux bridge, one of Open vSwitch and a macvtap, and a guest on each.
struct KvmShop : HostModel {
  model::SystemId kvm, guest;
  explicit KvmShop(bool open = false) {
    const auto lan = AddNetwork("LAN", "10.20.1.0/24", 1);
    const auto office = AddNetwork("OFFICE", "10.20.2.0/24");
    const auto backup = AddNetwork("BACKUP", "10.20.3.0/24");
    model.networks[office.index].plan.vlan = {120, {}};
    kvm = AddSystem(model::SystemKind::kKvm, "KVM1");
    AddNic(kvm, 0x0800, lan, 5);
    guest = AddSystem(model::SystemKind::kLinux, "LNXV", kvm);
    AddNic(guest, 0x0001, lan, 11);
    AddNic(guest, 0x0002, office, 11);
    AddNic(guest, 0x0003, backup, 11);
    UseSuse();
    model.systems[kvm.index].distribution = model.systems[guest.index].distribution;
    const auto site = AddSite("hotsite", true);
    const auto osa = AddCarrier(site, model::Carrier::Kind::kOsa, "OSA1");
    const auto host = Place(site, kvm);
    AttachDevices(host, 0, osa, 0x0800);
    const auto there = Place(site, guest, host);
    std::uint16_t number = 0x1A40;
    for (const auto& [name, type, network] : {std::tuple{"br0", model::BridgeType::kBridge, lan},
                                              std::tuple{"ovs0", model::BridgeType::kOpenvswitch, office},
                                              std::tuple{"mvt0", model::BridgeType::kMacvtap, backup}}) {
      const auto index =
          AddLan(host, model::Lan::Kind::kBridge, name, model::LanType::kQdio, model::Transport::kEthernet);
      model::PlacedLan& placed = model.placements[host.index].lans[index];
      placed.lan.bridge_type = type;
      placed.lan.networks = {network};
      AttachLan(there, index, index);
      model::Attachment uplink = model.at(host).nics.front().attachment;
      uplink.device = {DeviceNumber(number), {}};
      placed.uplinks = {uplink};
      number += 0x10;
    }
    if (!open) return;
    AttachOpen(host, 0, osa, "OSA-001");
    for (model::PlacedLan& placed : model.placements[host.index].lans)
      placed.uplinks.front().device = model.at(host).nics.front().attachment.device;
  }
};

TEST_CASE("linux: a KVM host's README shows its bridges with their uplinks") {
  KvmShop shop;
  const std::string text = Run(shop).at("kvm/KVM1/README.txt").text;
  CHECK(text.find("  0800  LAN     10.20.1.5/24  OSA OSA1, layer 3\n"
                  "  1A40          in a bridge   OSA OSA1, layer 2\n"
                  "  br0   LAN     no address    bridge, its uplink is 1A40\n"
                  "  1A50  OFFICE  no address    OSA OSA1, layer 2\n"
                  "  1A60  BACKUP  no address    OSA OSA1, layer 2\n") != std::string::npos);
  CHECK(text.find("switch ovs0 of Open vSwitch") != std::string::npos);
}

TEST_CASE("linux: a guest of a KVM gets elements for its libvirt domain") {
  KvmShop shop;
  const Artifacts files = Run(shop);
  CHECK(files.at("linux/LNXV/interfaces.xml").text == R"(<devices>
  <!-- 0001: LAN -->
  <interface type='bridge'>
    <source bridge='br0'/>
    <model type='virtio'/>
    <address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0001'/>
  </interface>
  <!-- 0002: OFFICE -->
  <interface type='bridge'>
    <source bridge='ovs0'/>
    <virtualport type='openvswitch'/>
    <vlan><tag id='120'/></vlan>
    <model type='virtio'/>
    <address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0002'/>
  </interface>
  <!-- 0003: BACKUP -->
  <interface type='direct'>
    <source dev='enc1a60' mode='bridge'/>
    <model type='virtio'/>
    <address type='ccw' cssid='0xfe' ssid='0x0' devno='0x0003'/>
  </interface>
</devices>
)");
  CHECK(files.count("linux/LNXV/BOOT.txt") == 0);

  KvmShop waiting(true);
  const Artifacts open = Run(waiting);
  REQUIRE(open.at("linux/LNXV/interfaces.xml").open.size() == 1);
  CHECK(open.at("linux/LNXV/interfaces.xml").open.front().what ==
        "first of three device numbers of the uplink of bridge mvt0");
  const std::string& host = open.at("kvm/KVM1/README.txt").text;
  for (const char* token : {"??OSA-001 ", "??OSA-001.2 ", "??OSA-001.3 ", "??OSA-001.4 "})
    CHECK(host.find(token) != std::string::npos);
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
