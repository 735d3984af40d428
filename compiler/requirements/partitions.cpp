// What the image profile of a partition says (PLC, CPU, CHP, DSK), its consoles and who works at the HMC (CON).
#include "compiler/requirements/sentences_partition.h"
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kModeReason[] = "The mode decides which processor types and which systems the partition takes.";
constexpr char kWeightReason[] =
    "Weights share the processors out among the partitions: with less, the system waits while others run.";
constexpr char kCappedReason[] = "Licences are counted by what the partition can use at most.";
constexpr char kUncappedReason[] = "A capped partition gets no more than its weight, even while processors are idle.";
constexpr char kLoadReason[] =
    "With another load address or parameter the system does not come up, or another one does.";
constexpr char kCryptoReason[] =
    "The master keys of a domain belong to the partition that has it; without it, encrypted data can not be read.";
constexpr char kConsoleReason[] = "Without an operator console the system can not be started or operated.";
constexpr char kConsoleDeviceReason[] = "The console definitions of the system name these device numbers.";
constexpr char kHmcReason[] = "Partitions are loaded, stopped and reset at the Hardware Management Console only.";

void AddMode(Collector& out, const Runner& runner, const model::PartitionSettings& has) {
  if (!has.mode.known()) return;
  out.Demand(Category::kPlacement, "place/" + runner.system + "/mode")
      .About(runner.system, "partition mode")
      .Says(SayMode(runner, *has.mode))
      .Because(has.mode.reason(), kModeReason)
      .Wants(ValueType::kText, ToString(*has.mode))
      .At(has.mode.span());
}

/// Weight and capping mean nothing to dedicated processors (PR/SM Planning Guide).
void AddWeight(Collector& out, const model::Placement& placement, const Runner& runner,
               const model::PartitionSettings& has) {
  if (placement.resources.sharing.value_or(model::Sharing::kShared) == model::Sharing::kDedicated) return;
  AskIfOpen(out, Category::kProcessors, has.weight);
  if (has.weight.known()) {
    out.Demand(Category::kProcessors, "cpu/" + runner.system + "/weight")
        .About(runner.system, "initial processing weight")
        .Says(SayWeight(runner, *has.weight))
        .Because(has.weight.reason(), kWeightReason)
        .Wants(ValueType::kCount, std::to_string(*has.weight))
        .At(has.weight.span());
  }
  if (!has.capped.known()) return;
  out.Demand(Category::kProcessors, "cpu/" + runner.system + "/capping")
      .About(runner.system, "initial capping")
      .Says(SayCapping(runner, *has.capped))
      .Because(has.capped.reason(), *has.capped ? kCappedReason : kUncappedReason)
      .Wants(ValueType::kText, *has.capped ? "capped" : "not capped")
      .At(has.capped.span());
}

void AddLoad(Collector& out, const Runner& runner, const model::PartitionSettings& has) {
  AskIfOpen(out, Category::kDisk, has.load);
  if (has.load.known()) {
    out.Demand(Category::kDisk, "load/" + runner.system + "/address")
        .About(runner.system, "load address")
        .Says(SayLoadAddress(runner, *has.load))
        .Because(has.load.reason(), kLoadReason)
        .Wants(ValueType::kDevices, has.load->ToString())
        .At(has.load.span());
  }
  AskIfOpen(out, Category::kDisk, has.load_parameter);
  if (!has.load_parameter.known()) return;
  out.Demand(Category::kDisk, "load/" + runner.system + "/parameter")
      .About(runner.system, "load parameter")
      .Says(SayLoadParameter(runner, PlainText(*has.load_parameter)))
      .Because(has.load_parameter.reason(), kLoadReason)
      .Wants(ValueType::kText, *has.load_parameter)
      .At(has.load_parameter.span());
}

void AddCrypto(Collector& out, const Runner& runner, const model::PartitionSettings& has) {
  AskIfOpen(out, Category::kChannels, has.crypto_domains);
  const std::string means = has.crypto_type.known() ? ToString(*has.crypto_type) : "";
  const bool domains = has.crypto_domains.known();
  if (!domains && means.empty()) return;
  out.Demand(Category::kChannels, "crypto/" + runner.system)
      .About(runner.system, "crypto domains")
      .Says(domains ? SayCrypto(runner, *has.crypto_domains, means) : SayCryptoType(runner, means))
      .Because(has.crypto_domains.reason(), kCryptoReason)
      .Wants(ValueType::kText, means)
      .At(domains ? has.crypto_domains.span() : has.crypto_type.span());
}

void AddConsoles(Collector& out, const Runner& runner, const model::PartitionSettings& has) {
  if (!has.consoles.known()) return;
  out.Demand(Category::kConsoles, "consoles/" + runner.system + "/count")
      .About(runner.system, "operator consoles")
      .Says(SayConsoles(runner, {has.consoles.comparator(), *has.consoles},
                        has.console_means.known() ? ToString(*has.console_means) : ""))
      .Because(has.consoles.reason(), kConsoleReason)
      .Wants(ValueType::kCount, std::to_string(*has.consoles), has.consoles.comparator())
      .At(has.consoles.span());
  AskIfOpen(out, Category::kConsoles, has.console_devices);
  if (!has.console_devices.known()) return;
  out.Demand(Category::kConsoles, "consoles/" + runner.system + "/devices")
      .About(runner.system, "device numbers of the operator consoles")
      .Says(SayConsoleDevices(runner, *has.console_devices))
      .Because(has.console_devices.reason(), kConsoleDeviceReason)
      .Wants(ValueType::kDevices, has.console_devices->ToString())
      .At(has.console_devices.span());
}

void AddHmc(Collector& out, const model::Machine& machine) {
  if (!machine.hmc) return;
  Names partitions;
  for (const model::PartitionId id : machine.partitions) partitions.push_back(out.model().at(id).name);
  if (partitions.empty()) return;
  out.Demand(Category::kConsoles, "consoles/" + machine.name + "/hmc")
      .About(machine.name, "Hardware Management Console")
      .Says(machine.hmc->by_customer ? SayHmcByCustomer(machine.name, partitions, machine.hmc->remote)
                                     : SayHmcByVendor(machine.name, partitions))
      .Because(machine.hmc->reason, kHmcReason)
      .Wants(ValueType::kText, machine.hmc->by_customer ? "customer" : "vendor")
      .At(machine.hmc->span);
}

}  // namespace

void AddPartitions(Collector& out) {
  const model::Model& model = out.model();
  for (const model::MachineId id : out.site().machines) {
    for (const model::PartitionId partition_id : model.at(id).partitions) {
      const model::Partition& partition = model.at(partition_id);
      const model::Placement* occupant = OccupantOf(model, partition);
      if (occupant == nullptr) continue;
      const Runner runner = RunnerOf(out, *occupant);
      AddMode(out, runner, partition.settings);
      AddWeight(out, *occupant, runner, partition.settings);
      AddLoad(out, runner, partition.settings);
      AddCrypto(out, runner, partition.settings);
      AddConsoles(out, runner, partition.settings);
    }
    AddHmc(out, model.at(id));
  }
}

}  // namespace hotsite::requirements
