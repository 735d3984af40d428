// SWL: which machine it is and what keys on it; which release the vendor's z/VM has.
#include <algorithm>

#include "compiler/requirements/sentences_agreements.h"
#include "compiler/requirements/sentences_partition.h"
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kModelReason[] = "Licences are priced by it, and the configuration is checked against its limits.";
constexpr char kSerialReason[] = "Licence keys are tied to it; new ones have to be ordered before the test.";
constexpr char kCpuIdReason[] = "Licence keys and the choice of configuration files by machine depend on it.";
constexpr char kCapacityReason[] = "Speed and licences depend on it: sub-capacity CPs are slower, full ones cost more.";
constexpr char kProductReason[] = "A key for the machine at the hot site has to be there before the test.";
constexpr char kClockReason[] =
    "Jobs that are scheduled by local time run early or late where the clock or its zone differs.";
constexpr char kReleaseReason[] = "The definitions of annex B and of the vendor's files are written for this release.";

void AddSerial(Collector& out, const model::Machine& machine) {
  const std::string key = "software/" + machine.name + "/serial";
  const bool known = machine.serial.known();
  Row row = known ? out.Demand(Category::kSoftware, key) : out.Question(Category::kSoftware, key);
  row.About(machine.name, "serial number")
      .Says(known ? SaySerial(machine.name, *machine.serial) : AskSerial(machine.name))
      .Because(machine.serial.reason(), kSerialReason)
      .Wants(ValueType::kText, machine.serial.value_or(""))
      .At(known ? machine.serial.span() : machine.written.name);
}

bool IsKeyedToCapacity(const model::Product& product) { return product.keyed_to_capacity; }

void AddCapacity(Collector& out, const model::Machine& machine) {
  AskIfOpen(out, Category::kProcessors, machine.capacity);
  if (machine.capacity.known()) {
    out.Demand(Category::kProcessors, "cpu/" + machine.name + "/capacity")
        .About(machine.name, "capacity setting")
        .Says(SayCapacity(machine.name, *machine.capacity))
        .Because(machine.capacity.reason(), kCapacityReason)
        .Wants(ValueType::kText, *machine.capacity)
        .At(machine.capacity.span());
  }
  const std::vector<model::Product>& products = out.model().products;
  if (!machine.capacity.absent() || std::none_of(products.begin(), products.end(), IsKeyedToCapacity)) return;
  out.Question(Category::kProcessors, "cpu/" + machine.name + "/capacity")
      .About(machine.name, "model-capacity identifier")
      .Says(AskCapacity(machine.name))
      .Because("", kCapacityReason)
      .Wants(ValueType::kText, "")
      .At(machine.written.name);
}

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
  AddSerial(out, machine);
  AddCapacity(out, machine);
}

/// z/OS and z/VM take the time of day from the machine or from the z/VM that they run under, which the vendor sets.
void AddClock(Collector& out, const model::Placement& placement, const Runner& runner) {
  const model::Stated<std::string>& zone = placement.settings.timezone;
  if (!zone.known()) return;
  out.Demand(Category::kSoftware, "software/" + runner.system + "/timezone")
      .About(runner.system, "time zone")
      .Says(SayTimezone(runner, *zone))
      .Because(zone.reason(), kClockReason)
      .Wants(ValueType::kText, *zone)
      .At(zone.span());
}

/// Rows that a product needs: what it is keyed to is asked for with the machine.
void AddProduct(Collector& out, const model::Product& product) {
  const model::Model& model = out.model();
  Names systems, keys;
  for (const model::SystemId id : product.systems) {
    if (model.Find(model.IdOf(out.site()), id) != nullptr) systems.push_back(out.NameOf(id));
  }
  if (!product.systems.empty() && systems.empty()) return;  // none of them runs here
  if (product.keyed_to_cpuid) keys.emplace_back("the CPU identifier");
  if (product.keyed_to_model) keys.emplace_back("the machine type and model");
  if (product.keyed_to_capacity) keys.emplace_back("the model-capacity identifier");
  const std::string name = PlainText(product.name);
  out.Information(Category::kSoftware, "product/" + name)
      .About(name, "product")
      .Says(TellProduct(name, PlainText(product.vendor), systems, keys, PlainText(product.licence),
                        PlainText(product.contact)))
      .Because(product.reason, kProductReason)
      .At(product.written.name);
}

}  // namespace

void AddIdentity(Collector& out) {
  const model::Model& model = out.model();
  for (const model::MachineId id : out.site().machines) AddMachine(out, model.at(id));
  for (const model::Product& product : model.products) AddProduct(out, product);
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
    AddClock(out, *placement, runner);
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
