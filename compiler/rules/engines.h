// Which processor types a system runs on. Used by the rules that judge placement and processors.
#pragma once

#include <vector>

#include "compiler/model/system.h"
#include "compiler/values/engine.h"

namespace hotsite::rules {

/// The types of which a system needs at least one, the usual first: it isn't dispatched on others alone. Source: PR/SM
/// Planning Guide, "Control program support"; that z/OS isn't dispatched on IFLs, and z/VM and Linux not on zIIPs or
/// ICFs alone, is from knowledge.
std::vector<EngineType> EnginesFor(const model::System& system);

}  // namespace hotsite::rules
