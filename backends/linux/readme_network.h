// The network of a Linux system as a reader sees it: the table of the README, interfaces whose names change, and the
// values alone, to be compared where no files are written.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "backends/linux/host_plan.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::linux_guest {

void WriteNetworkTable(const HostPlan& plan, TextWriter& out);

/// What the system itself must know, a line each: devices, addresses, MTUs, routes, name servers. Without the names of
/// what carries them, which only its hypervisor sees.
std::string NetworkValues(const HostPlan& plan);

/// Interfaces that have another name here than at home: both names.
std::vector<std::pair<std::string, std::string>> RenamedInterfaces(const HostPlan& home, const HostPlan& here);

}  // namespace hotsite::backends::linux_guest
