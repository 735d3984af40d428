// The table: which rows of the request are statements of the spec, by the parts of their keys. A row that is missing
// here would be promised without effect, so the harness asks for each that derive can make.
#include "compiler/contract/putter.h"

namespace hotsite::contract {
namespace {

constexpr Family kFamilies[] = {
    {"place", "kind", PutKind},
    {"place", "levels", PutLevels},
    {"place", "mode", PutMode},
    {"place", "model", PutModel},
    {"place", "directory", nullptr},    // entries of a directory that isn't ours
    {"place", "one-machine", nullptr},  // which would run on which isn't said
    {"place", "together", nullptr},
    {"cpu", "count", PutProcessors},
    {"cpu", "type", PutEngineTypes},
    {"cpu", "dedicated", PutDedicated},
    {"cpu", "weight", PutWeight},
    {"cpu", "capping", PutCapping},
    {"cpu", "capacity", PutCapacity},
    {"cpu", "speed", nullptr},  // a setting of the machine, whose number isn't said
    {"cpu", "", PutEngines},    // cpu/BIGBOX/IFL
    {"mem", "central", PutMemory},
    {"mem", "maximum", PutMaximum},
    {"mem", "machine", PutMachineMemory},
    {"xst", "expanded", PutExpanded},
    {"osa", "chpids", PutChpids},
    {"osa", "features", nullptr},  // which CHPID is on which feature
    {"osa", "reach", PutReach},
    {"hipersockets", "members", PutReach},
    {"hipersockets", "frame", PutFrame},
    {"hipersockets", "means", PutMeans},
    {"devices", "", PutDevices},
    {"channel", "chpids", PutChannelChpids},
    {"channel", "npiv", PutNpiv},
    {"channel", "reach", PutChannelReach},
    {"wwpn", "", PutWwpn},
    {"lun", "", PutLun},
    {"crypto", "", nullptr},  // its domains stand in the sentence only
    {"load", "address", PutLoadAddress},
    {"load", "parameter", PutLoadParameter},
    {"consoles", "count", PutConsoles},
    {"consoles", "devices", PutConsoleDevices},
    {"consoles", "", nullptr},  // who works at the HMC, sessions of people
    {"tape", "drives", PutTapeDrives},
    {"disk", "devices", PutVolumes},
    {"disk", "at", PutVolumes},
    {"disk", "", nullptr},  // how many of a model: what they hold is declared at home
    {"net", "subnet", PutNetwork},
    {"net", "gateway", PutNetwork},
    {"net", "mtu", PutNetwork},
    {"net", "vlan", PutNetwork},
    {"net", "home", PutIsolation},
    {"net", "", PutConnection},
    {"vsw", "controllers", PutControllers},
    {"vsw", "definition", PutLan},
    {"vsw", "uplink", PutLan},
    {"vsw", "frame", PutLan},
    {"vsw", "", nullptr},  // authorisations and trunk ports of a switch that isn't ours
    {"software", "serial", PutSerial},
    {"software", "model", PutModel},
    {"software", "timezone", PutTimezone},
    {"software", "", nullptr},
    {"external", "", nullptr},
    {"product", "", nullptr},
    {"ctc", "", nullptr},
    {"coupling", "", nullptr},
    {"timer", "", nullptr},
    {"restore", "", nullptr},
    {"replication", "", nullptr},
    {"schedule", "", nullptr},
    {"milestone", "", nullptr},
    {"objective", "", nullptr},
    {"contact", "", nullptr},
};

}  // namespace

const Family* FamilyOf(const std::vector<std::string>& parts) {
  // vsw/VENDORVM/VSW1/frame: the last part decides; disk/VMPROD/at/page: else the one behind the subject.
  const std::string_view last = parts.size() > 2 ? std::string_view(parts.back()) : std::string_view();
  const std::string_view behind = parts.size() > 2 ? std::string_view(parts[2]) : std::string_view();
  const Family* found = nullptr;
  for (const Family& family : kFamilies) {
    if (family.first != parts.front()) continue;
    if (!family.last.empty() && family.last == last) return &family;
    const bool may = family.last.empty() || family.last == behind;
    if (may && (found == nullptr || (found->last.empty() && !family.last.empty()))) found = &family;
  }
  return found;
}

}  // namespace hotsite::contract
