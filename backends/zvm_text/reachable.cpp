#include "backends/zvm_text/reachable.h"

#include <algorithm>

#include "backends/zvm_text/stack.h"

namespace hotsite::backends::zvm_text {
namespace {

/// An address, and whether its network has a gateway: one without isn't reached by a default route.
struct Candidate {
  IpAddress address;
  bool gateway = false;
};

/// IPv4 only: PING of the older releases knows no other (from knowledge).
std::vector<Candidate> CandidatesOf(const Host& host, model::SystemId id) {
  const model::SiteId site = host.placement.site;
  std::vector<Candidate> all;
  if (const model::Placement* at = host.model.Find(site, id)) {
    for (const model::PlacedNic& nic : at->nics) {
      if (nic.attachment.kind == model::Attachment::Kind::kNone) continue;
      const bool gateway = host.model.PlanOf(site, nic.network).gateway.has_value();
      for (const IpAddress& address : nic.addresses) all.push_back({address, gateway});
    }
  }
  for (const model::Address& stated : host.model.at(id).addresses) {
    if (const auto address = host.model.Resolve(site, stated)) all.push_back({*address, true});
  }
  std::erase_if(all, [](const Candidate& one) { return !one.address.is_v4(); });
  return all;
}

}  // namespace

std::string PingAddress(const Host& host, model::SystemId system) {
  const std::vector<StackNic> nics = StackNicsOf(host);
  const std::vector<Candidate> all = CandidatesOf(host, system);
  const auto beside = [&](const Candidate& one) {
    return std::any_of(nics.begin(), nics.end(), [&](const StackNic& nic) {
      const auto& subnet = host.model.PlanOf(host.placement.site, nic.nic->network).subnet;
      return nic.connected && !nic.nic->addresses.empty() && subnet.known() && subnet->Contains(one.address);
    });
  };
  const auto direct = std::find_if(all.begin(), all.end(), beside);
  if (direct != all.end()) return direct->address.ToString();
  const model::HostRoutes routes = model::RoutesOf(host.model, host.placement);
  const auto routed = [&](const Candidate& one) {
    return std::any_of(routes.hops.begin(), routes.hops.end(), [&](const model::Hop& hop) {
      const bool connected = std::any_of(nics.begin(), nics.end(),
                                         [&](const StackNic& nic) { return nic.connected && nic.index == hop.nic; });
      const bool leads = hop.destination ? hop.destination->Contains(one.address) : one.gateway;
      return connected && hop.via.is_v4() && leads;
    });
  };
  const auto through = std::find_if(all.begin(), all.end(), routed);
  return through == all.end() ? "" : through->address.ToString();
}

}  // namespace hotsite::backends::zvm_text
