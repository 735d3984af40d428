// How an EXEC knows the machine that it runs on: by the last eight digits that the CPU identification of a virtual
// machine shares with the machine's name plate. Used by AUTOLOG1 EXEC and DRSTART EXEC.
#pragma once

#include <string>

#include "compiler/model/model.h"

namespace hotsite::backends::zvm_text {

/// `452E2097`: the last four digits of the serial number and the machine type, as in QUERY CPUID, whose answer is FF,
/// the partition's identifier, those four digits, the type and 8000 (CP Commands and Utilities Reference, QUERY CPUID;
/// PR/SM Planning Guide, CPU ID fields). Empty where the spec doesn't say serial number or model.
std::string MachineIdOf(const model::Model& model, const model::Machine& machine);

/// The machines that a system is placed on at home and at its recovery site.
struct MachineIds {
  std::string home, there;
};

/// Both are empty where they are the same: then the machine tells nothing.
MachineIds MachineIdsOf(const model::Model& model, const model::Placement& placement);

}  // namespace hotsite::backends::zvm_text
