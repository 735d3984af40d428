// 14: what the customer checks on arrival, so that the vendor can check the same before. One row per demand that a
// command shows. z/VM: CP Commands and Utilities; z/OS: MVS System Commands, DISPLAY M; Linux:
// arch/s390/kernel/sysinfo.c. Commands of the CP class QUERY without a tested capture in our references are from
// knowledge.
#include <algorithm>

#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

using requirements::Requirement;

/// What shows a fact, on the kind of system that it is about; nullptr: not to be seen there.
struct Check {
  std::string_view attribute;  // the start of the requirement's attribute
  const char* zvm;
  const char* zos;
  const char* linux_guest;
};

constexpr char kSysinfo[] = "first Linux: cat /proc/sysinfo: LPAR Name, VM00 and no VM01";
constexpr char kInPartition[] = "cat /proc/sysinfo: LPAR Name, and no VM00";
constexpr char kLinuxCpus[] = "cat /proc/sysinfo: LPAR CPUs Total, LPAR CPUs Dedicated";
constexpr char kEngines[] = "first Linux: cat /proc/sysinfo: LPAR CPUs Dedicated";
constexpr char kHardwareConsole[] = "hardware console: partition controls";
constexpr char kBridge[] = "KVM host: virsh net-list, ip -d link show type bridge, ovs-vsctl show";
constexpr char kSwitch[] = "CP: QUERY VSWITCH DETAILS";
constexpr char kQueryOsa[] = "CP: QUERY OSA ALL";

constexpr Check kChecks[] = {
    {"placement", kSysinfo, "D M=CPU", kSysinfo},
    {"levels below", kSysinfo, nullptr, nullptr},
    {"logical processors", "CP: QUERY PROCESSORS", "D M=CPU", kSysinfo},
    {"virtual processors", "CP: QUERY VIRTUAL CPUS", "D M=CPU", "vmcp QUERY VIRTUAL CPUS"},
    {"processor type", "CP: QUERY PROCESSORS", "D M=CPU", kSysinfo},
    {"dedication", kEngines, kHardwareConsole, kSysinfo},
    {"central storage", "CP: QUERY STORAGE", "D M=STOR", "cat /proc/meminfo"},
    {"virtual storage", "CP: QUERY VIRTUAL STORAGE", "D M=STOR", "vmcp QUERY VIRTUAL STORAGE"},
    {"expanded storage", "CP: QUERY XSTORE", nullptr, nullptr},
    {"CHPIDs", kQueryOsa, nullptr, nullptr},
    {"systems connected", kQueryOsa, nullptr, nullptr},
    {"OSA device", kQueryOsa, "D U,,,nnnn,3", "lszdev qeth"},
    {"HiperSockets network", "ping every member from every member", nullptr, nullptr},
    {"HiperSockets device", kQueryOsa, "D U,,,nnnn,3", "lszdev qeth"},
    {"maximum frame size", "first Linux: ip link: MTU at most the frame less 8 KiB", nullptr, nullptr},
    {"disk volumes", "CP: QUERY DASD ALL", "D U,DASD,ONLINE", "lsdasd"},
    {"tape drives", "CP: QUERY TAPES ALL, or z/OS: D U,TAPE", nullptr, nullptr},
    {"virtual-switch controllers", "CP: QUERY CONTROLLER", nullptr, nullptr},
    {"bridge", kBridge, nullptr, nullptr},
    {"virtual switch", kSwitch, nullptr, nullptr},
    {"uplinks", kSwitch, nullptr, nullptr},
    {"authorised guests", kSwitch, nullptr, nullptr},
    {"guest LAN", "CP: QUERY LAN DETAILS", nullptr, nullptr},
    {"gateway", "ping the gateway from each system on the network", nullptr, nullptr},
    {"connection outside", "ping the systems from the recovery office", nullptr, nullptr},
    {"remote 3270 sessions", "open each session once", nullptr, nullptr},
    {"z/VM version", "CP: QUERY CPLEVEL", nullptr, nullptr},
};

bool HasLinux(const Request& request, const model::System& zvm) {
  const model::Model& model = request.model();
  for (const model::Site* site : request.sites) {
    const model::Placement* placement = model.Find(model.IdOf(*site), model.IdOf(zvm));
    if (placement == nullptr) continue;
    for (const model::PlacementId guest : placement->guests) {
      if (model.SystemOf(model.at(guest)).is_linux()) return true;
    }
  }
  return false;
}

/// A Linux directly in a partition has no z/VM beneath it that it could be asked for, and sees its processors itself.
const char* InPartition(const Check& check) {
  if (check.attribute == "placement") return kInPartition;
  if (check.attribute == "logical processors" || check.attribute == "dedication") return kLinuxCpus;
  if (check.attribute == "processor type") return kHardwareConsole;
  return check.linux_guest;
}

bool RunsInPartition(const Request& request, const model::System& system) {
  const model::Model& model = request.model();
  return std::any_of(request.sites.begin(), request.sites.end(), [&](const model::Site* site) {
    const model::Placement* placement = model.Find(model.IdOf(*site), model.IdOf(system));
    return placement != nullptr && !placement->host.valid();
  });
}

/// How the fact is seen; rows about machines, connections and networks stand in the z/VM column.
const char* CommandFor(const Request& request, const Requirement& row) {
  const model::System* system = request.SystemOf(row);
  for (const Check& check : kChecks) {
    if (row.attribute.rfind(check.attribute, 0) != 0) continue;
    if (system != nullptr && system->is_zos()) return check.zos;
    if (system != nullptr && (system->is_linux() || system->is_kvm()))
      return RunsInPartition(request, *system) ? InPartition(check) : check.linux_guest;
    if (system != nullptr && system->is_coupling()) return kHardwareConsole;
    // A z/VM without Linux has nobody who could read /proc/sysinfo.
    const bool by_linux = check.zvm == kSysinfo || check.zvm == kEngines;
    return by_linux && system != nullptr && !HasLinux(request, *system) ? kHardwareConsole : check.zvm;
  }
  return nullptr;
}

}  // namespace

document::Section Acceptance(const Request& request) {
  document::Table table;
  table.columns = {{"ID", false}, {"About", false}, {"Expected", false}, {"Seen by", false}, {"Found", false}};
  for (const Requirement& row : request.requirements().all) {
    if (row.kind != requirements::Kind::kDemand && row.kind != requirements::Kind::kChoice) continue;
    const char* command = CommandFor(request, row);
    if (command == nullptr) continue;
    table.rows.push_back({row.id, Subject(row), Wanted(row), command, "________"});
  }
  return {
      "14",
      "Acceptance: what is checked on arrival",
      {document::Paragraph{
           "The customer checks these rows before the test begins, placement first. The same commands show the vendor "
           "whether the configuration is ready."},
       std::move(table)}};
}

}  // namespace hotsite::backends::request
