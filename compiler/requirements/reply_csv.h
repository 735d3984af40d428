// The rows of a request for a spreadsheet (RFC 4180), with cells for the answers: a form of the request, and what goes
// with a reminder. The columns that are read back stand first and stay.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// `2009 revision 2 9f86d081884c`: which request a row belongs to. Twelve digits of the spec's digest tell
/// revisions apart; revision 0 is a draft.
std::string RequestName(std::string_view recovery, unsigned revision, std::string_view digest);

/// No cell is taken for a formula by a spreadsheet. `request` stands in each row, since tables are sorted, cut and
/// pasted.
std::string ReplyCsv(std::string_view request, const std::vector<const Requirement*>& rows);

}  // namespace hotsite::requirements
