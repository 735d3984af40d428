// What of a home system goes away when other files come: everything that a writer may have written there for other
// devices, and never what isn't a device's.
#include <fnmatch.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/linux_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using namespace hotsite::testing;
using Files = model::NetworkFiles;

Writer WriterOf(Files kind) {
  model::Model model;
  model.distributions.emplace_back().network_files.value = {kind, {}};
  model::System system;
  system.kind = model::SystemKind::kLinux;
  system.distribution = {0};
  const Writer* writer = FindWriter(model, system);
  REQUIRE(writer != nullptr);
  return *writer;
}

bool IsReplaced(const Writer& writer, const std::string& path) {
  return std::any_of(writer.replaces.begin(), writer.replaces.end(), [&](const std::string& pattern) {
    return fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME) == 0;
  });
}

bool IsOfDevice(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  for (const char* start : {"ifcfg-", "ifroute-", "route-", "route6-", "hwcfg-", "51-"}) {
    if (name.starts_with(start)) return true;
  }
  return false;
}

TEST_CASE("writers: the files of devices that only home has are replaced, the loopback's and ours of all never") {
  for (const Files kind : {Files::kSuseHwcfg, Files::kSuseIfcfg, Files::kIfcfg, Files::kRhIfcfg}) {
    const Writer writer = WriterOf(kind);
    for (const model::InterfaceNames names : model::kAllInterfaceNames) {
      for (const bool dotted : {true, false}) {
        if (dotted && kind == Files::kSuseHwcfg) continue;  // its VLANs never are
        for (const auto& [path, text] : TextsOf(writer.write(EverythingPlan(names, dotted)))) {
          INFO(path);
          if (IsOfDevice(path)) CHECK(IsReplaced(writer, path));
        }
      }
    }
    for (const char* kept : {"etc/sysconfig/network/ifcfg-lo", "etc/sysconfig/network-scripts/ifcfg-lo", "etc/hosts",
                             "etc/sysconfig/network/config", "etc/sysconfig/network", "etc/udev/rules.d/51-dasd.rules",
                             "etc/udev/rules.d/41-dasd-eckd-0.0.0201.rules", "boot/zipl/active_devices.txt"}) {
      INFO(kept);
      CHECK_FALSE(IsReplaced(writer, kept));
    }
  }
}

}  // namespace
