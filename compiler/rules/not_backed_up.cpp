#include <set>

#include "compiler/model/saved.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

/// Systems of ours that run at a recovery site, each once, and what is said of their data.
struct Data {
  const System* system;
  const model::Site* site;
  model::Saved saved;
};

std::vector<Data> DataAtRecovery(const Model& model, const model::Savings& savings) {
  std::vector<Data> all;
  std::set<model::SystemId> seen;
  for (const Placement& placement : model.placements) {
    const System& system = model.SystemOf(placement);
    const model::Site& site = model.at(placement.site);
    if (!site.recovery || system.vendors || system.is_coupling()) continue;
    if (seen.insert(placement.system).second) all.push_back({&system, &site, savings.Of(system)});
  }
  return all;
}

std::vector<std::string> NamesOf(const std::vector<const Data*>& group) {
  std::vector<std::string> names;
  for (const Data* data : group) names.push_back(data->system->name);
  return names;
}

void TellStaying(const std::vector<const Data*>& group, model::RuleReporter& report) {
  const Data& head = *group.front();
  const auto names = NamesOf(group);
  auto& finding = report.Error(head.saved.backups.front()->span, "the data of {} never leaves home, and {} at `{}`",
                               FewNames(names), names.size() == 1 ? "it would run" : "they would run", head.site->name);
  finding.Here("a FlashCopy is a copy in the same storage")
      .Mark(head.system->written.name, "this system")
      .Note("what burns with the building can't be restored elsewhere")
      .Advise("write the copy out: `backup … flashcopy then tape`, or say what mirrors it: `replication`");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void TellOld(const std::vector<const Data*>& group, model::RuleReporter& report) {
  const Data& head = *group.front();
  const auto names = NamesOf(group);
  auto& finding = report.Warn(head.system->objective->span,
                              "the newest copy of {} that leaves home can be {} old, and the objective is {}",
                              FewNames(names), head.saved.age->ToString(), head.system->objective->rpo->ToString());
  finding.Here(fmt::format("recovery point objective {}", head.system->objective->rpo->ToString()));
  for (const model::Backup* backup : head.saved.backups) {
    if (model::Leaves(*backup)) finding.Mark(backup->span, "what leaves, and how often");
  }
  finding.Note("counted from one copy to the next; cartridges that wait for the van are older still")
      .Advise("copy it more often, mirror it, or have the objective changed by those who set it");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

bool HasData(const System& system) { return !system.volumes.empty() || !system.disks.empty() || !system.fcp.empty(); }

void TellUnsaid(const std::vector<const Data*>& group, model::RuleReporter& report) {
  const Data& head = *group.front();
  const auto names = NamesOf(group);
  auto& finding = report.Warn(head.system->written.name, "nothing says how the data of {} gets to `{}`",
                              FewNames(names), head.site->name);
  finding.Here("no `backup`, no `replication`, no `restore`")
      .Note("other systems of this spec have one; whatever has no copy elsewhere is lost with the building")
      .Advise("say `backup weekly full to tape`, or what else is done with it");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

/// `restore` says that there is a copy, though not which; of a guest also that of its hypervisor, who restores all of
/// its volumes.
bool SaysRestore(const Model& model, const Data& data) {
  const Placement* placement = model.Find(model.IdOf(*data.site), model.IdOf(*data.system));
  for (; placement != nullptr; placement = placement->host.valid() ? &model.at(placement->host) : nullptr) {
    if (placement->restore) return true;
  }
  return false;
}

void Run(const Model& model, model::RuleReporter& report) {
  const model::Savings savings(model);
  if (!savings.AnySaid()) return;  // a spec that says nothing of backups isn't judged by them
  const std::vector<Data> all = DataAtRecovery(model, savings);
  Gathered<SpanKey, const Data*> staying, old;
  Gathered<std::string, const Data*> unsaid;
  for (const Data& data : all) {
    if (data.saved.said() && !data.saved.leaves) staying.Add(KeyOf(data.saved.backups.front()->span), &data);
    if (!data.saved.said() && HasData(*data.system) && !SaysRestore(model, data)) unsaid.Add(data.site->name, &data);
    const auto& objective = data.system->objective;
    if (objective && objective->rpo && data.saved.age && *data.saved.age > *objective->rpo)
      old.Add(KeyOf(objective->span), &data);
  }
  for (const auto& group : staying.groups()) TellStaying(group, report);
  for (const auto& group : old.groups()) TellOld(group, report);
  for (const auto& group : unsaid.groups()) TellUnsaid(group, report);
}

constexpr std::string_view kExplanation =
    R"(A system runs at the recovery site, and its data doesn't get there.

- The only backup is a FlashCopy. It is made in a second and saves everybody
  who deletes a file, so it feels like a backup; but it lies in the same
  storage as the original. On the day the room is under water, both are. This
  is an error.
- (warning) The newest copy that leaves home can be older than the recovery
  point objective. Who dumps on Sunday and loses the room on Saturday restores
  last Sunday, and somebody has promised otherwise. A daily copy can be 24
  hours old, a weekly one 7 days, a monthly one 31.
- (warning) Nothing is said of the data of a system with disks, while other
  systems of the spec have a backup. Mostly it is a guest that came later.

To repair it, let the copy go on: `backup daily flashcopy then tape`; or say
that the volumes are mirrored: `replication XRC of PRODA behind 15 min`.

Not judged: a spec that says nothing of backups at all; a guest without a
backup whose z/VM or KVM has one that leaves, since its disks lie on those
volumes; a system that says `restore`; the age of a mirror without `behind`.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA {
  memory 8 GiB
  backup daily flashcopy
}

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar PRODA }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA {
  memory 8 GiB
  backup daily flashcopy then tape
}

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      tape drives 4
      lpar PRODA
    }
  }
}
)";

}  // namespace

const model::Rule kNotBackedUp = {
    .title = "The data of a system doesn't leave home, or not often enough.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
