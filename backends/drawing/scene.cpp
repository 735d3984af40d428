#include "backends/drawing/scene.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/drawing/scene_parts.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::drawing {
namespace {

constexpr std::size_t kMostNamed = 12;  // ranges of names in a remark
constexpr std::size_t kMostBuses = 12;  // drawn in one box

/// `Home`; `hotsite`.
std::string NameOf(const model::Site& site) { return site.recovery || site.name != "home" ? site.name : "home"; }

void SayNotRun(SceneBuilder& builder) {
  if (!builder.site.recovery) return;
  std::vector<std::string> names;
  for (const model::System& system : builder.model.systems) {
    if (system.vendors || system.kind == model::SystemKind::kExternal) continue;
    if (builder.model.Find(builder.model.IdOf(builder.site), builder.model.IdOf(system)) == nullptr)
      names.push_back(system.name);
  }
  if (!names.empty())
    builder.scene.remarks.push_back(fmt::format("Not run at {}: ", builder.site.name) + SayNames(names, kMostNamed));
}

/// A box can show a dozen networks; the others are counted. Those with the most members stay.
void KeepFewBuses(SceneBuilder& builder) {
  Scene& scene = builder.scene;
  std::vector<std::size_t> wires(scene.buses.size());
  for (const Wire& wire : scene.wires) {
    if (wire.to.kind == End::Kind::kBus) ++wires[wire.to.index];
  }
  std::vector<std::vector<std::size_t>> owned(scene.nodes.size());
  for (std::size_t i = 0; i < scene.buses.size(); ++i) owned[scene.buses[i].owner].push_back(i);
  std::vector<bool> dropped(scene.buses.size());
  std::size_t count = 0;
  for (auto& buses : owned) {
    std::stable_sort(buses.begin(), buses.end(), [&](std::size_t a, std::size_t b) { return wires[a] > wires[b]; });
    for (std::size_t i = kMostBuses; i < buses.size(); ++i, ++count) dropped[buses[i]] = true;
  }
  if (count == 0) return;
  const auto hangs = [&](const End& end) { return end.kind == End::Kind::kBus && dropped[end.index]; };
  std::erase_if(scene.wires, [&](const Wire& wire) { return hangs(wire.from) || hangs(wire.to); });
  for (std::size_t i = 0; i < scene.buses.size(); ++i) {
    if (dropped[i]) scene.buses[i].owner = kNoNode;
  }
  scene.remarks.push_back(fmt::format("Not drawn: {}", CountOf(count, "network")));
}

std::string TitleOf(const Node& node) {
  std::string title = fmt::format("{}", fmt::join(node.title, " "));
  if (!node.what.empty()) title += " (" + WhatOf(node);
  if (node.level) title += fmt::format(", level {}", *node.level);
  return node.what.empty() ? title : title + ")";
}

/// The picture in words, for whoever can't see it: every box with what is in it, every network with its members.
std::string Describe(const Scene& scene) {
  std::string text;
  for (const Node& node : scene.nodes) {
    if (node.children.empty()) continue;
    std::vector<std::string> inside;
    for (const std::size_t child : node.children) {
      if (scene.nodes[child].kind != Node::Kind::kExternal) inside.push_back(TitleOf(scene.nodes[child]));
    }
    if (inside.empty()) continue;
    text += fmt::format("{} holds {}. ", TitleOf(node), JoinWords(inside));
  }
  std::vector<std::vector<std::string>> members(scene.buses.size());
  for (const Wire& wire : scene.wires) {
    if (wire.to.kind != End::Kind::kBus) continue;
    if (wire.from.kind == End::Kind::kNode)
      members[wire.to.index].push_back(fmt::format("{}", fmt::join(scene.nodes[wire.from.index].title, " ")));
    if (wire.from.kind == End::Kind::kPort)
      members[wire.to.index].push_back(scene.ports[wire.from.index].lines.front());
    if (wire.from.kind == End::Kind::kBus) members[wire.to.index].push_back(scene.buses[wire.from.index].label);
  }
  for (std::size_t i = 0; i < scene.buses.size(); ++i) {
    if (!members[i].empty()) text += fmt::format("{} connects {}. ", scene.buses[i].label, JoinWords(members[i]));
  }
  for (const std::string& remark : scene.remarks) text += remark + ". ";
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace

std::string WhatOf(const Node& node) {
  if (node.count < 2) return node.what;
  if (node.kind == Node::Kind::kCoupling) return fmt::format("{} coupling facilities", node.count);
  return fmt::format("{} {}", node.count, node.what);
}

Scene MakeScene(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements,
                Folding folding) {
  SceneBuilder builder{model, site, site.recovery ? requirements : nullptr, folding};
  builder.scene.title = "What runs where at " + NameOf(site);
  builder.scene.heading = site.recovery ? site.name : site.name == "home" ? "Home" : "Home: " + site.name;
  AddBoxes(builder);
  AddWires(builder);
  AddMissing(builder);
  AddExternals(builder);
  SayNotRun(builder);
  KeepFewBuses(builder);
  builder.scene.description = Describe(builder.scene);
  return std::move(builder.scene);
}

}  // namespace hotsite::backends::drawing
