// An answer's value, read by what its row asks for. The vendor writes it by hand, so what people write for the same
// thing is understood (24G, 0c00 - 0c05, LPAR), and what can't be sure is refused instead of guessed: device numbers
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
  /// Canonical, as a spec would have it: `24 GiB`; `0C00-0C05, 0D00-0D02`; `logical partition`, `guest of VENDORVM` or,
  /// where no z/VM is named, `guest`; `dedicated`, `shared`; `CP`; `none`. Free text as it was written.
  std::string text;
  std::vector<DeviceRange> devices;  // of device numbers
  std::vector<std::string> chpids;   // that were named beside device numbers: F0
  std::vector<std::string> names;    // of names; of `guest of VENDORVM`, VENDORVM
  std::uint64_t amount = 0;          // memory: MiB; frame size: KiB; a count: the number
  bool nothing = false;              // `none`, `no`: what was asked for isn't there at all
  bool as_asked = false;             // `as requested`: the rest is what the row asks for
};

struct ReadValue {
  std::optional<Value> value;
  std::string problem;   // why there is none, completing "`600` …": "isn't a memory size"
  std::string expected;  // "a memory size such as `24 GiB`"
  std::string taken;     // how it was understood where it had another form: "`24 GB` as 24 GiB"; empty: as it stands
  bool damaged = false;  // it looks as a spreadsheet leaves device numbers
  bool to_come = false;  // `TBD`: there will be an answer
};

/// Reads what was answered to `row`.
ReadValue Read(const requirements::Requirement& row, std::string_view text);

/// Whether a promised value keeps what the row demands, by its comparator; a row without a value is kept by any, but
/// not by `none` where something has to be. Of names each must be there, and of ranges each device number. Free text (a
/// machine's title) keeps every demand: only a person can tell.
bool Keeps(const requirements::Requirement& row, const Value& value);

}  // namespace hotsite::contract
