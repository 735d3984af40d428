#include "backends/linux/scripts.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "backends/linux/name_files.h"
#include "backends/linux/quote.h"

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::string_view kHosts = "etc/hosts";

/// Who may run it: root, on this guest and no other. CP's name of the guest decides, the host name where there is no
/// CP.
constexpr std::string_view kGuard = R"SH(
fail() {
  echo "$GUEST: $1" >&2
  exit 1
}

check_guest() {
  [ -n "$ROOT" ] || [ "$(id -u)" = 0 ] || fail 'must be run as root'
  name=
  if [ -r "$ROOT/proc/sysinfo" ]; then
    name="$(awk '$1 == "VM00" && $2 == "Name:" { print $3; exit }' "$ROOT/proc/sysinfo")"
  fi
  if [ -n "$name" ]; then
    [ "$name" = "$GUEST" ] || fail "this is $name: nothing was changed"
    return 0
  fi
  [ -r "$ROOT/etc/HOSTNAME" ] || fail 'neither CP nor /etc/HOSTNAME says which system this is: nothing was changed'
  name="$(head -n 1 "$ROOT/etc/HOSTNAME")"
  [ "${name%%.*}" = "$HOST" ] || fail "this is ${name%%.*}: nothing was changed"
}
)SH";

constexpr std::string_view kApply = R"SH(
have() {
  [ -f "$HERE/$1" ] || fail "$1 is missing beside this script: nothing was changed"
}

# Keeps what stands at a path, the first time only: a second run must not take our own file for the home one.
save() {
  if [ -e "$KEEP/home/$1" ] || [ -e "$KEEP/absent/$1" ]; then return 0; fi
  [ ! -h "$ROOT/$1" ] || fail "/$1 is a symbolic link: change it by hand"
  if [ -e "$ROOT/$1" ]; then
    mkdir -p "$KEEP/home/$(dirname "$1")" || fail "can't keep /$1"
    cp -p "$ROOT/$1" "$KEEP/home/$1.part" || fail "can't keep /$1"
    mv "$KEEP/home/$1.part" "$KEEP/home/$1" || fail "can't keep /$1"
  else
    mkdir -p "$KEEP/absent/$(dirname "$1")" || fail "can't keep a note of /$1"
    : > "$KEEP/absent/$1" || fail "can't keep a note of /$1"
  fi
}

# Moves FILE to a path, in one step.
place() {
  chmod 644 "$1" || fail "can't set the mode of /$2"
  if cmp -s "$1" "$ROOT/$2"; then
    rm -f "$1"
    echo "already there: /$2"
  else
    mv -f "$1" "$ROOT/$2" || fail "can't write /$2"
    echo "written: /$2"
  fi
}

put() {
  mkdir -p "$ROOT/$(dirname "$1")" || fail "can't make the folder of /$1"
  new="$ROOT/$(dirname "$1")/.hotsite-new"
  cp "$HERE/$1" "$new" || fail "can't write /$1"
  place "$new" "$1"
}

# A file whose home name we only expect: beside one of another name it would configure the device twice.
expect() {
  [ -f "$ROOT/$1" ] || fail "/$1 isn't there, so its home file has another name: change that one by hand; nothing was changed"
}

# As put, but keeps the UNIQUE line of the home file.
put_ifcfg() {
  new="$ROOT/$(dirname "$1")/.hotsite-new"
  grep -v '^UNIQUE=' "$HERE/$1" > "$new" || fail "can't write /$1"
  grep '^UNIQUE=' "$KEEP/home/$1" >> "$new"
  place "$new" "$1"
}

away() {
  rm -f "$ROOT/$1" || fail "can't take /$1 away"
  echo "taken away: /$1"
}

# Changes this guest's own addresses in /etc/hosts, line by line; all other lines stay.
readdress() {
  new="$ROOT/etc/.hotsite-new"
  touch "$ROOT/etc/hosts" || fail "can't write /etc/hosts"
  awk -v from="$1" -v to="$2" '
    BEGIN { count = split(from, old, " "); split(to, fresh, " ") }
    { for (i = 1; i <= count; i++) if ($1 == old[i]) { sub(/[^ \t]+/, fresh[i]); break } }
    { seen[$1] = 1; print }
    END { while ((getline line < own) > 0) { split(line, word, " "); if (!(word[1] in seen)) print line } }
  ' own="$HERE/etc/hosts" "$ROOT/etc/hosts" > "$new" || fail "can't write /etc/hosts"
  place "$new" etc/hosts
}
)SH";

constexpr std::string_view kRevert = R"SH(
restore() {
  if [ -e "$KEEP/home/$1" ]; then
    new="$ROOT/$(dirname "$1")/.hotsite-new"
    cp -p "$KEEP/home/$1" "$new" || fail "can't bring /$1 back"
    mv -f "$new" "$ROOT/$1" || fail "can't bring /$1 back"
    echo "brought back: /$1"
  elif [ -e "$KEEP/absent/$1" ]; then
    rm -f "$ROOT/$1" || fail "can't take /$1 away"
    echo "taken away: /$1"
  fi
}
)SH";

std::string Head(const ScriptPlan& plan, std::string_view name, std::string_view what) {
  std::string text = "#!/bin/bash\n";
  text += fmt::format("# {}: {} {}.\n", plan.system, what, plan.site);
  text += "# Changes files only; the commands that activate them are in README.txt. Can be run again.\n";
  text += fmt::format("# Rehearsal in a copy of the tree: ROOT=/tmp/copy bash {}\n", name);
  text += "set -u\numask 022\n";
  text += "ROOT=\"${ROOT:-}\"\n";
  text += Assign("GUEST", plan.system) + Assign("HOST", plan.host_name);
  text += "KEEP=\"$ROOT/var/lib/hotsite/$GUEST\"\n";
  text += "HERE=\"$(cd \"$(dirname \"$0\")\" && pwd)\" || exit 1\n";
  return text.append(kGuard);
}

std::vector<std::string> AllPaths(const ScriptPlan& plan) {
  std::vector<std::string> paths = plan.put;
  paths.insert(paths.end(), plan.expected.begin(), plan.expected.end());
  if (plan.hosts) paths.emplace_back(kHosts);
  paths.insert(paths.end(), plan.away.begin(), plan.away.end());
  return paths;
}

/// Pairs the addresses of home and here, NIC by NIC. Nothing where they don't pair, or where an address of one is
/// another's at the other site: a second run of the script would then turn it once more.
std::optional<std::vector<std::pair<std::string, std::string>>> PairAddresses(const HostPlan& home,
                                                                              const HostPlan& here) {
  const std::vector<IpAddress> before = OwnAddresses(home);
  const std::vector<IpAddress> after = OwnAddresses(here);
  if (before.size() != after.size()) return std::nullopt;
  std::vector<std::pair<std::string, std::string>> pairs;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    if (std::find(after.begin(), after.end(), before[i]) != after.end()) return std::nullopt;
    pairs.emplace_back(before[i].ToString(), after[i].ToString());
  }
  return pairs;
}

}  // namespace

std::optional<ScriptPlan> PlanScripts(const HostPlan& home, const HostPlan& here, const std::vector<File>& files,
                                      const std::vector<Difference>& differences, const std::string& site) {
  if (home.FullName() != here.FullName()) return std::nullopt;
  const bool open = std::any_of(files.begin(), files.end(), [](const File& file) { return !file.open.empty(); });
  if (open || differences.empty() || !IsSafeValue(here.system) || !IsSafeValue(site)) return std::nullopt;
  ScriptPlan plan{here.system, here.host_name, site, {}, {}, {}, {}, false};
  for (const Difference& difference : differences) {
    if (difference.path == "etc/sysconfig/sysctl") return std::nullopt;
    if (difference.kind == Difference::Kind::kOnlyAtHome) {
      plan.away.push_back(difference.path);
    } else if (difference.path == kHosts) {
      plan.hosts = true;
    } else if (difference.kind == Difference::Kind::kChanged && difference.path.find("/ifcfg-") != std::string::npos) {
      plan.expected.push_back(difference.path);
    } else {
      plan.put.push_back(difference.path);
    }
  }
  if (!plan.hosts) return plan;
  auto pairs = PairAddresses(home, here);
  if (!pairs) return std::nullopt;
  plan.addresses = std::move(*pairs);
  return plan;
}

std::string WriteApplyScript(const ScriptPlan& plan) {
  std::string text = Head(plan, "apply.sh", "puts the network files that differ from home in place for");
  text.append(kApply);
  text += "\ncheck_guest\n";
  std::vector<std::string> needed = AllPaths(plan);
  needed.resize(needed.size() - plan.away.size());
  for (const std::string& path : needed) text += fmt::format("have '{}'\n", path);
  for (const std::string& path : plan.expected) text += fmt::format("expect '{}'\n", path);
  for (const std::string& path : AllPaths(plan)) text += fmt::format("save '{}'\n", path);
  for (const std::string& path : plan.put) text += fmt::format("put '{}'\n", path);
  for (const std::string& path : plan.expected) text += fmt::format("put_ifcfg '{}'\n", path);
  for (const std::string& path : plan.away) text += fmt::format("away '{}'\n", path);
  if (plan.hosts) {
    std::string from, to;
    for (const auto& [old_address, new_address] : plan.addresses) {
      from += (from.empty() ? "" : " ") + old_address;
      to += (to.empty() ? "" : " ") + new_address;
    }
    text += fmt::format("readdress '{}' '{}'\n", from, to);
  }
  return text + "echo \"$GUEST: done; the home files are kept in $KEEP\"\n";
}

std::string WriteRevertScript(const ScriptPlan& plan) {
  std::string text = Head(plan, "revert.sh", "brings the home network files back after the use of those for");
  text.append(kRevert);
  text += "\ncheck_guest\n";
  text += "[ -d \"$KEEP\" ] || fail 'apply.sh has not been run here: nothing to bring back'\n";
  for (const std::string& path : AllPaths(plan)) text += fmt::format("restore '{}'\n", path);
  text += "rm -rf \"$KEEP/home\" \"$KEEP/absent\" || fail \"can't clear $KEEP\"\n";
  text += "rmdir \"$KEEP\" || fail \"can't clear $KEEP\"\n";
  return text + "echo \"$GUEST: done; the home files are in place\"\n";
}

}  // namespace hotsite::backends::linux_guest
