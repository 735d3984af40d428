// Which rows of the request change with a change of a spec.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "compiler/diff/request_changes.h"
#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {

using SiteNames = std::set<std::string, std::less<>>;

/// For each change the rows that change with it, as their places in RequestChanges::rows, ascending. A row goes with
/// the changes that speak of it most closely: of the very figure that it asks for; of the thing that its key names, in
/// a section of the request that the change's topic reaches; of a thing that its difference names. `vendor_sites`: the
/// sites where a vendor provides; nothing is asked for another one.
std::vector<std::vector<std::size_t>> LinkRows(const RequestChanges& request, const SiteNames& vendor_sites,
                                               const std::vector<SpecChange>& changes);

}  // namespace hotsite::diff
