// What a Linux system waits for: open places in its own files, and answers that its z/VM needs before the system has a
// network.
#pragma once

#include <string>
#include <vector>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// Each answer once; what its files wait for.
std::vector<OpenPlace> OpenInFiles(const HostPlan& plan);

/// Each answer once: real devices that are dedicated to this guest, uplinks of the vswitches that it is on.
std::vector<OpenPlace> OpenInHost(const BuildInput& input, const model::Placement& placement);

}  // namespace hotsite::backends::linux_guest
