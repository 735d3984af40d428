#include "compiler/schema/foreign.h"

#include "compiler/support/text_writer.h"

namespace hotsite::schema {
namespace {

constexpr std::string_view kDirect = "USER DIRECT";
constexpr std::string_view kConfig = "SYSTEM CONFIG";
constexpr std::string_view kTcpip = "PROFILE TCPIP";
constexpr std::string_view kData = "TCPIP DATA";
constexpr std::string_view kExec = "AUTOLOG1's PROFILE EXEC";
constexpr std::string_view kIocp = "input of IOCP";

constexpr std::string_view kByHand = "it is carried over by hand from the restored directory";
constexpr std::string_view kConfigByHand = "it stays as it is in the restored SYSTEM CONFIG";
constexpr std::string_view kLinux = "linux LNXWAS1 { memory 2 GiB maximum 4 GiB }";
constexpr std::string_view kStackNic = "nic 0900 on OFFICE address OFFICE[20]";
constexpr std::string_view kProcessors = "processors 2";

constexpr Foreign kForeign[] = {
    {kDirect, "USER", "a virtual machine with its storage", "zvm", kLinux,
     "the entry that Hotsite writes says AUTOONLY and class G; other classes are carried over by hand"},
    {kDirect, "IDENTITY", "a virtual machine that each member of a cluster has for itself", "zvm", kLinux,
     "in the z/VM that it belongs to; BUILD and SUBCONFIG are carried over by hand"},
    {kDirect, "SUBCONFIG", "what belongs to one member of a cluster", "zvm", "", kByHand},
    {kDirect, "BUILD", "on which member an identity is built", "linux", "", kByHand},
    {kDirect, "PROFILE", "what several entries have in common", "zvm",
     "profile linux SERVER : sles_10_sp2 { processors 1; memory 1 GiB }",
     "it may hold disks and take over other profiles, which one of the directory can't"},
    {kDirect, "INCLUDE", "takes over a directory profile", "zvm", "linux LNXWAS1 : SERVER",
     "several may stand with commas between them; a later one wins"},
    {kDirect, "MACHINE", "the architecture, and the most virtual CPUs", "linux", kProcessors,
     "the entry that Hotsite writes says ESA and this number"},
    {kDirect, "CPU", "one virtual CPU", "linux", kProcessors,
     "one statement for all of them; a CPUID that software is keyed to is carried over by hand"},
    {kDirect, "STORAGE", "storage at logon", "linux", "memory 2 GiB", ""},
    {kDirect, "MAXSTORAGE", "the most storage that it may define", "linux", "memory 2 GiB maximum 4 GiB", ""},
    {kDirect, "XSTORE", "expanded storage of the virtual machine", "guest", "xstore 2 GiB",
     "it has a function before z/VM 6.4 only"},
    {kDirect, "MDISK", "a minidisk", "linux", "disk 0201 3390_9 cylinders 1..10016 on LX0100",
     "the first and the last cylinder, not their number; the entry that Hotsite writes links it MR, passwords, T-DISK "
     "and "
     "V-DISK are carried over by hand"},
    {kDirect, "MINIOPT", "options of the minidisk before it", "linux", "", kByHand},
    {kDirect, "DASDOPT", "options of the disk before it", "linux", "", kByHand},
    {kDirect, "LINK", "another's minidisk", "linux", "",
     "MAINT's 190, 19D and 19E are in every entry that Hotsite writes; other links are carried over by hand"},
    {kDirect, "DEDICATE", "a real device of its own", "linux", "nic 0700 on DATABASE address DATABASE[21]",
     "for an OSA or HiperSockets: a NIC on a network that the machine carries to its z/VM and no vswitch of it does; "
     "an FCP device is `fcp 1A00`; others are carried over by hand"},
    {kDirect, "NICDEF", "a virtual NIC and the LAN that it is on", "linux", "nic 0600 on OFFICE address OFFICE[21]",
     "it names the network; which vswitch or LAN carries that is found for each site"},
    {kDirect, "SPECIAL", "a virtual device: a NIC as before NICDEF, a 3270, a channel-to-channel adapter", "linux",
     "nic 0600 on OFFICE address OFFICE[21]", "so for a NIC; other types are carried over by hand"},
    {kDirect, "IPL", "what is loaded at logon", "linux", "ipl 0201", "not said: the first disk"},
    {kDirect, "OPTION", "options of the virtual machine", "linux", "", kByHand},
    {kDirect, "SHARE", "the share of the processors", "linux", "share relative 200",
     "`absolute 5%` for a part of the whole, `limit hard` or `limit soft`; shares by CPU type are carried over by hand"},
    {kDirect, "XAUTOLOG", "who may start the guest", "linux", "start after LNXRTR",
     "so for the order of starting, which AUTOLOG1's PROFILE EXEC has; who may start a guest is carried over by hand"},
    {kDirect, "AUTOLOG", "who may start the guest", "linux", "start after LNXRTR",
     "so for the order of starting, which AUTOLOG1's PROFILE EXEC has; who may start a guest is carried over by hand"},
    {kDirect, "LOADDEV", "where SCSI IPL finds its disk", "linux",
     "fcp 1A00 wwpn 5005076300C20B8E lun 4010400000000000",
     "with `ipl 1A00`; port and logical unit are those of home, and are said again at a site"},
    {kDirect, "CRYPTO", "domains and adapters of the crypto features", "lpar", "crypto domains 3, 4 type cca",
     "so for the partition; which guest has what is carried over by hand"},
    {kDirect, "COMMAND", "a CP command at logon", "linux", "", kByHand},
    {kDirect, "IUCV", "whom it may talk to", "linux", "", kByHand},
    {kDirect, "CONSOLE", "the virtual console", "linux", "", "every entry that Hotsite writes has it at 0009"},
    {kDirect, "SPOOL", "virtual reader, punch and printer", "linux", "",
     "every entry that Hotsite writes has them at 000C, 000D and 000E"},
    {kDirect, "ACCOUNT", "the account number", "linux", "", kByHand},
    {kDirect, "CLASS", "privilege classes", "linux", "", kByHand},
    {kDirect, "LOGONBY", "who may log on with a password of their own", "linux", "", kByHand},
    {kDirect, "NAMESAVE", "saved segments that it may use", "linux", "", kByHand},
    {kDirect, "POSIXINFO", "its POSIX user", "linux", "", kByHand},
    {kDirect, "VMRELOCATE", "whether it may be relocated live", "linux", "", kByHand},
    {kDirect, "DIRECTORY", "where the object directory lies", "file", "", "it stays as it is in the restored one"},
    {kDirect, "GLOBALDEFS", "what holds for all entries", "file", "", "it stays as it is in the restored one"},

    {kConfig, "DEFINE VSWITCH", "a virtual switch", "zvm",
     "vswitch VSW1 carries OFFICE { transport ethernet; controllers DTCVSW1, DTCVSW2 }",
     "its RDEV comes from what carries the network at the site, its VLAN from `vlan` of the network"},
    {kConfig, "MODIFY VSWITCH", "which guest may use a virtual switch", "zvm", "",
     "nothing needs saying: a grant is written for every guest with a NIC on it where the release wants one"},
    {kConfig, "DEFINE LAN", "a guest LAN", "zvm", "guestlan GLAN1 carries INSIDE { type qdio; transport ip }",
     "for type HIPERS, `frame` has its maximum frame size"},
    {kConfig, "MODIFY LAN", "which guest may use a guest LAN", "zvm", "",
     "nothing needs saying: it follows from the NICs of the guests"},
    {kConfig, "CP_OWNED", "volumes of CP: paging, spooling, the directory", "zvm",
     "volumes page VMPG01, VMPG02 model 3390_9", "by use: `res`, `page`, `spool`; the slots stay as they are"},
    {kConfig, "SYSTEM_RESIDENCE", "the volume that CP is loaded from", "zvm", "volumes res M01RES model 3390_9",
     "the offsets of checkpoint and warm start stay as they are"},
    {kConfig, "USER_VOLUME_LIST", "volumes with minidisks", "zvm", "volumes user LX0100, LX0101 model 3390_9", ""},
    {kConfig, "USER_VOLUME_INCLUDE", "volumes with minidisks, by a pattern", "zvm",
     "volumes user LX0100, LX0101 model 3390_9", "every volume has its name here: the vendor has to restore it"},
    {kConfig, "SYSTEM_IDENTIFIER", "the name of the system", "file", "zvm VMPROD : zvm_5_4 { memory 24 GiB }",
     "what Hotsite writes is qualified with this name and says what to add where the hot site gives another one"},
    {kConfig, "STORAGE", "how CP uses its storage", "zvm", "memory 24 GiB",
     "so for its size; how it is used stays as it is in the restored SYSTEM CONFIG"},
    {kConfig, "FEATURES", "what CP does and doesn't", "zvm", "", kConfigByHand},
    {kConfig, "DEVICES", "which devices are online at IPL", "zvm", "",
     "what Hotsite writes says which statement to add when the vendor has named the device numbers"},
    {kConfig, "RDEVICE", "a real device that can't say what it is", "zvm", "", kConfigByHand},
    {kConfig, "OPERATOR_CONSOLES", "where CP looks for its console", "zvm", "",
     "the README that Hotsite writes says what must stand in it before the backup is taken"},
    {kConfig, "EMERGENCY_MESSAGE_CONSOLES", "who is told of an emergency", "zvm", "", kConfigByHand},
    {kConfig, "TIMEZONE_DEFINITION", "a time zone", "zvm", "", kConfigByHand},
    {kConfig, "SSI", "the members of a single system image", "file",
     "ssi PRODSSI { members VMA, VMB; volumes pdr VMCOM1 }",
     "the request asks for the connections between the members; the statement itself stays as it is"},
    {kConfig, "ACTIVATE ISLINK", "a connection to another z/VM", "zvm", "", kConfigByHand},
    {kConfig, "SET", "what CP sets at IPL", "zvm", "", kConfigByHand},

    {kTcpip, "DEVICE", "a device of the stack", "tcpip", kStackNic,
     "DEVICE, LINK, HOME and START are written from the one statement"},
    {kTcpip, "LINK", "a link over a device of the stack", "tcpip", kStackNic,
     "DEVICE, LINK, HOME and START are written from the one statement"},
    {kTcpip, "HOME", "the stack's addresses", "tcpip", kStackNic,
     "the address is the network's: at a site that readdresses the network it moves along"},
    {kTcpip, "START", "starts a device", "tcpip", kStackNic,
     "DEVICE, LINK, HOME and START are written from the one statement"},
    {kTcpip, "GATEWAY", "routes of the stack", "network", "gateway OFFICE[1]",
     "so for the default route of a network's members; other routes of a z/VM stack are carried over by hand"},
    {kTcpip, "BEGINROUTES", "routes of a z/OS stack", "zos", "route INSIDE via DATABASE[1]",
     "the default route is the network's `gateway`"},
    {kTcpip, "INTERFACE", "an interface of a z/OS stack", "zos", "nic 0800 on OFFICE address OFFICE[10]", ""},
    {kTcpip, "VSWITCH", "makes the stack a controller of virtual switches", "vswitch", "controllers DTCVSW1, DTCVSW2",
     "the checklist that Hotsite writes says what a controller needs"},
    {kTcpip, "PORT", "which server has which port", "tcpip", "", "it stays as it is in the copy of PROFILE TCPIP"},
    {kTcpip, "OBEY", "who may command the stack", "tcpip", "", "it stays as it is in the copy of PROFILE TCPIP"},
    {kTcpip, "AUTOLOG", "servers that the stack starts", "tcpip", "", "it stays as it is in the copy of PROFILE TCPIP"},
    {kData, "NSINTERADDR", "a name server", "network", "dns 10.20.1.5, 10.20.1.6", ""},
    {kData, "DOMAINORIGIN", "the domain of the host", "network", "domain \"example.com\"", ""},

    {kExec, "CP XAUTOLOG", "starts a guest", "linux", "start after LNXRTR",
     "`start first` for what all wait for; the start-order EXEC is written from it"},

    {kIocp, "ID", "the processor that the input is for", "site", "machine CEC : z10_ec { lpar VMPROD }",
     "`model ?` where the vendor is to say which"},
    {kIocp, "RESOURCE", "the partitions", "machine", "lpar VMPROD", "one statement for each"},
    {kIocp, "CHPID", "a channel path", "machine", "osa OSA0 carries OFFICE { chpids 2; devices 0600-060F }",
     "so for type OSD; type IQD is `hipersockets` with its `frame`, type FCP is `fcp`, type FC is `ficon`; other types "
     "aren't said"},
    {kIocp, "CNTLUNIT", "a control unit", "machine", "", "control units aren't said"},
    {kIocp, "IODEVICE", "devices", "osa", "devices 0600-060F for VMPROD",
     "so for network devices; disks and tapes are said by what uses them: `volumes page at 0A10-0A1F`, `tape drives`"},
};

bool Is(const Foreign& one, std::string_view word, std::string_view next) {
  const std::size_t blank = one.word.find(' ');
  if (one.word.substr(0, blank) != word) return false;
  return blank == std::string_view::npos || one.word.substr(blank + 1) == next;
}

}  // namespace

std::span<const Foreign> AllForeign() { return kForeign; }

const Foreign* FindForeign(std::string_view word, std::string_view next, std::string_view parent) {
  const std::string upper = ToUpper(word);
  const std::string second = ToUpper(next);
  const Foreign* found = nullptr;
  for (const Foreign& one : kForeign) {
    if (!Is(one, upper, second)) continue;
    if (one.parent == parent) return &one;
    if (found == nullptr) found = &one;
  }
  return found;
}

}  // namespace hotsite::schema
