// Sources. Linux /proc/sysinfo: arch/s390/kernel/sysinfo.c (LPAR Name, LPAR CPUs, one VMnn block per level). z/OS
// DISPLAY M: z/OS MVS System Commands. z/VM: answers as real captures show them: QUERY CPLEVEL (zhmc Ansible modules),
// QUERY USERID, PROCESSORS, STORAGE, DASD (an IPL log of z/VM 6.3), QUERY OSA (calcosa EXEC), QUERY VSWITCH (the
// feilong handler of VMCP). lszdev and lsqeth: Linux on IBM Z, Device Drivers. What the panels of a hardware console
// are called, and every row with `kKnown`, is from knowledge.
#include "compiler/requirements/check_table.h"

#include <cstring>

namespace hotsite::requirements {
namespace {

constexpr bool kKnown = false;

constexpr char kSysinfo[] = "cat /proc/sysinfo";

constexpr Seen kByFirstLinux = {kSysinfo, "LPAR Name is $P; lines VM00 and no line VM01"};
constexpr Seen kGuestLevel = {kSysinfo, "VM00 Name is $S; no line VM01"};
constexpr Seen kOwnLevel = {kSysinfo, "LPAR Name is $P; no line VM00"};
constexpr Seen kOsaList = {"QUERY OSA ALL", "each is listed, with its CHPID", kKnown};
constexpr Seen kUnits = {"D U,,,$F,16", "all are listed, none BOXED", kKnown};
constexpr Seen kQethList = {"lszdev qeth", "three device numbers to each device"};
constexpr Seen kVolumeCount = {"QUERY DASD ALL", "count the volumes that are there for this system"};
constexpr Seen kUnitCount = {"D U,DASD,ONLINE,,$C", "count the lines", kKnown};
constexpr Seen kDiskCount = {"lsdasd", "count the lines", kKnown};
constexpr Seen kProcessorCount = {"D M=CPU", "count the processors with a +", kKnown};
constexpr Seen kVirtualCount = {"vmcp QUERY VIRTUAL CPUS", "count the lines CPU nn"};
constexpr Seen kVirtualStorage = {"vmcp QUERY VIRTUAL STORAGE", "STORAGE ="};
constexpr Seen kSwitch = {"QUERY VSWITCH DETAILS", "$N is listed; State: Ready; RDEV with ACTIVE"};

constexpr Shown kShown[] = {
    {"placement",
     "$P is in the list of images, and active",
     kByFirstLinux,
     {"D M=CPU", "LP NAME is $P", kKnown},
     kGuestLevel,
     kOwnLevel,
     {"#CP QUERY USERID", "$S AT and a node: the z/VM that it is a guest of"}},
    {"levels below", nullptr, kByFirstLinux, {}, {}, {}},
    {"members at the same time", nullptr, {"QUERY SSI", "every member is Joined", kKnown}, {}, {}, {}},
    {"directory entries", nullptr, {nullptr, "the log of DIRECTXA: EOJ DIRECTORY UPDATED AND ON LINE"}, {}, {}, {}},
    {"same machine", "every partition of this checklist is an image of $M", {}, {}, {}, {}},
    {"machine model", "CPC details: machine type and model", {}, {}, {}, {}},
    {"partition mode", "image profile $P, General: mode", {}, {}, {}, {}},
    {"logical processors",
     "image profile $P, Processor: number",
     {"QUERY PROCESSORS", "count the lines PROCESSOR nn"},
     kProcessorCount,
     {kSysinfo, "LPAR CPUs Total"},
     {kSysinfo, "LPAR CPUs Total"}},
    {"virtual processors",
     nullptr,
     {"QUERY VIRTUAL CPUS", "count the lines CPU nn"},
     kProcessorCount,
     kVirtualCount,
     kVirtualCount},
    {"processor type",
     "image profile $P, Processor: type",
     {"QUERY PROCESSORS", "the type at the end of each line"},
     {"D M=CPU", "no letter behind a processor: a CP", kKnown},
     {},
     {}},
    {"processor speed", "CPC details: model-capacity identifier, where the type is CP", {}, {}, {}, {}},
    {"dedication",
     "image profile $P, Processor: Dedicated",
     {kSysinfo, "LPAR CPUs Dedicated: all of them"},
     {},
     {},
     {kSysinfo, "LPAR CPUs Dedicated: all of them"}},
    {"initial processing weight", "image profile $P, Processor: initial weight", {}, {}, {}, {}},
    {"initial capping", "image profile $P, Processor: initial capping", {}, {}, {}, {}},
    {"*processors of the machine", "CPC details: processors by type", {}, {}, {}, {}},
    {"serial number", "CPC details: serial number", {}, {}, {}, {}},
    {"CPU identifier",
     nullptr,
     {"QUERY CPUID", "CPUID =", kKnown},
     {"D M=CPU", "CPC SI and the serial number of each processor", kKnown},
     {},
     {}},
    {"model-capacity identifier", "CPC details: model-capacity identifier", {}, {}, {}, {}},
    {"capacity setting", "CPC details: model-capacity identifier", {}, {}, {}, {}},
    {"central storage",
     "image profile $P, Storage: initial central storage",
     {"QUERY STORAGE", "STORAGE ="},
     {"D M=STOR", "the sum of the ONLINE ranges", kKnown},
     {"cat /proc/meminfo", "MemTotal, a little less than it"},
     {"cat /proc/meminfo", "MemTotal, a little less than it"}},
    {"virtual storage",
     nullptr,
     {"QUERY VIRTUAL STORAGE", "STORAGE ="},
     {"D M=STOR", "the sum of the ONLINE ranges", kKnown},
     kVirtualStorage,
     kVirtualStorage},
    {"maximum storage", nullptr, {}, {}, {"vmcp QUERY VIRTUAL STORAGE", "MAX ="}, {}},
    {"memory of the machine", "CPC details: installed storage", {}, {}, {}, {}},
    {"expanded storage",
     "image profile $P, Storage: initial expanded storage",
     {"QUERY XSTORE", "XSTORE= and online=", kKnown},
     {},
     {},
     {}},
    {"separate features", "CHPID details: a PCHID of another feature for each CHPID", {}, {}, {}, {}},
    {"channel CHPIDs", "CHPID list of $M: the channels for $N", {}, {}, {}, {}},
    {"channel systems connected", "CHPID details: the access list has $V", {}, {}, {}, {}},
    {"CHPIDs",
     "CHPID list: those of type OSD",
     {"QUERY OSA ALL", "count the different numbers behind CHPID"},
     {},
     {},
     {}},
    {"systems connected",
     nullptr,
     kOsaList,
     {"D TCPIP,,NETSTAT,DEVLINKS", "its OSA is listed; READY when started", kKnown},
     kQethList,
     kQethList},
    {"OSA device", nullptr, kOsaList, kUnits, kQethList, kQethList},
    {"means other than IQD", "CHPID details: type IQD", {}, {}, {}, {}},
    {"HiperSockets device", nullptr, kOsaList, kUnits, kQethList, kQethList},
    {"NPIV", "FCP configuration: NPIV is enabled", {}, {}, {}, {}},
    {"crypto domains", "image profile $P, Crypto: usage domains and type", {}, {}, {}, {}},
    {"channel-to-channel connections", nullptr, {"QUERY SSI", "every member is Joined", kKnown}, {}, {}, {}},
    {"coupling links", nullptr, {}, {"D CF,CFNAME=$N", "its links, OPERATIONAL", kKnown}, {}, {}},
    {"Server Time Protocol", nullptr, {}, {"D ETR", "synchronized, mode STP", kKnown}, {}, {}},
    {"load address", "image profile $P, Load: load address", {}, {}, {}, {}},
    {"load parameter", "image profile $P, Load: load parameter", {}, {}, {}, {}},
    {"device numbers of the disk volumes",
     nullptr,
     {"QUERY DASD $D", "every device is there", kKnown},
     {"D U,,,$F,64", "all are listed, none BOXED", kKnown},
     kDiskCount,
     kDiskCount},
    {"disk volumes", nullptr, kVolumeCount, kUnitCount, kDiskCount, kDiskCount},
    {"volume of the persistent data record", nullptr, {"QUERY SSI", "the PDR is on this volume", kKnown}, {}, {}, {}},
    {"shared disk volumes",
     nullptr,
     kVolumeCount,
     {"D XCF,COUPLE", "the couple data sets are on these volumes", kKnown},
     {},
     {}},
    {"virtual-switch controllers", nullptr, {"QUERY CONTROLLER", "Available: YES for each", kKnown}, {}, {}, {}},
    {"virtual switch", nullptr, kSwitch, {}, {}, {}},
    {"VLAN", nullptr, kSwitch, {}, {}, {}},
    {"uplinks", nullptr, kSwitch, {}, {}, {}},
    {"authorised guests",
     nullptr,
     {"QUERY VSWITCH $N ACCESSLIST", "every guest of annex B that has a NIC on it", kKnown},
     {},
     {},
     {}},
    {"guest LAN", nullptr, {"QUERY LAN DETAILS", "$N is listed with this type"}, {}, {}, {}},
    {"maximum frame size", nullptr, {"QUERY LAN DETAILS", "$N is listed with this MFS", kKnown}, {}, {}, {}},
    {"operator consoles", "open each operator console once", {}, {}, {}, {}},
    {"Hardware Management Console", "log on, and find each of the partitions and tasks", {}, {}, {}, {}},
    {"z/VM version", nullptr, {"QUERY CPLEVEL", "z/VM Version and Release"}, {}, {}, {}},
    {"time zone",
     nullptr,
     {"QUERY TIME", "the zone behind the time", kKnown},
     {"D T", "local time", kKnown},
     {"date", "the zone behind the time"},
     {"date", "the zone behind the time"}},
};

}  // namespace

std::span<const Shown> AllShown() { return kShown; }

bool ByFirstLinux(const Seen& seen) { return seen.command != nullptr && std::strcmp(seen.command, kSysinfo) == 0; }

}  // namespace hotsite::requirements
