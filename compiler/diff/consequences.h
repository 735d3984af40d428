// What follows from a change of a spec, as far as the request tells it for certain.
#pragma once

#include <vector>

#include "compiler/diff/request_changes.h"
#include "compiler/diff/row_links.h"
#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {

/// Fills in the rows that change with each change, and what follows: what has to be paid for anew, what the vendor must
/// confirm or answer again, what is no longer owed. Rows that no change explains are appended as changes of their own,
/// so that none goes untold. `vendor_sites`: as for LinkRows.
void AddConsequences(const RequestChanges& request, const SiteNames& vendor_sites, std::vector<SpecChange>& changes);

}  // namespace hotsite::diff
