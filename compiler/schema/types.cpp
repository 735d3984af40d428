// What the operand types are called in messages and how they are written.
#include "compiler/schema/schema.h"

namespace hotsite::schema {
namespace {

struct TypeInfo {
  Type type;
  std::string_view description;
  std::string_view example;
};

constexpr TypeInfo kTypes[] = {
    {Type::kName, "a name", "VMPROD"},
    {Type::kBase, "a profile or an entry of the standard library", "zvm_5_4"},
    {Type::kSystem, "the name of a system", "VMPROD"},
    {Type::kNetwork, "the name of a network", "OFFICE"},
    {Type::kLibrary, "an entry of the standard library", "3390_9"},
    {Type::kModule, "a file or a part of the standard library", "\"systems.dr\""},
    {Type::kText, "text in quotes", "\"WebSphere\""},
    {Type::kWord, "a word", "3592"},
    {Type::kChoice, "one of a few words", ""},
    {Type::kCount, "a whole number", "4"},
    {Type::kVersion, "a version", "5.4"},
    {Type::kRatio, "a ratio", "1.5"},
    {Type::kPercent, "a percentage", "5%"},
    {Type::kMemory, "a memory size", "24 GiB"},
    {Type::kMemoryOrNone, "a memory size or `none`", "4 GiB"},
    {Type::kFrame, "a frame size", "24 KiB"},
    {Type::kDevice, "a device number", "0600"},
    {Type::kDevices, "a range of device numbers", "0600-060F"},
    {Type::kAddress, "an address", "OFFICE[21]"},
    {Type::kIp, "an IP address", "10.20.30.21"},
    {Type::kSubnet, "a subnet", "10.20.30.0/24"},
    {Type::kMac, "a MAC address", "02:00:0A:00:00:01"},
    {Type::kMacPrefix, "a prefix of MAC addresses", "020009"},
    {Type::kEngine, "a processor type", "IFL"},
    {Type::kEngines, "processor types", "CP or IFL"},
    {Type::kEngineCount, "a number of processors of a type", "3 IFL"},
    {Type::kDuration, "a duration", "4 h"},
    {Type::kTime, "a time", "2009-10-05 08:00"},
    {Type::kDate, "a date", "2009-10-05"},
    {Type::kZone, "a time zone", "America/New_York"},
    {Type::kExtent, "a range of cylinders", "1..10016"},
    {Type::kRange, "a range or a list", "1..4"},
    {Type::kComparator, "`at least`, `at most` or `exactly`", "at least"},
    {Type::kBackup, "a backup plan", "weekly flashcopy then tape"},
    {Type::kVolser, "a volume label", "VMPG01"},
    {Type::kUserid, "a user ID", "DTCVSW1"},
    {Type::kDomain, "a domain", "\"example.com\""},
    {Type::kCode, "a code", "HS2001"},
    {Type::kDestination, "a network, a subnet or `default`", "DATABASE"},
    {Type::kIndex, "a whole number from 0", "3"},
    {Type::kLoadParameter, "a load parameter", "0A8200M1"},
    {Type::kWwpn, "a WWPN", "5005076300C20B8E"},
    {Type::kLun, "a LUN", "4010400000000000"},
    {Type::kExpression, "a value", "20"},
    {Type::kKind, "a kind of thing", "linux"},
    {Type::kCondition, "a condition", "count of nic at least 2"},
    {Type::kRequirement, "a row of the request", "MEM-001"},
    {Type::kAnswer, "an answer", "24 GiB"},
};

const TypeInfo& InfoOf(Type type) { return kTypes[static_cast<std::size_t>(type)]; }

constexpr bool InOrder() {
  std::size_t index = 0;
  for (const TypeInfo& info : kTypes) {
    if (static_cast<std::size_t>(info.type) != index++) return false;
  }
  return true;
}
static_assert(InOrder(), "kTypes stands in the order of enum Type");

}  // namespace

std::string_view DescriptionOf(Type type) { return InfoOf(type).description; }
std::string_view ExampleOf(Type type) { return InfoOf(type).example; }

}  // namespace hotsite::schema
