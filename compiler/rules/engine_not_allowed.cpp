#include <algorithm>
#include <optional>

#include "compiler/rules/engine_needs.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Partition;
using model::PartitionMode;

constexpr const char* kGuide = "source: PR/SM Planning Guide, \"Processor Characteristics\" and \"Mode of operation\"";

/// What can't be of a partition: `PRODA` would run z/OS in Linux only mode.
struct Fault {
  Severity severity = Severity::kError;
  Span where;
  std::string label;
  std::string would;  // what it would do or have, and why not
  Span other;
  std::string other_label;
  std::string source;
  std::string advice;
  Span same;  // faults with the same one, and the same words, are one mistake; not valid: `where`
};

/// What a partition in a mode can have. Source: PR/SM Planning Guide, "Processor Characteristics"; zAAPs stand where
/// zIIPs do (z/OS 2.1, "zIIPs are configured via the normal PR/SM logical partition image profile").
std::vector<EngineType> EnginesOf(PartitionMode mode) {
  using enum EngineType;
  switch (mode) {
    case PartitionMode::kGeneral:
    case PartitionMode::kEsa390:
      return {kCp, kZiip, kZaap};
    case PartitionMode::kLinuxOnly:
    case PartitionMode::kSsc:
      return {kIfl, kCp};
    case PartitionMode::kZvm:
      return {kCp, kIfl, kZiip, kZaap, kIcf};
    case PartitionMode::kCouplingFacility:
      return {kIcf, kCp};
  }
  return {};
}

/// Whether a partition in a mode runs such a system. Source: PR/SM Planning Guide, "Mode of operation".
bool Runs(PartitionMode mode, const model::System& system) {
  switch (mode) {
    case PartitionMode::kGeneral:
    case PartitionMode::kEsa390:
      return !system.is_coupling();
    case PartitionMode::kLinuxOnly:
      return system.is_linux() || system.is_kvm() || system.is_zvm();
    case PartitionMode::kZvm:
      return system.is_zvm();
    case PartitionMode::kCouplingFacility:
      return system.is_coupling();
    case PartitionMode::kSsc:
      return false;  // appliances, none of which a spec describes
  }
  return true;
}

/// The mode that such a system mostly runs in.
const char* ModeFor(const model::System& system) {
  if (system.is_coupling()) return "coupling_facility";
  return system.is_zos() || system.is_zvm() ? "general" : "linux_only";
}

/// `z/OS`, `a coupling facility`.
std::string WithArticle(const model::System& system) {
  return fmt::format("{}{}", system.is_coupling() ? "a " : "", model::ToString(system.kind));
}

std::string EngineWords(const std::vector<EngineType>& types) {
  std::vector<std::string> words;
  for (const EngineType type : types) words.push_back(ToString(type));
  return JoinWords(words);
}

template <class T>
bool Lacks(const model::Fact<std::vector<T>>& fact, T one) {
  return fact.known() && std::find((*fact).begin(), (*fact).end(), one) == (*fact).end();
}

/// General took the place of ESA/390 with z14: whoever defines the partition reads one as the other.
bool IsRenamed(PartitionMode mode) { return mode == PartitionMode::kGeneral || mode == PartitionMode::kEsa390; }

std::optional<Fault> WrongSystem(const model::Stated<PartitionMode>& mode, const model::System& system) {
  if (Runs(*mode, system)) return std::nullopt;
  return Fault{Severity::kError,
               mode.span(),
               fmt::format("in {} mode", ToString(*mode)),
               fmt::format("run {} in {} mode", WithArticle(system), ToString(*mode)),
               system.written.name,
               fmt::format("{} here", WithArticle(system)),
               kGuide,
               fmt::format("say `mode {}`, or nothing", ModeFor(system)),
               {}};
}

std::optional<Fault> WrongMachine(const Model& model, const Partition& partition) {
  const model::Stated<PartitionMode>& mode = partition.settings.mode;
  const model::Machine& machine = model.at(partition.machine);
  if (!machine.model.known()) return std::nullopt;
  const model::MachineModel& kind = model.at(*machine.model);
  if (!Lacks(kind.partition_modes, *mode)) return std::nullopt;
  const bool error = kind.partition_modes.sourced() && !IsRenamed(*mode);
  std::vector<std::string> modes;
  for (const PartitionMode one : *kind.partition_modes) modes.emplace_back(ToString(one));
  return Fault{error ? Severity::kError : Severity::kWarning,
               partition.written.name,
               fmt::format("in {} mode", ToString(*mode)),
               fmt::format("be in {} mode, which {} doesn't have", ToString(*mode), kind.title),
               mode.span(),
               "the mode is said here",
               SourceNote(kind.partition_modes.source),
               fmt::format("its modes are {}", JoinWords(modes)),
               machine.model.span()};
}

std::optional<Fault> WrongRelease(const Model& model, const model::Stated<PartitionMode>& mode,
                                  const model::System& system) {
  const model::Release* release = nullptr;
  if (system.is_zvm() && system.release.valid()) release = &model.at(system.release);
  if (system.is_zos() && system.zos_release.valid()) release = &model.at(system.zos_release);
  if (release == nullptr || !Lacks(release->partition_modes, *mode)) return std::nullopt;
  if (IsRenamed(*mode)) return std::nullopt;  // the machine's matter
  return Fault{release->partition_modes.sourced() ? Severity::kError : Severity::kWarning,
               mode.span(),
               fmt::format("in {} mode", ToString(*mode)),
               fmt::format("be in {} mode, and {} doesn't run in it", ToString(*mode), release->title),
               system.written.name,
               fmt::format("runs {}", release->title),
               SourceNote(release->partition_modes.source),
               fmt::format("say `mode {}`, or nothing", ModeFor(system)),
               {}};
}

/// `mode linux_only` or `mode zvm`: those that take one of the processors and run the system there.
std::vector<std::string> ModesFor(const Model& model, const Partition& partition, const model::System& system,
                                  const EngineChoice& engines) {
  constexpr std::pair<PartitionMode, const char*> kWords[] = {
      {PartitionMode::kGeneral, "general"},
      {PartitionMode::kEsa390, "esa390"},
      {PartitionMode::kLinuxOnly, "linux_only"},
      {PartitionMode::kZvm, "zvm"},
      {PartitionMode::kCouplingFacility, "coupling_facility"},
  };
  const auto& machine = model.at(partition.machine).model;
  std::vector<std::string> modes;
  for (const auto& [mode, word] : kWords) {
    if (!Runs(mode, system) || !AllowsAny(engines, EnginesOf(mode))) continue;
    if (machine.known() && Lacks(model.at(*machine).partition_modes, mode)) continue;
    modes.push_back(fmt::format("`mode {}`", word));
  }
  return modes;
}

/// Among those that would do is one that such a system never runs on: the vendor may choose it.
std::optional<Fault> WrongChoice(const model::System& system, const EngineChoice& engines, Span said) {
  if (!system.is_zos() && !system.is_coupling()) return std::nullopt;
  for (const EngineType type : engines.types) {
    if (AllowsAny({{type}}, EnginesFor(system))) continue;
    std::vector<std::string> right;
    for (const EngineType one : EnginesFor(system)) right.push_back(ToString(one));
    return Fault{
        Severity::kError,
        said,
        engines.ToString(),
        fmt::format("do with {}, and {} doesn't run on {}", engines.ToString(), WithArticle(system), ToString(type)),
        system.written.name,
        fmt::format("{} here", WithArticle(system)),
        kGuide,
        fmt::format("say `{}`", JoinWords(right, "or")),
        {}};
  }
  return std::nullopt;
}

std::optional<Fault> WrongForMode(const Model& model, const Partition& partition, const model::System& system,
                                  const EngineChoice& engines, Span said) {
  const model::Stated<PartitionMode>& mode = partition.settings.mode;
  if (!mode.known() || AllowsAny(engines, EnginesOf(*mode))) return std::nullopt;
  const std::vector<std::string> modes = ModesFor(model, partition, system, engines);
  return Fault{
      Severity::kError,
      said,
      engines.ToString(),
      fmt::format("have {} processors in {} mode", engines.ToString(), ToString(*mode)),
      mode.span(),
      fmt::format("in this mode it has {}", EngineWords(EnginesOf(*mode))),
      kGuide,
      modes.empty() ? "say other processors" : fmt::format("say {}, or other processors", JoinWords(modes, "or")),
      {}};
}

/// The machine has none of them; too few of them are HS2102's matter.
std::optional<Fault> NoneInMachine(const model::Machine& machine, const model::System& system,
                                   const EngineChoice& engines, Span said) {
  if (MayHaveAny(machine, engines.types)) return std::nullopt;
  std::vector<std::string> there;
  for (const EngineType type : EnginesFor(system)) {
    if (MayHaveAny(machine, {type})) there.push_back(ToString(type));
  }
  return Fault{
      Severity::kError,
      said,
      engines.ToString(),
      fmt::format("have {} processors, and `{}` has none", engines.ToString(), machine.name),
      machine.engines_span,
      "all that it has",
      "",
      fmt::format("ask for them in machine `{}`, or say `{}`, which it has", machine.name, JoinWords(there, "or")),
      {}};
}

std::optional<Fault> WrongEngines(const Model& model, const Partition& partition, const model::System& system,
                                  const EngineChoice& engines, Span said) {
  const model::Machine& machine = model.at(partition.machine);
  // What runs there can't use any of them, or finds none in the machine: HS2002 tells.
  if (!AllowsAny(engines, EnginesFor(system)) || !MayHaveAny(machine, EnginesFor(system))) return std::nullopt;
  if (auto fault = WrongChoice(system, engines, said)) return fault;
  if (auto fault = WrongForMode(model, partition, system, engines, said)) return fault;
  return NoneInMachine(machine, system, engines, said);
}

std::optional<Fault> FaultOf(const Model& model, const Partition& partition) {
  if (!partition.occupant.valid()) return std::nullopt;
  const model::Placement& occupant = model.at(partition.occupant);
  const model::System& system = model.SystemOf(occupant);
  if (system.kind == model::SystemKind::kExternal) return std::nullopt;  // HS2002
  std::optional<Fault> other_name;  // the mode's other name on this machine: told where nothing worse is
  if (const auto& mode = partition.settings.mode; mode.known()) {
    if (auto fault = WrongSystem(mode, system)) return fault;
    other_name = WrongMachine(model, partition);
    if (other_name && !IsRenamed(*mode)) return other_name;
    if (auto fault = WrongRelease(model, mode, system)) return fault;
  }
  const auto& engines = occupant.resources.engines;
  if (!engines.known() || engines->types.empty()) return other_name;
  auto fault = WrongEngines(model, partition, system, *engines, engines.span());
  return fault ? fault : other_name;
}

void Tell(const Fault& fault, const std::vector<std::string>& names, model::RuleReporter& report) {
  auto& finding = report.At(fault.severity, fault.where, "{} would {}", OneOrCount(names, "partitions"), fault.would);
  finding.Here(fault.label).Mark(fault.other, fault.other_label);
  if (!fault.source.empty()) finding.Note(fault.source);
  finding.Advise(fault.advice);
  ListNames(finding, names);
  AboutAll(finding, names);
}

/// A machine can't have engines of a type that its model doesn't know.
void CheckMachine(const Model& model, const model::Machine& machine, model::RuleReporter& report) {
  if (!machine.model.known()) return;
  const model::MachineModel& kind = model.at(*machine.model);
  for (const EngineCount& engines : machine.engines) {
    if (engines.count == 0 || !Lacks(kind.engine_types, engines.type)) continue;
    report
        .At(kind.engine_types.sourced() ? Severity::kError : Severity::kWarning, machine.engines_span,
            "`{}` would have {}, and {} has no such processors", machine.name, engines.ToString(), kind.title)
        .Here(engines.ToString())
        .Mark(machine.model.span(), fmt::format("`{}` is {}", machine.name, kind.title))
        .Note(SourceNote(kind.engine_types.source))
        .Advise(fmt::format("it can have {}", EngineWords(*kind.engine_types)))
        .About(machine.name);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Machine& machine : model.machines) CheckMachine(model, machine, report);
  struct Found {
    std::string name;
    Fault fault;
  };
  // A statement that is in force in several partitions, or at home and here, is one mistake.
  Gathered<std::pair<SpanKey, std::string>, Found> found;
  for (const Partition& partition : model.partitions) {
    if (auto fault = FaultOf(model, partition)) {
      found.Add({KeyOf(fault->same.valid() ? fault->same : fault->where), fault->would}, {partition.name, *fault});
    }
  }
  for (const auto& group : found.groups()) {
    std::vector<std::string> names;
    for (const Found& one : group) {
      if (std::find(names.begin(), names.end(), one.name) == names.end()) names.push_back(one.name);
    }
    Tell(group.front().fault, names, report);
  }
}

constexpr std::string_view kExplanation =
    R"(A partition's mode, its processors, what runs in it and its machine don't go
together. PR/SM looks at that when the partition is activated, which at the
recovery site is the first minute of the test:

- General mode (ESA/390 before z14) has CPs, and zIIPs (zAAPs until zEC12)
  beside them for z/OS; never IFLs.
- Linux only mode has IFLs or CPs. It runs Linux and z/VM; z/OS isn't started
  in it.
- z/VM mode, on z10 and later, mixes CPs, IFLs, zIIPs and ICFs, and runs z/VM
  only, 5.4 and later.
- Coupling facility mode has ICFs or CPs, and runs nothing else.
- An SSC partition runs appliances of the Secure Service Container.

The vendor's people define what the request says, field by field. A mode that
their machine doesn't have, or processors that the mode doesn't take, comes
back as a question when all is already late; or somebody there decides alone.

To repair it, say the mode that fits, or none: where the spec doesn't say one,
none is judged. `processors 3 CP or IFL` leaves the choice. Processors that
the system itself can't use are HS2002's matter, too few of them HS2102's. A
choice may hold none that such a system never runs on: `CP or IFL` for a
coupling facility lets the vendor give it an IFL.

A machine that the library gives no such processors (zAAPs since z13) can't
have them either. What a machine or a release has is a fact of the library; one
without a source makes this a warning. So does ESA/390 for General, and the
other way round: the one took the other's place.

Source: PR/SM Planning Guide (z17), "Processor Characteristics" and "Mode of
operation"; z/OS 2.1 documentation, "zIIPs are configured via the normal PR/SM
logical partition image profile".)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 8 GiB }

site home {
  machine CEC {
    lpar PRODA { mode linux_only }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 8 GiB }

site home {
  machine CEC {
    lpar PRODA { mode general }
  }
}
)";

}  // namespace

const model::Rule kEngineNotAllowed = {
    .title = "A partition's mode, its processors, what runs in it and its machine don't go together.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
