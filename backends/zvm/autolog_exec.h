// AUTOLOG1 EXEC: keeps an IPL from starting anything at a machine that isn't home's. One line at the top of AUTOLOG1's
// PROFILE EXEC calls it; taking that line out undoes it.
//
// How it knows home: by the CPU identification, since the node name is the same at both sites and a restored disk
// can't tell. A marker file that is written before the backup and erased behind it (which shops do: IBMVM list, March
// 2008) has two gaps: a system that goes down during the backup comes up with nothing, and a mirror has no time before
// it. So the EXEC carries home's machine, if the spec says its serial number and model, and learns others at home by
// AUTOLOG1 HERE. What it doesn't know isn't home: nothing starts, and the operator is told what to type.
#pragma once

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm {

/// What makes PROFILE EXEC of AUTOLOG1 ask it first.
inline constexpr const char* kGuardLine = "'EXEC AUTOLOG1'; if rc <> 0 then exit rc";

zvm_text::HostFile WriteAutologExec(const zvm_text::Host& host);

}  // namespace hotsite::backends::zvm
