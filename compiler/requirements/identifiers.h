// Gives requirements their identifiers from the ledger. Derive's last step.
#pragma once

#include "compiler/model/model.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// A key that the ledger knows keeps its identifier; one that it knows under the old name of a renamed system takes
/// that one; any other takes the next number of its category that was never used.
void Identify(const model::Model& model, const Ledger& ledger, std::vector<Requirement>& rows);

}  // namespace hotsite::requirements
