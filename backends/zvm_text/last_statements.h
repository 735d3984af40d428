// SYSTEM.DRLAST: statements that must stand at the end of SYSTEM CONFIG, because of those that say the same the last
// one holds (from knowledge): FEATURES, DEVICES, OPERATOR_CONSOLES. What must stand before home's, such as DEFINE
// VSWITCH, is in SYSTEM.CONFIG.
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

/// Without text for a z/VM of the vendor's, whose devices and consoles are its own business.
HostFile WriteLastStatements(const Host& host);

}  // namespace hotsite::backends::zvm_text
