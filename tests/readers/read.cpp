// Which program reads which file.
#include <algorithm>
#include <regex>

#include "tests/readers/readers.h"

namespace hotsite::readers {
namespace {

struct Kind {
  const char* pattern;  // of the path
  const char* reader;   // empty: none that tells
  Reading (*read)(const std::string& text);
};

Reading ReadAsItIs(const std::string& text) { return {0, text, ""}; }
Reading ReadOneYaml(const std::string& text) { return ReadNetplan({{"etc/netplan/90-dr.yaml", text}}); }

Reading ReadStanzas(const std::string& text) { return ReadInterfaces({{"etc/network/interfaces.d/dr", text}}); }

/// Routes of SUSE and Red Hat, the name of the system, its name servers: their readers tell nothing of a file alone.
const Kind kKinds[] = {
    {"etc/sysconfig/hardware/hwcfg-.*", "shell", &ReadAssignments},
    {"etc/sysconfig/hardware/config-ccw-.*", "shell", &ReadArrays},
    {"etc/sysconfig/network(-scripts)?/ifcfg-.*", "shell", &ReadAssignments},
    {"etc/sysconfig/network", "shell", &ReadAssignments},
    {"etc/sysconfig/network/config", "shell", &ReadAssignments},
    {"etc/sysconfig/sysctl", "shell", &ReadAssignments},
    {"etc/udev/rules.d/.*[.]rules", "udevadm", &ReadRules},
    {".*[.]nmconnection", "nmcli", &ReadKeyfile},
    {"etc/netplan/.*", "netplan", &ReadOneYaml},
    {"etc/network/.*", "ifup", &ReadStanzas},
    {"etc/cloud/cloud.cfg.d/.*", "", &ReadAsItIs},
    {"etc/modprobe.conf", "", &ReadAsItIs},
    {"etc/systemd/network/.*", "systemd-networkd", nullptr},
    {"etc/sysctl[.](conf|d/.*)", "sysctl", &ReadSysctl},
    {".*[.]zdev", "chzdev", &ReadZdev},
    {".*[.]sh", "shell", &ReadScript},
    {"etc/hosts", "getent", &ReadHosts},
    {"etc/(HOSTNAME|hostname|resolv[.]conf)", "", &ReadAsItIs},
    {"etc/sysconfig/network/(routes|ifroute-.*)", "", &ReadAsItIs},
    {"etc/sysconfig/network-scripts/route6?-.*", "", &ReadAsItIs},
    {"boot/zipl/active_devices[.]txt", "", &ReadAsItIs},
    {"README.txt", "", &ReadAsItIs},
    {"BOOT.txt", "", &ReadBoot},
    {"interfaces.xml", "", &ReadXml},
};

const Kind* KindOf(const std::string& path) {
  const auto at = std::find_if(std::begin(kKinds), std::end(kKinds),
                               [&](const Kind& kind) { return std::regex_match(path, std::regex(kind.pattern)); });
  return at == std::end(kKinds) ? nullptr : at;
}

}  // namespace

Reading Read(const std::string& path, const std::string& text) {
  const Kind* kind = KindOf(path);
  if (kind == nullptr) return {1, "", "no program is known here that reads " + path};
  return kind->read != nullptr ? kind->read(text) : ReadNetworkd({{path, text}});
}

bool IsKnownPath(const std::string& path) { return KindOf(path) != nullptr; }

std::string ReaderOf(const std::string& path) {
  const Kind* kind = KindOf(path);
  return kind == nullptr ? "" : kind->reader;
}

}  // namespace hotsite::readers
