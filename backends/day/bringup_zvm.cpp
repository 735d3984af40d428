// z/VM: one IPL or two. The first changes addresses, with the guests kept down; the second brings everything up. Where
// nothing differs from home one is enough.
#include <fmt/format.h>

#include <algorithm>

#include "backends/day/bringup.h"
#include "backends/zvm_text/changes.h"
#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/stack.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using model::Placement;

constexpr char kNoGuests[] = "QUERY NAMES: no guest is logged on (k)";

bool HasUplinks(const Placement& placement) {
  for (const model::PlacedLan& placed : placement.lans) {
    if (placed.lan.is_vswitch() && !placed.lan.local) return true;
  }
  return false;
}

bool IsMember(const model::Model& model, model::SystemId system) {
  return std::any_of(model.clusters.begin(), model.clusters.end(), [&](const model::Cluster& cluster) {
    return std::any_of(cluster.members.begin(), cluster.members.end(),
                       [&](const model::Reference& member) { return member.system == system; });
  });
}

/// `WARM NOAUTOLOG`: at IPL nothing of ours on the disks can keep the guests down, so the prompt has to.
std::string FirstIpl(const Plan& plan, const Placement& placement, std::string_view which) {
  return fmt::format(
      "{}, {}, {}, with the IPL parameter PROMPT; answer WARM NOAUTOLOG (FORCE NOAUTOLOG where there is no warm start "
      "data)",
      which, WhereItRuns(plan.model(), placement), LoadOf(plan, placement));
}

StepNumber AddIpls(Plan& plan, const zvm_text::Host& host, const std::string& folder, std::vector<StepNumber> after) {
  const Placement& placement = host.placement;
  const std::string& name = plan.model().SystemOf(placement).name;
  const std::size_t changes = zvm_text::ChangesOf(host).all.size();
  if (changes == 0) {
    const StepNumber ipl = plan.Add(
        std::move(after), name, FirstIpl(plan, placement, "IPL; one is enough, nothing differs from home"), kNoGuests);
    return plan.Add({ipl}, name, "QUERY USERID", fmt::format("OPERATOR AT {}", host.node));
  }
  StepNumber step =
      plan.Add(std::move(after), name, FirstIpl(plan, placement, "IPL 1, to change addresses"), kNoGuests);
  step = plan.Add({step}, name, "QUERY USERID", fmt::format("OPERATOR AT {}", host.node));
  step = plan.Add(
      {step}, name,
      fmt::format("Keep copies of home's files, then change {} (section 3): zvm/{}/README.txt has the steps and the "
                  "names of the copies",
                  CountOf(changes, "value"), folder),
      "every row of section 3 for it ticked; CPSYNTAX ends with 0, DIRECTXA with EOJ DIRECTORY UPDATED AND "
      "ON LINE");
  return plan.Add({step}, name, "IPL 2: SHUTDOWN REIPL, and answer WARM",
                  "QUERY CPLEVEL: IPL at the time of now; its only messages about SYSTEM CONFIG are those for home's "
                  "second definitions; no guest is logged on yet");
}

StepNumber AddNetwork(Plan& plan, const zvm_text::Host& host, StepNumber step) {
  const model::System& system = host.system();
  if (IsMember(plan.model(), host.placement.system))
    step = plan.Add({step}, system.name, "QUERY SSI", "this member is Joined, its volumes are as expected (k)");
  if (system.tcpip) {
    const StepNumber stack =
        plan.Add({step}, system.name, fmt::format("XAUTOLOG {}", system.tcpip->userid),
                 fmt::format("Command accepted; NETSTAT DEV: each device is Ready{} (k)",
                             zvm_text::HasDefaultRoute(host) ? ", NETSTAT GATE: the default route" : ""));
    plan.up[host.placement.system] = stack;
  }
  const std::vector<std::string> controllers = zvm_text::ControllersOf(host);
  if (!controllers.empty())
    step =
        plan.Add({step}, system.name,
                 fmt::format("XAUTOLOG {}: the controllers of its virtual switches", fmt::join(controllers, ", then ")),
                 "QUERY CONTROLLER: Available: YES for each (k)");
  if (HasUplinks(host.placement))
    step =
        plan.Add({step}, system.name, "QUERY VSWITCH DETAILS", "State: Ready, and a RDEV with ACTIVE, for each switch");
  return step;
}

}  // namespace

void AddZvm(Plan& plan, const Placement& placement, std::vector<StepNumber> after) {
  const zvm_text::Host host = zvm_text::MakeHost(plan.model(), plan.day.requirements(), placement);
  StepNumber step = AddIpls(plan, host, zvm_text::FolderOf(plan.model(), placement), std::move(after));
  plan.up[placement.system] = step;
  step = AddNetwork(plan, host, step);
  plan.up.try_emplace(placement.system, step);
  AddGuests(plan, placement, step);
  AddFirstContact(plan, placement);
}

void AddVendorZvm(Plan& plan, const Placement& placement, std::vector<StepNumber> after) {
  const std::string name = plan.model().SystemOf(placement).name + " (vendor)";
  const std::string folder = zvm_text::FolderOf(plan.model(), placement);
  StepNumber step =
      plan.Add({}, name, fmt::format("The vendor puts in what vendor-zvm/{} holds: README.txt there", folder),
               "DIRECTXA: EOJ DIRECTORY UPDATED AND ON LINE");
  if (HasUplinks(placement))
    step = plan.Add({step}, name, "The vendor logs on the controllers of the virtual switches",
                    "QUERY CONTROLLER: Available: YES for each (k); QUERY VSWITCH DETAILS: State: Ready");
  plan.up[placement.system] = step;
  after.push_back(step);
  const StepNumber ready =
      plan.Add(std::move(after), name,
               "The vendor attaches the restored volumes: to SYSTEM those with minidisks, others to their guest",
               "QUERY DASD: CP SYSTEM or ATTACHED for each label of the restore plan");
  AddGuests(plan, placement, ready);
  AddFirstContact(plan, placement);
}

}  // namespace hotsite::backends::day
