// What is run, wherever it runs: z/OS systems, z/VM and KVM systems with their Linux guests, Linux in a partition,
// coupling facilities, external systems.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/model/channel.h"
#include "compiler/model/facts.h"
#include "compiler/model/network.h"
#include "compiler/model/resources.h"
#include "compiler/model/settings.h"
#include "compiler/values/calendar.h"
#include "compiler/values/extent.h"

namespace hotsite::model {

enum class SystemKind : std::uint8_t { kZos, kZvm, kKvm, kLinux, kCoupling, kExternal };
const char* ToString(SystemKind kind);  // z/OS, z/VM, KVM, Linux, coupling facility, external

enum class Tier : std::uint8_t { kUnsaid, kProduction, kTest, kDevelopment };
const char* ToString(Tier tier);  // production, …

enum class VolumeUse : std::uint8_t { kData, kRes, kPage, kSpool, kUser, kPdr, kCommon, kCouple };
const char* ToString(VolumeUse use);

/// Volumes of a z/OS or z/VM system: named (`volumes page VMPG01, VMPG02`) or counted (`volumes 60 3390_9`).
struct Volumes {
  VolumeUse use = VolumeUse::kData;
  std::vector<std::string> labels;
  std::int64_t count = 0;  // labels.size() when named
  DiskModelId model;       // may be invalid for named ones: not said
  Span span;
  std::vector<DeviceRange> devices = {};  // real ones, at home; empty: not said
};

/// A disk of a Linux: `disk 0201 3390_9 cylinders 1..10016 on LX0100`. A minidisk of a z/VM's guest; elsewhere a whole
/// volume, without an extent.
struct Disk {
  DeviceNumber device;
  DiskModelId model;
  std::optional<CountRange> extent;
  std::string volume;  // empty: not said
  Span volume_span;
  Written written;
};

/// `weekly flashcopy then tape`: how often, and the media in order.
struct Backup {
  std::string frequency;  // daily, weekly, monthly
  bool full = false;
  std::vector<std::string> media;  // tape, flashcopy, tsm, replication
  Span span;
};

/// How the volumes of a system get their data at a hot site.
struct Restore {
  enum class Kind : std::uint8_t {
    kStandAlone,  // by stand-alone programs that its partition is IPLed with from tape
    kBySystem,    // by another system of the spec, which has access to its volumes
    kFloor,       // by a system that the vendor keeps running for this
  };
  Kind kind = Kind::kStandAlone;
  SystemId by;        // kBySystem
  std::string tools;  // "ICKDSF, DFSMSdss"; free text
  Span span;
  std::string reason;
};

/// Recovery time objective: until it is in use again; recovery point objective: how much of the newest data may be
/// lost.
struct Objective {
  std::optional<Duration> rto, rpo;
  Span span;
  std::string reason;
};

/// A static virtual IP address of a z/OS system.
struct Vipa {
  Address address;
  Written written;
};

struct TcpipStack {
  std::string userid;  // TCPIP
  std::vector<Nic> nics;
  Written written;
};

struct Reference {
  SystemId system;
  Span span;
};

/// When a system is started, among the guests of its hypervisor.
struct StartOrder {
  bool first = false;  // before all guests that don't say so
  std::vector<Reference> after;
};

struct System {
  std::string name;
  SystemKind kind = SystemKind::kLinux;
  Written written;
  std::string doc;
  std::string renamed_from;      // keeps identifiers in the ledger
  SystemId parent;               // a Linux guest's z/VM or KVM; else invalid
  std::vector<SystemId> guests;  // a hypervisor's, in text order
  ClusterId cluster;             // of a guest declared in an `ssi`: it may run under any member; `parent` is the first
  bool vendors = false;          // declared inside a partition at a site: it isn't ours
  ReleaseId release;             // z/VM
  ZosReleaseId zos_release;      // z/OS
  DistributionId distribution;   // Linux, KVM
  Resources resources;           // as declared
  SystemSettings settings;       // as declared
  Tier tier = Tier::kUnsaid;
  std::vector<std::string> runs;  // what users know it for; free text
  std::vector<Nic> nics;
  std::optional<TcpipStack> tcpip;  // z/VM
  std::vector<Lan> lans;            // z/VM, KVM: as declared
  std::vector<Route> routes;
  std::vector<NetworkId> forwards;  // a router's networks
  std::vector<Volumes> volumes;
  std::vector<Disk> disks;
  std::vector<FcpPath> fcp;
  Stated<DeviceNumber> ipl;  // a Linux guest's; absent: its first disk
  std::vector<Backup> backups;
  std::optional<Restore> restore;
  std::optional<Objective> objective;
  std::vector<Vipa> vipas;           // z/OS
  std::vector<Reference> needs;      // must be up before it is of use
  StartOrder start;                  // as declared; a site may say another (Model::StartOf)
  std::vector<Reference> needed_by;  // external systems
  std::vector<Address> addresses;    // external systems

  bool is_zvm() const { return kind == SystemKind::kZvm; }
  bool is_linux() const { return kind == SystemKind::kLinux; }
  bool is_zos() const { return kind == SystemKind::kZos; }
  bool is_kvm() const { return kind == SystemKind::kKvm; }
  bool is_coupling() const { return kind == SystemKind::kCoupling; }
  /// Runs guests: a z/VM or a KVM.
  bool is_hypervisor() const { return is_zvm() || is_kvm(); }
};

}  // namespace hotsite::model
