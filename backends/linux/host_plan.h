// What a Linux system's network is at one site, in Linux's terms and without the file format of any distribution. Made
// here from the Model; the writers (writers.h) turn it into files, the README prints it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "backends/backend.h"
#include "compiler/model/host_network.h"
#include "compiler/values/ip_address.h"
#include "compiler/values/mac_address.h"

namespace hotsite::backends::linux_guest {

/// A qeth device: three subchannels that are grouped, given a layer and set online before there is an interface.
struct Device {
  std::string nic;                    // 0600: as the spec declares it
  std::string file_id;                // 0.0.0600, part of its files' names; OPEN-OSA-002-0600 while the device is open
  std::vector<std::string> channels;  // 0.0.0600, 0.0.0601, 0.0.0602; tokens while the device is open
  model::Link link;
  bool layer2 = false;
  /// Attributes of the group device beside layer2, in order: {"route4", "primary_connector"}.
  std::vector<std::pair<std::string, std::string>> options;
  std::optional<MacAddress> mac;  // of a layer-2 device, where the spec gives it one
  std::vector<OpenPlace> open;    // what files that name the device wait for
  bool is_open() const { return !open.empty(); }
};

/// An address with the length of its subnet's prefix.
struct HostAddress {
  IpAddress address;
  Subnet subnet;
  std::string ToString() const;  // 10.20.1.11/24
};

/// What has addresses, or is part of what has: the interface of a device, a VLAN on one, a bond of several, a bridge
/// that joins the guests of a KVM host to one.
struct Interface {
  enum class Kind : std::uint8_t { kDevice, kVlan, kBond, kBridge };
  Kind kind = Kind::kDevice;
  std::string name;                   // enc600, enc600.120, eth0, bond0; holds a token while the device is open
  std::string file_name;              // the same for the name of a file: no `?`
  std::size_t device = 0;             // kDevice: index into HostPlan::devices
  std::size_t parent = 0;             // kVlan: index of the interface that carries it
  std::int64_t vlan = 0;              // kVlan: 1 to 4094
  std::vector<std::size_t> ports;     // kBond, kBridge: indices of its interfaces; a bond prefers the first
  std::optional<std::size_t> bond;    // of a port: index of its bond
  std::optional<std::size_t> bridge;  // of a port: index of its bridge
  std::string uplink_of;              // name of what it is the uplink of, in a KVM host
  std::vector<std::string> networks;
  std::vector<HostAddress> addresses;      // IPv4 and IPv6, in text order
  std::vector<std::string> subnet_tokens;  // one for each network whose subnet is open: stands for an address
  std::optional<std::int64_t> mtu;         // bytes; absent: the driver's default
  std::vector<OpenPlace> open;             // what files with its addresses wait for, beside its device
  bool is_port() const { return bond || bridge; }
  bool is_addressed() const { return !addresses.empty() || !subnet_tokens.empty(); }
};

/// Default routes have no destination.
struct HostRoute {
  std::optional<Subnet> destination;
  bool v4 = true;
  std::optional<IpAddress> via;  // absent while the vendor is asked for it
  std::string via_token;         // then this stands for it
  std::size_t interface = 0;     // index into HostPlan::interfaces
  std::vector<OpenPlace> open;
  std::string ViaText() const { return via ? via->ToString() : via_token; }
};

struct HostPlan {
  std::string system;     // LNXWAS1
  std::string host_name;  // lnxwas1: always a DNS label
  std::string domain;     // of its name; empty: none known
  std::vector<Device> devices;
  std::vector<Interface>
      interfaces;  // devices in text order, bonds, VLANs, then a KVM host's bridges: whatever one names comes before it
  std::vector<HostRoute> routes;  // default routes first
  std::vector<IpAddress> name_servers;
  std::vector<std::string> search;  // domains
  bool forwards = false;
  /// What brings its devices up; absent where the library doesn't say.
  std::optional<model::DeviceFiles> device_files;
  model::InterfaceNames names = model::InterfaceNames::kEnc;  // how its interfaces got theirs
  std::vector<std::string> unwritten;  // what could not be written and why, as sentences without a period

  /// `lnxwas1.example.com`, or the label alone.
  std::string FullName() const;
  bool HasIpv6() const;
  /// The routes over an interface, in order.
  std::vector<const HostRoute*> RoutesOver(std::size_t interface) const;
};

HostPlan PlanHost(const BuildInput& input, const model::Placement& placement);

/// Gives `device`, whose `nic` is set, its channels: `first` and the two behind it, or tokens of the `group`th three of
/// an open answer. `what` tells the vendor whose they are.
void SetChannels(const BuildInput& input, const model::Stated<DeviceNumber>& first, std::size_t group,
                 const std::string& what, Device& device);

/// Whether an interface has something to do: addresses, ports, a VLAN on it, or a place in a bond or bridge. The device
/// of a network that has no subnet here comes up, its interface stays as it is.
bool IsUsed(const HostPlan& plan, const Interface& face);

/// What the files of an interface wait for: its own places, those of its device, or of its ports, or of its parent.
std::vector<OpenPlace> OpenOf(const HostPlan& plan, const Interface& face);

}  // namespace hotsite::backends::linux_guest
