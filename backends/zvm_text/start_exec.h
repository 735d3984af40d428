// DRSTART EXEC: starts the controllers and guests of a z/VM in order, asks where only a person knows, and sums up.
// Written in REXX; runs under CMS, and under Regina with a DIAGRC of the tester's own.
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

HostFile WriteStartExec(const Host& host);

}  // namespace hotsite::backends::zvm_text
