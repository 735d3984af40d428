// `<node> TCPIP`: DEVICE, LINK, HOME, GATEWAY and START of a z/VM's own stack at a site. The stack takes it before
// PROFILE TCPIP, so production's profile stays as it is (search order: zvm-bootcamp course).
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm {

/// Without text where the system has no stack in the spec.
zvm_text::HostFile WriteTcpipProfile(const zvm_text::Host& host);

}  // namespace hotsite::backends::zvm
