// What became of a row in earlier years: `use "contract-2007.dr"` in the spec of 2008 lets the request remind the
// vendor of what it deviated from, answered wrong or left open then.
#pragma once

#include <vector>

#include "compiler/model/contract.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::contract {

/// Fills in Requirement::past of rows that are asked again, by their identifiers. Each contract is compared with the
/// revision that it answers, as the ledger has it; where it names none that the ledger knows, only what it says by
/// itself counts: deviations and rows without an answer. Editions and digests don't change by it.
void AddPast(const std::vector<model::Contract>& contracts, const requirements::Ledger& ledger,
             requirements::Requirements& requirements);

}  // namespace hotsite::contract
