// What the TCP/IP stack of a z/OS system is at one site, in the terms of Communications Server (devices, links,
// interfaces, routes), before it is text. Made here from the Model; statements and config_member print it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backends/backend.h"
#include "compiler/model/host_network.h"

namespace hotsite::backends::zos {

/// One OSA or HiperSockets device with what is defined over it: an IPv4 link or interface, an IPv6 interface, or both.
struct StackLink {
  std::string nic;      // 0800: as the spec declares it
  std::string network;  // OFFICE
  model::Link link;
  std::string device;                 // OFFICE, also the TRLE's PORTNAME; IUTIQDF0 for HiperSockets
  std::string chpid;                  // F0 where the vendor said it with the device numbers; ??: nobody knows it yet
  std::string link_name;              // OFFICELNK: the LINK or IPv4 INTERFACE
  std::string interface6;             // OFFICELNK6: the IPv6 INTERFACE
  std::string read, write, datapath;  // device numbers or tokens
  bool odd_read = false;              // VTAM demands an even one
  /// IPv4 by an INTERFACE statement, else by DEVICE, LINK and HOME. With IPv6 beside it, DEVICE and LINK: they share
  /// the one DATAPATH device, where two INTERFACEs would need two (IP Configuration Guide, HiperSockets concepts; of an
  /// OSA from knowledge), and a group of devices has three.
  bool by_interface = false;
  std::vector<IpAddress> addresses;   // IPv4
  std::vector<IpAddress> addresses6;  // IPv6
  std::vector<Subnet> subnets;        // of both families
  std::string subnet_token;           // while the subnet is open
  bool token_is_v6 = false;
  std::optional<std::int64_t> vlan;
  std::int64_t mtu = 0;
  std::vector<OpenPlace> open;

  bool has_v4() const { return !addresses.empty() || (!subnet_token.empty() && !token_is_v6); }
  bool has_v6() const { return !addresses6.empty() || (!subnet_token.empty() && token_is_v6); }
};

/// A default route whose next hop is open.
struct OpenRoute {
  std::string token;
  std::size_t link = 0;
  bool v4 = true;
};

/// A route, and the link that it goes over.
struct StackRoute {
  model::Hop hop;
  std::size_t link = 0;
};

struct StackPlan {
  std::string system;
  bool guest = false;  // of a z/VM: its device numbers are virtual
  std::vector<StackLink> links;
  std::vector<std::string> vipas;   // static virtual addresses: IPv4, or the token of their subnet
  std::vector<std::string> vipas6;  // IPv6
  /// IPv4 VIPAs by INTERFACE. One that is the source address of links by DEVICE and LINK can't be (IP Configuration
  /// Guide, converting static VIPAs).
  bool vipas_by_interface = false;
  std::vector<StackRoute> routes;
  std::vector<OpenRoute> open_defaults;
  std::vector<std::string> unwritten;  // sentences without a period
};

StackPlan PlanStack(const BuildInput& input, const model::Placement& placement);

}  // namespace hotsite::backends::zos
