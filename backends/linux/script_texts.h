// The fixed parts of apply.sh and revert.sh: functions of bash and tools as old as SLES 9. Used by scripts.cpp.
#pragma once

#include <string_view>

namespace hotsite::backends::linux_guest {

extern const std::string_view kScriptGuard;   // who may run it, and where
extern const std::string_view kScriptApply;   // check, keep, put
extern const std::string_view kScriptRevert;  // all that was kept comes back

}  // namespace hotsite::backends::linux_guest
