#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "compiler/model/volume_scope.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/volume_models.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Disk;
using model::Model;
using model::System;

/// A minidisk, as the directory will have it.
struct Minidisk {
  const Disk* disk;
  const System* system;
  CountRange cylinders;
  std::string volume;
};

/// Without `cylinders` a minidisk has all of its volume but cylinder 0, which holds the label.
CountRange CylindersOf(const Disk& disk) {
  return disk.extent ? *disk.extent : CountRange{1, std::numeric_limits<std::int64_t>::max()};
}

std::string Cylinders(const Disk& disk) {
  return disk.extent ? "cylinders " + disk.extent->ToString() : "the whole volume";
}

bool IsMinidisk(const Model& model, const System& system) {
  return system.parent.valid() && model.at(system.parent).is_zvm();
}

struct Overlap {
  Minidisk one, other;
};
using Overlaps = Gathered<std::pair<SpanKey, SpanKey>, Overlap>;
using Single = Gathered<SpanKey, Minidisk>;

class Finder {
 public:
  Finder(const Model& model, const VolumeModels& models) : model_(model), scopes_(model), models_(models) {}

  void Look() {
    for (const System& system : model_.systems) {
      if (!IsMinidisk(model_, system)) continue;
      const model::VolumeScope scope = scopes_.Of(system);
      for (const Disk& disk : system.disks) Look(scope, system, disk);
    }
    for (auto& [key, disks] : by_volume_) FindOverlaps(disks);
  }

  const Overlaps& overlaps() const { return overlaps_; }
  const Single& too_long() const { return too_long_; }
  const Single& at_label() const { return at_label_; }

  const model::DiskModel* ModelOf(const Minidisk& disk) const {
    return models_.Of(scopes_.Of(*disk.system), *disk.disk);
  }

 private:
  void Look(const model::VolumeScope& scope, const System& system, const Disk& disk) {
    const Minidisk minidisk{&disk, &system, CylindersOf(disk), disk.volume};
    const model::DiskModel* kind = models_.Of(scope, disk);
    const std::optional<std::int64_t> size =
        kind != nullptr && kind->cylinders.known() ? std::optional(*kind->cylinders) : std::nullopt;
    if (disk.extent && size && disk.extent->last >= *size)
      too_long_.Add({KeyOf(disk.written.name)}, minidisk);
    else if (disk.extent && disk.extent->first == 0 && size && disk.extent->last + 1 < *size)
      at_label_.Add({KeyOf(disk.written.name)}, minidisk);
    // A full-pack minidisk holds the others on purpose; where the volume's size isn't said, what begins at 0 may be
    // one.
    const bool may_be_full_pack = disk.extent && disk.extent->first == 0 && (!size || disk.extent->last + 1 >= *size);
    if (!disk.volume.empty() && !may_be_full_pack) by_volume_[{scope, disk.volume}].push_back(minidisk);
  }

  void FindOverlaps(std::vector<Minidisk>& disks) {
    std::stable_sort(disks.begin(), disks.end(),
                     [](const Minidisk& a, const Minidisk& b) { return a.cylinders.first < b.cylinders.first; });
    const Minidisk* before = nullptr;
    for (const Minidisk& disk : disks) {
      if (before != nullptr && disk.cylinders.first <= before->cylinders.last) {
        const bool in_order = KeyOf(before->disk->written.name) <= KeyOf(disk.disk->written.name);
        const Minidisk& one = in_order ? *before : disk;
        const Minidisk& other = in_order ? disk : *before;
        overlaps_.Add({KeyOf(one.disk->written.name), KeyOf(other.disk->written.name)}, {one, other});
      }
      if (before == nullptr || disk.cylinders.last > before->cylinders.last) before = &disk;
    }
  }

  const Model& model_;
  model::VolumeScopes scopes_;
  const VolumeModels& models_;
  std::map<model::VolumeKey, std::vector<Minidisk>> by_volume_;
  Overlaps overlaps_;
  Single too_long_, at_label_;
};

std::vector<std::string> Unique(std::vector<std::string> names) {
  std::set<std::string> seen;
  std::erase_if(names, [&](const std::string& name) { return !seen.insert(name).second; });
  return names;
}

std::string Title(const Minidisk& disk) {
  return fmt::format("minidisk {} of `{}`", disk.disk->device.ToString(), disk.system->name);
}

void TellOverlap(const std::vector<Overlap>& group, model::RuleReporter& report) {
  const Overlap& head = group.front();
  std::vector<std::string> all;
  std::vector<std::string> volumes;
  for (const Overlap& one : group) {
    all.insert(all.end(), {one.one.system->name, one.other.system->name});
    volumes.push_back(one.one.volume);
  }
  const auto names = Unique(std::move(all));
  volumes = Unique(std::move(volumes));
  const std::string what = group.size() == 1 ? fmt::format("{} overlaps {}", Title(head.other), Title(head.one))
                                             : fmt::format("minidisks of {} overlap", FewNames(names, "guests"));
  auto& finding = report.Error(
      head.other.disk->written.name, "{} on {}", what,
      volumes.size() == 1 ? fmt::format("volume `{}`", volumes.front()) : fmt::format("{} volumes", volumes.size()));
  finding.Here(Cylinders(*head.other.disk));
  if (KeyOf(head.one.disk->written.name) != KeyOf(head.other.disk->written.name))
    finding.Mark(head.one.disk->written.name, Cylinders(*head.one.disk));
  finding.Note("CP doesn't prevent it: what is written to one overwrites the other")
      .Advise(head.one.disk->extent && head.other.disk->extent
                  ? "move one of them to cylinders or a volume of its own"
                  : "say the `cylinders` of each that shares the volume, or give each a volume of its own")
      .Advise("where it is one disk on purpose, let one have the MDISK and the others LINK to it, and accept this");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

std::vector<std::string> NamesOf(const std::vector<Minidisk>& group) {
  std::vector<std::string> names;
  for (const Minidisk& one : group) names.push_back(one.system->name);
  return Unique(std::move(names));
}

void TellTooLong(const std::vector<Minidisk>& group, const model::DiskModel& kind, model::RuleReporter& report) {
  const Minidisk& head = group.front();
  const auto names = NamesOf(group);
  const auto& size = kind.cylinders;
  // A fact without a source is no ground for refusing a spec.
  auto& finding =
      report.At(size.sourced() ? Severity::kError : Severity::kWarning, head.disk->written.name,
                "minidisk {} of {} ends at cylinder {}, and the last of a {} is {}", head.disk->device.ToString(),
                FewNames(names, "guests"), head.disk->extent->last, kind.title, *size - 1);
  finding.Here(Cylinders(*head.disk))
      .Note(fmt::format("{} cylinders, counted from 0", *size))
      .Note(SourceNote(size.source, "this figure"))
      .Advise(fmt::format("end it at cylinder {}, or put it on a larger volume", *size - 1));
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void TellAtLabel(const std::vector<Minidisk>& group, model::RuleReporter& report) {
  const Minidisk& head = group.front();
  const auto names = NamesOf(group);
  auto& finding = report.Warn(head.disk->written.name, "minidisk {} of {} begins at cylinder 0 of its volume",
                              head.disk->device.ToString(), FewNames(names, "guests"));
  finding.Here(Cylinders(*head.disk))
      .Note(
          "there the label of the volume is: a guest that formats its disk takes it away, and CP doesn't find the "
          "volume at its next IPL")
      .Advise("begin it at cylinder 1");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  const VolumeModels models(model);
  Finder finder(model, models);
  finder.Look();
  for (const auto& group : finder.overlaps().groups()) TellOverlap(group, report);
  for (const auto& group : finder.too_long().groups()) TellTooLong(group, *finder.ModelOf(group.front()), report);
  for (const auto& group : finder.at_label().groups()) TellAtLabel(group, report);
  models.TellContradictions(report);
}

constexpr std::string_view kExplanation =
    R"(Minidisks are pieces of volumes. The directory says where each begins and ends,
and nobody but the one who writes it sees to it that no two share a cylinder:
DIRECTXA accepts it, CP gives each guest its piece, and the guests write over
one another. The file systems are broken days later, and at the recovery site
of all places, since that is where somebody packs the minidisks of six volumes
onto four in a hurry.

Of the minidisks of one z/VM, or of one single system image, this rule finds:

- two that overlap. A minidisk without `cylinders` has the whole volume but
  cylinder 0. A full-pack minidisk (from 0 to the last cylinder) holds the
  others on purpose and isn't meant;
- one that ends behind its volume's last cylinder. A 3390-9 has 10017
  cylinders, so its last is 10016. The guest that reaches the end gets I/O
  errors. A warning where the library has no source for the size;
- (warning) one that begins at cylinder 0 and isn't full-pack: the label of
  the volume is there;
- a volume that is said to be of two models: it can have one size only, and
  the vendor is asked for the wrong one.

To repair it, move the minidisk. One that two guests share on purpose is an
MDISK of one and a LINK of the other; the spec has no LINK, so accept it.

Source: CP Planning and Administration, MDISK directory statement (that none
overlap is left to the installation); "Anatomy of a z/VM CP-owned
Volume", ibm.com/support/pages/zvm (the label is always at cylinder 0); Linux
on Z, "Volume label" (dasdfmt and fdasd write it).)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  linux LNX1 { disk 0201 cylinders 1..5000 on LX0100 }
  linux LNX2 { disk 0201 cylinders 5000..10016 on LX0100 }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  linux LNX1 { disk 0201 cylinders 1..5000 on LX0100 }
  linux LNX2 { disk 0201 cylinders 5001..10016 on LX0100 }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kDiskOverlap = {
    .title = "Minidisks overlap, or don't fit their volume.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
