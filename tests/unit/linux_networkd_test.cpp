// The writer for systemd-networkd: whole files, of which it knows every key.
#include <catch2/catch.hpp>

#include "backends/linux/networkd.h"
#include "tests/unit/linux_file_map.h"
#include "tests/unit/linux_sample_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using namespace hotsite::testing;
using model::DeviceFiles;

TEST_CASE(
    "networkd: one guest with everything gives a .network for each interface, a .netdev for those that it makes") {
  const FileMap files = ByPath(WriteNetworkd(WidePlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/systemd/network/10-enc600.network").text == R"([Match]
Name=enc600

[Link]
MTUBytes=1500

[Network]
Address=10.20.1.11/24
Address=2001:db8:20:1::11/64
DNS=10.20.0.53
DNS=10.20.0.54
Domains=dr.example.com example.com
IPv6AcceptRA=no
VLAN=enc600.120

[Route]
Gateway=10.20.1.1

[Route]
Destination=172.16.0.0/16
Gateway=10.20.1.254

[Route]
Gateway=2001:db8:20:1::1
)");
  CHECK(files.at("etc/systemd/network/10-enc7000.network").text == R"([Match]
Name=enc7000

[Link]
MTUBytes=8192

[Network]
Address=10.99.0.11/24
IPv6AcceptRA=no

[Route]
Destination=10.88.0.0/16
Gateway=10.99.0.1
)");
  CHECK(files.at("etc/systemd/network/10-enc900.network").text == R"([Match]
Name=enc900

[Network]
LinkLocalAddressing=no
IPv6AcceptRA=no
Bond=bond0
PrimarySlave=yes
)");
  CHECK(files.at("etc/systemd/network/10-enca00.network").text == R"([Match]
Name=enca00

[Network]
LinkLocalAddressing=no
IPv6AcceptRA=no
Bond=bond0
)");
  CHECK(files.at("etc/systemd/network/10-bond0.netdev").text == R"([NetDev]
Name=bond0
Kind=bond

[Bond]
Mode=active-backup
MIIMonitorSec=100ms
FailOverMACPolicy=active
)");
  CHECK(files.at("etc/systemd/network/10-bond0.network").text == R"([Match]
Name=bond0

[Link]
MTUBytes=9000

[Network]
Address=10.20.2.11/24
IPv6AcceptRA=no
)");
  CHECK(files.at("etc/systemd/network/10-enc600.120.netdev").text == R"([NetDev]
Name=enc600.120
Kind=vlan

[VLAN]
Id=120
)");
  CHECK(files.at("etc/systemd/network/10-enc600.120.network").text == R"([Match]
Name=enc600.120

[Network]
Address=10.20.120.11/24
IPv6AcceptRA=no
)");
  CHECK(files.count("etc/hotsite.zdev") == 1);
}

TEST_CASE("networkd: a router forwards by a sysctl file, since the key for it has changed its name") {
  const FileMap files = ByPath(WriteNetworkd(RouterPlan(DeviceFiles::kChzdev)));
  CHECK(files.count("etc/sysctl.d/90-dr-router.conf") == 1);
  CHECK(files.at("etc/systemd/network/10-enc700.network").text == R"([Match]
Name=enc700

[Network]
Address=192.168.40.1/24
Address=192.168.41.1/24
Address=2001:db8:40::1/64
IPv6AcceptRA=no
)");
  CHECK(files.at("etc/systemd/network/10-enc800.network").text == R"([Match]
Name=enc800

[Link]
MACAddress=02:00:0A:00:00:01

[Network]
Address=10.20.30.30/24
IPv6AcceptRA=no

[Route]
Gateway=10.20.30.1
)");
}

TEST_CASE("networkd: a bridge takes the VLAN of its uplink as a port") {
  const FileMap files = ByPath(WriteNetworkd(BridgePlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/systemd/network/10-br0.netdev").text == R"([NetDev]
Name=br0
Kind=bridge

[Bridge]
STP=no
ForwardDelaySec=0
)");
  CHECK(files.at("etc/systemd/network/10-br0.network").text == R"([Match]
Name=br0

[Network]
IPv6AcceptRA=no
)");
  CHECK(files.at("etc/systemd/network/10-enc600.120.network").text == R"([Match]
Name=enc600.120

[Network]
LinkLocalAddressing=no
IPv6AcceptRA=no
Bridge=br0
)");
  CHECK(files.at("etc/systemd/network/10-enc600.network").text == R"([Match]
Name=enc600

[Network]
IPv6AcceptRA=no
VLAN=enc600.120
)");
}

TEST_CASE("networkd: what is open is a token, and the file waits for it") {
  const FileMap files = ByPath(WriteNetworkd(OpenPlan(DeviceFiles::kChzdev)));
  const File& file = files.at("etc/systemd/network/10-OPEN-OSA-002-0600.network");
  CHECK(file.open.size() == 3);
  CHECK(file.text.find("Name=enc??OSA-002\n") != std::string::npos);
  CHECK(file.text.find("Address=??NET-003\n") != std::string::npos);
  CHECK(file.text.find("Gateway=??NET-004\n") != std::string::npos);
}

}  // namespace
