// SYSTEM DTCPARMS: which real devices the TCP/IP stack gets at a site, under the virtual numbers that its profile names
// (search order: zvm-bootcamp course).
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm {

/// Without text where the stack has no real devices.
zvm_text::HostFile WriteDtcparms(const zvm_text::Host& host);

}  // namespace hotsite::backends::zvm
