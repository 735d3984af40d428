// OSA, HSK: the machine's connections, whom they reach, and the device numbers that only the vendor knows.
#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kChpidReason[] =
    "With fewer ports a failing one takes the network down, or its partitions share what was planned apart.";
constexpr char kFeatureReason[] = "Two ports on one feature fail together.";
constexpr char kReachReason[] = "A partition outside the access list sees none of the device numbers.";
constexpr char kDevicesReason[] = "The systems are configured with these device numbers.";
constexpr char kAskDevicesReason[] =
    "They go into the configuration of the system before the test; without them its network can not be started.";
constexpr char kHiperSocketsReason[] = "Without it the systems can not talk to each other.";
constexpr char kFrameReason[] =
    "A smaller frame drops the packets that the systems send; the MTU of every member depends on it.";
constexpr char kStandInReason[] = "A guest LAN or a real OSA can stand in, but our definitions differ.";

/// What uses the carriers of a site, found in one pass over its placements.
struct Uses {
  std::set<std::pair<model::CarrierId, model::SystemId>> granted;
  std::map<model::CarrierId, std::set<model::PlacementId>> members;
  std::map<model::HoleId, std::size_t> triplets;  // groups of three devices wanted from an open grant
};

void CountUse(const model::Placement& placement, model::PlacementId self, const model::Model& model,
              const model::Attachment& attachment, Uses& uses) {
  if (attachment.kind != model::Attachment::Kind::kDevices || !attachment.carrier.valid()) return;
  const bool granted = uses.granted.count({attachment.carrier, placement.system}) != 0;
  const model::PlacementId occupant = model.at(placement.partition).occupant;
  uses.members[attachment.carrier].insert(granted || !occupant.valid() ? self : occupant);
  if (attachment.device.open()) ++uses.triplets[attachment.device.hole()];
}

Uses UsesOf(const Collector& out) {
  const model::Model& model = out.model();
  Uses uses;
  for (const model::MachineId machine : out.site().machines) {
    for (const model::CarrierId carrier : model.at(machine).carriers) {
      for (const model::DeviceGrant& grant : model.at(carrier).grants) {
        for (const model::SystemId system : grant.systems) uses.granted.emplace(carrier, system);
      }
    }
  }
  for (const model::PlacementId id : out.site().placements) {
    const model::Placement& placement = model.at(id);
    if (!placement.partition.valid()) continue;
    for (const model::PlacedNic& nic : placement.nics) {
      if (nic.has_device()) CountUse(placement, id, model, nic.attachment, uses);
    }
    for (const model::PlacedLan& lan : placement.lans) {
      for (const model::Attachment& uplink : lan.uplinks) CountUse(placement, id, model, uplink, uses);
    }
  }
  return uses;
}

/// The systems that a carrier serves, in text order: those named by it, those with devices on it, else every partition.
Names MembersOf(const Collector& out, const model::Carrier& carrier, std::set<model::PlacementId> members) {
  const model::Model& model = out.model();
  const model::SiteId site = model.IdOf(out.site());
  const auto add = [&](const std::vector<model::SystemId>& systems) {
    for (const model::SystemId system : systems) {
      if (const model::Placement* placed = model.Find(site, system)) members.insert(model.IdOf(*placed));
    }
  };
  add(carrier.reaches);
  for (const model::DeviceGrant& grant : carrier.grants) add(grant.systems);
  if (members.empty()) {
    for (const model::PartitionId id : model.at(carrier.machine).partitions) {
      if (model.at(id).occupant.valid()) members.insert(model.at(id).occupant);
    }
  }
  Names names;
  for (const model::PlacementId id : members) names.push_back(out.NameOf(model.at(id)));
  return names;
}

void AddKnownDevices(Collector& out, const model::Carrier& carrier, const model::DeviceGrant& grant,
                     Category category) {
  Names systems;
  for (const model::SystemId system : grant.systems) systems.push_back(out.NameOf(system));
  if (systems.empty()) systems.push_back("each system that it connects");
  for (const std::string& system : systems) {
    out.Demand(category, "devices/" + carrier.name + "/" + (grant.systems.empty() ? "all" : system))
        .About(grant.systems.empty() ? carrier.name : system,
               carrier.is_osa() ? "OSA device numbers" : "HiperSockets device numbers")
        .Says(SayDevices(carrier, system, *grant.range))
        .Because(grant.range.reason(), kDevicesReason)
        .Wants(ValueType::kDevices, grant.range->ToString())
        .At(grant.range.span());
  }
}

void AddDevices(Collector& out, const model::Carrier& carrier, Category category, const Uses& uses) {
  for (const model::DeviceGrant& grant : carrier.grants) {
    if (grant.range.known()) AddKnownDevices(out, carrier, grant, category);
    for (std::size_t i = 0; i < grant.holes.size() && i < grant.systems.size(); ++i) {
      if (out.Asked(grant.holes[i])) continue;
      const auto wanted = uses.triplets.find(grant.holes[i]);
      const std::size_t triplets = wanted == uses.triplets.end() ? 1 : wanted->second;
      const std::string system = out.NameOf(grant.systems[i]);
      out.Question(category, grant.holes[i])
          .About(system, carrier.is_osa() ? "OSA device numbers" : "HiperSockets device numbers")
          .Says(AskDevices(carrier, system, triplets))
          .Because(out.model().at(grant.holes[i]).reason, kAskDevicesReason)
          .Wants(ValueType::kDevices, "")
          .InGroups({static_cast<unsigned>(triplets), 3, true});
    }
  }
}

void AddOsa(Collector& out, const model::Carrier& carrier, const Names& members) {
  AskIfOpen(out, Category::kOsa, carrier.chpids);
  const std::int64_t chpids = carrier.chpids.value_or(1);
  const auto comparator = carrier.chpids.known() ? carrier.chpids.comparator() : model::Comparator::kAtLeast;
  const std::string& machine = out.model().at(carrier.machine).name;
  const std::string feature = carrier.feature.valid() ? out.model().at(carrier.feature).title : "";
  out.Demand(Category::kOsa, "osa/" + carrier.name + "/chpids")
      .About(carrier.name, "CHPIDs")
      .Says(SayChpids(carrier.name, machine, {comparator, chpids}, feature))
      .Because(carrier.chpids.reason(), kChpidReason)
      .Wants(ValueType::kCount, std::to_string(chpids), comparator)
      .At(carrier.chpids.known() ? carrier.chpids.span() : carrier.written.name);
  if (chpids > 1) {
    out.Demand(Category::kOsa, "osa/" + carrier.name + "/features")
        .About(carrier.name, "separate features")
        .Says(SaySeparateFeatures(carrier.name))
        .Because("", kFeatureReason)
        .Wants(ValueType::kText, "a feature for each CHPID")
        .At(carrier.written.name);
  }
  out.Demand(Category::kOsa, "osa/" + carrier.name + "/reach")
      .About(carrier.name, "systems connected")
      .Says(SayReach(carrier.name, members))
      .Because(carrier.doc, kReachReason)
      .Wants(ValueType::kNames, fmt::format("{}", fmt::join(members, ", ")))
      .At(carrier.written.name);
}

void AddHiperSockets(Collector& out, const model::Carrier& carrier, const Names& members) {
  std::string why = carrier.doc;
  for (const model::NetworkId network : carrier.networks) {
    if (why.empty()) why = out.model().at(network).doc;
  }
  out.Demand(Category::kHiperSockets, "hipersockets/" + carrier.name + "/members")
      .About(carrier.name, "HiperSockets network")
      .Says(SayHiperSockets(carrier.name, members))
      .Because("", why.empty() ? kHiperSocketsReason : why + " " + kHiperSocketsReason)
      .Wants(ValueType::kNames, fmt::format("{}", fmt::join(members, ", ")))
      .At(carrier.written.name);
  AskIfOpen(out, Category::kHiperSockets, carrier.frame);
  if (carrier.frame.known()) {
    out.Demand(Category::kHiperSockets, "hipersockets/" + carrier.name + "/frame")
        .About(carrier.name, "maximum frame size")
        .Says(SayFrame(carrier.name, carrier.frame))
        .Because(carrier.frame.reason(), kFrameReason)
        .Wants(ValueType::kFrame, carrier.frame->ToString(), carrier.frame.comparator())
        .At(carrier.frame.span());
  }
  out.Demand(Category::kHiperSockets, "hipersockets/" + carrier.name + "/means")
      .About(carrier.name, "means other than IQD")
      .Says(SayStandIn(carrier.name))
      .Because("", kStandInReason)
      .Wants(ValueType::kText, "CHPID of type IQD")
      .At(carrier.written.name);
}

}  // namespace

void AddConnections(Collector& out) {
  const model::Model& model = out.model();
  const Uses uses = UsesOf(out);
  for (const model::MachineId machine : out.site().machines) {
    for (const model::CarrierId id : model.at(machine).carriers) {
      const model::Carrier& carrier = model.at(id);
      const auto used = uses.members.find(id);
      const Names members =
          MembersOf(out, carrier, used == uses.members.end() ? std::set<model::PlacementId>{} : used->second);
      if (carrier.is_osa()) AddOsa(out, carrier, members);
      if (!carrier.is_osa()) AddHiperSockets(out, carrier, members);
      AddDevices(out, carrier, carrier.is_osa() ? Category::kOsa : Category::kHiperSockets, uses);
    }
  }
}

}  // namespace hotsite::requirements
