// apply.sh and revert.sh, run in a scratch tree: they do what the README says, twice is once, the wrong system is
// refused, and afterwards the tree is as it was, byte for byte and mode for mode, also after they were killed.
#include <fmt/format.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "backends/linux/linux.h"
#include "backends/linux/scripts.h"
#include "tests/unit/host_model.h"
#include "tests/unit/scratch.h"
#include "tests/unit/shell_run.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using hotsite::testing::RunBash;
using hotsite::testing::SmallShop;
using Part = File::Part;

constexpr const char* kHomeInterface =
    "BOOTPROTO='static'\nIPADDR='10.20.30.30'\nUNIQUE='rBUF.iOhR0sbO'\n_nm_name='qeth-bus-ccw-0.0.0800'\n";
constexpr const char* kHomeHosts =
    "# ours\n127.0.0.1 localhost\n10.20.30.30\tlnxrtr.example.com lnxrtr gw2db\n10.20.30.3 mail\n";
constexpr const char* kInterface = "root/etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800";

/// A folder with scripts and files, and a small tree of the running system in `root`.
struct Rehearsal {
  Scratch scratch;
  std::string folder = "linux/LNXRTR";

  std::string Run(const std::string& script) {
    return RunBash("ROOT=" + (scratch / "root") + " bash " + (scratch / (folder + "/" + script)));
  }
  std::string Read(const std::string& path) { return RunBash("cat " + (scratch / path)); }
  /// Names, modes, links and contents of everything in `root` but what apply.sh keeps.
  std::string Tree(const std::string& below = "root") {
    return RunBash("cd " + (scratch / below) +
                   " && find . -path ./var/lib/hotsite -prune -o -printf '%p %m %l\\n' | sort &&"
                   " find . -path ./var/lib/hotsite -prune -o -type f -print | sort | xargs sha256sum");
  }
};

/// The router's folder after OFFICE was readdressed.
struct RouterRehearsal : Rehearsal {
  RouterRehearsal() {
    SmallShop shop;
    shop.Readdress(shop.hotsite, shop.office, "10.99.30.0/24");
    for (const auto& [path, artifact] : shop.Run(kBackend)) {
      if (path.starts_with("linux/LNXRTR/")) scratch.Write(path, artifact.text);
    }
    scratch.Write("root/proc/sysinfo", "LPAR Name:            VMPROD\nVM00 Name:            LNXRTR  \n");
    scratch.Write("root/etc/HOSTNAME", "lnxrtr.example.com\n");
    scratch.Write("root/etc/hosts", kHomeHosts);
    scratch.Write("root/etc/sysconfig/network/routes", "default 10.20.30.1 - -\n");
    scratch.Write("root/var/lib/placeholder", "");
    scratch.Write(kInterface, kHomeInterface);
    for (const char* device : {"0600", "0700"}) {
      scratch.Write(std::string("root/etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.") + device, "IPADDR='home'\n");
    }
  }
};

/// A system whose files are of every kind: whole and secret, keys, lines, names, in a new folder, only at home.
struct MixedRehearsal : Rehearsal {
  HostPlan home, here;
  std::vector<File> home_files, files;
  Writer writer{model::NetworkFiles::kIfcfg,
                nullptr,
                [](const HostPlan&) { return Commands{{}, {}, {}, {}, {"wicked ifreload all"}}; },
                {"etc/net/if-*"},
                {}};

  MixedRehearsal() {
    folder = "mixed";
    here.system = home.system = "LNX1";
    here.host_name = home.host_name = "lnx1";
    here.domain = "dr.example.com";
    home.domain = "example.com";
    AddFace(home, "10.0.0.1", "2001:db8::1");
    AddFace(here, "10.9.0.1", "2001:db8:9::1");
    AddFace(home, "10.0.7.7", "2001:db8:7::7");
    home.interfaces.back().networks = {"GONE"};
    home_files = {{"etc/net/if-600", "home\n", {}},
                  {"etc/net/if-c10", "only at home\n", {}},
                  {"etc/config", "DNS='10.0.0.53'\nDOMAIN='example.com'\n", {}, Part::kKeys},
                  {"boot/devices", "0.0.0600\n0.0.0c10\n", {}, Part::kLines},
                  {"etc/hosts", "10.0.0.1 lnx1.example.com lnx1\n", {}, Part::kLines}};
    files = {{"etc/net/if-600", "here\n", {}, Part::kWhole, 0600},
             {"etc/new/deep/file.conf", "new\n", {}},
             {"etc/config", "DNS='10.9.0.53'\nSEARCH='dr.example.com'\n", {}, Part::kKeys},
             {"boot/devices", "0.0.0600\n0.0.0a00\n", {}, Part::kLines},
             {"etc/hosts",
              "127.0.0.1 localhost\n10.9.0.1 lnx1.dr.example.com lnx1\n2001:db8:9::1 lnx1.dr.example.com lnx1\n",
              {},
              Part::kLines}};
    scratch.Write("root/proc/sysinfo", "LPAR Name:            PRODLX\n");
    scratch.Write("root/etc/hostname", "lnx1\n");
    scratch.Write("root/etc/net/if-600", "home\n");
    scratch.Write("root/etc/net/if-c10", "only at home\n");
    scratch.Write("root/etc/net/if-left over", "of an earlier time\n");
    scratch.Write("root/etc/net/ifcfg-lo", "loopback\n");
    scratch.Write("root/etc/config", "# kept\nDNS=\"old\"\nX='1'\n DNS='twice'\nDOMAIN='example.com'\nlast=yes");
    scratch.Write("root/boot/devices", "# disks\n0.0.0200\n0.0.0600\n0.0.0c10\n");
    scratch.Write("root/etc/hosts",
                  "10.0.0.1 lnx1.example.com  lnx1 alias\n10.0.7.7 lnx1.example.com\n#10.0.0.1 x\n10.0.0.2 "
                  "other.lnx1.example.com\n");
    scratch.Write("root/var/lib/placeholder", "");
    chmod((scratch / "root/etc/config").c_str(), 0640);
    Build();
  }

  static void AddFace(HostPlan& plan, const char* v4, const char* v6) {
    Interface face;
    face.networks = {"LAN"};
    face.addresses = {{*IpAddress::Parse(v4), *Subnet::Parse("10.0.0.0/24")},
                      {*IpAddress::Parse(v6), *Subnet::Parse("2001:db8::/64")}};
    plan.interfaces.push_back(std::move(face));
  }
  Scripts Plan() {
    const std::vector<Difference> differences = Compare(home_files, files);
    return PlanScripts({&home, here, home_files, files, differences, writer, "hotsite", {"PRODLX", "LNXA"}});
  }
  void Build() {
    const Scripts scripts = Plan();
    REQUIRE(scripts.plan);
    scratch.Write("mixed/apply.sh", WriteApplyScript(*scripts.plan));
    scratch.Write("mixed/revert.sh", WriteRevertScript(*scripts.plan));
    for (const File& file : files) scratch.Write("mixed/" + file.path, file.text);
  }
};

TEST_CASE("linux scripts: both are shell") {
  RouterRehearsal rehearsal;
  CHECK(RunBash("bash -n " + (rehearsal.scratch / "linux/LNXRTR/apply.sh")).empty());
  CHECK(RunBash("bash -n " + (rehearsal.scratch / "linux/LNXRTR/revert.sh")).empty());
}

TEST_CASE("linux scripts: apply puts the files in place and keeps the home ones; revert brings them back") {
  RouterRehearsal rehearsal;
  const std::string before = rehearsal.Tree();
  const std::string said = rehearsal.Run("apply.sh");
  // All of ours: that home's are the same is what the spec says, not what the disk has.
  std::string expected;
  for (const char* device : {"0600", "0700", "0800"}) {
    for (const char* file : {"hardware/hwcfg", "network/ifcfg"})
      expected += fmt::format("written: /etc/sysconfig/{}-qeth-bus-ccw-0.0.{}\n", file, device);
  }
  CHECK(said ==
        expected +
            "written: /etc/sysconfig/network/routes\nwritten: /etc/hosts\nwritten: /etc/resolv.conf\n"
            "written: /etc/sysconfig/sysctl\n"
            "LNXRTR: done; the home files are kept in " +
            (rehearsal.scratch / "root/var/lib/hotsite/LNXRTR") +
            "\nNow, if it looks right (see README.txt):\n  hwup qeth-bus-ccw-0.0.0600\n  hwup qeth-bus-ccw-0.0.0700\n"
            "  hwup qeth-bus-ccw-0.0.0800\n  rcnetwork restart\n");
  CHECK(rehearsal.Read("root/etc/hosts") ==
        "# ours\n127.0.0.1 localhost\n10.99.30.30\tlnxrtr.example.com lnxrtr gw2db\n10.20.30.3 mail\n"
        "::1 localhost\n192.168.30.1 lnxrtr.example.com lnxrtr\n192.168.40.1 lnxrtr.example.com lnxrtr\n");
  CHECK(rehearsal.Read(kInterface) ==
        "BOOTPROTO='static'\nSTARTMODE='onboot'\nIPADDR='10.99.30.30'\nNETMASK='255.255.255.0'\nNETWORK='10.99.30.0'\n"
        "BROADCAST='10.99.30.255'\nMTU=''\nREMOTE_IPADDR=''\nUSERCONTROL='no'\n_nm_name='qeth-bus-ccw-0.0.0800'\n"
        "UNIQUE='rBUF.iOhR0sbO'\n");
  CHECK(rehearsal.Read("root/etc/resolv.conf") == "search example.com\nnameserver 10.99.30.5\n");

  const std::string after = rehearsal.Tree();
  CHECK(rehearsal.Run("apply.sh").find("written") == std::string::npos);
  CHECK(rehearsal.Tree() == after);

  const std::string back = rehearsal.Run("revert.sh");
  for (const char* line :
       {"taken away: /etc/resolv.conf\n", "brought back: /etc/hosts\n",
        "brought back: /etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800\n",
        "brought back: /etc/sysconfig/network/routes\n", "LNXRTR: done; the home files are in place\n"})
    CHECK(back.find(line) != std::string::npos);
  CHECK(rehearsal.Tree() == before);
  CHECK(rehearsal.Run("revert.sh") ==
        "LNXRTR: nothing to bring back: apply.sh has not been run here, or all is back\n");
}

TEST_CASE("linux scripts: keys, lines, names, modes, and files that configure the same") {
  MixedRehearsal rehearsal;
  const std::string before = rehearsal.Tree();
  CHECK(rehearsal.Run("apply.sh") ==
        "taken away (kept): /etc/net/if-c10\ntaken away (kept): /etc/net/if-left over\n"
        "written: /etc/net/if-600\nwritten: /etc/new/deep/file.conf\nwritten: /etc/config\nwritten: /boot/devices\n"
        "written: /etc/hosts\nLNX1: done; the home files are kept in " +
            (rehearsal.scratch / "root/var/lib/hotsite/LNX1") +
            "\nNow, if it looks right (see README.txt):\n  wicked ifreload all\n");
  CHECK(rehearsal.Read("root/etc/config") == "# kept\nDNS='10.9.0.53'\nX='1'\nlast=yes\nSEARCH='dr.example.com'\n");
  CHECK(rehearsal.Read("root/boot/devices") == "# disks\n0.0.0200\n0.0.0600\n0.0.0a00\n");
  CHECK(rehearsal.Read("root/etc/hosts") ==
        "10.9.0.1 lnx1.dr.example.com  lnx1 alias\n#10.0.0.1 x\n10.0.0.2 other.lnx1.example.com\n"
        "127.0.0.1 localhost\n2001:db8:9::1 lnx1.dr.example.com lnx1\n");
  CHECK(RunBash("cd " + (rehearsal.scratch / "root/etc") + " && stat -c '%a %n' config net/* new/deep/file.conf") ==
        "640 config\n600 net/if-600\n644 net/ifcfg-lo\n644 new/deep/file.conf\n");
  const std::string after = rehearsal.Tree();
  CHECK(rehearsal.Run("apply.sh").find("written") == std::string::npos);
  CHECK(rehearsal.Tree() == after);
  CHECK(rehearsal.Run("revert.sh").find("LNX1: done") != std::string::npos);
  CHECK(rehearsal.Tree() == before);
  CHECK(RunBash("ls " + (rehearsal.scratch / "root/var/lib")) == "placeholder\n");
}

/// The router's home tree as the writer of a kind of distribution has it, and files left of an earlier time.
struct WriterRehearsal : Rehearsal {
  std::vector<File> home_files;
  std::vector<std::string> leftovers;

  WriterRehearsal(model::NetworkFiles files, model::DeviceFiles devices) {
    SmallShop shop;
    model::Distribution& distribution = shop.model.distributions.front();
    distribution.network_files.value = {files, {}};
    distribution.device_files.value = {devices, {}};
    shop.Readdress(shop.hotsite, shop.office, "10.99.30.0/24");
    for (const auto& [path, artifact] : shop.Run(kBackend)) {
      if (path.starts_with("linux/LNXRTR/")) scratch.Write(path, artifact.text);
    }
    const backends::BuildInput input = shop.Input();
    const Writer* writer = FindWriter(shop.model, shop.model.at(shop.router));
    REQUIRE(writer != nullptr);
    home_files = writer->write(PlanHost(input, *shop.model.Find(shop.home, shop.router)));
    for (const File& file : home_files) Add(file.path, file.text, file.mode);
    for (std::string pattern : writer->replaces) {
      if (pattern.find('*') == std::string::npos || pattern.find('[') != std::string::npos) continue;
      leftovers.push_back(pattern.replace(pattern.find('*'), 1, "left0"));
      Add(leftovers.back(), "of an earlier time\n", 0600);
    }
    scratch.Write("root/proc/sysinfo", "VM00 Name:            LNXRTR  \n");
    scratch.Write("root/var/lib/placeholder", "");
  }
  void Add(const std::string& path, const std::string& text, unsigned mode) {
    scratch.Write("root/" + path, text);
    chmod((scratch / ("root/" + path)).c_str(), mode);
  }
};

TEST_CASE("linux scripts: for every writer, the home tree becomes this site's and comes back") {
  using enum model::NetworkFiles;
  using enum model::DeviceFiles;
  for (const auto& [files, devices] :
       {std::pair{kSuseHwcfg, kHwcfg}, std::pair{kSuseIfcfg, kUdev}, std::pair{kIfcfg, kChzdev},
        std::pair{kRhIfcfg, kCcwInit}, std::pair{kNetworkManager, kCcwInit}, std::pair{kNetworkManager, kChzdev},
        std::pair{kNetplan, kChzdev}, std::pair{kIfupdown, kCcwConfig}, std::pair{kIfupdown, kChzdev},
        std::pair{kNetworkd, kChzdev}}) {
    INFO(ToString(files) << " with " << ToString(devices));
    WriterRehearsal rehearsal(files, devices);
    const std::string before = rehearsal.Tree();
    const std::string said = rehearsal.Run("apply.sh");
    INFO(said);
    REQUIRE(said.find("LNXRTR: done") != std::string::npos);
    const std::string after = rehearsal.Tree();
    CHECK(after != before);
    // No file that is read has the home address, whatever it is; what was left is gone.
    CHECK(RunBash("cd " + (rehearsal.scratch / "root") + " && grep -rl '10\\.20\\.30\\.' etc boot 2> /dev/null; true")
              .empty());
    for (const std::string& path : rehearsal.leftovers)
      CHECK(RunBash("[ ! -e " + (rehearsal.scratch / ("root/" + path)) + " ]").empty());
    CHECK(rehearsal.Run("apply.sh").find("written") == std::string::npos);
    CHECK(rehearsal.Tree() == after);
    CHECK(rehearsal.Run("revert.sh").find("LNXRTR: done") != std::string::npos);
    CHECK(rehearsal.Tree() == before);
  }
}

TEST_CASE("linux scripts: killed anywhere, the next run completes or takes all back") {
  MixedRehearsal rehearsal;
  const std::string before = rehearsal.Tree();
  REQUIRE(rehearsal.Run("apply.sh").find("done") != std::string::npos);
  const std::string after = rehearsal.Tree();
  REQUIRE(rehearsal.Run("revert.sh").find("done") != std::string::npos);
  rehearsal.scratch.Write("trap.sh", "set -o functrace\nn=0\ntrap '[ $((n++)) -ne $AT ] || kill -9 $$' DEBUG\n");
  const auto killed = [&](const char* script, int at) {
    return RunBash("exec 2> /dev/null; cd " + (rehearsal.scratch / "mixed") + " && AT=" + std::to_string(at) +
                   " ROOT=" + (rehearsal.scratch / "root") + " BASH_ENV=" + (rehearsal.scratch / "trap.sh") + " bash " +
                   script + " > /dev/null; [ $? = 137 ] && echo killed; true") == "killed\n";
  };
  int kills = 0;
  for (int at = 3; killed("apply.sh", at); at += 13, ++kills) {
    INFO("apply.sh killed at its command " << at);
    if (kills % 2 == 0) {
      CHECK(rehearsal.Run("apply.sh").find("done") != std::string::npos);
      CHECK(rehearsal.Tree() == after);
    }
    const std::string said = rehearsal.Run("revert.sh");
    CHECK((said.find("done") != std::string::npos || said.find("nothing to bring back") != std::string::npos));
    CHECK(rehearsal.Tree() == before);
  }
  CHECK(kills > 15);
  int reverts = 0;
  for (int at = 5;; at += 11, ++reverts) {
    INFO("revert.sh killed at its command " << at);
    REQUIRE(rehearsal.Run("apply.sh").find("done") != std::string::npos);
    if (!killed("revert.sh", at)) break;
    rehearsal.Run("revert.sh");
    CHECK(rehearsal.Tree() == before);
  }
  CHECK(reverts > 5);
}

TEST_CASE("linux scripts: the wrong system is refused and nothing changes") {
  RouterRehearsal rehearsal;
  rehearsal.scratch.Write("root/proc/sysinfo", "VM00 Name:            LNXWAS1 \n");
  const std::string before = rehearsal.Tree();
  CHECK(rehearsal.Run("apply.sh") == "LNXRTR: this is LNXWAS1; nothing was changed\n[1]");
  CHECK(rehearsal.Run("revert.sh") == "LNXRTR: this is LNXWAS1; nothing was changed\n[1]");
  CHECK(rehearsal.Tree() == before);
  CHECK(RunBash("ls " + (rehearsal.scratch / "root/var/lib")) == "placeholder\n");
  rehearsal.scratch.Write("root/proc/sysinfo", "LPAR Name:            LNXRTR\n");
  CHECK(rehearsal.Run("apply.sh") ==
        "LNXRTR: this is partition LNXRTR, not a guest of a z/VM; nothing was changed\n[1]");

  MixedRehearsal partition;
  partition.scratch.Write("root/proc/sysinfo", "LPAR Name:            OTHER\n");
  CHECK(partition.Run("apply.sh") == "LNX1: this is partition OTHER, not PRODLX LNXA; nothing was changed\n[1]");
  partition.scratch.Write("root/proc/sysinfo", "LPAR Name:            LNXA\n");
  partition.scratch.Write("root/etc/hostname", "lnx2.example.com\n");
  CHECK(partition.Run("apply.sh") == "LNX1: this is lnx2; nothing was changed\n[1]");
  RunBash("rm " + (partition.scratch / "root/etc/hostname") + " " + (partition.scratch / "root/proc/sysinfo"));
  CHECK(partition.Run("apply.sh") ==
        "LNX1: neither CP nor a host name says which system this is; nothing was changed\n[1]");
  partition.scratch.Write("root/etc/sysconfig/network", "NETWORKING=yes\nHOSTNAME=\"lnx1.example.com\"\n");
  CHECK(partition.Run("apply.sh").find("LNX1: done") != std::string::npos);
}

TEST_CASE("linux scripts: a home file of another name, a missing file of ours, a link, a full disk: refused") {
  RouterRehearsal renamed;
  RunBash("mv " + (renamed.scratch / kInterface) + " " +
          (renamed.scratch / "root/etc/sysconfig/network/ifcfg-qeth-id-02:00"));
  const std::string before = renamed.Tree();
  CHECK(renamed.Run("apply.sh") ==
        "LNXRTR: /etc/sysconfig/network/ifcfg-qeth-bus-ccw-0.0.0800 isn't there, so its home file has another name: "
        "change that one by hand; nothing was changed\n[1]");
  CHECK(renamed.Tree() == before);

  RouterRehearsal incomplete;
  RunBash("rm " + (incomplete.scratch / "linux/LNXRTR/etc/resolv.conf"));
  CHECK(incomplete.Run("apply.sh") ==
        "LNXRTR: etc/resolv.conf is missing beside this script; nothing was changed\n[1]");

  RouterRehearsal linked;
  RunBash("ln -s /run/resolv.conf " + (linked.scratch / "root/etc/resolv.conf"));
  const std::string said = linked.Run("apply.sh");
  CHECK(said.find("left as it is: /etc/resolv.conf is a link") != std::string::npos);
  CHECK(said.find("done") != std::string::npos);

  RouterRehearsal hosts;
  RunBash("cd " + (hosts.scratch / "root/etc") + " && mv hosts other && ln -s other hosts");
  CHECK(hosts.Run("apply.sh") == "LNXRTR: /etc/hosts is a symbolic link: change it by hand; nothing was changed\n[1]");

  RouterRehearsal unwritable;
  RunBash("cd " + (unwritable.scratch / "root/var/lib") + " && : > hotsite");
  const std::string untouched = unwritable.Tree();
  CHECK(unwritable.Run("apply.sh").find("; nothing was changed\n[1]") != std::string::npos);
  CHECK(unwritable.Tree() == untouched);
}

TEST_CASE("linux scripts: in a tree that can't be written, the script says so and nothing changes") {
  RouterRehearsal rehearsal;
  const std::string before = rehearsal.Tree();
  const std::string said = rehearsal.scratch.AsUser([&] {
    RunBash("chmod -R a-w " + (rehearsal.scratch / "root"));
    return rehearsal.Run("apply.sh");
  });
  CHECK(said.find("can't make ") != std::string::npos);
  CHECK(said.find("nothing was changed\n[1]") != std::string::npos);
  RunBash("chmod -R u+w " + (rehearsal.scratch / "root"));
  CHECK(rehearsal.Tree() == before);
}

TEST_CASE("linux scripts: none where none is needed or none could be trusted, and why") {
  SmallShop same;
  CHECK(same.Run(kBackend).count("linux/LNXRTR/apply.sh") == 0);

  // Two networks that swap their subnets: a second run would swap the addresses of /etc/hosts back.
  MixedRehearsal swapped;
  swapped.here.interfaces.clear();
  MixedRehearsal::AddFace(swapped.here, "10.0.7.7", "2001:db8::1");
  CHECK_FALSE(swapped.Plan().plan);
  CHECK(swapped.Plan().why_not == "addresses of the system change places, which no second run could tell");

  MixedRehearsal open;
  open.files.front().open.push_back({"OSA-001", "a device"});
  CHECK(open.Plan().why_not == "files wait for the vendor; built again with the answers, the scripts are there");

  MixedRehearsal hostile;
  hostile.home_files[3].text = "'; touch pwned; '\n";
  CHECK(hostile.Plan().why_not == "a name in the files can't be quoted");
}

}  // namespace
