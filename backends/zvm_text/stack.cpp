#include "backends/zvm_text/stack.h"

#include <algorithm>

namespace hotsite::backends::zvm_text {
namespace {

/// The largest packet of a link that says nothing: 1492 bytes for layer 3 on an OSA, 1500 for layer 2 (Linux on Z
/// Device Drivers, qeth).
constexpr std::int64_t kLayer3Mtu = 1492;
constexpr std::int64_t kLayer2Mtu = 1500;

bool SameVlan(const Host& host, model::NetworkId a, model::NetworkId b) {
  const model::Stated<std::int64_t>& one = VlanOf(host, a);
  const model::Stated<std::int64_t>& other = VlanOf(host, b);
  if (one.absent() || other.absent()) return one.absent();
  return one.known() && other.known() ? *one == *other : one.open() && other.open() && one.hole() == other.hole();
}

}  // namespace

std::vector<StackNic> StackNicsOf(const Host& host) {
  std::vector<StackNic> nics;
  for (std::size_t i = 0; i < host.placement.nics.size(); ++i) {
    const model::PlacedNic& placed = host.placement.nics[i];
    if (!placed.of_tcpip) continue;
    StackNic nic{&placed,
                 i,
                 model::LinkOf(host.model, placed),
                 "DEV" + placed.device.ToString(),
                 "LNK" + placed.device.ToString(),
                 placed.device.ToString(),
                 placed.attachment.kind != model::Attachment::Kind::kNone,
                 0,
                 false,
                 false};
    nic.mtu = model::MtuOf(host.model, host.placement, placed).value_or(nic.ethernet() ? kLayer2Mtu : kLayer3Mtu);
    nic.shares = placed.over.has_value();
    nic.other_vlan = nic.shares && !SameVlan(host, placed.network, host.placement.nics[*placed.over].network);
    nics.push_back(std::move(nic));
  }
  return nics;
}

Triplet RealDevicesOf(const Host& host, const StackNic& nic) {
  const model::Attachment& to = nic.nic->attachment;
  if (host.placement.host.valid()) {
    const bool own = to.kind == model::Attachment::Kind::kLan && &host.model.at(to.host) == &host.placement;
    if (own || !nic.connected) return {};
    return {{nic.nic->device, host.placement.written.name}, 0};
  }
  return to.kind == model::Attachment::Kind::kDevices ? host.TripletOf(to) : Triplet{};
}

bool HasDefaultRoute(const Host& host) {
  const std::vector<model::Hop> hops = model::RoutesOf(host.model, host.placement).hops;
  return std::any_of(hops.begin(), hops.end(), [](const model::Hop& hop) { return !hop.destination; });
}

}  // namespace hotsite::backends::zvm_text
