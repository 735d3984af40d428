// What the TCP/IP stack of a z/OS system is at one site, in the terms of Communications Server (devices, links,
// routes), before it is text. Made here from the Model; tcpip_profile and trle print it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backends/backend.h"
#include "compiler/model/host_network.h"

namespace hotsite::backends::zos {

/// One DEVICE with its LINK.
struct StackLink {
  std::string nic;      // 0800: as the spec declares it
  std::string network;  // OFFICE
  model::Link link;
  std::string device;                 // OFFICE, also the TRLE's PORTNAME; IUTIQD?? for HiperSockets
  std::string link_name;              // OFFICELNK
  std::string read, write, datapath;  // device numbers or tokens
  bool odd_read = false;              // VTAM demands an even one
  std::vector<IpAddress> addresses;   // IPv4
  std::optional<Subnet> subnet;
  std::string subnet_token;  // while the subnet is open
  std::optional<std::int64_t> vlan;
  std::int64_t mtu = 0;
  std::vector<OpenPlace> open;
};

struct StackPlan {
  std::string system;
  bool guest = false;  // of a z/VM: its device numbers are virtual
  std::vector<StackLink> links;
  std::vector<std::string> vipas;  // static virtual addresses: IPv4, or the token of their subnet
  std::vector<model::Hop> routes;
  std::string default_token;           // while the next hop of the default route is open
  std::size_t default_nic = 0;         // the link that it goes over
  std::vector<std::string> unwritten;  // sentences without a period
};

StackPlan PlanStack(const BuildInput& input, const model::Placement& placement);

}  // namespace hotsite::backends::zos
