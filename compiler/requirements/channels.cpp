// CHP: channels to storage, whom they reach, their device numbers, and where FCP paths lead.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/requirements/sentences_storage.h"
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kChpidReason[] =
    "With fewer channels the restore and the work take longer, or a failing one stops them.";
constexpr char kNpivReason[] =
    "Without it all systems behind a CHPID have one WWPN, and each can reach the disks of the others.";
constexpr char kReachReason[] = "A partition outside the access list sees none of the device numbers.";
constexpr char kDevicesReason[] = "The systems are configured with these device numbers.";
constexpr char kPathReason[] = "The system looks for its disks there; WWPN and LUN belong to the storage of a site.";

/// How many FCP devices are wanted from each open grant.
std::map<model::HoleId, std::size_t> PathsWanted(const Collector& out) {
  std::map<model::HoleId, std::size_t> wanted;
  for (const model::PlacementId id : out.site().placements) {
    for (const model::PlacedFcp& path : out.model().at(id).fcp) {
      if (path.real.open()) ++wanted[path.real.hole()];
    }
  }
  return wanted;
}

Names ReachedBy(const Collector& out, const model::Channel& channel) {
  std::vector<model::SystemId> systems = channel.reaches;
  for (const model::DeviceGrant& grant : channel.grants) {
    for (const model::SystemId system : grant.systems) {
      if (std::find(systems.begin(), systems.end(), system) == systems.end()) systems.push_back(system);
    }
  }
  Names names;
  for (const model::SystemId system : systems) names.push_back(out.NameOf(system));
  return names;
}

void AddGrant(Collector& out, const model::Channel& channel, const model::DeviceGrant& grant,
              const std::map<model::HoleId, std::size_t>& wanted) {
  for (std::size_t i = 0; i < grant.systems.size(); ++i) {
    const std::string system = out.NameOf(grant.systems[i]);
    const std::string attribute = std::string(channel.KindName()) + " device numbers";
    if (i < grant.holes.size()) {
      if (out.Asked(grant.holes[i])) continue;
      const auto count = wanted.find(grant.holes[i]);
      out.Question(Category::kChannels, grant.holes[i])
          .About(system, attribute)
          .Says(AskChannelDevices(channel, system, count == wanted.end() ? 0 : count->second))
          .Because(out.model().at(grant.holes[i]).reason, kDevicesReason)
          .Wants(ValueType::kDevices, "")
          .InGroups({count == wanted.end() ? 0 : static_cast<unsigned>(count->second)});
    } else if (grant.range.known()) {
      out.Demand(Category::kChannels, "devices/" + channel.name + "/" + system)
          .About(system, attribute)
          .Says(SayChannelDevices(channel, system, *grant.range))
          .Because(grant.range.reason(), kDevicesReason)
          .Wants(ValueType::kDevices, grant.range->ToString())
          .At(grant.range.span());
    }
  }
}

void AddChannel(Collector& out, const model::Channel& channel, const std::map<model::HoleId, std::size_t>& wanted) {
  const std::string key = "channel/" + channel.name;
  AskIfOpen(out, Category::kChannels, channel.chpids);
  const std::int64_t chpids = channel.chpids.value_or(1);
  const auto comparator = channel.chpids.known() ? channel.chpids.comparator() : model::Comparator::kAtLeast;
  if (!channel.chpids.open()) {
    out.Demand(Category::kChannels, key + "/chpids")
        .About(channel.name, "CHPIDs")
        .Says(SayChannels(channel, out.model().at(channel.machine).name, {comparator, chpids}))
        .Because(channel.chpids.reason().empty() ? channel.reason : channel.chpids.reason(), kChpidReason)
        .Wants(ValueType::kCount, std::to_string(chpids), comparator)
        .At(channel.written.name);
  }
  if (channel.npiv) {
    out.Demand(Category::kChannels, key + "/npiv")
        .About(channel.name, "NPIV")
        .Says(SayNpiv(channel))
        .Because("", kNpivReason)
        .Wants(ValueType::kText, "enabled")
        .At(channel.written.name);
  }
  if (const Names systems = ReachedBy(out, channel); !systems.empty()) {
    out.Demand(Category::kChannels, key + "/reach")
        .About(channel.name, "systems connected")
        .Says(SayChannelReach(channel, systems))
        .Because("", kReachReason)
        .Wants(ValueType::kNames, fmt::format("{}", fmt::join(systems, ", ")))
        .At(channel.written.name);
  }
  for (const model::DeviceGrant& grant : channel.grants) AddGrant(out, channel, grant, wanted);
}

template <class T>
void AddEnd(Collector& out, const model::Placement& placement, const model::PlacedFcp& path, const char* part,
            const char* what, const model::Stated<T>& end) {
  AskIfOpen(out, Category::kDisk, end);
  if (!end.known()) return;
  const model::FcpPath& declared = out.model().SystemOf(placement).fcp[path.index];
  const std::string name = out.NameOf(placement);
  out.Demand(Category::kDisk, fmt::format("{}/{}/{}", part, name, declared.device.ToString()))
      .About(name, fmt::format("{} of the FCP device {}", what, declared.device.ToString()))
      .Says(SayPath(name, declared.device, fmt::format("the {} {}", what, end->ToString())))
      .Because(end.reason(), kPathReason)
      .Wants(ValueType::kText, end->ToString())
      .At(end.span());
}

}  // namespace

void AddChannels(Collector& out) {
  const auto wanted = PathsWanted(out);
  for (const model::MachineId machine : out.site().machines) {
    for (const model::ChannelId id : out.model().at(machine).channels) AddChannel(out, out.model().at(id), wanted);
  }
  for (const model::PlacementId id : out.site().placements) {
    const model::Placement& placement = out.model().at(id);
    for (const model::PlacedFcp& path : placement.fcp) {
      AddEnd(out, placement, path, "wwpn", "storage port", path.wwpn);
      AddEnd(out, placement, path, "lun", "LUN", path.lun);
    }
  }
}

}  // namespace hotsite::requirements
