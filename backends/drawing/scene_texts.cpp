// What stands in a box: names, kinds, capacities.
#include <fmt/format.h>

#include <algorithm>

#include "backends/drawing/scene_parts.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::drawing {
namespace {

using model::System;
using model::SystemKind;

Node::Kind KindOf(const System& system) {
  switch (system.kind) {
    case SystemKind::kZos:
      return Node::Kind::kZos;
    case SystemKind::kZvm:
    case SystemKind::kKvm:
      return Node::Kind::kHypervisor;
    case SystemKind::kCoupling:
      return Node::Kind::kCoupling;
    case SystemKind::kExternal:
      return Node::Kind::kExternal;
    case SystemKind::kLinux:
      break;
  }
  return Node::Kind::kLinux;
}

std::string WhatIs(const model::Model& model, const System& system) {
  std::string what = system.release.valid() ? model.at(system.release).title : model::ToString(system.kind);
  if (system.is_zos() && system.zos_release.valid()) what = model.at(system.zos_release).title;
  if (system.vendors) what += ", the vendor's";
  return what;
}

std::string Processors(const SceneBuilder& builder, const model::Resources& resources) {
  if (resources.processors.open()) return "processors " + builder.Question(resources.processors.hole());
  if (!resources.processors.known()) return {};
  const auto count = static_cast<std::size_t>(*resources.processors);
  std::string text = resources.engines.known() ? fmt::format("{} {}", count, resources.engines->ToString())
                                               : CountOf(count, "processor");
  if (resources.sharing.known()) text += fmt::format(" {}", model::ToString(*resources.sharing));
  return text;
}

void AddMemory(const SceneBuilder& builder, const model::Resources& resources, std::vector<std::string>& facts) {
  if (resources.memory.open()) facts.push_back("memory " + builder.Question(resources.memory.hole()));
  if (resources.memory.known()) facts.push_back(resources.memory->ToString());
  if (resources.xstore.known() && resources.xstore->mib() > 0)
    facts.push_back(fmt::format("{} expanded", resources.xstore->ToString()));
}

/// Which systems it is one with.
void AddUnion(const model::Model& model, model::SystemId id, std::vector<std::string>& facts) {
  const auto has = [&](const std::vector<model::Reference>& members) {
    return std::any_of(members.begin(), members.end(), [&](const model::Reference& one) { return one.system == id; });
  };
  for (const model::Cluster& cluster : model.clusters) {
    if (has(cluster.members)) facts.push_back("SSI " + cluster.name);
  }
  for (const model::Sysplex& sysplex : model.sysplexes) {
    const auto& couplings = sysplex.couplings;
    const bool couples = std::find(couplings.begin(), couplings.end(), id) != couplings.end();
    if (couples || has(sysplex.members)) facts.push_back("sysplex " + sysplex.name);
  }
}

}  // namespace

std::string SceneBuilder::Question(model::HoleId hole) const {
  return requirements == nullptr ? "?" : "? " + requirements->IdOf(hole);
}

std::string SceneBuilder::RequirementOf(const std::string& key) const {
  if (requirements == nullptr) return {};
  const requirements::Requirement* found = requirements->Find(key);
  if (found == nullptr) found = requirements->Find(key + "@" + site.name);
  return found == nullptr ? std::string() : found->id;
}

Node MachineBox(const SceneBuilder& builder, const model::Machine& machine) {
  Node node{.kind = Node::Kind::kMachine, .title = TitleOf(machine.name), .what = "machine", .facts = {}};
  if (machine.model.known()) node.what = builder.model.at(*machine.model).title;
  if (machine.model.open()) node.facts.push_back("model " + builder.Question(machine.model.hole()));
  std::string engines;
  for (const EngineCount& count : machine.engines)
    engines += fmt::format("{}{}", engines.empty() ? "" : ", ", count.ToString());
  if (machine.engines_hole.valid()) engines = "engines " + builder.Question(machine.engines_hole);
  if (!engines.empty()) node.facts.push_back(engines);
  if (machine.memory.known()) node.facts.push_back(machine.memory->ToString());
  if (machine.memory.open()) node.facts.push_back("memory " + builder.Question(machine.memory.hole()));
  return node;
}

Node SystemBox(const SceneBuilder& builder, const model::Placement& placement, const model::Partition* partition) {
  const System& system = builder.model.SystemOf(placement);
  Node node{.kind = KindOf(system), .title = TitleOf(system.name), .what = WhatIs(builder.model, system), .facts = {}};
  node.router = !system.forwards.empty();
  if (node.router && system.is_linux()) node.what = "router";
  node.level = placement.level;
  if (partition != nullptr && partition->name != system.name) node.facts.push_back("in partition " + partition->name);
  // Of a guest of our own hypervisor the vendor needs to know no more than that it is there.
  const bool our_guest = placement.host.valid() && !builder.model.SystemOf(builder.model.at(placement.host)).vendors;
  if (!our_guest || system.is_hypervisor()) {
    if (std::string processors = Processors(builder, placement.resources); !processors.empty())
      node.facts.push_back(std::move(processors));
    AddMemory(builder, placement.resources, node.facts);
  }
  if (!system.is_linux()) AddUnion(builder.model, placement.system, node.facts);
  if (placement.stated || partition != nullptr)
    node.requirement = builder.RequirementOf("place/" + system.name + "/kind");
  const bool cause = placement.level > 1 && system.is_hypervisor() && !placement.guests.empty();
  if (placement.level > 2) node.state = Node::State::kThirdLevel;
  if (cause) node.state = Node::State::kCause;
  return node;
}

Node ExternalBox(const System& system) {
  return {.kind = Node::Kind::kExternal, .title = TitleOf(system.name), .what = "external", .facts = {}};
}

}  // namespace hotsite::backends::drawing
