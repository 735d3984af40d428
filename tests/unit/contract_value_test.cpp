// How answers are read: what people write for the same thing, and what nobody may guess.
#include <catch2/catch.hpp>
#include <string>

#include "compiler/contract/value.h"

namespace hotsite::contract {
namespace {

using model::Comparator;
using requirements::Kind;
using requirements::Requirement;
using requirements::ValueType;

Requirement Row(std::string key, ValueType type, std::string value = {}, Comparator comparator = Comparator::kExactly) {
  Requirement row;
  row.id = "MEM-001";
  row.key = std::move(key);
  row.kind = value.empty() ? Kind::kQuestion : Kind::kDemand;
  row.type = type;
  row.value = std::move(value);
  row.comparator = comparator;
  row.subject = "VMPROD";
  return row;
}

const Requirement kMemory = Row("mem/VMPROD/central", ValueType::kMemory, "24 GiB", Comparator::kAtLeast);
const Requirement kDevices = Row("devices/UPLINK/VMPROD", ValueType::kDevices);
const Requirement kFrame = Row("hipersockets/HS/frame", ValueType::kFrame, "24 KiB");
const Requirement kKind = Row("place/VMPROD/kind", ValueType::kText, "logical partition");
const Requirement kDedicated = Row("cpu/VMPROD/dedicated", ValueType::kText, "dedicated");

Requirement CountRow() {
  Requirement row = Row("cpu/VMPROD/count", ValueType::kCount, "3", Comparator::kAtLeast);
  row.attribute = "logical processors";
  return row;
}

/// The canonical value, or `! ` and why there is none.
std::string Said(const Requirement& row, std::string_view text) {
  const ReadValue read = Read(row, text);
  CHECK(read.value.has_value() == read.problem.empty());
  CHECK_FALSE(read.expected.empty());
  return read.value ? read.value->text : "! " + read.problem;
}

bool IsRefused(const Requirement& row, std::string_view text) { return !Read(row, text).value; }

TEST_CASE("memory is read as people write it") {
  for (const char* text : {"24 GiB", "24GiB", "24G", "24 g", "24 GB", "24gb", "24576 MB", "24,576M", "24 576 MB",
                           "24\u00A0GB", "\"24 GB\"", "24576", "24", "at least 24 GB", ">= 24 GiB", " 24 GiB "}) {
    CAPTURE(text);
    CHECK(Said(kMemory, text) == "24 GiB");
  }
  CHECK(Said(kMemory, "10 GB") == "10 GiB");
  CHECK(Read(kMemory, "10 GB").taken == "`10 GB` as 10 GiB");
  CHECK(Read(kMemory, "10 GiB").taken == "");
}

TEST_CASE("memory isn't guessed") {
  for (const char* text : {"32", "24 K", "24.576", "24.576 GB", "1,500 TB", "twenty-four", "24 GB or 32 GB", "24 GB?",
                           "-24 GiB", "24 GiB (shared)", "0x18 GiB", "99999999999999999999 GiB", "24 PB PB", "1,5"}) {
    CAPTURE(text);
    CHECK(IsRefused(kMemory, text));
  }
}

TEST_CASE("device numbers are read as people write them") {
  CHECK(Said(kDevices, "0600") == "0600");
  CHECK(Said(kDevices, "0600-0602") == "0600-0602");
  for (const char* text :
       {"0600-0602, 0700", "0600 - 0602,0700", "0600\u20130602; 0700", "0600 to 0602 and 0700",
        "X'0600'-X'0602', X'0700'", "x'0600' - x'0602' x'0700'", "x\u20190600\u2019-x\u20190602\u2019, 0700",
        "0x0600-0x0602 0x0700", "devices 0600-0602, 0700", "0600-0602\n0700", "0.0.0600-0.0.0602, 0.0.0700",
        "0600-0602 (3 devices), 0700 (1 device)"}) {
    CAPTURE(text);
    CHECK(Said(kDevices, text) == "0600-0602, 0700");
  }
  CHECK(Said(kDevices, "c00") == "0C00");
  CHECK(Said(kDevices, "7000 7001 7002") == "7000-7002");
  CHECK(Said(kDevices, "FFFE, FFFF, 0000") == "FFFE-FFFF, 0000");
  CHECK(Said(kDevices, "0c00-0c05") == "0C00-0C05");
  CHECK(Said(kDevices, "1E05") == "1E05");
  CHECK(Said(kDevices, "'0600") == "0600");
}

TEST_CASE("a CHPID beside device numbers is none of them") {
  for (const char* text : {"CHPID F0, 7000-7002", "CHPID F0: 7000-7002", "chpid f0 7000-7002", "CHPID=F0 7000-7002",
                           "7000-7002 CHPID F0"}) {
    CAPTURE(text);
    const ReadValue read = Read(kDevices, text);
    REQUIRE(read.value);
    CHECK(read.value->text == "7000-7002");
    CHECK(read.value->chpids == std::vector<std::string>{"F0"});
  }
  CHECK(Read(kDevices, "CHPIDs F0 and F1, 7000-7002").value->chpids == std::vector<std::string>{"F0", "F1"});
}

TEST_CASE("what a spreadsheet makes of device numbers is recognised and refused") {
  for (const char* text :
       {"600", "6", "1E+05", "1.00E+05", "1,00E+05", "6.00E+02", "100000", "600.0", "600,00", "1-Jun", "01-Jun",
        "Jun-09", "01.06.2009", "6/1/2009", "2009-06-01", "1E5", "600-602", "0600, 1E+05"}) {
    CAPTURE(text);
    const ReadValue read = Read(kDevices, text);
    CHECK_FALSE(read.value);
    CHECK(read.damaged);
  }
}

TEST_CASE("device numbers aren't guessed") {
  for (const char* text : {"06", "0600-02", "0602-0600", "0600, 0600", "0600-0602, 0601", "0G00", "06000", "0600/3",
                           "OSA 0600", "first free", "0600-", "-0602", "CHPID F0", "0600..0602,", "0600-0602-0604"}) {
    CAPTURE(text);
    const ReadValue read = Read(kDevices, text);
    CHECK_FALSE(read.value);
  }
  CHECK(Said(kDevices, "0600-0602, 0601") == "! names 0601 twice");
}

TEST_CASE("frame sizes") {
  CHECK(Said(kFrame, "24 KiB") == "24 KiB");
  CHECK(Said(kFrame, "24K") == "24 KiB");
  CHECK(Said(kFrame, "24 KB") == "24 KiB");
  CHECK(Said(kFrame, "24") == "24 KiB");
  CHECK(Said(kFrame, "64") == "64 KiB");
  CHECK(Said(kFrame, "40 KiB") == "40 KiB");
  CHECK(IsRefused(kFrame, "40"));
  CHECK(IsRefused(kFrame, "32 KiB"));
}

TEST_CASE("counts that a vendor answers") {
  const Requirement row = CountRow();
  for (const char* text : {"3", "3.00", "3,0", "3 CPs", "3 logical processors", "3 processors", "at least 3", "03"}) {
    CAPTURE(text);
    CHECK(Said(row, text) == "3");
  }
  for (const char* text : {"3 or 4", "3 shared", "three", "3-4", "3 of 4", "-3", "3.5", "3E+00", "9999999999", "3%"}) {
    CAPTURE(text);
    CHECK(IsRefused(row, text));
  }
  CHECK(Read(row, "0").value->nothing);
  Requirement vlan = Row("net/OFFICE/UPLINK/vlan", ValueType::kCount, "110");
  vlan.attribute = "VLAN";
  CHECK(Said(vlan, "VLAN 110") == "110");
}

TEST_CASE("placement") {
  for (const char* text :
       {"logical partition", "LPAR", "Logical Partition", "LPAR 5", "native LPAR", "PR/SM partition"}) {
    CAPTURE(text);
    CHECK(Said(kKind, text) == "logical partition");
  }
  for (const char* text : {"guest of VENDORVM", "a guest of VENDORVM", "under VENDORVM", "guest of our z/VM VENDORVM",
                           "guest of the vendor's z/VM system VENDORVM", "z/VM guest under VENDORVM in LPAR 3"}) {
    CAPTURE(text);
    CHECK(Said(kKind, text) == "guest of VENDORVM");
  }
  for (const char* text : {"guest", "second level guest", "virtual machine", "under the vendor's z/VM", "under VM",
                           "guest of z/VM in LPAR 3", "LPAR under VM"}) {
    CAPTURE(text);
    CHECK(Said(kKind, text) == "guest");
  }
  for (const char* text : {"not a partition", "LPAR or guest", "partition, no guest", "yes and no", "z/VM", "CEC 2"}) {
    CAPTURE(text);
    CHECK(IsRefused(kKind, text));
  }
}

TEST_CASE("the z/VM that a guest is of is a name in capitals") {
  CHECK(Said(kKind, "guest of z/VM 5.4 system VM5") == "guest of VM5");
  CHECK(Said(kKind, "guest under second level VM") == "guest");
  CHECK(Said(kKind, "guest of our own z/VM") == "guest");
  CHECK(Said(kKind, "GUEST OF THE VENDOR'S Z/VM") == "guest");
}

TEST_CASE("names") {
  const Requirement row = Row("hipersockets/HS/members", ValueType::kNames, "PRODA, PRODB, VMPROD");
  CHECK(Said(row, "PRODA, PRODB and VMPROD") == "PRODA, PRODB, VMPROD");
  CHECK(Said(row, "PRODA only") == "PRODA");
  CHECK(Read(row, "all").value->as_asked);
  for (const char* text : {"all but VMPROD", "not VMPROD", "PRODA or PRODB", "PRODA without PRODB", ""}) {
    CAPTURE(text);
    CHECK(IsRefused(row, text));
  }
}

TEST_CASE("one of two things") {
  CHECK(Said(kDedicated, "Dedicated") == "dedicated");
  CHECK(Said(kDedicated, "not shared") == "dedicated");
  CHECK(Said(kDedicated, "shared") == "shared");
  CHECK(Said(kDedicated, "not dedicated") == "shared");
  CHECK(IsRefused(kDedicated, "dedicated or shared"));
  CHECK(IsRefused(kDedicated, "if free"));
}

TEST_CASE("words that any row can be answered with") {
  CHECK(Read(kMemory, "none").value->nothing);
  CHECK(Read(kMemory, "Not available.").value->nothing);
  CHECK(Read(kMemory, "as requested").value->as_asked);
  CHECK(Read(kMemory, "as requested").value->text == "24 GiB");
  CHECK(Read(kDevices, "TBD").to_come);
  CHECK(IsRefused(kDevices, "TBD"));
  CHECK(IsRefused(kDevices, "yes"));
  CHECK(IsRefused(kMemory, "n/a"));
  CHECK(IsRefused(kMemory, "-"));
  CHECK(IsRefused(kMemory, ""));
  CHECK(IsRefused(kDevices, " \u200B "));
}

TEST_CASE("a value keeps a demand by its comparator") {
  const auto keeps = [](const Requirement& row, std::string_view text) {
    const ReadValue read = Read(row, text);
    REQUIRE(read.value);
    return Keeps(row, *read.value);
  };
  CHECK(keeps(kMemory, "24 GiB"));
  CHECK(keeps(kMemory, "32 GiB"));
  CHECK_FALSE(keeps(kMemory, "10 GiB"));
  CHECK_FALSE(keeps(kMemory, "none"));
  CHECK(keeps(kMemory, "as requested"));
  CHECK(keeps(kFrame, "24 KiB"));
  CHECK_FALSE(keeps(kFrame, "64 KiB"));
  CHECK(keeps(kKind, "LPAR"));
  CHECK_FALSE(keeps(kKind, "guest"));
  const Requirement guest = Row("place/PRODA/kind", ValueType::kText, "guest of VENDORVM");
  CHECK(keeps(guest, "guest of VENDORVM"));
  CHECK(keeps(guest, "a guest"));
  CHECK_FALSE(keeps(guest, "guest of VM5"));
  CHECK_FALSE(keeps(guest, "LPAR"));
  const Requirement asked = Row("devices/U/V", ValueType::kDevices, "0C00-0C0F, 0D00 (1 device)");
  CHECK(keeps(asked, "0C00-0C07, 0C08-0D00"));
  CHECK_FALSE(keeps(asked, "0C00-0C0F"));
  const Requirement names = Row("hipersockets/HS/members", ValueType::kNames, "PRODA, PRODB, VMPROD");
  CHECK(keeps(names, "PRODA, PRODB and VMPROD"));
  CHECK(keeps(names, "VMPROD, PRODB, PRODA, TEST"));
  CHECK_FALSE(keeps(names, "PRODA, PRODB"));
  const Requirement ready = Row("schedule/ready", ValueType::kTime, "2009-10-05 04:00", Comparator::kAtMost);
  CHECK(keeps(ready, "2009-10-04 20:00"));
  CHECK(keeps(ready, "2009-10-05T04:00"));
  CHECK_FALSE(keeps(ready, "2009-10-05 08:00"));
  const Requirement engines = Row("cpu/VMPROD/type", ValueType::kText, "CP or IFL");
  CHECK(keeps(engines, "IFLs"));
  CHECK_FALSE(keeps(engines, "zIIP"));
  CHECK(IsRefused(engines, "CP or IFL"));
  CHECK_FALSE(keeps(kDevices, "none"));
  CHECK(keeps(Row("vlan/OFFICE", ValueType::kText), "none"));
  CHECK(keeps(Row("model/CEC", ValueType::kText), "2097-E26"));
}

}  // namespace
}  // namespace hotsite::contract
