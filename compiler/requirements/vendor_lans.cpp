// VSW: what the vendor's own hypervisor must define for our guests: virtual switches, guest LANs, controllers,
// authorisations; bridges of a KVM host.
#include <map>
#include <set>

#include "compiler/model/host_network.h"
#include "compiler/requirements/steps.h"
#include "compiler/support/text_writer.h"

namespace hotsite::requirements {
namespace {

constexpr char kVswitchReason[] = "The guests' network interfaces are coupled to it by this name.";
constexpr char kUplinkReason[] = "A virtual switch without an uplink looks alive but reaches nothing outside its z/VM.";
constexpr char kBridgeReason[] = "The guests' network interfaces are attached to it.";
constexpr char kBridgeUplinkReason[] = "A bridge without a device of its host ends at that host.";
constexpr char kLanReason[] = "The guests' network interfaces are coupled to it by this name and this type.";
constexpr char kFrameReason[] = "The MTU of every member depends on it.";
constexpr char kControllerReason[] =
    "A virtual switch without a logged-on controller does not start its uplink: the guests are up and nobody reaches "
    "them.";
constexpr char kGrantReason[] = "A guest without authorisation has a network interface and no network.";
constexpr char kTrunkReason[] =
    "The guests tag the frames of these VLANs themselves: an access port throws tagged frames away.";
constexpr char kVlanReason[] = "Frames of a VLAN that the switch does not carry are dropped.";

using Lan = std::pair<model::PlacementId, std::size_t>;
using GuestsByLan = std::map<Lan, Names>;
/// By the networks of the port.
using Trunks = std::map<std::vector<model::NetworkId>, Names>;

/// The guests on each vswitch and guest LAN of the site, in text order, once each.
GuestsByLan CoupledGuests(const Collector& out) {
  GuestsByLan guests;
  for (const model::PlacementId id : out.site().placements) {
    const model::Placement& placement = out.model().at(id);
    std::set<Lan> seen;
    for (const model::PlacedNic& nic : placement.nics) {
      const Lan lan{nic.attachment.host, nic.attachment.lan};
      if (nic.attachment.kind != model::Attachment::Kind::kLan || !seen.insert(lan).second) continue;
      guests[lan].push_back(out.NameOf(placement));
    }
  }
  return guests;
}

/// The guests whose port on a vswitch has several VLANs.
Trunks TrunksOf(const Collector& out, const model::Placement& host, std::size_t lan) {
  const model::Model& model = out.model();
  Trunks trunks;
  for (const model::PlacementId id : host.guests) {
    const model::Placement& guest = model.at(id);
    for (const model::PlacedNic& nic : guest.nics) {
      const model::Attachment& to = nic.attachment;
      const bool here = to.kind == model::Attachment::Kind::kLan && &model.at(to.host) == &host && to.lan == lan;
      if (!here || !nic.has_device()) continue;
      const std::vector<model::NetworkId> networks = model::NetworksOfPort(guest, nic);
      if (networks.size() < 2 || model::VlansOf(model, host.site, networks).size() < 2) continue;
      Names& names = trunks[networks];
      if (names.empty() || names.back() != out.NameOf(guest)) names.push_back(out.NameOf(guest));
    }
  }
  return trunks;
}

void AddTrunks(Collector& out, const model::Placement& host, std::size_t index, const std::string& key) {
  const model::Model& model = out.model();
  const model::Lan& lan = host.lans[index].lan;
  for (const auto& [networks, guests] : TrunksOf(out, host, index)) {
    Names names, vlans;
    for (const model::NetworkId network : networks) names.push_back(model.at(network).name);
    for (const auto& vlan : model::VlansOf(model, host.site, networks))
      vlans.push_back(vlan.known() ? std::to_string(*vlan) : "that of " + model.at(vlan.hole()).subject);
    out.Demand(Category::kVirtualSwitches, fmt::format("{}/trunk/{}", key, fmt::join(names, "+")))
        .About(lan.name, "trunk ports")
        .Says(SayTrunks(out.NameOf(host), lan.name, guests, vlans))
        .Because("", kTrunkReason)
        .Wants(ValueType::kCount, std::to_string(guests.size()))
        .At(lan.written.name);
  }
}

/// What the uplinks lead to, once each.
Names CarriersOf(const Collector& out, const model::PlacedLan& placed) {
  Names carriers;
  std::set<model::CarrierId> seen;
  for (const model::Attachment& uplink : placed.uplinks) {
    if (uplink.kind != model::Attachment::Kind::kDevices || !seen.insert(uplink.carrier).second) continue;
    const model::Carrier& carrier = out.model().at(uplink.carrier);
    carriers.push_back((carrier.is_osa() ? "the OSA connection " : "the HiperSockets network ") + carrier.name);
  }
  return carriers;
}

void AddUplink(Collector& out, const model::PlacedLan& placed, const std::string& key) {
  const Names carriers = CarriersOf(out, placed);
  if (carriers.empty()) return;
  out.Demand(Category::kVirtualSwitches, key + "/uplink")
      .About(placed.lan.name, "uplinks")
      .Says(SayUplink(placed.lan.name, placed.uplinks.size(), JoinWords(carriers)))
      .Because("", kUplinkReason)
      .Wants(ValueType::kCount, std::to_string(placed.uplinks.size()))
      .At(placed.lan.written.name);
}

void AddVlans(Collector& out, const model::Lan& lan, const std::string& key) {
  const model::Model& model = out.model();
  for (const model::NetworkId network : lan.networks) {
    const auto& vlan = model.PlanOf(model.IdOf(out.site()), network).vlan;
    if (!vlan.known()) continue;
    out.Demand(Category::kVirtualSwitches, key + "/vlan/" + model.at(network).name)
        .About(lan.name, "VLAN")
        .Says(SayVswitchVlan(lan.name, model.at(network).name, *vlan))
        .Because(vlan.reason(), kVlanReason)
        .Wants(ValueType::kCount, std::to_string(*vlan))
        .At(vlan.span());
  }
}

void AddVswitch(Collector& out, const std::string& zvm, const model::PlacedLan& placed, const Names& guests) {
  const model::Lan& lan = placed.lan;
  const std::string key = "vsw/" + zvm + "/" + lan.name;
  out.Demand(Category::kVirtualSwitches, key + "/definition")
      .About(lan.name, "virtual switch")
      .Says(SayVswitch(zvm, lan))
      .Because(lan.doc, kVswitchReason)
      .Wants(ValueType::kText, ToString(lan.effective_transport()))
      .At(lan.written.name);
  AddUplink(out, placed, key);
  AddVlans(out, lan, key);
  if (lan.controllers.open() && !out.Asked(lan.controllers.hole())) {
    out.Question(Category::kVirtualSwitches, lan.controllers.hole())
        .About(lan.name, "controllers")
        .Says(AskControllers(zvm, lan.name))
        .Because(out.model().at(lan.controllers.hole()).reason, kControllerReason)
        .Wants(ValueType::kText, "");
  }
  if (!guests.empty()) {
    out.Demand(Category::kVirtualSwitches, key + "/grants")
        .About(lan.name, "authorised guests")
        .Says(SayGrants(zvm, lan.name, guests))
        .Because("", kGrantReason)
        .Wants(ValueType::kCount, std::to_string(guests.size()))
        .At(lan.written.name);
  }
}

void AddGuestLan(Collector& out, const std::string& zvm, const model::Lan& lan) {
  const std::string key = "vsw/" + zvm + "/" + lan.name;
  out.Demand(Category::kVirtualSwitches, key + "/definition")
      .About(lan.name, "guest LAN")
      .Says(SayGuestLan(zvm, lan))
      .Because(lan.doc, kLanReason)
      .Wants(ValueType::kText, ToString(lan.type))
      .At(lan.written.name);
  if (!lan.frame.known()) return;
  out.Demand(Category::kVirtualSwitches, key + "/frame")
      .About(lan.name, "maximum frame size")
      .Says(SayGuestLanFrame(lan.name, lan.frame))
      .Because(lan.frame.reason(), kFrameReason)
      .Wants(ValueType::kFrame, lan.frame->ToString(), lan.frame.comparator())
      .At(lan.frame.span());
}

void AddBridge(Collector& out, const std::string& kvm, const model::PlacedLan& placed) {
  const std::string key = "vsw/" + kvm + "/" + placed.lan.name;
  Names networks;
  for (const model::NetworkId network : placed.lan.networks) networks.push_back(out.model().at(network).name);
  out.Demand(Category::kVirtualSwitches, key + "/definition")
      .About(placed.lan.name, "bridge")
      .Says(SayBridge(kvm, placed.lan, networks))
      .Because(placed.lan.doc, kBridgeReason)
      .Wants(ValueType::kText, ToString(placed.lan.bridge_type))
      .At(placed.lan.written.name);
  const Names carriers = CarriersOf(out, placed);
  if (carriers.empty()) return;
  out.Demand(Category::kVirtualSwitches, key + "/uplink")
      .About(placed.lan.name, "uplinks")
      .Says(SayBridgeUplink(placed.lan.name, JoinWords(carriers)))
      .Because("", kBridgeUplinkReason)
      .Wants(ValueType::kNames, fmt::format("{}", fmt::join(carriers, ", ")))
      .At(placed.lan.written.name);
}

/// One row per z/VM: the controllers named by any of its switches, else two of the vendor's choice.
void AddControllers(Collector& out, const std::string& zvm, const model::Placement& host) {
  Names named;
  std::set<std::string> seen;
  const model::Lan* first = nullptr;
  for (const model::PlacedLan& placed : host.lans) {
    if (!placed.lan.is_vswitch()) continue;
    if (first == nullptr) first = &placed.lan;
    if (!placed.lan.controllers.known()) continue;
    for (const std::string& controller : *placed.lan.controllers) {
      if (seen.insert(controller).second) named.push_back(controller);
    }
  }
  if (first == nullptr) return;
  out.Demand(Category::kVirtualSwitches, "vsw/" + zvm + "/controllers")
      .About(zvm, "virtual-switch controllers")
      .Says(named.empty() ? SayControllers(zvm) : SayNamedControllers(zvm, named))
      .Because(first->controllers.reason(), kControllerReason)
      .Wants(ValueType::kCount, std::to_string(named.empty() ? 2 : named.size()), model::Comparator::kAtLeast)
      .At(first->controllers_span.valid() ? first->controllers_span : first->written.name);
}

}  // namespace

void AddVendorLans(Collector& out) {
  const model::Model& model = out.model();
  const GuestsByLan guests = CoupledGuests(out);
  for (const model::PlacementId id : out.site().placements) {
    const model::Placement& host = model.at(id);
    if (!model.SystemOf(host).vendors || !model.SystemOf(host).is_hypervisor()) continue;
    const std::string zvm = out.NameOf(host);
    AddControllers(out, zvm, host);
    for (std::size_t i = 0; i < host.lans.size(); ++i) {
      const auto coupled = guests.find({id, i});
      if (host.lans[i].lan.is_bridge()) {
        AddBridge(out, zvm, host.lans[i]);
        continue;
      }
      if (host.lans[i].lan.is_vswitch()) {
        AddVswitch(out, zvm, host.lans[i], coupled == guests.end() ? Names{} : coupled->second);
        AddTrunks(out, host, i, "vsw/" + zvm + "/" + host.lans[i].lan.name);
      } else {
        AddGuestLan(out, zvm, host.lans[i].lan);
      }
    }
  }
}

}  // namespace hotsite::requirements
