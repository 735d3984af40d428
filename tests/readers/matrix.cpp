#include "tests/readers/matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::readers {
namespace {

using Names = Distribution::Names;

constexpr const char* kSpec = R"(hotsite 1
use std.machines
use std.zvm
use std.linux

// A shop's own entry: no distribution of the library keeps its network in files of systemd-networkd.
distribution with_networkd "A distribution with systemd-networkd" {{
  network_files networkd unsourced
  device_files chzdev unsourced
  interface_names enc unsourced
}}

network OFFICE {{ subnet 10.20.1.0/24; gateway OFFICE[1]; dns OFFICE[53], OFFICE[54]; domain "dr.example.com" }}
network OFFICE6 {{ subnet 2001:db8:20:1::/64; gateway OFFICE6[1] }}
network DATABASE {{ subnet 10.99.0.0/24 }}
network BACKUP {{ subnet 10.20.120.0/24; vlan 120 }}
network ADMIN {{ subnet 10.20.2.0/24 }}
network FAR {{ subnet 172.16.0.0/16 }}
network BEHIND {{ subnet 10.88.0.0/16 }}

zvm VMPROD : zvm_7_3 {{
  processors 4 IFL
  memory 64 GiB
  vswitch VSW1 carries OFFICE, OFFICE6 {{ transport ethernet }}
  profile linux SERVER : {} {{ memory 1 GiB }}
  linux OS$A : SERVER {{ nic 0600 on OFFICE address OFFICE[11] }}
  linux HIPER : SERVER {{ nic 7000 on DATABASE address DATABASE[12]; route BEHIND via DATABASE[1] }}
  linux VLAN : SERVER {{ nic 0600 on OFFICE address OFFICE[13]; network BACKUP over 0600 address BACKUP[13] }}
  linux IPV6 : SERVER {{ nic 0600 on OFFICE address OFFICE[14]; network OFFICE6 over 0600 address OFFICE6[20] }}
  linux ROUTE : SERVER {{ nic 0600 on OFFICE address OFFICE[15]; route FAR via OFFICE[254] }}
  linux BOND : SERVER {{ nic 0900 on ADMIN address ADMIN[16]; nic 0A00 on ADMIN bonded with 0900 }}
  linux "#ROUT@R" : SERVER {{
    nic 0600 on OFFICE address OFFICE[17]
    nic 7000 on DATABASE address DATABASE[17]
    forwards OFFICE, DATABASE
  }}
}}
site home {{
  machine CEC {{
    lpar VMPROD
    osa OSA0 carries OFFICE, OFFICE6 {{ devices 1000-100F }}
    osa OSA1 carries OFFICE, BACKUP {{ devices 1100-110F for VLAN }}
    osa OSA2 carries ADMIN {{ chpids 2; devices 1200-120F }}
    hipersockets HS0 carries DATABASE {{ frame 16 KiB; devices 2000-20FF }}
  }}
}}
recovery "matrix" {{
  site hotsite {{
    machine BIGBOX {{
      lpar VMPROD
      osa UPLINK carries OFFICE, OFFICE6 {{ devices 3000-300F }}
      osa TAGGED carries OFFICE, BACKUP {{ devices 3100-310F for VLAN }}
      osa PAIR carries ADMIN {{ chpids 2; devices 3200-320F }}
      hipersockets HS carries DATABASE {{ frame 16 KiB; devices 4000-40FF }}
    }}
  }}
}}
)";

constexpr const char* kPage = R"(# Linux: what the real readers accepted

Each cell is a guest that was built for the distribution. Its files were given to the programs that read them there (in the
versions of Debian 12); those in the cell accepted them, and what they say that they understood is what the spec says: devices
and their layers, addresses, MTUs, routes, VLANs, ports of bonds, name servers, forwarding. `./dev docs` writes this page from a
run, and a test compares it with another.

| reader | reads |
| --- | --- |
| `chzdev` | the import file of devices (s390-tools) |
| `getent` | `/etc/hosts`, through the C library |
| `ifup` | `/etc/network/interfaces.d` (ifupdown) |
| `ip` | `route-` and `route6-` files, with the guest's interfaces and addresses |
| `netplan` | `/etc/netplan` |
| `nmcli` | keyfiles of NetworkManager |
| `shell` | files that a shell sources: `ifcfg-`, `hwcfg-` and others |
| `sysctl` | `/etc/sysctl.d` |
| `systemd-networkd` | `/etc/systemd/network` |
| `udevadm` | rules of udev |

Files whose readers can't be asked here (`ifroute-`, `routes`, `resolv.conf`) are compared with the spec alone. A number stands
for what the files of a distribution can't say: below is what the README of the guest tells of it.

| |)";

std::string NameOf(Names names, const std::string& device) {
  std::string lower = device;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  switch (names) {
    case Names::kConfiguration:
      return "qeth-bus-ccw-0.0." + lower;
    case Names::kEth:
      return device == "7000" ? "hsi0" : device == "0A00" ? "eth1" : "eth0";
    case Names::kEnccw:
      return "enccw0.0." + lower;
    case Names::kEnc:
      return "enc" + lower.substr(lower.find_first_not_of('0'));
  }
  return {};
}

std::string VlanOf(const Distribution& distribution) {
  return distribution.plain_vlans ? "vlan120" : NameOf(distribution.names, "0600") + ".120";
}

Facts Expected(const Distribution& distribution, const Feature& feature) {
  Facts facts;
  for (std::string fact : feature.facts) {
    const auto put = [&](const std::string& sign, const std::string& name) {
      for (std::size_t at = 0; (at = fact.find(sign)) != std::string::npos;) fact.replace(at, sign.size(), name);
    };
    for (const char* device : {"0600", "7000", "0900", "0A00"})
      put(fmt::format("<{}>", device), NameOf(distribution.names, device));
    put("<vlan>", VlanOf(distribution));
    put("<own>", distribution.names == Names::kConfiguration ? "0" : "1");
    facts.insert(fact);
  }
  return facts;
}

Files FilesOf(const Scratch& scratch, const std::string& guest) {
  const std::string root = scratch / ("out/linux/" + guest);
  Files files;
  for (const auto& path : harness::FilesUnder(root, ""))
    files[path.lexically_relative(root).string()] = harness::ReadBytes(path);
  return files;
}

/// Files that a reader takes together are one text here: of the same reader, whose files name each other.
std::map<std::string, Files> Together(const Files& files) {
  std::map<std::string, Files> groups;
  for (const auto& [path, text] : files) {
    std::string group = path;
    for (const char* folder : {"etc/netplan/", "etc/systemd/network/", "etc/network/"}) {
      if (path.starts_with(folder)) group = folder;
    }
    groups[group][path] = text;
  }
  return groups;
}

Reading ReadGroup(const std::string& group, const Files& files) {
  if (group == "etc/netplan/") return ReadNetplan(files);
  if (group == "etc/network/") return ReadInterfaces(files);
  if (group != "etc/systemd/network/") return Read(group, files.begin()->second);
  Reading reading = ReadNetworkd(files);
  for (const auto& [path, text] : files) reading.understood += text;  // it took them and says nothing more
  return reading;
}

/// Route files are arguments of `ip route add`: given to it where the interfaces have their addresses.
void ReadRouteFiles(const Files& files, Cell& cell) {
  std::multimap<std::string, std::string> addresses;
  for (const std::string& fact : cell.understood) {
    const std::size_t at = fact.find(" address ");
    if (at != std::string::npos) addresses.emplace(fact.substr(0, at), fact.substr(at + 9));
  }
  for (const auto& [path, text] : files) {
    if (!path.starts_with("etc/sysconfig/network-scripts/route")) continue;
    const Reading reading = ReadRoutes(text, addresses);
    if (!reading.accepted()) cell.problems += path + ": " + reading.complaints + "\n";
    cell.readers.insert("ip");
  }
}

/// The sentences of a README that begin with NOT WRITTEN, each in one line.
std::string Unwritten(const std::string& readme) {
  constexpr std::string_view kMark = "- NOT WRITTEN: ";
  std::string sentences;
  bool within = false;
  for (const std::string& line : Lines(readme)) {
    const std::size_t first = line.find_first_not_of(' ');
    const bool begins = first != std::string::npos && line.compare(first, kMark.size(), kMark) == 0;
    within = begins || (within && line.starts_with("    "));
    if (within) sentences += (sentences.empty() ? "" : " ") + line.substr(begins ? first + kMark.size() : first);
  }
  return sentences;
}

Cell ReadCell(const Distribution& distribution, const Feature& feature, const Files& files) {
  Cell cell;
  cell.expected = Expected(distribution, feature);
  if (cell.expected.erase(distribution.lacks) > 0) cell.lacking = distribution.lacks;
  if (files.empty()) cell.problems = "no files\n";
  if (const auto readme = files.find("README.txt"); readme != files.end()) cell.unwritten = Unwritten(readme->second);
  for (const auto& [group, members] : Together(files)) {
    const Reading reading = ReadGroup(group, members);
    if (!reading.accepted()) cell.problems += fmt::format("{}: {}: {}\n", group, reading.exit_code, reading.complaints);
    for (const std::string& fact : FactsOf(group, reading)) cell.understood.insert(fact);
    const std::string reader = ReaderOf(group);
    if (!reader.empty() && reading.accepted()) cell.readers.insert(reader);
  }
  ReadRouteFiles(files, cell);
  // What a network of this size has anyway, so that it may be said or not.
  std::erase_if(cell.understood, [](const std::string& fact) { return fact.ends_with(" mtu 1500"); });
  return cell;
}

}  // namespace

const std::vector<Distribution>& Distributions() {
  static const std::vector<Distribution> all = {
      {"sles_10_sp4", "SLES 10 SP4", Names::kConfiguration, true},
      {"sles_11_sp4", "SLES 11 SP4", Names::kEth, true},
      {"sles_12_sp5", "SLES 12 SP5", Names::kEth},
      {"sles_15_sp6", "SLES 15 SP6", Names::kEth},
      {"sles_16", "SLES 16.0", Names::kEnc},
      {"rhel_5", "RHEL 5", Names::kEth},
      {"rhel_6", "RHEL 6", Names::kEth},
      {"rhel_7", "RHEL 7", Names::kEnccw, true},
      {"rhel_8", "RHEL 8", Names::kEnc},
      {"rhel_9", "RHEL 9", Names::kEnc},
      {"rhel_10", "RHEL 10", Names::kEnc},
      {"ubuntu_16_04", "Ubuntu 16.04", Names::kEnc, false, "device 0.0.7000 route4=primary_connector"},
      {"ubuntu_18_04", "Ubuntu 18.04", Names::kEnc},
      {"ubuntu_24_04", "Ubuntu 24.04", Names::kEnc},
      {"debian_12", "Debian 12", Names::kEnc},
      {"with_networkd", "systemd-networkd", Names::kEnc},
  };
  return all;
}

const std::vector<Feature>& Features() {
  static const std::string osa = "device 0.0.0600,0.0.0601,0.0.0602 layer2=1";
  static const std::string hipersockets = "device 0.0.7000,0.0.7001,0.0.7002 layer2=0";
  static const std::string gateway = "route default via 10.20.1.1";
  static const std::string dns = "dns 10.20.1.53", dns2 = "dns 10.20.1.54", search = "search dr.example.com";
  static const std::vector<Feature> all = {
      {"OS$A", "OSA, layer 2", {osa, "<0600> address 10.20.1.11/24", gateway, dns, dns2, search}},
      {"HIPER",
       "HiperSockets, layer 3",
       {hipersockets, "<7000> address 10.99.0.12/24", "<7000> mtu 8192", "route 10.88.0.0/16 via 10.99.0.1"}},
      {"VLAN",
       "VLAN",
       {"device 0.0.0600,0.0.0601,0.0.0602 layer2=<own>", "<0600> address 10.20.1.13/24", gateway, dns, dns2, search,
        "<vlan> vlan 120 on <0600>", "<vlan> address 10.20.120.13/24"}},
      {"IPV6",
       "IPv6",
       {osa, "<0600> address 10.20.1.14/24", "<0600> address 2001:db8:20:1::14/64", gateway, dns, dns2, search,
        "route default via 2001:db8:20:1::1"}},
      {"ROUTE",
       "static route",
       {osa, "<0600> address 10.20.1.15/24", gateway, dns, dns2, search, "route 172.16.0.0/16 via 10.20.1.254"}},
      {"BOND",
       "bond",
       {"device 0.0.0900,0.0.0901,0.0.0902 layer2=1", "device 0.0.0a00,0.0.0a01,0.0.0a02 layer2=1",
        "bond0 address 10.20.2.16/24", "bond0 port <0900>", "bond0 port <0A00>"}},
      {"#ROUT@R",
       "router",
       {osa, hipersockets, "device 0.0.7000 route4=primary_connector", "<0600> address 10.20.1.17/24",
        "<7000> address 10.99.0.17/24", "<7000> mtu 8192", gateway, dns, dns2, search, "forward4"}},
  };
  return all;
}

std::vector<Cell> RunRow(const Distribution& distribution) {
  const Scratch scratch;
  scratch.Write("matrix.dr", fmt::format(fmt::runtime(kSpec), distribution.name));
  const acceptance::RunResult built = acceptance::Run(
      scratch, fmt::format("cd {} && hotsite build matrix.dr -o out --only linux", acceptance::Quoted(scratch / "")));
  std::vector<Cell> cells;
  for (const Feature& feature : Features()) {
    cells.push_back(ReadCell(distribution, feature, built.exit_code == 0 ? FilesOf(scratch, feature.guest) : Files{}));
    if (built.exit_code != 0) cells.back().problems = built.err;
  }
  return cells;
}

std::vector<std::vector<Cell>> RunAll() {
  std::vector<std::vector<Cell>> rows;
  for (const Distribution& distribution : Distributions()) rows.push_back(RunRow(distribution));
  return rows;
}

std::string MatrixPage(const std::vector<std::vector<Cell>>& rows) {
  std::string page = kPage;
  std::string notes;
  std::size_t count = 0;
  std::string line = "| --- |";
  for (const Feature& feature : Features()) {
    page += " " + feature.title + " |";
    line += " --- |";
  }
  page += "\n" + line + "\n";
  for (std::size_t row = 0; row < rows.size(); ++row) {
    page += "| " + Distributions()[row].title + " |";
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const Cell& cell = rows[row][column];
      if (!cell.accepted()) {
        page += " **refused** |";
      } else if (cell.lacking.empty()) {
        page += fmt::format(" {} |", fmt::join(cell.readers, ", "));
      } else {
        page += fmt::format(" not possible ({}) |", ++count);
        notes += fmt::format("{}. {}, {}: {}\n", count, Distributions()[row].title, Features()[column].title,
                             cell.unwritten);
      }
    }
    page += "\n";
  }
  return notes.empty() ? page : page + "\n" + notes;
}

}  // namespace hotsite::readers
