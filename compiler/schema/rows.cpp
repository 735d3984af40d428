// The statements. One row each; keep a block's statements together and in the order in which a spec is read.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "compiler/schema/schema.h"

namespace hotsite::schema {
namespace {

using enum Repeat;

constexpr Row kRows[] = {
    // The language itself.
    {"hotsite", "file", "<version:count>", kOnce, "", "the version of the language; the first line of every file"},
    {"use", "file", "<module:module> [as <alias:name>]", kList, "",
     "reads another file of the spec, or a part of the standard library; with `as shop` its values and profiles are "
     "called `shop.NAME` here"},
    {"let", "file site recovery machine zvm kvm ssi sysplex linux zos lpar", "<name:name> <value:expression>", kKeyed,
     "",
     "names a value, or a list of them, for use in this block; of a file also in those that use it, unless "
     "`private let`"},
    {"for", "file site recovery machine zvm kvm ssi sysplex linux zos lpar vswitch guestlan",
     "<name:name> in <range:range>", kList, "*",
     "repeats its block for every number of a range, or for every name of a list"},
    {"profile", "file zvm kvm ssi", "<kind:choice(linux|zos|zvm|kvm)> <name:name> [: <base:base...>]", kKeyed, "*kind",
     "what several systems have in common; taken over with `: NAME`"},
    {"accept", "file recovery site", "<code:code> [for <subject:name>] [until <until:date>]", kList, "",
     "silences one finding at one place, with a reason and an end"},
    {"require", "file recovery site",
     "<name:name> for every <kind:kind> [at <site:choice(home|recovery)>] [where <where:condition>]", kKeyed, "require",
     "a constraint of your own, judged like a rule; inside a recovery or a site: judged there only"},
    {"message", "require", "<text:text>", kOnce, "", "what is said when the constraint isn't kept"},
    {"severity", "require", "<severity:choice(error|warning)>", kOnce, "", "how bad that is; not said: an error"},
    {"that", "require", "<condition:condition>", kList, "", "what must hold for each of them"},

    // The contract.
    {"customer", "file", "<name:text>", kOnce, "", "the company that asks"},
    {"recovery", "file", "<name:text>", kKeyed, "recovery",
     "one year's contract: vendor, test, people and the site at the vendor's"},
    {"vendor", "recovery", "<name:text> [contract <contract:text>]", kOnce, "",
     "who is asked, and under which contract or Schedule"},
    {"test", "recovery", "[<what:text>] from <from:time> to <to:time> [in <zone:zone>]", kList, "",
     "a test window; the one that begins first is meant where there can be one only"},
    {"answers", "recovery", "by <due:time>", kOnce, "", "when the vendor's answers are due"},
    {"paper", "recovery", "<size:choice(letter|a4)>", kOnce, "",
     "what the vendor prints on; not said: letter. The page breaks are the same on both"},
    {"milestone", "recovery", "<what:text> <time:time?> [by <who:choice(customer|vendor)>]", kList, "",
     "a date of the plan; `by vendor`: one that the vendor has to reach"},
    {"ready", "recovery", "<lead:duration> before test", kOnce, "",
     "how long before the test the configuration is complete, for our own check"},
    {"contact", "recovery",
     "<role:word> <who:text?> [phone <phone:text>] [may <may:choice(change partitions|accept deviations|declare)...>]",
     kList, "", "a person, how to reach them, and what they may decide"},
    {"remote", "recovery", "3270 sessions [<cmp:comparator>] <sessions:count> [from <lead:duration> before test]",
     kOnce, "", "remote terminal sessions for people who aren't on site"},

    // What the vendor answered.
    {"contract", "file", "<recovery:text>", kKeyed, "contract",
     "the vendor's answers to the request of a recovery; written by `hotsite reply`, and by hand when the vendor "
     "phones"},
    {"request", "contract", "[revision <revision:count>] [digest <digest:text>]", kOnce, "",
     "the request that was answered; the digest is the one on its cover"},
    {"reply", "contract",
     "<what:text> [received <received:date>] [by <by:text>] [file <file:text>] [sha256 <sha256:text>]", kList, "reply",
     "what came from the vendor at one time; of two answers to one row the later one counts"},
    {"confirm", "reply",
     "<id:requirement> [<value:answer>] [note <note:text>] [by <by:text>] [on <on:date>] [field <field:text>] "
     "[page <page:count>] [line <line:count>]",
     kList, "", "it will be as asked; the value says how much, or which"},
    {"deviate", "reply",
     "<id:requirement> [<value:answer>] [note <note:text>] [by <by:text>] [on <on:date>] [field <field:text>] "
     "[page <page:count>] [line <line:count>]",
     kList, "", "it won't be as asked; the value says what will be instead, the note in the vendor's words"},
    {"answer", "reply",
     "<id:requirement> <value:answer> [note <note:text>] [by <by:text>] [on <on:date>] [field <field:text>] "
     "[page <page:count>] [line <line:count>]",
     kList, "", "what the vendor states where the request asks"},
    {"unanswered", "reply",
     "<id:requirement> [note <note:text>] [by <by:text>] [on <on:date>] [field <field:text>] [page <page:count>] "
     "[line <line:count>]",
     kList, "", "a row that was left blank, which confirms nothing"},
    {"unclear", "reply",
     "<id:requirement> [<value:answer>] [note <note:text>] [by <by:text>] [on <on:date>] [field <field:text>] "
     "[page <page:count>] [line <line:count>]",
     kList, "", "what can't be read as one answer, such as a row that is both confirmed and not; the note says why"},
    {"altered", "reply",
     "<id:requirement> [note <note:text>] [field <field:text>] [page <page:count>] [line <line:count>]", kList, "",
     "a row whose text isn't the one that was sent; the note says what it reads"},
    {"accept", "contract",
     "deviation <id:requirement> [of <value:answer>] [by <by:text>] [on <on:date>] [until <until:date>]", kList, "",
     "takes what the vendor offers instead, with a reason; `of`: only as long as the answer is this"},

    // Networks.
    {"network", "file site", "<name:name>", kKeyed, "network",
     "a logical network; inside a site: how it is addressed there"},
    {"subnet", "network", "<subnet:subnet?>", kOnce, "",
     "its addresses; `NAME[21]` is the 21st after the network address"},
    {"gateway", "network", "<address:address?>", kOnce, "", "the default route of its members"},
    {"dns", "network", "<servers:address?...>", kOnce, "", "name servers of its members"},
    {"domain", "network", "<domain:domain?>", kOnce, "", "DNS domain of its members"},
    {"mtu", "network", "<bytes:count?>", kOnce, "", "the largest packet in bytes; not said: what the device has"},
    {"connected", "network", "to <where:choice(home|nothing)>", kOnce, "",
     "whether frames get from the recovery site to home on it, or it is cut off during a test"},
    {"vlan", "network", "<id:count?>", kOnce, "", "the VLAN that its frames are tagged with on the wire, 1 to 4094"},

    // Systems.
    {"external", "file", "<name:name>", kKeyed, "external",
     "a system that we need but that isn't restored as part of this spec"},
    {"address", "external", "<addresses:address...>", kOnce, "", "where it is reached"},
    {"needed", "external", "by <systems:system...>", kList, "", "who needs it"},
    {"zos", "file lpar", "<name:name> [: <base:base...>]", kKeyed, "zos", "a z/OS system"},
    {"zvm", "file lpar", "<name:name> [: <base:base...>]", kKeyed, "zvm",
     "a z/VM system; inside an lpar: one that belongs to the vendor"},
    {"kvm", "file lpar", "<name:name> [: <base:base...>]", kKeyed, "kvm",
     "a Linux that runs guests by KVM; inside an lpar: one that belongs to the vendor"},
    {"linux", "file zvm kvm", "<name:name> [: <base:base...>]", kKeyed, "linux",
     "a Linux guest of this z/VM or KVM; at the top: a Linux that runs in a partition"},
    {"linux", "ssi", "<name:name> [: <base:base...>] [on <member:system>]", kKeyed, "linux",
     "a Linux guest that may run under any member; `on`: where it is logged on, else the first"},
    {"ssi", "file", "<name:name>", kKeyed, "ssi", "a single system image: z/VM systems that run guests as one"},
    {"sysplex", "file", "<name:name>", kKeyed, "sysplex", "z/OS systems that work as one"},
    {"members", "ssi sysplex", "<systems:system...>", kList, "", "the systems that belong to it"},
    {"coupling", "sysplex", "<name:name>", kKeyed, "coupling",
     "a coupling facility: a partition that z/OS shares data in"},
    {"timer", "sysplex", "<timer:choice(stp)>", kOnce, "",
     "what keeps the clocks of several machines together: Server Time Protocol"},
    {"volumes", "sysplex", "couple <labels:volser...> [model <model:library>]", kList, "",
     "the volumes that hold the couple data sets"},
    {"volumes", "ssi", "<use:choice(pdr|common)> <labels:volser...> [model <model:library>]", kList, "",
     "volumes that all members share; `pdr`: the one with the persistent data record"},
    {"processors", "zos zvm kvm linux coupling lpar guest",
     "[<cmp:comparator>] <count:count?> [<engines:engines>] [<sharing:choice(dedicated|shared)>]", kOnce, "",
     "logical processors of a partition, virtual processors of a guest"},
    {"memory", "zos zvm kvm linux coupling lpar guest machine",
     "[<cmp:comparator>] <size:memory?> [maximum <maximum:memory?>]", kOnce, "",
     "central storage; of a guest its storage size, and the most it may define"},
    {"xstore", "zvm lpar guest", "[<cmp:comparator>] <size:memory_or_none?>", kOnce, "",
     "expanded storage (z/VM before 6.4)"},
    {"overcommit", "zvm lpar guest", "<ratio:ratio>", kOnce, "",
     "how many times its memory the storage of its guests may come to, all together"},
    {"share", "zvm linux guest",
     "relative <amount:count> [limit <limit:choice(hard|soft)>] || absolute <part:percent> [limit "
     "<limit:choice(hard|soft)>]",
     kOnce, "",
     "what a guest gets of its z/VM's processors: relative to the other guests, where 100 is usual, or a part of the "
     "whole; `limit`: never more"},
    {"tier", "zos zvm kvm linux", "<tier:choice(production|test|development)>", kOnce, "", "how much it matters"},
    {"renamed", "zos zvm kvm linux coupling", "from <name:name>", kOnce, "",
     "the name it had when the request was last issued; its requirements keep their numbers"},
    {"runs", "zos zvm kvm linux", "<what:text...>", kList, "", "what its users know it for"},
    {"needs", "zos zvm kvm linux", "<systems:system...>", kList, "",
     "systems that must be up before this one is of use"},
    {"start", "zos zvm kvm linux lpar guest", "first || after <systems:system...>", kList, "",
     "when it is started, among the guests of its hypervisor; inside an lpar or guest: when it is at this site"},
    {"node", "zvm lpar guest", "<name:userid>", kOnce, "",
     "the node name that SYSTEM CONFIG gives a z/VM, if it isn't the system's name; inside an lpar or guest: at this "
     "site"},
    {"macprefix", "zvm lpar guest", "<prefix:mac_prefix>", kOnce, "",
     "what the MAC addresses begin with that a z/VM makes up (VMLAN MACPREFIX); inside an lpar or guest: at this site"},
    {"timezone", "zvm zos lpar guest", "<zone:zone>", kOnce, "",
     "the time zone that its clock shows; inside an lpar or guest: at this site"},
    {"autolog", "zvm lpar guest", "<what:choice(guests|operator|nothing)>", kOnce, "",
     "what AUTOLOG1 does at an IPL: start the guests, ask the operator first, or nothing"},
    {"nic", "zos tcpip",
     "<device:device> on <network:network> [address <addresses:address...>] [mac <mac:mac>] "
     "[type <type:choice(qdio|hipers)>]",
     kKeyed, "", "a network interface: its first device number, its network and its address"},
    {"nic", "kvm linux",
     "<device:device> on <network:network> [address <addresses:address...>] [mac <mac:mac>] "
     "[type <type:choice(qdio|hipers)>] [bonded with <first:device>]",
     kKeyed, "",
     "a network interface: its first device number, its network and its address; `bonded with`: one more device for "
     "the "
     "interface of another, should that one fail"},
    {"network", "zos kvm linux", "<network:network> over <device:device> [address <addresses:address...>]", kKeyedByTwo,
     "",
     "one more network over the device of a `nic`: tagged where it has a VLAN of its own here, else in the same "
     "frames, "
     "as IPv6 beside IPv4"},
    {"route", "zos kvm linux tcpip", "<to:destination> via <via:address>", kList, "", "a static route"},
    {"forwards", "linux", "<networks:network...>", kList, "", "this guest is a router between these networks"},
    {"volumes", "zos zvm kvm linux",
     "<use:choice(res|page|spool|user|data)> <labels:volser...> [model <model:library>] [at <devices:devices...>] || "
     "[<use:choice(res|page|spool|user|data)>] <count:count> <model:library> [at <devices:devices...>]",
     kList, "", "disk volumes, by label or by number and model; `at`: their device numbers at home"},
    {"volumes", "lpar guest", "[<use:choice(res|page|spool|user|data)>] [<labels:volser...>] at <devices:devices?...>",
     kList, "", "the device numbers of its volumes at this site; not said: all of them"},
    {"disk", "linux", "<device:device> [<model:library>] [cylinders <extent:extent>] [on <volume:volser>]", kKeyed, "",
     "a disk: a minidisk of a z/VM's guest with its cylinders, else a whole volume"},
    {"fcp", "linux zvm kvm zos", "<device:device> [wwpn <wwpn:wwpn>] [lun <lun:lun>]", kKeyed, "",
     "a path to SCSI disks: its FCP device, and the storage port and logical unit that it leads to at home"},
    {"fcp", "lpar guest", "<device:device> [wwpn <wwpn:wwpn?>] [lun <lun:lun?>]", kKeyed, "",
     "where a path to SCSI disks leads at this site"},
    {"ipl", "linux guest", "<device:device>", kOnce, "",
     "the disk or FCP device that a Linux guest is IPLed from; not said: its first disk"},
    {"restore", "zos zvm kvm linux lpar guest",
     "<kind:choice(standalone|floor)> [<tools:text>] || by <system:system> [<tools:text>]", kOnce, "",
     "who writes its volumes: stand-alone programs, another system, or a floor system of the vendor's"},
    {"objective", "zos zvm kvm linux", "rto <rto:duration> [rpo <rpo:duration>] || rpo <rpo:duration>", kOnce, "",
     "recovery time and recovery point objective"},
    {"vipa", "zos", "<addresses:address...>", kList, "", "static virtual IP addresses"},
    {"backup", "zos zvm kvm linux", "<plan:backup...>", kList, "",
     "how often, and to what; several media in the order of `then`"},
    {"tcpip", "zvm", "<name:userid>", kOnce, "tcpip", "the z/VM's own TCP/IP stack"},
    {"vswitch", "zvm guest lpar", "<name:name> carries <networks:network...>", kKeyed, "vswitch",
     "a virtual switch with uplinks to real devices"},
    {"guestlan", "zvm guest lpar", "<name:name> carries <networks:network...>", kKeyed, "guestlan",
     "a LAN inside one z/VM"},
    {"bridge", "kvm guest lpar", "<name:name> carries <networks:network...>", kKeyed, "bridge",
     "what joins the guests of a KVM host to real devices of it"},
    {"transport", "vswitch guestlan", "<transport:choice(ip|ethernet)>", kOnce, "",
     "layer 3 (`ip`) or layer 2 (`ethernet`)"},
    {"router", "vswitch", "primary", kOnce, "",
     "its OSA takes packets for addresses that it doesn't know, for a router behind it (PRIROUTER)"},
    {"controllers", "vswitch", "none || <userids:userid?...>", kOnce, "", "the TCP/IP stacks that drive its uplinks"},
    {"uplinks", "vswitch", "none || <count:count>", kOnce, "",
     "how many real devices it takes (1 to 3); `none`: it is meant to reach nothing outside"},
    {"uplinks", "bridge", "none", kOnce, "", "it is meant to reach nothing outside"},
    {"type", "bridge", "<type:choice(bridge|openvswitch|macvtap)>", kOnce, "",
     "what it is made with; not said: a Linux bridge"},
    {"type", "guestlan", "<type:choice(qdio|hipers)>", kOnce, "",
     "what it looks like to the guests: an OSA or HiperSockets"},
    {"frame", "guestlan hipersockets", "[<cmp:comparator>] <size:frame?>", kOnce, "",
     "HiperSockets maximum frame size: 16, 24, 40 or 64 KiB"},

    {"replication", "file", "<name:name> of <systems:system...> [by <method:text>] [behind <behind:duration>]", kKeyed,
     "", "systems whose volumes are mirrored to the hot site, and how far the copy may be behind"},
    {"product", "file",
     "<name:text> [vendor <vendor:text>] [for <systems:system...>] [keyed to <keys:choice(cpuid|model|capacity)...>] "
     "[licence <licence:text>] [contact <contact:text>]",
     kKeyed, "", "a product whose licence depends on the machine that it runs on"},

    // Sites.
    {"site", "file recovery", "<name:name>", kKeyed, "site", "a place with machines; outside a recovery it is home"},
    {"machine", "site", "<name:name> [: <model:library>]", kKeyed, "machine", "a central processor complex"},
    {"model", "machine", "<model:library?>", kOnce, "", "its model, if it isn't behind the name"},
    {"capacity", "machine", "<capacity:word?>", kOnce, "",
     "its model-capacity identifier such as 710; `full`: CPs of full speed"},
    {"serial", "machine", "<serial:word>", kOnce, "", "its serial number, where products are keyed to it"},
    {"hmc", "machine", "by <who:choice(customer|vendor)> [<where:choice(remote|on site)>]", kOnce, "",
     "who loads and operates the partitions at the Hardware Management Console"},
    {"engines", "machine", "<engines:engine_count?...>", kOnce, "", "its processors by type"},
    {"tape", "machine",
     "drives [<cmp:comparator>] <count:count?> [reading <family:word>] [taking <pace:duration> per volume]", kOnce, "",
     "tape drives for the restore, and how long one of them takes to restore a disk volume"},
    {"lpar", "machine", "<name:name> [runs <system:system>]", kKeyed, "lpar",
     "a logical partition and what runs in it; not said: the system of its name"},
    {"mode", "lpar", "<mode:choice(general|esa390|linux_only|zvm|coupling_facility|ssc)>", kOnce, "",
     "the mode of the partition"},
    {"weight", "lpar", "<weight:count?> [<capping:choice(capped|uncapped)>]", kOnce, "",
     "its initial processing weight, 1 to 999; `capped`: it never gets more than its weight"},
    {"load", "lpar", "<device:device?> [parameter <parameter:load_parameter?>]", kOnce, "",
     "the device that it is IPLed from, and the load parameter"},
    {"crypto", "lpar", "domains <domains:index?...> [type <type:choice(accelerator|cca|ep11)>]", kOnce, "",
     "its usage domains of the crypto features, and how those are configured"},
    {"consoles", "lpar",
     "<count:count> [by <means:choice(osa_icc|integrated_3270|integrated_ascii)>] [devices <devices:devices?>]", kOnce,
     "", "its operator consoles, and their device numbers"},
    {"guest", "zvm kvm guest lpar", "<name:system> [from <zvm:system>]", kList, "guest",
     "a system that runs under this hypervisor at this site; `from` takes a Linux guest out of its own one"},
    {"osa", "machine", "<name:name> [: <feature:library>] carries <networks:network...> [for <systems:system...>]",
     kKeyed, "osa", "OSA features that carry networks to partitions"},
    {"hipersockets", "machine", "<name:name> carries <networks:network...> [for <systems:system...>]", kKeyed,
     "hipersockets", "a HiperSockets channel that carries networks between partitions"},
    {"fcp", "machine", "<name:name> [<npiv:choice(npiv)>] [for <systems:system...>]", kKeyed, "fcp",
     "FCP channels that lead systems to SCSI disks; `npiv`: with a WWPN for each device"},
    {"ficon", "machine", "<name:name> [for <systems:system...>]", kKeyed, "ficon",
     "FICON channels that lead systems to disks and tapes"},
    {"chpids", "osa fcp ficon", "[<cmp:comparator>] <count:count?>", kOnce, "",
     "how many channel paths (ports), for redundancy"},
    {"devices", "osa hipersockets fcp ficon", "<range:devices?> [for <systems:system...>]", kList, "",
     "real device numbers that partitions get"},

    // The standard library.
    {"machine_model", "file", "<name:name> <title:text>", kKeyed, "machine_model", "a machine model"},
    {"zvm_release", "file", "<name:name> <title:text>", kKeyed, "zvm_release", "a z/VM release"},
    {"zos_release", "file", "<name:name> <title:text>", kKeyed, "zos_release", "a z/OS release"},
    {"distribution", "file", "<name:name> <title:text>", kKeyed, "distribution", "a Linux distribution"},
    {"disk_model", "file", "<name:name> <title:text>", kKeyed, "disk_model", "a disk model"},
    {"osa_feature", "file", "<name:name> <title:text>", kKeyed, "osa_feature", "an OSA-Express feature"},
    {"tape_model", "file", "<name:name> <title:text>", kKeyed, "tape_model", "a tape drive model"},
    {"type", "machine_model disk_model tape_model", "<type:word> [source <source:text>] [unsourced]", kOnce, "",
     "its type number"},
    {"version", "zvm_release zos_release", "<version:version> [source <source:text>] [unsourced]", kOnce, "",
     "version and release"},
    {"generation", "machine_model", "<generation:count> [source <source:text>] [unsourced]", kOnce, "",
     "the generation of its processors, counted as QEMU counts them: z9 is 9, z10 10, z196 11, z17 17"},
    {"generations", "zvm_release zos_release distribution osa_feature",
     "[from <first:count>] [to <last:count>] [source <source:text>] [unsourced]", kOnce, "",
     "the machine generations that it runs on; without `from` or `to`: all before or after"},
    {"available", "machine_model zvm_release zos_release distribution",
     "<date:date> [source <source:text>] [unsourced]", kOnce, "", "general availability"},
    {"service_ends", "zvm_release zos_release distribution", "<date:date> [source <source:text>] [unsourced]", kOnce,
     "", "end of service"},
    {"memory", "machine_model zvm_release zos_release", "<size:memory> [source <source:text>] [unsourced]", kOnce, "",
     "the most real memory"},
    {"guest_memory", "zvm_release", "<size:memory> [source <source:text>] [unsourced]", kOnce, "",
     "the largest virtual machine"},
    {"partitions", "machine_model", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "the most partitions"},
    {"partition_modes", "machine_model zvm_release zos_release",
     "<modes:choice(general|esa390|linux_only|zvm|coupling_facility|ssc)...> [source <source:text>] [unsourced]", kOnce,
     "", "the modes of partitions that it can have, or run in"},
    {"engines", "machine_model", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "the most engines a customer can configure"},
    {"engine_types", "machine_model zvm_release zos_release", "<types:engine...> [source <source:text>] [unsourced]",
     kOnce, "", "the processor types that it can have, or use"},
    {"processors", "zvm_release zos_release", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "the most logical processors"},
    {"guest_processors", "zvm_release", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "the most virtual processors of a guest"},
    {"hipersockets", "machine_model", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "the most HiperSockets channels"},
    {"expanded_storage", "zvm_release", "<choice:choice(yes|no)> [source <source:text>] [unsourced]", kOnce, "",
     "whether expanded storage has a function"},
    {"nicdef_grants", "zvm_release", "<choice:choice(yes|no)> [source <source:text>] [unsourced]", kOnce, "",
     "whether NICDEF authorises a guest for its vswitch"},
    {"ssi_members", "zvm_release", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "the most members of a single system image; 1: it knows none"},
    {"volumes", "zvm_release", "<labels:volser...> [source <source:text>] [unsourced]", kOnce, "",
     "the labels that its installation gives the volumes"},
    {"network_files", "distribution",
     "<files:choice(suse_hwcfg|suse_ifcfg|ifcfg|rh_ifcfg|networkmanager|netplan|ifupdown|networkd)> [source "
     "<source:text>] [unsourced]",
     kOnce, "", "which files configure its network"},
    {"device_files", "distribution",
     "<files:choice(hwcfg|udev|ccw_init|ccw_config|chzdev)> [source <source:text>] [unsourced]", kOnce, "",
     "what groups its qeth devices and sets them online"},
    {"interface_statements", "zos_release",
     "<links:choice(osa|hipersockets|vipa)...> [source <source:text>] [unsourced]", kOnce, "",
     "what its TCP/IP profile can define by INTERFACE for IPv4; the rest by DEVICE and LINK"},
    {"interface_names", "distribution", "<names:choice(eth|eth_by_rule|enccw|enc)> [source <source:text>] [unsourced]",
     kOnce, "",
     "what it calls the interface of device 0600: `eth0` in the order found or by a udev rule, `enccw0.0.0600`, "
     "`enc600`"},
    {"boot_files", "distribution", "<files:choice(zipl_conf|grub2|bls)> [source <source:text>] [unsourced]", kOnce, "",
     "where its kernel parameters are kept: zipl.conf, GRUB 2's /etc/default/grub, or entries of the boot loader "
     "specification"},
    {"initramfs", "distribution", "<tool:choice(mkinitrd|dracut|initramfs_tools)> [source <source:text>] [unsourced]",
     kOnce, "", "what makes its initial RAM disk"},
    {"cylinders", "disk_model", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "cylinders of the whole volume"},
    {"pages_per_cylinder", "disk_model", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "pages of 4 KiB that a cylinder holds when it is used for paging"},
    {"blocks", "disk_model", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "blocks of 512 bytes, the most it can have"},
    {"chpid_types", "osa_feature", "<types:word...> [source <source:text>] [unsourced]", kOnce, "",
     "the types of channel paths that it can be"},
    {"ports", "osa_feature", "<count:count> [source <source:text>] [unsourced]", kOnce, "",
     "ports on one channel path"},
    {"reads", "tape_model", "<formats:word...> [source <source:text>] [unsourced]", kOnce, "",
     "the recording formats that it reads"},
    {"writes", "tape_model", "<formats:word...> [source <source:text>] [unsourced]", kOnce, "",
     "the recording formats that it writes"},
};

template <class Visit>
void ForEachParent(const Row& row, Visit visit) {
  std::string_view rest = row.parents;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    visit(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

using Key = std::pair<std::string_view, std::string_view>;  // word, parent
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    const std::hash<std::string_view> hash;
    return hash(key.first) * 31 + hash(key.second);
  }
};
using Index = std::unordered_map<Key, const Row*, KeyHash>;

Index MakeIndex() {
  Index index;
  for (const Row& row : kRows) {
    ForEachParent(row, [&](std::string_view parent) { index.emplace(Key{row.word, parent}, &row); });
  }
  return index;
}

}  // namespace

std::span<const Row> AllRows() { return kRows; }

const Row* FindRow(std::string_view word, std::string_view parent) {
  static const Index kIndex = MakeIndex();
  const auto found = kIndex.find({word, parent});
  return found == kIndex.end() ? nullptr : found->second;
}

std::vector<const Row*> FindRows(std::string_view word) {
  std::vector<const Row*> rows;
  for (const Row& row : kRows) {
    if (row.word == word) rows.push_back(&row);
  }
  return rows;
}

std::vector<std::string_view> WordsIn(std::string_view parent) {
  std::vector<std::string_view> words;
  for (const Row& row : kRows) {
    ForEachParent(row, [&](std::string_view one) {
      if (one == parent) words.push_back(row.word);
    });
  }
  return words;
}

}  // namespace hotsite::schema
