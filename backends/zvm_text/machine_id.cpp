#include "backends/zvm_text/machine_id.h"

#include <algorithm>

#include "compiler/support/text_writer.h"
#include "compiler/values/scan.h"

namespace hotsite::backends::zvm_text {

std::string MachineIdOf(const model::Model& model, const model::Machine& machine) {
  constexpr std::size_t kDigits = 4;
  if (!machine.serial.known() || !machine.model.known() || machine.serial->size() < kDigits) return {};
  const std::string last = ToUpper(machine.serial->substr(machine.serial->size() - kDigits));
  const std::string type = model.at(*machine.model).type.value.value_or("");
  if (!std::all_of(last.begin(), last.end(), IsHexDigit) || type.size() != kDigits || !IsNumber(type)) return {};
  return last + type;
}

MachineIds MachineIdsOf(const model::Model& model, const model::Placement& placement) {
  MachineIds ids;
  ids.there = MachineIdOf(model, model.machines[placement.machine.index]);
  const model::Site* home = model.home();
  const model::Placement* at_home = home == nullptr ? nullptr : model.Find(model.IdOf(*home), placement.system);
  if (at_home != nullptr) ids.home = MachineIdOf(model, model.machines[at_home->machine.index]);
  return ids.home == ids.there ? MachineIds{} : ids;
}

}  // namespace hotsite::backends::zvm_text
