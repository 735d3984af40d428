// Quantities as people write them: `24 GB`, `24,576M`, `24K`, `3 CPs`.
#pragma once

#include <string_view>

#include "compiler/contract/value.h"

namespace hotsite::contract {

/// Storage of a machine is counted in powers of two, so `24 GB` is 24 GiB; a number without a unit is one only where it
/// is the number that was asked for.
ReadValue ReadMemory(const requirements::Requirement& row, std::string_view plain);

/// The four HiperSockets frame sizes, also without a unit, but not 40: that may be the size, and it may be the CHPARM
/// of 24 KiB (IOCP User's Guide: CHPARM=40).
ReadValue ReadFrame(std::string_view plain);

/// A number, and behind it at most the words that the row has for what is counted.
ReadValue ReadCount(const requirements::Requirement& row, std::string_view plain);

/// `1, 2, 5`.
ReadValue ReadNumbers(std::string_view plain);

/// `4 CP, 2 IFL`.
ReadValue ReadEngineCounts(std::string_view plain);

}  // namespace hotsite::contract
