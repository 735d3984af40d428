#include "backends/zvm_text/host.h"

#include <algorithm>

#include "backends/naming.h"
#include "backends/zvm_text/text.h"

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
  return {nic.device, nic.network, &nic.attachment, model.NicOf(guest, nic).mac, kind + nic.device.ToString(), {}};
}

/// The NICs that have a device, each with the networks of those that share it.
std::vector<GuestNic> NicsWithDevices(const model::Model& model, const Placement& guest) {
  std::vector<GuestNic> nics;
  std::map<std::size_t, std::size_t> place;  // by index into Placement::nics
  for (std::size_t i = 0; i < guest.nics.size(); ++i) {
    const model::PlacedNic& nic = guest.nics[i];
    if (!nic.over) {
      place[i] = nics.size();
      nics.push_back(MakeNic(model, guest, nic));
      continue;
    }
    const auto below = place.find(*nic.over);
    if (below == place.end()) continue;
    GuestNic& carrier = nics[below->second];
    const bool known = std::find(carrier.shared.begin(), carrier.shared.end(), nic.network) != carrier.shared.end();
    if (nic.network != carrier.network && !known) carrier.shared.push_back(nic.network);
  }
  return nics;
}

void FillMembers(Host& host) {
  host.members.resize(host.placement.lans.size());
  const auto add = [&](const Placement& guest, GuestNic nic) {
    const Attachment& to = *nic.attachment;
    if (to.kind != Attachment::Kind::kLan || &host.model.at(to.host) != &host.placement) return;
    if (to.lan < host.members.size()) host.members[to.lan].push_back({&guest, std::move(nic)});
  };
  for (GuestNic& nic : NicsWithDevices(host.model, host.placement)) add(host.placement, std::move(nic));
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
      if (!nic.over) count(nic.attachment);
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
  std::vector<GuestNic> nics = NicsWithDevices(model, guest);
  std::erase_if(nics, [&](const GuestNic& nic) {
    return nic.attachment->kind == Attachment::Kind::kLan && &model.at(nic.attachment->host) == &guest;
  });
  for (std::size_t lan = 0; lan < guest.lans.size(); ++lan) {
    const model::PlacedLan& placed = guest.lans[lan];
    for (std::size_t i = 0; i < placed.uplinks.size(); ++i) {
      if (placed.uplinks[i].kind == Attachment::Kind::kNone || placed.lan.networks.empty()) continue;
      nics.push_back({VirtualUplink(guest, lan, i),
                      placed.lan.networks.front(),
                      &placed.uplinks[i],
                      std::nullopt,
                      "UPLINK OF " + StatementName(placed.lan.name),
                      {}});
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

std::vector<model::NetworkId> TaggedBy(const Host& host, const GuestNic& nic) {
  const auto same = [](const model::Stated<std::int64_t>& a, const model::Stated<std::int64_t>& b) {
    if (a.known() && b.known()) return *a == *b;
    return a.absent() && b.absent();
  };
  std::vector<model::NetworkId> tagged;
  for (const model::NetworkId network : nic.shared) {
    const model::Stated<std::int64_t>& vlan = VlanOf(host, network);
    if (!vlan.absent() && !same(vlan, VlanOf(host, nic.network))) tagged.push_back(network);
  }
  return tagged;
}

Membership MembershipOf(const Host& host) {
  for (const model::Cluster& cluster : host.model.clusters) {
    for (std::size_t i = 0; i < cluster.members.size(); ++i) {
      if (cluster.members[i].system == host.placement.system) return {&cluster, i};
    }
  }
  return {};
}

}  // namespace hotsite::backends::zvm_text
