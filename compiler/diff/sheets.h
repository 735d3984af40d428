// The makers of sheets, a file per group of things. What a spec says of a thing at a site is said once, in the sheet of
// its placement; the sheet of the system holds what isn't a matter of sites. What a system declares for wherever it
// runs stands in a sheet of its own, which is silent where a placement tells the change (Sheet::unless_told).
#pragma once

#include <string>
#include <vector>

#include "compiler/diff/sheet.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {

/// What a system is (sheets_system.cpp). Without a description: only what has no counterpart needs one.
Sheet SheetOf(const View& view, model::SystemId system);
/// `Linux guest of VMPROD: sles_10_sp2, 1 GiB, nic 0600 on OFFICE, at home and hotsite` (describe_system.cpp).
std::string DescriptionOf(const View& view, model::SystemId system);
/// What a system declares of itself: what a site may say otherwise (sheets_declared.cpp).
void AddDeclared(const View& view, model::SystemId system, std::vector<Sheet>& sheets);
/// The disks of a system, and the paths to SCSI disks that it declares (sheets_storage.cpp).
void AddStorage(const View& view, model::SystemId system, std::vector<Sheet>& sheets);
/// `volumes` statements of one thing, a sheet for each use; `owner` is its sheet, of which key,
/// subject and `recovery` are used (sheets_volumes.cpp).
void AddVolumes(const View& view, const std::vector<model::Volumes>& volumes, const Sheet& owner,
                std::vector<Sheet>& sheets);
/// Where a system runs at a site, and what it gets there (sheets_placement.cpp).
void AddPlacement(const View& view, model::PlacementId placement, std::vector<Sheet>& sheets);
/// Where volumes and SCSI disks of a placed system are (sheets_placed_storage.cpp). `place`: the placement's sheet.
void AddPlacedStorage(const View& view, const model::Placement& placement, const Sheet& place,
                      std::vector<Sheet>& sheets);

}  // namespace hotsite::diff
