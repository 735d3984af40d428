// Every template of the request, whole. A change of wording shows here and nowhere else first.
#include <catch2/catch.hpp>

#include "compiler/requirements/sentences.h"

using namespace hotsite;
using namespace hotsite::requirements;
using model::Comparator;

namespace {

const Runner kVmprod{"VMPROD", "VMPROD", "", 1, false};
const Runner kProda{"PRODA", "LP01", "", 1, false};
const Runner kVendorvm{"VENDORVM", "FLOOR", "", 1, true};
const Runner kGuest{"LNXRTR", "FLOOR", "VENDORVM", 2, false};

model::Stated<MemorySize> Memory(std::uint64_t mib, Comparator comparator) {
  return {MemorySize::OfMiB(mib), {}, comparator};
}

model::Stated<FrameSize> Frame() { return {*FrameSize::Parse("24 KiB"), {}}; }

model::Carrier CarrierOf(model::Carrier::Kind kind, std::string name) {
  model::Carrier carrier;
  carrier.kind = kind;
  carrier.name = std::move(name);
  return carrier;
}

model::Lan LanOf(std::string name, model::LanType type, model::Transport transport) {
  model::Lan lan;
  lan.name = std::move(name);
  lan.type = type;
  lan.transport = {transport, {}};
  return lan;
}

}  // namespace

TEST_CASE("sentences: placement") {
  CHECK(SayPartition(kVmprod) ==
        "The partition VMPROD SHALL be a logical partition. It SHALL NOT be a guest of any z/VM system.");
  CHECK(SayPartition(kProda) ==
        "The partition LP01 of the system PRODA SHALL be a logical partition. It SHALL NOT be a guest of any z/VM "
        "system.");
  CHECK(SayPartition(kVendorvm) ==
        "The z/VM system VENDORVM SHALL run in a logical partition. It SHALL NOT be a guest of any z/VM system.");
  CHECK(SayGuest(kGuest) ==
        "The guest LNXRTR SHALL run directly under the z/VM system VENDORVM, at virtualization level 2. It SHALL NOT "
        "run under a "
        "z/VM system that is itself a guest.");
  Runner third = kGuest;
  third.level = 3;
  CHECK(SayGuest(third) ==
        "The guest LNXRTR SHALL run directly under the z/VM system VENDORVM, at virtualization level 3.");
  Runner on_kvm = kGuest;
  on_kvm.host = "VENDORKV";
  on_kvm.host_kind = "KVM host";
  CHECK(SayGuest(on_kvm) ==
        "The guest LNXRTR SHALL run directly under the KVM host VENDORKV, at virtualization level 2. It SHALL NOT run "
        "under a KVM host that is itself a guest.");
  CHECK(Runner{"VENDORKV", "FLOOR", "", 1, true, "KVM host"}.Named() == "KVM host VENDORKV");
  CHECK(SayOnlyHypervisor("KVM host", "KVMPROD") ==
        "Exactly one KVM host, KVMPROD itself, SHALL lie between PR/SM and each Linux guest of KVMPROD listed in "
        "annex B.");
  CHECK(SayOnlyHypervisor("z/VM system", "VMPROD") ==
        "Exactly one z/VM system, VMPROD itself, SHALL lie between PR/SM and each Linux guest of VMPROD listed in "
        "annex B.");
  CHECK(SayOneMachine({"PRODA", "VMPROD"}, "BIGBOX") ==
        "The partitions of PRODA and VMPROD SHALL both be on one central processor complex, named BIGBOX in this "
        "request.");
  CHECK(SayOneMachine({"PRODA", "PRODB", "VMPROD"}, "BIGBOX") ==
        "The partitions of PRODA, PRODB and VMPROD SHALL all be on one central processor complex, named BIGBOX in this "
        "request.");
  CHECK(SayMachineModel("BIGBOX", "IBM System z9 EC") ==
        "The machine BIGBOX SHALL be exactly of the model IBM System z9 EC.");
  CHECK(SayDirectoryEntries("VENDORVM", 1) ==
        "The user directory of the z/VM system VENDORVM SHALL contain the entry of the guest that annex E gives for it "
        "before the "
        "start of the test period.");
  CHECK(SayDirectoryEntries("VENDORVM", 3) ==
        "The user directory of the z/VM system VENDORVM SHALL contain the entries of the 3 guests that annex E gives "
        "for it before "
        "the start of the test period.");
}

TEST_CASE("sentences: processors") {
  CHECK(SayProcessors(kVmprod, {Comparator::kAtLeast, 3}) ==
        "The partition VMPROD SHALL have at least 3 logical processors.");
  CHECK(SayProcessors(kGuest, {Comparator::kExactly, 1}) == "The guest LNXRTR SHALL have exactly 1 virtual processor.");
  CHECK(SayProcessors(kVmprod, {Comparator::kAtMost, 2}) ==
        "The partition VMPROD SHALL have at most 2 logical processors.");
  CHECK(SayEngineType(kVmprod, EngineType::kIfl) ==
        "Each logical processor of the partition VMPROD SHALL be of type IFL.");
  CHECK(SayEngineChoice(kVmprod, {{EngineType::kCp, EngineType::kIfl}}) ==
        "The logical processors of the partition VMPROD MAY be of type CP or of type IFL, all of one type. The vendor "
        "SHALL state which.");
  CHECK(SayFullSpeed(kVmprod) ==
        "If the logical processors of the partition VMPROD are of type CP, then each of them SHALL run at the full "
        "capacity setting of "
        "its machine.");
  CHECK(SayDedicated(kVmprod) ==
        "The logical processors of the partition VMPROD SHALL be dedicated to VMPROD from the start to the end of the "
        "test "
        "period. They "
        "SHALL NOT be shared with any other partition or guest.");
  CHECK(SayMachineEngines("BIGBOX", {16, EngineType::kCp}) ==
        "The machine BIGBOX SHALL have at least 16 processors of type CP.");
  CHECK(SayMachineEngines("BIGBOX", {1, EngineType::kIfl}) ==
        "The machine BIGBOX SHALL have at least 1 processor of type IFL.");
}

TEST_CASE("sentences: memory") {
  CHECK(SayMemory(kVmprod, Memory(24 * 1024, Comparator::kAtLeast)) ==
        "The partition VMPROD SHALL have at least 24 GiB of central storage at its first IPL.");
  CHECK(SayMemory(kGuest, Memory(512, Comparator::kExactly)) ==
        "The guest LNXRTR SHALL have exactly 512 MiB of virtual storage at its first IPL.");
  CHECK(SayMaximumStorage(kGuest, Memory(2048, Comparator::kAtLeast)) ==
        "The guest LNXRTR SHALL have a maximum storage size of at least 2 GiB.");
  CHECK(SayMachineMemory("BIGBOX", Memory(65536, Comparator::kAtLeast)) ==
        "The machine BIGBOX SHALL have at least 64 GiB of memory for partitions.");
  CHECK(SayExpandedStorage(kVmprod, Memory(4096, Comparator::kExactly)) ==
        "The partition VMPROD SHALL have exactly 4 GiB of expanded storage in addition to its central storage.");
}

TEST_CASE("sentences: OSA and HiperSockets") {
  const auto osa = CarrierOf(model::Carrier::Kind::kOsa, "UPLINK");
  const auto hs = CarrierOf(model::Carrier::Kind::kHipersockets, "HS");
  CHECK(SayChpids("UPLINK", "BIGBOX", {Comparator::kAtLeast, 2}) ==
        "The OSA connection UPLINK of the machine BIGBOX SHALL have at least 2 CHPIDs of type OSD.");
  CHECK(SaySeparateFeatures("UPLINK") ==
        "Each CHPID of the OSA connection UPLINK SHALL be on an OSA feature of its own. It SHALL NOT share that "
        "feature with another "
        "CHPID of the connection.");
  CHECK(SayReach("UPLINK", {"PRODA", "VMPROD"}) ==
        "Each CHPID of the OSA connection UPLINK SHALL be accessible to PRODA and VMPROD.");
  CHECK(SayDevices(osa, "VMPROD", *DeviceRange::Parse("0c00-0c0f")) ==
        "The OSA connection UPLINK SHALL have the device numbers 0C00-0C0F (16 devices) in VMPROD.");
  CHECK(AskDevices(osa, "VMPROD", 2) ==
        "The vendor SHALL state the device numbers of the OSA connection UPLINK in VMPROD: at least 2 groups of 3 "
        "consecutive device "
        "numbers, each group beginning at an even number.");
  CHECK(AskDevices(hs, "PRODA", 1) ==
        "The vendor SHALL state the CHPID and the device numbers of the HiperSockets network HS in PRODA: at least one "
        "group of 3 consecutive device "
        "numbers, beginning at an even number.");
  CHECK(SayHiperSockets("HS", {"PRODA", "PRODB", "VMPROD"}) ==
        "One HiperSockets network, named HS in this request, SHALL connect PRODA, PRODB and VMPROD.");
  CHECK(SayFrame("HS", Frame()) == "The HiperSockets network HS SHALL have a maximum frame size of exactly 24 KiB.");
  CHECK(SayStandIn("HS") ==
        "If the HiperSockets network HS is provided by means other than a CHPID of type IQD, then the vendor SHALL "
        "state the means in "
        "the deviations log.");
}

TEST_CASE("sentences: disk and tape") {
  CHECK(SayVolumes(kProda, 60, "3390 model 9", 10017) ==
        "The partition LP01 of the system PRODA SHALL have at least 60 disk volumes of 3390 model 9, each of at least "
        "10017 "
        "cylinders, not shared with any other system.");
  CHECK(SayVolumes(kVmprod, 1, "3390 model 9", 0) ==
        "The partition VMPROD SHALL have at least 1 disk volume of 3390 model 9, not shared with any other system.");
  CHECK(SayUnknownVolumes(kVmprod, 4) ==
        "The partition VMPROD SHALL have at least 4 further disk volumes, not shared with any other system. The "
        "customer names the "
        "model.");
  CHECK(AskVolumes(kVmprod) ==
        "The vendor SHALL state the device numbers of the disk volumes of the partition VMPROD.");
  CHECK(SayTapeDrives("BIGBOX", {Comparator::kAtLeast, 6}, "3592") ==
        "The machine BIGBOX SHALL have at least 6 tape drives able to read 3592 cartridges, usable at the same time.");
  CHECK(SayTapeDrives("BIGBOX", {Comparator::kAtLeast, 1}, "") ==
        "The machine BIGBOX SHALL have at least 1 tape drive usable at the same time.");
  CHECK(SayTapeDrives("BIGBOX", {Comparator::kAtLeast, 6}, "TS1120", {"TS1120", "TS1130"}) ==
        "The machine BIGBOX SHALL have at least 6 tape drives able to read TS1120 cartridges, usable at the same time. "
        "Drives that read them are TS1120 and TS1130.");
}

TEST_CASE("sentences: networks") {
  CHECK(SayConnected("UPLINK", "OFFICE") ==
        "The OSA connection UPLINK SHALL be connected to the customer's network OFFICE from the start to the end of "
        "the test period.");
  CHECK(SaySubnet("OFFICE", "10.20.30.0/24") == "The network OFFICE SHALL have exactly the subnet 10.20.30.0/24.");
  CHECK(SayGateway("OFFICE", "10.20.30.1") ==
        "The gateway of the network OFFICE SHALL have exactly the address 10.20.30.1.");
  CHECK(SayVlan("UPLINK", "FRONT", 110) ==
        "The switch ports of the OSA connection UPLINK SHALL carry the network FRONT as VLAN 110, tagged.");
  CHECK(SayMtu("OFFICE", 8992) ==
        "The network OFFICE SHALL pass IP packets of at least 8992 bytes without fragmentation.");
  CHECK(TellExternal("TSM", {"10.20.30.200"}, {"VMPROD"}) ==
        "The external system TSM with the address 10.20.30.200 is not restored under this request. It is needed by "
        "VMPROD.");
  CHECK(TellExternal("TSM", {}, {}) == "The external system TSM is not restored under this request.");
}

TEST_CASE("sentences: the vendor's virtual switches and guest LANs") {
  const auto ethernet = LanOf("DRVSW", model::LanType::kQdio, model::Transport::kEthernet);
  const auto hipers = LanOf("DRHS", model::LanType::kHipers, model::Transport::kIp);
  CHECK(SayVswitch("VENDORVM", ethernet) ==
        "The z/VM system VENDORVM SHALL have a virtual switch DRVSW with the transport ETHERNET.");
  CHECK(SayUplink("DRVSW", 2, "the OSA connection UPLINK") ==
        "The virtual switch DRVSW SHALL have exactly 2 uplinks to the OSA connection UPLINK.");
  CHECK(SayGuestLan("VENDORVM", hipers) ==
        "The z/VM system VENDORVM SHALL have a guest LAN DRHS of type HIPERS with the transport IP.");
  CHECK(SayGuestLanFrame("DRHS", Frame()) == "The guest LAN DRHS SHALL have a maximum frame size of exactly 24 KiB.");
  CHECK(SayNamedControllers("VENDORVM", {"DTCVSW1", "DTCVSW2"}) ==
        "The virtual-switch controller user IDs DTCVSW1 and DTCVSW2 SHALL be logged on to VENDORVM before the first "
        "guest of annex B is "
        "started.");
  CHECK(SayControllers("VENDORVM") ==
        "The z/VM system VENDORVM SHALL have at least 2 virtual-switch controller user IDs logged on before the first "
        "guest of annex B "
        "is started.");
  CHECK(AskControllers("VENDORVM", "DRVSW") ==
        "The vendor SHALL state the user IDs of the controllers of the virtual switch DRVSW of VENDORVM.");
  CHECK(SayGrants("VENDORVM", "DRVSW", {"LNXRTR"}) ==
        "The z/VM system VENDORVM SHALL authorize the guest LNXRTR for the virtual switch DRVSW.");
  CHECK(SayGrants("VENDORVM", "DRVSW", {"LNXMQ1", "LNXRTR"}) ==
        "The z/VM system VENDORVM SHALL authorize each of the guests LNXMQ1 and LNXRTR for the virtual switch DRVSW.");
  CHECK(SayGrants("VENDORVM", "DRVSW", Names(13, "X")) ==
        "The z/VM system VENDORVM SHALL authorize each of the 13 guests that annex B lists with it for the virtual "
        "switch DRVSW.");
  CHECK(SayVswitchVlan("DRVSW", "OFFICE", 110) ==
        "The virtual switch DRVSW SHALL carry the network OFFICE as VLAN 110.");
}

TEST_CASE("sentences: consoles, identity, schedule, people") {
  CHECK(SaySessions(4, "1 hour") ==
        "The customer SHALL have at least 4 simultaneous remote 3270 sessions from 1 hour before the start to the end "
        "of the test period.");
  CHECK(SaySessions(1, "") ==
        "The customer SHALL have at least 1 simultaneous remote 3270 session from the start to the end of the test "
        "period.");
  CHECK(AskSessions() ==
        "The vendor SHALL state the address, the port and the logon procedure of the remote 3270 sessions.");
  CHECK(AskMachineModel("BIGBOX") == "The vendor SHALL state the machine type and the model of the machine BIGBOX.");
  CHECK(AskSerial("BIGBOX") == "The vendor SHALL state the serial number of the machine BIGBOX.");
  CHECK(AskCpuId(kVmprod) == "The vendor SHALL state the CPU identifier that the partition VMPROD sees.");
  CHECK(SayRelease("VENDORVM", "5.3") == "The z/VM system VENDORVM SHALL be exactly of version 5.3.");
  CHECK(SayTestBegin("2009-10-05 (Monday) 08:00 America/New_York") ==
        "The test period SHALL begin on 2009-10-05 (Monday) 08:00 America/New_York.");
  CHECK(SayTestEnd("2009-10-08 (Thursday) 16:00 UTC") ==
        "The test period SHALL end on 2009-10-08 (Thursday) 16:00 UTC. It SHALL NOT end earlier.");
  CHECK(SayReady("4 hours", "2009-10-05 (Monday) 04:00 UTC") ==
        "The configuration SHALL be complete and open for the customer's check at least 4 hours before the start of "
        "the test period, by "
        "2009-10-05 (Monday) 04:00 UTC.");
  CHECK(AskContact("vendor", {"change partitions"}) ==
        "The vendor SHALL state the name and the telephone number of the person for the role vendor, with the "
        "authority to change "
        "partitions, reachable at every hour of the test period.");
  CHECK(AskContact("operator", {}) ==
        "The vendor SHALL state the name and the telephone number of the person for the role operator, reachable at "
        "every hour of the "
        "test period.");
  CHECK(TellContact("coordinator", "N. N.", "+1 555 0100", {"accept deviations", "declare"}) ==
        "The contact for the role coordinator is N. N., telephone +1 555 0100, with the authority to accept deviations "
        "and declare a "
        "disaster.");
  CHECK(AskOther("subnet", "OFFICE") == "The vendor SHALL state the subnet of OFFICE.");
}

TEST_CASE("sentences: times, durations, ranges") {
  CHECK(SayTime(*LocalTime::Parse("2009-10-05 08:00"), "America/New_York") ==
        "2009-10-05 (Monday) 08:00 America/New_York");
  CHECK(SayTime(*LocalTime::Parse("2009-10-05 08:00"), "") == "2009-10-05 (Monday) 08:00, local time of the site");
  CHECK(SayDuration(Duration::OfMinutes(240)) == "4 hours");
  CHECK(SayDuration(Duration::OfMinutes(60)) == "1 hour");
  CHECK(SayDuration(Duration::OfMinutes(90)) == "90 minutes");
  CHECK(SayDuration(Duration::OfMinutes(2 * 24 * 60)) == "2 days");
  CHECK(SayRange(*DeviceRange::Parse("0600")) == "0600 (1 device)");
}

TEST_CASE("sentences: groups") {
  CHECK(SayTogether("PRODSSI", {"VMA", "VMB"}) ==
        "The partitions of VMA and VMB, members of the single system image PRODSSI, SHALL both be available from the "
        "start to the end of the test period.");
  CHECK(
      SayConnections("PRODSSI", {"VMA", "VMB", "VMC"}) ==
      "Each two of the partitions of VMA, VMB and VMC, members of the single system image PRODSSI, SHALL be joined by "
      "a channel-to-channel connection of at least 2 devices.");
  CHECK(AskConnection("VMA", "VMB") ==
        "The vendor SHALL state the device numbers of the channel-to-channel connection between VMA and VMB, as VMA "
        "sees them and as VMB sees them.");
  CHECK(SaySharedVolumes({"VMCOM1"}, "", {"VMA", "VMB"}, true) ==
        "At least 1 ECKD disk volume, for the label VMCOM1, SHALL be accessible to each of VMA and VMB for reading and "
        "writing.");
  CHECK(SaySharedVolumes({"CDS001", "CDS002"}, "3390 model 9", {"PRODA"}, false) ==
        "At least 2 disk volumes of 3390 model 9, for the labels CDS001 and CDS002, SHALL be accessible to PRODA for "
        "reading and "
        "writing.");
  CHECK(AskSharedVolumes("PRODSSI", {"VMA", "VMB"}) ==
        "The vendor SHALL state the device numbers of the shared disk volumes of PRODSSI in each of VMA and VMB.");
  CHECK(SayCouplingMode({"CF01", "CF01", "", 1, false}, "PLEX1") ==
        "The partition CF01 SHALL be a coupling facility partition, for the sysplex PLEX1.");
  CHECK(SayCouplingLinks("CF01", {"PRODA", "PRODB"}, true) ==
        "The coupling facility CF01 SHALL have internal coupling links to each of PRODA and PRODB.");
  CHECK(SayCouplingLinks("CF01", {"PRODA"}, false) ==
        "The coupling facility CF01 SHALL have at least 2 coupling links to PRODA.");
  CHECK(AskCouplingLinks("CF01", {"PRODA"}) ==
        "The vendor SHALL state the CHPIDs of the coupling links between the coupling facility CF01 and PRODA.");
  CHECK(SayTimer({"CEC1"}) == "The machine CEC1 SHALL have Server Time Protocol enabled.");
  CHECK(SayTimer({"CEC1", "CEC2"}) ==
        "The machines CEC1 and CEC2 SHALL be in one coordinated timing network of Server Time Protocol.");
}

TEST_CASE("sentences: bridges") {
  model::Lan lan;
  lan.kind = model::Lan::Kind::kBridge;
  lan.name = "br0";
  CHECK(SayBridge("VENDORKV", lan, {"OFFICE"}) ==
        "The KVM host VENDORKV SHALL have a Linux bridge br0 that carries the network OFFICE in layer 2.");
  lan.bridge_type = model::BridgeType::kOpenvswitch;
  CHECK(SayBridge("VENDORKV", lan, {"OFFICE", "INSIDE"}) ==
        "The KVM host VENDORKV SHALL have an Open vSwitch br0 that carries the networks OFFICE and INSIDE in layer 2.");
  CHECK(SayBridgeUplink("br0", "the OSA connection UPLINK") ==
        "The bridge br0 SHALL have devices of the OSA connection UPLINK as its uplink.");
}
