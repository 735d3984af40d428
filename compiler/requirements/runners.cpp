#include "compiler/requirements/steps.h"

namespace hotsite::requirements {

std::vector<const model::Placement*> BuiltByVendor(const Collector& out) {
  const model::Model& model = out.model();
  std::vector<const model::Placement*> built;
  for (const model::PlacementId id : out.site().placements) {
    const model::Placement& placement = model.at(id);
    if (model.SystemOf(placement).kind == model::SystemKind::kExternal) continue;
    const bool in_partition = !placement.host.valid();
    if (in_partition || model.SystemOf(model.at(placement.host)).vendors) built.push_back(&placement);
  }
  return built;
}

std::string NounOf(const model::System& system) {
  if (system.is_kvm()) return "KVM host";
  return system.is_hypervisor() || !system.vendors ? "z/VM system"
                                                   : model::ToString(system.kind) + std::string(" system");
}

Runner RunnerOf(const Collector& out, const model::Placement& placement) {
  const model::Model& model = out.model();
  Runner runner;
  runner.system = out.NameOf(placement);
  runner.level = placement.level;
  runner.vendors = model.SystemOf(placement).vendors;
  runner.kind = NounOf(model.SystemOf(placement));
  if (placement.host.valid()) {
    runner.host = out.NameOf(model.at(placement.host));
    runner.host_kind = NounOf(model.SystemOf(model.at(placement.host)));
  }
  if (placement.partition.valid()) runner.partition = model.at(placement.partition).name;
  return runner;
}

const model::Placement* OccupantOf(const model::Model& model, const model::Partition& partition) {
  return partition.occupant.valid() ? &model.at(partition.occupant) : nullptr;
}

}  // namespace hotsite::requirements
