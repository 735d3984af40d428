// apply.sh and revert.sh of a system whose files differ from home: they put the differing files in place and bring the
// home ones back, byte for byte. They change files only and never the running network, can be run again, also after
// they were interrupted, and refuse to run on any other system.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backends/linux/difference.h"

namespace hotsite::backends::linux_guest {

/// One path of the system.
struct ScriptStep {
  enum class Kind : std::uint8_t { kPut, kKeys, kLines, kHosts, kAway, kKeep };
  Kind kind = Kind::kPut;
  std::string path;
  unsigned mode = 0644;
  std::string keeps;              // kPut: the home file's line of this key stays, and the home file must be there
  std::vector<std::string> gone;  // kKeys, kLines: keys or lines that only home has
};

/// What /etc/hosts says of the system itself.
struct HostsChange {
  std::vector<std::string> from, to;  // home address, address here, pair by pair
  std::vector<std::string> gone;      // home addresses without a successor
  std::string name, old_name;         // the full name here and at home
};

/// What the scripts do. Made by PlanScripts; kept apart from the text so that it can be judged before anything is
/// written.
struct ScriptPlan {
  std::string system, host_name, site;
  std::vector<std::string> partitions;  // those that the system runs in, at home or here; empty: always a guest
  std::vector<ScriptStep> steps;
  std::vector<std::string> ours;      // all paths of this folder
  std::vector<std::string> patterns;  // Writer::replaces
  HostsChange hosts;
  std::vector<std::string> then;  // commands that make the files count
};

struct ScriptInput {
  const HostPlan* home = nullptr;  // none: the system is new here
  const HostPlan& here;
  const std::vector<File>& home_files;
  const std::vector<File>& files;
  const std::vector<Difference>& differences;
  const Writer& writer;
  std::string site;
  std::vector<std::string> partitions;
};

struct Scripts {
  std::optional<ScriptPlan> plan;
  std::string why_not;  // why there is none, as a sentence without a period; empty where nothing is to be done
};

/// No plan where a script could not be trusted: a file waits for the vendor, addresses of the system change places in
/// /etc/hosts, a name can't be quoted.
Scripts PlanScripts(const ScriptInput& input);

std::string WriteApplyScript(const ScriptPlan& plan);
std::string WriteRevertScript(const ScriptPlan& plan);

}  // namespace hotsite::backends::linux_guest
