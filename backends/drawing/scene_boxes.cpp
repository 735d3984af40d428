// Machines, partitions, systems and guests as boxes in boxes.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "backends/drawing/scene_parts.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::drawing {
namespace {

using model::Placement;
using model::PlacementId;

/// What a picture shows of a system beside its name: where its interfaces are attached, each once.
std::string AttachedTo(const Placement& placement) {
  std::set<std::string> ends;
  for (const model::PlacedNic& nic : placement.nics) {
    const model::Attachment& to = nic.attachment;
    switch (to.kind) {
      case model::Attachment::Kind::kLan:
        ends.insert(fmt::format("l{}.{}", to.host.index, to.lan));
        break;
      case model::Attachment::Kind::kDevices:
        ends.insert(fmt::format("d{}.{}", to.carrier.index, nic.network.index));
        break;
      case model::Attachment::Kind::kNone:
        ends.insert(fmt::format("n{}", nic.network.index));
        break;
    }
  }
  return fmt::format("{}", fmt::join(ends, " "));
}

std::size_t NetworksOf(const Placement& placement) {
  std::set<model::NetworkId> networks;
  for (const model::PlacedNic& nic : placement.nics) networks.insert(nic.network);
  return networks.size();
}

class Boxes {
 public:
  explicit Boxes(SceneBuilder& builder) : builder_(builder), model_(builder.model) {
    builder_.boxes.assign(model_.placements.size(), kNoNode);
  }

  void Machine(model::MachineId id) {
    const model::Machine& machine = model_.at(id);
    const std::size_t node = builder_.Add(MachineBox(builder_, machine), 0);
    builder_.machines[id] = node;
    std::vector<const model::Partition*> empty;
    std::vector<Inmate> inmates;
    for (const model::PartitionId partition : machine.partitions) {
      const model::Partition& one = model_.at(partition);
      if (one.occupant.valid())
        inmates.push_back({one.occupant, &one});
      else
        empty.push_back(&one);
    }
    Fill(std::move(inmates), node);
    for (const model::Partition* one : empty)
      builder_.Add(
          {.kind = Node::Kind::kEmpty, .title = TitleOf(one->name), .what = "empty partition", .facts = {}, .level = 1},
          node);
  }

 private:
  struct Inmate {
    PlacementId id;
    const model::Partition* partition = nullptr;  // nothing: a guest
  };

  /// A box with boxes in it.
  bool IsContainer(const Placement& placement) const {
    const model::System& system = model_.SystemOf(placement);
    if (builder_.folding == Folding::kSystems) return false;
    return system.is_hypervisor() && (!placement.guests.empty() || !placement.lans.empty());
  }

  /// Hypervisors first, then z/OS, then others; among guests routers first, then who has the most networks; else the
  /// order of the spec, which is the same at every site.
  auto OrderOf(const Inmate& inmate) const {
    const Placement& placement = model_.at(inmate.id);
    const model::System& system = model_.SystemOf(placement);
    const int kind = IsContainer(placement) ? 0 : system.is_hypervisor() ? 1 : system.is_zos() ? 2 : 3;
    const bool guest = inmate.partition == nullptr;
    const bool ahead = guest && !system.forwards.empty();
    return std::tuple(kind, !ahead, guest ? ~NetworksOf(placement) : 0, placement.system.index);
  }

  void Fill(std::vector<Inmate> inmates, std::size_t parent) {
    std::stable_sort(inmates.begin(), inmates.end(),
                     [&](const Inmate& a, const Inmate& b) { return OrderOf(a) < OrderOf(b); });
    const auto first_leaf = std::find_if(inmates.begin(), inmates.end(),
                                         [&](const Inmate& one) { return !IsContainer(model_.at(one.id)); });
    std::for_each(inmates.begin(), first_leaf, [&](const Inmate& one) { Container(one, parent); });
    inmates.erase(inmates.begin(), first_leaf);
    Leaves(inmates, parent);
  }

  void Container(const Inmate& inmate, std::size_t parent) {
    const Placement& placement = model_.at(inmate.id);
    const std::size_t node = builder_.Add(SystemBox(builder_, placement, inmate.partition), parent);
    builder_.boxes[inmate.id.index] = node;
    const auto of_stack = [](const model::PlacedNic& nic) { return nic.of_tcpip; };
    if (std::any_of(placement.nics.begin(), placement.nics.end(), of_stack)) {
      const std::string& userid = model_.SystemOf(placement).tcpip->userid;
      builder_.stacks[inmate.id] = builder_.Add(
          {.kind = Node::Kind::kStack, .title = TitleOf(userid), .what = "TCP/IP stack", .facts = {}}, node);
    }
    std::vector<Inmate> guests;
    for (const PlacementId guest : placement.guests) guests.push_back({guest});
    Fill(std::move(guests), node);
  }

  std::string LikenessOf(const Inmate& inmate, const Node& node) const {
    return fmt::format("{} {} {} {} {} {}", static_cast<int>(node.kind), node.router, static_cast<int>(node.state),
                       node.level.value_or(0), model_.at(inmate.id).guests.size(), AttachedTo(model_.at(inmate.id)));
  }

  void Leaves(const std::vector<Inmate>& inmates, std::size_t parent) {
    std::vector<std::string> names, likeness;
    std::vector<Node> nodes;
    for (const Inmate& one : inmates) {
      nodes.push_back(SystemBox(builder_, model_.at(one.id), one.partition));
      names.push_back(model_.SystemOf(model_.at(one.id)).name);
      likeness.push_back(LikenessOf(one, nodes.back()));
    }
    const bool partitions = builder_.scene.nodes[parent].kind == Node::Kind::kMachine;
    for (Group& group : FoldAlike(names, likeness, partitions ? Folding::kSeldom : builder_.folding)) {
      Node node = nodes[group.members.front()];
      if (group.members.size() > 1) node = Stack(nodes, group);
      if (const std::size_t inside = Inside(inmates, group); inside > 0) node.facts.push_back(CountOf(inside, "guest"));
      const std::size_t box = builder_.Add(std::move(node), parent);
      for (const std::size_t member : group.members) Claim(inmates[member].id, box);
    }
  }

  /// A stack says only what holds for all in it.
  static Node Stack(const std::vector<Node>& nodes, Group& group) {
    Node stack = nodes[group.members.front()];
    stack.title = std::move(group.title);
    stack.count = group.members.size();
    for (const std::size_t member : group.members) {
      const Node& one = nodes[member];
      if (one.what != stack.what)
        stack.what = one.kind == stack.kind && one.kind == Node::Kind::kLinux ? "Linux" : "systems";
      if (one.facts != stack.facts) stack.facts.clear();
      if (one.level != stack.level) stack.level.reset();
      stack.state = std::max(stack.state, one.state);
      stack.router = stack.router && one.router;
    }
    stack.requirement.clear();
    return stack;
  }

  std::size_t Inside(const std::vector<Inmate>& inmates, const Group& group) const {
    std::size_t count = 0;
    for (const std::size_t member : group.members) count += model_.at(inmates[member].id).guests.size();
    return count;
  }

  /// Everything in a folded hypervisor is in its box.
  void Claim(PlacementId id, std::size_t box) {
    builder_.boxes[id.index] = box;
    for (const PlacementId guest : model_.at(id).guests) Claim(guest, box);
  }

  SceneBuilder& builder_;
  const model::Model& model_;
};

}  // namespace

void AddBoxes(SceneBuilder& builder) {
  builder.Add({.kind = Node::Kind::kSite, .title = {builder.site.name}, .what = "", .facts = {}}, 0);
  Boxes boxes(builder);
  for (const model::MachineId id : builder.site.machines) boxes.Machine(id);
}

}  // namespace hotsite::backends::drawing
