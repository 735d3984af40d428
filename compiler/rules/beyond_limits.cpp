#include <algorithm>
#include <set>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// One thing said that is more than a library entry allows.
struct Excess {
  Span said;
  std::string what;   // `CEC` would have 50 TiB of memory
  std::string limit;  // a IBM z15 T01 has at most 40 TiB
  std::string here;   // 50 TiB
  std::string source;
  std::string advice;
  std::vector<std::string> names;
  const char* plural = "";  // of the names: z/VM systems
};

void Tell(const Excess& excess, model::RuleReporter& report) {
  // A fact without a source is no ground for refusing a spec.
  auto& finding = report.At(excess.source.empty() ? Severity::kWarning : Severity::kError, excess.said, "{}, and {}",
                            excess.what, excess.limit);
  finding.Here(excess.here).Note(SourceNote(excess.source, "this limit")).Advise(excess.advice);
  ListNames(finding, excess.names);
  AboutAll(finding, excess.names);
}

constexpr std::string_view kOtherModel = "correct the figure, or the machine's model";

void CheckHipersockets(const Model& model, const model::Machine& machine, const model::MachineModel& kind,
                       model::RuleReporter& report) {
  const auto count = std::count_if(machine.carriers.begin(), machine.carriers.end(),
                                   [&](model::CarrierId id) { return !model.at(id).is_osa(); });
  if (!kind.hipersockets.known() || count <= *kind.hipersockets) return;
  const std::string has = fmt::format("{} HiperSockets channels", count);
  Tell({machine.written.name,
        fmt::format("`{}` would have {}", machine.name, has),
        fmt::format("{} has at most {}", kind.title, *kind.hipersockets),
        has,
        kind.hipersockets.source,
        "carry several networks on one, or correct the machine's model",
        {}},
       report);
}

void CheckMachine(const Model& model, const model::Machine& machine, model::RuleReporter& report) {
  if (!machine.model.known()) return;
  const model::MachineModel& kind = model.at(*machine.model);
  const auto tell = [&](Span said, const std::string& has, const std::string& most, const std::string& source) {
    Tell({said,
          fmt::format("`{}` would have {}", machine.name, has),
          fmt::format("{} has at most {}", kind.title, most),
          has,
          source,
          std::string(kOtherModel),
          {}},
         report);
  };
  if (machine.memory.known() && kind.memory.known() && *machine.memory > *kind.memory) {
    tell(machine.memory.span(), machine.memory->ToString() + " of memory", (*kind.memory).ToString(),
         kind.memory.source);
  }
  std::int64_t engines = 0;
  for (const EngineCount& count : machine.engines) engines += count.count;
  if (kind.engines.known() && engines > *kind.engines) {
    tell(machine.engines_span, fmt::format("{} engines", engines), std::to_string(*kind.engines), kind.engines.source);
  }
  const auto partitions = static_cast<std::int64_t>(machine.partitions.size());
  if (kind.partitions.known() && partitions > *kind.partitions) {
    tell(machine.written.name, fmt::format("{} partitions", partitions), std::to_string(*kind.partitions),
         kind.partitions.source);
  }
  CheckHipersockets(model, machine, kind, report);
}

/// What z/VM and z/OS systems have more of than their release uses; the same statement at two sites, or of several
/// systems, is one mistake.
class ReleaseLimits {
 public:
  explicit ReleaseLimits(const Model& model) : model_(model) {}

  void Check(const Placement& placement) {
    const model::Release* found = ReleaseOf(model_.SystemOf(placement));
    if (found == nullptr) return;
    const model::Release& release = *found;
    const model::Resources& has = placement.resources;
    if (has.memory.known() && release.memory.known() && *has.memory > *release.memory) {
      Add(has.memory.span(), placement, has.memory->ToString() + " of memory", (*release.memory).ToString(),
          release.memory.source);
    }
    if (has.processors.known() && release.processors.known() && *has.processors > *release.processors) {
      Add(has.processors.span(), placement, fmt::format("{} processors", *has.processors),
          std::to_string(*release.processors), release.processors.source);
    }
  }

  void TellAll(model::RuleReporter& report) {
    for (const auto& group : found_.groups()) {
      Excess excess = group.front();
      for (std::size_t i = 1; i < group.size(); ++i) excess.names.push_back(group[i].names.front());
      excess.what = fmt::format("{} would have {}", OneOrCount(excess.names, excess.plural), excess.here);
      Tell(excess, report);
    }
  }

 private:
  void Add(Span said, const Placement& placement, const std::string& has, const std::string& most,
           const std::string& source) {
    if (!told_.insert({placement.system.index, KeyOf(said)}).second) return;
    const model::System& system = model_.SystemOf(placement);
    const model::Release& release = *ReleaseOf(system);
    found_.Add(KeyOf(said), {said,
                             "",
                             fmt::format("{} uses at most {}", release.title, most),
                             has,
                             source,
                             "ask for no more than it uses, or run a later release",
                             {system.name},
                             system.is_zvm() ? "z/VM systems" : "z/OS systems"});
  }

  const model::Release* ReleaseOf(const model::System& system) const {
    if (system.is_zvm() && system.release.valid()) return &model_.at(system.release);
    if (system.is_zos() && system.zos_release.valid()) return &model_.at(system.zos_release);
    return nullptr;
  }

  const Model& model_;
  std::set<std::pair<std::uint32_t, SpanKey>> told_;
  Gathered<SpanKey, Excess> found_;
};

void Run(const Model& model, model::RuleReporter& report) {
  for (const model::Machine& machine : model.machines) CheckMachine(model, machine, report);
  ReleaseLimits limits(model);
  for (const Placement& placement : model.placements) limits.Check(placement);
  limits.TellAll(report);
}

constexpr std::string_view kExplanation =
    R"(The spec gives a machine more than its model can have (memory, engines,
partitions, HiperSockets channels), or a z/VM or z/OS more than its release can
use (memory, logical processors).

Of a machine the figure is wrong, or the model: a vendor can't confirm it, and
every sum that rests on it is wrong too. Of a system the partition can be
defined so, but what is above its limit is left lying: it is asked for and paid
for in vain, and what was planned with it isn't there.

To repair it, correct the figure or the model, ask for less, or run a later
release.

The limits are facts of the library, each with its source; where the library
has none this is a warning only.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm_release zvm_small "z/VM 9.9" { memory 128 GiB source "an announcement" }

zvm VMPROD : zvm_small { memory 256 GiB }

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm_release zvm_small "z/VM 9.9" { memory 128 GiB source "an announcement" }

zvm VMPROD : zvm_small { memory 128 GiB }

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kBeyondLimits = {
    .title = "A machine would have more than its model can have, or a system more than its release uses.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
