// z/OS: IPL, then its network; in a sysplex behind its coupling facilities and couple data sets.
#include <fmt/format.h>

#include <algorithm>

#include "backends/day/bringup.h"
#include "backends/naming.h"

namespace hotsite::backends::day {
namespace {

using model::Placement;
using model::System;

/// What a member of a sysplex waits for: its coupling facilities and, once for all members, its couple data sets.
void AddSysplex(Plan& plan, const Placement& placement, std::vector<StepNumber>& after) {
  for (const model::Sysplex& sysplex : plan.model().sysplexes) {
    const bool member = std::any_of(sysplex.members.begin(), sysplex.members.end(),
                                    [&](const model::Reference& one) { return one.system == placement.system; });
    if (!member) continue;
    for (const model::SystemId facility : sysplex.couplings) {
      if (const auto up = plan.up.find(facility); up != plan.up.end()) after.push_back(up->second);
    }
    std::vector<std::string> labels;
    for (const model::Volumes& volumes : sysplex.volumes)
      labels.insert(labels.end(), volumes.labels.begin(), volumes.labels.end());
    if (labels.empty()) continue;
    const auto [found, is_new] = plan.couple_data_sets.try_emplace(&sysplex, 0);
    if (is_new)
      found->second =
          plan.Add({}, sysplex.name, fmt::format("Restore or format its couple data sets, on {}", Folded(labels)),
                   "IXCL1DSU ends with 0 (k)");
    after.push_back(found->second);
  }
}

}  // namespace

// The messages are from knowledge.
void AddZos(Plan& plan, const Placement& placement, std::vector<StepNumber> after) {
  const System& system = plan.model().SystemOf(placement);
  AddSysplex(plan, placement, after);
  const StepNumber ipl =
      plan.Add(std::move(after), system.name,
               fmt::format("IPL {}, {}", WhereItRuns(plan.model(), placement), LoadOf(plan, placement)),
               "IEE389I MVS COMMAND PROCESSING AVAILABLE (k)");
  plan.up[placement.system] = ipl;
  if (system.nics.empty()) return;
  const std::string folder = Folders(plan.model(), model::SystemKind::kZos).Of(placement);
  plan.up[placement.system] =
      plan.Add({ipl}, system.name, fmt::format("Network: zos/{}/README.txt, TO APPLY; then S TCPIP", folder),
               "D TCPIP,,NETSTAT,DEVLINKS: READY for each device (k)");
}

}  // namespace hotsite::backends::day
