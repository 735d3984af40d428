// The rows of a request for a spreadsheet (RFC 4180), with cells for the answers: a form of the request, and what goes
// with a reminder. The columns that are read back stand first and stay.
#pragma once

#include <string>
#include <vector>

#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// No cell is taken for a formula by a spreadsheet.
std::string ReplyCsv(const std::vector<const Requirement*>& rows);

}  // namespace hotsite::requirements
