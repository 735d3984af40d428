// The writer for netplan: the whole file as netplan generate takes it without a word.
#include <catch2/catch.hpp>

#include "backends/linux/netplan.h"
#include "tests/unit/linux_file_map.h"
#include "tests/unit/linux_sample_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using namespace hotsite::testing;
using model::DeviceFiles;

TEST_CASE("netplan: one guest with everything gives one file") {
  const FileMap files = ByPath(WriteNetplan(WidePlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/netplan/90-hotsite.yaml").text == R"(network:
  version: 2
  renderer: networkd
  ethernets:
    enc600:
      dhcp4: false
      dhcp6: false
      accept-ra: false
      mtu: 1500
      addresses:
        - "10.20.1.11/24"
        - "2001:db8:20:1::11/64"
      nameservers:
        addresses: ["10.20.0.53", "10.20.0.54"]
        search: ["dr.example.com", "example.com"]
      routes:
        - to: "0.0.0.0/0"
          via: "10.20.1.1"
        - to: "::/0"
          via: "2001:db8:20:1::1"
        - to: "172.16.0.0/16"
          via: "10.20.1.254"
    enc7000:
      dhcp4: false
      dhcp6: false
      accept-ra: false
      mtu: 8192
      addresses:
        - "10.99.0.11/24"
      routes:
        - to: "10.88.0.0/16"
          via: "10.99.0.1"
    enc900:
      dhcp4: false
      dhcp6: false
      accept-ra: false
    enca00:
      dhcp4: false
      dhcp6: false
      accept-ra: false
  bonds:
    bond0:
      interfaces: ["enc900", "enca00"]
      parameters:
        mode: "active-backup"
        primary: "enc900"
        mii-monitor-interval: 100
        fail-over-mac-policy: "active"
      dhcp4: false
      dhcp6: false
      accept-ra: false
      mtu: 9000
      addresses:
        - "10.20.2.11/24"
  vlans:
    enc600.120:
      id: 120
      link: "enc600"
      dhcp4: false
      dhcp6: false
      accept-ra: false
      addresses:
        - "10.20.120.11/24"
)");
  CHECK(files.at("etc/netplan/90-hotsite.yaml").mode == 0600);
  CHECK(files.at("etc/cloud/cloud.cfg.d/99-disable-network-config.cfg").text == "network: {config: disabled}\n");
  CHECK(PathsOf(files) == R"(etc/cloud/cloud.cfg.d/99-disable-network-config.cfg
etc/hostname
etc/hosts
etc/hotsite.zdev
etc/netplan/90-hotsite.yaml
)");
}

TEST_CASE("netplan: a router forwards by a sysctl file, and a NIC has the MAC of the spec") {
  const FileMap files = ByPath(WriteNetplan(RouterPlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/netplan/90-hotsite.yaml").text == R"(network:
  version: 2
  renderer: networkd
  ethernets:
    enc800:
      macaddress: "02:00:0A:00:00:01"
      dhcp4: false
      dhcp6: false
      accept-ra: false
      addresses:
        - "10.20.30.30/24"
      routes:
        - to: "0.0.0.0/0"
          via: "10.20.30.1"
    enc700:
      dhcp4: false
      dhcp6: false
      accept-ra: false
      addresses:
        - "192.168.40.1/24"
        - "192.168.41.1/24"
        - "2001:db8:40::1/64"
)");
  CHECK(files.count("etc/sysctl.d/90-dr-router.conf") == 1);
}

TEST_CASE("netplan: a bridge of the spec's name is a string, whatever YAML makes of it") {
  HostPlan plan = BridgePlan(DeviceFiles::kChzdev);
  plan.interfaces.back().name = "NO";
  const std::string text = ByPath(WriteNetplan(plan)).at("etc/netplan/90-hotsite.yaml").text;
  CHECK(text.find("  bridges:\n    \"NO\":\n      interfaces: [\"enc600.120\"]\n") != std::string::npos);
}

TEST_CASE("netplan: what is open is a token, and the file waits for it") {
  const FileMap files = ByPath(WriteNetplan(OpenPlan(DeviceFiles::kChzdev)));
  const File& file = files.at("etc/netplan/90-hotsite.yaml");
  CHECK(file.open.size() == 3);
  CHECK(file.text.find("    enc??OSA-002:\n") != std::string::npos);
  CHECK(file.text.find("        - \"??NET-003\"\n") != std::string::npos);
  CHECK(file.text.find("          via: \"??NET-004\"\n") != std::string::npos);
}

TEST_CASE("netplan: devices come first, VLANs go down before what carries them") {
  const Commands commands = NetplanCommands(WidePlan(DeviceFiles::kChzdev));
  CHECK(commands.activate.back() == "netplan apply");
  CHECK(commands.activate.front() == "chzdev --import /etc/hotsite.zdev --persistent --no-root-update --yes");
  CHECK(commands.interfaces_down.front() == "ip link set enc600.120 down");
  CHECK(commands.devices_down.front() == "chzdev --disable --active qeth 0.0.0600 --yes");
}

}  // namespace
