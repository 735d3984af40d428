#include <map>
#include <optional>
#include <set>

#include "compiler/model/volume_scope.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/vendor_volumes.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

/// A volume as one statement names it.
struct Label {
  std::string label;
  Span span;
  std::string system;  // or cluster
};

bool HasMinidisks(const Model& model, const System& system) {
  return system.parent.valid() && model.at(system.parent).is_zvm();
}

/// Labels that stand twice where a volume can have one user only.
class WithinReach {
 public:
  explicit WithinReach(const Model& model) : scopes_(model) {
    for (std::uint32_t i = 0; i < model.clusters.size(); ++i)
      AddVolumes({true, i}, model.clusters[i].volumes, model.clusters[i].name);
    for (const System& system : model.systems) {
      const model::VolumeScope scope = scopes_.Of(system);
      AddVolumes(scope, system.volumes, system.name);
      if (HasMinidisks(model, system)) continue;  // HS2501 looks at those
      for (const model::Disk& disk : system.disks) {
        if (!disk.volume.empty()) Add(disks_, scope, {disk.volume, disk.volume_span, system.name});
      }
    }
  }

  using Twice = std::pair<Label, Label>;
  const Gathered<std::pair<SpanKey, SpanKey>, Twice>& twice() const { return twice_; }

 private:
  using First = std::map<model::VolumeKey, Label>;

  void AddVolumes(const model::VolumeScope& scope, const std::vector<model::Volumes>& all, const std::string& system) {
    for (const model::Volumes& volumes : all) {
      for (const std::string& label : volumes.labels) Add(volumes_, scope, {label, volumes.span, system});
    }
  }

  void Add(First& known, const model::VolumeScope& scope, const Label& label) {
    const auto [first, is_new] = known.try_emplace({scope, label.label}, label);
    if (!is_new) twice_.Add({KeyOf(first->second.span), KeyOf(label.span)}, {first->second, label});
  }

  model::VolumeScopes scopes_;
  First volumes_, disks_;  // a disk may lie on a volume that `volumes` names too
  Gathered<std::pair<SpanKey, SpanKey>, Twice> twice_;
};

void TellTwice(const std::vector<WithinReach::Twice>& group, model::RuleReporter& report) {
  const auto& [one, other] = group.front();
  std::vector<std::string> labels;
  std::vector<std::string> systems;
  std::set<std::string> seen;
  for (const auto& [first, second] : group) {
    if (labels.empty() || labels.back() != second.label) labels.push_back(second.label);
    for (const std::string& system : {first.system, second.system}) {
      if (seen.insert(system).second) systems.push_back(system);
    }
  }
  const std::string what = FewNames(labels, "volumes");
  auto& finding = systems.size() == 1 ? report.Error(other.span, "`{}` would have {} twice", other.system, what)
                                      : report.Error(other.span, "{} would be of {} at once", what, FewNames(systems));
  finding.Here(fmt::format("`{}` again", other.label));
  if (KeyOf(one.span) != KeyOf(other.span)) finding.Mark(one.span, fmt::format("the first `{}`", one.label));
  finding.Note("a label is what the system finds its volume by: of two with one label it takes the first that it meets")
      .Advise("give each volume a label of its own, or take the second away");
  ListNames(finding, labels, kFewNames);
  AboutAll(finding, systems);
}

/// What is restored at one site, and by whom its volumes are found.
class AtSite {
 public:
  AtSite(const Model& model, const model::VolumeScopes& scopes) : model_(model), scopes_(scopes) {}

  struct Clash {
    Label one, other;
    const model::Site* site;
  };
  using Clashes = Gathered<std::tuple<std::string, model::VolumeScope, model::VolumeScope>, Clash>;

  void Look(const model::Site& site) {
    std::map<std::string, std::pair<const Placement*, Label>> first;
    for (const model::PlacementId id : site.placements) {
      const Placement& placement = model_.at(id);
      const System& system = model_.SystemOf(placement);
      if (SaysWhere(placement)) continue;
      const auto look = [&](const std::string& label, Span span) {
        if (label.empty()) return;
        const Label here{label, span, system.name};
        const auto [found, is_new] = first.try_emplace(label, &placement, here);
        if (!is_new && MayMeet(*found->second.first, placement))
          clashes_.Add({site.name, ReachOf(*found->second.first), ReachOf(placement)},
                       {found->second.second, here, &site});
      };
      for (const model::Volumes& volumes : system.volumes) {
        for (const std::string& label : volumes.labels) look(label, volumes.span);
      }
      for (const model::Disk& disk : system.disks) look(disk.volume, disk.volume_span);
    }
  }

  const Clashes& clashes() const { return clashes_; }

 private:
  model::VolumeScope ReachOf(const Placement& placement) const { return scopes_.Of(model_.SystemOf(placement)); }

  /// Where the site gives or asks for device numbers of the volumes, the system is told which to take.
  bool SaysWhere(const Placement& placement) const {
    for (const Placement* one = &placement;; one = &model_.at(one->host)) {
      if (!one->volumes.empty()) return true;
      if (!one->host.valid()) return false;
    }
  }

  /// z/OS systems share volumes more often than not, and members of a sysplex always.
  bool MayMeet(const Placement& one, const Placement& other) const {
    if (ReachOf(one) == ReachOf(other)) return false;
    return !model_.SystemOf(one).is_zos() || !model_.SystemOf(other).is_zos();
  }

  const Model& model_;
  const model::VolumeScopes& scopes_;
  Clashes clashes_;
};

void TellClash(const std::vector<AtSite::Clash>& group, model::RuleReporter& report) {
  const AtSite::Clash& head = group.front();
  std::vector<std::string> labels;
  for (const AtSite::Clash& one : group) {
    if (labels.empty() || labels.back() != one.other.label) labels.push_back(one.other.label);
  }
  auto& finding = report.Warn(head.other.span, "`{}` and `{}` would both have {} at `{}`", head.one.system,
                              head.other.system, FewNames(labels, "volumes"), head.site->name);
  finding.Here(fmt::format("`{}` of `{}`", head.other.label, head.other.system))
      .Mark(head.one.span, fmt::format("`{}` of `{}`", head.one.label, head.one.system))
      .Note(
          "a z/VM takes the first volume with the label that it finds among all devices it sees, also a volume of "
          "the other")
      .Advise(
          "say or ask where each has its volumes, `volumes at ?`, and bring only those online: `Offline_at_IPL`, "
          "`Online_at_IPL`")
      .Advise("or relabel one of them at home");
  ListNames(finding, labels, kFewNames);
  AboutAll(finding, {head.one.system, head.other.system});
}

void Run(const Model& model, model::RuleReporter& report) {
  const WithinReach within(model);
  for (const auto& group : within.twice().groups()) TellTwice(group, report);
  const model::VolumeScopes scopes(model);
  AtSite at_site(model, scopes);
  for (const model::Site& site : model.sites) {
    if (site.recovery) at_site.Look(site);
  }
  for (const auto& group : at_site.clashes().groups()) TellClash(group, report);
  TellVendorVolumes(model, report);
}

constexpr std::string_view kExplanation =
    R"(Volumes are found by their labels. CP looks at the devices that are online at
IPL and takes the first that has the label it wants; of a second one it says
"duplicate volid" and leaves it alone. At home there is one of each. On the
vendor's floor there may be a second: another restored system of yours, the
vendor's own z/VM, what the last customer left behind. Then a restored system
comes up with somebody else's page or user volume and writes on it.

- A label twice in one system, in one z/VM, or among the members of a single
  system image, is an error: one of the two volumes can't be reached.
- (warning) The same label in two systems that are restored at one site.
- (warning) A label of a restored z/VM that the installation of the vendor's
  z/VM gives to its own volumes, such as M01RES (`volumes` of its release in
  the library).

To repair it, give volumes labels of their own; or say where each system has
its volumes there (`volumes at 0D00-0D1F`, or `volumes at ?`), so that only
those are brought online: `Devices, Offline_at_IPL 0000-FFFF, Online_at_IPL
0D00-0D1F` in SYSTEM CONFIG.

Not meant: two z/OS systems, which share volumes more often than not; the same
label at home, where it has worked so far; minidisks, of which many lie on one
volume (HS2501 looks at those).

Source: zvm-bootcamp course, SYSTEM CONFIG (Offline_at_IPL, Online_at_IPL and
why); that CP takes the first it finds is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  memory 8 GiB
  volumes page VMPG01, VMPG02
  volumes spool VMPG02
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  memory 8 GiB
  volumes page VMPG01, VMPG02
  volumes spool VMSP01
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kDuplicateLabel = {
    .title = "Two volumes have the same label.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
