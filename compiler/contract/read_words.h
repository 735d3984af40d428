// Answers in words: which of two things, and what stands for "as you asked", "there is none", "later".
#pragma once

#include <string_view>

#include "compiler/contract/value.h"

namespace hotsite::contract {

/// What an answer can say to any row, whatever it asks.
enum class Saying : std::uint8_t {
  kNothing,  // no such saying: a value
  kAsAsked,  // as requested, OK, yes
  kNone,     // none, no, not available
  kToCome,   // TBD, to follow, ?
  kUnclear,  // n/a, a dash: not available, or not applicable?
};
Saying SayingOf(std::string_view plain);

/// `logical partition`, `LPAR 5`; `guest of VENDORVM`, `under the vendor's z/VM`, `second level`.
ReadValue ReadPlacement(std::string_view plain);
/// `dedicated`, `not shared`; `shared`, `not dedicated`.
ReadValue ReadDedication(std::string_view plain);
/// `capped`, `no capping`.
ReadValue ReadCapping(std::string_view plain);
/// `connected`, `isolated`, `no connection`.
ReadValue ReadConnection(std::string_view plain);
/// One type of processor, as `CP` or `IFLs`. Of a choice it has to be one alone.
ReadValue ReadEngine(std::string_view plain);
/// `PRODA, PRODB and VMPROD`.
ReadValue ReadNames(std::string_view plain);

}  // namespace hotsite::contract
