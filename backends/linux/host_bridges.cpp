#include "backends/linux/host_bridges.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"

namespace hotsite::backends::linux_guest {
namespace {

using model::Attachment;

/// Which three of an open answer the uplink takes: those of the host's NICs come first, then bridge by bridge.
std::size_t GroupOf(const model::Placement& host, std::size_t lan) {
  const Attachment& mine = host.lans[lan].uplinks.front();
  if (!mine.device.open()) return 0;
  const auto same = [&](const Attachment& other) {
    return other.device.open() && other.device.hole() == mine.device.hole();
  };
  std::size_t group = 0;
  for (const model::PlacedNic& nic : host.nics) group += !nic.over && same(nic.attachment) ? 1 : 0;
  for (std::size_t i = 0; i < lan; ++i) {
    for (const Attachment& uplink : host.lans[i].uplinks) group += same(uplink) ? 1 : 0;
  }
  return group;
}

/// The VLAN of the networks behind a bridge, 0: none. Those of several can't share one.
std::int64_t VlanOf(const BuildInput& input, const model::Placement& host, const model::Lan& lan, HostPlan& plan) {
  std::optional<std::int64_t> vlan;
  for (const model::NetworkId network : lan.networks) {
    const model::Stated<std::int64_t>& here = input.model.PlanOf(host.site, network).vlan;
    const std::int64_t one = here.known() ? *here : 0;
    if (vlan.value_or(one) != one) {
      plan.unwritten.push_back(fmt::format(
          "bridge {}: its networks are different VLANs, so it needs a VLAN of its own for each guest's port",
          PlainText(lan.name)));
      return 0;
    }
    vlan = one;
  }
  return vlan.value_or(0);
}

/// Index of the new interface on the uplink's devices.
std::size_t AddUplink(const BuildInput& input, const model::Placement& host, std::size_t index, HostPlan& plan) {
  const model::PlacedLan& placed = host.lans[index];
  const Attachment& at = placed.uplinks.front();
  Device device;
  device.nic = at.device.known() ? at.device->ToString() : PathPart(placed.lan.name);
  const model::Carrier& carrier = input.model.at(at.carrier);
  device.link.kind = carrier.is_osa() ? model::Link::Kind::kOsa : model::Link::Kind::kHiperSockets;
  device.link.name = carrier.name;
  device.link.hipersockets = !carrier.is_osa();
  device.link.reaches_osa = carrier.is_osa();
  device.layer2 = true;  // a bridge forwards Ethernet frames
  SetChannels(input, at.device, GroupOf(host, index), "the uplink of bridge " + PlainText(placed.lan.name), device);
  Interface face;
  face.device = plan.devices.size();
  plan.devices.push_back(std::move(device));
  plan.interfaces.push_back(std::move(face));
  return plan.interfaces.size() - 1;
}

void NameNetworks(const BuildInput& input, const model::Lan& lan, Interface& face) {
  for (const model::NetworkId network : lan.networks) face.networks.push_back(PlainText(input.model.at(network).name));
}

/// The interface whose frames the bridge forwards.
std::optional<std::size_t> AddCarrier(const BuildInput& input, const model::Placement& host, std::size_t index,
                                      HostPlan& plan) {
  const model::PlacedLan& placed = host.lans[index];
  if (placed.uplinks.empty()) return std::nullopt;
  const Attachment& at = placed.uplinks.front();
  if (at.kind != Attachment::Kind::kDevices || at.device.absent()) {
    plan.unwritten.push_back(fmt::format("bridge {}: the device numbers of its uplink aren't known at this site",
                                         PlainText(placed.lan.name)));
    return std::nullopt;
  }
  std::size_t carrier = AddUplink(input, host, index, plan);
  // Open vSwitch tags at the ports of the guests (libvirt.cpp).
  const bool tags = placed.lan.bridge_type == model::BridgeType::kOpenvswitch;
  if (const std::int64_t vlan = tags ? 0 : VlanOf(input, host, placed.lan, plan)) {
    Interface& tagged = plan.interfaces.emplace_back();
    tagged.kind = Interface::Kind::kVlan;
    tagged.parent = carrier;
    tagged.vlan = vlan;
    carrier = plan.interfaces.size() - 1;
  }
  plan.interfaces[carrier].uplink_of = placed.lan.name;
  return carrier;
}

void AddBridge(const BuildInput& input, const model::Placement& host, std::size_t index, HostPlan& plan) {
  const model::Lan& lan = host.lans[index].lan;
  const std::optional<std::size_t> carrier = AddCarrier(input, host, index, plan);
  if (lan.bridge_type != model::BridgeType::kBridge) {
    if (carrier) NameNetworks(input, lan, plan.interfaces[*carrier]);
    if (lan.bridge_type == model::BridgeType::kOpenvswitch)
      plan.unwritten.push_back(fmt::format(
          "switch {} of Open vSwitch, which keeps its own database: ovs-vsctl --may-exist add-br, then add-port",
          PlainText(lan.name)));
    return;
  }
  Interface bridge;
  bridge.kind = Interface::Kind::kBridge;
  bridge.name = bridge.file_name = PathPart(lan.name);
  if (carrier) bridge.ports.push_back(*carrier);
  NameNetworks(input, lan, bridge);
  if (carrier) plan.interfaces[*carrier].bridge = plan.interfaces.size();
  plan.interfaces.push_back(std::move(bridge));
}

}  // namespace

void AddBridges(const BuildInput& input, const model::Placement& placement, HostPlan& plan) {
  for (std::size_t i = 0; i < placement.lans.size(); ++i) {
    if (placement.lans[i].lan.is_bridge()) AddBridge(input, placement, i, plan);
  }
}

const Interface* CarrierOfBridge(const HostPlan& plan, std::string_view name) {
  const auto found = std::find_if(plan.interfaces.begin(), plan.interfaces.end(),
                                  [&](const Interface& face) { return face.uplink_of == name; });
  return found == plan.interfaces.end() ? nullptr : &*found;
}

}  // namespace hotsite::backends::linux_guest
