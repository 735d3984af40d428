// The writers behind a model: which files a distribution gets that the library, or a shop's own one, describes, and
// that nothing of a spec changes more of them than a value.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "backends/linux/linux.h"
#include "backends/linux/writers.h"
#include "tests/unit/host_model.h"

namespace {

using namespace hotsite;
using hotsite::testing::SmallShop;
using model::DeviceFiles;
using model::NetworkFiles;
using Artifacts = std::map<std::string, backends::Artifact>;

struct Way {
  NetworkFiles network;
  DeviceFiles devices;
  const char* file;  // one that only this way has
};

constexpr Way kWays[] = {
    {NetworkFiles::kNetworkManager, DeviceFiles::kCcwInit, "etc/NetworkManager/system-connections/enc600.nmconnection"},
    {NetworkFiles::kNetworkManager, DeviceFiles::kChzdev, "etc/hotsite.zdev"},
    {NetworkFiles::kNetplan, DeviceFiles::kChzdev, "etc/netplan/90-hotsite.yaml"},
    {NetworkFiles::kIfupdown, DeviceFiles::kCcwConfig, "etc/sysconfig/hardware/config-ccw-0.0.0600"},
    {NetworkFiles::kIfupdown, DeviceFiles::kChzdev, "etc/network/interfaces.d/enc600"},
    {NetworkFiles::kNetworkd, DeviceFiles::kChzdev, "etc/systemd/network/10-enc600.network"},
};

void Use(const Way& way, SmallShop& shop) {
  model::Distribution& distribution = shop.model.distributions.front();
  distribution.network_files.value = {way.network, {}};
  distribution.device_files.value = {way.devices, {}};
  distribution.interface_names.value = {model::InterfaceNames::kEnc, {}};
}

Artifacts Run(SmallShop& shop) { return shop.Run(backends::linux_guest::kBackend); }

TEST_CASE("linux writers: a distribution gets the files that its facts name") {
  for (const Way& way : kWays) {
    INFO(way.file);
    SmallShop shop;
    Use(way, shop);
    CHECK(Run(shop).count(std::string("linux/LNXWAS1/") + way.file) == 1);
  }
}

/// What of the files isn't a value: of each line its blanks and first word, up to = or :.
std::multiset<std::string> Skeletons(const Artifacts& artifacts) {
  std::multiset<std::string> skeletons;
  for (const auto& [path, artifact] : artifacts) {
    if (path.find("/etc/") == std::string::npos) continue;
    std::string skeleton;
    for (std::size_t at = 0; at < artifact.text.size(); at = artifact.text.find('\n', at) + 1) {
      const std::size_t end = artifact.text.find('\n', at);
      const std::size_t word = std::min(artifact.text.find_first_not_of(' ', at), end);
      skeleton += artifact.text.substr(at, std::min(artifact.text.find_first_of(" =:?\n", word), end) - at) + "\n";
    }
    skeletons.insert(std::move(skeleton));
  }
  return skeletons;
}

/// Everything that has a name, but the systems: their names are in host names and UUIDs, which other tests look at.
void Rename(SmallShop& shop, const std::string& nasty) {
  for (model::Network& network : shop.model.networks) network.name += nasty;
  for (model::Site& site : shop.model.sites) site.name += nasty;
  for (model::Carrier& carrier : shop.model.carriers) carrier.name += nasty;
  for (model::Placement& placement : shop.model.placements) {
    for (model::PlacedLan& placed : placement.lans) placed.lan.name += nasty;
  }
  for (requirements::Requirement& requirement : shop.requirements.all) requirement.id += nasty;
  for (model::System& system : shop.model.systems) {
    system.doc = nasty;
    system.runs = {nasty};
  }
}

TEST_CASE("linux writers: whatever names say, the lines and keys of the files stay what they are") {
  for (const Way& way : kWays) {
    SmallShop plain;
    Use(way, plain);
    const std::multiset<std::string> expected = Skeletons(Run(plain));
    for (const std::string nasty :
         {"'; touch pwned; '", "$(touch pwned)", "a\n[ipv4]\nmethod=auto", "../../etc/passwd", "a\" RUN+=\"/bin/x",
          "%s%n", "é", " # c", "-rf", "\\", "@#$", ": x", "\n    up touch pwned", std::string(300, 'x').c_str()}) {
      INFO(way.file << " " << nasty);
      SmallShop shop;
      Use(way, shop);
      Rename(shop, nasty);
      const Artifacts artifacts = Run(shop);
      CHECK(Skeletons(artifacts) == expected);
      for (const auto& [path, artifact] : artifacts) {
        CHECK(std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c <= '~' && c != '\''; }));
        CHECK(path.find("..") == std::string::npos);
      }
    }
  }
}

}  // namespace
