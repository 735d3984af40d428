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
};

void Tell(const Excess& excess, model::RuleReporter& report) {
  // A fact without a source is no ground for refusing a spec.
  auto& finding = report.At(excess.source.empty() ? Severity::kWarning : Severity::kError, excess.said, "{}, and {}",
                            excess.what, excess.limit);
  finding.Here(excess.here)
      .Note(excess.source.empty() ? "the library has no source for this limit: look it up"
                                  : fmt::format("source: {}", excess.source))
      .Advise(excess.advice);
  ListNames(finding, excess.names);
  AboutAll(finding, excess.names);
}

constexpr std::string_view kOtherModel = "correct the figure, or the machine's model";

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
}

/// What z/VM systems have more of than their release uses; the same statement at two sites, or of several systems, is
/// one mistake.
class ReleaseLimits {
 public:
  explicit ReleaseLimits(const Model& model) : model_(model) {}

  void Check(const Placement& placement) {
    const model::System& system = model_.SystemOf(placement);
    if (!system.is_zvm() || !system.release.valid()) return;
    const model::ZvmRelease& release = model_.at(system.release);
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
      excess.what = fmt::format("{} would have {}", OneOrCount(excess.names, "z/VM systems"), excess.here);
      Tell(excess, report);
    }
  }

 private:
  void Add(Span said, const Placement& placement, const std::string& has, const std::string& most,
           const std::string& source) {
    if (!told_.insert({placement.system.index, KeyOf(said)}).second) return;
    const std::string& name = model_.SystemOf(placement).name;
    const model::ZvmRelease& release = model_.at(model_.SystemOf(placement).release);
    found_.Add(KeyOf(said), {said,
                             "",
                             fmt::format("{} uses at most {}", release.title, most),
                             has,
                             source,
                             "ask for no more than it uses, or run a later release",
                             {name}});
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
partitions), or a z/VM more than its release can use (memory, logical
processors).

Of a machine the figure is wrong, or the model: a vendor can't confirm it, and
every sum that rests on it is wrong too. Of a z/VM the partition can be defined
so, but CP leaves lying what is above its limit: it is asked for and paid for
in vain, and what was planned with it isn't there.

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
    .title = "A machine would have more than its model can have, or a z/VM more than its release uses.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
