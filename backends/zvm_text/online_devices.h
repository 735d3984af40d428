// The real devices that a z/VM in a partition must have online when it is IPLed: those that the site gives it for
// disks, FCP, networks and consoles. Everything else must stay offline, or volumes of others that have our labels come
// in.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "backends/zvm_text/host.h"

namespace hotsite::backends::zvm_text {

struct OnlineDevices {
  /// Ranges of one use, in order, joined where they touch.
  struct Use {
    std::string what;  // DASD, FCP, NETWORKS, CONSOLES
    std::vector<DeviceRange> ranges;
    std::set<std::string> missing;  // what isn't named yet: "STO-003", "VOLUMES OF LNXDB1"
  };
  std::vector<Use> uses;

  bool complete() const;
};

OnlineDevices OnlineDevicesOf(const Host& host);

}  // namespace hotsite::backends::zvm_text
