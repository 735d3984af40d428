#include "compiler/rules/network_parts.h"

#include <algorithm>
#include <set>

#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::NetworkId;
using model::Placement;
using model::Segment;
using Cause = Separation::Cause;

/// A vswitch without uplink is HS2409's finding (or told along with others), one that is meant to be local is nobody's.
bool EndsAtVswitch(const Model& model, const Segment& segment) {
  return std::any_of(segment.lans.begin(), segment.lans.end(),
                     [&](const auto& lan) { return EndsAt(model.at(lan.first).lans[lan.second]); });
}

/// Second placements of systems are HS2004's finding, guests of a z/OS HS2002's.
bool IsMisplaced(const Model& model, const Segment& segment) {
  return std::all_of(segment.members.begin(), segment.members.end(), [&](const model::Member& member) {
    const Placement& placement = model.at(member.placement);
    return model.Find(placement.site, placement.system) != &placement ||
           (placement.host.valid() && model.SystemOf(model.at(placement.host)).is_zos());
  });
}

/// A network over a NIC's device goes the NIC's way; where that carries it not, HS2423 tells of it.
bool IsOverNic(const Model& model, const Segment& segment) {
  return std::all_of(segment.members.begin(), segment.members.end(), [&](const model::Member& member) {
    return !model.at(member.placement).nics[member.nic].has_device();
  });
}

void AddMachines(const Model& model, const std::vector<model::Member>& members, std::set<std::uint32_t>& machines) {
  for (const model::Member& member : members) machines.insert(model.at(member.placement).machine.index);
}

/// Whether the network lives on HiperSockets here: carried by them at this site, or at home and by nothing here.
bool IsHipersockets(const Model& model, const Separation& split) {
  bool carried = false;
  for (const model::MachineId machine : split.site->machines) {
    for (const model::CarrierId id : model.at(machine).carriers) {
      const model::Carrier& carrier = model.at(id);
      if (std::find(carrier.networks.begin(), carrier.networks.end(), split.network) == carrier.networks.end())
        continue;
      if (!carrier.is_osa()) return true;
      carried = true;
    }
  }
  if (carried || !split.site->recovery) return false;
  const model::Carrier* home = CarrierAtHome(model, split.network);
  return home != nullptr && !home->is_osa();
}

bool OnSeveralMachines(const Model& model, const Separation& split) {
  std::set<std::uint32_t> machines;
  AddMachines(model, split.uncarried, machines);
  for (const auto& part : split.parts) AddMachines(model, part, machines);
  return machines.size() > 1;
}

/// The first guest LAN that joins some of the members and so shuts them in.
bool FindGuestLan(const Model& model, const std::vector<const Segment*>& parts, Separation& split) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const auto& [host, index] : parts[i]->lans) {
      if (!model.at(host).lans[index].lan.is_guest_lan()) continue;
      split.host = host;
      split.lan = index;
      split.part = i;
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Separation> SeparationOf(const Model& model, const model::Site& site, NetworkId network,
                                       const std::vector<Segment>& segments) {
  Separation split;
  split.site = &site;
  split.network = network;
  std::vector<const Segment*> parts;
  std::size_t members = 0;
  for (const Segment& segment : segments) {
    if (IsMisplaced(model, segment) || (IsUncarried(segment) && IsOverNic(model, segment))) continue;
    members += segment.members.size();
    if (IsUncarried(segment)) {
      split.uncarried.insert(split.uncarried.end(), segment.members.begin(), segment.members.end());
    } else if (!EndsAtVswitch(model, segment)) {
      split.parts.push_back(segment.members);
      parts.push_back(&segment);
    }
  }
  if (split.uncarried.empty() || (members < 2 && !HasOutside(model, model.IdOf(site), network))) {
    split.uncarried.clear();
    if (split.parts.size() < 2) return std::nullopt;
  }
  if (OnSeveralMachines(model, split) && IsHipersockets(model, split)) {
    split.cause = Cause::kMachines;
  } else if (FindGuestLan(model, parts, split)) {
    split.cause = Cause::kGuestLan;
  }
  return split;
}

bool MayHave(const Model& model, const model::Site& site, Cause cause) {
  if (cause == Cause::kMachines) return site.machines.size() > 1;
  if (cause == Cause::kNoCarrier) return true;
  return std::any_of(site.placements.begin(), site.placements.end(), [&](model::PlacementId id) {
    const auto& lans = model.at(id).lans;
    return std::any_of(lans.begin(), lans.end(), [](const auto& placed) { return placed.lan.is_guest_lan(); });
  });
}

std::vector<std::string> NamesIn(const Model& model, const std::vector<model::Member>& members) {
  std::vector<std::string> names;
  for (const model::Member& member : members) {
    const std::string& name = NameOf(model, member.placement);
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  return names;
}

}  // namespace hotsite::rules
