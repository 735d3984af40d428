// Where things run: sites, their machines and partitions, and the placement of every system at every site.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/model/partition.h"
#include "compiler/model/settings.h"
#include "compiler/model/system.h"

namespace hotsite::model {

/// What joins a NIC (or a vswitch's uplink) to its network at one site, found going outward from the guest.
struct Attachment {
  enum class Kind : std::uint8_t {
    kNone,     // nothing carries the network to it: HS2407, HS2409
    kLan,      // a vswitch, guest LAN or bridge of the hypervisor `host`
    kDevices,  // real devices of the machine's `carrier`
  };
  Kind kind = Kind::kNone;
  PlacementId host;     // kLan
  std::size_t lan = 0;  // kLan: index into host's Placement::lans
  CarrierId carrier;    // kDevices
  /// kDevices: the first of three consecutive real device numbers; open where the vendor says which; absent where the
  /// range has no triplet left (HS2303's business).
  Stated<DeviceNumber> device;
};

/// A NIC of a placed system, with what it gets at this site.
struct PlacedNic {
  bool of_tcpip = false;  // of the z/VM's own TCP/IP stack
  std::size_t index = 0;  // into System::nics or TcpipStack::nics
  NetworkId network;
  DeviceNumber device;               // virtual number in a guest (and for a TCPIP stack); a partition's own statement
  std::vector<IpAddress> addresses;  // resolved at this site; empty where the network's subnet isn't known
  Attachment attachment;
  /// Index into Placement::nics: the NIC whose device this one shares (Nic::over), the NIC that it is bonded with.
  std::optional<std::size_t> over = {};
  std::optional<std::size_t> bonded_with = {};

  /// Has a device of its own: it is dealt out, dedicated, counted.
  bool has_device() const { return !over.has_value(); }
};

/// A vswitch or guest LAN at this site: the system's own, or one written at the placement.
struct PlacedLan {
  Lan lan;
  std::vector<Attachment> uplinks;  // a vswitch's; kNone where nothing outside carries its network
};

/// Where volumes of a placed system are: `volumes page at 0A10-0A1F`.
struct PlacedVolumes {
  std::optional<VolumeUse> use;     // nothing: of every use
  std::vector<std::string> labels;  // empty: all
  Stated<std::vector<DeviceRange>> devices;
};

/// One system at one site.
struct Placement {
  SystemId system;
  SiteId site;
  MachineId machine;
  PartitionId partition;  // the partition it runs in, directly or through z/VM systems
  PlacementId host;       // the hypervisor it is a guest of; invalid: directly in the partition
  /// 1 in a partition, 2 under a hypervisor in a partition, 3 under a z/VM under a z/VM …
  unsigned level = 1;
  bool stated = false;      // written at the site; else implied by its hypervisor's placement
  Written written;          // the `lpar`, `guest`, `zvm` … statement that places it (its hypervisor's when implied)
  Resources resources;      // in force here: what is said here, over home, over the declaration
  SystemSettings settings;  // in force here
  std::string reason;       // `because` or the doc comment of the statement that places it
  std::optional<Restore> restore;      // in force here
  std::optional<StartOrder> start;     // where this site, or home, says another order than the declaration
  Stated<DeviceNumber> ipl;            // in force here; a Linux guest's
  std::vector<PlacedVolumes> volumes;  // only what this site says: device numbers of home don't hold elsewhere
  std::vector<PlacedFcp> fcp;
  std::vector<PlacedNic> nics;
  std::vector<PlacedLan> lans;
  std::vector<PlacementId> guests;  // in text order
};

/// A logical partition of a machine.
struct Partition {
  std::string name;
  Written written;
  SiteId site;
  MachineId machine;
  Resources said_here;
  PartitionSettings settings;  // in force here
  PlacementId occupant;        // invalid: empty partition
};

struct TapeDrives {
  Stated<std::int64_t> count;
  std::string reads;                  // the cartridge or drive family they must read: 3592
  std::optional<Duration> pace = {};  // how long one drive takes to restore one disk volume
  TapeModelId model = {};             // the library's entry of that name; invalid: a word of the shop's own
};

/// Who works at the Hardware Management Console for our partitions, and from where.
struct HmcAccess {
  bool by_customer = false;  // else the vendor's operators do it on our word
  bool remote = false;
  Span span;
  std::string reason;
};

struct Machine {
  std::string name;
  Written written;
  SiteId site;
  Stated<MachineModelId> model;
  std::vector<EngineCount> engines;  // empty: not said
  Span engines_span;
  HoleId engines_hole;           // valid when the vendor is asked for them
  Stated<std::string> capacity;  // model-capacity identifier: 710; `full`: full-speed CPs only
  Stated<std::string> serial;    // serial number
  std::optional<HmcAccess> hmc;
  Stated<MemorySize> memory;
  std::optional<TapeDrives> tape;
  std::vector<PartitionId> partitions;
  std::vector<CarrierId> carriers;
  std::vector<ChannelId> channels;
};

struct Site {
  std::string name;
  Written written;
  bool recovery = false;  // inside a `recovery`
  std::vector<MachineId> machines;
  std::vector<NetworkPlan> plans;       // by NetworkId: what is in force here
  std::vector<bool> readdressed;        // by NetworkId: the site says something of its own
  std::vector<PlacementId> placements;  // hosts before their guests, text order
};

}  // namespace hotsite::model
