// The NICs of a z/VM's own TCP/IP stack as its profile sees them. Made once, used by the profile, DTCPARMS and the list
// of changes.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host.h"
#include "compiler/model/host_network.h"

namespace hotsite::backends::zvm_text {

struct StackNic {
  const model::PlacedNic* nic = nullptr;
  std::size_t index = 0;  // into Placement::nics
  model::Link link;
  std::string device_name;  // DEV0900
  std::string link_name;    // LNK0900
  std::string first;        // 0900
  bool connected = false;   // something carries its network here
  std::int64_t mtu = 0;     // bytes
  /// One more network over the device of an earlier NIC, with the same names of device and link.
  bool shares = false;
  /// It shares a device, but has a VLAN of its own: a link of z/VM's TCP/IP tags for one VLAN, and a device has one
  /// link (from knowledge), so the stack can't.
  bool other_vlan = false;
  /// IPv6 can go over the link: not over a vswitch of layer 3, which carries IPv4 only (CP Commands and Utilities
  /// Reference, DEFINE VSWITCH), nor over HiperSockets (from knowledge).
  bool takes_ipv6() const { return !hipers() && (link.kind != model::Link::Kind::kVswitch || ethernet()); }

  bool hipers() const { return link.hipersockets; }
  bool ethernet() const { return link.transport == model::Transport::kEthernet; }
};

/// In text order; empty where the system has no stack in the spec.
std::vector<StackNic> StackNicsOf(const Host& host);

/// Whether NETSTAT GATE has one to show.
bool HasDefaultRoute(const Host& host);

/// The real devices of the NIC as this z/VM knows them: the machine's in a partition, virtual ones under another z/VM.
/// Absent for a NIC on a LAN of its own.
Triplet RealDevicesOf(const Host& host, const StackNic& nic);

}  // namespace hotsite::backends::zvm_text
