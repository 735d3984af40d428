// DSK, TAP: where the volumes are, who writes them, and which of them are mirrored instead.
#include <fmt/format.h>

#include "compiler/requirements/sentences_storage.h"
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kDevicesReason[] = "Restore jobs and the system's own lists name volumes by device number.";
constexpr char kStandAloneReason[] = "Nothing is on its disks yet: the first programs that run in it come from tape.";
constexpr char kRestoredByReason[] = "It writes the volumes; afterwards they belong to their own system alone.";
constexpr char kFloorReason[] = "It writes the volumes before any system of the customer can be started.";
constexpr char kReplicationReason[] = "Its volumes are not restored from tape: what the copy lacks is lost.";

void AddVolumesAt(Collector& out, const Runner& runner, const model::PlacedVolumes& volumes) {
  AskIfOpen(out, Category::kDisk, volumes.devices);
  if (!volumes.devices.known()) return;
  const std::string use = volumes.use ? ToString(*volumes.use) : "";
  Names ranges;
  for (const DeviceRange& range : *volumes.devices) ranges.push_back(SayRange(range));
  std::string key = "disk/" + runner.system + "/at";
  if (!use.empty()) key += "/" + use;
  if (!volumes.labels.empty()) key += "/" + volumes.labels.front();
  out.Demand(Category::kDisk, key)
      .About(runner.system, "device numbers of the disk volumes")
      .Says(SayVolumeDevices(runner, use.empty() ? "" : use + " ", volumes.labels, ranges))
      .Because(volumes.devices.reason(), kDevicesReason)
      .Wants(ValueType::kDevices, fmt::format("{}", fmt::join(ranges, ", ")))
      .At(volumes.devices.span());
}

void AddRestoreOf(Collector& out, const Runner& runner, const model::Restore& restore) {
  using Kind = model::Restore::Kind;
  const std::string tools = PlainText(restore.tools);
  const bool alone = restore.kind == Kind::kStandAlone;
  const std::string by = restore.kind == Kind::kBySystem ? out.NameOf(restore.by) : "";
  out.Demand(alone ? Category::kTape : Category::kDisk, "restore/" + runner.system)
      .About(runner.system, "restore")
      .Says(alone        ? SayStandAlone(runner, tools)
            : by.empty() ? SayFloor(runner, tools)
                         : SayRestoredBy(runner, by))
      .Because(restore.reason, alone        ? kStandAloneReason
                               : by.empty() ? kFloorReason
                                            : kRestoredByReason)
      .Wants(ValueType::kText, alone        ? "stand-alone"
                               : by.empty() ? "floor system"
                                            : by)
      .At(restore.span);
  if (!alone) return;
  out.Question(Category::kTape, "restore/" + runner.system + "/drive")
      .About(runner.system, "device number of the tape drive to IPL from")
      .Says(AskStandAlone(runner))
      .Because("", kStandAloneReason)
      .Wants(ValueType::kDevices, "")
      .InGroups({1})
      .At(restore.span);
}

void AddReplication(Collector& out, const model::Replication& replication) {
  Names systems;
  for (const model::SystemId id : replication.systems) {
    if (out.model().Find(out.model().IdOf(out.site()), id) != nullptr) systems.push_back(out.NameOf(id));
  }
  if (systems.empty()) return;
  const std::string behind = replication.behind ? SayDuration(*replication.behind) : "";
  out.Demand(Category::kDisk, "replication/" + replication.name)
      .About(replication.name, "replication")
      .Says(SayReplicated(systems, out.site().name, PlainText(replication.method), behind))
      .Because(replication.reason, kReplicationReason)
      .Wants(ValueType::kText, behind, model::Comparator::kAtMost)
      .At(replication.written.name);
}

}  // namespace

void AddRestore(Collector& out) {
  for (const model::Placement* placement : BuiltByVendor(out)) {
    const Runner runner = RunnerOf(out, *placement);
    for (const model::PlacedVolumes& volumes : placement->volumes) AddVolumesAt(out, runner, volumes);
    if (placement->restore) AddRestoreOf(out, runner, *placement->restore);
  }
  for (const model::Replication& replication : out.model().replications) AddReplication(out, replication);
}

}  // namespace hotsite::requirements
