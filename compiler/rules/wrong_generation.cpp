// Half of HS2006: what runs on other generations of machines than the one it is placed on.
#include <algorithm>
#include <optional>
#include <set>

#include "compiler/rules/unfit_release.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Generations;
using model::Model;
using model::Placement;

/// What a system runs, or a carrier is, and the generations of machines that it goes with.
struct Needs {
  const model::Entry* entry = nullptr;
  const model::Fact<Generations>* generations = nullptr;
};

template <class T>
std::optional<Needs> NeedsOf(const T& entry) {
  return entry.generations.known() ? std::optional(Needs{&entry, &entry.generations}) : std::nullopt;
}

std::optional<Needs> NeedsOf(const Model& model, const model::System& system) {
  if (system.is_zvm() && system.release.valid()) return NeedsOf(model.at(system.release));
  if (system.is_zos() && system.zos_release.valid()) return NeedsOf(model.at(system.zos_release));
  if (system.distribution.valid()) return NeedsOf(model.at(system.distribution));
  return std::nullopt;
}

/// The machine's model, where it says its generation.
const model::MachineModel* ModelOf(const Model& model, const model::Machine& machine) {
  if (!machine.model.known() || !model.at(*machine.model).generation.known()) return nullptr;
  return &model.at(*machine.model);
}

/// `IBM z14`: the first machine of the library of that generation.
std::string NameOf(const Model& model, std::int64_t generation) {
  for (const model::MachineModel& one : model.machine_models) {
    if (one.generation.known() && *one.generation == generation) return one.title;
  }
  return fmt::format("a machine of generation {}", generation);
}

bool IsTooOld(const model::MachineModel& machine, const Needs& needs) {
  return *machine.generation < (**needs.generations).first;
}

/// "needs IBM z14 or later", "runs on nothing later than IBM zEnterprise EC12".
std::string Limit(const Model& model, const model::MachineModel& machine, const Needs& needs) {
  const Generations& generations = **needs.generations;
  if (IsTooOld(machine, needs)) return fmt::format("needs {} or later", NameOf(model, generations.first));
  return fmt::format("runs on nothing later than {}", NameOf(model, *generations.last));
}

/// `sles` of `sles_10_sp2`: entries are called after their family.
std::string_view FamilyOf(std::string_view name) { return name.substr(0, name.find('_')); }

/// Whether it could be had when the test begins, as far as is known.
template <class T>
bool IsOutBy(const Model& model, const T& entry) {
  if (!model.recovery || !model.recovery->test || !entry.available.known()) return true;
  return *entry.available <= model.recovery->test->from.date();
}
bool IsOutBy(const Model& /*model*/, const model::OsaFeature& /*entry*/) { return true; }

using Kinds = std::vector<const model::MachineModel*>;

/// The latest entries of the same family that do go with all of the machines, at most three.
template <class T>
std::vector<std::string> OthersFor(const Model& model, const std::vector<T>& entries, const Kinds& machines,
                                   const model::Entry& instead_of) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> fitting;
  for (const T& one : entries) {
    if (FamilyOf(one.name) != FamilyOf(instead_of.name) || !one.generations.known() || !IsOutBy(model, one)) continue;
    const bool all = std::all_of(machines.begin(), machines.end(), [&](const model::MachineModel* machine) {
      return (*one.generations).Include(*machine->generation);
    });
    if (all) fitting.push_back(one.title);
  }
  if (fitting.size() > kMost) fitting.erase(fitting.begin(), fitting.end() - kMost);
  return fitting;
}

std::vector<std::string> OthersFor(const Model& model, const model::System& system, const Kinds& machines,
                                   const model::Entry& entry) {
  if (system.is_zvm()) return OthersFor(model, model.releases, machines, entry);
  if (system.is_zos()) return OthersFor(model, model.zos_releases, machines, entry);
  return OthersFor(model, model.distributions, machines, entry);
}

Severity SeverityOf(const model::MachineModel& machine, const Needs& needs) {
  // A fact without a source is no ground for refusing a spec.
  return machine.generation.sourced() && needs.generations->sourced() ? Severity::kError : Severity::kWarning;
}

/// Another machine where this one is too old, or another release.
std::string WayOut(const Model& model, const model::System& system, const Kinds& machines, const Needs& needs) {
  const Generations& generations = **needs.generations;
  const bool old = IsTooOld(*machines.front(), needs);
  const auto others = OthersFor(model, system, machines, *needs.entry);
  const std::string ask = old ? fmt::format("ask for {} or later", NameOf(model, generations.first))
                              : fmt::format("ask for {} at the latest", NameOf(model, *generations.last));
  if (others.empty()) return ask;
  const std::string run =
      fmt::format("run {}, which {} there", JoinWords(others, "or"), others.size() == 1 ? "runs" : "run");
  return old ? fmt::format("{}, or {}", ask, run) : run;
}

/// The machines of the group, each once, in its order.
std::vector<const model::Machine*> MachinesOf(const Model& model, const std::vector<const Placement*>& group) {
  std::vector<const model::Machine*> machines;
  for (const Placement* placement : group) {
    const model::Machine* machine = &model.at(placement->machine);
    if (std::find(machines.begin(), machines.end(), machine) == machines.end()) machines.push_back(machine);
  }
  return machines;
}

std::vector<std::string> SystemsOf(const Model& model, const std::vector<const Placement*>& group) {
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  for (const Placement* placement : group) {
    const std::string& name = model.SystemOf(*placement).name;
    if (seen.insert(name).second) names.push_back(name);
  }
  return names;
}

void Tell(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const Placement& first = *group.front();
  const model::System& system = model.SystemOf(first);
  const Needs needs = *NeedsOf(model, system);
  const auto machines = MachinesOf(model, group);
  const model::MachineModel& kind = *ModelOf(model, *machines.front());
  const auto names = SystemsOf(model, group);
  std::vector<std::string> machine_names;
  Kinds kinds;
  for (const model::Machine* machine : machines) {
    machine_names.push_back(machine->name);
    kinds.push_back(ModelOf(model, *machine));
  }
  const Severity severity = SeverityOf(kind, needs);
  auto& finding = report.At(severity, first.written.name, "{} {} on {}: {} {}", OneOrCount(names, "systems"),
                            severity == Severity::kError ? "can't run" : "may fail",
                            FewNames(machine_names, "machines"), needs.entry->title, Limit(model, kind, needs));
  finding.Here(fmt::format("would run on {}", kind.title));
  for (std::size_t i = 0; i < machines.size() && i < kFewNames; ++i)
    finding.Mark(machines[i]->model.span(), fmt::format("`{}` is {}", machines[i]->name, kinds[i]->title));
  finding.Mark(system.written.name, fmt::format("runs {}", needs.entry->title))
      .Note(IsTooOld(kind, needs) ? "it is built for what later machines have, and doesn't start on this one"
                                  : "what a machine needs of a system is brought to releases in service by fixes; an "
                                    "older one doesn't get them")
      .Note(SourceNote(needs.generations->source));
  ListNames(finding, names);
  finding.Advise(WayOut(model, system, kinds, needs));
  finding.cause = needs.entry->name;
  AboutAll(finding, names);
}

/// The same for what carries networks.
void TellFeatures(const Model& model, const model::Machine& machine, model::RuleReporter& report) {
  const model::MachineModel* kind = ModelOf(model, machine);
  if (kind == nullptr) return;
  for (const model::CarrierId id : machine.carriers) {
    const model::Carrier& carrier = model.at(id);
    if (!carrier.feature.valid()) continue;
    const auto needs = NeedsOf(model.at(carrier.feature));
    if (!needs || (**needs->generations).Include(*kind->generation)) continue;
    auto& finding =
        report.At(SeverityOf(*kind, *needs), carrier.written.name, "`{}` can't have `{}`: {} {}", machine.name,
                  carrier.name, needs->entry->title,
                  IsTooOld(*kind, *needs)
                      ? fmt::format("goes into {} or later", NameOf(model, (**needs->generations).first))
                      : fmt::format("goes into nothing later than {}", NameOf(model, *(**needs->generations).last)));
    finding.Here(fmt::format("{} in {}", needs->entry->title, kind->title))
        .Mark(machine.model.span(), fmt::format("`{}` is {}", machine.name, kind->title))
        .Note(SourceNote(needs->generations->source))
        .About(machine.name);
    const auto others = OthersFor(model, model.osa_features, {kind}, *needs->entry);
    finding.Advise(others.empty() ? "take the feature's name away: the vendor says what the machine has"
                                  : fmt::format("say {}, or leave it to the vendor", JoinWords(others, "or")));
  }
}

}  // namespace

void TellWrongGeneration(const Model& model, model::RuleReporter& report) {
  // A release that is too new for the machine at home and for the one here is one mistake.
  Gathered<std::pair<bool, const model::Entry*>, const Placement*> found;
  for (const Placement& placement : model.placements) {
    if (!placement.machine.valid()) continue;
    const model::MachineModel* machine = ModelOf(model, model.at(placement.machine));
    const auto needs = NeedsOf(model, model.SystemOf(placement));
    if (machine == nullptr || !needs || (**needs->generations).Include(*machine->generation)) continue;
    found.Add({IsTooOld(*machine, *needs), needs->entry}, &placement);
  }
  for (const auto& group : found.groups()) Tell(model, group, report);
  for (const model::Machine& machine : model.machines) TellFeatures(model, machine, report);
}

}  // namespace hotsite::rules
