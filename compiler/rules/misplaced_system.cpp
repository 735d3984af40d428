#include <algorithm>
#include <optional>

#include "compiler/rules/engines.h"
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

template <class Has>
bool AnyOf(const std::vector<EngineType>& types, Has has) {
  return std::any_of(types.begin(), types.end(), has);
}

/// The partition or the machine may have no processor that the system runs on. A guest is judged by its hypervisor's,
/// but z/OS wants CPs at every level.
std::optional<Obstacle> NoEngine(const Model& model, const Placement& placement) {
  const std::vector<EngineType> types = EnginesFor(model.SystemOf(placement));
  const std::string best = ToString(types.front());
  for (const Placement* at = &placement; at != nullptr; at = at->host.valid() ? &model.at(at->host) : nullptr) {
    const auto& engines = at->resources.engines;
    if (!engines.known() || engines->types.empty()) continue;
    if (AnyOf(types, [&](EngineType type) { return engines->Allows(type); })) continue;
    return Obstacle{
        fmt::format("{} {} only", at == &placement ? "it gets" : fmt::format("`{}` has", model.SystemOf(*at).name),
                    engines->ToString()),
        engines.span(), fmt::format("{} only", engines->ToString()), fmt::format("give it `{}` processors", best)};
  }
  if (!placement.machine.valid()) return std::nullopt;
  const model::Machine& machine = model.at(placement.machine);
  const auto has = [&](EngineType type) {
    return std::any_of(machine.engines.begin(), machine.engines.end(),
                       [&](const EngineCount& engines) { return engines.type == type && engines.count > 0; });
  };
  if (machine.engines.empty() || AnyOf(types, has)) return std::nullopt;
  return Obstacle{fmt::format("machine `{}` has no {}", machine.name, best), machine.engines_span,
                  fmt::format("no {} among them", best),
                  fmt::format("ask for {0}s: `engines … {0}` in machine `{1}`", best, machine.name)};
}

bool IsOfKvm(const Model& model, const System& system) {
  return system.parent.valid() && model.at(system.parent).is_kvm();
}

/// What was declared as a guest has nothing but what its hypervisor makes for it.
std::optional<Obstacle> NoHost(const Model& model, const System& system) {
  if (!system.is_linux() || !system.parent.valid()) return std::nullopt;
  const char* kind = model::ToString(model.at(system.parent).kind);
  return Obstacle{
      IsOfKvm(model, system) ? "it is a guest: its disks and network interfaces are virtio devices of its KVM"
                             : "it is a guest: its disks are minidisks and its network interfaces virtual",
      system.written.name, fmt::format("a guest of a {} here", kind),
      fmt::format("place it under a {}: `guest {} from {}`", kind, system.name, model.at(system.parent).name)};
}

/// A guest set up for one kind of hypervisor finds none of its devices under the other.
std::optional<Obstacle> OtherDevices(const Model& model, const System& system, const System& host) {
  const bool of_kvm = IsOfKvm(model, system);
  if (host.is_kvm() == of_kvm) return std::nullopt;
  const std::string label = system.parent.valid()
                                ? fmt::format("a guest of a {} here", model::ToString(model.at(system.parent).kind))
                                : fmt::format("a {} system", model::ToString(system.kind));
  if (of_kvm)
    return Obstacle{"it is set up for virtio devices, and a z/VM has none", system.written.name, label,
                    "place it under a KVM"};
  return Obstacle{fmt::format("it is set up for {}, and a KVM gives its guests virtio devices",
                              system.is_linux() ? "qeth and DASD devices" : "the devices of a machine"),
                  system.written.name, label, "place it in a partition or under a z/VM"};
}

/// What a system must have around it, or not.
std::optional<Obstacle> WrongHost(const Model& model, const Placement& placement) {
  const System& system = model.SystemOf(placement);
  if (!placement.host.valid()) return NoHost(model, system);
  const System& host = model.SystemOf(model.at(placement.host));
  const std::string label = fmt::format("a {} system", model::ToString(host.kind));
  if (!host.is_hypervisor())
    return Obstacle{fmt::format("`{}` is no z/VM, and only a z/VM has guests", host.name), host.written.name, label,
                    "place it in a partition or under a z/VM"};
  const std::string own = fmt::format("ask for a partition of its own: `lpar {}`", system.name);
  if (system.is_kvm())
    return Obstacle{fmt::format("KVM runs in a partition, not as a guest of {}", model::ToString(host.kind)),
                    host.written.name, label, own};
  if (system.is_coupling())
    return Obstacle{"a coupling facility runs in a partition of its own", host.written.name, label, own};
  return OtherDevices(model, system, host);
}

std::optional<Obstacle> FindObstacle(const Model& model, const Placement& placement) {
  const System& system = model.SystemOf(placement);
  if (system.kind == model::SystemKind::kExternal) {
    return Obstacle{"it is an external system, which isn't restored as part of this spec", system.written.name,
                    "external here", "declare it as `zos` or `zvm`, or don't place it"};
  }
  if (auto obstacle = WrongHost(model, placement)) return obstacle;
  const bool judged_by_host = placement.host.valid() && !system.is_zos();
  return judged_by_host ? std::nullopt : NoEngine(model, placement);
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
- A coupling facility runs in a partition of its own, on ICFs or CPs. z/VM can
  simulate one for its guests; that is for tests of another kind, and has
  other definitions.
- A Linux guest of a z/VM has minidisks and virtual network interfaces that its
  z/VM makes for it. In a bare partition neither exists. It needs a z/VM around
  it: your own in a partition, or the vendor's (`guest LNX1 from VMPROD`). A
  Linux that is to run in a partition stands at the top of the file.
- A guest of a KVM has virtio disks and network interfaces. A z/VM has none of
  these, and a KVM gives no qeth device and no minidisk: guests don't change
  over without being set up anew.
- KVM runs in a partition. Under z/VM, or under another KVM, its guests would
  be at level 3; Red Hat doesn't support it under z/VM at all.
- An external system is one that we need but don't restore; it can't be
  placed.

To repair it, give the partition CPs, or move the system to one that has them.
Where the vendor may choose, say which engine types would do: `processors 3 CP
or IFL` for a z/VM that runs only Linux.

Source: PR/SM Planning Guide, "Control program support" (which control
programs run in which partition mode); that z/OS isn't dispatched on IFLs, nor
z/VM and Linux on zIIPs and ICFs, is from knowledge. KVM: Red Hat Enterprise
Linux 7, Virtualization Deployment and Administration Guide, B.2; IBM Docs,
"Linux as a KVM guest on IBM Z versus distributed systems". The coupling
facility: z/OS HCD Planning, "Defining coupling facility components".)";

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
