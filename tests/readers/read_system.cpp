// udev, sysctl, files that a shell sources, the hosts file.
#include <algorithm>
#include <map>
#include <set>

#include "tests/acceptance/run_program.h"
#include "tests/readers/reader_run.h"

namespace hotsite::readers {
namespace {

bool IsName(std::string_view text) {
  return !text.empty() && (text[0] < '0' || text[0] > '9') &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) {
           return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
         });
}

/// The one form that a shell, SUSE's wicked and NetworkManager all read alike: NAME='…' or NAME="…" with nothing in it
/// that a shell looks at. Says what is wrong, or nothing.
std::string AssignmentProblem(const std::string& line, std::map<std::string, std::string>& assigned) {
  constexpr std::size_t kWickedsLine = 500;  // wicked reads lines of at most 511 bytes
  if (line.empty() || line.starts_with('#')) return {};
  const std::size_t equals = line.find('=');
  if (equals == std::string::npos || !IsName(std::string_view(line).substr(0, equals))) return "no assignment: " + line;
  if (line.size() > kWickedsLine) return "too long: " + line;
  const std::string value = line.substr(equals + 1);
  const bool quoted = value.size() >= 2 && value.front() == value.back() && (value[0] == '\'' || value[0] == '"');
  if (!quoted) return "not in quotes: " + line;
  const std::string inside = value.substr(1, value.size() - 2);
  const char* special = value[0] == '"' ? "\"$`\\!" : "'";
  if (inside.find_first_of(special) != std::string::npos) return "a shell looks into it: " + line;
  assigned[line.substr(0, equals)] = inside;
  return {};
}

/// Of the shell's variables (names of those that every shell has, a blank line, NAME=value of all) those of the file.
std::string SetByFile(std::string_view variables, const std::map<std::string, std::string>& assigned) {
  std::set<std::string> always;
  std::string set;
  bool all = false;
  for (const std::string& line : Lines(variables)) {
    const std::string name = line.substr(0, line.find('='));
    if (!all && !line.empty()) always.insert(name);
    if (all && !line.empty() && (!always.contains(name) || assigned.contains(name))) set += line + "\n";
    if (line.empty()) all = true;
  }
  return set;
}

}  // namespace

Reading ReadRules(const std::string& text) {
  const Scratch scratch;
  scratch.Write("90-dr.rules", text);
  Reading result = RunReader(scratch, R"(udev254 udevadm verify 90-dr.rules >said 2>&1; rc=$?
grep -vE '^$|rules files have been checked|^ *(Success|Fail): ' said >&2; exit $rc)");
  result.understood = text;  // it says no more
  return result;
}

Reading ReadSysctl(const std::string& text) {
  const Scratch scratch;
  scratch.Write("dr.conf", text);
  return RunReader(scratch, "PATH=$PATH:/sbin:/usr/sbin; unshare -n sysctl --dry-run --load=dr.conf");
}

Reading ReadAssignments(const std::string& text) {
  const Scratch scratch;
  scratch.Write("sourced/file", text);
  std::map<std::string, std::string> assigned;
  std::string problems;
  for (const std::string& line : Lines(text)) {
    const std::string problem = AssignmentProblem(line, assigned);
    if (!problem.empty()) problems += problem + "\n";
  }
  if (!text.empty() && text.back() != '\n') problems += "wicked drops a last line without an end\n";
  Reading result = RunReader(scratch, R"(cd sourced && bash -n file || exit 1
shell() { env -i PATH=/nowhere /bin/bash --norc -c "$1"; }
shell 'compgen -v'; echo; shell '. ./file; for name in $(compgen -v); do case $name in COMP_WORDBREAKS | PIPESTATUS | name) ;; *) echo "$name=${!name}" ;; esac; done'
for file in *; do [ "$file" = file ] || echo "made while it was sourced: $file" >&2; done)");
  result.understood = SetByFile(result.understood, assigned);
  for (const std::string& line : Lines(result.understood)) {
    if (!assigned.contains(line.substr(0, line.find('=')))) problems += "the shell sets " + line + "\n";
  }
  for (const auto& [name, value] : assigned) {
    if (("\n" + result.understood).find("\n" + name + "=" + value + "\n") == std::string::npos)
      problems += "the shell doesn't have " + name + " as its line says\n";
  }
  result.complaints = problems + result.complaints;
  return result;
}

Reading ReadArrays(const std::string& text) {
  const Scratch scratch;
  scratch.Write("sourced/file", text);
  return RunReader(scratch, R"(cd sourced && bash -n file || exit 1
env -i PATH=/nowhere /bin/bash --norc -c '. ./file
echo "CCWGROUP_CHANS=${CCWGROUP_CHANS[*]}"; echo "QETH_OPTIONS=${QETH_OPTIONS[*]}"'
for file in *; do [ "$file" = file ] || echo "made while it was sourced: $file" >&2; done)");
}

Reading ReadScript(const std::string& text) {
  const Scratch scratch;
  scratch.Write("script", text);
  return RunReader(scratch, "bash -n script");
}

Reading ReadXml(const std::string& text) {
  const Scratch scratch;
  scratch.Write("in.xml", text);
  return RunReader(scratch, "xmllint --nonet --c14n in.xml");
}

Reading ReadHosts(const std::string& text) {
  const Scratch scratch;
  scratch.Write("hosts", text);
  std::set<std::string> names;
  for (const std::string& line : Lines(text)) {
    for (std::size_t at = std::min(line.find_first_of(" \t"), line.size()); at < line.size() && line[0] != '#';) {
      const std::size_t end = std::min(line.find_first_of(" \t", at + 1), line.size());
      if (end > at + 1) names.insert(line.substr(at + 1, end - at - 1));
      at = end;
    }
  }
  std::string ask = "mount --bind hosts /etc/hosts || exit 98\n";
  for (const std::string& name : names)
    ask += "getent -s files ahosts " + acceptance::Quoted(name) + " | while read -r address rest; do echo " +
           acceptance::Quoted(name) + " \"$address\"; done | sort -u\n";
  return RunReader(scratch, "unshare -n -m bash -c " + acceptance::Quoted(ask));
}

}  // namespace hotsite::readers
