// Processor types of an IBM Z machine and counts of them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/values/parsed.h"

namespace hotsite {

/// What a processor is characterised as (PR/SM Planning Guide). zAAP ended with zEC12.
enum class EngineType : std::uint8_t { kCp, kIfl, kZiip, kZaap, kIcf };

/// `CP`, `IFL`, `zIIP`, `zAAP`, `ICF`; any case is read.
Parsed<EngineType> ParseEngineType(std::string_view text);
std::string ToString(EngineType type);

/// `2 IFL` of a machine.
struct EngineCount {
  unsigned count = 0;
  EngineType type = EngineType::kCp;
  std::string ToString() const;
  friend auto operator<=>(const EngineCount&, const EngineCount&) = default;
};

/// The types that would do, in the order written: `CP or IFL`. Empty: nothing said.
struct EngineChoice {
  std::vector<EngineType> types;
  bool Allows(EngineType type) const;
  std::string ToString() const;  // `CP or IFL`
  friend bool operator==(const EngineChoice&, const EngineChoice&) = default;
};

}  // namespace hotsite
