#include "tests/unit/random_spec.h"

#include <fmt/format.h>

#include <random>
#include <span>
#include <string_view>
#include <vector>

namespace hotsite {
namespace {

/// What goes together in one year: a machine, and what runs on it.
struct Era {
  std::string_view machine;
  std::vector<std::string_view> releases;
  std::vector<std::string_view> distributions;
};

const Era kEras[] = {
    {"z10_ec",
     {"zvm_5_3", "zvm_5_4"},
     {"sles_9", "sles_10", "sles_10_sp1", "sles_10_sp2", "sles_10_sp3", "sles_10_sp4", "sles_11", "sles_11_sp3",
      "rhel_4", "rhel_5", "rhel_6"}},
    {"zec12",
     {"zvm_6_2", "zvm_6_3", "zvm_6_4"},
     {"sles_11_sp3", "sles_11_sp4", "sles_12_sp5", "sles_15_sp4", "rhel_6", "rhel_7", "ubuntu_16_04", "ubuntu_18_04",
      "ubuntu_20_04", "debian_10", "debian_11", "debian_12", "debian_13"}},
    {"z16_a01",
     {"zvm_7_2", "zvm_7_3", "zvm_7_4"},
     {"sles_12_sp5", "sles_15_sp4", "sles_15_sp5", "sles_15_sp6", "sles_15_sp7", "sles_16", "rhel_7", "rhel_8",
      "rhel_9", "rhel_10", "ubuntu_20_04", "ubuntu_22_04", "ubuntu_24_04", "debian_12", "debian_13"}},
};

class Shop {
 public:
  explicit Shop(std::uint32_t seed) : random_(seed), era_(kEras[Below(std::size(kEras))]) {
    dual_ = Chance(2);
    vlan_ = Chance(2);
    trunk_ = vlan_ && Chance(2);
    inside_ = Chance(2);
    core_ = Chance(2);
    scsi_ = Chance(3);
    partition_ = Chance(2);
    kvm_ = Chance(3) && era_.machine == "z16_a01";
    ssi_ = Chance(3) && era_.releases.front() != "zvm_5_3";
    vendor_ = Chance(3);
    ethernet_ = trunk_ || dual_ || Chance(2);
    hosts_ = ssi_ ? 2 : 1 + Below(2);
    release_ = Pick(era_.releases);
  }

  std::string Write() {
    Line("hotsite 1");
    for (const char* part : {"machines", "zvm", "linux", "dasd"}) Line(fmt::format("use std.{}", part));
    WriteNetworks();
    if (core_) WriteZos();
    for (unsigned host = 1; host <= hosts_; ++host) WriteHost(host);
    if (ssi_) WriteCluster();
    if (partition_) WritePartitionLinux();
    if (kvm_) WriteKvm();
    WriteHome();
    WriteRecovery();
    return std::move(text_);
  }

 private:
  // The distributions of the standard library would differ between implementations.
  unsigned Below(std::size_t limit) { return static_cast<unsigned>(random_() % limit); }
  bool Chance(std::size_t of) { return Below(of) == 0; }
  std::string_view Pick(const std::vector<std::string_view>& from) { return from[Below(from.size())]; }
  void Line(std::string_view line) { (text_ += line) += '\n'; }

  std::string Vlan(unsigned id) const { return vlan_ ? fmt::format("; vlan {}", id) : std::string(); }
  std::string Label() { return fmt::format("{:06X}", 0x100000 + ++volumes_); }

  void WriteNetworks() {
    Line(fmt::format("network OFFICE {{ subnet 10.20.30.0/24; gateway OFFICE[1]{}{}{} }}", Vlan(130),
                     Chance(2) ? "; dns OFFICE[5], OFFICE[6]; domain \"office.example\"" : "",
                     Chance(3) ? "; mtu 1492" : ""));
    if (dual_) Line(fmt::format("network OFFICE6 {{ subnet 2001:db8:30::/64; gateway OFFICE6[1]{} }}", Vlan(130)));
    if (trunk_) Line("network BACKUP { subnet 10.20.40.0/24; vlan 140 }");
    if (core_) Line("network CORE { subnet 192.168.40.0/24 }");
    if (partition_) Line("network ADMIN { subnet 10.20.50.0/24 }");
    for (unsigned host = 1; inside_ && host <= hosts_; ++host)
      Line(fmt::format("network INSIDE{0} {{ subnet 192.168.3{0}.0/24; gateway INSIDE{0}[1] }}", host));
  }

  std::string Carried() const { return fmt::format("OFFICE{}{}", dual_ ? ", OFFICE6" : "", trunk_ ? ", BACKUP" : ""); }

  /// A NIC on OFFICE and what lies over it.
  void OfficeNic(const char* device, bool all = true) {
    const unsigned index = ++addresses_;
    Line(fmt::format("    nic {} on OFFICE address OFFICE[{}]{}", device, index,
                     Chance(5) ? fmt::format(" mac 02:00:0A:00:{:02X}:{:02X}", index / 256, index % 256) : ""));
    if (dual_ && all) Line(fmt::format("    network OFFICE6 over {} address OFFICE6[{}]", device, index));
    if (trunk_ && all && Chance(2)) Line(fmt::format("    network BACKUP over {} address BACKUP[{}]", device, index));
  }

  void Share() {
    if (!Chance(3)) return;
    const char* limit = Chance(2) ? "" : Chance(2) ? " limit soft" : " limit hard";
    Line(Chance(2) ? fmt::format("    share relative {}{}", 50 * (1 + Below(8)), limit)
                   : fmt::format("    share absolute {}.{}%{}", Below(20), 1 + Below(9), limit));
  }

  void Body() {
    Line(fmt::format("    processors {}", 1 + Below(4)));
    Line(fmt::format("    memory {} MiB", 512 * (1 + Below(4))));
    if (Chance(2)) Line("    runs \"it's theirs & `ours`; $(x) */ %\"");
    Line(fmt::format("    disk 0201 3390_9 on \"{}\"", Label()));
    if (Chance(3)) Line(fmt::format("    disk 0202 3390_9 cylinders 1..5000 on \"{}\"", Label()));
    if (scsi_ && Chance(2)) Line("    fcp 1A00 wwpn 5005076300C20B8E lun 4010400000000000");
    Share();
  }

  void WriteRouter(unsigned host) {
    Line(fmt::format("  linux RTR{} : {} {{", host, Pick(era_.distributions)));
    Body();
    Line(fmt::format("    nic 0600 on INSIDE{0} address INSIDE{0}[1]", host));
    OfficeNic("0800");
    Line(fmt::format("    forwards INSIDE{}, OFFICE\n    start first\n  }}", host));
  }

  void WriteGuest(unsigned host, unsigned guest) {
    Line(fmt::format("  linux LNX{}{:02} : {} {{", host, guest, Pick(era_.distributions)));
    Body();
    const bool behind = inside_ && Chance(2);
    if (behind) {
      Line(fmt::format("    nic 0600 on INSIDE{0} address INSIDE{0}[{1}]", host, 10 + guest));
    } else {
      OfficeNic("0600");
      if (inside_ && Chance(2)) Line(fmt::format("    route INSIDE{} via OFFICE[{}]", host, routers_[host - 1]));
    }
    if (core_ && Chance(2)) Line(fmt::format("    nic 0700 on CORE address CORE[{}]", 20 * host + guest));
    if (guest > 1 && Chance(3)) Line(fmt::format("    start after LNX{}{:02}", host, guest - 1));
    Line("  }");
  }

  void WriteHost(unsigned host) {
    Line(fmt::format("zvm VM{} : {} {{\n  processors 4 IFL\n  memory 64 GiB", host, release_));
    Line(fmt::format("  volumes res VM{0}RES; volumes page VM{0}PG1, VM{0}PG2; volumes spool VM{0}SP1", host));
    if (Chance(3)) Line(fmt::format("  node NODE{}", host));
    if (Chance(2)) Line(fmt::format("  macprefix 020A{:02}", host));
    if (Chance(2)) Line(fmt::format("  tcpip TCPIP {{ nic 0900 on OFFICE address OFFICE[{}] }}", ++addresses_));
    Line(fmt::format("  vswitch VSW1 carries {} {{ transport {}{}{} }}", Carried(), ethernet_ ? "ethernet" : "ip",
                     !ethernet_ && inside_ ? "; router primary" : "", Chance(2) ? "; uplinks 2" : ""));
    if (inside_)
      Line(fmt::format("  guestlan GLAN{0} carries INSIDE{0} {{ type {1}; transport ip }}", host,
                       Chance(2) ? "qdio" : "hipers"));
    routers_.push_back(addresses_ + 1);
    if (inside_) WriteRouter(host);
    const unsigned guests = 1 + static_cast<unsigned>(Below(6));
    for (unsigned guest = 1; guest <= guests; ++guest) WriteGuest(host, guest);
    Line("}");
  }

  void WriteCluster() {
    Line("ssi BOTH {\n  members VM1, VM2\n  volumes pdr SSIPDR model 3390_9\n  volumes common SSICOM model 3390_9");
    Line(fmt::format("  linux LNXSSI : {} on VM2 {{", Pick(era_.distributions)));
    Body();
    OfficeNic("0600");
    Line("  }\n}");
  }

  void WriteZos() {
    Line("zos PRODA {\n  processors 2 CP\n  memory 16 GiB\n  volumes 20 3390_9");
    Line("  nic 7000 on CORE address CORE[10]");
    OfficeNic("1000", false);
    Line("}");
  }

  void WritePartitionLinux() {
    Line(fmt::format("linux LNXDB : {} {{\n  processors 2 IFL\n  memory 16 GiB", Pick(era_.distributions)));
    Line(fmt::format("    disk 0200 3390_9 on \"{}\"", Label()));
    Line("    nic 1000 on ADMIN address ADMIN[20]");
    if (Chance(2)) Line("    nic 1010 on ADMIN bonded with 1000");
    if (trunk_ && Chance(2)) Line("    network BACKUP over 1000 address BACKUP[240]");
    OfficeNic("1020");
    Line("}");
  }

  void WriteKvm() {
    Line(fmt::format("kvm KVM1 : {} {{\n  processors 2 IFL\n  memory 32 GiB", Pick(era_.distributions)));
    OfficeNic("1000");
    Line(fmt::format("  bridge br0 carries {} {{ type {} }}", Carried(), Chance(2) ? "bridge" : "openvswitch"));
    Line(fmt::format("  linux APP1 : {} {{", Pick(era_.distributions)));
    Line(fmt::format("    processors 1\n    memory 1 GiB\n    disk 0201 on \"{}\"", Label()));
    OfficeNic("0001");
    Line("  }\n}");
  }

  /// The systems with a partition, apart from the vendor's.
  std::vector<std::string> Partitions() const {
    std::vector<std::string> names;
    for (unsigned host = 1; host <= hosts_; ++host) names.push_back(fmt::format("VM{}", host));
    if (core_) names.emplace_back("PRODA");
    if (partition_) names.emplace_back("LNXDB");
    if (kvm_) names.emplace_back("KVM1");
    return names;
  }

  void WriteHome() {
    Line(fmt::format("site home {{\n  machine CEC : {} {{", era_.machine));
    for (const std::string& name : Partitions()) Line(fmt::format("    lpar {}", name));
    Line(fmt::format("    osa OSA0 carries {} {{ chpids 2; devices 1000-10FF }}",
                     Carried() + (partition_ ? ", ADMIN" : "")));
    if (core_) Line("    hipersockets HS0 carries CORE { frame 24 KiB; devices 7000-70FF }");
    if (scsi_) Line("    fcp SAN npiv { chpids 2; devices 1A00-1AFF }");
    Line("  }\n}");
  }

  void Readdress() {
    if (Chance(2)) {
      const std::string vlan = !vlan_ ? "" : Chance(2) ? "; vlan ?" : "; vlan 2130";
      const std::string subnet = Chance(3) ? "?" : "10.99.30.0/24";
      const std::string_view gateway = Chance(3) ? "; gateway ?; dns ?" : "";
      Line(fmt::format("    network OFFICE {{ subnet {}{}{} }}", subnet, gateway, vlan));
      if (dual_ && vlan_) Line(fmt::format("    network OFFICE6 {{ subnet 2001:db8:99::/64{} }}", vlan));
    }
    if (trunk_ && Chance(2)) Line(fmt::format("    network BACKUP {{ vlan {} }}", Chance(2) ? "?" : "2140"));
    if (core_ && Chance(2)) Line("    network CORE { subnet 192.168.99.0/24 }");
  }

  /// Of a carrier at the recovery site.
  std::string Devices(const std::vector<std::string>& systems, std::string_view range) {
    if (Chance(3)) return fmt::format("devices {}", range);
    return fmt::format("devices ? for {}", fmt::join(systems, ", "));
  }

  void WriteRecovery() {
    Line("recovery \"2026\" {\n  vendor \"A Vendor\"\n  site hotsite {");
    Readdress();
    Line(fmt::format("    machine BOX {{\n      model {}", Chance(2) ? "?" : era_.machine));
    std::vector<std::string> systems = Partitions();
    for (const std::string& name : systems)
      Line(fmt::format("      lpar {}{}", name, Chance(4) && name.starts_with("VM") ? " { autolog operator }" : ""));
    const bool at_vendors = vendor_ && !inside_ && !ssi_ && !core_ && !scsi_;
    if (at_vendors) {
      systems.emplace_back("VENDORVM");
      Line(fmt::format("      lpar FLOOR {{\n        zvm VENDORVM : {} {{", release_));
      Line(fmt::format("          vswitch VSW9 carries {} {{ transport {}; controllers ? }}", Carried(),
                       ethernet_ ? "ethernet" : "ip"));
      Line("          guest LNX101 from VM1\n        }\n      }");
    }
    Line(fmt::format("      osa UPLINK carries {} {{ chpids at least 2; {} }}",
                     Carried() + (partition_ ? ", ADMIN" : ""), Devices(systems, "0C00-0CFF")));
    if (core_)
      Line(
          fmt::format("      hipersockets HS carries CORE {{ frame 24 KiB; {} }}", Devices(Partitions(), "7100-71FF")));
    if (scsi_) Line(fmt::format("      fcp SAN npiv {{ chpids 2; {} }}", Devices(Partitions(), "1B00-1BFF")));
    Line("    }\n  }\n}");
  }

  std::mt19937 random_;
  const Era& era_;
  std::string text_;
  bool dual_, vlan_, trunk_, inside_, core_, scsi_, partition_, kvm_, ssi_, vendor_, ethernet_;
  unsigned hosts_ = 1;
  std::string_view release_;
  unsigned volumes_ = 0;
  unsigned addresses_ = 10;        // of OFFICE, used up to here
  std::vector<unsigned> routers_;  // by host: the router's address on OFFICE
};

}  // namespace

std::string RandomSpec(std::uint32_t seed) { return Shop(seed).Write(); }

}  // namespace hotsite
