#include "tests/unit/zvm_model_variants.h"

namespace hotsite::zvm_test {
namespace {

template <class T>
model::Stated<T> Said(T value) {
  return model::Stated<T>(std::move(value), Span{});
}

void AddMachineModel(model::Model& m, const std::string& type) {
  model::MachineModel machine;
  machine.type.value = Said(type);
  m.machine_models.push_back(machine);
}

}  // namespace

model::Model OwnHostOnMachines() {
  model::Model m = OwnHost({});
  AddMachineModel(m, "2094");
  AddMachineModel(m, "2097");
  const char* const serials[] = {"02-1452E", "3a1b"};
  for (std::uint32_t i = 0; i < 2; ++i) {
    m.machines[i].model = Said(model::MachineModelId{i});
    m.machines[i].serial = Said(std::string(serials[i]));
  }
  const model::SystemId proda = m.IdOf(*m.FindSystem("PRODA"));
  model::Nic nic;
  nic.device = DeviceNumber(0x0800);
  nic.network = model::NetworkId{0};
  m.systems[proda.index].nics = {nic};
  for (model::Placement& placement : m.placements) {
    if (placement.system != proda) continue;
    model::PlacedNic placed;
    placed.network = nic.network;
    placed.device = nic.device;
    placed.addresses = {*IpAddress::Parse("10.20.30.10")};
    placed.attachment.kind = model::Attachment::Kind::kDevices;
    placed.attachment.device = Said(DeviceNumber(0x0A00));
    placement.nics = {placed};
  }
  return m;
}

model::Model OwnMember() {
  model::Model m = OwnHost({});
  model::Cluster cluster;
  cluster.name = "PRODSSI";
  cluster.members = {{m.IdOf(*m.FindSystem("VMPROD")), Span{}}};
  m.clusters.push_back(cluster);
  return m;
}

model::Model WithAutolog(model::Model model, model::Autolog autolog) {
  for (model::Placement& placement : model.placements) {
    if (model.at(placement.site).recovery) placement.settings.autolog = Said(autolog);
  }
  return model;
}

}  // namespace hotsite::zvm_test
