// The writer for NetworkManager: whole keyfiles, in the order and spelling that nmcli 1.42 gives them back.
#include <catch2/catch.hpp>

#include "backends/linux/network_manager.h"
#include "tests/unit/linux_file_map.h"
#include "tests/unit/linux_sample_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using namespace hotsite::testing;
using model::DeviceFiles;

TEST_CASE("network_manager: one guest with everything gives keyfiles as NetworkManager writes them") {
  const FileMap files = ByPath(WriteNetworkManager(WidePlan(DeviceFiles::kCcwInit)));
  CHECK(files.at("etc/NetworkManager/system-connections/enc600.nmconnection").text == R"([connection]
id=enc600
uuid=b08269a7-81c2-5444-b77c-1d44dc2174c2
type=ethernet
autoconnect-priority=999
interface-name=enc600

[ethernet]
mtu=1500
s390-nettype=qeth
s390-subchannels=0.0.0600;0.0.0601;0.0.0602;

[ethernet-s390-options]
layer2=1

[ipv4]
address1=10.20.1.11/24,10.20.1.1
dns=10.20.0.53;10.20.0.54;
dns-search=dr.example.com;example.com;
may-fail=false
method=manual
route1=172.16.0.0/16,10.20.1.254

[ipv6]
address1=2001:db8:20:1::11/64,2001:db8:20:1::1
method=manual

[proxy]
)");
  CHECK(files.at("etc/NetworkManager/system-connections/enc7000.nmconnection").text == R"([connection]
id=enc7000
uuid=d53bf732-482c-5669-bb7f-081d359ea8b7
type=ethernet
autoconnect-priority=999
interface-name=enc7000

[ethernet]
mtu=8192
s390-nettype=qeth
s390-subchannels=0.0.7000;0.0.7001;0.0.7002;

[ethernet-s390-options]
layer2=0

[ipv4]
address1=10.99.0.11/24
may-fail=false
method=manual
never-default=true
route1=10.88.0.0/16,10.99.0.1

[ipv6]
method=disabled

[proxy]
)");
  CHECK(files.at("etc/NetworkManager/system-connections/enc600.120.nmconnection").text == R"([connection]
id=enc600.120
uuid=30246d2a-6676-55a0-bda9-d3888c7efd8b
type=vlan
autoconnect-priority=999
interface-name=enc600.120

[ethernet]

[vlan]
flags=1
id=120
parent=enc600

[ipv4]
address1=10.20.120.11/24
may-fail=false
method=manual
never-default=true

[ipv6]
method=disabled

[proxy]
)");
  CHECK(files.at("etc/NetworkManager/system-connections/bond0.nmconnection").text == R"([connection]
id=bond0
uuid=dbf9506b-7634-599c-8b50-98304bc8acd0
type=bond
autoconnect-priority=999
interface-name=bond0

[ethernet]
mtu=9000

[bond]
fail_over_mac=active
miimon=100
mode=active-backup
primary=enc900

[ipv4]
address1=10.20.2.11/24
may-fail=false
method=manual
never-default=true

[ipv6]
method=disabled

[proxy]
)");
  CHECK(files.at("etc/NetworkManager/system-connections/bond0-port-enc900.nmconnection").text == R"([connection]
id=bond0-port-enc900
uuid=82d9051a-75d8-5a4d-aff8-9d52da82a689
type=ethernet
autoconnect-priority=999
interface-name=enc900
master=bond0
slave-type=bond

[ethernet]
s390-nettype=qeth
s390-subchannels=0.0.0900;0.0.0901;0.0.0902;

[ethernet-s390-options]
layer2=1
)");
  CHECK(files.at("etc/hostname").text == "lnx01.dr.example.com\n");
  for (const auto& [path, file] : files) {
    INFO(path);
    CHECK(file.mode == (path.find("nmconnection") == std::string::npos ? 0644u : 0600u));
    CHECK(file.open.empty());
  }
  CHECK(PathsOf(files) == R"(etc/NetworkManager/system-connections/bond0-port-enc900.nmconnection
etc/NetworkManager/system-connections/bond0-port-enca00.nmconnection
etc/NetworkManager/system-connections/bond0.nmconnection
etc/NetworkManager/system-connections/enc600.120.nmconnection
etc/NetworkManager/system-connections/enc600.nmconnection
etc/NetworkManager/system-connections/enc7000.nmconnection
etc/hostname
etc/hosts
)");
}

TEST_CASE("network_manager: a router tells its devices by chzdev what ccw_init doesn't read") {
  for (const DeviceFiles devices : {DeviceFiles::kCcwInit, DeviceFiles::kChzdev}) {
    const FileMap files = ByPath(WriteNetworkManager(RouterPlan(devices)));
    CHECK(files.at("etc/hotsite.zdev").text.find("route4=primary_connector\n") != std::string::npos);
    CHECK(files.at("etc/NetworkManager/system-connections/enc700.nmconnection").text == R"([connection]
id=enc700
uuid=083caa60-a524-5655-bff0-6b06b9968183
type=ethernet
autoconnect-priority=999
interface-name=enc700

[ethernet]
s390-nettype=qeth
s390-subchannels=0.0.0700;0.0.0701;0.0.0702;

[ethernet-s390-options]
layer2=0

[ipv4]
address1=192.168.40.1/24
address2=192.168.41.1/24
may-fail=false
method=manual
never-default=true

[ipv6]
address1=2001:db8:40::1/64
method=manual

[proxy]
)");
    CHECK(files.at("etc/NetworkManager/system-connections/enc800.nmconnection").text == R"([connection]
id=enc800
uuid=7a763866-302b-5367-bb00-85899f00502f
type=ethernet
autoconnect-priority=999
interface-name=enc800

[ethernet]
cloned-mac-address=02:00:0A:00:00:01
s390-nettype=qeth
s390-subchannels=0.0.0800;0.0.0801;0.0.0802;

[ethernet-s390-options]
layer2=1

[ipv4]
address1=10.20.30.30/24,10.20.30.1
may-fail=false
method=manual

[ipv6]
method=disabled

[proxy]
)");
    CHECK(files.at("etc/sysctl.d/90-dr-router.conf").text ==
          "net.ipv4.ip_forward = 1\nnet.ipv6.conf.all.forwarding = 1\n");
  }
}

TEST_CASE("network_manager: where chzdev brings devices up, it is told of all of them") {
  CHECK(ByPath(WriteNetworkManager(ReferencePlan(DeviceFiles::kChzdev))).count("etc/hotsite.zdev") == 1);
  CHECK(ByPath(WriteNetworkManager(ReferencePlan(DeviceFiles::kCcwInit))).count("etc/hotsite.zdev") == 0);
  const Commands commands = NetworkManagerCommands(ReferencePlan(DeviceFiles::kChzdev));
  CHECK(commands.activate ==
        std::vector<std::string>{"chzdev --import /etc/hotsite.zdev --persistent --no-root-update --yes",
                                 "chzdev --apply qeth --configured --yes", "nmcli connection reload",
                                 "nmcli connection up enc600", "nmcli connection up enc7000"});
  CHECK(commands.interfaces_down ==
        std::vector<std::string>{"nmcli connection down enc7000", "nmcli connection down enc600"});
  CHECK(NetworkManagerCommands(ReferencePlan(DeviceFiles::kCcwInit)).devices_up.front() ==
        "chzdev --enable --active qeth 0.0.0600:0.0.0601:0.0.0602 layer2=1 --yes");
}

TEST_CASE("network_manager: what is open is a token, and the file waits for it") {
  const FileMap files = ByPath(WriteNetworkManager(OpenPlan(DeviceFiles::kCcwInit)));
  const File& file = files.at("etc/NetworkManager/system-connections/OPEN-OSA-002-0600.nmconnection");
  CHECK(file.text.find("interface-name=enc??OSA-002\n") != std::string::npos);
  CHECK(file.text.find("s390-subchannels=??OSA-002;??OSA-002+1;??OSA-002+2;\n") != std::string::npos);
  CHECK(file.text.find("address1=??NET-003,??NET-004\n") != std::string::npos);
  REQUIRE(file.open.size() == 3);
  CHECK(file.open[0].requirement == "OSA-002");
  CHECK(file.open[1].requirement == "NET-003");
  CHECK(file.open[2].requirement == "NET-004");
}

TEST_CASE("network_manager: a bridge takes the VLAN of its uplink as a port") {
  const FileMap files = ByPath(WriteNetworkManager(BridgePlan(DeviceFiles::kChzdev)));
  CHECK(files.at("etc/NetworkManager/system-connections/br0.nmconnection").text.find("type=bridge\n") !=
        std::string::npos);
  const std::string& port = files.at("etc/NetworkManager/system-connections/br0-port-enc600.120.nmconnection").text;
  CHECK(port.find("master=br0\nslave-type=bridge\n") != std::string::npos);
  CHECK(port.find("[vlan]\nflags=1\nid=120\nparent=enc600\n\n[bridge-port]\n") != std::string::npos);
}

TEST_CASE("network_manager: a connection keeps its UUID from site to site, and no two share one") {
  const FileMap files = ByPath(WriteNetworkManager(WidePlan(DeviceFiles::kCcwInit)));
  const FileMap twin = ByPath(WriteNetworkManager(ReferencePlan(DeviceFiles::kCcwInit)));
  const auto uuid = [](const File& file) { return file.text.substr(file.text.find("uuid="), 41); };
  std::map<std::string, std::string> seen;
  for (const auto& [path, file] : files) {
    if (path.find("nmconnection") != std::string::npos) CHECK(seen.emplace(uuid(file), path).second);
  }
  CHECK(uuid(files.at("etc/NetworkManager/system-connections/enc600.nmconnection")) ==
        uuid(twin.at("etc/NetworkManager/system-connections/enc600.nmconnection")));
}

}  // namespace
