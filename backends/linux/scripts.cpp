#include "backends/linux/scripts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "backends/linux/quote.h"
#include "backends/linux/script_texts.h"

namespace hotsite::backends::linux_guest {
namespace {

using Kind = ScriptStep::Kind;

std::string Joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string Head(const ScriptPlan& plan, std::string_view name, std::string_view what) {
  std::string text = "#!/bin/bash\n";
  text += fmt::format("# {}: {} {}.\n", plan.system, what, plan.site);
  text += "# Changes files only; the commands that activate them are in README.txt. Can be run again.\n";
  text += fmt::format("# Rehearsal in a copy of the tree: ROOT=/tmp/copy bash {}\n", name);
  text += "set -u\numask 022\nLC_ALL=C\nexport LC_ALL\n";
  text += "ROOT=\"${ROOT:-}\"\n";
  text += Assign("GUEST", plan.system) + Assign("HOST", plan.host_name);
  text += Assign("PARTITIONS", Joined(plan.partitions));
  text += "KEEP=\"$ROOT/var/lib/hotsite/$GUEST\"\n";
  text += "HERE=\"$(cd \"$(dirname \"$0\")\" && pwd)\" || exit 1\n";
  return text.append(kScriptGuard);
}

/// Words behind a command, each in quotes.
std::string Quoted(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += fmt::format(" '{}'", word);
  return text;
}

std::string CommandOf(const ScriptPlan& plan, const ScriptStep& step) {
  const std::string place = fmt::format("'{}' {:o}", step.path, step.mode);
  switch (step.kind) {
    case Kind::kPut:
      return fmt::format("put {}{}\n", place, step.keeps.empty() ? "" : " " + step.keeps);
    case Kind::kKeys:
      return fmt::format("put_keys {}{}\n", place, Quoted(step.gone));
    case Kind::kLines:
      return fmt::format("put_lines {}{}\n", place, Quoted(step.gone));
    case Kind::kHosts:
      return fmt::format("put_hosts{}\n", Quoted({Joined(plan.hosts.from), Joined(plan.hosts.to),
                                                  Joined(plan.hosts.gone), plan.hosts.name, plan.hosts.old_name}));
    case Kind::kAway:
      return fmt::format("away '{}'\n", step.path);
    case Kind::kKeep:
      break;
  }
  return {};
}

/// Whether this folder must hold the file of a step.
bool IsHere(const ScriptPlan& plan, const ScriptStep& step) {
  return std::find(plan.ours.begin(), plan.ours.end(), step.path) != plan.ours.end();
}

/// Everything that can go wrong without having changed anything comes first.
std::string Checks(const ScriptPlan& plan) {
  std::string text = "\ncheck_system\n";
  for (const ScriptStep& step : plan.steps) {
    if (IsHere(plan, step)) text += fmt::format("have '{}'\n", step.path);
    text += fmt::format("sound '{}'\n", step.path);
    if (!step.keeps.empty()) text += fmt::format("expect '{}'\n", step.path);
  }
  for (const std::string& pattern : plan.patterns) text += fmt::format("others sound '{}'\n", pattern);
  text += "\n(umask 077 && mkdir -p \"$KEEP\") || fail \"can't make $KEEP\"\n";
  for (const ScriptStep& step : plan.steps) text += fmt::format("save '{}'\n", step.path);
  for (const std::string& pattern : plan.patterns) text += fmt::format("others save '{}'\n", pattern);
  return text;
}

}  // namespace

std::string WriteApplyScript(const ScriptPlan& plan) {
  std::string text = Head(plan, "apply.sh", "puts the network files that differ from home in place for");
  text += "\n# The files of this folder: what a pattern below finds beside them goes, and is kept.\n";
  text += "OURS='";
  for (const std::string& path : plan.ours) text += "\n" + path;
  text += "\n'\n";
  text.append(kScriptApply);
  text += Checks(plan);
  text += "\nSTATE='some files may be changed: run it again, or revert.sh'\n";
  for (const std::string& pattern : plan.patterns) text += fmt::format("others away '{}'\n", pattern);
  for (const ScriptStep& step : plan.steps) text += CommandOf(plan, step);
  text += "echo \"$GUEST: done; the home files are kept in $KEEP\"\n";
  if (plan.then.empty()) return text;
  text += "cat << 'END'\nNow, if it looks right (see README.txt):\n";
  for (const std::string& command : plan.then) text += "  " + command + "\n";
  return text + "END\n";
}

std::string WriteRevertScript(const ScriptPlan& plan) {
  std::string text = Head(plan, "revert.sh", "brings the home network files back after the use of those for");
  text.append(kScriptRevert);
  text += "\nset -f\ncheck_system\n";
  text +=
      "[ -d \"$KEEP\" ] || { echo \"$GUEST: nothing to bring back: apply.sh has not been run here, or all is back\"; "
      "exit 0; }\n";
  text += "STATE='some files may be back: run it again'\n";
  text += "each take_away \"$(kept absent)\"\n";
  text += "each bring_back \"$(kept home)\"\n";
  text += "if [ -f \"$KEEP/folders\" ]; then each drop_folder \"$(sort -r -u \"$KEEP/folders\")\"; fi\n";
  text += "rm -rf \"$KEEP/home\" \"$KEEP/absent\" \"$KEEP/folders\" \"$KEEP/new\" || fail \"can't clear $KEEP\"\n";
  text += "rmdir \"$KEEP\" || fail \"can't clear $KEEP\"\n";
  text += "rmdir \"$ROOT/var/lib/hotsite\" 2> /dev/null\n";
  return text + "echo \"$GUEST: done; the home files are in place\"\n";
}

}  // namespace hotsite::backends::linux_guest
