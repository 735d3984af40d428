// Gives requirements their identifiers from the ledger. Derive's last step.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/model.h"
#include "compiler/requirements/editions.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// A key that the ledger knows keeps its identifier; one that it knows under the old name of a renamed system takes
/// that one; any other takes the next number of its category that was never used.
void Identify(const model::Model& model, const Ledger& ledger, std::vector<Requirement>& rows);

/// A row's key under other names. Names stand behind its first part, between `/`, `.`, `@` and `#`.
std::string RenamedKey(std::string_view key, const Renames& other_names);

}  // namespace hotsite::requirements
