// Whom a Linux system pings at a site to see that its network works, hop by hop: its gateway, the gateway's far side,
// the systems that it needs. Made from the Model for the README.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compiler/model/host_network.h"

namespace hotsite::backends::linux_guest {

/// Who has which address at one site, and which z/OS systems stand on which network. Made once for a site, so that
/// asking for every guest stays linear.
struct SiteIndex {
  SiteIndex(const model::Model& model, const model::Site& site);
  std::map<std::pair<model::NetworkId, IpAddress>, const model::Placement*> owners;
  std::map<model::NetworkId, std::vector<const model::Placement*>> zos;
};

struct Probe {
  IpAddress address;
  std::string what;          // LNXRTR, the gateway of INSIDE
  std::int64_t payload = 0;  // above 0: also as a packet of the largest MTU, this many bytes
};

std::vector<Probe> ProbesOf(const model::Model& model, const SiteIndex& index, const model::Placement& placement);

}  // namespace hotsite::backends::linux_guest
