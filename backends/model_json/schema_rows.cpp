// What model.json holds, object by object.
#include "backends/model_json/schema.h"

namespace hotsite::backends::model_json {
namespace {

using json_schema::FormRow;
using json_schema::MemberRow;
using json_schema::ObjectRow;

constexpr FormRow kForms[] = {
    {"device", "[0-9A-F]{4}", "A device number: four hexadecimal digits."},
    {"range", "[0-9A-F]{4}(-[0-9A-F]{4})?", "Device numbers from … to, both included; or one."},
    {"wwpn", "[0-9A-F]{16}", "A worldwide port name: 16 hexadecimal digits."},
    {"lun", "[0-9A-F]{16}", "A logical unit number: 16 hexadecimal digits."},
    {"mac", "([0-9A-F]{2}:){5}[0-9A-F]{2}", "A MAC address."},
    {"address", "[0-9A-Fa-f:.]+", "An IPv4 or IPv6 address."},
    {"written_address", R"([0-9A-Fa-f:.]+|.+\[-?[0-9]+\])",
     "An address as the spec writes it: itself, or `OFFICE[21]`, the address with that number in a network's subnet."},
    {"subnet", "[0-9A-Fa-f:.]+/[0-9]+", "A subnet with its prefix length."},
    {"date", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "A day."},
    {"time", "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", "A local time, to the minute."},
    {"code", "HS[0-9]{4}", "The code of a finding; `hotsite explain` tells about it."},
};

constexpr MemberRow kOpen[] = {
    {"open!", "text", "The requirement whose answer it is: OSA-002."},
};
constexpr MemberRow kDocument[] = {
    {"format!", "=hotsite-model", "Which format this is."},
    {"version!", "integer",
     "Of the format: 1. A new member doesn't raise it; one that goes or changes its meaning does."},
    {"spec!", "text", "The spec's file name, without folders."},
    {"customer!", "text", "Whose systems these are."},
    {"recovery!", "Recovery or null", "The contract side; null where the spec has no recovery."},
    {"networks!", "[Network]", "The networks as declared."},
    {"systems!", "[System]", "What is run, as declared."},
    {"ssis", "[Ssi]", "Single system images of z/VM."},
    {"sysplexes", "[Sysplex]", "Sysplexes of z/OS."},
    {"replications", "[Replication]", "Systems whose disks are mirrored to the hot site."},
    {"products", "[Product]", "Products whose licence depends on the machine."},
    {"sites!", "[Site]", "Where things run: home and the recovery sites."},
    {"constraints", "[Constraint]", "What the spec itself requires; all of it was judged."},
    {"accepted", "[Accepted]", "Findings that the spec accepts."},
    {"requirements!", "[Requirement]", "What is asked of the vendor."},
    {"holes!", "[Hole]", "What in the spec waits for the vendor."},
};

// The contract side.
constexpr MemberRow kRecovery[] = {
    {"name!", "text", ""},
    {"vendor", "text", ""},
    {"contract", "text", "Contract or schedule number."},
    {"test", "TestWindow", "The first test."},
    {"further_tests", "[TestWindow]", ""},
    {"answers_due", "time", "When the vendor's answers are due."},
    {"milestones", "[Milestone]", ""},
    {"ready_minutes", "integer", "So long before the test the configuration is complete."},
    {"contacts", "[Contact]", ""},
    {"remote", "RemoteAccess", ""},
    {"paper!", "{letter|a4}", "What documents are printed on."},
};
constexpr MemberRow kTestWindow[] = {
    {"what", "text", ""},
    {"from!", "time", ""},
    {"to!", "time", ""},
    {"zone", "text", "Time zone: Area/City or UTC."},
};
constexpr MemberRow kMilestone[] = {
    {"what!", "text", ""},
    {"time!", "stated time", ""},
    {"by_vendor", "true", "The vendor has to reach it."},
};
constexpr MemberRow kContact[] = {
    {"role!", "text", "coordinator, sysprog, vendor …"},
    {"who", "text or open", ""},
    {"phone", "text", ""},
    {"may", "[text]", "What this person may decide."},
};
constexpr MemberRow kRemote[] = {
    {"sessions!", "integer", "3270 sessions at a time, at least."},
    {"lead_minutes", "integer", "Open so long before the test."},
};
constexpr MemberRow kReplication[] = {
    {"name!", "text", ""},
    {"systems!", "[text]", "Ids of systems."},
    {"method", "text", ""},
    {"behind_minutes", "integer", "The most that the copy may be behind."},
};
constexpr MemberRow kProduct[] = {
    {"name!", "text", ""},
    {"vendor", "text", ""},
    {"systems", "[text]", "Ids of the systems that use it; not there: not said."},
    {"keyed_to", "[{cpuid|model|capacity}]", "What its licence key hangs on."},
    {"licence", "text", ""},
    {"contact", "text", "Whom to call for an emergency key."},
};
constexpr MemberRow kConstraint[] = {
    {"name!", "text", ""},
    {"kind!", "text", "What it holds for each of: linux, machine …"},
    {"severity!", "{error|warning|note}", ""},
    {"site", "text", "The one site that it is judged at."},
    {"at", "{home|recovery}", "Judged there only; without `site` and `at`: everywhere."},
    {"message!", "text", ""},
    {"reason", "text", ""},
};
constexpr MemberRow kAccepted[] = {
    {"code!", "code", ""},
    {"constraint", "text", "Of the spec's own requirement that is meant."},
    {"subject", "text", "Where alone it is accepted."},
    {"found!", "text", "The finding's message."},
    {"reason!", "text", "Why it is accepted."},
    {"until", "date", ""},
};
constexpr MemberRow kRequirement[] = {
    {"id!", "text", "The identifier that stays from year to year: MEM-003."},
    {"key!", "text", "What it is about, for programs."},
    {"kind!", "{REQ|ASK|OPT|INF}", "A demand, a question, a choice, or information."},
};
constexpr MemberRow kHole[] = {
    {"requirement!", "text", "The requirement that asks for it."},
    {"key!", "text", ""},
    {"subject!", "text", "The system, machine or role that it concerns."},
    {"attribute!", "text", "What is asked for: device numbers."},
    {"reason", "text", ""},
};

// Networks.
constexpr MemberRow kNetwork[] = {
    {"name!", "text", ""},
    {"plan!", "Plan", "Its addressing as declared; a site's own stands there."},
    {"doc", "text", ""},
};
constexpr MemberRow kPlan[] = {
    {"subnet", "stated subnet", ""},
    {"gateway", "written_address or open", "The default route of its members."},
    {"dns", "[written_address] or open", "Name servers."},
    {"domain", "stated text", ""},
    {"mtu", "stated integer", "Bytes."},
    {"vlan", "stated integer", "1 to 4094; not there: untagged."},
    {"connected_home", "stated boolean", "Of a network at a recovery site: whether frames get from there to home."},
};
constexpr MemberRow kLan[] = {
    {"name!", "text", ""},
    {"kind!", "{vswitch|guestlan|bridge}", ""},
    {"networks!", "[text]", "Names of the networks that it carries."},
    {"type!", "{qdio|hipers|bridge|openvswitch|macvtap}", "What it looks like to guests; of a bridge: what made it."},
    {"transport!", "{ip|ethernet}", "Layer 3 or layer 2."},
    {"primary_router", "true", "Its OSA takes packets for addresses that it doesn't know."},
    {"frame_kib", "stated integer", "HiperSockets maximum frame size."},
    {"controllers", "stated [text]", "User ids of the TCP/IP stacks that drive its uplinks."},
    {"controllers_none", "true", "The spec says that it has none."},
    {"uplink_count", "integer", "Real devices that it takes."},
    {"uplinks", "[Attachment]", "Of a placed one: what its uplinks hang on."},
};
constexpr MemberRow kNic[] = {
    {"device!", "device", "The first of its device numbers, as the system itself says it at home."},
    {"network!", "text", ""},
    {"addresses", "[written_address]", ""},
    {"mac", "mac", ""},
    {"over", "integer", "It is one more network over the device of the NIC with this index, from 0, in this list."},
    {"bonded_with", "integer", "It is one more device for the interface of the NIC with this index."},
};
constexpr MemberRow kRoute[] = {
    {"to!", "text", "A network, a subnet, or `default`."},
    {"via!", "written_address", ""},
};
constexpr MemberRow kAttachment[] = {
    {"kind!", "{none|lan|devices}", "Nothing, a LAN of the hypervisor, or real devices of the machine."},
    {"zvm", "text", "lan: id of the z/VM that has it."},
    {"kvm", "text", "lan: id of the KVM host that has it."},
    {"lan", "text", "lan: its name."},
    {"carrier", "text", "devices: name of the OSA or HiperSockets."},
    {"device", "stated device", "devices: the first of three real device numbers."},
};

// Systems.
constexpr MemberRow kSystem[] = {
    {"id!", "text", "Its name, for a guest behind that of its hypervisor: VMPROD/LNXWAS1. Unique."},
    {"name!", "text", ""},
    {"kind!", "{z/OS|z/VM|KVM|Linux|coupling facility|external}", ""},
    {"zvm", "text", "Id of the z/VM that a guest is declared in."},
    {"kvm", "text", "Id of the KVM host that a guest is declared in."},
    {"ssi", "text", "The single system image that a guest is declared in."},
    {"vendors", "true", "Declared inside a partition at a site: it isn't the customer's."},
    {"release", "text", "Entry of the standard library: zvm_5_4, zos_2_5."},
    {"distribution", "text", "Entry of the standard library: sles_15_sp5."},
    {"tier", "{production|test|development}", ""},
    {"runs", "[text]", "What users know it for."},
    {"resources", "Resources", ""},
    {"settings", "SystemSettings", ""},
    {"nics", "[Nic]", ""},
    {"tcpip", "TcpipStack", "A z/VM's own TCP/IP stack."},
    {"lans", "[Lan]", ""},
    {"vipas", "[written_address]", "Static virtual addresses of a z/OS."},
    {"routes", "[Route]", ""},
    {"forwards", "[text]", "Names of the networks between which it is a router."},
    {"volumes", "[Volumes]", ""},
    {"disks", "[Disk]", ""},
    {"fcp", "[FcpPath]", ""},
    {"ipl", "device", "What a Linux is IPLed from; not there: its first disk."},
    {"backups", "[Backup]", ""},
    {"restore", "Restore", ""},
    {"rto_minutes", "integer", "Recovery time objective."},
    {"rpo_minutes", "integer", "Recovery point objective."},
    {"needs", "[text]", "Ids of systems that must be up before it is of use."},
    {"start_first", "true", "Started before all that don't say so."},
    {"start_after", "[text]", "Ids of the systems that it is started after."},
    {"needed_by", "[text]", "Of an external system: ids of those that need it."},
    {"addresses", "[written_address]", "Of an external system."},
    {"doc", "text", ""},
};
constexpr MemberRow kTcpip[] = {
    {"userid!", "text", ""},
    {"nics!", "[Nic]", ""},
};
constexpr MemberRow kResources[] = {
    {"processors", "stated integer", "Logical processors of a partition, virtual ones of a guest."},
    {"engines", "stated [text]", "Types that would do: CP, IFL …"},
    {"sharing", "stated {shared|dedicated}", ""},
    {"memory_mib", "stated integer", "Central storage; a guest's default storage."},
    {"max_memory_mib", "stated integer", "A guest's maximum storage."},
    {"xstore_mib", "stated integer", "Expanded storage; 0: none."},
};
constexpr MemberRow kSystemSettings[] = {
    {"node", "stated text", "A z/VM's system identifier."},
    {"timezone", "stated text", ""},
    {"autolog", "stated {guests|operator|nothing}", "What AUTOLOG1 does at an IPL."},
    {"overcommit", "stated text", "Storage of all guests over the z/VM's own, at most: 1.5."},
    {"share", "stated Share", "What a guest gets of its z/VM's processors."},
    {"mac_prefix", "stated text", "The first three bytes of the MAC addresses that a z/VM makes up."},
};
constexpr MemberRow kShare[] = {
    {"relative", "integer", "1 to 10000, over that of the others."},
    {"absolute_permille", "integer", "1 to 1000, of the whole."},
    {"limit", "{soft|hard}", ""},
};
constexpr MemberRow kVolumes[] = {
    {"use!", "{data|res|page|spool|user|pdr|common|couple}", ""},
    {"count!", "integer", ""},
    {"labels", "[text]", "Volume serial numbers."},
    {"model", "text", "Entry of the standard library: 3390_9."},
    {"devices", "[range]", "Real device numbers at home."},
};
constexpr MemberRow kDisk[] = {
    {"device!", "device", ""},
    {"model", "text", "Entry of the standard library."},
    {"first_cylinder", "integer", "Of a minidisk."},
    {"last_cylinder", "integer", "Of a minidisk."},
    {"volume", "text", "Volume serial number."},
};
constexpr MemberRow kFcpPath[] = {
    {"device!", "device", "The FCP device; virtual for a guest."},
    {"wwpn", "stated wwpn", "Of the storage port."},
    {"lun", "stated lun", ""},
};
constexpr MemberRow kBackup[] = {
    {"frequency!", "text", "daily, weekly, monthly."},
    {"full", "true", ""},
    {"media!", "[text]", "In order: tape, flashcopy, tsm, replication."},
};
constexpr MemberRow kRestore[] = {
    {"kind!", "{standalone|floor|system}",
     "By stand-alone programs, a floor system of the vendor's, or one of the spec."},
    {"by", "text", "system: its id."},
    {"tools", "text", ""},
    {"reason", "text", ""},
};
constexpr MemberRow kSsi[] = {
    {"name!", "text", ""},
    {"members!", "[text]", "Ids of the z/VM systems."},
    {"guests", "[text]", "Ids of the guests that may run under any member."},
    {"volumes", "[Volumes]", ""},
    {"doc", "text", ""},
};
constexpr MemberRow kSysplex[] = {
    {"name!", "text", ""},
    {"members!", "[text]", "Ids of the z/OS systems."},
    {"coupling_facilities", "[text]", "Their ids."},
    {"volumes", "[Volumes]", ""},
    {"timer", "{stp}", ""},
    {"doc", "text", ""},
};

// Sites.
constexpr MemberRow kSite[] = {
    {"name!", "text", ""},
    {"recovery!", "boolean", "A recovery site; else home."},
    {"networks!", "[SiteNetwork]", "The addressing in force here."},
    {"machines!", "[Machine]", ""},
};
constexpr MemberRow kSiteNetwork[] = {
    {"network!", "text", ""},
    {"readdressed", "true", "The site says something of its own."},
    {"plan!", "Plan", ""},
};
constexpr MemberRow kMachine[] = {
    {"name!", "text", ""},
    {"model", "stated text", "Entry of the standard library: z10_ec."},
    {"engines", "[Engines]", ""},
    {"engines_asked", "open", ""},
    {"capacity", "stated text", "Model-capacity identifier; `full`: full speed."},
    {"serial", "stated text", ""},
    {"hmc", "{customer|vendor}", "Who works at the Hardware Management Console."},
    {"memory_mib", "stated integer", ""},
    {"tape", "Tape", ""},
    {"carriers!", "[Carrier]", "OSA and HiperSockets."},
    {"channels", "[Channel]", "FCP and FICON."},
    {"partitions!", "[Partition]", ""},
};
constexpr MemberRow kEngines[] = {
    {"count!", "integer", ""},
    {"type!", "text", "CP, IFL, zIIP …"},
};
constexpr MemberRow kTape[] = {
    {"count", "stated integer", "Drives."},
    {"reads", "text", "What they must read: 3592."},
    {"minutes_per_volume", "integer", "How long one drive takes to restore a disk volume."},
};
constexpr MemberRow kCarrier[] = {
    {"name!", "text", ""},
    {"kind!", "{osa|hipersockets}", ""},
    {"feature", "text", "Entry of the standard library."},
    {"networks!", "[text]", ""},
    {"reaches", "[text]", "Ids of the systems that it reaches; not there: every partition."},
    {"chpids", "stated integer", ""},
    {"frame_kib", "stated integer", "HiperSockets maximum frame size."},
    {"devices", "[Grant]", ""},
};
constexpr MemberRow kChannel[] = {
    {"name!", "text", ""},
    {"kind!", "{fcp|ficon}", ""},
    {"reaches", "[text]", "Ids of the systems that it reaches; not there: every partition."},
    {"chpids", "stated integer", ""},
    {"npiv", "true", "Each FCP device has a WWPN of its own."},
    {"devices", "[Grant]", ""},
};
constexpr MemberRow kGrant[] = {
    {"range", "range", ""},
    {"systems", "[text]", "Ids of the systems that get them; not there: whoever is reached."},
    {"open", "[text]", "The requirements that ask for them, one for each system."},
};
constexpr MemberRow kPartition[] = {
    {"name!", "text", ""},
    {"said_here", "Resources", "What this site itself says."},
    {"settings", "PartitionSettings", ""},
    {"placements!", "[Placement]", "What runs in it, hosts before their guests."},
};
constexpr MemberRow kPartitionSettings[] = {
    {"mode", "stated text", "As HMC panels write it: General, Linux only …"},
    {"weight", "stated integer", "Initial processing weight, 1 to 999."},
    {"capped", "stated boolean", ""},
    {"load", "stated device", "Load address."},
    {"load_parameter", "stated text", ""},
    {"crypto_domains", "stated [integer]", "Usage domains."},
    {"crypto_type", "stated text", ""},
    {"consoles", "stated integer", "Operator consoles, at least."},
    {"console_means", "stated text", ""},
    {"console_devices", "stated range", ""},
};
constexpr MemberRow kPlacement[] = {
    {"system!", "text", "Id of the system that runs here."},
    {"kind!", "{z/OS|z/VM|KVM|Linux|coupling facility|external}", ""},
    {"level!", "integer", "1 in a partition, 2 under a hypervisor in one, 3 under a z/VM under a z/VM …"},
    {"path!", "[text]", "From the machine through the partition and each hypervisor to the system."},
    {"resources", "Resources", "In force here."},
    {"settings", "SystemSettings", "In force here."},
    {"nics", "[PlacedNic]", ""},
    {"lans", "[Lan]", ""},
    {"restore", "Restore", ""},
    {"ipl", "stated device", ""},
    {"volumes", "[PlacedVolumes]", "What this site says of device numbers."},
    {"fcp", "[PlacedFcp]", ""},
    {"reason", "text", "Why it is placed so."},
    {"guests", "[text]", "Ids of what runs under it here."},
};
constexpr MemberRow kPlacedNic[] = {
    {"tcpip", "true", "Of the z/VM's own TCP/IP stack."},
    {"network!", "text", ""},
    {"device!", "device or open", "The number that the system itself uses."},
    {"addresses", "[address]", ""},
    {"over", "integer", "One more network over the device of the NIC with this index, from 0, in this list."},
    {"bonded_with", "integer", "One more device for the interface of the NIC with this index."},
    {"attachment!", "Attachment", "What joins it to the network."},
};
constexpr MemberRow kPlacedVolumes[] = {
    {"use", "{data|res|page|spool|user|pdr|common|couple}", "Not there: of every use."},
    {"labels", "[text]", "Not there: all."},
    {"devices!", "stated [range]", ""},
};
constexpr MemberRow kPlacedFcp[] = {
    {"device!", "device", "The number that the system itself uses."},
    {"channel", "text", "What carries it."},
    {"real", "stated device", ""},
    {"wwpn", "stated wwpn", ""},
    {"lun", "stated lun", ""},
};

constexpr ObjectRow kObjects[] = {
    {"Document",
     "The checked model of a spec. What says nothing is left out: false, empty, not said. Systems are named by their "
     "ids. "
     "Memory is in MiB.",
     kDocument},
    {"Open", "Waits for the vendor.", kOpen},
    {"Recovery", "The contract side of a spec.", kRecovery},
    {"TestWindow", "A test.", kTestWindow},
    {"Milestone", "A date of the plan.", kMilestone},
    {"Contact", "Somebody to call.", kContact},
    {"RemoteAccess", "Access from outside.", kRemote},
    {"Network", "A logical network.", kNetwork},
    {"Plan", "The addressing of a network.", kPlan},
    {"System", "What is run, wherever it runs.", kSystem},
    {"Resources", "Processors and storage.", kResources},
    {"SystemSettings", "How a system comes up, and what it gets.", kSystemSettings},
    {"Share", "A guest's share: relative or absolute.", kShare},
    {"Nic", "A network interface as declared.", kNic},
    {"TcpipStack", "A z/VM's own TCP/IP stack.", kTcpip},
    {"Lan", "A vswitch, guest LAN or bridge.", kLan},
    {"Route", "A static route.", kRoute},
    {"Volumes", "Disk volumes, named or counted.", kVolumes},
    {"Disk", "A disk of a Linux.", kDisk},
    {"FcpPath", "A path to SCSI disks.", kFcpPath},
    {"Backup", "How often, and to what.", kBackup},
    {"Restore", "Who writes its volumes at the hot site.", kRestore},
    {"Ssi", "A single system image of z/VM.", kSsi},
    {"Sysplex", "A sysplex.", kSysplex},
    {"Replication", "Mirrored disks.", kReplication},
    {"Product", "A licensed product.", kProduct},
    {"Site", "A place with machines.", kSite},
    {"SiteNetwork", "A network at a site.", kSiteNetwork},
    {"Machine", "A central processor complex.", kMachine},
    {"Engines", "Processors of a type.", kEngines},
    {"Tape", "Tape drives.", kTape},
    {"Carrier", "An OSA or HiperSockets of a machine.", kCarrier},
    {"Channel", "FCP or FICON channels of a machine.", kChannel},
    {"Grant", "Devices given to systems.", kGrant},
    {"Partition", "A logical partition.", kPartition},
    {"PartitionSettings", "What its image profile says.", kPartitionSettings},
    {"Placement", "A system at a site.", kPlacement},
    {"PlacedNic", "A network interface at a site.", kPlacedNic},
    {"Attachment", "What joins a NIC or an uplink to its network.", kAttachment},
    {"PlacedVolumes", "Where volumes are at a site.", kPlacedVolumes},
    {"PlacedFcp", "A path to SCSI disks at a site.", kPlacedFcp},
    {"Constraint", "What the spec requires of itself.", kConstraint},
    {"Accepted", "A finding that the spec accepts.", kAccepted},
    {"Requirement", "A row of the request.", kRequirement},
    {"Hole", "A question of the spec to the vendor.", kHole},
};

}  // namespace

json_schema::Table ModelTable() {
  return {"urn:hotsite:model:1", "model.json of Hotsite, format version 1", kObjects, kForms};
}

}  // namespace hotsite::backends::model_json
