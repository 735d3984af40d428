// CPU, MEM, XST: what each partition, each guest of the vendor's z/VM and each machine is given. What a site doesn't
// say is as at home, so the values are those in force at the placement.
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kCountReason[] = "With fewer processors the restored work takes longer than the plan computes with.";
constexpr char kTypeReason[] = "Software is licensed by processor type, and not every system runs on every type.";
constexpr char kChoiceReason[] = "Any of these types does; licences and the configuration depend on which one it is.";
// Specialty engines always run at full speed: IBM System z10 EC Reference Guide.
constexpr char kSpeedReason[] = "At home the system runs on another processor type, which always runs at full speed.";
constexpr char kDedicatedReason[] =
    "A shared processor is visible to the system but partly in use by others: it competes with them for cycles.";
constexpr char kMemoryReason[] = "With less than this the system pages, and response times collapse.";
constexpr char kXstoreReason[] = "Without it the system pages to disk where it pages to storage at home.";
constexpr char kMachineReason[] = "The partitions of this request were counted against it.";

void AddEngines(Collector& out, const model::Placement& placement, const Runner& runner) {
  const model::Stated<EngineChoice>& engines = placement.resources.engines;
  if (!engines.known() || engines->types.empty()) return;
  const bool choice = engines->types.size() > 1;
  const std::string key = "cpu/" + runner.system + "/type";
  Row row = choice ? out.Choice(Category::kProcessors, key) : out.Demand(Category::kProcessors, key);
  row.About(runner.system, "processor type")
      .Says(choice ? SayEngineChoice(runner, *engines) : SayEngineType(runner, engines->types.front()))
      .Because(engines.reason(), choice ? kChoiceReason : kTypeReason)
      .Wants(ValueType::kText, engines->ToString())
      .At(engines.span());
  const model::Site* home = out.model().home();
  const model::Placement* before =
      home != nullptr ? out.model().Find(out.model().IdOf(*home), placement.system) : nullptr;
  const bool cp_at_home =
      before == nullptr || !before->resources.engines.known() || before->resources.engines->Allows(EngineType::kCp);
  if (!engines->Allows(EngineType::kCp) || cp_at_home) return;
  out.Demand(Category::kProcessors, "cpu/" + runner.system + "/speed")
      .About(runner.system, "processor speed")
      .Says(SayFullSpeed(runner))
      .Because("", kSpeedReason)
      .Wants(ValueType::kText, "full capacity setting")
      .At(engines.span());
}

void AddProcessors(Collector& out, const model::Placement& placement, const Runner& runner) {
  const model::Resources& has = placement.resources;
  AskIfOpen(out, Category::kProcessors, has.processors);
  if (has.processors.known()) {
    out.Demand(Category::kProcessors, "cpu/" + runner.system + "/count")
        .About(runner.system, runner.guest() ? "virtual processors" : "logical processors")
        .Says(SayProcessors(runner, {has.processors.comparator(), *has.processors}))
        .Because(has.processors.reason(), kCountReason)
        .Wants(ValueType::kCount, std::to_string(*has.processors), has.processors.comparator())
        .At(has.processors.span());
  }
  AskIfOpen(out, Category::kProcessors, has.engines);
  AddEngines(out, placement, runner);
  AskIfOpen(out, Category::kProcessors, has.sharing);
  if (has.sharing.known() && *has.sharing == model::Sharing::kDedicated) {
    out.Demand(Category::kProcessors, "cpu/" + runner.system + "/dedicated")
        .About(runner.system, "dedication of processors")
        .Says(SayDedicated(runner))
        .Because(has.sharing.reason(), kDedicatedReason)
        .Wants(ValueType::kText, "dedicated")
        .At(has.sharing.span());
  }
}

void AddSize(Collector& out, Category category, const std::string& key, const model::Stated<MemorySize>& size,
             const std::string& subject, std::string_view attribute, std::string sentence, const char* reason) {
  out.Demand(category, key)
      .About(subject, attribute)
      .Says(std::move(sentence))
      .Because(size.reason(), reason)
      .Wants(ValueType::kMemory, size->ToString(), size.comparator())
      .At(size.span());
}

void AddMemory(Collector& out, const model::Placement& placement, const Runner& runner) {
  const model::Resources& has = placement.resources;
  AskIfOpen(out, Category::kMemory, has.memory);
  if (has.memory.known()) {
    AddSize(out, Category::kMemory, "mem/" + runner.system + "/central", has.memory, runner.system,
            runner.guest() ? "virtual storage" : "central storage", SayMemory(runner, has.memory), kMemoryReason);
  }
  AskIfOpen(out, Category::kMemory, has.max_memory);
  if (runner.guest() && has.max_memory.known()) {
    AddSize(out, Category::kMemory, "mem/" + runner.system + "/maximum", has.max_memory, runner.system,
            "maximum storage", SayMaximumStorage(runner, has.max_memory), kMemoryReason);
  }
  AskIfOpen(out, Category::kExpandedStorage, has.xstore);
  if (has.xstore.known() && has.xstore->mib() > 0) {
    AddSize(out, Category::kExpandedStorage, "xst/" + runner.system + "/expanded", has.xstore, runner.system,
            "expanded storage", SayExpandedStorage(runner, has.xstore), kXstoreReason);
  }
}

void AddMachine(Collector& out, const model::Machine& machine) {
  for (const EngineCount& engines : machine.engines) {
    out.Demand(Category::kProcessors, "cpu/" + machine.name + "/" + ToString(engines.type))
        .About(machine.name, ToString(engines.type) + " processors of the machine")
        .Says(SayMachineEngines(machine.name, engines))
        .Because("", kMachineReason)
        .Wants(ValueType::kCount, std::to_string(engines.count), model::Comparator::kAtLeast)
        .At(machine.engines_span);
  }
  if (machine.engines_hole.valid() && !out.Asked(machine.engines_hole)) {
    AskHole(out, Category::kProcessors, machine.engines_hole);
  }
  AskIfOpen(out, Category::kMemory, machine.memory);
  if (machine.memory.known()) {
    AddSize(out, Category::kMemory, "mem/" + machine.name + "/machine", machine.memory, machine.name,
            "memory of the machine", SayMachineMemory(machine.name, machine.memory), kMachineReason);
  }
}

}  // namespace

void AddCapacity(Collector& out) {
  for (const model::Placement* placement : BuiltByVendor(out)) {
    const Runner runner = RunnerOf(out, *placement);
    AddProcessors(out, *placement, runner);
    AddMemory(out, *placement, runner);
  }
  for (const model::MachineId id : out.site().machines) AddMachine(out, out.model().at(id));
}

}  // namespace hotsite::requirements
