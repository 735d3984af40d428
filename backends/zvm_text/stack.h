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

  bool hipers() const { return link.hipersockets; }
  bool ethernet() const { return link.transport == model::Transport::kEthernet; }
};

/// In text order; empty where the system has no stack in the spec.
std::vector<StackNic> StackNicsOf(const Host& host);

/// The real devices of the NIC as this z/VM knows them: the machine's in a partition, virtual ones under another z/VM.
/// Absent for a NIC on a LAN of its own.
Triplet RealDevicesOf(const Host& host, const StackNic& nic);

}  // namespace hotsite::backends::zvm_text
