// What netplan, NetworkManager, systemd-networkd, ifupdown and ip say of files, good ones and broken ones.
#include "tests/readers/broken.h"

namespace hotsite::readers {
namespace {

constexpr const char* kYaml = R"(network:
  version: 2
  renderer: networkd
  ethernets:
    enc600:
      dhcp4: false
      mtu: 8192
      addresses: ["10.20.1.11/24"]
      routes:
        - to: "default"
          via: "10.20.1.1"
        - to: "172.16.0.0/16"
          via: "10.20.1.254"
  vlans:
    enc600.120:
      id: 120
      link: "enc600"
      addresses: ["10.20.120.11/24"]
)";

Reading ReadYaml(const std::string& text) { return ReadNetplan({{"etc/netplan/90-dr.yaml", text}}); }

TEST_CASE("netplan makes networkd's files of a good one and refuses a broken one") {
  if (!Fetched()) return;
  const Reading good = ReadYaml(kYaml);
  CheckAccepted(good);
  for (const char* part : {"Address=10.20.1.11/24", "Gateway=10.20.1.1", "MTUBytes=8192", "Id=120"})
    CHECK(good.understood.find(part) != std::string::npos);
  const Broken table[] = {
      {"addresses:", "adresses:", "unknown key 'adresses'"},
      {"10.20.1.11/24", "10.20.1.999/24", "malformed address"},
      {"id: 120", "id: 5000", "invalid id '5000'"},
      {"link: \"enc600\"", "link: \"enc601\"", "'enc601' is not defined"},
      {"172.16.0.0/16", "default", "Conflicting default route declarations"},
      {"enc600:", "enc600", ":"},
  };
  CheckAllRefused(&ReadYaml, kYaml, table);
}

constexpr const char* kKeyfile = R"([connection]
id=enc600
uuid=6f1f3f0a-0d3b-5b0e-8a4e-2f6d0f6d0600
type=ethernet
autoconnect-priority=999
interface-name=enc600

[ethernet]
mtu=1500
s390-nettype=qeth
s390-subchannels=0.0.0600;0.0.0601;0.0.0602;

[ethernet-s390-options]
layer2=1
portno=0

[ipv4]
address1=10.20.1.11/24,10.20.1.1
dns=10.20.0.53;10.20.0.54;
dns-search=dr.example.com;example.com;
may-fail=false
method=manual
route1=172.16.0.0/16,10.20.1.254

[ipv6]
addr-gen-mode=eui64
address1=2001:db8:20:1::11/64,2001:db8:20:1::1
method=manual

[proxy]
)";

TEST_CASE("NetworkManager gives a good keyfile back as it is and refuses or changes a broken one") {
  if (!Fetched()) return;
  CheckAccepted(ReadKeyfile(kKeyfile));
  const Broken table[] = {
      {"s390-nettype=qeth", "s390-nettype=qethx", "s390-nettype: property is invalid"},
      {"layer2=1", "layer9=1", "invalid key 'layer9'"},
      {"type=ethernet", "type=etherneet", "connection type 'etherneet' is not valid"},
      {"method=manual", "method=manuel", "ipv4.method: property is invalid"},
      {"address1=10.20.1.11/24", "address1=10.20.1.999/24", "cannot be empty"},
      {"may-fail=false", "mayfail=false", "other bytes"},
      {"[ethernet-s390-options]", "[ethernet-s390-option]", "other bytes"},
      {"10.20.0.53", "10.20.0.530", "other bytes"},
      {"mtu=1500", "mtu=abc", "other bytes"},
      {"172.16.0.0/16", "172.16.0.0/33", "other bytes"},
  };
  CheckAllRefused(&ReadKeyfile, kKeyfile, table);
}

constexpr const char* kNetwork = R"([Match]
Name=enc600

[Link]
MTUBytes=1500

[Network]
Address=10.20.1.11/24
DNS=10.20.0.53
VLAN=enc600.120

[Route]
Gateway=10.20.1.1
)";
constexpr const char* kVlan = "[NetDev]\nName=enc600.120\nKind=vlan\n\n[VLAN]\nId=120\n";

Reading ReadNetwork(const std::string& text) { return ReadNetworkd({{"etc/systemd/network/10-dr.network", text}}); }
Reading ReadVlan(const std::string& text) { return ReadNetworkd({{"etc/systemd/network/20-v.netdev", text}}); }

TEST_CASE("systemd-networkd takes good files and names every broken line") {
  if (!OwnNetwork()) return;
  CheckAccepted(ReadNetworkd({{"10-dr.network", kNetwork}, {"20-v.netdev", kVlan}}));
  CheckRefused(ReadVlan(Replaced(kVlan, "Id=120", "Id=5000")), "VLAN identifier outside of valid range");
  // One run tells all: each takes the second in which it is stopped.
  std::string all = Replaced(kNetwork, "MTUBytes=1500", "MTUBytes=abc");
  all = Replaced(all, "Address=10.20.1.11/24", "Adress=10.20.1.11/24\nAddress=10.20.1.999/24");
  all = Replaced(all, "[Route]", "[Rout]\nGateway=10.20.1.1\n[Route]");
  all = Replaced(all, "[Route]\nGateway=10.20.1.1", "[Route]\nGateway=10.20.1.300");
  const Reading reading = ReadNetwork(all);
  for (const char* complaint : {"Failed to parse MTU value 'abc'", "Unknown key 'Adress'",
                                "Invalid address '10.20.1.999/24'", "Unknown section 'Rout'", "Invalid Gateway="})
    CheckRefused(reading, complaint);
}

constexpr const char* kInterfaces = R"(auto enc600
iface enc600 inet static
    address 10.20.1.11/24
    gateway 10.20.1.1
    mtu 1500
    up ip route add 172.16.0.0/16 via 10.20.1.254 dev $IFACE
iface enc600 inet6 static
    address 2001:db8:20:1::11/64

auto enc600.120
iface enc600.120 inet static
    address 10.20.120.11/24
    vlan-raw-device enc600

auto bond0
iface bond0 inet static
    address 10.20.2.11/24
    bond-slaves enc900 enca00
)";

Reading ReadStanzas(const std::string& text) { return ReadInterfaces({{"etc/network/interfaces.d/dr", text}}); }

TEST_CASE("ifupdown says which commands it would run, and refuses what it can't read") {
  if (!Fetched()) return;
  const Reading good = ReadStanzas(kInterfaces);
  CheckAccepted(good);
  INFO(good.understood);
  for (const char* part :
       {"10.20.1.11/255.255.255.0", "default via 10.20.1.1", "172.16.0.0/16 via 10.20.1.254", "2001:db8:20:1::11/64",
        "ip link add link enc600 name enc600.120 type vlan id 120", "option bond0 bond-slaves: enc900 enca00"})
    CHECK(good.understood.find(part) != std::string::npos);
  const Broken table[] = {
      {"inet static", "inet statik", "unknown or no method"},
      {"iface enc600", "ifcae enc600", "misplaced option"},
      {"address 10", "adress 10", "missing required variable: address"},
  };
  CheckAllRefused(&ReadStanzas, kInterfaces, table);
}

TEST_CASE("the kernel takes routes that the interfaces' addresses reach, and no others") {
  if (!OwnNetwork()) return;
  const std::multimap<std::string, std::string> addresses = {{"enc600", "10.20.1.11/24"},
                                                             {"enc600", "2001:db8:20:1::11/64"}};
  const auto read = [&](const std::string& text) { return ReadRoutes(text, addresses); };
  const std::string good = "172.16.0.0/16 via 10.20.1.254 dev enc600\ndefault via 2001:db8:20:1::1 dev enc600\n";
  const Reading reading = read(good);
  CheckAccepted(reading);
  CHECK(reading.understood.find("172.16.0.0/16 via 10.20.1.254 dev enc600") != std::string::npos);
  const Broken table[] = {{"10.20.1.254", "10.20.2.254", "invalid gateway"},
                          {"172.16.0.0/16", "172.16.0.1/16", "Invalid"},
                          {"dev enc600", "dev enc601", "enc601"},
                          {"via", "vai", "vai"},
                          {"172.16.0.0/16", "172.16.0.0/33", "172.16.0.0/33"}};
  CheckAllRefused(read, good, table);
}

}  // namespace
}  // namespace hotsite::readers
