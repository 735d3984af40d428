// The promise of the third year: "the only changes were OSA and HiperSockets addresses". Giving a network other
// addresses at the hot site changes the files of those who stand on it, and nobody else's.
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "compiler/driver/build.h"
#include "tests/acceptance/examples.h"

namespace hotsite::acceptance {
namespace {

using Files = std::map<std::string, std::string>;

Files Build(const driver::Compilation& result) {
  INFO(harness::Rendered(result));
  REQUIRE(!result.has_errors());
  Files files;
  for (const backends::Artifact& artifact : driver::BuildAll(result, {})) {
    CHECK(files.emplace(artifact.path, artifact.text).second);
  }
  return files;
}

std::set<std::string> Changed(const Files& before, const Files& after) {
  std::set<std::string> changed;
  for (const auto& [path, text] : after) {
    const auto old = before.find(path);
    if (old == before.end() || old->second != text) changed.insert(path);
  }
  for (const auto& [path, text] : before) {
    if (!after.contains(path)) changed.insert(path);
  }
  return changed;
}

TEST_CASE("readdressing OFFICE at the hot site touches only those who stand on OFFICE") {
  const std::string spec = InsuranceSpec("2009.dr");
  const Files before = Build(CompileInsurance("2009.dr"));
  const Files after = Build(CompileInsurance(
      "2009.dr", WithLinesBehind(spec, "site hotsite {", "    network OFFICE { subnet 10.99.30.0/24 }\n")));
  const std::set<std::string> changed = Changed(before, after);
  for (const std::string& path : changed) {
    INFO(path);
    if (path.starts_with("linux/")) CHECK(path.starts_with("linux/LNXRTR/"));
    CHECK(path != "zvm/VMPROD/USER.DIRECT");
    CHECK(path != "zvm/VMPROD/SYSTEM.CONFIG");
  }
  CHECK(changed.contains("zvm/VMPROD/VMPROD.TCPIP"));
  CHECK(changed.contains("zos/PRODA/TCPIP.PROFILE"));
  CHECK(changed.contains("zos/PRODB/TCPIP.PROFILE"));
  CHECK(changed.contains("linux/LNXRTR/README.txt"));
  CHECK(changed.contains("model.json"));
  const Files& now = after;
  CHECK(now.at("zvm/VMPROD/DRSTART.EXEC").find("10.20.30.") == std::string::npos);  // it pings z/OS there
  CHECK(now.at("zvm/VMPROD/VMPROD.TCPIP").find("10.20.30.") == std::string::npos);
  CHECK(now.at("zvm/VMPROD/VMPROD.TCPIP").find("10.99.30.20") != std::string::npos);
}

TEST_CASE("the guests of one's own z/VM differ from home in nothing") {
  const Files files = Build(CompileInsurance("2009.dr"));
  for (const char* guest : {"LNXWAS1", "LNXMQ2", "LNXBLZ1", "LNXTST12"}) {
    const auto readme = files.find(std::string("linux/") + guest + "/README.txt");
    REQUIRE(readme != files.end());
    INFO(readme->second);
    CHECK(readme->second.starts_with("Nothing differs from home"));
  }
}

}  // namespace
}  // namespace hotsite::acceptance
