// The lines of the arrival checklist, before they are a table. Part of arrival.cpp.
#pragma once

#include <string>
#include <vector>

#include "backends/day/parts.h"

namespace hotsite::backends::day {

/// One thing to look at: one command, one answer.
struct Line {
  requirements::Repair repair = requirements::Repair::kOther;
  std::vector<std::string> ids;       // of the request; empty: our own
  std::vector<std::string> subjects;  // VMPROD; several guests that are checked alike
  std::string attribute;              // central storage
  requirements::Check check;
  std::string remark = {};  // on what is expected: what was asked, where something else was promised; may be empty
};

/// In the order in which they are checked: what is seen before the first IPL first, then by cost of repair, then as in
/// the request. Guests of the vendor's that are to be alike are one line.
std::vector<Line> LinesOf(const Day& day);

}  // namespace hotsite::backends::day
