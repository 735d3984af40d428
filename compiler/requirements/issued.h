// A revision as it was issued, as rows again: what an answer to it is compared with in later years.
#pragma once

#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// The rows that were in force after revision `number`, by identifier, with the keys that they have in the ledger (none
/// where it knows none any more). Reasons, places and questions' holes aren't kept in a ledger. Empty: there is no such
/// revision.
Requirements AsIssued(const Ledger& ledger, std::size_t number);

}  // namespace hotsite::requirements
