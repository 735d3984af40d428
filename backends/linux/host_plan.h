// What a Linux system's network is at one site, in Linux's terms and without the file format of any distribution. Made
// here from the Model; the writers (writers.h) turn it into files, the README prints it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backends/backend.h"
#include "compiler/model/host_network.h"
#include "compiler/values/ip_address.h"
#include "compiler/values/mac_address.h"

namespace hotsite::backends::linux_guest {

struct Interface {
  std::string nic;       // 0600: as the spec declares it
  std::string network;   // OFFICE
  std::string file_id;   // 0.0.0600, the last part of its files' names; OPEN-OSA-002-0600 while the device is open
  std::string channels;  // 0.0.0600 0.0.0601 0.0.0602; tokens while the device is open
  model::Link link;
  bool layer2 = false;
  std::string connector;  // value of the qeth attribute route4; empty: no router
  std::vector<IpAddress> addresses;
  std::optional<Subnet> subnet;
  std::string subnet_token;  // while the subnet is open
  std::optional<std::int64_t> mtu;
  std::optional<MacAddress> mac;
  std::vector<OpenPlace> open;  // what its own files wait for
};

/// A default route whose next hop waits for the vendor.
struct OpenDefault {
  std::string token;
  std::size_t nic = 0;  // the interface that it goes over
  std::string what;     // "next hop of the default route"
};

struct HostPlan {
  std::string system;     // LNXWAS1
  std::string host_name;  // lnxwas1: always a DNS label
  std::string domain;     // of its name; empty: none known
  std::vector<Interface> interfaces;
  std::vector<model::Hop> routes;          // default routes first
  std::vector<OpenDefault> open_defaults;  // while the next hop of a default route is open
  std::vector<IpAddress> name_servers;
  std::vector<std::string> search;  // domains
  bool forwards = false;
  std::vector<std::string> unwritten;  // what could not be written and why, as sentences without a period

  /// `lnxwas1.example.com`, or the label alone.
  std::string FullName() const;
  bool HasIpv6() const;
};

HostPlan PlanHost(const BuildInput& input, const model::Placement& placement);

}  // namespace hotsite::backends::linux_guest
