#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Machine;
using model::Model;

/// How many partitions are marked in the text.
constexpr std::size_t kMostLabels = 6;

/// What the machine has: as stated, else the most that its model can have.
struct Capacity {
  MemorySize size;
  Span span;
  std::string label;
  const model::Fact<MemorySize>* fact = nullptr;  // the model's
};

std::optional<Capacity> CapacityOf(const Model& model, const Machine& machine) {
  if (machine.memory.known()) {
    return Capacity{*machine.memory, machine.memory.span(),
                    fmt::format("the machine has {}", machine.memory->ToString()), nullptr};
  }
  if (machine.memory.open() || !machine.model.known()) return std::nullopt;
  const model::MachineModel& kind = model.at(*machine.model);
  if (!kind.memory.known()) return std::nullopt;
  return Capacity{*kind.memory, machine.model.span(),
                  fmt::format("{} has at most {}", kind.title, (*kind.memory).ToString()), &kind.memory};
}

/// The partitions' demand; nothing where one of them is left to the vendor.
struct Demand {
  std::uint64_t mib = 0;
  std::vector<std::string> names;
  std::vector<Label> labels;
};

std::optional<Demand> DemandOn(const Model& model, const Machine& machine) {
  Demand demand;
  for (model::PartitionId id : machine.partitions) {
    const model::Partition& partition = model.at(id);
    const bool occupied = partition.occupant.valid();
    const model::Resources& resources = occupied ? model.at(partition.occupant).resources : partition.said_here;
    if (resources.memory.open() || resources.xstore.open()) return std::nullopt;
    const MemorySize none;
    const std::uint64_t mib = resources.memory.value_or(none).mib() + resources.xstore.value_or(none).mib();
    if (mib == 0) continue;
    demand.mib += mib;
    demand.names.push_back(occupied ? NameOf(model, partition.occupant) : partition.name);
    const bool xstore = resources.xstore.value_or(none).mib() > 0;
    demand.labels.push_back({partition.written.name, fmt::format("{}{}", MemorySize::OfMiB(mib).ToString(),
                                                                 xstore ? " with expanded storage" : "")});
  }
  return demand;
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Machine& machine : model.machines) {
    const auto capacity = CapacityOf(model, machine);
    const auto demand = DemandOn(model, machine);
    if (!capacity || !demand || demand->mib <= capacity->size.mib()) continue;
    // A fact without a source is no ground for refusing a spec.
    const model::Fact<MemorySize>* fact = capacity->fact;
    const bool sure = fact == nullptr || fact->sourced();
    auto& finding = report.At(sure ? Severity::kError : Severity::kWarning, capacity->span,
                              "partitions of machine `{}` need {} of memory, and it has {}", machine.name,
                              MemorySize::OfMiB(demand->mib).ToString(), capacity->size.ToString());
    finding.Here(capacity->label);
    for (std::size_t i = 0; i < demand->labels.size() && i < kMostLabels; ++i) {
      finding.Mark(demand->labels[i].span, demand->labels[i].text);
    }
    ListNames(finding, demand->names);
    if (fact != nullptr) finding.Note(SourceNote(fact->source, "this limit"));
    finding.Note("a partition gets all of its central and expanded storage or isn't activated")
        .Advise("ask for a machine with more memory, or for less in the partitions");
    AboutAll(finding, demand->names);
  }
}

constexpr std::string_view kExplanation =
    R"(The partitions of a machine want more memory together than it has. Memory
isn't shared between partitions: each gets its central storage and its
expanded storage whole when it is activated. The partition that is activated
last finds too little left and doesn't come up, or comes up with less if
somebody shrinks it in a hurry, which is how a z/VM ends up paging thousands
of pages a second.

Counted is what each partition has at this site: what the site says, else what
the system has at home, central storage plus expanded storage. Empty
partitions count with what they say. Compared is the machine's own `memory`,
or, where the spec doesn't say that, the most a machine of its model can have.
Nothing is reported while one of the figures is left to the vendor (`?`).

The machine also keeps some memory for itself (the hardware system area), so a
sum that just fits is tight.

To repair it, ask for more memory in the machine, for another machine for one
of the systems, or for less in a partition where that is enough for a test.

Source: PR/SM Planning Guide, storage configuration of partitions (from
knowledge); largest memory of the models: see the library's entries.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 16 GiB }
zos PRODB { memory 24 GiB }

site home {
  machine CEC {
    memory 32 GiB
    lpar PRODA
    lpar PRODB
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 16 GiB }
zos PRODB { memory 24 GiB }

site home {
  machine CEC {
    memory 64 GiB
    lpar PRODA
    lpar PRODB
  }
}
)";

}  // namespace

const model::Rule kMachineMemoryExceeded = {
    .title = "The partitions of a machine want more memory than it has.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
