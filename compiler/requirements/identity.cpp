// SWL: which machine it is and what keys on it; which release the vendor's z/VM has.
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kModelReason[] = "Licences are priced by it, and the configuration is checked against its limits.";
constexpr char kSerialReason[] = "Licence keys are tied to it; new ones have to be ordered before the test.";
constexpr char kCpuIdReason[] = "Licence keys and the choice of configuration files by machine depend on it.";
constexpr char kReleaseReason[] = "The definitions of annex B and of the vendor's files are written for this release.";

void AddMachine(Collector& out, const model::Machine& machine) {
  if (machine.model.open() && !out.Asked(machine.model.hole())) AskHole(out, Category::kSoftware, machine.model.hole());
  if (machine.model.absent()) {
    out.Question(Category::kSoftware, "software/" + machine.name + "/model")
        .About(machine.name, "machine type and model")
        .Says(AskMachineModel(machine.name))
        .Because("", kModelReason)
        .Wants(ValueType::kText, "")
        .At(machine.written.name);
  }
  out.Question(Category::kSoftware, "software/" + machine.name + "/serial")
      .About(machine.name, "serial number")
      .Says(AskSerial(machine.name))
      .Because("", kSerialReason)
      .Wants(ValueType::kText, "")
      .At(machine.written.name);
}

}  // namespace

void AddIdentity(Collector& out) {
  const model::Model& model = out.model();
  for (const model::MachineId id : out.site().machines) AddMachine(out, model.at(id));
  for (const model::Placement* placement : BuiltByVendor(out)) {
    const model::System& system = model.SystemOf(*placement);
    const Runner runner = RunnerOf(out, *placement);
    if (system.vendors && system.release.valid() && model.at(system.release).version.known()) {
      const std::string& version = *model.at(system.release).version;
      out.Demand(Category::kSoftware, "software/" + runner.system + "/release")
          .About(runner.system, "z/VM version")
          .Says(SayRelease(runner.system, version))
          .Because("", kReleaseReason)
          .Wants(ValueType::kText, version)
          .At(placement->written.name);
    }
    if (system.vendors || system.is_coupling() || (runner.guest() && system.is_linux())) continue;
    out.Question(Category::kSoftware, "software/" + runner.system + "/cpuid")
        .About(runner.system, "CPU identifier")
        .Says(AskCpuId(runner))
        .Because("", kCpuIdReason)
        .Wants(ValueType::kText, "")
        .At(placement->written.name);
  }
}

}  // namespace hotsite::requirements
