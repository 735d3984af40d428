// The steps of derive, one file per group of categories. Each adds its rows for the site that the Collector has turned
// to; only Derive calls them, in document order.
#pragma once

#include <string>
#include <vector>

#include "compiler/requirements/collector.h"
#include "compiler/requirements/sentences.h"

namespace hotsite::requirements {

void AddPlacement(Collector& out);    // placement.cpp: PLC
void AddCapacity(Collector& out);     // capacity.cpp: CPU, MEM, XST
void AddPartitions(Collector& out);   // partitions.cpp: image profiles, consoles
void AddChannels(Collector& out);     // channels.cpp: CHP
void AddConnections(Collector& out);  // connections.cpp: OSA, HSK
void AddStorage(Collector& out);      // storage.cpp: DSK, TAP
void AddGroups(Collector& out);       // groups.cpp: PLC, CHP and DSK of single system images and sysplexes
void AddNetworks(Collector& out);     // networks.cpp: NET
void AddVendorLans(Collector& out);   // vendor_lans.cpp: VSW
void AddRestore(Collector& out);      // restore.cpp: where volumes are, restore, replication
void AddIdentity(Collector& out);     // identity.cpp: SWL

// Of the recovery as a whole (people.cpp): CON, SCH, CTC.
void AddRecovery(Collector& out);

// questions.cpp.
/// The row for a `?` of the spec; `category` is where it reads best.
void AskHole(Collector& out, Category category, model::HoleId hole);
/// Every `?` that no step has asked.
void AskTheRest(Collector& out);

template <class T>
void AskIfOpen(Collector& out, Category category, const model::Stated<T>& stated) {
  if (stated.open() && !out.Asked(stated.hole())) AskHole(out, category, stated.hole());
}

// runners.cpp.
/// `z/VM system`, `KVM host`.
std::string NounOf(const model::System& system);
/// What the vendor builds at the site: what runs in partitions, and the guests of the vendor's own z/VM systems; text
/// order.
std::vector<const model::Placement*> BuiltByVendor(const Collector& out);
Runner RunnerOf(const Collector& out, const model::Placement& placement);
/// The placement that runs in `partition`; nothing where it is empty.
const model::Placement* OccupantOf(const model::Model& model, const model::Partition& partition);

}  // namespace hotsite::requirements
