// apply.sh and revert.sh of a guest whose files differ from home: they put the differing files in place and bring the
// home ones back. They change files only and never the running network.
#pragma once

#include <string>
#include <vector>

#include "backends/linux/difference.h"

namespace hotsite::backends::linux_guest {

/// What the scripts do. Made by PlanScripts; kept apart from the text so that it can be judged before anything is
/// written.
struct ScriptPlan {
  std::string system, host_name, site;
  std::vector<std::string> put;       // replaced by this folder's file
  std::vector<std::string> expected;  // the same for an ifcfg file, which must be there under this very name
  std::vector<std::string> away;      // files of devices that only home has
  std::vector<std::pair<std::string, std::string>> addresses;  // /etc/hosts: home address, address here
  bool hosts = false;
};

/// Nothing where a script could not be trusted: a file waits for the vendor, the host name changes, /etc/hosts can't be
/// changed address by address, a file of which we write only a part differs.
std::optional<ScriptPlan> PlanScripts(const HostPlan& home, const HostPlan& here, const std::vector<File>& files,
                                      const std::vector<Difference>& differences, const std::string& site);

std::string WriteApplyScript(const ScriptPlan& plan);
std::string WriteRevertScript(const ScriptPlan& plan);

}  // namespace hotsite::backends::linux_guest
