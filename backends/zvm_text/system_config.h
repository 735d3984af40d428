// SYSTEM CONFIG: vswitches, guest LANs and their grants of a z/VM at a site, every statement qualified with the node
// name (CP Planning and Administration, SYSTEM CONFIG). Used by the zvm backend and the vendor's annex.
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

HostFile WriteSystemConfig(const Host& host);

}  // namespace hotsite::backends::zvm_text
