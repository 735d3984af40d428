// Networks: the logical ones that systems have NICs on, and what carries them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/model/facts.h"
#include "compiler/model/ids.h"
#include "compiler/model/stated.h"
#include "compiler/model/written.h"
#include "compiler/values/device_number.h"
#include "compiler/values/ip_address.h"
#include "compiler/values/mac_address.h"
#include "compiler/values/memory_size.h"

namespace hotsite::model {

/// An address as written: `OFFICE[21]` stays symbolic until a site resolves it; a literal is itself everywhere.
struct Address {
  NetworkId network;       // valid for OFFICE[21]
  std::int64_t index = 0;  // 21; below 0: from the end, -1 is the last
  IpAddress literal;       // when `network` isn't valid
  Span span;
  friend bool operator==(const Address& a, const Address& b) {
    return a.network == b.network && a.index == b.index && a.literal == b.literal;
  }
};

/// A subnet written as a part of another network's: `BANK/26[3]`. It moves along when a site readdresses that one.
struct SubnetPart {
  NetworkId whole;
  unsigned prefix = 0;     // of the part
  std::int64_t index = 0;  // which of the parts, from 0
  Span span;
};

/// The addressing of a network at one site (a site may readdress it).
struct NetworkPlan {
  Stated<Subnet> subnet;           // of a part: as it results here
  std::optional<SubnetPart> part;  // how it is written, if as a part of another network's
  std::optional<Address> gateway;
  HoleId gateway_hole;  // valid when the vendor is asked for it
  std::vector<Address> dns;
  HoleId dns_hole;  // valid when the vendor is asked for them
  Stated<std::string> domain;
  Stated<std::int64_t> mtu;   // bytes
  Stated<std::int64_t> vlan;  // 1-4094; absent: untagged
  /// Of a network at a recovery site: whether frames get from there to home. Absent: nobody said.
  Stated<bool> connected_home;
};

struct Network {
  std::string name;
  std::string doc;
  Written written;
  NetworkPlan plan;  // as declared; a site's own is in Site::plans
};

/// Layer 2 (`ethernet`) or layer 3 (`ip`).
enum class Transport : std::uint8_t { kIp, kEthernet };
const char* ToString(Transport transport);

enum class LanType : std::uint8_t { kQdio, kHipers };
const char* ToString(LanType type);

/// What a KVM host makes a bridge with. Source: IBM Docs, "KVM host network configuration".
enum class BridgeType : std::uint8_t { kBridge, kOpenvswitch, kMacvtap };
const char* ToString(BridgeType type);  // bridge, openvswitch, macvtap

/// A vswitch or guest LAN of a z/VM, or a bridge of a KVM host.
struct Lan {
  enum class Kind : std::uint8_t { kVswitch, kGuestLan, kBridge };
  Kind kind = Kind::kVswitch;
  std::string name;
  Written written;
  std::string doc;
  std::vector<NetworkId> networks;
  LanType type = LanType::kQdio;
  BridgeType bridge_type = BridgeType::kBridge;
  Stated<Transport> transport;  // absent: guest LANs are ip; a vswitch must say it (HS2411)
  Stated<FrameSize> frame;      // HIPERS guest LANs
  /// Controllers (vswitch): the user IDs named; empty and `controllers_none` when the spec says `none`; open when the
  /// vendor says; all absent: the two shipped ones (DTCVSW1, DTCVSW2) of the z/VM are meant.
  Stated<std::vector<std::string>> controllers;
  bool controllers_none = false;
  Span controllers_span;
  std::int64_t uplinks = 1;  // how many real device triplets (1-3); guest LANs have none, bridges one
  /// A vswitch at layer 3: its OSA takes packets for addresses that it doesn't know (PRIROUTER), as a router behind it
  /// needs. Source: CP Commands and Utilities Reference, DEFINE VSWITCH.
  bool primary_router = false;
  bool local = false;  // `uplink none`: meant to reach nothing outside

  bool is_vswitch() const { return kind == Kind::kVswitch; }
  bool is_guest_lan() const { return kind == Kind::kGuestLan; }
  bool is_bridge() const { return kind == Kind::kBridge; }
  /// Reaches the outside through devices of the host: all but a guest LAN, which ends at its z/VM.
  bool takes_uplinks() const { return !is_guest_lan(); }
  /// A bridge forwards Ethernet frames; else ip unless ethernet was said.
  Transport effective_transport() const {
    return is_bridge() ? Transport::kEthernet : transport.value_or(Transport::kIp);
  }
  const char* KindName() const { return is_bridge() ? "bridge" : is_vswitch() ? "vswitch" : "guest LAN"; }
};

/// A virtual or real network interface of a system.
struct Nic {
  DeviceNumber device;  // first of three; virtual for a guest, real for a partition at home
  Span device_span;
  NetworkId network;
  std::vector<Address> addresses;
  std::optional<MacAddress> mac;
  std::optional<LanType> type;  // what the system expects it to be; absent: whatever it is attached to
  /// One more network over the device of an earlier NIC, which `device` repeats: index into the same list. Where that
  /// network has a VLAN that isn't the NIC's own, the system tags it; else it shares the NIC's untagged frames.
  std::optional<std::size_t> over;
  /// One more device for the interface of an earlier NIC on the same network, should the other fail (a bond): index
  /// into the same list. It has no addresses of its own.
  std::optional<std::size_t> bonded_with;
  Written written;

  /// Has a device of its own, which a directory entry or a partition must give it.
  bool has_device() const { return !over.has_value(); }
};

/// What a route leads to: a network, a literal subnet, or everything (`default`).
struct Route {
  NetworkId network;
  std::optional<Subnet> subnet;  // when network isn't valid; nothing: default
  Address via;
  Span span;
};

/// Devices of a machine's carrier given to systems: `devices 0600-060F for A, B`. No systems: whoever it reaches.
struct DeviceGrant {
  Stated<DeviceRange> range;  // open grants have one hole per system: see `holes`
  std::vector<SystemId> systems;
  std::vector<HoleId> holes;  // parallel to `systems` where the range is open
  Written written;
};

/// OSA features or HiperSockets of a machine that carry networks to its partitions.
struct Carrier {
  enum class Kind : std::uint8_t { kOsa, kHipersockets };
  Kind kind = Kind::kOsa;
  std::string name;
  std::string doc;
  Written written;
  MachineId machine;
  OsaFeatureId feature;  // OSA; invalid: not said
  std::vector<NetworkId> networks;
  std::vector<SystemId> reaches;  // `for A, B` on the carrier itself; empty: every partition
  Stated<std::int64_t> chpids;    // absent: 1
  Stated<FrameSize> frame;        // HiperSockets; absent: 16 KiB
  std::vector<DeviceGrant> grants;

  bool is_osa() const { return kind == Kind::kOsa; }
  const char* KindName() const { return is_osa() ? "OSA" : "HiperSockets"; }
};

}  // namespace hotsite::model
