// Which processors a kind of system runs on: for HS2002, which tells of systems that get none of them, and HS2106,
// which leaves those to it.
#pragma once

#include <vector>

#include "compiler/model/model.h"

namespace hotsite::rules {

/// Any of these will do. Source: PR/SM Planning Guide, "Processor Characteristics" and "Control program support"; that
/// z/OS isn't dispatched on IFLs, and z/VM and Linux not on zIIPs or ICFs alone, is from knowledge.
std::vector<EngineType> EnginesFor(const model::System& system);

/// Whether `choice` leaves one of `types`.
bool AllowsAny(const EngineChoice& choice, const std::vector<EngineType>& types);

/// Whether the machine has at least one processor of one of `types`; true where its processors aren't said, or
/// some of them are left to the vendor.
bool MayHaveAny(const model::Machine& machine, const std::vector<EngineType>& types);

}  // namespace hotsite::rules
