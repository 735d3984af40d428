#include "backends/zvm_text/host.h"

#include <algorithm>

#include "backends/naming.h"
#include "backends/zvm_text/text.h"
#include "compiler/model/host_network.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Attachment;
using model::Placement;

/// Virtual numbers of NICs behind the uplinks of a z/VM under a z/VM count from here: a spec can't say them, and none
/// of ours starts so high.
constexpr std::uint16_t kFirstUplinkDevice = 0xF000;

DeviceNumber VirtualUplink(const Placement& guest, std::size_t lan, std::size_t index) {
  std::size_t before = index;
  for (std::size_t i = 0; i < lan; ++i) before += guest.lans[i].uplinks.size();
  return DeviceNumber(kFirstUplinkDevice).Plus(static_cast<unsigned>(before % 0x100) * 4);
}

GuestNic MakeNic(const model::Model& model, const Placement& guest, const model::PlacedNic& nic) {
  const char* kind = nic.of_tcpip ? "TCP/IP STACK NIC " : "NIC ";
  std::vector<model::NetworkId> networks = model::NetworksOfPort(guest, nic);
  std::vector<model::Stated<std::int64_t>> vlans = model::VlansOf(model, guest.site, networks);
  return {
      nic.device,          nic.network,     &nic.attachment, model.NicOf(guest, nic).mac, kind + nic.device.ToString(),
      std::move(networks), std::move(vlans)};
}

void FillMembers(Host& host) {
  host.members.resize(host.placement.lans.size());
  const auto add = [&](const Placement& guest, GuestNic nic) {
    const Attachment& to = *nic.attachment;
    if (to.kind != Attachment::Kind::kLan || &host.model.at(to.host) != &host.placement) return;
    if (to.lan < host.members.size()) host.members[to.lan].push_back({&guest, std::move(nic)});
  };
  for (const model::PlacedNic& nic : host.placement.nics) add(host.placement, MakeNic(host.model, host.placement, nic));
  for (const model::PlacementId id : host.placement.guests) {
    const Placement& guest = host.model.at(id);
    for (GuestNic& nic : NicsOf(host.model, guest)) add(guest, std::move(nic));
  }
}

/// In the order in which check/ deals out known ranges: the stack, the uplinks, then the guests.
void CountTriplets(Host& host) {
  std::map<model::HoleId, unsigned> used;
  const auto count = [&](const Attachment& to) {
    if (to.kind != Attachment::Kind::kDevices || !to.device.open()) return;
    const auto [found, is_new] = used.try_emplace(to.device.hole(), 0);
    if (is_new) host.device_holes.push_back(to.device.hole());
    host.group[&to] = found->second++;
  };
  const auto count_all = [&](const Placement& placement) {
    for (const model::PlacedNic& nic : placement.nics) {
      if (nic.has_device()) count(nic.attachment);
    }
    for (const model::PlacedLan& lan : placement.lans) {
      for (const Attachment& uplink : lan.uplinks) count(uplink);
    }
  };
  count_all(host.placement);
  for (const model::PlacementId id : host.placement.guests) count_all(host.model.at(id));
}

}  // namespace

bool Host::nicdef_grants() const {
  const model::ReleaseId release = system().release;
  return release.valid() && model.at(release).nicdef_grants.value.value_or(false);
}

Triplet Host::TripletOf(const Attachment& attachment) const {
  const auto found = group.find(&attachment);
  return {attachment.device, found == group.end() ? 0 : found->second};
}

std::string Host::Title() const {
  constexpr std::size_t kMost = 24;  // so that it fits a line of every file
  const std::string recovery = model.recovery ? "DR " + PlainText(model.recovery->name).substr(0, kMost) + ", " : "";
  return recovery + name + " AT SITE " + PlainText(site().name).substr(0, kMost);
}

Host MakeHost(const model::Model& model, const requirements::Requirements& requirements, const Placement& placement) {
  const std::string name = StatementName(model.SystemOf(placement).name);
  const std::string node = StatementName(placement.settings.node.value_or(model.SystemOf(placement).name));
  Host host{model, requirements, placement, name, model.SystemOf(placement).vendors ? "" : node, {}, {}, {}};
  FillMembers(host);
  CountTriplets(host);
  return host;
}

std::vector<const Placement*> HostsOf(const model::Model& model, bool vendors) {
  std::vector<const Placement*> hosts;
  for (const model::Site* site : model.recovery_sites()) {
    for (const model::PlacementId id : site->placements) {
      const model::System& system = model.SystemOf(model.at(id));
      if (system.is_zvm() && system.vendors == vendors) hosts.push_back(&model.at(id));
    }
  }
  return hosts;
}

std::string FolderOf(const model::Model& model, const Placement& placement) {
  const std::string name = PathPart(model.SystemOf(placement).name);
  return model.recovery_sites().size() > 1 ? PathPart(model.at(placement.site).name) + "." + name : name;
}

std::vector<GuestNic> NicsOf(const model::Model& model, const Placement& guest) {
  std::vector<GuestNic> nics;
  for (const model::PlacedNic& nic : guest.nics) {
    const bool inside = nic.attachment.kind == Attachment::Kind::kLan && &model.at(nic.attachment.host) == &guest;
    if (!inside && nic.has_device()) nics.push_back(MakeNic(model, guest, nic));
  }
  for (std::size_t lan = 0; lan < guest.lans.size(); ++lan) {
    const model::PlacedLan& placed = guest.lans[lan];
    for (std::size_t i = 0; i < placed.uplinks.size(); ++i) {
      if (placed.uplinks[i].kind == Attachment::Kind::kNone || placed.lan.networks.empty()) continue;
      nics.push_back({VirtualUplink(guest, lan, i), placed.lan.networks.front(), &placed.uplinks[i], std::nullopt,
                      "UPLINK OF " + StatementName(placed.lan.name), placed.lan.networks,
                      model::VlansOf(model, guest.site, placed.lan.networks)});
    }
  }
  return nics;
}

Triplet UplinkDevices(const Host& host, std::size_t lan, std::size_t index) {
  const model::PlacedLan& placed = host.placement.lans[lan];
  const Attachment& uplink = placed.uplinks[index];
  if (uplink.kind == Attachment::Kind::kNone) return {};
  if (!host.placement.host.valid()) return host.TripletOf(uplink);
  return {{VirtualUplink(host.placement, lan, index), placed.lan.written.name}, 0};
}

const model::Stated<std::int64_t>& VlanOf(const Host& host, model::NetworkId network) {
  return host.model.PlanOf(host.placement.site, network).vlan;
}

}  // namespace hotsite::backends::zvm_text
