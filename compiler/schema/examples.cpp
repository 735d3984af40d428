#include "compiler/schema/examples.h"

#include <fmt/format.h>

#include "compiler/support/check.h"

namespace hotsite::schema {
namespace {

// In the order of rows.cpp. Where a row's places differ in use there is an example for each.
constexpr Example kExamples[] = {
    {"hotsite", "file", "hotsite 1"},
    {"use", "file", "use \"systems.dr\""},
    {"use", "file", "use std.zvm"},
    {"use", "file", "use \"systems.dr\" as shop"},
    {"let", "zvm", "let BASE 20"},
    {"let", "zvm", "let TIERS WEB, APP"},
    {"for", "zvm", "for n in 1..4 {\n  linux \"LNXWAS{n}\" : SERVER\n}"},
    {"for", "zvm", "for n in 1..12 {  // LNXWEB01 to LNXWEB12\n  linux \"LNXWEB{n:00}\" : SERVER\n}"},
    {"for", "zvm", "for name in LNXDNS, LNXFTP {\n  linux \"{name}\" : SERVER\n}"},
    {"profile", "zvm", "profile linux SERVER : sles_10_sp2 {\n  processors 1\n  memory 1 GiB\n}"},
    {"accept", "recovery", "accept HS2101 for VMPROD until 2010-12-31 because \"it did in 2008\""},
    {"accept", "contract", "accept deviation MEM-003 of 20 GiB on 2009-09-01 because \"it will do\""},
    {"contract", "file",
     "contract \"2009\" {\n  reply \"telephone\" received 2009-09-01 by \"J. Stone\" {\n    confirm MEM-003 24 GiB\n  "
     "}\n}"},
    {"request", "contract", "request revision 2 digest \"9f86d081884c7d65\""},
    {"reply", "contract", "reply \"telephone\" received 2009-09-01 by \"J. Stone\" {\n  confirm PLC-001\n}"},
    {"confirm", "reply", "confirm MEM-003 24 GiB by \"JS\" on 2009-08-20"},
    {"deviate", "reply", "deviate PLC-003 guest of VENDORVM note \"no partition is free\""},
    {"answer", "reply", "answer OSA-004 0C00-0C05"},
    {"unanswered", "reply", "unanswered OSA-005"},
    {"unclear", "reply", "unclear XST-001 note \"both Confirm and Deviation are ticked\""},
    {"altered", "reply", "altered MEM-003 note \"at least 10 GiB of central storage\""},
    {"require", "file",
     "require two_nics for every linux where tier is production {\n  message \"a production Linux needs two network "
     "interfaces\"\n  that count of nic at least 2\n}"},
    {"require", "recovery",
     "require in_time for every recovery {\n  message \"half a day for our own check\"\n  that ready at least 12 h\n}"},
    {"message", "require", "message \"a production Linux needs two network interfaces\""},
    {"severity", "require", "severity warning"},
    {"that", "require", "that count of nic at least 2 and backup is said"},

    {"customer", "file", "customer \"An Insurance Company\""},
    {"recovery", "file", "recovery \"2009\" {\n  vendor \"A Large DR Vendor\" contract \"DRS-2009-114\"\n}"},
    {"vendor", "recovery", "vendor \"A Large DR Vendor\" contract \"DRS-2009-114\""},
    {"test", "recovery", "test from 2009-10-05 08:00 to 2009-10-08 16:00 in America/New_York"},
    {"test", "recovery", "test \"network rehearsal\" from 2009-09-14 08:00 to 2009-09-14 16:00"},
    {"answers", "recovery", "answers by 2009-09-21 12:00"},
    {"paper", "recovery", "paper a4"},
    {"milestone", "recovery", "milestone \"tapes leave home\" 2009-10-04 18:00"},
    {"milestone", "recovery", "milestone \"volumes are initialised\" ? by vendor"},
    {"ready", "recovery", "ready 4 h before test"},
    {"contact", "recovery", "contact coordinator \"DR coordinator\" phone \"+1 555 0100\" may declare"},
    {"contact", "recovery", "contact vendor ? may change partitions"},
    {"remote", "recovery", "remote 3270 sessions at least 4 from 1 h before test"},

    {"network", "file", "network OFFICE {\n  subnet 10.20.30.0/24\n  gateway OFFICE[1]\n}"},
    {"network", "site", "network OFFICE { subnet 10.99.30.0/24 }"},
    {"subnet", "network", "subnet 10.20.30.0/24"},
    {"subnet", "network", "subnet BANK/26[3]"},
    {"gateway", "network", "gateway OFFICE[1]"},
    {"dns", "network", "dns 10.20.1.5, 10.20.1.6"},
    {"domain", "network", "domain \"example.com\""},
    {"mtu", "network", "mtu 1492"},
    {"connected", "network", "connected to nothing"},
    {"vlan", "network", "vlan 130"},

    {"external", "file", "external TSM { address OFFICE[200]; needed by VMPROD }"},
    {"address", "external", "address OFFICE[200]"},
    {"needed", "external", "needed by VMPROD, PRODA"},
    {"zos", "file", "zos PRODA {\n  processors 2 CP\n  memory 16 GiB\n  tier production\n}"},
    {"zvm", "file", "zvm VMPROD : zvm_5_4 {\n  processors 2 IFL\n  memory 24 GiB\n}"},
    {"zvm", "lpar", "zvm VENDORVM : zvm_5_3 {\n  guest LNXRTR from VMPROD\n}"},
    {"linux", "zvm", "linux LNXWAS1 : SERVER {\n  memory 2 GiB\n  nic 0600 on INSIDE address INSIDE[21]\n}"},
    {"linux", "file",
     "linux LNXDB1 : sles_15_sp5 {\n  processors 2 IFL\n  memory 32 GiB\n  nic 0800 on OFFICE address OFFICE[25]\n}"},
    {"kvm", "file", "kvm KVMPROD : sles_15_sp5 {\n  processors 4 IFL\n  memory 64 GiB\n  bridge br0 carries OFFICE\n}"},
    {"ssi", "file", "ssi PRODSSI {\n  members VMA, VMB\n  volumes pdr VMCOM1\n}"},
    {"linux", "ssi", "linux LNXWEB1 : SERVER on VMB { memory 2 GiB }"},
    {"sysplex", "file",
     "sysplex PLEX1 {\n  members PRODA, PRODB\n  coupling CF01 { processors 1 ICF; memory 8 GiB }\n}"},
    {"members", "ssi", "members VMA, VMB"},
    {"members", "sysplex", "members PRODA, PRODB"},
    {"coupling", "sysplex", "coupling CF01 { processors 1 ICF; memory 8 GiB }"},
    {"timer", "sysplex", "timer stp"},
    {"volumes", "sysplex", "volumes couple CDS001, CDS002 model 3390_9"},
    {"volumes", "ssi", "volumes pdr VMCOM1"},
    {"volumes", "ssi", "volumes common VMREL1, VMREL2 model 3390_9"},
    {"processors", "zvm", "processors 2 IFL"},
    {"processors", "lpar", "processors at least 3 CP or IFL dedicated"},
    {"memory", "linux", "memory 2 GiB maximum 4 GiB"},
    {"memory", "lpar", "memory at least 24 GiB because \"2007: with less z/VM paged\""},
    {"xstore", "zvm", "xstore 4 GiB"},
    {"xstore", "lpar/zvm/guest", "xstore none"},
    {"overcommit", "zvm", "overcommit 1.5"},
    {"share", "linux", "share relative 200"},
    {"share", "linux", "share absolute 5% limit hard"},
    {"share", "guest", "share relative 400"},
    {"tier", "linux", "tier production"},
    {"renamed", "linux", "renamed from LNXWEB1"},
    {"runs", "linux", "runs \"MQ\", \"DB2 Connect\""},
    {"needs", "linux", "needs PRODA, PRODB"},
    {"start", "linux", "start first"},
    {"start", "linux", "start after LNXRTR"},
    {"start", "guest", "start after LNXDNS"},
    {"node", "zvm", "node VMSYS1"},
    {"macprefix", "zvm", "macprefix 020009"},
    {"timezone", "zvm", "timezone America/New_York"},
    {"autolog", "zvm", "autolog guests"},
    {"autolog", "lpar", "autolog operator"},
    {"nic", "zos", "nic 1000 on OFFICE address OFFICE[10]"},
    {"nic", "linux", "nic 0600 on OFFICE address OFFICE[21]"},
    {"nic", "linux", "nic 0600 on OFFICE address OFFICE[21] mac 02:00:0A:00:00:01"},
    {"nic", "linux", "nic 0700 on OFFICE address OFFICE[22] type hipers"},
    {"nic", "linux", "nic 0A00 on OFFICE bonded with 0600"},
    {"network", "linux", "network OFFICE6 over 0600 address OFFICE6[21]"},
    {"route", "zos", "route INSIDE via DATABASE[1]"},
    {"forwards", "linux", "forwards INSIDE, DATABASE, OFFICE"},
    {"volumes", "zvm", "volumes page VMPG01, VMPG02 model 3390_9"},
    {"volumes", "zos", "volumes 60 3390_9"},
    {"volumes", "lpar", "volumes page at 0A10-0A1F"},
    {"volumes", "lpar", "volumes at ?"},
    {"disk", "linux", "disk 0201 3390_9 cylinders 1..10016 on LX0100"},
    {"fcp", "linux", "fcp 1A00 wwpn 5005076300C20B8E lun 4010400000000000"},
    {"fcp", "guest", "fcp 1A00 wwpn ? lun ?"},
    {"ipl", "linux", "ipl 0202"},
    {"restore", "zos", "restore standalone \"ICKDSF, DFSMSdss\""},
    {"restore", "zvm", "restore by PRODA"},
    {"restore", "lpar", "restore floor \"DFSMSdss\""},
    {"objective", "zos", "objective rto 24 h rpo 1 d"},
    {"vipa", "zos", "vipa OFFICE[200]"},
    {"backup", "linux", "backup weekly flashcopy then tape, daily tsm"},
    {"tcpip", "zvm", "tcpip TCPIP { nic 0900 on OFFICE address OFFICE[20] }"},
    {"vswitch", "zvm", "vswitch VSW1 carries OFFICE {\n  transport ethernet\n  controllers DTCVSW1, DTCVSW2\n}"},
    {"guestlan", "zvm", "guestlan GLAN1 carries INSIDE { type qdio; transport ip }"},
    {"bridge", "kvm", "bridge br0 carries OFFICE { type openvswitch }"},
    {"transport", "vswitch", "transport ethernet"},
    {"router", "vswitch", "router primary"},
    {"controllers", "vswitch", "controllers DTCVSW1, DTCVSW2"},
    {"controllers", "vswitch", "controllers none"},
    {"uplinks", "vswitch", "uplinks 2"},
    {"uplinks", "vswitch", "uplinks none"},
    {"uplinks", "bridge", "uplinks none"},
    {"type", "bridge", "type macvtap"},
    {"type", "guestlan", "type qdio"},
    {"frame", "hipersockets", "frame 24 KiB"},

    {"replication", "file", "replication XRC of PRODA, PRODB by \"z/OS Global Mirror\" behind 15 min"},
    {"product", "file", "product \"CA-7\" vendor \"Broadcom\" for PRODA keyed to cpuid, model"},

    {"site", "file", "site home {\n  machine CEC : z10_ec { lpar VMPROD }\n}"},
    {"site", "recovery", "site hotsite {\n  machine BIGBOX { model ?; lpar VMPROD }\n}"},
    {"machine", "site", "machine CEC : z10_ec {\n  engines 4 CP, 3 IFL\n  memory 64 GiB\n  lpar VMPROD\n}"},
    {"model", "machine", "model ?"},
    {"capacity", "machine", "capacity 710"},
    {"capacity", "machine", "capacity full"},
    {"serial", "machine", "serial 02A1B"},
    {"hmc", "machine", "hmc by customer remote"},
    {"engines", "machine", "engines 4 CP, 3 IFL"},
    {"tape", "machine", "tape drives at least 6 reading 3592"},
    {"tape", "machine", "tape drives at least 6 reading 3592 taking 20 min per volume"},
    {"lpar", "machine", "lpar FLOOR { zvm VENDORVM : zvm_5_3 }"},
    {"lpar", "machine", "lpar VMPROD { processors 3 IFL dedicated }"},
    {"lpar", "machine", "lpar FLOOR2 runs VMPROD"},
    {"mode", "lpar", "mode linux_only"},
    {"weight", "lpar", "weight 300 capped"},
    {"load", "lpar", "load 0A82 parameter 0A8200M1"},
    {"load", "lpar", "load ?"},
    {"crypto", "lpar", "crypto domains 3, 4 type cca"},
    {"consoles", "lpar", "consoles 2 by osa_icc devices 0700-0701"},
    {"guest", "lpar/zvm", "guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }"},
    {"guest", "lpar/zvm", "guest LNXRTR from VMPROD"},
    {"osa", "machine", "osa OSA0 carries OFFICE { chpids 2; devices 0600-060F }"},
    {"hipersockets", "machine", "hipersockets HS0 carries DATABASE { frame 24 KiB; devices 0E00-0E0F }"},
    {"fcp", "machine", "fcp SAN npiv for VMPROD { chpids 2; devices ? }"},
    {"ficon", "machine", "ficon DISKS { chpids at least 4 }"},
    {"chpids", "osa", "chpids at least 2"},
    {"devices", "osa", "devices 0600-060F for VMPROD, PRODA"},
    {"devices", "osa", "devices ?"},

    {"machine_model", "file", "machine_model z800 \"IBM eServer zSeries 800\" { type 2066 unsourced }"},
    {"zvm_release", "file", "zvm_release zvm_4_4 \"z/VM 4.4\" { version 4.4 }"},
    {"distribution", "file",
     "distribution our_sles \"SLES 10 as we install it\" {\n  network_files suse_hwcfg unsourced\n}"},
    {"zos_release", "file", "zos_release zos_1_4 \"z/OS 1.4\" { service_ends 2007-03-31 unsourced }"},
    {"disk_model", "file", "disk_model 3380_K \"3380 model K\" { cylinders 2655 unsourced }"},
    {"osa_feature", "file", "osa_feature osa_2 \"OSA-2\" { ports 2 unsourced }"},
    {"tape_model", "file", "tape_model 3420 \"3420 reel drive\" { reads 6250_bpi, 1600_bpi unsourced }"},
    {"type", "machine_model", "type 2066 unsourced"},
    {"version", "zvm_release", "version 4.4"},
    {"generation", "machine_model", "generation 7 unsourced"},
    {"generations", "zvm_release", "generations from 7 to 9 unsourced"},
    {"available", "machine_model", "available 2002-03-29 unsourced"},
    {"service_ends", "zvm_release", "service_ends 2006-09-30 unsourced"},
    {"memory", "machine_model", "memory 32 GiB unsourced"},
    {"guest_memory", "zvm_release", "guest_memory 128 GiB unsourced"},
    {"partitions", "machine_model", "partitions 15 unsourced"},
    {"partition_modes", "machine_model", "partition_modes esa390, linux_only, coupling_facility unsourced"},
    {"engines", "machine_model", "engines 4 unsourced"},
    {"engine_types", "machine_model", "engine_types CP, IFL, ICF unsourced"},
    {"processors", "zvm_release", "processors 24 unsourced"},
    {"guest_processors", "zvm_release", "guest_processors 64 unsourced"},
    {"hipersockets", "machine_model", "hipersockets 4 unsourced"},
    {"expanded_storage", "zvm_release", "expanded_storage yes unsourced"},
    {"nicdef_grants", "zvm_release", "nicdef_grants no source \"IBM APAR VM65925 and VM65926\""},
    {"ssi_members", "zvm_release", "ssi_members 4 source \"announcement US 211-409\""},
    {"volumes", "zvm_release", "volumes M01RES, VMCOM1 source \"QUERY DASD of an installed system\""},
    {"network_files", "distribution", "network_files suse_hwcfg source \"openSUSE/sysconfig: doc/README.s390\""},
    {"device_files", "distribution", "device_files chzdev source \"Debian, package s390-tools: chzdev(8)\""},
    {"interface_statements", "zos_release", "interface_statements osa, vipa unsourced"},
    {"interface_names", "distribution", "interface_names eth unsourced"},
    {"boot_files", "distribution", "boot_files zipl_conf source \"s390-tools: zipl.conf(5)\""},
    {"initramfs", "distribution", "initramfs dracut unsourced"},
    {"cylinders", "disk_model", "cylinders 2655 unsourced"},
    {"pages_per_cylinder", "disk_model", "pages_per_cylinder 150 unsourced"},
    {"blocks", "disk_model", "blocks 558000 unsourced"},
    {"chpid_types", "osa_feature", "chpid_types OSD, OSE unsourced"},
    {"ports", "osa_feature", "ports 2 unsourced"},
    {"reads", "tape_model", "reads EFMT1, EFMT2 unsourced"},
    {"writes", "tape_model", "writes EFMT2 unsourced"},
};

std::string Indented(std::string_view text) {
  std::string indented;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    indented += fmt::format("  {}\n", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return indented;
}

// Splits the last word off a place: `lpar/zvm` -> `lpar`, `zvm`.
std::pair<std::string_view, std::string_view> SplitPlace(std::string_view place) {
  const std::size_t slash = place.rfind('/');
  if (slash == std::string_view::npos) return {{}, place};
  return {place.substr(0, slash), place.substr(slash + 1)};
}

// The first example of the statement whose block `place` is.
const Example& AroundIt(std::string_view place) {
  const auto [outer, word] = SplitPlace(place);
  for (const Example& example : kExamples) {
    if (example.word == word && (outer.empty() || example.parent() == SplitPlace(outer).second)) return example;
  }
  HOTSITE_CHECK(false, "every statement with a block has an example");
  return kExamples[0];
}

std::string_view Head(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('{'));
  return head.substr(0, head.find_last_not_of(" \n") + 1);
}

}  // namespace

std::span<const Example> AllExamples() { return kExamples; }

std::vector<const Example*> ExamplesOf(const Row& row) {
  std::vector<const Example*> examples;
  for (const Example& example : kExamples) {
    if (FindRow(example.word, example.parent()) == &row) examples.push_back(&example);
  }
  return examples;
}

std::string InSurroundings(const Example& example) {
  std::string text = std::string(example.text) + "\n";
  for (std::string_view place = example.place; place != "file";) {
    const Example& around = AroundIt(place);
    text = fmt::format("{} {{\n{}}}\n", Head(around.text), Indented(text));
    const std::string_view outer = SplitPlace(place).first;
    place = outer.empty() ? around.place : outer;
  }
  return text;
}

}  // namespace hotsite::schema
