#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "backends/day/bringup.h"
#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using model::Placement;
using model::System;

void AddLinux(Plan& plan, const Placement& placement, std::vector<StepNumber> after) {
  const System& system = plan.model().SystemOf(placement);
  plan.up[placement.system] =
      plan.Add(std::move(after), system.name,
               fmt::format("Load {}, {}", WhereItRuns(plan.model(), placement), LoadOf(plan, placement)),
               "login prompt; its network answers: linux folder, README.txt, TO CHECK");
}

void AddKvm(Plan& plan, const Placement& placement, std::vector<StepNumber> after) {
  const System& system = plan.model().SystemOf(placement);
  const StepNumber host = plan.Add(
      std::move(after), system.name,
      fmt::format("Load {}, {}", WhereItRuns(plan.model(), placement), LoadOf(plan, placement)), "login prompt");
  plan.up[placement.system] = host;
  AddGuests(plan, placement, host);
}

class Planner {
 public:
  explicit Planner(Plan& plan) : plan_(plan) {}

  void All() {
    for (const bool coupling : {true, false}) {
      for (const Placement* placement : plan_.day.InPartitions()) {
        if (plan_.model().SystemOf(*placement).is_coupling() == coupling) Ensure(*placement);
      }
    }
  }

 private:
  /// Plans a system, behind the one that restores it.
  void Ensure(const Placement& placement) {
    if (!planned_.insert(&placement).second) return;
    std::vector<StepNumber> after;
    if (placement.restore && placement.restore->kind == model::Restore::Kind::kBySystem) {
      const Placement* by = plan_.model().Find(plan_.model().IdOf(plan_.day.site), placement.restore->by);
      if (by != nullptr) Ensure(*by);
      const auto up = plan_.up.find(placement.restore->by);
      if (up != plan_.up.end()) after.push_back(up->second);
    }
    AddRestore(placement, after);
    Start(placement, plan_.Restored(placement));
  }

  /// Restores behind `after`; the step's number is found again by Plan::Restored.
  void AddRestore(const Placement& placement, const std::vector<StepNumber>& after) {
    for (std::size_t i = 0; i < plan_.groups.size(); ++i) {
      const RestoreGroup& group = plan_.groups[i];
      const bool shared =
          group.top == nullptr && plan_.model().SystemOf(placement).is_zvm() && shared_.insert(i).second;
      if (group.top != &placement && !shared) continue;
      const std::string how = HowRestored(plan_.day, group);
      plan_.restored[group.top == nullptr ? nullptr : &placement].push_back(
          plan_.Add(after, group.title,
                    fmt::format("Restore {}, {}", CountOf(group.Count(), "volume"),
                                how.empty() ? "by whom is agreed before" : how),
                    fmt::format("restore plan, section {}: every row ticked", i + 2)));
    }
  }

  void Start(const Placement& placement, std::vector<StepNumber> after) {
    const System& system = plan_.model().SystemOf(placement);
    switch (system.kind) {
      case model::SystemKind::kZos:
        return AddZos(plan_, placement, std::move(after));
      case model::SystemKind::kZvm:
        return system.vendors ? AddVendorZvm(plan_, placement, std::move(after))
                              : AddZvm(plan_, placement, std::move(after));
      case model::SystemKind::kKvm:
        return AddKvm(plan_, placement, std::move(after));
      case model::SystemKind::kLinux:
        return AddLinux(plan_, placement, std::move(after));
      case model::SystemKind::kCoupling:
        plan_.up[placement.system] =
            plan_.Add({}, system.name, fmt::format("Activate {}", WhereItRuns(plan_.model(), placement)),
                      "its images are operating; the coupling facility control code answers (k)");
        return;
      case model::SystemKind::kExternal:
        return;
    }
  }

  Plan& plan_;
  std::set<const Placement*> planned_;
  std::set<std::size_t> shared_;
};

}  // namespace

StepNumber Plan::Add(std::vector<StepNumber> after, std::string system, std::string action, std::string expect) {
  std::sort(after.begin(), after.end());
  after.erase(std::unique(after.begin(), after.end()), after.end());
  steps.push_back({std::move(after), std::move(system), std::move(action), std::move(expect)});
  return steps.size() - 1;
}

std::vector<StepNumber> Plan::Restored(const Placement& top) {
  std::vector<StepNumber> numbers = restored[&top];
  if (!model().SystemOf(top).is_zvm()) return numbers;
  const std::vector<StepNumber>& shared = restored[nullptr];
  numbers.insert(numbers.end(), shared.begin(), shared.end());
  return numbers;
}

Plan MakePlan(const Day& day) {
  Plan plan{day, GroupsOf(day), {}, {}, {}};
  Planner(plan).All();
  return plan;
}

std::string WhereItRuns(const model::Model& model, const Placement& placement) {
  if (placement.host.valid()) return "in its virtual machine under " + model.SystemOf(model.at(placement.host)).name;
  return "in partition " + model.at(placement.partition).name;
}

std::string LoadOf(const Plan& plan, const Placement& placement) {
  const System& system = plan.model().SystemOf(placement);
  std::string from = "from its IPL volume";
  for (const model::Volumes& volumes : system.volumes) {
    if (volumes.use == model::VolumeUse::kRes && !volumes.labels.empty())
      from = fmt::format("from the device of {} (restore plan)", volumes.labels.front());
  }
  if (placement.host.valid() || !placement.partition.valid()) return from;
  const model::PartitionSettings& has = plan.model().at(placement.partition).settings;
  if (has.load.known()) from = "load address " + has.load->ToString();
  if (has.load.open()) from = "load address " + OpenToken(plan.day.requirements(), has.load.hole());
  if (has.load_parameter.known()) from += ", load parameter " + Free(*has.load_parameter);
  if (has.load_parameter.open())
    from += ", load parameter " + OpenToken(plan.day.requirements(), has.load_parameter.hole());
  return from;
}

}  // namespace hotsite::backends::day
