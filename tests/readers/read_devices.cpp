// chzdev, zipl, and the kernel command line.
#include <algorithm>

#include "tests/acceptance/run_program.h"
#include "tests/readers/reader_run.h"

namespace hotsite::readers {
namespace {

// What chzdev says of a machine that isn't of IBM Z, and what it does.
const std::vector<std::string_view> kZdevHarmless = {"Failed to read /proc/cio_ignore", "Failed to read /proc/sysinfo",
                                                     "does not exist in active configuration",
                                                     "Exporting data to standard output"};

/// The import file without what an export has not: comments and blank lines.
std::string Bare(std::string_view text) {
  std::string bare;
  for (const std::string& line : Lines(text)) {
    if (!line.empty() && !line.starts_with('#')) bare += line + "\n";
  }
  return bare;
}

/// The parameters that stand alone in lines of a BOOT.txt, behind each other; `of_network`: without the list of
/// devices.
std::string Parameters(std::string_view text, bool of_network) {
  constexpr std::string_view kIndent = "       ";
  constexpr std::string_view kNames[] = {
      "cio_ignore=", "rd.znet=", "bond=", "vlan=", "ip=", "nameserver=", "rd.neednet="};
  std::string all;
  for (const std::string& line : Lines(text)) {
    if (!line.starts_with(kIndent)) continue;
    const std::string word = line.substr(kIndent.size());
    const auto named = [&](std::string_view name) { return word.starts_with(name); };
    if (std::none_of(std::begin(kNames) + (of_network ? 1 : 0), std::end(kNames), named)) continue;
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

std::string EmptySystem(const Scratch& scratch) {
  scratch.Write("system/etc/udev/rules.d/.keep", "");
  return " --base /etc=\"$FOLDER\"system/etc --persistent --no-root-update --no-settle";
}

Reading Export(const Scratch& scratch) {
  Reading result = RunReader(scratch, "s390x chzdev --all --export -" + EmptySystem(scratch), kZdevHarmless);
  result.understood = Bare(result.understood);
  return result;
}

}  // namespace

Reading ReadZdev(const std::string& text) {
  const Scratch scratch;
  scratch.Write("dr.zdev", text);
  Reading imported = RunReader(scratch, "s390x chzdev --import dr.zdev --yes" + EmptySystem(scratch), kZdevHarmless);
  const Reading exported = Export(scratch);
  imported.understood = exported.understood;
  imported.complaints += exported.complaints;
  if (imported.understood != Bare(text)) imported.complaints += "chzdev exports:\n" + imported.understood;
  return imported;
}

Reading ReadZdevCommand(const std::string& words) {
  const Scratch scratch;
  Reading enabled =
      RunReader(scratch, "s390x chzdev --enable " + words + " --yes" + EmptySystem(scratch), kZdevHarmless);
  if (enabled.exit_code != 0) enabled.complaints += enabled.understood;  // what it would have taken
  enabled.understood = Export(scratch).understood;
  return enabled;
}

Reading ReadZiplConf(const std::string& text, const std::string& section) {
  const Scratch scratch;
  std::string placed = text;
  for (std::size_t at = 0; (at = placed.find("SYSTEM", at)) != std::string::npos;)
    placed.replace(at, 6, scratch / "boot");
  scratch.Write("zipl.conf", placed);
  scratch.Write("boot/image", std::string(70'000, '\0'));
  scratch.Write("boot/initrd", std::string(1'000, '\0'));
  Reading result = RunReader(scratch, "s390x zipl --dry-run -c zipl.conf " + acceptance::Quoted(section));
  // Having read it all it wants a device node of the disk, which no container gives it.
  if (result.complaints.find("Unable to create temporary device node") != std::string::npos) {
    result.exit_code = 0;
    result.complaints.clear();
  }
  return result;
}

Reading ReadKernelLine(const std::string& line) {
  const Scratch scratch;
  scratch.Write("line", line);
  return RunReader(scratch, "set -f; fetched usr/lib/NetworkManager/nm-initrd-generator --stdout -- $(cat line)");
}

Reading ReadBoot(const std::string& text) {
  const std::string all = Parameters(text, false), network = Parameters(text, true);
  if (all.empty()) return {};
  Reading menu = ReadZiplConf(
      "[defaultboot]\ndefault=dr\n[dr]\ntarget=SYSTEM\nimage=SYSTEM/image\n"
      "parameters=\"root=/dev/dasda1 " +
          all + "\"\n",
      "dr");
  if (!menu.accepted() || network.empty()) return {menu.exit_code, "", menu.complaints};
  return ReadKernelLine(network);
}

}  // namespace hotsite::readers
