// What carries the networks of a site: virtual switches and guest LANs in their hypervisor, HiperSockets in their
// machine, OSA ports on its border, the networks outside.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "backends/drawing/scene_parts.h"

namespace hotsite::backends::drawing {
namespace {

using model::Attachment;
using model::Placement;
using model::PlacementId;

constexpr std::size_t kMostDevices = 3;

Bus::Kind KindOf(const model::Lan& lan) {
  return lan.is_bridge() ? Bus::Kind::kBridge : lan.is_vswitch() ? Bus::Kind::kVswitch : Bus::Kind::kGuestLan;
}

/// The device numbers of a port or HiperSockets, known and asked for.
struct Devices {
  std::set<std::string> known, asked;
  std::string Say() const {
    std::string text = Listed(known);
    if (!asked.empty()) text += fmt::format("{}?{}", text.empty() ? "" : ", ", Ids());
    return text;
  }

 private:
  std::string Ids() const { return asked.begin()->empty() ? "" : " " + Listed(asked); }
  static std::string Listed(const std::set<std::string>& all) {
    return SayNames({all.begin(), all.end()}, kMostDevices);
  }
};

class Wires {
 public:
  explicit Wires(SceneBuilder& builder) : builder_(builder), model_(builder.model), scene_(builder.scene) {}

  void Run() {
    for (const PlacementId id : builder_.site.placements) {
      for (const model::PlacedNic& nic : model_.at(id).nics) Nic(id, nic);
    }
    for (const PlacementId id : builder_.site.placements) {
      for (std::size_t i = 0; i < model_.at(id).lans.size(); ++i) Uplinks(id, i);
    }
    SayDevices();
  }

 private:
  void Join(End from, End to) {
    if (from != to && joined_.emplace(from, to).second) scene_.wires.push_back({from, to});
  }

  std::size_t AddBus(Bus bus) {
    scene_.buses.push_back(std::move(bus));
    return scene_.buses.size() - 1;
  }

  std::string NamesOf(const std::vector<model::NetworkId>& networks) const {
    std::vector<std::string> names;
    for (const model::NetworkId id : networks) names.push_back(model_.at(id).name);
    return SayNames(names, 4);
  }

  /// Nothing where the hypervisor is folded: what is in it isn't drawn.
  std::optional<End> Lan(PlacementId host, std::size_t index) {
    const std::size_t owner = builder_.boxes[host.index];
    if (builder_.folding == Folding::kSystems) return std::nullopt;
    const auto [known, is_new] = builder_.lans.try_emplace({host, index}, 0);
    if (is_new) {
      const model::Lan& lan = model_.at(host).lans[index].lan;
      const std::string kind =
          lan.is_guest_lan() && lan.type == model::LanType::kHipers ? "HIPERS guest LAN" : lan.KindName();
      known->second = AddBus(
          {KindOf(lan), false, fmt::format("{} {}: {}", kind, lan.name, NamesOf(lan.networks)), owner, lan.networks});
    }
    return End{End::Kind::kBus, known->second};
  }

  End Hipersockets(model::CarrierId id) {
    const auto [known, is_new] = hipersockets_.try_emplace(id, 0);
    if (is_new) {
      const model::Carrier& carrier = model_.at(id);
      known->second = AddBus({Bus::Kind::kHipersockets, false,
                              fmt::format("HiperSockets {}: {}", carrier.name, NamesOf(carrier.networks)),
                              builder_.machines.at(carrier.machine), carrier.networks});
    }
    return {End::Kind::kBus, known->second};
  }

  End Outside(model::NetworkId id) {
    const auto [known, is_new] = builder_.outside.try_emplace(id, 0);
    if (is_new) {
      const auto& subnet = model_.PlanOf(model_.IdOf(builder_.site), id).subnet;
      std::string label = model_.at(id).name;
      if (subnet.known()) label += "  " + subnet->ToString();
      const std::string question = subnet.open() ? builder_.Question(subnet.hole()) : "";
      known->second = AddBus({Bus::Kind::kOutside, false, label, 0, {id}, question});
    }
    return {End::Kind::kBus, known->second};
  }

  /// One for each partition that is drawn: those of a stack share theirs.
  End OsaPort(model::CarrierId id, std::size_t box, const std::vector<model::NetworkId>& networks) {
    const auto [known, is_new] = ports_.try_emplace({id, box}, scene_.ports.size());
    if (is_new) {
      const model::Carrier& carrier = model_.at(id);
      scene_.ports.push_back(
          {builder_.machines.at(carrier.machine), {(carrier.name.starts_with("OSA") ? "" : "OSA ") + carrier.name}});
    }
    const End port{End::Kind::kPort, known->second};
    const auto& carried = model_.at(id).networks;
    for (const model::NetworkId network : networks) {
      if (std::find(carried.begin(), carried.end(), network) != carried.end()) Join(port, Outside(network));
    }
    return port;
  }

  void NoteDevice(const model::Stated<DeviceNumber>& device, Devices& devices) {
    if (device.known()) devices.known.insert(device->ToString());
    if (device.open())
      devices.asked.insert(builder_.requirements == nullptr ? "" : builder_.requirements->IdOf(device.hole()));
  }

  std::size_t BoxAround(const Placement& placement) const {
    return builder_.boxes[model_.at(placement.partition).occupant.index];
  }

  /// What an interface or uplink is attached to; nothing where nothing carries it, or where that isn't drawn.
  std::optional<End> Target(const Placement& placement, const Attachment& to,
                            const std::vector<model::NetworkId>& networks) {
    if (to.kind == Attachment::Kind::kLan) return Lan(to.host, to.lan);
    if (to.kind == Attachment::Kind::kNone) return std::nullopt;
    const bool osa = model_.at(to.carrier).is_osa();
    const End end = osa ? OsaPort(to.carrier, BoxAround(placement), networks) : Hipersockets(to.carrier);
    NoteDevice(to.device, devices_[end]);
    return end;
  }

  void Nic(PlacementId id, const model::PlacedNic& nic) {
    if (!nic.network.valid()) return;
    if (const auto end = Target(model_.at(id), nic.attachment, {nic.network}))
      Join({End::Kind::kNode, builder_.BoxOf(id, nic.of_tcpip)}, *end);
  }

  void Uplinks(PlacementId host, std::size_t index) {
    const Placement& placement = model_.at(host);
    const model::PlacedLan& placed = placement.lans[index];
    const auto lan = builder_.lans.find({host, index});
    const bool folded = builder_.folding == Folding::kSystems;
    if (lan == builder_.lans.end() && !folded) return;  // nobody is on it
    const End from = folded ? End{End::Kind::kNode, builder_.boxes[host.index]} : End{End::Kind::kBus, lan->second};
    for (const Attachment& uplink : placed.uplinks) {
      if (const auto end = Target(placement, uplink, placed.lan.networks)) Join(from, *end);
    }
  }

  void SayDevices() {
    for (const auto& [end, devices] : devices_) {
      const std::string said = devices.Say();
      if (said.empty()) continue;
      if (end.kind == End::Kind::kBus) {
        if (!devices.asked.empty()) scene_.buses[end.index].question = said;
        continue;
      }
      scene_.ports[end.index].lines.push_back(said);
      scene_.ports[end.index].open = !devices.asked.empty();
    }
  }

  SceneBuilder& builder_;
  const model::Model& model_;
  Scene& scene_;
  std::set<std::pair<End, End>> joined_;
  std::map<model::CarrierId, std::size_t> hipersockets_;
  std::map<std::pair<model::CarrierId, std::size_t>, std::size_t> ports_;
  std::map<End, Devices> devices_;
};

/// The network outside that an address belongs to; invalid where it belongs to none.
model::NetworkId NetworkOf(const SceneBuilder& builder, const model::Address& address) {
  if (address.network.valid()) return address.network;
  for (const auto& [network, bus] : builder.outside) {
    const auto& subnet = builder.model.PlanOf(builder.model.IdOf(builder.site), network).subnet;
    if (subnet.known() && subnet->Contains(address.literal)) return network;
  }
  return {};
}

}  // namespace

void AddExternals(SceneBuilder& builder) {
  for (const model::System& system : builder.model.systems) {
    if (system.kind != model::SystemKind::kExternal) continue;
    std::set<std::size_t> on;
    for (const model::Address& address : system.addresses) {
      const auto bus = builder.outside.find(NetworkOf(builder, address));
      if (bus != builder.outside.end()) on.insert(bus->second);
    }
    if (on.empty()) continue;
    const std::size_t node = builder.Add(ExternalBox(system), 0);
    for (const std::size_t bus : on) {
      const bool missing = builder.scene.buses[bus].missing;
      builder.scene.wires.push_back({{End::Kind::kNode, node}, {End::Kind::kBus, bus}, missing});
    }
  }
}

void AddWires(SceneBuilder& builder) { Wires(builder).Run(); }

}  // namespace hotsite::backends::drawing
