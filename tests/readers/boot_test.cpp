// BOOT.txt where everything differs from home: its parameters are understood as the files of the same guest say.
#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"
#include "tests/readers/broken.h"
#include "tests/readers/facts.h"

namespace hotsite::readers {
namespace {

constexpr const char* kSpec = R"(hotsite 1
use std.machines
use std.zvm
use std.linux
network OFFICE { subnet 10.20.1.0/24; gateway OFFICE[1]; dns OFFICE[53], OFFICE[54]; domain "dr.example.com" }
network OFFICE6 { subnet 2001:db8:20:1::/64; gateway OFFICE6[1] }
network BACKUP { subnet 10.20.120.0/24; gateway BACKUP[1]; vlan 120 }
linux PLAIN : rhel_9 { nic 1000 on OFFICE address OFFICE[11] }
linux SIX : rhel_9 { nic 1000 on OFFICE6 address OFFICE6[20] }
linux BOND : rhel_9 { nic 1000 on OFFICE address OFFICE[12]; nic 1004 on OFFICE bonded with 1000 }
linux TAGGED : rhel_9 { nic 1100 on BACKUP address BACKUP[13] }
site home {
  machine CEC {
    lpar PLAIN; lpar SIX; lpar BOND; lpar TAGGED
    osa OSA0 carries OFFICE, OFFICE6 { chpids 2; devices 1000-100F }
    osa OSA1 carries BACKUP { devices 1100-110F }
  }
}
recovery "boot" {
  site hotsite {
    machine BIGBOX {
      lpar PLAIN; lpar SIX; lpar BOND; lpar TAGGED
      osa UPLINK carries OFFICE, OFFICE6 { chpids 2; devices 3000-300F }
      osa TRUNK carries BACKUP { devices 3100-310F }
    }
    network OFFICE { subnet 10.99.1.0/24; gateway OFFICE[1]; dns OFFICE[5], OFFICE[6] }
    network OFFICE6 { subnet 2001:db8:99:1::/64; gateway OFFICE6[1] }
    network BACKUP { subnet 10.99.120.0/24; gateway BACKUP[1]; vlan 120 }
  }
}
)";

Files FilesOf(const Scratch& scratch, const std::string& guest) {
  const std::string root = scratch / ("out/linux/" + guest);
  Files files;
  for (const auto& path : harness::FilesUnder(root, ""))
    files[path.lexically_relative(root).string()] = harness::ReadBytes(path);
  return files;
}

TEST_CASE("what BOOT.txt says is understood as the files of the guest are") {
  if (!Fetched()) return;
  const Scratch scratch;
  scratch.Write("boot.dr", kSpec);
  const acceptance::RunResult built = acceptance::Run(
      scratch, "cd " + acceptance::Quoted(scratch / "") + " && hotsite build boot.dr -o out --only linux");
  INFO(built.err);
  REQUIRE(built.exit_code == 0);
  const std::pair<const char*, Facts> guests[] = {
      {"PLAIN", {"enc3000 address 10.99.1.11/24", "device 0.0.3000,0.0.3001,0.0.3002 layer2=1", "dns 10.99.1.5"}},
      {"SIX", {"enc3000 address 2001:db8:99:1::14/64", "route default via 2001:db8:99:1::1"}},
      {"BOND", {"bond0 address 10.99.1.12/24", "bond0 port enc3000", "bond0 port enc3004"}},
      {"TAGGED", {"enc3100.120 vlan 120 on enc3100", "enc3100.120 address 10.99.120.13/24"}},
  };
  for (const auto& [guest, facts] : guests) {
    INFO(guest);
    const Files files = FilesOf(scratch, guest);
    REQUIRE(files.contains("BOOT.txt"));
    const Reading boot = ReadBoot(files.at("BOOT.txt"));
    CheckAccepted(boot);
    const Facts understood = FactsOf("BOOT.txt", boot);
    for (const std::string& fact : facts) {
      INFO(fact);
      CHECK(understood.contains(fact));
    }
    CHECK(OnlyInBoot(files, boot) == Facts{});
  }
  const std::string good = FilesOf(scratch, "PLAIN").at("BOOT.txt");
  CheckRefused(ReadBoot(Replaced(good, "       ip=10.99.1.11:", "       ip=10.99.1.911:")), "Invalid IP address");
  CheckRefused(ReadBoot(Replaced(good, "       ip=", "       ip=" + std::string(900, 'x'))), "exceeds the allowed");
}

}  // namespace
}  // namespace hotsite::readers
