// Files that root's scripts source as shell, and that wicked and NetworkManager read with parsers of their own: each
// line by a grammar that all of them take alike, then sourced by a clean shell and compared variable by variable.
#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "backends/linux/quote.h"
#include "backends/linux/rh_ifcfg.h"
#include "backends/linux/suse_hwcfg.h"
#include "backends/linux/suse_ifcfg.h"
#include "tests/unit/linux_plans.h"
#include "tests/unit/scratch.h"
#include "tests/unit/shell_run.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using namespace hotsite::testing;
using Names = model::InterfaceNames;

bool IsShell(const File& file) {
  const std::string name = file.path.substr(file.path.rfind('/') + 1);
  return name.find("ifcfg-") != std::string::npos || name.starts_with("hwcfg-") || name == "config" ||
         file.path == "etc/sysconfig/network" || file.path == "etc/sysconfig/sysctl";
}

/// Every shell file of every writer, of plans with everything, with a router, and with open places.
std::vector<File> AllShellFiles() {
  std::vector<File> all;
  const auto add = [&](std::vector<File> files) {
    std::copy_if(files.begin(), files.end(), std::back_inserter(all), IsShell);
  };
  for (const Names names : model::kAllInterfaceNames) {
    for (const HostPlan& plan : {EverythingPlan(names), RouterPlan(names), WaitingPlan(names)}) {
      add(WriteRhIfcfg(plan));
      add(WriteIfcfg(plan));
      add(WriteSuseIfcfg(plan));
      add(WriteSuseHwcfg(plan));
    }
  }
  return all;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    REQUIRE(end != std::string::npos);  // wicked drops a last line that doesn't end
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST_CASE("shell files: every line is a key and a value in single quotes, no key twice") {
  const std::regex line_grammar("[A-Za-z_][A-Za-z0-9_]*='[^']*'");
  const std::vector<File> files = AllShellFiles();
  CHECK(files.size() > 100);
  for (const File& file : files) {
    INFO(file.path << "\n" << file.text);
    std::vector<std::string> keys;
    for (const std::string& line : LinesOf(file.text)) {
      CHECK(std::regex_match(line, line_grammar));
      CHECK(line.size() < 500);
      keys.push_back(line.substr(0, line.find('=')));
    }
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  }
}

TEST_CASE("shell files: sourced, each sets its keys to its values and nothing else") {
  const Scratch scratch;
  std::string script, expected;
  std::size_t number = 0;
  for (const File& file : AllShellFiles()) {
    const std::string name = "file" + std::to_string(number++);
    scratch.Write(name, file.text);
    std::map<std::string, std::string> values;
    for (const std::string& line : LinesOf(file.text)) {
      const std::size_t equals = line.find('=');
      values[line.substr(0, equals)] = line.substr(equals + 2, line.size() - equals - 3);
    }
    expected += name + "\n";
    for (const auto& [key, value] : values) expected += key + "=" + value + "\n";
    // What a shell of its own knows after sourcing that it didn't know before.
    script += "bash -n " + (scratch / name) + "; echo " + name +
              "; env -i bash --norc -c 'unset HOSTNAME; before=$(compgen -v); . " + (scratch / name) +
              "; for k in $(compgen -v | LC_ALL=C sort); do case \" before k PIPESTATUS _ \"$before\" \" in "
              "*[[:space:]]$k[[:space:]]*) ;; *) echo \"$k=${!k}\" ;; esac; done'\n";
  }
  CHECK(RunBash(script) == expected);
}

TEST_CASE("shell files: only values that no reader takes for more are quoted") {
  CHECK(Assign("KEY", "layer2=1 route4=primary_router") == "KEY='layer2=1 route4=primary_router'\n");
  for (const char* value : {"a'b", "a\nb", "a\"b", "a\\b", "a`b", "a;b", "a&b", "a|b", "a%b", "\xC3\xA9"})
    CHECK_FALSE(IsSafeValue(value));
  CHECK_FALSE(IsSafeValue(std::string(401, 'a')));
  CHECK(AssignLong("KEY", std::string(1000, 'a')).size() == 1007);
}

TEST_CASE("shell files: many name servers, domains and addresses stay within what readers take") {
  HostPlan plan = EverythingPlan(Names::kEthByRule);
  for (int i = 0; i < 40; ++i) {
    plan.name_servers.push_back(*IpAddress::Parse("2001:db8:ffff:ffff:ffff:ffff:ffff:" + std::to_string(1000 + i)));
    plan.search.push_back(std::string(60, 'a') + std::to_string(i) + ".example.com");
    plan.interfaces[0].addresses.push_back(
        {*IpAddress::Parse("2001:db8:20:1:ffff:ffff:ffff:" + std::to_string(1000 + i)),
         *Subnet::Parse("2001:db8:20:1::/64")});
  }
  const auto suse = TextsOf(WriteIfcfg(plan));
  const std::string& config = suse.at("etc/sysconfig/network/config");
  CHECK(config.find("SERVERS='10.20.0.53 10.20.0.54 2001:db8:ffff:ffff:ffff:ffff:ffff:1000'\n") != std::string::npos);
  for (const std::string& line : LinesOf(config)) CHECK(line.size() < 500);
  CHECK(suse.at("etc/sysconfig/network/ifcfg-eth0").find("IPADDR_41=") != std::string::npos);
  const auto red_hat = TextsOf(WriteRhIfcfg(plan));
  CHECK(red_hat.at("etc/sysconfig/network-scripts/ifcfg-eth0").find("ffff:1039/64'\n") != std::string::npos);
}

}  // namespace
