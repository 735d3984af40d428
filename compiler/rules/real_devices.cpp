#include "compiler/rules/real_devices.h"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;
using Kind = RealUse::Kind;

constexpr unsigned kDevicesOfNic = 3;  // read, write, data

class Collector {
 public:
  Collector(const Model& model, const model::Machine& machine) : model_(model), machine_(machine) {}

  RealUses Collect() {
    for (const model::CarrierId id : machine_.carriers) AddLines(Kind::kNetwork, model_.at(id));
    for (const model::ChannelId id : machine_.channels)
      AddLines(model_.at(id).is_fcp() ? Kind::kFcp : Kind::kFicon, model_.at(id));
    for (const model::PartitionId id : machine_.partitions) AddPartition(id);
    return std::move(uses_);
  }

 private:
  template <class Channels>
  void AddLines(Kind kind, const Channels& channels) {
    for (const model::DeviceGrant& line : channels.grants) {
      if (!line.range.known()) continue;
      const RealUse use{kind, *line.range, fmt::format("{} `{}`", channels.KindName(), channels.name),
                        line.range.span()};
      const std::vector<model::SystemId>& systems = line.systems.empty() ? channels.reaches : line.systems;
      if (systems.empty()) uses_.everywhere.push_back(use);
      std::set<model::PartitionId> partitions;  // a z/VM and a guest of it are in one
      for (const model::SystemId system : systems) {
        const Placement* placement = model_.Find(machine_.site, system);
        if (placement != nullptr && placement->machine == channels.machine) partitions.insert(placement->partition);
      }
      for (const model::PartitionId partition : partitions) uses_.by_partition[partition].push_back(use);
    }
  }

  void AddPartition(model::PartitionId id) {
    const model::Partition& partition = model_.at(id);
    std::vector<RealUse>& uses = uses_.by_partition[id];
    const model::PartitionSettings& has = partition.settings;
    if (has.console_devices.known())
      uses.push_back({Kind::kConsoles, *has.console_devices, "the consoles", has.console_devices.span()});
    if (has.load.known())
      uses.push_back({Kind::kLoad, DeviceRange(*has.load, *has.load), "the load address", has.load.span()});
    if (!partition.occupant.valid()) return;
    const Placement& placement = model_.at(partition.occupant);
    if (model_.at(machine_.site).recovery) {
      AddVolumesHere(placement, uses);
    } else {
      AddDeclared(placement, uses);
    }
  }

  static void AddVolumesHere(const Placement& placement, std::vector<RealUse>& uses) {
    for (const model::PlacedVolumes& volumes : placement.volumes) {
      if (!volumes.devices.known()) continue;
      const std::string use = volumes.use ? ToString(*volumes.use) + std::string(" ") : "";
      for (const DeviceRange& range : *volumes.devices) {
        uses.push_back(
            {Kind::kVolumes, range, use + "volumes", volumes.devices.span(), volumes.use || !volumes.labels.empty()});
      }
    }
  }

  /// At home the numbers that a system in a partition declares are the real ones.
  void AddDeclared(const Placement& placement, std::vector<RealUse>& uses) {
    const System& system = model_.SystemOf(placement);
    for (const model::Volumes& volumes : system.volumes) {
      for (const DeviceRange& range : volumes.devices)
        uses.push_back({Kind::kVolumes, range, ToString(volumes.use) + std::string(" volumes"), volumes.span, true});
    }
    for (const model::Disk& disk : system.disks)
      uses.push_back(
          {Kind::kDisk, DeviceRange(disk.device, disk.device), "disk " + disk.device.ToString(), disk.written.name});
    for (const model::PlacedFcp& path : placement.fcp) {
      if (path.real.known()) continue;  // of a channel's range, which is here already
      const model::FcpPath& declared = system.fcp[path.index];
      uses.push_back({Kind::kFcp, DeviceRange(declared.device, declared.device), "fcp " + declared.device.ToString(),
                      declared.written.name});
    }
    for (const model::PlacedNic& nic : placement.nics) AddNic(system, nic, uses);
  }

  /// Of a carrier without a `devices` line: the number is the one that the system declares.
  void AddNic(const System& system, const model::PlacedNic& nic, std::vector<RealUse>& uses) const {
    const model::Attachment& to = nic.attachment;
    if (nic.of_tcpip || !nic.has_device() || to.kind != model::Attachment::Kind::kDevices || !to.device.known()) return;
    if (!model_.at(to.carrier).grants.empty()) return;
    const DeviceRange range(nic.device, nic.device.Plus(kDevicesOfNic - 1));
    uses.push_back({Kind::kNetwork, range, "nic " + range.ToString(), system.nics[nic.index].device_span});
  }

  const Model& model_;
  const model::Machine& machine_;
  RealUses uses_;
};

}  // namespace

RealUses RealUsesOf(const Model& model, const model::Machine& machine) { return Collector(model, machine).Collect(); }

}  // namespace hotsite::rules
