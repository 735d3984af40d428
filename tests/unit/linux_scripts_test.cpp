// apply.sh and revert.sh, run in a scratch tree: they do what the README says, twice is once, the wrong guest is
// refused, and afterwards the tree is as it was.
#include <catch2/catch.hpp>

#include "backends/linux/linux.h"
#include "tests/unit/host_model.h"
#include "tests/unit/scratch.h"
#include "tests/unit/shell_run.h"

namespace {

using namespace hotsite;
using hotsite::testing::RunBash;
using hotsite::testing::SmallShop;

constexpr const char* kHomeInterface =
    "BOOTPROTO='static'\nIPADDR='10.20.30.30'\nUNIQUE='rBUF.iOhR0sbO'\n_nm_name='qeth-bus-ccw-0.0.0800'\n";
constexpr const char* kHomeHosts =
    "# ours\n127.0.0.1 localhost\n10.20.30.30\tlnxrtr.example.com lnxrtr gw2db\n10.20.30.3 mail\n";
constexpr const char* kInterface = "root/etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800";

/// The router's folder after OFFICE was readdressed, and a small tree of the running system.
struct Rehearsal {
  Scratch scratch;

  Rehearsal() {
    SmallShop shop;
    shop.Readdress(shop.hotsite, shop.office, "10.99.30.0/24");
    for (const auto& [path, artifact] : shop.Run(backends::linux_guest::kBackend)) {
      if (path.starts_with("linux/LNXRTR/")) scratch.Write(path, artifact.text);
    }
    scratch.Write("root/proc/sysinfo", "LPAR Name:            VMPROD\nVM00 Name:            LNXRTR  \n");
    scratch.Write("root/etc/HOSTNAME", "lnxrtr.example.com\n");
    scratch.Write("root/etc/hosts", kHomeHosts);
    scratch.Write("root/etc/sysconfig/network/routes", "default 10.20.30.1 - -\n");
    scratch.Write(kInterface, kHomeInterface);
  }

  std::string Run(const std::string& script) {
    return RunBash("ROOT=" + (scratch / "root") + " bash " + (scratch / ("linux/LNXRTR/" + script)));
  }
  std::string Read(const std::string& path) { return RunBash("cat " + (scratch / path)); }
};

TEST_CASE("linux: both scripts are shell") {
  Rehearsal rehearsal;
  CHECK(RunBash("bash -n " + (rehearsal.scratch / "linux/LNXRTR/apply.sh")).empty());
  CHECK(RunBash("bash -n " + (rehearsal.scratch / "linux/LNXRTR/revert.sh")).empty());
}

TEST_CASE("linux: apply puts the files in place and keeps the home ones; revert brings them back") {
  Rehearsal rehearsal;
  const std::string before = rehearsal.scratch.Tree("root/etc");
  CHECK(rehearsal.Run("apply.sh") ==
        "written: /etc/sysconfig/network/routes\nwritten: /etc/resolv.conf\n"
        "written: /etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800\nwritten: /etc/hosts\n"
        "LNXRTR: done; the home files are kept in " +
            (rehearsal.scratch / "root/var/lib/hotsite/LNXRTR\n"));
  CHECK(rehearsal.Read("root/etc/hosts") ==
        "# ours\n127.0.0.1 localhost\n10.99.30.30\tlnxrtr.example.com lnxrtr gw2db\n10.20.30.3 mail\n"
        "::1 localhost\n192.168.30.1 lnxrtr.example.com lnxrtr\n192.168.40.1 lnxrtr.example.com lnxrtr\n");
  CHECK(rehearsal.Read(kInterface) ==
        "BOOTPROTO='static'\nSTARTMODE='onboot'\nIPADDR='10.99.30.30'\nNETMASK='255.255.255.0'\nNETWORK='10.99.30.0'\n"
        "BROADCAST='10.99.30.255'\nMTU=''\nREMOTE_IPADDR=''\nUSERCONTROL='no'\n_nm_name='qeth-bus-ccw-0.0.0800'\n"
        "UNIQUE='rBUF.iOhR0sbO'\n");
  CHECK(rehearsal.Read("root/etc/resolv.conf") == "search example.com\nnameserver 10.99.30.5\n");

  const std::string after = rehearsal.scratch.Tree("root");
  CHECK(rehearsal.Run("apply.sh").substr(0, 13) == "already there");
  CHECK(rehearsal.scratch.Tree("root") == after);

  CHECK(rehearsal.Run("revert.sh") ==
        "brought back: /etc/sysconfig/network/routes\ntaken away: /etc/resolv.conf\n"
        "brought back: /etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800\nbrought back: /etc/hosts\n"
        "LNXRTR: done; the home files are in place\n");
  CHECK(rehearsal.scratch.Tree("root/etc") == before);
  CHECK(rehearsal.Run("revert.sh") == "LNXRTR: apply.sh has not been run here: nothing to bring back\n[1]");
}

TEST_CASE("linux: the wrong system is refused and nothing changes") {
  Rehearsal rehearsal;
  rehearsal.scratch.Write("root/proc/sysinfo", "VM00 Name:            LNXWAS1 \n");
  const std::string before = rehearsal.scratch.Tree("root");
  CHECK(rehearsal.Run("apply.sh") == "LNXRTR: this is LNXWAS1: nothing was changed\n[1]");
  CHECK(rehearsal.Run("revert.sh") == "LNXRTR: this is LNXWAS1: nothing was changed\n[1]");
  CHECK(rehearsal.scratch.Tree("root") == before);

  // In a partition there is no VM00: the host name decides.
  rehearsal.scratch.Write("root/proc/sysinfo", "LPAR Name:            LNXRTR\n");
  rehearsal.scratch.Write("root/etc/HOSTNAME", "other.example.com\n");
  CHECK(rehearsal.Run("apply.sh") == "LNXRTR: this is other: nothing was changed\n[1]");
}

TEST_CASE("linux: a home file of another name, a missing file of ours, a symbolic link: refused") {
  Rehearsal renamed;
  RunBash("mv " + (renamed.scratch / kInterface) + " " +
          (renamed.scratch / "root/etc/sysconfig/network/ifcfg-qeth-id-02:00"));
  const std::string before = renamed.scratch.Tree("root");
  CHECK(renamed.Run("apply.sh") ==
        "LNXRTR: /etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800 isn't there, so its home file has another name: "
        "change that "
        "one by hand; nothing was changed\n[1]");
  CHECK(renamed.scratch.Tree("root") == before);

  Rehearsal incomplete;
  RunBash("rm " + (incomplete.scratch / "linux/LNXRTR/etc/resolv.conf"));
  CHECK(incomplete.Run("apply.sh") ==
        "LNXRTR: etc/resolv.conf is missing beside this script: nothing was changed\n[1]");

  Rehearsal linked;
  RunBash("ln -s /run/resolv.conf " + (linked.scratch / "root/etc/resolv.conf"));
  CHECK(linked.Run("apply.sh") == "LNXRTR: /etc/resolv.conf is a symbolic link: change it by hand\n[1]");
  CHECK(linked.Read("root/etc/hosts") == kHomeHosts);
}

TEST_CASE("linux: no script where none is needed or none could be trusted") {
  SmallShop same;
  CHECK(same.Run(backends::linux_guest::kBackend).count("linux/LNXRTR/apply.sh") == 0);

  // Two networks that swap their subnets: a second run would swap the addresses of /etc/hosts back.
  SmallShop swapped;
  swapped.Readdress(swapped.hotsite, swapped.inside, "192.168.40.0/24");
  swapped.Readdress(swapped.hotsite, swapped.database, "192.168.30.0/24");
  const auto files = swapped.Run(backends::linux_guest::kBackend);
  CHECK(files.count("linux/LNXRTR/apply.sh") == 0);
  CHECK(files.count("linux/LNXWAS1/apply.sh") == 1);
}

}  // namespace
