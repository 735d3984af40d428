// PLC, CHP, DSK: what makes members one: a single system image's channel-to-channel connections and shared volumes, a
// sysplex's coupling facilities, coupling links, clocks and couple data sets.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

// Source: vm.ibm.com/ssi ("An SSI cluster must have direct logical links between all systems").
constexpr char kConnectionReason[] =
    "Members reach each other by nothing else; a member without a connection to each other one does not join.";
constexpr char kAskConnectionReason[] = "They stand in the SYSTEM CONFIG of both members.";
constexpr char kTogetherReason[] =
    "The members know of each other by the restored record of their states, and wait for one that is not there.";
constexpr char kSharedReason[] = "Members of the group that do not reach them are not up.";
// Source: z/Journal, 8 May 2012, "Flexible Horizontal Scalability With z/VM Single System Image".
constexpr char kPdrReason[] =
    "The members lock and update their record on it by channel programs that only an ECKD volume runs.";
constexpr char kAskVolumesReason[] =
    "The members' own lists name volumes by device number, and each must find the same ones.";
constexpr char kModeReason[] = "The control code of a coupling facility runs in a partition of this mode only.";
constexpr char kLinksReason[] =
    "What the members share lies in the coupling facility: without a link to it they are not in the sysplex.";
constexpr char kAskLinksReason[] = "The I/O definition of both ends names them.";
// Source: ibm.com, "What is Server Time Protocol?".
constexpr char kTimingReason[] = "Members whose clocks are not synchronized are not let into the sysplex.";

/// The members that are placed at the site, in text order.
std::vector<const model::Placement*> Placed(const Collector& out, const std::vector<model::Reference>& members) {
  std::vector<const model::Placement*> placed;
  for (const model::Reference& member : members) {
    if (const auto* at = out.model().Find(out.model().IdOf(out.site()), member.system)) placed.push_back(at);
  }
  return placed;
}

Names NamesOf(const Collector& out, const std::vector<const model::Placement*>& placements) {
  Names names;
  for (const model::Placement* placement : placements) names.push_back(out.NameOf(*placement));
  return names;
}

/// Volumes that all members share: one row for each statement, and one question.
void AddSharedVolumes(Collector& out, const std::string& group, const std::vector<model::Volumes>& all,
                      const Names& members) {
  for (const model::Volumes& volumes : all) {
    const bool pdr = volumes.use == model::VolumeUse::kPdr;
    const std::string use = ToString(volumes.use);
    const std::string title = volumes.model.valid() ? out.model().at(volumes.model).title : "";
    out.Demand(Category::kDisk, fmt::format("disk/{}/{}/{}", group, use, volumes.labels.front()))
        .About(group, pdr ? "volume of the persistent data record" : "shared disk volumes")
        .Says(SaySharedVolumes(volumes.labels, title, members, pdr))
        .Because("", pdr ? kPdrReason : kSharedReason)
        .Wants(ValueType::kCount, std::to_string(volumes.labels.size()), model::Comparator::kAtLeast)
        .At(volumes.span);
  }
  if (all.empty()) return;
  out.Question(Category::kDisk, "disk/" + group + "/devices")
      .About(group, "device numbers of the shared disk volumes")
      .Says(AskSharedVolumes(group, members))
      .Because("", kAskVolumesReason)
      .Wants(ValueType::kDevices, "")
      .At(all.front().span);
}

/// Between members under one z/VM the connection is a virtual one, and nobody's to give.
void AddConnections(Collector& out, const model::Cluster& cluster,
                    const std::vector<const model::Placement*>& members) {
  std::vector<const model::Placement*> in_partitions;
  for (const model::Placement* member : members) {
    if (!member->host.valid()) in_partitions.push_back(member);
  }
  if (in_partitions.size() < 2) return;
  const Names names = NamesOf(out, in_partitions);
  out.Demand(Category::kChannels, "ctc/" + cluster.name + "/connections")
      .About(cluster.name, "channel-to-channel connections")
      .Says(SayConnections(cluster.name, names))
      .Because("", kConnectionReason)
      .Wants(ValueType::kNames, fmt::format("{}", fmt::join(names, ", ")))
      .At(cluster.written.name);
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t j = i + 1; j < names.size(); ++j) {
      out.Question(Category::kChannels, fmt::format("ctc/{}/{}/{}", cluster.name, names[i], names[j]))
          .About(cluster.name, fmt::format("channel-to-channel devices between {} and {}", names[i], names[j]))
          .Says(AskConnection(names[i], names[j]))
          .Because("", kAskConnectionReason)
          .Wants(ValueType::kDevices, "")
          .At(cluster.written.name);
    }
  }
}

void AddCluster(Collector& out, const model::Cluster& cluster) {
  const auto members = Placed(out, cluster.members);
  if (members.empty()) return;
  const Names names = NamesOf(out, members);
  if (names.size() > 1) {
    out.Demand(Category::kPlacement, "place/" + cluster.name + "/together")
        .About(cluster.name, "members at the same time")
        .Says(SayTogether(cluster.name, names))
        .Because(cluster.doc, kTogetherReason)
        .Wants(ValueType::kNames, fmt::format("{}", fmt::join(names, ", ")))
        .At(cluster.written.name);
  }
  AddConnections(out, cluster, members);
  AddSharedVolumes(out, cluster.name, cluster.volumes, names);
}

void AddFacility(Collector& out, const model::Sysplex& sysplex, const model::Placement& facility,
                 const std::vector<const model::Placement*>& members) {
  const std::string name = out.NameOf(facility);
  out.Demand(Category::kPlacement, "place/" + name + "/mode")
      .About(name, "partition mode")
      .Says(SayCouplingMode(RunnerOf(out, facility), sysplex.name))
      .Because(out.model().SystemOf(facility).doc, kModeReason)
      .Wants(ValueType::kText, "coupling facility")
      .At(facility.written.name);
  const bool inside = std::all_of(members.begin(), members.end(),
                                  [&](const auto* member) { return member->machine == facility.machine; });
  const Names names = NamesOf(out, members);
  out.Demand(Category::kChannels, "coupling/" + name + "/links")
      .About(name, "coupling links")
      .Says(SayCouplingLinks(name, names, inside))
      .Because("", kLinksReason)
      .Wants(ValueType::kNames, fmt::format("{}", fmt::join(names, ", ")))
      .At(facility.written.name);
  out.Question(Category::kChannels, "coupling/" + name + "/chpids")
      .About(name, "CHPIDs of the coupling links")
      .Says(AskCouplingLinks(name, names))
      .Because("", kAskLinksReason)
      .Wants(ValueType::kText, "")
      .At(facility.written.name);
}

void AddTimer(Collector& out, const model::Sysplex& sysplex, const std::vector<const model::Placement*>& placed) {
  Names machines;
  for (const model::Placement* one : placed) {
    const std::string& machine = out.model().at(one->machine).name;
    if (std::find(machines.begin(), machines.end(), machine) == machines.end()) machines.push_back(machine);
  }
  out.Demand(Category::kChannels, "timer/" + sysplex.name)
      .About(sysplex.name, "Server Time Protocol")
      .Says(SayTimer(machines))
      .Because("", kTimingReason)
      .Wants(ValueType::kNames, fmt::format("{}", fmt::join(machines, ", ")))
      .At(sysplex.written.name);
}

void AddSysplex(Collector& out, const model::Sysplex& sysplex) {
  const auto members = Placed(out, sysplex.members);
  if (members.empty()) return;
  std::vector<const model::Placement*> placed = members;
  for (const model::SystemId id : sysplex.couplings) {
    const model::Placement* facility = out.model().Find(out.model().IdOf(out.site()), id);
    if (facility == nullptr) continue;
    AddFacility(out, sysplex, *facility, members);
    placed.push_back(facility);
  }
  if (sysplex.timer == model::Timer::kStp) AddTimer(out, sysplex, placed);
  AddSharedVolumes(out, sysplex.name, sysplex.volumes, NamesOf(out, members));
}

}  // namespace

void AddGroups(Collector& out) {
  for (const model::Cluster& cluster : out.model().clusters) AddCluster(out, cluster);
  for (const model::Sysplex& sysplex : out.model().sysplexes) AddSysplex(out, sysplex);
}

}  // namespace hotsite::requirements
