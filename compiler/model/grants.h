// Which device numbers of a machine are given to a placed system: those of the innermost system on its way out that a
// `devices` line names, else those for everybody.
#pragma once

#include <vector>

#include "compiler/model/model.h"

namespace hotsite::model {

/// Whether a carrier or channel whose `for` names `reaches` reaches the placed system, itself or a hypervisor around
/// it. No names: it reaches everybody.
bool Reaches(const Model& model, const std::vector<SystemId>& reaches, const Placement& placement);

/// One `devices` line, and the system that it names; that is invalid where the line is for everybody.
struct Grant {
  const DeviceGrant* line = nullptr;  // null: nothing is given to the system
  SystemId system;
};
Grant GrantFor(const Model& model, const std::vector<DeviceGrant>& lines, const Placement& placement);

}  // namespace hotsite::model
