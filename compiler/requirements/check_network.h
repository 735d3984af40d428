// What shows that networks and connections work: pings with the addresses of the site, and which system can be asked
// about a thing that isn't one. Parts of checks.h.
#pragma once

#include <vector>

#include "compiler/requirements/checks.h"

namespace hotsite::requirements {

/// Adds the checks of a row about HiperSockets, networks, tape drives, KVM bridges or sessions; false: the table has
/// them.
bool NetworkChecks(const model::Model& model, const model::Site& site, const Requirement& row,
                   std::vector<Check>& checks);

/// The system of the site that shows a connection, switch or group: the hypervisor that has a LAN of that name, else
/// the first z/VM that the carrier reaches, else the first member of the group; nothing where none does.
const model::Placement* ShowingFor(const model::Model& model, const model::Site& site, const Requirement& row);

}  // namespace hotsite::requirements
