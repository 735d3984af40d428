// VSWITCH controllers of a z/VM: which user IDs must be logged on before a vswitch has an uplink
// (vm.ibm.com/virtualnetwork/contrllr.html). In 2008 they were missing and nobody had checked.
#pragma once

#include "backends/zvm_text/host_file.h"
#include "backends/zvm_text/open_places.h"

namespace hotsite::backends::zvm_text {

/// Whether the vswitch is meant to reach outside its z/VM, so that it needs a controller.
bool NeedsController(const model::Lan& lan);

/// The user IDs that may control the vswitch: those named, else the two that z/VM ships. Empty when open or `none`.
std::vector<std::string> ControllersOf(const model::Lan& lan);

/// The controllers of all vswitches, in order, each once.
std::vector<std::string> ControllersOf(const Host& host);

/// CONTROLLERS.txt; without text where no vswitch needs one.
HostFile WriteControllers(const Host& host);

}  // namespace hotsite::backends::zvm_text
