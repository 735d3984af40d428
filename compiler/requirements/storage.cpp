// DSK, TAP: the volumes that each system needs, by model, and the tape drives that fill them.
#include <algorithm>
#include <map>
#include <set>

#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kVolumeReason[] =
    "A full-pack restore needs volumes of the same size or larger, and they have to exist before the first tape is "
    "read.";
constexpr char kUnknownReason[] =
    "They have to exist before the first tape is read; their model is agreed before they are built.";
constexpr char kAskReason[] = "Restore jobs and the system's own lists name volumes by device number.";
constexpr char kTapeReason[] = "The restore takes longer with fewer drives.";

/// Volumes of one disk model that a runner needs.
struct Need {
  std::int64_t counted = 0;      // volumes given by number
  std::set<std::string> labels;  // volumes given by label; minidisks of several guests share them
  std::int64_t loose = 0;        // cylinders of minidisks whose volume isn't said
  std::int64_t whole = 0;        // disks of neither volume nor size: a volume each
  Span span;

  std::int64_t Volumes(std::int64_t cylinders) const {
    const std::int64_t packed = cylinders > 0 ? (loose + cylinders - 1) / cylinders : (loose > 0 ? 1 : 0);
    return counted + static_cast<std::int64_t>(labels.size()) + whole + packed;
  }
};

using Needs = std::map<model::DiskModelId, Need>;  // the invalid id stands last: model not said

/// Volumes that several systems share are rows of their group (groups.cpp).
using Shared = std::set<std::string, std::less<>>;

Shared SharedVolumes(const model::Model& model) {
  Shared shared;
  for (const model::Cluster& cluster : model.clusters) {
    for (const model::Volumes& volumes : cluster.volumes) shared.insert(volumes.labels.begin(), volumes.labels.end());
  }
  return shared;
}

void AddVolumes(const model::System& system, const Shared& shared, Needs& needs) {
  for (const model::Volumes& volumes : system.volumes) {
    Need& need = needs[volumes.model];
    if (!need.span.valid()) need.span = volumes.span;
    if (volumes.labels.empty()) need.counted += volumes.count;
    need.labels.insert(volumes.labels.begin(), volumes.labels.end());
  }
  for (const model::Disk& disk : system.disks) {
    if (shared.contains(disk.volume)) continue;
    Need& need = needs[disk.model];
    if (!need.span.valid()) need.span = disk.written.name;
    if (!disk.volume.empty()) {
      need.labels.insert(disk.volume);
    } else if (disk.extent) {
      need.loose += disk.extent->size();
    } else {
      ++need.whole;
    }
  }
}

/// A Linux guest's minidisks lie on volumes of its host; whoever isn't declared as a guest brings volumes of its own.
bool HasOwnRow(const model::Model& model, const model::Placement& placement) {
  return !placement.host.valid() || !model.SystemOf(placement).parent.valid();
}

/// What a placement needs for itself and for the guests whose disks it holds: a z/VM's Linux guests at any depth below
/// it that aren't rows of their own.
void Gather(const model::Model& model, const model::Placement& placement, const Shared& shared, Needs& needs) {
  AddVolumes(model.SystemOf(placement), shared, needs);
  for (const model::PlacementId id : placement.guests) {
    const model::Placement& guest = model.at(id);
    if (model.SystemOf(placement).vendors && HasOwnRow(model, guest)) continue;
    Gather(model, guest, shared, needs);
  }
}

/// Whether the site gives or asks for the device numbers of all volumes itself (restore.cpp).
bool SaysWhereAllAre(const model::System& system, const model::Placement& placement) {
  const auto says = [&](std::optional<model::VolumeUse> use) {
    return std::any_of(placement.volumes.begin(), placement.volumes.end(), [&](const model::PlacedVolumes& volumes) {
      return volumes.labels.empty() && (!volumes.use || volumes.use == use);
    });
  };
  const bool each = std::all_of(system.volumes.begin(), system.volumes.end(),
                                [&](const model::Volumes& volumes) { return says(volumes.use); });
  return says(std::nullopt) || (each && placement.guests.empty());
}

void AddRunner(Collector& out, const model::Placement& placement, const Shared& shared) {
  const model::Model& model = out.model();
  Needs needs;
  Gather(model, placement, shared, needs);
  const Runner runner = RunnerOf(out, placement);
  std::int64_t volumes = 0;
  for (const auto& [id, need] : needs) {
    const bool known = id.valid();
    const std::int64_t cylinders = known && model.at(id).cylinders.known() ? *model.at(id).cylinders : 0;
    const std::int64_t count = need.Volumes(cylinders);
    volumes += count;
    out.Demand(Category::kDisk, "disk/" + runner.system + "/" + (known ? model.at(id).name : "unsaid"))
        .About(runner.system, known ? "disk volumes " + model.at(id).title : "disk volumes")
        .Says(known ? SayVolumes(runner, count, model.at(id).title, cylinders) : SayUnknownVolumes(runner, count))
        .Because("", known ? kVolumeReason : kUnknownReason)
        .Wants(ValueType::kCount, std::to_string(count), model::Comparator::kAtLeast)
        .At(need.span);
  }
  if (needs.empty() || SaysWhereAllAre(model.SystemOf(placement), placement)) return;
  out.Question(Category::kDisk, "disk/" + runner.system + "/devices")
      .About(runner.system, "device numbers of the disk volumes")
      .Says(AskVolumes(runner))
      .Because("", kAskReason)
      .Wants(ValueType::kDevices, "")
      .InGroups({static_cast<unsigned>(volumes)})
      .At(needs.begin()->second.span);
}

/// What the drives have to read: the shop's own word, or cartridges of a drive that the library knows.
std::string CartridgesOf(const model::Model& model, const model::TapeDrives& tape) {
  return tape.model.valid() ? model.at(tape.model).title : tape.reads;
}

/// The drives of the library that read every format which that one writes.
Names ReadersOf(const model::Model& model, const model::TapeDrives& tape) {
  Names readers;
  if (!tape.model.valid() || !model.at(tape.model).writes.known()) return readers;
  for (const model::TapeModel& one : model.tape_models) {
    const auto reads = [&](const std::string& format) {
      return one.reads.known() && std::find((*one.reads).begin(), (*one.reads).end(), format) != (*one.reads).end();
    };
    const auto& written = *model.at(tape.model).writes;
    if (std::all_of(written.begin(), written.end(), reads)) readers.push_back(one.title);
  }
  return readers;
}

}  // namespace

void AddStorage(Collector& out) {
  const model::Model& model = out.model();
  const Shared shared = SharedVolumes(model);
  for (const model::Placement* placement : BuiltByVendor(out)) {
    if (HasOwnRow(model, *placement)) AddRunner(out, *placement, shared);
  }
  for (const model::MachineId id : out.site().machines) {
    const model::Machine& machine = model.at(id);
    if (!machine.tape) continue;
    const model::TapeDrives& tape = *machine.tape;
    AskIfOpen(out, Category::kTape, tape.count);
    if (!tape.count.known()) continue;
    out.Demand(Category::kTape, "tape/" + machine.name + "/drives")
        .About(machine.name, tape.reads.empty() ? "tape drives" : "tape drives reading " + tape.reads)
        .Says(SayTapeDrives(machine.name, {tape.count.comparator(), *tape.count}, CartridgesOf(model, tape),
                            ReadersOf(model, tape)))
        .Because(tape.count.reason(), kTapeReason)
        .Wants(ValueType::kCount, std::to_string(*tape.count), tape.count.comparator())
        .At(tape.count.span());
  }
}

}  // namespace hotsite::requirements
