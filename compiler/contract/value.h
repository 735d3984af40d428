// An answer's value, read by what its row asks for. The vendor writes it by hand, so what people write for the same
// thing is understood (24G, 0c00 - 0c05, "No"), and what can't be sure is refused instead of guessed: device numbers
// that a spreadsheet has damaged (600 for 0600, 1E+05 for 1E05) above all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/requirements/requirement.h"
#include "compiler/values/device_number.h"

namespace hotsite::contract {

/// A value that could be read.
struct Value {
  std::string text;                  // canonical, as a spec would have it: 24 GiB; 0C00-0C05, 0D00-0D02
  std::vector<DeviceRange> devices;  // ValueType::kDevices
  std::vector<std::string> names;    // ValueType::kNames
  std::uint64_t amount = 0;          // kMemory: bytes; kFrame: bytes; kCount: the number
  bool nothing = false;              // `none`, `no`: what was asked for isn't there at all
};

struct ReadValue {
  std::optional<Value> value;
  std::string problem;   // why there is none, in words: "isn't a memory size"
  std::string expected;  // "a memory size such as `24 GiB`"
  bool damaged = false;  // it looks as a spreadsheet leaves device numbers
};

/// Reads what was answered to `row`.
ReadValue Read(const requirements::Requirement& row, std::string_view text);

/// Whether a promised value keeps what the row demands, by its comparator; a row without a value is kept by any. Of
/// names each must be there, and of ranges each device number.
bool Keeps(const requirements::Requirement& row, const Value& value);

}  // namespace hotsite::contract
