// PLC: what runs where. First in the document, since it decides the rest and can't be repaired on the day.
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

// Source of the two-level rule: IBMVM list, 2008-03-11 and 2008-08-28 (L. Stewart, A. Altmark).
constexpr char kZvmReason[] =
    "The hardware serves two levels of virtualization. As a guest, this z/VM would put its own guests at the third "
    "level, which "
    "is carried by software: they become too slow to use.";
// Source: Red Hat Enterprise Linux 7, Virtualization Deployment and Administration Guide, B.2.
constexpr char kKvmReason[] =
    "KVM runs guests from a partition only; as a guest of a z/VM system it isn't supported, and its guests would be at "
    "the third level of virtualization.";
constexpr char kCouplingReason[] =
    "A coupling facility runs its control code in a partition of a mode of its own, and no guest can stand in for it.";
constexpr char kPartitionReason[] =
    "Under a z/VM system it would share processors with that system's other guests, and partitions can not be changed "
    "once a "
    "system in them is in use.";
constexpr char kGuestReason[] =
    "One z/VM system more in between would put the guest at the third level, which is carried by software.";
constexpr char kKvmGuestReason[] =
    "One hypervisor more in between would put the guest at the third level, which is carried by software.";
constexpr char kOnlyOneReason[] = "The hardware serves two levels of virtualization; a third is carried by software.";
constexpr char kOneMachineReason[] = "HiperSockets exist inside one machine only.";
constexpr char kMachinesReason[] = "The rows about memory, processors and connections count per machine.";
constexpr char kModelReason[] = "The configuration was checked against the limits of this model.";
constexpr char kDirectoryReason[] =
    "A guest without its directory entry can not be logged on, and entering it takes time on the day.";

const char* WhyPartition(const model::System& system) {
  if (system.is_kvm()) return kKvmReason;
  if (system.is_coupling()) return kCouplingReason;
  return system.is_zvm() ? kZvmReason : kPartitionReason;
}

void AddRunner(Collector& out, const model::Placement& placement) {
  const model::System& system = out.model().SystemOf(placement);
  const Runner runner = RunnerOf(out, placement);
  Row row = out.Demand(Category::kPlacement, "place/" + runner.system + "/kind")
                .About(runner.system, "placement")
                .At(placement.written.name);
  if (runner.guest()) {
    row.Says(SayGuest(runner))
        .Because(placement.reason,
                 system.parent.valid() && out.model().at(system.parent).is_kvm() ? kKvmGuestReason : kGuestReason)
        .Wants(ValueType::kText, "guest of " + runner.host);
  } else {
    row.Says(SayPartition(runner))
        .Because(placement.reason, WhyPartition(system))
        .Wants(ValueType::kText, "logical partition");
  }
  const bool own_hypervisor = system.is_hypervisor() && !system.vendors && !runner.guest();
  if (own_hypervisor && !placement.guests.empty()) {
    out.Demand(Category::kPlacement, "place/" + runner.system + "/levels")
        .About(runner.system, "levels below the Linux guests")
        .Says(SayOnlyHypervisor(runner.kind, runner.system))
        .Because("", kOnlyOneReason)
        .Wants(ValueType::kCount, "1")
        .At(placement.written.name);
  }
  if (system.vendors && system.is_zvm() && !placement.guests.empty()) {
    out.Demand(Category::kPlacement, "place/" + runner.system + "/directory")
        .About(runner.system, "directory entries")
        .Says(SayDirectoryEntries(runner.system, placement.guests.size()))
        .Because("", kDirectoryReason)
        .Wants(ValueType::kCount, std::to_string(placement.guests.size()))
        .At(placement.written.name);
  }
}

void AddMachine(Collector& out, const model::Machine& machine, bool several) {
  const model::Model& model = out.model();
  if (machine.model.known()) {
    const std::string& title = model.at(*machine.model).title;
    out.Demand(Category::kPlacement, "place/" + machine.name + "/model")
        .About(machine.name, "machine model")
        .Says(SayMachineModel(machine.name, title))
        .Because(machine.model.reason(), kModelReason)
        .Wants(ValueType::kText, title)
        .At(machine.model.span());
  }
  Names systems;
  for (const model::PartitionId id : machine.partitions) {
    if (const model::Placement* occupant = OccupantOf(model, model.at(id))) systems.push_back(out.NameOf(*occupant));
  }
  bool hipersockets = false;
  for (const model::CarrierId id : machine.carriers) hipersockets = hipersockets || !model.at(id).is_osa();
  if (systems.size() < 2 || (!several && !hipersockets)) return;
  out.Demand(Category::kPlacement, "place/" + machine.name + "/one-machine")
      .About(machine.name, "same machine")
      .Says(SayOneMachine(systems, machine.name))
      .Because("", hipersockets ? kOneMachineReason : kMachinesReason)
      .Wants(ValueType::kText, machine.name)
      .At(machine.written.name);
}

}  // namespace

void AddPlacement(Collector& out) {
  for (const model::Placement* placement : BuiltByVendor(out)) AddRunner(out, *placement);
  for (const model::MachineId id : out.site().machines) {
    AddMachine(out, out.model().at(id), out.site().machines.size() > 1);
  }
}

}  // namespace hotsite::requirements
