// The wording of everything that connects: OSA, HiperSockets, networks, virtual switches and guest LANs.
#include <fmt/format.h>

#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"

namespace hotsite::requirements {
namespace {

/// From here on a sentence points to annex B, where the guests stand by name.
constexpr std::size_t kMostNames = 12;

std::string Connection(const model::Carrier& carrier) {
  return fmt::format("{} {}", carrier.is_osa() ? "OSA connection" : "HiperSockets network", carrier.name);
}

std::string_view TransportWord(model::Transport transport) {
  return transport == model::Transport::kEthernet ? "ETHERNET" : "IP";
}

}  // namespace

std::string SayRange(const DeviceRange& range) {
  return fmt::format("{} ({} {})", range.ToString(), range.size(), range.size() == 1 ? "device" : "devices");
}

std::string SayChpids(const std::string& connection, const std::string& machine, Amount chpids,
                      const std::string& feature) {
  return fmt::format("The OSA connection {} of the machine {} SHALL have {} {} of type OSD{}.", connection, machine,
                     fmt::format("{} {}", ToString(chpids.comparator), chpids.number),
                     chpids.number == 1 ? "CHPID" : "CHPIDs", feature.empty() ? "" : " on " + feature);
}

std::string SaySeparateFeatures(const std::string& connection) {
  return fmt::format(
      "Each CHPID of the OSA connection {} SHALL be on an OSA feature of its own. It SHALL NOT share that feature with "
      "another "
      "CHPID of the connection.",
      connection);
}

std::string SayReach(const std::string& connection, const Names& systems) {
  return fmt::format("Each CHPID of the OSA connection {} SHALL be accessible to {}.", connection, JoinWords(systems));
}

std::string SayDevices(const model::Carrier& carrier, const std::string& system, const DeviceRange& range) {
  return fmt::format("The {} SHALL have the device numbers {} in {}.", Connection(carrier), SayRange(range), system);
}

std::string AskDevices(const model::Carrier& carrier, const std::string& system, std::size_t triplets) {
  const std::string groups = triplets == 1 ? "one group of 3" : fmt::format("{} groups of 3", triplets);
  // z/OS names its HiperSockets device after the CHPID, which may differ from partition to partition.
  return fmt::format(
      "The vendor SHALL state the {}device numbers of the {} in {}: at least {} consecutive device numbers, {} at an "
      "even number.",
      carrier.is_osa() ? "" : "CHPID and the ", Connection(carrier), system, groups,
      triplets == 1 ? "beginning" : "each group beginning");
}

std::string SayHiperSockets(const std::string& connection, const Names& systems) {
  return fmt::format("One HiperSockets network, named {} in this request, SHALL connect {}.", connection,
                     JoinWords(systems));
}

std::string SayFrame(const std::string& connection, const model::Stated<FrameSize>& frame) {
  return fmt::format("The HiperSockets network {} SHALL have a maximum frame size of {} {}.", connection,
                     ToString(frame.comparator()), frame->ToString());
}

std::string SayStandIn(const std::string& connection) {
  return fmt::format(
      "If the HiperSockets network {} is provided by means other than a CHPID of type IQD, then the vendor SHALL state "
      "the means "
      "in the deviations log.",
      connection);
}

std::string SayConnected(const std::string& connection, const std::string& network) {
  return fmt::format(
      "The OSA connection {} SHALL be connected to the customer's network {} from the start to the end of the test "
      "period.",
      connection, network);
}

std::string SaySubnet(const std::string& network, const std::string& subnet) {
  return fmt::format("The network {} SHALL have exactly the subnet {}.", network, subnet);
}

std::string SayGateway(const std::string& network, const std::string& address) {
  return fmt::format("The gateway of the network {} SHALL have exactly the address {}.", network, address);
}

std::string SayVlan(const std::string& connection, const std::string& network, std::int64_t vlan) {
  return fmt::format("The switch ports of the OSA connection {} SHALL carry the network {} as VLAN {}, tagged.",
                     connection, network, vlan);
}

std::string SayMtu(const std::string& network, std::int64_t mtu) {
  return fmt::format("The network {} SHALL pass IP packets of at least {} bytes without fragmentation.", network, mtu);
}

std::string SayConnectedHome(const std::string& network) {
  return fmt::format("The network {} SHALL be connected to the customer's network at home during the test period.",
                     network);
}

std::string SayIsolated(const std::string& network) {
  return fmt::format(
      "The network {} SHALL NOT be connected to the customer's network at home at any time during the test period.",
      network);
}

std::string TellExternal(const std::string& system, const Names& addresses, const Names& needed_by) {
  const std::string at = addresses.empty() ? "" : fmt::format(" with the address {}", JoinWords(addresses));
  const std::string users = needed_by.empty() ? "" : fmt::format(" It is needed by {}.", JoinWords(needed_by));
  return fmt::format("The external system {}{} is not restored under this request.{}", system, at, users);
}

std::string SayVswitch(const std::string& zvm, const model::Lan& lan) {
  return fmt::format("The z/VM system {} SHALL have a virtual switch {} with the transport {}.", zvm, lan.name,
                     TransportWord(lan.effective_transport()));
}

std::string SayUplink(const std::string& lan, std::size_t uplinks, const std::string& connection) {
  return fmt::format("The virtual switch {} SHALL have exactly {} {} to {}.", lan, uplinks,
                     uplinks == 1 ? "uplink" : "uplinks", connection);
}

std::string SayGuestLan(const std::string& zvm, const model::Lan& lan) {
  const std::string_view type = lan.type == model::LanType::kHipers ? "HIPERS" : "QDIO";
  return fmt::format("The z/VM system {} SHALL have a guest LAN {} of type {} with the transport {}.", zvm, lan.name,
                     type, TransportWord(lan.effective_transport()));
}

std::string SayGuestLanFrame(const std::string& lan, const model::Stated<FrameSize>& frame) {
  return fmt::format("The guest LAN {} SHALL have a maximum frame size of {} {}.", lan, ToString(frame.comparator()),
                     frame->ToString());
}

std::string SayNamedControllers(const std::string& zvm, const Names& controllers) {
  return fmt::format(
      "The virtual-switch controller {} {} SHALL be logged on to {} before the first guest of annex B is started.",
      controllers.size() == 1 ? "user ID" : "user IDs", JoinWords(controllers), zvm);
}

std::string SayControllers(const std::string& zvm) {
  return fmt::format(
      "The z/VM system {} SHALL have at least 2 virtual-switch controller user IDs logged on before the first guest of "
      "annex B is "
      "started.",
      zvm);
}

std::string AskControllers(const std::string& zvm, const std::string& lan) {
  const std::string of = zvm.empty() ? "" : " of " + zvm;
  return fmt::format("The vendor SHALL state the user IDs of the controllers of the virtual switch {}{}.", lan, of);
}

namespace {

std::string Guests(const Names& guests) {
  if (guests.size() > kMostNames) return fmt::format("each of the {} guests that annex B lists with it", guests.size());
  return fmt::format("{} {}", guests.size() == 1 ? "the guest" : "each of the guests", JoinWords(guests));
}

}  // namespace

std::string SayGrants(const std::string& zvm, const std::string& lan, const Names& guests) {
  return fmt::format("The z/VM system {} SHALL authorize {} for the virtual switch {}.", zvm, Guests(guests), lan);
}

std::string SayTrunks(const std::string& zvm, const std::string& lan, const Names& guests, const Names& vlans) {
  return fmt::format("The z/VM system {} SHALL give {} a trunk port on the virtual switch {} for the VLANs {}.", zvm,
                     Guests(guests), lan, JoinWords(vlans));
}

std::string SayVswitchVlan(const std::string& lan, const std::string& network, std::int64_t vlan) {
  return fmt::format("The virtual switch {} SHALL carry the network {} as VLAN {}.", lan, network, vlan);
}

std::string SayBridge(const std::string& kvm, const model::Lan& lan, const Names& networks) {
  const std::string_view what = lan.bridge_type == model::BridgeType::kOpenvswitch ? "an Open vSwitch"
                                : lan.bridge_type == model::BridgeType::kMacvtap   ? "a macvtap network"
                                                                                   : "a Linux bridge";
  return fmt::format("The KVM host {} SHALL have {} {} that carries {} {} in layer 2.", kvm, what, lan.name,
                     networks.size() == 1 ? "the network" : "the networks", JoinWords(networks));
}

std::string SayBridgeUplink(const std::string& bridge, const std::string& connection) {
  return fmt::format("The bridge {} SHALL have devices of {} as its uplink.", bridge, connection);
}

}  // namespace hotsite::requirements
