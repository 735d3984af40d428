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

/// The NICs of a placed system, its z/VM's TCP/IP stack's too: what they are and what they get (sheets_nics.cpp).
void AddNics(const View& view, model::PlacementId placement, std::vector<Sheet>& sheets);
/// What a NIC or an uplink is attached to, and by which real devices (sheets_nics.cpp).
void AddAttachment(const View& view, const model::Placement& placement, const model::Attachment& attachment, Span span,
                   Sheet& sheet);
/// Vswitches, guest LANs and bridges of a placed hypervisor (sheets_lans.cpp).
void AddLans(const View& view, model::PlacementId placement, std::vector<Sheet>& sheets);
/// NICs and LANs of a system that is placed nowhere (sheets_unplaced.cpp), as declared (the files above). With
/// UnplacedKey, so that they aren't told as gone when the system gets a place.
void AddUnplacedNics(const View& view, model::SystemId system, std::vector<Sheet>& sheets);
void AddUnplacedLans(const View& view, model::SystemId system, std::vector<Sheet>& sheets);
void AddUnplaced(const View& view, model::SystemId system, std::vector<Sheet>& sheets);
/// Routes and virtual addresses of a system (sheets_routes.cpp).
void AddRoutes(const View& view, model::SystemId system, std::vector<Sheet>& sheets);

/// Everything but the systems (sheets_shop.cpp).
void AddShop(const View& view, std::vector<Sheet>& sheets);
/// A site and its machines (sheets_sites.cpp).
void AddSite(const View& view, model::SiteId site, std::vector<Sheet>& sheets);
/// Image profiles (sheets_partitions.cpp).
void AddPartition(const View& view, model::PartitionId partition, std::vector<Sheet>& sheets);
/// OSAs and HiperSockets, FCP and FICON channels, and what is given of them to whom (sheets_channels.cpp).
void AddCarrier(const View& view, model::CarrierId carrier, std::vector<Sheet>& sheets);
void AddChannel(const View& view, model::ChannelId channel, std::vector<Sheet>& sheets);
/// A network, and its addressing at each site (sheets_networks.cpp).
void AddNetwork(const View& view, model::NetworkId network, std::vector<Sheet>& sheets);
/// Single system images and sysplexes (sheets_groups.cpp).
void AddGroups(const View& view, std::vector<Sheet>& sheets);
/// Vendor, days and people (sheets_agreement.cpp).
void AddAgreement(const View& view, std::vector<Sheet>& sheets);
/// Licensed products, replication (sheets_products.cpp).
void AddDependences(const View& view, std::vector<Sheet>& sheets);
/// `accept` and `require` (sheets_judgement.cpp).
void AddJudgements(const View& view, std::vector<Sheet>& sheets);
/// Entries of the library (sheets_library.cpp).
void AddLibrary(const View& view, std::vector<Sheet>& sheets);

}  // namespace hotsite::diff
