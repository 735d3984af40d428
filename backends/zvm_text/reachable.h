// Which address of a system the TCP/IP stack of a z/VM can try by PING. Used by DRSTART EXEC.
#pragma once

#include <string>

#include "backends/zvm_text/host.h"

namespace hotsite::backends::zvm_text {

/// An IPv4 address of `system` at the host's site: one on a network that the stack is on, else one that a route of the
/// stack leads to. Empty where there is none, or no stack.
std::string PingAddress(const Host& host, model::SystemId system);

}  // namespace hotsite::backends::zvm_text
