// What carries each NIC to its network at each site, found going outward: devices of the machine that were given to
// the guest by its name, a LAN of the hypervisor it runs in, else devices of the machine that were given to a z/VM
// around it or to everybody. Known ranges are dealt out here: the lowest free triplet that starts at an even number
// (where none is left, an odd one, but not for z/OS), in text order, per partition.
#include <algorithm>
#include <map>
#include <set>

#include "compiler/check/build_context.h"
#include "compiler/model/grants.h"

namespace hotsite::check {
namespace {

using model::Attachment;
using model::NetworkId;
using model::Placement;
using model::PlacementId;

bool Carries(const std::vector<NetworkId>& networks, NetworkId network) {
  return std::find(networks.begin(), networks.end(), network) != networks.end();
}

bool Names(const std::vector<model::SystemId>& systems, model::SystemId system) {
  return std::find(systems.begin(), systems.end(), system) != systems.end();
}

class Attacher {
 public:
  explicit Attacher(model::Model& model) : model_(model) {}

  void Run() {
    for (model::Site& site : model_.sites) {
      for (const PlacementId id : site.placements) AddNics(at(id));
      for (const PlacementId id : site.placements) AttachOne(id);
    }
  }

 private:
  Placement& at(PlacementId id) { return model_.placements[id.index]; }

  void AddNics(Placement& placement) {
    const model::System& system = model_.at(placement.system);
    for (std::size_t i = 0; i < system.nics.size(); ++i)
      placement.nics.push_back(NicAt(placement, system.nics[i], i, false));
    if (!system.tcpip) return;
    for (std::size_t i = 0; i < system.tcpip->nics.size(); ++i)
      placement.nics.push_back(NicAt(placement, system.tcpip->nics[i], i, true));
  }

  model::PlacedNic NicAt(const Placement& placement, const model::Nic& nic, std::size_t index, bool of_tcpip) {
    model::PlacedNic placed;
    placed.of_tcpip = of_tcpip;
    placed.index = index;
    placed.network = nic.network;
    placed.device = nic.device;
    placed.over = nic.over;
    placed.bonded_with = nic.bonded_with;
    for (const model::Address& address : nic.addresses) {
      if (const auto resolved = model_.Resolve(placement.site, address)) placed.addresses.push_back(*resolved);
    }
    return placed;
  }

  void AttachOne(PlacementId id) {
    Placement& placement = at(id);
    for (model::PlacedNic& nic : placement.nics)  // what is over another stands behind it
      nic.attachment =
          nic.over ? AttachOver(placement.nics[*nic.over].attachment, nic.network) : AttachNic(placement, nic);
    for (model::PlacedLan& lan : placement.lans) {
      for (std::int64_t i = 0; lan.lan.takes_uplinks() && !lan.lan.local && i < lan.lan.uplinks; ++i) {
        lan.uplinks.push_back(AttachUplink(placement, lan.lan));
      }
    }
  }

  // A TCP/IP stack takes devices of its own before a vswitch of its z/VM, so that it can be reached when that switch is
  // broken.
  Attachment AttachNic(const Placement& placement, const model::PlacedNic& nic) {
    if (nic.of_tcpip) {
      Attachment outside = Outside(placement, nic.network, nic.device);
      if (outside.kind != Attachment::Kind::kNone) return outside;
      return LanOfHost(IdOf(placement), nic.network);
    }
    return Outside(placement, nic.network, nic.device);
  }

  // Its frames go where those of the NIC go, if that carries them too.
  Attachment AttachOver(const Attachment& below, NetworkId network) {
    if (below.kind == Attachment::Kind::kNone) return {};
    const bool lan = below.kind == Attachment::Kind::kLan;
    const std::vector<NetworkId>& carried =
        lan ? at(below.host).lans[below.lan].lan.networks : model_.at(below.carrier).networks;
    return Carries(carried, network) ? below : Attachment();
  }

  Attachment AttachUplink(const Placement& placement, const model::Lan& lan) {
    for (const NetworkId network : lan.networks) {
      const Attachment found = Outside(placement, network, std::nullopt);
      if (found.kind != Attachment::Kind::kNone) return found;
    }
    return {};
  }

  Attachment Outside(const Placement& placement, NetworkId network, std::optional<DeviceNumber> wish) {
    if (placement.host.valid()) {
      const Attachment own = OwnDevices(placement, network);
      if (own.kind != Attachment::Kind::kNone) return own;
      const Attachment lan = LanOfHost(placement.host, network);
      if (lan.kind != Attachment::Kind::kNone) return lan;
      if (model_.SystemOf(at(placement.host)).is_kvm()) return {};  // its guests have virtio devices
    }
    // A number of a guest is virtual: it says nothing about the real one.
    return Devices(placement, network,
                   placement.host.valid() || model_.at(placement.system).is_zvm() ? std::nullopt : wish);
  }

  Attachment LanOfHost(PlacementId host, NetworkId network) {
    const Placement& hypervisor = at(host);
    for (std::size_t i = 0; i < hypervisor.lans.size(); ++i) {
      if (!Carries(hypervisor.lans[i].lan.networks, network)) continue;
      Attachment attachment;
      attachment.kind = Attachment::Kind::kLan;
      attachment.host = host;
      attachment.lan = i;
      return attachment;
    }
    return {};
  }

  // `devices … for PRODA` names the guest, so it says more than a LAN of its z/VM that is there for all: they are
  // dedicated to it. A KVM's guests have virtio devices.
  Attachment OwnDevices(const Placement& placement, NetworkId network) {
    if (model_.SystemOf(at(placement.host)).is_kvm()) return {};
    for (const model::CarrierId id : model_.at(placement.machine).carriers) {
      const model::Carrier& carrier = model_.at(id);
      if (!Carries(carrier.networks, network) || !model::Reaches(model_, carrier.reaches, placement)) continue;
      const model::Grant grant = model::GrantFor(model_, carrier.grants, placement);
      if (grant.line != nullptr && grant.system == placement.system) return Granted(id, grant, placement, std::nullopt);
    }
    return {};
  }

  Attachment Granted(model::CarrierId carrier, const model::Grant& grant, const Placement& placement,
                     std::optional<DeviceNumber> wish) {
    Attachment attachment;
    attachment.kind = Attachment::Kind::kDevices;
    attachment.carrier = carrier;
    attachment.device = Deal(grant, placement, wish);
    // What the vendor answers may be several ranges.
    for (const model::DeviceGrant& line : model_.at(carrier).grants) {
      const bool further = &line != grant.line && line.range.known() && Names(line.systems, grant.system);
      if (attachment.device.absent() && further) attachment.device = Deal({&line, grant.system}, placement, wish);
    }
    return attachment;
  }

  // Devices given to the system itself, else to a z/VM around it.
  Attachment Devices(const Placement& placement, NetworkId network, std::optional<DeviceNumber> wish) {
    for (const model::CarrierId id : model_.at(placement.machine).carriers) {
      const model::Carrier& carrier = model_.at(id);
      if (!Carries(carrier.networks, network) || !model::Reaches(model_, carrier.reaches, placement)) continue;
      const model::Grant grant = model::GrantFor(model_, carrier.grants, placement);
      if (grant.line == nullptr && !carrier.grants.empty()) continue;
      if (grant.line != nullptr) return Granted(id, grant, placement, wish);
      Attachment attachment;
      attachment.kind = Attachment::Kind::kDevices;
      attachment.carrier = id;
      if (wish) attachment.device = model::Stated(*wish, carrier.written.name);
      return attachment;
    }
    return {};
  }

  model::Stated<DeviceNumber> Deal(const model::Grant& grant, const Placement& placement,
                                   std::optional<DeviceNumber> wish) {
    const model::DeviceGrant& line = *grant.line;
    if (line.range.open()) {
      const auto place = std::find(line.systems.begin(), line.systems.end(), grant.system);
      return model::Stated<DeviceNumber>::Open(line.holes[static_cast<std::size_t>(place - line.systems.begin())],
                                               line.range.span());
    }
    const DeviceRange range = *line.range;
    Dealt& dealt = dealt_[{placement.partition.index, &line}];
    if (wish && range.Contains(*wish) && wish->value() + 2u <= range.last().value() && dealt.Free(wish->value())) {
      return Take(dealt, wish->value(), line);
    }
    if (const auto first = NextFree(dealt, range, dealt.next_even, 2)) return Take(dealt, *first, line);
    // z/OS takes triplets that begin at even numbers only; the others take any (HS2302 says so).
    if (model_.at(placement.system).is_zos()) return {};
    if (const auto first = NextFree(dealt, range, dealt.next, 1)) return Take(dealt, *first, line);
    return {};
  }

  /// What is dealt of a range in one partition. Nothing is given back, so looking for free ones goes upward only.
  struct Dealt {
    std::set<std::uint32_t> used;
    std::uint32_t next_even = 0, next = 0;

    bool Free(std::uint32_t first) const {
      return !used.contains(first) && !used.contains(first + 1) && !used.contains(first + 2);
    }
  };

  static std::optional<std::uint32_t> NextFree(const Dealt& dealt, DeviceRange range, std::uint32_t& next,
                                               std::uint32_t step) {
    const std::uint32_t first = range.first().value();
    next = std::max(next, step == 2 ? first + (first & 1u) : first);
    while (next + 2 <= range.last().value() && !dealt.Free(next)) next += step;
    return next + 2 <= range.last().value() ? std::optional(next) : std::nullopt;
  }
  static model::Stated<DeviceNumber> Take(Dealt& dealt, std::uint32_t first, const model::DeviceGrant& line) {
    for (std::uint32_t i = 0; i < 3; ++i) dealt.used.insert(first + i);
    return model::Stated(DeviceNumber(static_cast<std::uint16_t>(first)), line.range.span());
  }

  PlacementId IdOf(const Placement& placement) const { return model_.IdOf(placement); }

  model::Model& model_;
  std::map<std::pair<std::uint32_t, const model::DeviceGrant*>, Dealt> dealt_;  // by partition and grant
};

}  // namespace

void Attach(BuildContext& context) { Attacher(context.model).Run(); }

}  // namespace hotsite::check
