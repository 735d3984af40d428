#include "tests/acceptance/vendor_answers.h"

#include <initializer_list>
#include <string>

namespace hotsite::acceptance {
namespace {

void Tick(Values& values, const char* part, std::initializer_list<const char*> rows) {
  for (const char* row : rows) {
    values[std::string(row) + "_" + part] = "Yes";
    values[std::string(row) + "_initials"] = "JS";
  }
}

void State(Values& values, std::initializer_list<std::pair<const char*, const char*>> answers) {
  for (const auto& [row, value] : answers) {
    values[std::string(row) + "_value"] = value;
    values[std::string(row) + "_initials"] = "JS";
  }
}

/// What the machine and its devices are is the same in both years.
void StateDevices(Values& values) {
  State(values, {{"OSA-004", "0C00-0C02, 0D00-0D02"},
                 {"OSA-005", "0C10-0C12"},
                 {"OSA-006", "0C20-0C22"},
                 {"DSK-002", "A000-A03B"},
                 {"DSK-004", "A100-A113"},
                 {"DSK-006", "A200-A218"},
                 {"SWL-001", "2097-E26"},
                 {"SWL-002", "02-1A2B3"},
                 {"SWL-003", "011A2B32097"},
                 {"SWL-004", "021A2B32097"},
                 {"SWL-005", "031A2B32097"}});
}

}  // namespace

Values AnswersOf2007() {
  Values values;
  Tick(values, "confirm", {"PLC-001", "PLC-002", "PLC-005", "CPU-001", "CPU-002", "CPU-003", "CPU-004", "CPU-005",
                           "CPU-006", "MEM-001", "MEM-002", "MEM-003", "OSA-001", "OSA-002", "OSA-003", "HSK-003",
                           "DSK-001", "DSK-003", "DSK-005", "TAP-001", "NET-001", "NET-002", "NET-003"});
  Tick(values, "deviate", {"PLC-003", "PLC-004", "CPU-007", "XST-001", "HSK-001", "HSK-002"});
  State(values, {{"MEM-003", "10 GiB"}, {"XST-001", "none"}});
  values["DEV-01_id"] = "PLC-003";
  values["DEV-01_offered"] = "guest of VENDORVM";
  values["DEV-01_effect"] = "No partition is free in October.";
  values["DEV-02_id"] = "CPU-007";
  values["DEV-02_offered"] = "shared";
  StateDevices(values);
  return values;
}

Values AnswersOf2009() {
  Values values;
  Tick(values, "confirm",
       {"PLC-001", "PLC-002", "PLC-003", "PLC-004", "PLC-005", "CPU-001", "CPU-002", "CPU-003", "CPU-004",
        "CPU-005", "CPU-006", "CPU-007", "CPU-011", "MEM-001", "MEM-002", "MEM-003", "XST-001", "OSA-001",
        "OSA-002", "OSA-003", "HSK-001", "HSK-002", "HSK-003", "DSK-001", "DSK-003", "DSK-005", "TAP-001",
        "NET-001", "NET-002", "NET-003", "CON-001", "SCH-001", "SCH-002", "SCH-003"});
  StateDevices(values);
  State(values, {{"CPU-006", "CP"},
                 {"CPU-012", "716"},
                 {"MEM-003", "32 GiB"},
                 {"HSK-004", "CHPID F0, 7000-7002"},
                 {"HSK-005", "CHPID F0, 7010-7012"},
                 {"HSK-006", "CHPID F0, 7020-7022"},
                 {"CON-002", "hotsite.example.com, port 992, logon as DRCUST"},
                 {"CTC-003", "J. Stone, +1 555 0199"}});
  return values;
}

}  // namespace hotsite::acceptance
