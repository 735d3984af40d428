#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "backends/linux/name_files.h"
#include "backends/linux/quote.h"
#include "backends/linux/scripts.h"
#include "backends/linux/zdev.h"

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::string_view kHosts = "etc/hosts";

const File* Find(const std::vector<File>& files, const std::string& path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const File& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

/// The lines of a file's text; of `KEY=value` lines only the keys, without blanks.
std::vector<std::string> PartsOf(const File* file, bool keys) {
  std::vector<std::string> parts;
  std::string_view rest = file ? std::string_view(file->text) : std::string_view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string part(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (keys && part.find('=') == std::string::npos) continue;
    if (keys) part.resize(part.find('='));
    if (keys) std::erase_if(part, [](char c) { return c == ' ' || c == '\t'; });
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<std::string> OnlyIn(std::vector<std::string> parts, const std::vector<std::string>& others) {
  const std::set<std::string> known(others.begin(), others.end());
  std::erase_if(parts, [&](const std::string& part) { return known.contains(part); });
  return parts;
}

ScriptStep StepFor(const ScriptInput& input, const std::string& path) {
  const File* home = Find(input.home_files, path);
  const File* here = Find(input.files, path);
  const File& file = here ? *here : *home;
  ScriptStep step{ScriptStep::Kind::kPut, file.path, file.mode, {}, {}};
  if (file.path == kHosts) {
    step.kind = ScriptStep::Kind::kHosts;
  } else if (file.part != File::Part::kWhole) {
    const bool keys = file.part == File::Part::kKeys;
    step.kind = keys ? ScriptStep::Kind::kKeys : ScriptStep::Kind::kLines;
    step.gone = OnlyIn(PartsOf(home, keys), PartsOf(here, keys));
  } else if (!here) {
    step.kind = ScriptStep::Kind::kAway;
  } else if (home) {
    step.keeps = file.keeps;
  }
  return step;
}

/// Names of the system itself: home's file may say the same in other words, so it stays where the spec says the same.
bool IsNameFile(const std::string& path) {
  return path == kHosts || path == "etc/hostname" || path == "etc/HOSTNAME" || path == "etc/resolv.conf";
}

/// Every file of ours is put in place, not only those that differ: what the spec says of home is no fact about home's
/// disk, whose files of other names are taken away.
std::vector<ScriptStep> StepsFor(const ScriptInput& input) {
  std::set<std::string> differs;
  for (const Difference& difference : input.differences) differs.insert(difference.path);
  std::vector<ScriptStep> steps;
  for (const File& file : input.files) {
    if (differs.contains(file.path) || !IsNameFile(file.path)) steps.push_back(StepFor(input, file.path));
  }
  for (const Difference& difference : input.differences) {
    if (difference.kind == Difference::Kind::kOnlyAtHome) steps.push_back(StepFor(input, difference.path));
  }
  return steps;
}

/// A place of an address that both sites have: the networks of its interface, the family, which one of those.
using AddressKey = std::tuple<std::vector<std::string>, bool, std::size_t>;

std::map<AddressKey, std::string> AddressesOf(const HostPlan& plan) {
  std::map<AddressKey, std::string> addresses;
  std::map<AddressKey, std::size_t> counts;
  for (const Interface& face : plan.interfaces) {
    for (const HostAddress& one : face.addresses) {
      const bool v4 = one.address.is_v4();
      const std::size_t which = counts[{face.networks, v4, 0}]++;
      addresses[{face.networks, v4, which}] = one.address.ToString();
    }
  }
  return addresses;
}

/// Nothing where an address of the system is another one's successor: a second run would turn it once more.
std::optional<HostsChange> ChangeHosts(const HostPlan& home, const HostPlan& here) {
  const auto before = AddressesOf(home);
  const auto after = AddressesOf(here);
  HostsChange change{{}, {}, {}, here.FullName(), home.FullName()};
  std::set<std::string> new_addresses;
  for (const auto& [key, address] : after) new_addresses.insert(address);
  for (const auto& [key, address] : before) {
    const auto successor = after.find(key);
    if (successor != after.end() && successor->second == address) continue;
    if (new_addresses.contains(address)) return std::nullopt;
    if (successor == after.end()) {
      change.gone.push_back(address);
    } else {
      change.from.push_back(address);
      change.to.push_back(successor->second);
    }
  }
  return change;
}

/// What chzdev writes by itself once it has imported our file: kept too, so that revert.sh brings it back.
void KeepRulesOfZdev(const ScriptInput& input, std::vector<ScriptStep>& steps) {
  if (!Find(input.files, std::string(kZdevPath))) return;
  const auto keep = [&](const std::string& path) {
    steps.push_back({ScriptStep::Kind::kKeep, "etc/udev/rules.d/" + path, 0644, {}, {}});
  };
  for (const Device& device : input.here.devices) keep("41-qeth-" + device.file_id + ".rules");
  keep("41-cio-ignore.rules");
}

/// Whether a text can stand between single quotes of a shell.
bool CanQuote(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '\''; });
}

bool CanQuote(const ScriptStep& step) {
  return CanQuote(step.path) &&
         std::all_of(step.gone.begin(), step.gone.end(), [](const std::string& text) { return CanQuote(text); });
}

}  // namespace

Scripts PlanScripts(const ScriptInput& input) {
  if (input.differences.empty()) return {};
  const auto waits = [](const File& file) { return !file.open.empty(); };
  if (std::any_of(input.files.begin(), input.files.end(), waits))
    return {std::nullopt, "files wait for the vendor; built again with the answers, the scripts are there"};
  ScriptPlan plan{input.here.system,
                  input.here.host_name,
                  input.site,
                  input.partitions,
                  {},
                  {},
                  input.writer.replaces,
                  {{}, {}, {}, input.here.FullName(), input.here.FullName()},
                  {}};
  plan.steps = StepsFor(input);
  KeepRulesOfZdev(input, plan.steps);
  for (const File& file : input.files) plan.ours.push_back(file.path);
  if (input.home) {
    auto hosts = ChangeHosts(*input.home, input.here);
    if (!hosts) return {std::nullopt, "addresses of the system change places, which no second run could tell"};
    plan.hosts = std::move(*hosts);
  }
  plan.then = input.writer.commands(input.here).activate;
  if (!IsSafeValue(plan.system) || !IsSafeValue(plan.site) ||
      !std::all_of(plan.steps.begin(), plan.steps.end(), [](const ScriptStep& step) { return CanQuote(step); }))
    return {std::nullopt, "a name in the files can't be quoted"};
  return {std::move(plan), {}};
}

}  // namespace hotsite::backends::linux_guest
