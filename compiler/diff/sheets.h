// The makers of sheets, a file per group of things. What a spec says of a thing at a site is said once, in the sheet of
// its placement; the sheet of the system holds what isn't a matter of sites.
#pragma once

#include <vector>

#include "compiler/diff/sheet.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {

void AddSystem(const View& view, model::SystemId system, std::vector<Sheet>& sheets);           // sheets_system.cpp
void AddPlacement(const View& view, model::PlacementId placement, std::vector<Sheet>& sheets);  // sheets_placement.cpp

}  // namespace hotsite::diff
