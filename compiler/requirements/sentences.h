// The wording of the request: one template per fact, into which only names and values go. Used by derive's files; the
// tests assert every template whole. Rules (BCP 14, RFC 2119 and 8174; INCOSE Guide for Writing Requirements): SHALL,
// SHALL NOT, SHOULD and MAY only; a named thing as subject; a comparator and a unit with every number; no vague words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/network.h"
#include "compiler/model/resources.h"
#include "compiler/values/calendar.h"

namespace hotsite::requirements {

/// Raised whenever the words of a template change and what they ask for doesn't: the change summary then compares rows
/// of the old wording by their facts, and calls a row editorial that says the same.
inline constexpr unsigned kWording = 1;

/// What is given a placement: a partition that runs a system, a guest, or the vendor's own z/VM.
struct Runner {
  std::string system;     // VMPROD
  std::string partition;  // of a partition: its own name, mostly the system's
  std::string host;       // of a guest: the hypervisor it runs under
  unsigned level = 1;
  bool vendors = false;
  std::string kind = "z/VM system";       // what the vendor's own system is called
  std::string host_kind = "z/VM system";  // what a guest's host is called

  bool guest() const { return !host.empty(); }
  /// `partition VMPROD`, `guest LNXRTR`, `z/VM system VENDORVM`, `KVM host VENDORKV`.
  std::string Named() const;
};

/// A number with its comparator: `at least 3`.
struct Amount {
  model::Comparator comparator = model::Comparator::kAtLeast;
  std::int64_t number = 0;
};

using Names = std::vector<std::string>;

// Placement.
std::string SayPartition(const Runner& runner);
std::string SayGuest(const Runner& runner);
std::string SayOnlyHypervisor(const std::string& kind, const std::string& hypervisor);
std::string SayOneMachine(const Names& systems, const std::string& machine);
std::string SayMachineModel(const std::string& machine, const std::string& title);
std::string SayDirectoryEntries(const std::string& zvm, std::size_t guests);

// Processors, memory, expanded storage.
std::string SayProcessors(const Runner& runner, Amount count);
std::string SayEngineType(const Runner& runner, EngineType type);
std::string SayEngineChoice(const Runner& runner, const EngineChoice& choice);
std::string SayFullSpeed(const Runner& runner);
std::string SayDedicated(const Runner& runner);
std::string SayMachineEngines(const std::string& machine, const EngineCount& engines);
std::string SayMemory(const Runner& runner, const model::Stated<MemorySize>& memory);
std::string SayMaximumStorage(const Runner& runner, const model::Stated<MemorySize>& memory);
std::string SayMachineMemory(const std::string& machine, const model::Stated<MemorySize>& memory);
std::string SayExpandedStorage(const Runner& runner, const model::Stated<MemorySize>& xstore);

// OSA and HiperSockets. `connection` is the name of the carrier.
/// `feature`: the OSA feature that was named; may be empty.
std::string SayChpids(const std::string& connection, const std::string& machine, Amount chpids,
                      const std::string& feature = {});
std::string SaySeparateFeatures(const std::string& connection);
std::string SayReach(const std::string& connection, const Names& systems);
std::string SayDevices(const model::Carrier& carrier, const std::string& system, const DeviceRange& range);
std::string AskDevices(const model::Carrier& carrier, const std::string& system, std::size_t triplets);
std::string SayHiperSockets(const std::string& connection, const Names& systems);
std::string SayFrame(const std::string& connection, const model::Stated<FrameSize>& frame);
std::string SayStandIn(const std::string& connection);

// Disk and tape.
std::string SayVolumes(const Runner& runner, std::int64_t count, const std::string& model, std::int64_t cylinders);
std::string SayUnknownVolumes(const Runner& runner, std::int64_t count);
std::string AskVolumes(const Runner& runner);
/// `models`: drives that are known to read such cartridges.
std::string SayTapeDrives(const std::string& machine, Amount drives, const std::string& reads,
                          const Names& models = {});

// Networks.
std::string SayConnected(const std::string& connection, const std::string& network);
std::string SaySubnet(const std::string& network, const std::string& subnet);
std::string SayGateway(const std::string& network, const std::string& address);
std::string SayVlan(const std::string& connection, const std::string& network, std::int64_t vlan);
std::string SayMtu(const std::string& network, std::int64_t mtu);
/// Whether frames get from the network at the site to home.
std::string SayConnectedHome(const std::string& network);
std::string SayIsolated(const std::string& network);
std::string TellExternal(const std::string& system, const Names& addresses, const Names& needed_by);

// Virtual switches and guest LANs of the vendor's z/VM.
std::string SayVswitch(const std::string& zvm, const model::Lan& lan);
std::string SayUplink(const std::string& lan, std::size_t uplinks, const std::string& connection);
std::string SayGuestLan(const std::string& zvm, const model::Lan& lan);
std::string SayGuestLanFrame(const std::string& lan, const model::Stated<FrameSize>& frame);
std::string SayNamedControllers(const std::string& zvm, const Names& controllers);
std::string SayControllers(const std::string& zvm);
std::string AskControllers(const std::string& zvm, const std::string& lan);
std::string SayGrants(const std::string& zvm, const std::string& lan, const Names& guests);
/// `vlans`: "130", or the network whose VLAN is asked for.
std::string SayTrunks(const std::string& zvm, const std::string& lan, const Names& guests, const Names& vlans);
std::string SayVswitchVlan(const std::string& lan, const std::string& network, std::int64_t vlan);

// Bridges of the vendor's KVM host.
std::string SayBridge(const std::string& kvm, const model::Lan& lan, const Names& networks);
std::string SayBridgeUplink(const std::string& bridge, const std::string& connection);

// Single system images and sysplexes (sentences_groups.cpp).
std::string SayTogether(const std::string& ssi, const Names& members);
std::string SayConnections(const std::string& ssi, const Names& members);
std::string AskConnection(const std::string& one, const std::string& other);
/// `eckd`: only a volume of that kind does.
std::string SaySharedVolumes(const Names& labels, const std::string& model, const Names& members, bool eckd);
std::string AskSharedVolumes(const std::string& group, const Names& members);
std::string SayCouplingMode(const Runner& runner, const std::string& sysplex);
/// `inside`: all on one machine.
std::string SayCouplingLinks(const std::string& facility, const Names& members, bool inside);
std::string AskCouplingLinks(const std::string& facility, const Names& members);
std::string SayTimer(const Names& machines);

// Consoles, identity, schedule, people.
std::string SaySessions(std::int64_t sessions, const std::string& lead);
std::string AskSessions();
std::string AskMachineModel(const std::string& machine);
std::string AskSerial(const std::string& machine);
std::string AskCpuId(const Runner& runner);
std::string SayRelease(const std::string& zvm, const std::string& version);
std::string SayTestBegin(const std::string& begin);
std::string SayTestEnd(const std::string& end);
std::string SayReady(const std::string& lead, const std::string& time);
std::string AskContact(const std::string& role, const Names& may);
std::string TellContact(const std::string& role, const std::string& who, const std::string& phone, const Names& may);
/// A question of no other template.
std::string AskOther(const std::string& attribute, const std::string& subject);

/// `2009-10-05 (Monday) 08:00 America/New_York`.
std::string SayTime(LocalTime time, const std::string& zone);
/// `4 hours`, `30 minutes`, `2 days`.
std::string SayDuration(Duration duration);
/// `0600-0602 (3 devices)`.
std::string SayRange(const DeviceRange& range);

}  // namespace hotsite::requirements
