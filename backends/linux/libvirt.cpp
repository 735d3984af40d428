#include "backends/linux/libvirt.h"

#include <fmt/format.h>

#include "backends/linux/host_bridges.h"
#include "backends/naming.h"

namespace hotsite::backends::linux_guest {
namespace {

/// Text of an XML comment, which must hold no two dashes.
std::string Comment(const std::string& text) {
  std::string safe;
  for (const char c : PlainText(text)) safe += c == '-' && !safe.empty() && safe.back() == '-' ? '_' : c;
  return fmt::format("  <!-- {} -->\n", safe);
}

class FragmentWriter {
 public:
  FragmentWriter(const BuildInput& input, const model::Placement& guest)
      : input_(input), model_(input.model), guest_(guest), host_(PlanHost(input, model_.at(guest.host))) {}

  LibvirtFragment Run() {
    fragment_.text = "<devices>\n";
    for (const model::PlacedNic& nic : guest_.nics) {
      if (!nic.over) AddNic(nic);
    }
    fragment_.text += "</devices>\n";
    return std::move(fragment_);
  }

 private:
  void AddNic(const model::PlacedNic& nic) {
    const std::string network = model_.at(nic.network).name;
    const model::Attachment& at = nic.attachment;
    if (at.kind != model::Attachment::Kind::kLan) {
      fragment_.text += Comment(nic.device.ToString() + ": nothing carries " + network + " at this site");
      return;
    }
    const model::Lan& lan = model_.at(at.host).lans[at.lan].lan;
    const Interface* carrier = CarrierOfBridge(host_, lan.name);
    if (lan.bridge_type == model::BridgeType::kMacvtap && !carrier) {
      fragment_.text += Comment(nic.device.ToString() + ": " + lan.name + " has no uplink, which a macvtap needs");
      return;
    }
    fragment_.text += Comment(nic.device.ToString() + ": " + network);
    AddSource(lan, carrier);
    const std::optional<MacAddress>& mac = model_.NicOf(guest_, nic).mac;
    if (mac) fragment_.text += fmt::format("    <mac address='{}'/>\n", mac->ToString());
    if (lan.bridge_type == model::BridgeType::kOpenvswitch) AddSwitchPort(nic.network);
    fragment_.text += "    <model type='virtio'/>\n";
    if (const auto mtu = model::MtuOf(model_, guest_, nic))
      fragment_.text += fmt::format("    <mtu size='{}'/>\n", *mtu);
    fragment_.text += fmt::format(
        "    <address type='ccw' cssid='0xfe' ssid='0x0' devno='0x{:04x}'/>\n  </interface>\n", nic.device.value());
  }

  void AddSource(const model::Lan& lan, const Interface* carrier) {
    if (lan.bridge_type != model::BridgeType::kMacvtap) {
      fragment_.text += fmt::format("  <interface type='bridge'>\n    <source bridge='{}'/>\n", PathPart(lan.name));
      return;
    }
    fragment_.text += fmt::format("  <interface type='direct'>\n    <source dev='{}' mode='bridge'/>\n", carrier->name);
    for (OpenPlace& place : OpenOf(host_, *carrier)) fragment_.open.push_back(std::move(place));
  }

  void AddSwitchPort(model::NetworkId network) {
    fragment_.text += "    <virtualport type='openvswitch'/>\n";
    const model::Stated<std::int64_t>& vlan = model_.PlanOf(guest_.site, network).vlan;
    if (vlan.known()) fragment_.text += fmt::format("    <vlan><tag id='{}'/></vlan>\n", *vlan);
  }

  const BuildInput& input_;
  const model::Model& model_;
  const model::Placement& guest_;
  const HostPlan host_;
  LibvirtFragment fragment_;
};

}  // namespace

LibvirtFragment WriteLibvirt(const BuildInput& input, const model::Placement& guest) {
  return FragmentWriter(input, guest).Run();
}

}  // namespace hotsite::backends::linux_guest
