#include <algorithm>
#include <array>
#include <bit>
#include <set>

#include "compiler/rules/engine_needs.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Machine;
using model::Model;
using model::Placement;

/// How many partitions are marked in the text.
constexpr std::size_t kMostLabels = 6;

/// A set of processor types: bit n is the type n.
using Types = unsigned;
constexpr std::array kTypes{EngineType::kCp, EngineType::kIfl, EngineType::kZiip, EngineType::kZaap, EngineType::kIcf};
constexpr Types kAnyType = (1U << kTypes.size()) - 1;

Types Only(EngineType type) { return 1U << static_cast<unsigned>(type); }
bool Within(Types part, Types whole) { return (part & ~whole) == 0; }

template <class List>
Types SetOf(const List& types) {
  Types set = 0;
  for (const EngineType type : types) set |= Only(type);
  return set;
}

/// "IFL", "CP or IFL"; any type: nothing.
std::string NameOf(Types types) {
  std::vector<std::string> names;
  for (const EngineType type : kTypes) {
    if ((types & Only(type)) != 0) names.push_back(ToString(type));
  }
  return types == kAnyType ? "" : JoinWords(names, "or");
}

/// "3 IFL", "5 processors".
std::string Say(std::int64_t count, Types types) {
  if (types != kAnyType) return fmt::format("{} {}", count, NameOf(types));
  return CountOf(static_cast<std::size_t>(count), "processor");
}

/// What one partition wants.
struct Demand {
  std::string name;
  std::int64_t count = 0;
  Types may = kAnyType;  // types that would do
  bool chosen = false;   // the vendor may choose one of them: `CP or IFL`
  bool dedicated = false;
  Span place;

  std::string Label() const { return Say(count, may) + (dedicated ? " dedicated" : ""); }
};

/// What the machine has of each type; of its model only the sum is known.
struct Supply {
  std::array<std::int64_t, kTypes.size()> count{};
  std::optional<std::int64_t> in_all;  // where the spec doesn't say them: the most that its model can have
  Span span;
  std::string label;
  std::string source;
  bool sourced = true;

  std::int64_t Of(Types types) const {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < kTypes.size(); ++i) sum += (types & Only(kTypes[i])) != 0 ? count[i] : 0;
    return in_all.value_or(sum);
  }
  bool Knows(Types types) const { return !in_all || types == kAnyType; }
};

std::optional<Supply> SupplyOf(const Model& model, const Machine& machine) {
  Supply supply;
  if (machine.engines_hole.valid()) return std::nullopt;
  std::vector<std::string> words;
  for (const EngineCount& engines : machine.engines) {
    supply.count[static_cast<std::size_t>(engines.type)] += engines.count;
    words.push_back(engines.ToString());
  }
  supply.span = machine.engines_span;
  supply.label = "the machine has " + JoinWords(words);
  if (!words.empty()) return supply;
  if (!machine.model.known() || !model.at(*machine.model).engines.known()) return std::nullopt;
  const model::MachineModel& kind = model.at(*machine.model);
  supply.in_all = *kind.engines;
  supply.span = machine.model.span();
  supply.label = fmt::format("{} has at most {}", kind.title, *kind.engines);
  supply.sourced = kind.engines.sourced();
  supply.source = kind.engines.source;
  return supply;
}

/// The types that a system's processors may be of. What isn't said may be any that it can use.
Types TypesOf(const Model& model, const Placement& placement) {
  const auto& engines = placement.resources.engines;
  if (engines.known() && !engines->types.empty()) return SetOf(engines->types);
  const bool zos = model.SystemOf(placement).is_zos();
  return zos ? kAnyType & ~Only(EngineType::kIfl) & ~Only(EngineType::kIcf) : kAnyType;
}

/// Whether another rule tells it: a system whose kind runs on none of the types, of the partition or of the machine, is
/// HS2002's; types that the machine has none of are HS2106's.
bool ToldElsewhere(const Model& model, const Placement& placement, Types may, const Supply& supply) {
  const Types runs_on = SetOf(EnginesFor(model.SystemOf(placement)));
  return (may & runs_on) == 0 || supply.Of(runs_on) == 0 || supply.Of(may) == 0;
}

std::vector<Demand> DemandsOn(const Model& model, const Machine& machine, const Supply& supply) {
  constexpr std::int64_t kMost = 1'000'000;  // more than any machine has; keeps sums in range
  std::vector<Demand> demands;
  for (const model::PartitionId id : machine.partitions) {
    const model::Partition& partition = model.at(id);
    if (!partition.occupant.valid()) continue;
    const Placement& placement = model.at(partition.occupant);
    const model::Resources& resources = placement.resources;
    const Types may = TypesOf(model, placement);
    if (!resources.processors.known() || ToldElsewhere(model, placement, may, supply)) continue;
    demands.push_back({.name = model.SystemOf(placement).name,
                       .count = std::min(*resources.processors, kMost),
                       .may = may,
                       .chosen = resources.engines.known() && resources.engines->types.size() > 1,
                       .dedicated = resources.sharing.value_or(model::Sharing::kShared) == model::Sharing::kDedicated,
                       .place = partition.written.name});
  }
  return demands;
}

using Demands = std::vector<const Demand*>;

/// The demands that can only be met by `types`: the dedicated ones, and of the others the largest, since those share.
Demands Binding(const std::vector<Demand>& demands, Types types) {
  Demands binding;
  const Demand* largest = nullptr;
  for (const Demand& demand : demands) {
    if (!Within(demand.may, types)) continue;
    if (demand.dedicated) {
      binding.push_back(&demand);
    } else if (largest == nullptr || demand.count > largest->count) {
      largest = &demand;
    }
  }
  if (largest != nullptr) binding.push_back(largest);
  return binding;
}

std::int64_t SumOf(const Demands& demands) {
  std::int64_t sum = 0;
  for (const Demand* demand : demands) sum += demand->count;
  return sum;
}

void Tell(const Machine& machine, const Supply& supply, Types types, const Demands& binding,
          model::RuleReporter& report) {
  std::vector<std::string> names;
  for (const Demand* demand : binding) names.push_back(demand->name);
  const bool one = binding.size() == 1;
  auto& finding = report.At(supply.sourced ? Severity::kError : Severity::kWarning, supply.span,
                            "{} of machine `{}` {} {}, and the machine has {}",
                            one ? fmt::format("partition `{}`", names.front()) : CountOf(binding.size(), "partition"),
                            machine.name, one ? "needs" : "need", Say(SumOf(binding), types), supply.Of(types));
  finding.Here(supply.label);
  std::set<SpanKey> marked;  // a `for` stands for many
  for (const Demand* demand : binding) {
    if (marked.size() == kMostLabels) break;
    if (marked.insert(KeyOf(demand->place)).second) finding.Mark(demand->place, demand->Label());
  }
  ListNames(finding, names);
  finding.Note("a partition that doesn't find the processors of its profile isn't activated, or comes up with fewer");
  if (!one) finding.Note("a dedicated processor is lost to all others; those of the rest are shared");
  if (supply.in_all && !supply.sourced) finding.Note("the library has no source for this limit: look it up");
  if (!supply.source.empty()) finding.Note(fmt::format("source: {}", supply.source));
  const bool dedicated = std::any_of(binding.begin(), binding.end(), [](const Demand* d) { return d->dedicated; });
  finding.Advise(fmt::format("ask for a machine with more, {}for fewer {}",
                             dedicated && !one ? "for shared ones, or " : "or ",
                             one ? "in the partition" : "in the partitions"));
  AboutAll(finding, names);
}

/// `CP or IFL` means all of one type, so one type must have enough of them.
void CheckChoice(const Machine& machine, const Supply& supply, const Demand& demand, model::RuleReporter& report) {
  std::int64_t most = 0;
  for (const EngineType type : kTypes) {
    if ((demand.may & Only(type)) != 0) most = std::max(most, supply.Of(Only(type)));
  }
  if (demand.count <= most || demand.count > supply.Of(demand.may)) return;
  auto& finding =
      report.Error(supply.span, "partition `{}` of machine `{}` needs {} of one type, and the machine has at most {}",
                   demand.name, machine.name, Say(demand.count, demand.may), most);
  finding.Here(supply.label)
      .Mark(demand.place, demand.Label())
      .Note(fmt::format("`{}` leaves the vendor the choice of the type, for all of them alike", NameOf(demand.may)))
      .Advise("ask for a machine with more of one type, or for fewer")
      .About(demand.name);
}

void CheckMachine(const Model& model, const Machine& machine, model::RuleReporter& report) {
  const auto supply = SupplyOf(model, machine);
  if (!supply) return;
  const std::vector<Demand> demands = DemandsOn(model, machine, *supply);
  // By Hall's theorem the demands can be met if for no set of types those that only it can meet exceed what there is.
  // The smallest sets tell it best; the larger ones that contain them would tell it again.
  std::vector<Types> told;
  for (int size = 1; size <= static_cast<int>(kTypes.size()); ++size) {
    for (Types types = 1; types <= kAnyType; ++types) {
      if (std::popcount(types) != size || !supply->Knows(types)) continue;
      if (std::any_of(told.begin(), told.end(), [&](Types known) { return Within(known, types); })) continue;
      const Demands binding = Binding(demands, types);
      if (SumOf(binding) <= supply->Of(types)) continue;
      told.push_back(types);
      Tell(machine, *supply, types, binding, report);
    }
  }
  if (supply->in_all) return;
  for (const Demand& demand : demands) {
    if (demand.chosen) CheckChoice(machine, *supply, demand, report);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Machine& machine : model.machines) CheckMachine(model, machine, report);
}

constexpr std::string_view kExplanation =
    R"(The partitions of a machine want more processors of a type than it has.

A partition can't have more logical processors of a type than the machine has
of it. Dedicated ones are taken out for good: a machine with 4 IFLs of which 3
are dedicated has 1 left for all the others together. Only shared logical
processors may exceed the real ones in sum, since they take turns.

The HMC checks it when a partition is activated. The one that is activated
last finds too little, and stays down or comes up with fewer processors than
its profile says; on the morning of the test that is mostly the z/VM, because
z/OS came first. Partitions that are in use aren't changed any more.

Counted is what each partition has at this site: what the site says, else what
its system has at home. `CP or IFL` counts for whichever type has room.
Compared are the machine's `engines`, or, where the spec doesn't say them, the
most that its model can have. Nothing is reported while the vendor is asked
for them (`engines ?`).

To repair it, ask for a machine with more engines of that type, for fewer
processors in a partition, or for shared ones where that is enough for a test.

Source: IBM Docs, PR/SM Planning Guide for type 3931, "Maximum number of
central processors": dedicated processors, and the largest count of those that
share, together at most what is installed, for each type by itself.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMA { processors 3 IFL dedicated }
zvm VMB { processors 2 IFL dedicated }

site home {
  machine CEC {
    engines 2 CP, 4 IFL
    lpar VMA
    lpar VMB
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMA { processors 3 IFL dedicated }
zvm VMB { processors 1 IFL dedicated }

site home {
  machine CEC {
    engines 2 CP, 4 IFL
    lpar VMA
    lpar VMB
  }
}
)";

}  // namespace

const model::Rule kEnginesExceeded = {
    .title = "The partitions of a machine want more processors of a type than it has.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
