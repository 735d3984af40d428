// The makers of sheets, a file per group of things. What a spec says of a thing at a site is said once, in the sheet of
// its placement; the sheet of the system holds what isn't a matter of sites.
#pragma once

#include <vector>

#include "compiler/diff/sheet.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {

void AddSystem(const View& view, model::SystemId system, std::vector<Sheet>& sheets);           // sheets_system.cpp
void AddPlacement(const View& view, model::PlacementId placement, std::vector<Sheet>& sheets);  // sheets_placement.cpp

// Of a system and its placements: what joins it to networks.
void AddNics(const View& view, model::PlacementId placement, std::vector<Sheet>& sheets);    // sheets_nics.cpp
void AddUnplacedNics(const View& view, model::SystemId system, std::vector<Sheet>& sheets);  // sheets_nics.cpp
void AddLans(const View& view, model::PlacementId placement, std::vector<Sheet>& sheets);    // sheets_lans.cpp
void AddUnplacedLans(const View& view, model::SystemId system, std::vector<Sheet>& sheets);  // sheets_lans.cpp
void AddRoutes(const View& view, model::SystemId system, std::vector<Sheet>& sheets);        // sheets_routes.cpp
/// Into the system's own sheet: forwarded networks, addresses of its own, its cluster.
void AddAddresses(const View& view, model::SystemId system, Sheet& sheet);  // sheets_routes.cpp
/// What a NIC or an uplink is attached to, and by which real devices.
void AddAttachment(const View& view, const model::Placement& placement, const model::Attachment& attachment, Span span,
                   Sheet& sheet);  // sheets_nics.cpp

// Of the shop and its sites.
void AddNetwork(const View& view, model::NetworkId network, std::vector<Sheet>& sheets);        // sheets_networks.cpp
void AddSite(const View& view, model::SiteId site, std::vector<Sheet>& sheets);                 // sheets_sites.cpp
void AddPartition(const View& view, model::PartitionId partition, std::vector<Sheet>& sheets);  // sheets_partitions.cpp
void AddCarrier(const View& view, model::CarrierId carrier, std::vector<Sheet>& sheets);        // sheets_channels.cpp
void AddChannel(const View& view, model::ChannelId channel, std::vector<Sheet>& sheets);        // sheets_channels.cpp
void AddGroups(const View& view, std::vector<Sheet>& sheets);                                   // sheets_groups.cpp
void AddAgreement(const View& view, std::vector<Sheet>& sheets);                                // sheets_agreement.cpp
void AddDependences(const View& view, std::vector<Sheet>& sheets);                              // sheets_products.cpp
void AddJudgements(const View& view, std::vector<Sheet>& sheets);                               // sheets_judgement.cpp
void AddLibrary(const View& view, std::vector<Sheet>& sheets);                                  // sheets_library.cpp
/// All of these.
void AddShop(const View& view, std::vector<Sheet>& sheets);  // sheets_shop.cpp

}  // namespace hotsite::diff
