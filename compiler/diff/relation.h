// Whether a row asks for more or for less than an earlier one. A row stands for all that satisfies it: one is tighter
// when everything that satisfies it satisfied the earlier one too, and not the other way round.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/requirements/ledger.h"

namespace hotsite::diff {

enum class Relation : std::uint8_t {
  kSame,
  kTighter,
  kLooser,
  kOther,  // neither contains the other, or the values can't be compared
};

/// Which way the figure went; kNone where both have the same, or there is none.
enum class Direction : std::uint8_t { kNone, kUp, kDown };

struct Step {
  Relation relation = Relation::kSame;
  Direction direction = Direction::kNone;
};

/// Compares kind, comparator and value; sentences aren't looked at.
Step Relate(const requirements::IssuedRow& before, const requirements::IssuedRow& now);

/// The parts of a value of type kNames, and the alternatives of a choice: `PRODA, PRODB`, `CP or IFL`.
std::vector<std::string> PartsOf(std::string_view value, std::string_view separator);

}  // namespace hotsite::diff
