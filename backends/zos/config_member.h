// CONFIGDR, a member of PARMLIB that lists what the system was promised at a site: `D M=CONFIG(DR)` compares it with
// what is there and tells each difference (message IEE097I). Processors, storage and devices that the spec knows are
// statements; what the vendor still has to say stands in comments.
//
// Sources: z/OS MVS Initialization and Tuning Reference, CONFIGxx (SSLTBW_2.1.0, ieae200131 and ieae200133: what is
// compared, and that a statement that isn't understood is told and skipped); z/OS MVS System Commands, DISPLAY M (forms
// of lists and ranges). The operands of CPU, STOR and DEVICE, the `*` for all channel paths and the `*` of a comment
// are from knowledge.
#pragma once

#include <string>
#include <vector>

#include "backends/zos/stack_plan.h"

namespace hotsite::backends::zos {

/// The suffix of the member, which D M=CONFIG names.
inline constexpr const char* kConfigSuffix = "DR";

struct ConfigMember {
  std::string text;             // records of at most 71 columns
  std::vector<OpenPlace> open;  // what is a comment until the vendor has answered
  std::size_t statements = 0;
};

ConfigMember WriteConfigMember(const BuildInput& input, const model::Placement& placement, const StackPlan& plan);

}  // namespace hotsite::backends::zos
