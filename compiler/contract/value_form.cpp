#include "compiler/contract/value_form.h"

#include <array>

namespace hotsite::contract {
namespace {

using requirements::ValueType;

/// A family of keys: the first part, and the last one where it tells two families apart. Rows of requirements/*.cpp and
/// the keys of holes (check/build_*.cpp) whose type is text; the first that fits counts.
struct Family {
  std::string_view first, last;
  RowForm row;
};

constexpr std::array kFamilies{
    Family{"place", "kind", {Form::kPlacement}},
    Family{"cpu", "type", {Form::kEngines}},
    Family{"cpu", "dedicated", {Form::kDedication}},
    Family{"cpu", "capping", {Form::kCapping}},
    Family{"cpu", "capacity", {Form::kExact}},
    Family{"net", "home", {Form::kConnection}},
    Family{"net", "subnet", {Form::kSubnet}},
    Family{"net", "gateway", {Form::kAddress}},
    Family{"software", "release", {Form::kExact}},
    Family{"software", "timezone", {Form::kExact}},
    Family{"software", "serial", {Form::kExact}},
    Family{"load", "parameter", {Form::kExact}},
    Family{"replication", "", {Form::kDuration}},
    // Questions of the spec.
    Family{"processors", "", {Form::kCount}},
    Family{"engines", "", {Form::kEngineCounts}},
    Family{"memory", "", {Form::kMemory}},
    Family{"memory_maximum", "", {Form::kMemory, true}},
    Family{"xstore", "", {Form::kMemory, true}},
    Family{"weight", "", {Form::kCount}},
    Family{"capacity", "", {Form::kExact}},
    Family{"chpids", "", {Form::kCount}},
    Family{"frame", "", {Form::kFrame}},
    Family{"tape", "", {Form::kCount}},
    Family{"subnet", "", {Form::kSubnet}},
    Family{"gateway", "", {Form::kAddress, true}},
    Family{"dns", "", {Form::kAddress, true}},
    Family{"domain", "", {Form::kFree, true}},
    Family{"mtu", "", {Form::kCount}},
    Family{"vlan", "", {Form::kCount, true}},
    Family{"volumes", "", {Form::kDevices}},
    Family{"devices", "", {Form::kDevices}},
    Family{"load", "", {Form::kDevices}},
    Family{"load_parameter", "", {Form::kExact, true}},
    Family{"consoles", "access", {Form::kFree}},
    Family{"consoles", "hmc", {Form::kFree}},
    Family{"consoles", "", {Form::kDevices}},
    Family{"crypto", "", {Form::kNumbers, true}},
    Family{"wwpn", "", {Form::kWwpn}},
    Family{"lun", "", {Form::kLun}},
    Family{"controllers", "", {Form::kNames, true}},
    Family{"milestone", "", {Form::kTime}},
};

/// In the order of the forms.
constexpr std::array<std::string_view, 20> kExpected{
    "words",
    "a value without further words",
    "a memory size such as `24 GiB`",
    "a frame size: `16 KiB`, `24 KiB`, `40 KiB` or `64 KiB`",
    "a number",
    "device numbers of four hex digits such as `0C00-0C05, 0D00`",
    "a time such as `2009-10-05 08:00`",
    "a duration such as `15 min`",
    "names with commas between them",
    "numbers with commas between them",
    "`logical partition`, or `guest of` and the z/VM's name",
    "`dedicated` or `shared`",
    "`capped` or `not capped`",
    "`connected` or `isolated`",
    "a processor type such as `CP` or `IFL`",
    "numbers of processors by type such as `4 CP, 2 IFL`",
    "a subnet such as `10.20.30.0/24`",
    "an address such as `10.20.30.1`",
    "a WWPN of 16 hex digits such as `5005076300C20B8E`",
    "a LUN of 16 hex digits such as `4010400000000000`",
};
static_assert(kExpected.size() == static_cast<std::size_t>(Form::kLun) + 1);

/// The parts of a key without `@site` and what tells equal ones apart.
std::string_view FirstOf(std::string_view key) { return key.substr(0, key.find('/')); }

std::string_view LastOf(std::string_view key) {
  const std::string_view last = key.substr(key.rfind('/') + 1);
  return last.substr(0, last.find_first_of("@#"));
}

Form FormOf(ValueType type) {
  switch (type) {
    case ValueType::kMemory:
      return Form::kMemory;
    case ValueType::kCount:
      return Form::kCount;
    case ValueType::kDevices:
      return Form::kDevices;
    case ValueType::kTime:
      return Form::kTime;
    case ValueType::kFrame:
      return Form::kFrame;
    case ValueType::kNames:
      return Form::kNames;
    case ValueType::kNone:
    case ValueType::kText:
      break;
  }
  return Form::kFree;
}

}  // namespace

RowForm FormOf(const requirements::Requirement& row) {
  if (row.type != ValueType::kText) return {FormOf(row.type)};
  const bool demanded = row.kind != requirements::Kind::kQuestion;
  for (const Family& family : kFamilies) {
    if (family.first != FirstOf(row.key) || (!family.last.empty() && family.last != LastOf(row.key))) continue;
    // What a crypto feature is configured as; its domains are a question.
    if (family.row.form == Form::kNumbers && demanded) return {Form::kFree};
    return family.row;
  }
  return {};
}

std::string_view ExpectedOf(Form form) { return kExpected[static_cast<std::size_t>(form)]; }

}  // namespace hotsite::contract
