#include "compiler/rules/supply.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/rules/edits.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/names.h"

namespace hotsite::rules {
namespace {

using model::Carrier;
using model::Model;

constexpr std::size_t kLongestLanName = 8;

template <class T>
bool Contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool Granted(const Carrier& carrier, model::SystemId system) {
  if (carrier.grants.empty()) return true;  // it gives whatever it has to everybody
  return std::any_of(carrier.grants.begin(), carrier.grants.end(),
                     [&](const auto& grant) { return grant.systems.empty() || Contains(grant.systems, system); });
}

std::string DevicesFor(const Model& model, const std::vector<model::SystemId>& systems) {
  std::string names;
  for (model::SystemId system : systems) names += (names.empty() ? "" : ", ") + model.at(system).name;
  return fmt::format("devices ? for {}", names);
}

/// A name that no other carrier of the model has: OFFICE_UPLINK, OFFICE_UPLINK2 …
std::string NewCarrierName(const Model& model, model::NetworkId network, Carrier::Kind kind) {
  const std::string base = model.at(network).name.substr(0, 20) + (kind == Carrier::Kind::kOsa ? "_UPLINK" : "_HS");
  std::string name = base;
  for (int n = 2;
       std::any_of(model.carriers.begin(), model.carriers.end(), [&](const auto& c) { return c.name == name; }); ++n) {
    name = fmt::format("{}{}", base, n);
  }
  return name;
}

std::string FrameClause(const std::optional<FrameSize>& frame) {
  return frame ? fmt::format("; frame {}", frame->ToString()) : "";
}

/// A LAN name made from the network's: upper case, only what CP takes, at most 8 characters.
std::string NewLanName(const model::Placement& host, std::string_view network) {
  std::string base;
  for (const char c : ToUpper(network)) {
    if (base.size() < kLongestLanName && !WhyNotLanName(std::string(1, c))) base += c;
  }
  if (base.empty()) base = "LAN";
  std::string name = base;
  const auto taken = [&] {
    return std::any_of(host.lans.begin(), host.lans.end(), [&](const auto& placed) { return placed.lan.name == name; });
  };
  for (int n = 2; taken(); ++n) {
    const std::string number = fmt::format("{}", n);
    name = base.substr(0, kLongestLanName - number.size()) + number;
  }
  return name;
}

}  // namespace

const Carrier* CarrierOf(const Model& model, model::MachineId machine, model::NetworkId network) {
  if (!machine.valid()) return nullptr;
  for (model::CarrierId id : model.at(machine).carriers) {
    if (Contains(model.at(id).networks, network)) return &model.at(id);
  }
  return nullptr;
}

std::vector<model::SystemId> LacksDevices(const Model& model, const Carrier& carrier,
                                          const std::vector<model::Member>& members) {
  std::vector<model::SystemId> without;
  for (const model::Member& member : members) {
    const model::Placement& placement = model.at(member.placement);
    if (placement.machine != carrier.machine) continue;
    const model::SystemId system = model.at(model.at(placement.partition).occupant).system;
    const bool reached = carrier.reaches.empty() || Contains(carrier.reaches, system);
    if ((!reached || !Granted(carrier, system)) && !Contains(without, system)) without.push_back(system);
  }
  return without;
}

const Carrier* CarrierAtHome(const Model& model, model::NetworkId network) {
  const model::Site* home = model.home();
  if (home == nullptr) return nullptr;
  for (model::MachineId machine : home->machines) {
    if (const Carrier* carrier = CarrierOf(model, machine, network)) return carrier;
  }
  return nullptr;
}

std::optional<Supply> SupplyDevices(const Model& model, const SourceMap& sources, model::MachineId machine,
                                    model::NetworkId network, const std::vector<model::SystemId>& systems,
                                    Carrier::Kind kind) {
  Supply supply;
  const Carrier* carrier = CarrierOf(model, machine, network);
  std::vector<model::SystemId> without;
  for (model::SystemId system : systems) {
    if (carrier == nullptr || !Granted(*carrier, system)) without.push_back(system);
  }
  if (without.empty()) return supply;
  if (carrier == nullptr) {
    const Carrier* home = CarrierAtHome(model, network);
    // As at home: else one channel path is asked for, and HS2305 follows.
    const bool same_kind = home != nullptr && home->kind == kind;
    std::string as_home;
    if (same_kind && home->chpids.known()) as_home += fmt::format("chpids {}; ", *home->chpids);
    if (same_kind && home->frame.known()) as_home += fmt::format("frame {}; ", home->frame->ToString());
    supply.new_statement =
        fmt::format("{} {} carries {} {{ {}{} }}", kind == Carrier::Kind::kOsa ? "osa" : "hipersockets",
                    NewCarrierName(model, network, kind), model.at(network).name, as_home, DevicesFor(model, without));
    return supply;
  }
  const bool reached = std::all_of(without.begin(), without.end(), [&](model::SystemId system) {
    return carrier->reaches.empty() || Contains(carrier->reaches, system);
  });
  if (!reached || !Editable(carrier->written)) return std::nullopt;
  supply.into_carrier = InsertIntoBlock(sources, carrier->written, DevicesFor(model, without));
  return supply;
}

std::string StandInLan(const Model& model, const model::Placement& host, model::NetworkId network, bool uplink) {
  const std::string& name = model.at(network).name;
  if (model.SystemOf(host).is_kvm())
    return fmt::format("bridge {} carries {} {{ type bridge{} }}", NewLanName(host, name), name,
                       uplink ? "" : "; uplinks none");
  const Carrier* home = CarrierAtHome(model, network);
  const bool hipers = home != nullptr && !home->is_osa();
  const auto frame = hipers && home->frame.known() ? std::optional(*home->frame) : std::nullopt;
  return fmt::format("guestlan {} carries {} {{ type {}{} }}", NewLanName(host, name), name, hipers ? "hipers" : "qdio",
                     hipers ? FrameClause(frame) : "; transport ip");
}

const model::Written* LastStatementOf(const Model& model, model::MachineId machine) {
  const model::Written* last = nullptr;
  const auto look = [&](const model::Written& written) {
    if (last == nullptr || written.whole.begin > last->whole.begin) last = &written;
  };
  for (model::PartitionId id : model.at(machine).partitions) look(model.at(id).written);
  for (model::CarrierId id : model.at(machine).carriers) look(model.at(id).written);
  return last != nullptr && Editable(*last) ? last : nullptr;
}

bool EndsAt(const model::PlacedLan& placed) {
  return placed.lan.takes_uplinks() &&
         std::all_of(placed.uplinks.begin(), placed.uplinks.end(),
                     [](const auto& uplink) { return uplink.kind == model::Attachment::Kind::kNone; });
}

bool IsUncarried(const model::Segment& segment) { return segment.carriers.empty() && segment.lans.empty(); }

bool Editable(const model::Written& written) { return !written.generated && written.whole.valid(); }

}  // namespace hotsite::rules
