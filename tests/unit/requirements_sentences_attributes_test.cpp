// The templates about image profiles, storage and agreements, whole.
#include <catch2/catch.hpp>

#include "compiler/requirements/sentences_agreements.h"
#include "compiler/requirements/sentences_partition.h"
#include "compiler/requirements/sentences_storage.h"

using namespace hotsite;
using namespace hotsite::requirements;
using model::Comparator;

namespace {

const Runner kProda{"PRODA", "LP01", "", 1, false};
const Runner kVmprod{"VMPROD", "VMPROD", "", 1, false};

model::Channel ChannelOf(model::Channel::Kind kind, std::string name) {
  model::Channel channel;
  channel.kind = kind;
  channel.name = std::move(name);
  return channel;
}

DeviceRange Range(const char* text) { return *DeviceRange::Parse(text); }

}  // namespace

TEST_CASE("sentences: image profiles") {
  CHECK(SayMode(kVmprod, model::PartitionMode::kLinuxOnly) ==
        "The partition VMPROD SHALL have the mode Linux only in its image profile.");
  CHECK(SayWeight(kProda, 700) ==
        "The partition LP01 of the system PRODA SHALL have an initial processing weight of exactly 700.");
  CHECK(SayCapping(kVmprod, true) == "The partition VMPROD SHALL have initial capping.");
  CHECK(SayCapping(kVmprod, false) == "The partition VMPROD SHALL NOT have initial capping.");
  CHECK(SayLoadAddress(kVmprod, DeviceNumber(0x0A82)) ==
        "The image profile of the partition VMPROD SHALL have the load address 0A82.");
  CHECK(SayLoadParameter(kVmprod, "0A8200M1") ==
        "The image profile of the partition VMPROD SHALL have the load parameter 0A8200M1.");
  CHECK(
      SayCrypto(kVmprod, {3, 4}, "CCA coprocessor") ==
      "The partition VMPROD SHALL have the crypto usage domains 3 and 4 on at least 1 crypto feature configured as CCA "
      "coprocessor.");
  CHECK(SayCrypto(kVmprod, {0}, "") ==
        "The partition VMPROD SHALL have the crypto usage domain 0 on at least 1 crypto feature.");
  CHECK(SayCryptoType(kVmprod, "accelerator") ==
        "The crypto feature of the partition VMPROD SHALL be configured as accelerator.");
  CHECK(SayConsoles(kVmprod, {Comparator::kAtLeast, 2}, "OSA-ICC 3270 session") ==
        "The partition VMPROD SHALL have at least 2 operator consoles, each an OSA-ICC 3270 session.");
  CHECK(SayConsoles(kVmprod, {Comparator::kAtLeast, 1}, "") ==
        "The partition VMPROD SHALL have at least 1 operator console.");
  CHECK(SayConsoleDevices(kVmprod, Range("0700-0701")) ==
        "The operator consoles of the partition VMPROD SHALL have the device numbers 0700-0701 (2 devices).");
}

TEST_CASE("sentences: machines") {
  CHECK(SayHmcByCustomer("BIGBOX", {"PRODA", "VMPROD"}, true) ==
        "The customer SHALL have the tasks Activate, Load, Reset and Operating System Messages of the Hardware "
        "Management "
        "Console of the machine BIGBOX for PRODA and VMPROD, by remote access, from the start to the end of the test "
        "period.");
  CHECK(SayHmcByVendor("BIGBOX", {"PRODA"}) ==
        "An operator of the vendor SHALL be at the Hardware Management Console of the machine BIGBOX at every hour of "
        "the "
        "test period, to activate, load and reset PRODA on the customer's word.");
  CHECK(SayCapacity("BIGBOX", "710") == "The machine BIGBOX SHALL have the model-capacity identifier 710.");
  CHECK(SayCapacity("BIGBOX", "full") == "The CP processors of the machine BIGBOX SHALL run at full speed.");
  CHECK(AskCapacity("BIGBOX") == "The vendor SHALL state the model-capacity identifier of the machine BIGBOX.");
  CHECK(SaySerial("BIGBOX", "02A1B") == "The machine BIGBOX SHALL have the serial number 02A1B.");
}

TEST_CASE("sentences: channels to storage") {
  const model::Channel fcp = ChannelOf(model::Channel::Kind::kFcp, "SAN");
  const model::Channel ficon = ChannelOf(model::Channel::Kind::kFicon, "DISKS");
  CHECK(SayChannels(fcp, "BIGBOX", {Comparator::kAtLeast, 2}) ==
        "The FCP channels SAN of the machine BIGBOX SHALL be at least 2 CHPIDs of type FCP.");
  CHECK(SayChannels(ficon, "BIGBOX", {Comparator::kExactly, 1}) ==
        "The FICON channels DISKS of the machine BIGBOX SHALL be exactly 1 CHPID of type FC.");
  CHECK(SayNpiv(fcp) ==
        "The FCP channels SAN SHALL have N_Port ID virtualization (NPIV) enabled for each partition that they reach.");
  CHECK(SayChannelReach(ficon, {"PRODA", "PRODB"}) ==
        "Each CHPID of the FICON channels DISKS SHALL be accessible to PRODA and PRODB.");
  CHECK(SayChannelDevices(fcp, "VMPROD", Range("5A00-5A0F")) ==
        "The FCP channels SAN SHALL have the device numbers 5A00-5A0F (16 devices) in VMPROD.");
  CHECK(AskChannelDevices(fcp, "VMPROD", 3) ==
        "The vendor SHALL state the device numbers of the FCP channels SAN in VMPROD: at least 3 device numbers.");
  CHECK(AskChannelDevices(ficon, "PRODA", 0) ==
        "The vendor SHALL state the device numbers of the FICON channels DISKS in PRODA.");
  CHECK(SayPath("LNXDB1", DeviceNumber(0x1A00), "the LUN 4010400000000000") ==
        "The FCP device 1A00 of LNXDB1 SHALL reach the LUN 4010400000000000.");
}

TEST_CASE("sentences: volumes, restore, replication") {
  CHECK(SayVolumeDevices(kVmprod, "page ", {"VMPG01", "VMPG02"}, {"0D00-0D01 (2 devices)"}) ==
        "The page disk volumes VMPG01 and VMPG02 of the partition VMPROD SHALL have the device numbers 0D00-0D01 (2 "
        "devices).");
  CHECK(SayStandAlone(kVmprod, "ICKDSF, DFSMSdss") ==
        "The partition VMPROD SHALL have a tape drive from which it can be IPLed with the stand-alone programs ICKDSF, "
        "DFSMSdss.");
  CHECK(SayStandAlone(kVmprod, "") ==
        "The partition VMPROD SHALL have a tape drive from which it can be IPLed with the customer's stand-alone "
        "programs.");
  CHECK(AskStandAlone(kVmprod) ==
        "The vendor SHALL state the device number of the tape drive from which the partition VMPROD is IPLed for its "
        "restore.");
  CHECK(SayRestoredBy(kVmprod, "PRODA") ==
        "During the restore, the disk volumes of the partition VMPROD SHALL be accessible to PRODA too, with the same "
        "device numbers.");
  CHECK(SayFloor(kVmprod, "DFSMSdss") ==
        "A floor system of the vendor, with DFSMSdss, SHALL be running at the start of the test period, with access to "
        "the disk volumes of the partition VMPROD.");
  CHECK(SayReplicated({"PRODA", "PRODB"}, "hotsite", "z/OS Global Mirror", "15 minutes") ==
        "The disk volumes of PRODA and PRODB SHALL be replicated to the site hotsite by z/OS Global Mirror, with the "
        "copy "
        "at most 15 minutes behind.");
}

TEST_CASE("sentences: products, objectives, dates") {
  CHECK(TellProduct("CA-7", "Broadcom", {"PRODA"}, {"the CPU identifier"}, "site 4711", "+1 555 0110") ==
        "The product CA-7 of Broadcom on PRODA is keyed to the CPU identifier, licence site 4711. Keys for another "
        "machine: +1 555 0110.");
  CHECK(TellProduct("SAS", "", {}, {}, "", "") == "The product SAS is licensed by machine.");
  CHECK(TellObjective("PRODA", "1 day", "4 hours") ==
        "The recovery time objective of PRODA is 1 day and its recovery point objective is 4 hours.");
  CHECK(TellObjective("PRODA", "", "4 hours") == "The recovery point objective of PRODA is 4 hours.");
  CHECK(SayAnswersDue("2009-09-21 (Monday) 12:00 UTC") ==
        "The vendor SHALL answer each row of this request by 2009-09-21 (Monday) 12:00 UTC.");
  CHECK(SayMilestone("volumes are initialised", "2009-10-03 (Saturday) 00:00 UTC") ==
        "The vendor SHALL reach the milestone \"volumes are initialised\" by 2009-10-03 (Saturday) 00:00 UTC.");
  CHECK(TellMilestone("tapes leave home", "2009-10-04 (Sunday) 18:00 UTC") ==
        "The plan of the customer has the milestone \"tapes leave home\" on 2009-10-04 (Sunday) 18:00 UTC.");
  CHECK(SayFurtherTest("rehearsal", "A", "B") ==
        "A further test period \"rehearsal\" SHALL begin on A and end on B. It SHALL NOT end earlier.");
}
