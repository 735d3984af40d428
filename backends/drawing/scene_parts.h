// The steps of MakeScene, and what they share.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "backends/drawing/scene.h"

namespace hotsite::backends::drawing {

inline constexpr std::size_t kNoNode = static_cast<std::size_t>(-1);

struct SceneBuilder {
  const model::Model& model;
  const model::Site& site;
  const requirements::Requirements* requirements;
  Folding folding;
  Scene scene = {};
  std::vector<std::size_t> boxes = {};  // by placement: its node, perhaps a stack; kNoNode: of another site
  std::map<model::PlacementId, std::size_t> stacks = {};  // nodes of the TCP/IP stacks
  std::map<model::MachineId, std::size_t> machines = {};
  std::map<std::pair<model::PlacementId, std::size_t>, std::size_t> lans =
      {};                                                // buses of hypervisors, by host and index
  std::map<model::NetworkId, std::size_t> outside = {};  // buses outside, carried or missing

  std::size_t Add(Node node, std::size_t parent) {
    node.parent = parent;
    scene.nodes.push_back(std::move(node));
    const std::size_t index = scene.nodes.size() - 1;
    if (index != parent) scene.nodes[parent].children.push_back(index);
    return index;
  }
  /// The box of a placed system's interface: of its TCP/IP stack, or its own.
  std::size_t BoxOf(model::PlacementId placement, bool of_stack) const {
    const auto stack = of_stack ? stacks.find(placement) : stacks.end();
    return stack == stacks.end() ? boxes[placement.index] : stack->second;
  }
  /// The deepest box that holds all of them: not one of themselves.
  std::size_t Around(const std::vector<std::size_t>& nodes) const;
  /// `? OSA-004`, or `?` where nobody numbers the questions.
  std::string Question(model::HoleId hole) const;
  /// The requirement with this key at this site; empty when there is none.
  std::string RequirementOf(const std::string& key) const;
};

// scene_texts.cpp: what stands in a box.
Node MachineBox(const SceneBuilder& builder, const model::Machine& machine);
/// `partition` where the system runs directly in it.
Node SystemBox(const SceneBuilder& builder, const model::Placement& placement, const model::Partition* partition);
Node ExternalBox(const model::System& system);

// scene_boxes.cpp: machines, partitions, systems, guests.
void AddBoxes(SceneBuilder& builder);

// scene_wires.cpp: what carries the networks, and whom.
void AddWires(SceneBuilder& builder);

// scene_missing.cpp: what home has and this site lacks; to be called behind AddWires.
void AddMissing(SceneBuilder& builder);

// scene_wires.cpp: systems outside, on the networks outside; to be called last.
void AddExternals(SceneBuilder& builder);

/// Systems in one container that differ in nothing that a picture shows: what they have in common, and which.
struct Group {
  std::vector<std::size_t> members;  // positions in the list given to FoldNames
  std::vector<std::string> title;    // of the stack; of one member: its name
};
/// Names in their order, and what they have in common (equal strings: alike).
std::vector<Group> FoldAlike(const std::vector<std::string>& names, const std::vector<std::string>& likeness,
                             Folding folding);

/// A long name in pieces that fit in a box; most names are one.
std::vector<std::string> TitleOf(std::string_view name);

/// `LNXTST1 to LNXTST12, LNXMQ1`: at most so many words, then `and 7 more`.
std::string SayNames(const std::vector<std::string>& names, std::size_t most);

}  // namespace hotsite::backends::drawing
