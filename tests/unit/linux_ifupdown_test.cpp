// The writer for ifupdown: whole files as ifquery and ifup --no-act read them.
#include <catch2/catch.hpp>

#include "backends/linux/ifupdown.h"
#include "tests/unit/linux_file_map.h"
#include "tests/unit/linux_sample_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using namespace hotsite::testing;
using model::DeviceFiles;

TEST_CASE("ifupdown: one guest with everything gives a file for each interface") {
  const FileMap files = ByPath(WriteIfupdown(WidePlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/network/interfaces").text ==
        "source /etc/network/interfaces.d/*\n\nauto lo\niface lo inet loopback\n");
  CHECK(files.at("etc/network/interfaces.d/enc600").text == R"(auto enc600
iface enc600 inet static
    address 10.20.1.11/24
    gateway 10.20.1.1
    mtu 1500
    dns-nameservers 10.20.0.53 10.20.0.54
    dns-search dr.example.com example.com
    up ip route replace 172.16.0.0/16 via 10.20.1.254 dev $IFACE
iface enc600 inet6 static
    address 2001:db8:20:1::11/64
    accept_ra 0
    gateway 2001:db8:20:1::1
)");
  CHECK(files.at("etc/network/interfaces.d/enc7000").text == R"(auto enc7000
iface enc7000 inet static
    address 10.99.0.11/24
    mtu 8192
    up ip route replace 10.88.0.0/16 via 10.99.0.1 dev $IFACE
)");
  CHECK(files.at("etc/network/interfaces.d/enc600.120").text == R"(auto enc600.120
iface enc600.120 inet static
    address 10.20.120.11/24
    vlan-raw-device enc600
)");
  CHECK(files.at("etc/network/interfaces.d/bond0").text == R"(auto bond0
iface bond0 inet static
    address 10.20.2.11/24
    bond-slaves enc900 enca00
    bond-mode active-backup
    bond-primary enc900
    bond-miimon 100
    bond-fail-over-mac active
    mtu 9000
)");
  CHECK(files.at("etc/resolv.conf").text ==
        "search dr.example.com example.com\nnameserver 10.20.0.53\nnameserver 10.20.0.54\n");
  CHECK(files.count("etc/network/interfaces.d/enc900") == 0);  // ifenslave brings a port up
}

TEST_CASE("ifupdown: a further address is a further stanza") {
  const FileMap files = ByPath(WriteIfupdown(RouterPlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/network/interfaces.d/enc700").text == R"(auto enc700
iface enc700 inet static
    address 192.168.40.1/24
iface enc700 inet static
    address 192.168.41.1/24
iface enc700 inet6 static
    address 2001:db8:40::1/64
    accept_ra 0
)");
  CHECK(files.at("etc/network/interfaces.d/enc800").text == R"(auto enc800
iface enc800 inet static
    address 10.20.30.30/24
    gateway 10.20.30.1
    hwaddress 02:00:0A:00:00:01
)");
}

TEST_CASE("ifupdown: Ubuntu 16.04 has a shell file for each device and its resolvconf") {
  const FileMap files = ByPath(WriteIfupdown(ReferencePlan(DeviceFiles::kCcwConfig)));
  const std::string hardware = "etc/sysconfig/hardware/config-ccw-";
  CHECK(files.at(hardware + "0.0.0600").text == "CCWGROUP_CHANS=(0.0.0600 0.0.0601 0.0.0602)\nQETH_OPTIONS=(layer2)\n");
  CHECK(files.at(hardware + "0.0.7000").text == "CCWGROUP_CHANS=(0.0.7000 0.0.7001 0.0.7002)\n");
  CHECK(files.count("etc/resolv.conf") == 0);
  CHECK(files.count("etc/hotsite.zdev") == 0);
  const Commands commands = IfupdownCommands(ReferencePlan(DeviceFiles::kCcwConfig));
  CHECK(commands.devices_up[0] == "cio_ignore -r 0.0.0600,0.0.0601,0.0.0602");
  CHECK(commands.devices_up[1] == "znetconf -a 0.0.0600 -o layer2=1");
  CHECK(commands.activate.back() == "systemctl restart networking");
}

TEST_CASE("ifupdown: a bridge and the VLAN of its uplink") {
  const FileMap files = ByPath(WriteIfupdown(BridgePlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/network/interfaces.d/br0").text == R"(auto br0
iface br0 inet manual
    bridge_ports enc600.120
    bridge_stp off
    bridge_fd 0
)");
  CHECK(files.at("etc/network/interfaces.d/enc600").text == R"(auto enc600
iface enc600 inet manual
)");
  CHECK(files.at("etc/network/interfaces.d/enc600.120").text == R"(auto enc600.120
iface enc600.120 inet manual
    vlan-raw-device enc600
)");
}

TEST_CASE("ifupdown: what is open is a token, and the file waits for it") {
  const FileMap files = ByPath(WriteIfupdown(OpenPlan(DeviceFiles::kCcwConfig)));
  CHECK(files.at("etc/sysconfig/hardware/config-ccw-OPEN-OSA-002-0600").open.size() == 1);
  const File& file = files.at("etc/network/interfaces.d/OPEN-OSA-002-0600");
  CHECK(file.open.size() == 3);
  CHECK(file.text ==
        "auto enc??OSA-002\niface enc??OSA-002 inet static\n    address ??NET-003\n    gateway ??NET-004\n");
}

}  // namespace
