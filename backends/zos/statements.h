// The two fragments: TCPIP.PROFILE (INTERFACE where the release has it, else DEVICE, LINK and HOME; BEGINROUTES, START)
// and TRLE.VTAMLST (the QDIO devices of the OSAs). Upper case, at most 72 columns.
#pragma once

#include <string>
#include <vector>

#include "backends/zos/stack_plan.h"

namespace hotsite::backends::zos {

std::string WriteProfile(const StackPlan& plan, const std::string& site);
/// Empty where the system has no OSA: HiperSockets need no TRLE, VTAM makes it.
std::string WriteTrle(const StackPlan& plan, const std::string& site);

/// Statement lines without their comments: what is compared between home and a site.
std::vector<std::string> StatementsOf(const std::string& text);

}  // namespace hotsite::backends::zos
