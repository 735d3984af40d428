// Compares the request with one that was issued, and the issued ones with each other.
#pragma once

#include <string>
#include <vector>

#include "compiler/diff/changes.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::diff {

/// What changed between revision `since` of the ledger (counted from 1) and `now`, which is about the recovery of that
/// name: the days of another year's test are neither earlier nor later than last year's, they are others.
Changes Compare(const requirements::Ledger& ledger, unsigned since, const requirements::Requirements& now,
                const std::string& recovery);

/// What each revision changed in the one before: as many as the ledger has, in their order. Reasons aren't kept, so
/// there are none.
std::vector<Changes> History(const requirements::Ledger& ledger);

}  // namespace hotsite::diff
