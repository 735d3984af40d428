// How a spec asks for real devices of a network: through the machine's carrier where there is one, else through a new
// one. Used by the rules whose way out is a carrier.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/model.h"
#include "compiler/model/segments.h"

namespace hotsite::rules {

/// The text that gives systems devices; at most one of the two is filled, none when nothing needs to be said.
struct Supply {
  std::optional<Edit> into_carrier;
  std::string new_statement;  // for the machine's block
};

/// Nothing where no edit can say it (the carrier is generated, or names whom it reaches and these aren't among them).
std::optional<Supply> SupplyDevices(const model::Model& model, const SourceMap& sources, model::MachineId machine,
                                    model::NetworkId network, const std::vector<model::SystemId>& systems,
                                    model::Carrier::Kind kind = model::Carrier::Kind::kOsa);

/// The machine's carrier of a network; nothing when it has none.
const model::Carrier* CarrierOf(const model::Model& model, model::MachineId machine, model::NetworkId network);

/// Of the partitions that these run in, directly or through z/VM systems, the systems that the carrier gives no
/// devices.
std::vector<model::SystemId> LacksDevices(const model::Model& model, const model::Carrier& carrier,
                                          const std::vector<model::Member>& members);

/// What carries the network between partitions at home; nothing when no machine there does.
const model::Carrier* CarrierAtHome(const model::Model& model, model::NetworkId network);

/// The statement of a guest LAN (of a KVM: an isolated bridge) that stands in for what carries the network at home,
/// under a name that `host` doesn't have yet. `uplink`: a KVM's bridge that isn't isolated.
std::string StandInLan(const model::Model& model, const model::Placement& host, model::NetworkId network,
                       bool uplink = false);

/// The machine's last partition or carrier, behind which a new one is written; nothing where that may not be edited.
const model::Written* LastStatementOf(const model::Model& model, model::MachineId machine);

/// A vswitch or bridge that nothing outside gives an uplink: at it a segment ends, as it does at one that is meant to
/// be local.
bool EndsAt(const model::PlacedLan& placed);

/// Members that no LAN and no carrier reaches. HS2407 tells of them, and of the switches without uplink that have the
/// same cause.
bool IsUncarried(const model::Segment& segment);

/// Whether one statement may be edited, and its text is at hand.
bool Editable(const model::Written& written);

}  // namespace hotsite::rules
