#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

/// Why a system can't run where it is placed, and where that is said.
struct Obstacle {
  std::string why;
  Span where;
  std::string label;
  std::string way_out;
};

/// z/OS runs on general purpose processors only; the partition or the machine may have none.
std::optional<Obstacle> NoCp(const Model& model, const Placement& placement) {
  for (const Placement* at = &placement; at != nullptr; at = at->host.valid() ? &model.at(at->host) : nullptr) {
    const auto& engines = at->resources.engines;
    if (!engines.known() || engines->types.empty() || engines->Allows(EngineType::kCp)) continue;
    return Obstacle{
        fmt::format("{} {} only", at == &placement ? "it gets" : fmt::format("`{}` has", model.SystemOf(*at).name),
                    engines->ToString()),
        engines.span(), fmt::format("{} only", engines->ToString()), "give it `CP` processors"};
  }
  if (!placement.machine.valid()) return std::nullopt;
  const model::Machine& machine = model.at(placement.machine);
  if (machine.engines.empty()) return std::nullopt;
  for (const EngineCount& engines : machine.engines) {
    if (engines.type == EngineType::kCp && engines.count > 0) return std::nullopt;
  }
  return Obstacle{fmt::format("machine `{}` has no CP", machine.name), machine.engines_span, "no CP among them",
                  fmt::format("ask for CPs: `engines … CP` in machine `{}`", machine.name)};
}

std::optional<Obstacle> FindObstacle(const Model& model, const Placement& placement) {
  const System& system = model.SystemOf(placement);
  if (system.kind == model::SystemKind::kExternal) {
    return Obstacle{"it is an external system, which isn't restored as part of this spec", system.written.name,
                    "external here", "declare it as `zos` or `zvm`, or don't place it"};
  }
  if (system.is_linux() && !placement.host.valid()) {
    return Obstacle{"it is a guest: its disks are minidisks and its network interfaces virtual", system.written.name,
                    "a guest of a z/VM here",
                    fmt::format("place it under a z/VM: `guest {} from {}`", system.name,
                                system.parent.valid() ? model.at(system.parent).name : "ITS_ZVM")};
  }
  if (placement.host.valid() && !model.SystemOf(model.at(placement.host)).is_zvm()) {
    const System& host = model.SystemOf(model.at(placement.host));
    return Obstacle{fmt::format("`{}` is no z/VM, and only a z/VM has guests", host.name), host.written.name,
                    fmt::format("a {} system", model::ToString(host.kind)), "place it in a partition or under a z/VM"};
  }
  return system.is_zos() ? NoCp(model, placement) : std::nullopt;
}

void Run(const Model& model, model::RuleReporter& report) {
  // Systems that one statement keeps from running are one mistake.
  struct Found {
    const Placement* placement;
    Obstacle obstacle;
  };
  Gathered<std::pair<std::uint32_t, SpanKey>, Found> found;
  for (const Placement& placement : model.placements) {
    if (auto obstacle = FindObstacle(model, placement)) {
      found.Add({placement.site.index, KeyOf(obstacle->where)}, {&placement, *obstacle});
    }
  }
  for (const auto& group : found.groups()) {
    std::vector<std::string> names;
    for (const Found& one : group) names.push_back(model.SystemOf(*one.placement).name);
    const Obstacle& obstacle = group.front().obstacle;
    auto& finding = report.Error(group.front().placement->written.name, "{} can't run where `{}` places {}: {}",
                                 OneOrCount(names, "systems"), model.at(group.front().placement->site).name,
                                 names.size() == 1 ? "it" : "them", obstacle.why);
    finding.Here("placed here").Mark(obstacle.where, obstacle.label).Advise(obstacle.way_out);
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

constexpr std::string_view kExplanation =
    R"(A system is placed where its kind can't run. Nobody notices before the morning
of the test, when the operator loads it:

- z/OS runs on general purpose processors (CP). It may use zIIPs beside them,
  but never IFLs: a partition, or a z/VM, that has only IFLs doesn't run z/OS
  at all. A vendor that offers "8 IFLs" for a mixed shop has offered nothing
  for z/OS.
- A Linux guest has minidisks and virtual network interfaces that its z/VM
  makes for it. In a bare partition neither exists. It needs a z/VM around it:
  your own in a partition, or the vendor's (`guest LNX1 from VMPROD`).
- An external system is one that we need but don't restore; it can't be
  placed.

To repair it, give the partition CPs, or move the system to one that has them.
Where the vendor may choose, say which engine types would do: `processors 3 CP
or IFL` for a z/VM that runs only Linux.

Source: PR/SM Planning Guide, "Control program support" (which control
programs run in which partition mode); that z/OS isn't dispatched on IFLs is
from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 8 GiB }

site home {
  machine CEC {
    engines 4 IFL
    lpar PRODA
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 8 GiB }

site home {
  machine CEC {
    engines 1 CP, 4 IFL
    lpar PRODA
  }
}
)";

}  // namespace

const model::Rule kMisplacedSystem = {
    .title = "A system is placed where its kind can't run.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
