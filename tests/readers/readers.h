// The programs that read what Hotsite writes for Linux, run on files as they would be on the system: chzdev and zipl of
// s390-tools, netplan, NetworkManager, systemd-networkd, ifupdown, udev, sysctl, a shell, ip. tests/readers/fetch
// unpacks those that nobody has installed. What a program prints is what it thinks: many of them complain and return 0,
// and some swallow a mistake without a word, so each reading is also compared with what was written, as far as the
// program tells what it understood.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::readers {

/// Text by path without the leading slash: etc/netplan/90-dr.yaml.
using Files = std::map<std::string, std::string>;

/// What a reader made of a file.
struct Reading {
  int exit_code = 0;
  std::string understood;  // what it says that it read, in its own words
  std::string complaints;  // everything else that it printed but for what is known to be harmless; and our comparison
  bool accepted() const { return exit_code == 0 && complaints.empty(); }
};

/// Whether the fetched programs are there.
bool AreFetched();
/// Whether we may have a network of our own (root, or a kernel that lets users).
bool MayHaveOwnNetwork();

// Devices, boot (s390-tools, as Debian builds them for s390x, under qemu's user mode).

/// A file for `chzdev --import`, imported into an empty system. Understood: chzdev's export of what it then has.
Reading ReadZdev(const std::string& text);
/// `chzdev --enable --persistent WORDS` in an empty system.
Reading ReadZdevCommand(const std::string& words);
/// A zipl.conf; SYSTEM in it stands for a folder with a kernel image.
Reading ReadZiplConf(const std::string& text, const std::string& section);
/// A kernel command line, as NetworkManager in an initramfs reads its network. Understood: the connections.
Reading ReadKernelLine(const std::string& line);
/// A BOOT.txt: its parameters as zipl takes them from a boot menu, those of the network also as ReadKernelLine has
/// them. Understood: the connections; nothing where it has no parameters.
Reading ReadBoot(const std::string& text);

// Networks.

/// The files of etc/netplan. Understood: the files of systemd-networkd that netplan makes of them.
Reading ReadNetplan(const Files& files);
/// One *.nmconnection. Understood: what nmcli writes for it, which must be the same bytes.
Reading ReadKeyfile(const std::string& text);
/// The files of etc/systemd/network. Understood: nothing, as it says nothing.
Reading ReadNetworkd(const Files& files);
/// The files of etc/network. Understood: the commands that ifup would run, and `option FACE NAME: VALUE`.
Reading ReadInterfaces(const Files& files);
/// Lines of arguments for `ip route add` (route-eth0), given to `ip` where `addresses` has the interfaces by name.
/// Understood: the routes that the kernel then has.
Reading ReadRoutes(const std::string& text, const std::multimap<std::string, std::string>& addresses);

// The system.

/// One file of etc/udev/rules.d. Understood: the file, as udevadm says no more.
Reading ReadRules(const std::string& text);
/// One file of etc/sysctl.d. Understood: `key = value` lines.
Reading ReadSysctl(const std::string& text);
/// A file that root's shell sources: sourced in an empty environment, where no program can be found. Understood: the
/// variables it sets, `NAME=value` a line. Complaints: lines that aren't a plain assignment, what the shell says,
/// variables that differ from what the line says, lines that SUSE's wicked couldn't read.
Reading ReadAssignments(const std::string& text);
/// The same for one that sets arrays, which only Debian's old config-ccw files do: understood are CCWGROUP_CHANS and
/// QETH_OPTIONS, each as one value.
Reading ReadArrays(const std::string& text);
/// A shell script, which isn't run.
Reading ReadScript(const std::string& text);
/// Elements for libvirt, read by xmllint. Understood: the elements as it writes them in their canonical form.
Reading ReadXml(const std::string& text);
/// etc/hosts, read by the C library. Understood: `name address` for each name.
Reading ReadHosts(const std::string& text);

/// The file by its path: which of the readers above reads it on a system. Files that only people read are accepted;
/// one that nobody here reads is refused.
Reading Read(const std::string& path, const std::string& text);

/// Whether a path of a system has a name that a program there goes by, as far as these readers know.
bool IsKnownPath(const std::string& path);

/// The program that Read runs on a file; empty where it is none.
std::string ReaderOf(const std::string& path);

/// Each line of `text`, without its end.
std::vector<std::string> Lines(std::string_view text);

}  // namespace hotsite::readers
