// What home has and this site lacks: networks that nothing carries, and routers that aren't run here.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "backends/drawing/scene_parts.h"
#include "compiler/model/segments.h"

namespace hotsite::backends::drawing {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::PlacementId;
using model::System;

/// What carries a network at home, if anything does.
std::optional<Bus::Kind> KindAtHome(const Model& model, const std::vector<model::Segment>& segments) {
  for (const model::Segment& segment : segments) {
    for (const model::CarrierId id : segment.carriers)
      return model.at(id).is_osa() ? Bus::Kind::kOutside : Bus::Kind::kHipersockets;
    for (const auto& [host, index] : segment.lans) {
      const model::Lan& lan = model.at(host).lans[index].lan;
      return lan.is_vswitch() ? Bus::Kind::kVswitch : lan.is_bridge() ? Bus::Kind::kBridge : Bus::Kind::kGuestLan;
    }
  }
  return std::nullopt;
}

std::string_view NameOf(std::optional<Bus::Kind> kind) {
  if (!kind || *kind == Bus::Kind::kOutside) return "way out";
  switch (*kind) {
    case Bus::Kind::kHipersockets:
      return "HiperSockets";
    case Bus::Kind::kVswitch:
      return "vswitch";
    case Bus::Kind::kBridge:
      return "bridge";
    default:
      return "guest LAN";
  }
}

class Missing {
 public:
  explicit Missing(SceneBuilder& builder) : builder_(builder), model_(builder.model), scene_(builder.scene) {
    if (const model::Site* home = model_.home()) at_home_ = model::SegmentsAt(model_, model_.IdOf(*home));
    at_home_.resize(model_.networks.size());
  }

  void Run() {
    for (const PlacementId id : builder_.site.placements) {
      for (const model::PlacedNic& nic : model_.at(id).nics) {
        if (!nic.network.valid()) continue;
        if (nic.attachment.kind == model::Attachment::Kind::kNone)
          loose_[nic.network].insert(builder_.BoxOf(id, nic.of_tcpip));
        else
          members_[nic.network].insert(builder_.BoxOf(id, nic.of_tcpip));
      }
    }
    for (const auto& [network, boxes] : loose_) Network(network, {boxes.begin(), boxes.end()});
    for (const PlacementId id : builder_.site.placements) Uplinks(id);
    const model::Site* home = model_.home();
    if (!builder_.site.recovery || home == nullptr) return;
    for (const auto& [network, boxes] : members_) WayOut(network);
    for (const PlacementId id : home->placements) Router(model_.at(id));
  }

 private:
  void Join(End from, End to) {
    if (joined_.emplace(from, to).second) scene_.wires.push_back({from, to, true});
  }

  End AddBus(Bus bus) {
    scene_.buses.push_back(std::move(bus));
    return {End::Kind::kBus, scene_.buses.size() - 1};
  }

  /// The network outside, where an OSA carries it; else what would be there.
  End Outside(NetworkId network, std::string label) {
    const auto known = builder_.outside.find(network);
    if (known != builder_.outside.end()) return {End::Kind::kBus, known->second};
    const End end = AddBus({Bus::Kind::kOutside, true, std::move(label), 0, {network}});
    builder_.outside.emplace(network, end.index);
    return end;
  }

  /// The bus that those would need which nothing carries to the network.
  void Network(NetworkId network, const std::vector<std::size_t>& boxes) {
    const auto kind = KindAtHome(model_, at_home_[network.index]);
    const std::string label = fmt::format("no {} for {}", NameOf(kind), model_.at(network).name);
    const bool outside = !kind || *kind == Bus::Kind::kOutside;
    const End to = outside ? Outside(network, label) : AddBus({*kind, true, label, builder_.Around(boxes), {network}});
    for (const std::size_t box : boxes) Join({End::Kind::kNode, box}, to);
  }

  /// A vswitch or bridge that leads nowhere; one without members isn't drawn.
  void Uplinks(PlacementId host) {
    const std::vector<model::PlacedLan>& lans = model_.at(host).lans;
    for (std::size_t i = 0; i < lans.size(); ++i) {
      const auto loose = [](const model::Attachment& uplink) { return uplink.kind == model::Attachment::Kind::kNone; };
      const auto bus = builder_.lans.find({host, i});
      if (bus == builder_.lans.end() || lans[i].lan.networks.empty()) continue;
      if (!std::any_of(lans[i].uplinks.begin(), lans[i].uplinks.end(), loose)) continue;
      const NetworkId network = lans[i].lan.networks.front();
      Join({End::Kind::kBus, bus->second}, Outside(network, fmt::format("no OSA for {}", model_.at(network).name)));
    }
  }

  /// A network that an OSA carries outside at home, and nothing does here though systems are on it.
  void WayOut(NetworkId network) {
    if (KindAtHome(model_, at_home_[network.index]) == Bus::Kind::kHipersockets || builder_.outside.contains(network))
      return;
    const auto is_osa = [&](model::CarrierId id) { return model_.at(id).is_osa(); };
    for (const model::Segment& segment : at_home_[network.index]) {
      if (std::none_of(segment.carriers.begin(), segment.carriers.end(), is_osa)) continue;
      for (std::size_t i = 0; i < scene_.buses.size(); ++i) {
        const Bus& bus = scene_.buses[i];
        const bool carries = std::find(bus.networks.begin(), bus.networks.end(), network) != bus.networks.end();
        // The outermost one: a vswitch on it needs no way of its own.
        if (!carries || Leads(i)) continue;
        return Join({End::Kind::kBus, i}, Outside(network, fmt::format("no OSA for {}", model_.at(network).name)));
      }
    }
  }

  /// Whether a bus has a wire to a further one.
  bool Leads(std::size_t bus) const {
    return std::any_of(scene_.wires.begin(), scene_.wires.end(),
                       [&](const Wire& wire) { return wire.from == End{End::Kind::kBus, bus}; });
  }

  /// A router of home that isn't run here though systems are on its networks.
  void Router(const Placement& at_home) {
    const System& router = model_.SystemOf(at_home);
    if (router.forwards.empty() || model_.Find(model_.IdOf(builder_.site), at_home.system) != nullptr) return;
    std::vector<NetworkId> networks;
    std::vector<std::size_t> boxes;
    for (const NetworkId network : router.forwards) {
      const std::set<std::size_t>& there = members_[network].empty() ? loose_[network] : members_[network];
      if (!there.empty()) networks.push_back(network);
      boxes.insert(boxes.end(), there.begin(), there.end());
    }
    if (boxes.empty()) return;
    Node node{.kind = Node::Kind::kLinux,
              .state = Node::State::kMissing,
              .router = true,
              .title = TitleOf(router.name),
              .what = "router",
              .facts = {"not run here"}};
    const std::size_t box = builder_.Add(std::move(node), HostOf(at_home, boxes));
    for (const NetworkId network : networks) {
      if (const auto to = BusOf(network, box)) Join({End::Kind::kNode, box}, *to);
    }
  }

  /// Where home has it, if that is run here; else around those that it serves.
  std::size_t HostOf(const Placement& at_home, const std::vector<std::size_t>& boxes) const {
    if (at_home.host.valid()) {
      const Placement* host = model_.Find(model_.IdOf(builder_.site), model_.at(at_home.host).system);
      if (host != nullptr && builder_.folding != Folding::kSystems) {
        const std::size_t box = builder_.boxes[model_.IdOf(*host).index];
        if (!scene_.nodes[box].children.empty()) return box;
      }
    }
    return std::max<std::size_t>(builder_.Around(boxes), scene_.nodes.size() > 1 ? 1 : 0);
  }

  /// What the network's members hang on, in a box around `node`; the innermost one that was found first.
  std::optional<End> BusOf(NetworkId network, std::size_t node) const {
    std::set<std::size_t> around;
    for (std::size_t up = node; up != 0;) around.insert(up = scene_.nodes[up].parent);
    for (std::size_t i = 0; i < scene_.buses.size(); ++i) {
      const std::vector<NetworkId>& carried = scene_.buses[i].networks;
      const bool there = std::find(carried.begin(), carried.end(), network) != carried.end();
      if (there && around.contains(scene_.buses[i].owner)) return End{End::Kind::kBus, i};
    }
    return std::nullopt;
  }

  SceneBuilder& builder_;
  const Model& model_;
  Scene& scene_;
  std::vector<std::vector<model::Segment>> at_home_;
  std::map<NetworkId, std::set<std::size_t>> loose_, members_;
  std::set<std::pair<End, End>> joined_;
};

}  // namespace

std::size_t SceneBuilder::Around(const std::vector<std::size_t>& nodes) const {
  const auto path = [&](std::size_t node) {
    std::vector<std::size_t> up;
    while (node != 0) up.push_back(node = scene.nodes[node].parent);
    return std::vector<std::size_t>(up.rbegin(), up.rend());
  };
  std::vector<std::size_t> common = path(nodes.front());
  for (const std::size_t node : nodes) {
    const std::vector<std::size_t> other = path(node);
    const auto [end, unused] = std::mismatch(common.begin(), common.end(), other.begin(), other.end());
    common.erase(end, common.end());
  }
  return common.back();
}

void AddMissing(SceneBuilder& builder) { Missing(builder).Run(); }

}  // namespace hotsite::backends::drawing
